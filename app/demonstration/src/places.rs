//! The county's own geography: districts, towns, villages and small areas on a made-up grid, with children and
//! deprivation spread over them.
//!
//! The grid lies in the open North Sea, so no point in it is anybody's home. Postcodes are of the area "BC", which
//! has the form of a real one but which Royal Mail does not use.

use crate::dice::Dice;
use crate::fit::{apportion, share};
use crate::published::people::AREAS_BY_DECILE;
use crate::settings::Settings;

/// The south-west corner of the grid, in metres on the National Grid: open sea.
pub const CORNER: (i32, i32) = (562_000, 404_000);
/// How far the grid goes to the east and to the north, in metres.
pub const EXTENT: (i32, i32) = (78_000, 56_000);

/// A town, and the villages around it that take its post town.
#[derive(Debug, Clone, Copy)]
pub struct Town {
    /// Its name.
    pub name: &'static str,
    /// The district it lies in.
    pub district: usize,
    /// Where it stands, in thousandths of the grid.
    at: (i32, i32),
    /// How many of each thousand children live in it.
    children: u32,
    /// How many of each thousand children live in the villages around it.
    around: u32,
    /// How far its own deprivation lies above the county's; below when negative.
    hardship: i32,
}

/// The districts.
pub const DISTRICTS: [&str; 7] =
    ["City of Caldmere", "Staithe Coast", "Westering Fen", "Marram and Holt", "Broadmead", "Larkwold", "South Tarrow"];

/// The localities that the casework teams cover, by district.
pub const LOCALITIES: [&str; 5] = ["City", "East", "West", "North", "South"];

/// Which locality a district belongs to.
pub const LOCALITY_OF: [usize; 7] = [0, 1, 2, 3, 1, 4, 4];

const fn town(name: &'static str, district: usize, at: (i32, i32), children: u32, around: u32, hardship: i32) -> Town {
    Town { name, district, at, children, around, hardship }
}

/// The towns; the first is the county town.
pub const TOWNS: [Town; 22] = [
    town("Caldmere", 0, (610, 480), 232, 0, 22),
    town("Port Staithe", 1, (955, 500), 92, 12, 38),
    town("Westering", 2, (105, 560), 62, 34, 26),
    town("Tarrowby", 5, (420, 130), 40, 20, 18),
    town("Gorrelham", 4, (700, 560), 36, 30, -34),
    town("Derrowick", 5, (400, 460), 30, 34, -4),
    town("Wathelham", 6, (520, 380), 26, 28, -30),
    town("Attlemere", 6, (460, 270), 22, 26, -10),
    town("Larkstead", 5, (330, 300), 14, 26, 2),
    town("Fennaby", 2, (230, 330), 16, 24, 8),
    town("Marramgate", 3, (640, 900), 10, 16, 12),
    town("Sallowmouth", 3, (560, 930), 8, 14, 4),
    town("Osmerholt", 3, (430, 850), 5, 18, -12),
    town("Kestlewell", 3, (300, 880), 5, 14, -6),
    town("Nethelwick", 3, (380, 700), 12, 18, 6),
    town("Ulmersham", 4, (760, 760), 14, 20, 0),
    town("Pellinstoke", 6, (660, 170), 12, 22, -14),
    town("Haskerton Market", 6, (560, 120), 10, 16, -4),
    town("Cawsey", 4, (840, 640), 6, 18, -8),
    town("Rosker St Anne", 4, (780, 420), 8, 20, -18),
    town("Vesselby-on-Sea", 1, (930, 660), 12, 10, 30),
    town("Hunsdrae", 2, (130, 800), 6, 12, 10),
];

const STEMS: [&str; 30] = [
    "Cawle", "Drae", "Fenna", "Gorrel", "Hasker", "Ivel", "Jarra", "Kestle", "Lothe", "Marram", "Nethel", "Osmer",
    "Pellin", "Quanter", "Rosker", "Sallow", "Tarrow", "Ulmer", "Vessel", "Wathel", "Yaxel", "Brindle", "Corva",
    "Dunnel", "Elvra", "Farrel", "Gannet", "Hollen", "Inker", "Skirra",
];
const ENDINGS: [&str; 14] =
    ["by", "ton", "thorpe", "stead", "field", "mere", "hoe", "wick", "ham", "worth", "ney", "gate", "den", "low"];
