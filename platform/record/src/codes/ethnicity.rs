//! Ethnicity: the Department's main categories and the groups above them.

use super::code_set;

code_set! {
    /// The broad group, as statistics show it.
    pub enum EthnicityGroup for "ethnic group" {
        White = "white", "White";
        Mixed = "mixed", "Mixed or multiple ethnic groups";
        Asian = "asian", "Asian or Asian British";
        Black = "black", "Black, African, Caribbean or Black British";
        Other = "other", "Other ethnic group";
        Unclassified = "unclassified", "Unclassified";
    }
}

code_set! {
    /// The main category that the school census and SEN2 collect (DfE CBDS).
    pub enum Ethnicity for "ethnicity" {
        WhiteBritish = "WBRI", "White British";
        WhiteIrish = "WIRI", "White Irish";
        IrishTraveller = "WIRT", "Traveller of Irish heritage";
        GypsyRoma = "WROM", "Gypsy or Roma";
        OtherWhite = "WOTH", "Any other White background";
        WhiteAndBlackCaribbean = "MWBC", "White and Black Caribbean";
        WhiteAndBlackAfrican = "MWBA", "White and Black African";
        WhiteAndAsian = "MWAS", "White and Asian";
        OtherMixed = "MOTH", "Any other mixed background";
        Indian = "AIND", "Indian";
        Pakistani = "APKN", "Pakistani";
        Bangladeshi = "ABAN", "Bangladeshi";
        OtherAsian = "AOTH", "Any other Asian background";
        BlackCaribbean = "BCRB", "Black Caribbean";
        BlackAfrican = "BAFR", "Black African";
        OtherBlack = "BOTH", "Any other Black background";
        Chinese = "CHNE", "Chinese";
        AnyOther = "OOTH", "Any other ethnic group";
        Refused = "REFU", "Preferred not to say";
        NotObtained = "NOBT", "Not yet obtained";
    }
}

impl Ethnicity {
    /// The broad group. The published EHC plan statistics count Chinese among the Asian groups.
    #[must_use]
    pub const fn group(self) -> EthnicityGroup {
        match self {
            Self::WhiteBritish | Self::WhiteIrish | Self::IrishTraveller | Self::GypsyRoma | Self::OtherWhite => {
                EthnicityGroup::White
            }
            Self::WhiteAndBlackCaribbean | Self::WhiteAndBlackAfrican | Self::WhiteAndAsian | Self::OtherMixed => {
                EthnicityGroup::Mixed
            }
            Self::Indian | Self::Pakistani | Self::Bangladeshi | Self::OtherAsian | Self::Chinese => {
                EthnicityGroup::Asian
            }
            Self::BlackCaribbean | Self::BlackAfrican | Self::OtherBlack => EthnicityGroup::Black,
            Self::AnyOther => EthnicityGroup::Other,
            Self::Refused | Self::NotObtained => EthnicityGroup::Unclassified,
        }
    }

    /// The label in the `Ethnicity` breakdown of the EHC plan statistics.
    #[must_use]
    pub const fn published_label(self) -> &'static str {
        match self {
            Self::WhiteBritish => "White - White British",
            Self::WhiteIrish => "White - Irish",
            Self::IrishTraveller => "White - Traveller of Irish heritage",
            Self::GypsyRoma => "White - Gypsy/Roma",
            Self::OtherWhite => "White - Any other White background",
            Self::WhiteAndBlackCaribbean => "Mixed - White and Black Caribbean",
            Self::WhiteAndBlackAfrican => "Mixed - White and Black African",
            Self::WhiteAndAsian => "Mixed - White and Asian",
            Self::OtherMixed => "Mixed - Any other Mixed background",
            Self::Indian => "Asian - Indian",
            Self::Pakistani => "Asian - Pakistani",
            Self::Bangladeshi => "Asian - Bangladeshi",
            Self::OtherAsian => "Asian - Any other Asian background",
            Self::Chinese => "Asian - Chinese",
            Self::BlackCaribbean => "Black - Black Caribbean",
            Self::BlackAfrican => "Black - Black African",
            Self::OtherBlack => "Black - Any other Black background",
            Self::AnyOther => "Any other ethnic group",
            Self::Refused | Self::NotObtained => "Unclassified",
        }
    }
}
