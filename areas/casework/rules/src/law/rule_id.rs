//! The name of each rule, stable across releases: it is stored, cited and printed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! rule_ids {
    ($($name:ident = $text:literal,)*) => {
        /// The id of one rule, for example `REQ-03`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RuleId {
            $(#[doc = $text] #[serde(rename = $text)] $name,)*
        }

        impl RuleId {
            /// Every rule id, in the order of the law's own journey.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The id as text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

rule_ids! {
    Req01 = "REQ-01", Req02 = "REQ-02", Req03 = "REQ-03",
    Adv01 = "ADV-01",
    Asm01 = "ASM-01",
    Drf01 = "DRF-01", Drf02 = "DRF-02",
    Con01 = "CON-01", Con02 = "CON-02",
    Fin01 = "FIN-01", Fin02 = "FIN-02",
    Rea01 = "REA-01", Rea02 = "REA-02",
    Rev01 = "REV-01", Rev02 = "REV-02", Rev03 = "REV-03", Rev04 = "REV-04", Rev05 = "REV-05",
    Rev06 = "REV-06", Rev07 = "REV-07", Rev08 = "REV-08", Rev09 = "REV-09",
    Amd01 = "AMD-01",
    Pht01 = "PHT-01", Pht02 = "PHT-02", Pht03 = "PHT-03",
    Mov01 = "MOV-01", Mov02 = "MOV-02", Mov03 = "MOV-03", Mov04 = "MOV-04",
    Cea01 = "CEA-01", Cea02 = "CEA-02", Cea03 = "CEA-03",
    Med01 = "MED-01", Med02 = "MED-02", Med03 = "MED-03", Med04 = "MED-04", Med05 = "MED-05",
    Med06 = "MED-06", Med07 = "MED-07",
    App01 = "APP-01", App02 = "APP-02", App03 = "APP-03",
    Tro01 = "TRO-01", Tro02 = "TRO-02", Tro03 = "TRO-03", Tro04 = "TRO-04", Tro05 = "TRO-05", Tro06 = "TRO-06",
    Tro07 = "TRO-07", Tro08 = "TRO-08", Tro09 = "TRO-09", Tro10 = "TRO-10", Tro11 = "TRO-11",
    Pb01 = "PB-01", Pb02 = "PB-02",
    Dis01 = "DIS-01", Dis02 = "DIS-02",
    Yp01 = "YP-01", Yp02 = "YP-02",
    Pfa01 = "PFA-01",
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for RuleId {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|id| id.as_str() == text).ok_or_else(|| UnknownRule(text.to_owned()))
    }
}

/// No rule has this id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("There is no rule called “{0}”.")]
pub struct UnknownRule(String);