const BEFORE: [&str; 8] = ["", "", "", "", "Great ", "Little ", "North ", "South "];
const STREETS: [&str; 48] = [
    "Alder", "Almond", "Anchor", "Avocet", "Barley", "Beech", "Bittern", "Bramble", "Bridge", "Carr", "Chapel",
    "Chestnut", "Church", "Common", "Curlew", "Damson", "Drove", "Elder", "Fen", "Field", "Forge", "Gorse", "Hall",
    "Hawthorn", "Heath", "Heron", "Holly", "Kiln", "Lark", "Lime", "Linden", "Mallard", "Maple", "Marsh", "Meadow",
    "Mill", "Oak", "Orchard", "Plover", "Poplar", "Priory", "Quay", "Reed", "Rowan", "School", "Station", "Teal",
    "Willow",
];
const KINDS: [&str; 10] = ["Road", "Lane", "Close", "Avenue", "Way", "Drive", "Street", "Gardens", "Rise", "Court"];

/// A small area: some four hundred people under 25, as the national statistics cut the land.
#[derive(Debug, Clone)]
pub struct Area {
    /// Its code, in the form of an ONS small-area code that is not in use.
    pub code: String,
    /// The town whose post it takes.
    pub town: usize,
    /// The village, if it is one.
    pub village: Option<String>,
    /// Its middle, in metres on the National Grid.
    pub at: (i32, i32),
    /// National decile of deprivation, 1 the most deprived.
    pub decile: u8,
    /// Children there, as a weight.
    pub children: u32,
    /// The number in its outward postcode.
    outward: u8,
    /// Its first postcode within that outward one.
    unit: u32,
}

/// Demand for plans and support by decile of deprivation, in hundredths of the county's own.
pub const DEMAND: [u32; 10] = [165, 148, 132, 115, 103, 94, 84, 76, 68, 58];

/// Postcodes in a small area.
const UNITS: u32 = 24;

/// The small areas of a county of this size.
#[must_use]
pub fn areas(settings: &Settings) -> Vec<Area> {
    let mut dice = Dice::new(settings.seed, "places", 0);
    let count = u64::try_from(settings.people / 440).unwrap_or(0).max(2);
    let weights: Vec<u64> = TOWNS.iter().flat_map(|town| [u64::from(town.children), u64::from(town.around)]).collect();
    let mut areas: Vec<(i32, Area)> = Vec::new();
    for (index, &many) in apportion(&weights, count).iter().enumerate() {
        let (number, rural) = (index / 2, index % 2 == 1);
        let town = &TOWNS[number];
        let centre = (CORNER.0 + EXTENT.0 / 1_000 * town.at.0, CORNER.1 + EXTENT.1 / 1_000 * town.at.1);
        // A town grows with the number of its areas; its villages lie around it.
        let reach = if rural { 6_500 } else { 500 + 90 * i32::try_from(many).unwrap_or(0).min(60) };
        for _ in 0..many {
            let mut offset = || (dice.between(-reach, reach) + dice.between(-reach, reach)) / 2;
            let at = (centre.0 + offset(), centre.1 + offset());
            let village = rural.then(|| {
                let name = format!("{}{}", dice.word(&STEMS), dice.word(&ENDINGS));
                format!("{}{name}", dice.word(&BEFORE))
            });
            let hardship = if rural { -8 } else { town.hardship } + dice.between(-45, 45);
            areas.push((
                hardship,
                Area {
                    code: String::new(),
                    town: number,
                    village,
                    at,
                    decile: 0,
                    children: u32::try_from(dice.between(300, 560)).unwrap_or(400),
                    outward: u8::try_from(number + 1).unwrap_or(1),
                    unit: 0,
                },
            ));
        }
    }
    grade(&mut areas);
    number(areas.into_iter().map(|(_, area)| area).collect())
}

/// Gives the deciles out in the published numbers, the areas with most hardship first.
fn grade(areas: &mut [(i32, Area)]) {
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_by_key(|&index| (-areas[index].0, index));
    let counts = share(&AREAS_BY_DECILE, u32::try_from(areas.len()).unwrap_or(0));
    let mut order = order.into_iter();
    for (decile, count) in (1..).zip(counts) {
        for index in order.by_ref().take(count as usize) {
            areas[index].1.decile = decile;
        }
    }
}

fn number(mut areas: Vec<Area>) -> Vec<Area> {
    let mut used = [0_u32; 100];
    let mut owner: [Option<usize>; 100] = [None; 100];
    for (index, area) in areas.iter_mut().enumerate() {
        area.code = format!("E01{:06}", 990_000 + index);
        // Each outward code holds four thousand postcodes; a town that needs more takes further codes of its own.
        let further = (TOWNS.len() + 1..100).filter_map(|outward| u8::try_from(outward).ok());
        let room = |&outward: &u8| {
            let held = usize::from(outward);
            used[held] + UNITS <= 4_000 && owner[held].is_none_or(|town| town == area.town)
        };
        let outward = std::iter::once(area.outward).chain(further).find(room).unwrap_or(area.outward);
        owner[usize::from(outward)] = Some(area.town);
        area.outward = outward;
        area.unit = used[usize::from(outward)] % 4_000;
        used[usize::from(outward)] += UNITS;
    }
    areas
}

/// A dwelling, small enough to keep by the hundred thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Home {
    /// The small area.
    pub area: u32,
    /// The street within it.
    pub street: u8,
    /// The number in the street.
    pub house: u16,
}

impl Home {
    /// Draws a dwelling in a small area.
    pub fn draw(area: u32, dice: &mut Dice) -> Self {
        let street = u8::try_from(dice.below(12)).unwrap_or(0);
        let longest = if dice.permille(300) { 140 } else { 60 };
        let house = u16::try_from(1 + dice.below(longest)).unwrap_or(1);
        Self { area, street, house }
    }

    /// House and street.
    #[must_use]
    pub fn line(&self) -> String {
        let key = usize::from(self.street) + self.area as usize * 7;
        let name = STREETS[(key * 5 + self.area as usize / 3) % STREETS.len()];
        let kind = KINDS[(key + self.area as usize / 7) % KINDS.len()];
        format!("{} {name} {kind}", self.house)
    }

    /// The village, where it is not in a town.
    #[must_use]
    pub fn village<'areas>(&self, areas: &'areas [Area]) -> Option<&'areas str> {
        areas[self.area as usize].village.as_deref()
    }

    /// The post town.
    #[must_use]
    pub fn town(&self, areas: &[Area]) -> &'static str {
        TOWNS[areas[self.area as usize].town].name
    }

    /// The postcode.
    #[must_use]
    pub fn postcode(&self, areas: &[Area]) -> String {
        let area = &areas[self.area as usize];
        let unit = area.unit + u32::from(self.street) * 2 + u32::from(self.house % 2);
        postcode(area.outward, unit)
    }

    /// Where it stands, in metres on the National Grid.
    #[must_use]
    pub fn at(&self, areas: &[Area]) -> (i32, i32) {
        let area = &areas[self.area as usize];
        let spread = if area.village.is_some() { 90 } else { 35 };
        let (x, y) = (i32::from(self.street) % 4 - 2, i32::from(self.street) / 4 - 1);
        (area.at.0 + x * spread * 2 + i32::from(self.house), area.at.1 + y * spread * 2)
    }
}

/// The letters that the second half of a postcode may have.
const LETTERS: &[u8; 20] = b"ABDEFGHJLNPQRSTUWXYZ";

fn postcode(outward: u8, unit: u32) -> String {
    let (sector, rest) = (unit / 400 % 10, (unit % 400) as usize);
    format!("BC{outward} {sector}{}{}", char::from(LETTERS[rest / 20]), char::from(LETTERS[rest % 20]))
}

/// The locality of an area.
#[must_use]
pub fn locality(area: &Area) -> usize {
    LOCALITY_OF[TOWNS[area.town].district]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use record::Postcode;
    use std::collections::BTreeMap;

    #[test]
    fn areas_have_the_published_deprivation_and_their_own_postcodes() {
        let settings = Settings::new(date(2026, 11, 22));
        let areas = areas(&settings);
        assert_eq!(areas.len(), 552);
        let deprived = areas.iter().filter(|area| area.decile == 1).count();
        assert_eq!(deprived, 31);
        let mut owner = BTreeMap::new();
        for index in 0..u32::try_from(areas.len()).unwrap() {
            for street in 0..12 {
                for house in 1..3 {
                    let home = Home { area: index, street, house };
                    let text = home.postcode(&areas);
                    assert!(text.parse::<Postcode>().is_ok(), "{text}");
                    assert_eq!(*owner.entry(text).or_insert(index), index);
                }
            }
        }
    }

    #[test]
    fn a_village_of_two_hundred_and_ten_counties_have_areas_too() {
        let settings = Settings::new(date(2026, 11, 22));
        assert_eq!(areas(&settings.with_people(200)).len(), 2);
        assert_eq!(areas(&settings.with_people(2_430_000)).len(), 5_522);
    }
}
