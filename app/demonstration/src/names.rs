//! Names of people who do not exist: given and family names by heritage, drawn apart from each other.
//!
//! The lists are this project's own, of names in common use in England; nobody is meant by any pairing of two.

use record::{Ethnicity, Language};

use crate::dice::Dice;

/// Where a family's names come from, and which language it may speak first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heritage {
    /// British and Irish.
    British,
    /// Eastern and southern European.
    European,
    /// South Asian.
    SouthAsian,
    /// Middle Eastern, North African and Turkish.
    MiddleEastern,
    /// West and East African.
    African,
    /// Caribbean.
    Caribbean,
    /// Chinese and south-east Asian.
    EastAsian,
}

#[rustfmt::skip]
const BRITISH_GIRLS: &[&str] = &["Amelia", "Isla", "Ava", "Lily", "Freya", "Florence", "Ivy", "Willow", "Evie", "Poppy", "Grace", "Ella", "Sophie", "Charlotte", "Daisy", "Alice", "Rosie", "Phoebe", "Matilda", "Harriet", "Evelyn", "Emily", "Isabelle", "Millie", "Ellie", "Jessica", "Scarlett", "Maisie", "Erin", "Lottie", "Holly", "Martha", "Nancy", "Robyn", "Summer", "Bethany", "Megan", "Chloe", "Imogen", "Eliza", "Thea", "Orla", "Heidi", "Penelope", "Violet", "Hazel", "Margot", "Esme", "Elodie", "Skye", "Lacey", "Darcy", "Paige", "Amber", "Zoe", "Abigail", "Hannah", "Lucy", "Molly", "Georgia"];
#[rustfmt::skip]
const BRITISH_BOYS: &[&str] = &["Oliver", "George", "Arthur", "Noah", "Leo", "Harry", "Oscar", "Archie", "Jack", "Henry", "Charlie", "Freddie", "Theo", "Alfie", "Thomas", "Jacob", "Joshua", "James", "William", "Isaac", "Tommy", "Max", "Albie", "Reuben", "Louie", "Jude", "Rory", "Finley", "Harrison", "Toby", "Dylan", "Ethan", "Logan", "Elijah", "Samuel", "Benjamin", "Daniel", "Joseph", "Edward", "Sebastian", "Riley", "Jenson", "Bobby", "Ronnie", "Frankie", "Ellis", "Callum", "Connor", "Kai", "Tyler", "Kian", "Ashton", "Blake", "Corey", "Declan", "Ewan", "Felix", "Gabriel", "Luke", "Nathan"];
#[rustfmt::skip]
const BRITISH_FAMILIES: &[&str] = &["Ablett", "Aldous", "Amies", "Bacon", "Bailey", "Baker", "Barber", "Barnes", "Bell", "Bennett", "Betts", "Bird", "Bishop", "Blake", "Bloom", "Bond", "Bowen", "Brett", "Brooks", "Brown", "Bull", "Burton", "Bush", "Butcher", "Cannell", "Carter", "Catchpole", "Chapman", "Clarke", "Cole", "Coleman", "Cooper", "Copeman", "Cox", "Crane", "Crisp", "Cross", "Cubitt", "Curson", "Curtis", "Dack", "Daniels", "Davies", "Dawson", "Dix", "Dixon", "Drake", "Dunn", "Dye", "Eagle", "Edwards", "Elliott", "Ellis", "Evans", "Farrow", "Fisher", "Fletcher", "Foster", "Fox", "Francis", "Frost", "Fuller", "Futter", "Gardiner", "George", "Gibbs", "Gibson", "Goddard", "Gooch", "Gotts", "Graham", "Grant", "Graves", "Gray", "Green", "Grimes", "Hall", "Harmer", "Harper", "Harris", "Harrison", "Hart", "Harvey", "Hewitt", "Hill", "Holland", "Holmes", "Horne", "Howard", "Howes", "Hudson", "Hughes", "Hunt", "Hunter", "Jackson", "Jarvis", "Jenkins", "Jermy", "Johnson", "Jones", "Jordan", "Kelly", "Kemp", "Kerrison", "Kett", "King", "Knights", "Lake", "Lambert", "Lane", "Larter", "Lawrence", "Lawson", "Lee", "Leeds", "Lewis", "Lincoln", "Long", "Lord", "Lusher", "Mann", "Marsh", "Martin", "Mason", "Matthews", "Mayes", "Miller", "Mills", "Mitchell", "Moore", "Morgan", "Morley", "Morris", "Moy", "Murphy", "Murray", "Neave", "Newman", "Nicholls", "Norris", "Nudd", "Oakes", "Osborne", "Owen", "Page", "Palmer", "Parker", "Parsons", "Payne", "Pearce", "Perry", "Phillips", "Pike", "Plumb", "Pointer", "Poole", "Porter", "Potter", "Powell", "Pratt", "Price", "Pye", "Quantrill", "Ransome", "Read", "Reeve", "Reynolds", "Richards", "Riches", "Rix", "Roberts", "Robinson", "Rogers", "Rose", "Rudd", "Rump", "Russell", "Sadd", "Sanders", "Savory", "Scott", "Seaman", "Self", "Sharp", "Shaw", "Simmons", "Simpson", "Skinner", "Smith", "Spinks", "Spooner", "Stone", "Sutton", "Swann", "Tate", "Taylor", "Thirtle", "Thomas", "Thompson", "Thurston", "Tooley", "Tucker", "Turner", "Tuttle", "Utting", "Vincent", "Walker", "Wallace", "Walsh", "Ward", "Warnes", "Warren", "Watson", "Watts", "Webb", "Webster", "Wells", "West", "White", "Whitehead", "Wilkinson", "Williams", "Willis", "Wilson", "Wood", "Woods", "Wright", "Yaxley", "Youngs"];
#[rustfmt::skip]
const EUROPEAN_GIRLS: &[&str] = &["Zofia", "Maja", "Lena", "Oliwia", "Nikola", "Gabija", "Emilija", "Ugne", "Beatriz", "Leonor", "Mariana", "Ines", "Daria", "Ioana", "Andreea", "Sofia", "Elena", "Bianca", "Katarina", "Viktoria"];
#[rustfmt::skip]
const EUROPEAN_BOYS: &[&str] = &["Jakub", "Filip", "Antoni", "Kacper", "Szymon", "Matas", "Lukas", "Domas", "Tiago", "Rodrigo", "Afonso", "Duarte", "Andrei", "Stefan", "Matei", "Luca", "Nikolai", "Tomasz", "Dawid", "Gabriel"];
#[rustfmt::skip]
const EUROPEAN_FAMILIES: &[&str] = &["Nowak", "Kowalczyk", "Wisniewski", "Zielinski", "Wozniak", "Mazur", "Kaminski", "Petrauskas", "Jankauskas", "Stankevicius", "Silva", "Santos", "Ferreira", "Pereira", "Oliveira", "Costa", "Popescu", "Ionescu", "Dumitru", "Stoica", "Ivanova", "Petrov", "Horvath", "Novak", "Berzins", "Kalnins", "Moreira", "Marin"];
#[rustfmt::skip]
const ASIAN_GIRLS: &[&str] = &["Aisha", "Zainab", "Maryam", "Fatima", "Anaya", "Aanya", "Priya", "Diya", "Meera", "Simran", "Jasleen", "Nusrat", "Tahmina", "Sadia", "Hafsa", "Inaya", "Kavya", "Riya"];
#[rustfmt::skip]
const ASIAN_BOYS: &[&str] = &["Muhammad", "Ibrahim", "Yusuf", "Zayn", "Arjun", "Aarav", "Rohan", "Vihaan", "Harpreet", "Jasdeep", "Rayyan", "Hamza", "Ismail", "Tanvir", "Rahim", "Kiran", "Dev", "Aryan"];
#[rustfmt::skip]
const ASIAN_FAMILIES: &[&str] = &["Ahmed", "Ali", "Begum", "Bibi", "Chowdhury", "Das", "Gill", "Hussain", "Iqbal", "Joseph", "Kaur", "Khan", "Kumar", "Mathew", "Mehta", "Miah", "Nair", "Patel", "Rahman", "Sandhu", "Shah", "Sharma", "Singh", "Thomas", "Uddin", "Varghese"];
#[rustfmt::skip]
const MIDDLE_EASTERN_GIRLS: &[&str] = &["Leyla", "Nour", "Rania", "Yasmin", "Zeynep", "Elif", "Shilan", "Dalia", "Samira", "Parisa"];
#[rustfmt::skip]
const MIDDLE_EASTERN_BOYS: &[&str] = &["Omar", "Karim", "Emre", "Yusef", "Bilal", "Rebin", "Dilan", "Tariq", "Samir", "Reza"];
#[rustfmt::skip]
const MIDDLE_EASTERN_FAMILIES: &[&str] = &["Haddad", "Mansour", "Aziz", "Karimi", "Yilmaz", "Demir", "Hassan", "Mahmood", "Rashid", "Saleh", "Ozturk", "Barzani", "Nazari", "Amiri"];
#[rustfmt::skip]
const AFRICAN_GIRLS: &[&str] = &["Adaeze", "Chiamaka", "Temi", "Blessing", "Abena", "Amara", "Rutendo", "Nyasha", "Hodan", "Amina", "Esther", "Grace"];
#[rustfmt::skip]
const AFRICAN_BOYS: &[&str] = &["Chidi", "Emeka", "Tobi", "Kwame", "Kofi", "Tendai", "Tinashe", "Abdi", "Daniel", "Samuel", "David", "Ayo"];
#[rustfmt::skip]
const AFRICAN_FAMILIES: &[&str] = &["Adeyemi", "Okafor", "Okonkwo", "Balogun", "Mensah", "Boateng", "Asante", "Moyo", "Ncube", "Chikwanha", "Abdullahi", "Warsame", "Tesfaye", "Mwangi", "Kamara", "Adebayo"];
#[rustfmt::skip]
const CARIBBEAN_FAMILIES: &[&str] = &["Campbell", "Grant", "Henry", "Morrison", "Gordon", "Reid", "Francis", "Clarke", "Brown", "Powell", "Bailey", "Stewart"];
#[rustfmt::skip]
const EAST_ASIAN_GIRLS: &[&str] = &["Mei", "Xinyi", "Hui", "Linh", "Mai", "Angel", "Princess", "Jasmine", "Yuki", "Kim"];
#[rustfmt::skip]
const EAST_ASIAN_BOYS: &[&str] = &["Wei", "Jun", "Hao", "Minh", "Duc", "John Paul", "Mark", "Kenji", "Ryan", "Jian"];
#[rustfmt::skip]
const EAST_ASIAN_FAMILIES: &[&str] = &["Chan", "Chen", "Cheung", "Li", "Liu", "Wong", "Zhang", "Nguyen", "Tran", "Reyes", "Cruz", "Garcia", "Tan", "Lam"];
#[rustfmt::skip]
const MOTHERS: &[&str] = &["Sarah", "Emma", "Claire", "Nicola", "Kelly", "Lisa", "Joanne", "Michelle", "Karen", "Louise", "Rachel", "Samantha", "Gemma", "Laura", "Stacey", "Natalie", "Kerry", "Hayley", "Amy", "Donna", "Tracey", "Victoria", "Rebecca", "Katie", "Leanne", "Charlene", "Danielle", "Jodie", "Kirsty", "Lauren", "Melissa", "Natasha", "Helen", "Alison", "Julie", "Tanya", "Vicky", "Zara", "Carly", "Becky"];
#[rustfmt::skip]
const FATHERS: &[&str] = &["David", "Paul", "Andrew", "Mark", "Stephen", "Richard", "Simon", "Lee", "Darren", "Wayne", "Craig", "Jason", "Matthew", "Christopher", "Robert", "Michael", "Kevin", "Gary", "Ian", "Stuart", "Neil", "Adam", "Ryan", "Scott", "Karl", "Martin", "Peter", "Philip", "Shaun", "Steven", "Anthony", "Carl", "Dean", "Graham", "Jamie", "Jonathan", "Keith", "Liam", "Ricky", "Tony"];

/// Ethnicities with how many children with plans have each, their names and the chance in a thousand that the home
/// language is not English. Counts: DfE, "Education, health and care plans", June 2025, Norfolk.
#[rustfmt::skip]
const PEOPLES: [(Ethnicity, u32, Heritage, u32, &[Language]); 19] = [
    (Ethnicity::WhiteBritish, 10_077, Heritage::British, 2, &[Language::BritishSign]),
    (Ethnicity::NotObtained, 853, Heritage::British, 20, &[Language::Polish]),
    (Ethnicity::OtherWhite, 452, Heritage::European, 720, &[Language::Polish, Language::Lithuanian, Language::Portuguese, Language::Romanian, Language::Russian, Language::Bulgarian, Language::Latvian]),
    (Ethnicity::OtherMixed, 138, Heritage::British, 60, &[Language::Portuguese, Language::Filipino]),
    (Ethnicity::WhiteAndBlackAfrican, 90, Heritage::African, 80, &[Language::Shona]),
    (Ethnicity::BlackAfrican, 87, Heritage::African, 420, &[Language::Yoruba, Language::Igbo, Language::Shona, Language::Somali, Language::Swahili]),
    (Ethnicity::WhiteAndAsian, 78, Heritage::British, 60, &[Language::Hindi]),
    (Ethnicity::WhiteAndBlackCaribbean, 68, Heritage::Caribbean, 5, &[Language::French]),
    (Ethnicity::AnyOther, 62, Heritage::MiddleEastern, 600, &[Language::Arabic, Language::Kurdish, Language::Turkish, Language::Dari, Language::Persian, Language::Pashto]),
    (Ethnicity::GypsyRoma, 54, Heritage::European, 400, &[Language::Romani, Language::Romanian, Language::Slovak]),
    (Ethnicity::Indian, 45, Heritage::SouthAsian, 560, &[Language::Malayalam, Language::Hindi, Language::Gujarati, Language::Punjabi, Language::Tamil]),
    (Ethnicity::Bangladeshi, 31, Heritage::SouthAsian, 620, &[Language::Bengali, Language::Sylheti]),
    (Ethnicity::OtherAsian, 25, Heritage::EastAsian, 560, &[Language::Filipino, Language::Nepali, Language::Vietnamese, Language::Thai]),
    (Ethnicity::WhiteIrish, 22, Heritage::British, 1, &[Language::English]),
    (Ethnicity::OtherBlack, 21, Heritage::African, 200, &[Language::Portuguese, Language::French]),
    (Ethnicity::Chinese, 20, Heritage::EastAsian, 640, &[Language::Cantonese, Language::Mandarin]),
    (Ethnicity::BlackCaribbean, 11, Heritage::Caribbean, 5, &[Language::French]),
    (Ethnicity::Pakistani, 10, Heritage::SouthAsian, 560, &[Language::Urdu, Language::Punjabi]),
    (Ethnicity::IrishTraveller, 3, Heritage::British, 1, &[Language::English]),
];

/// A family's people: ethnicity, where its names come from, and its first language.
#[derive(Debug, Clone, Copy)]
pub struct Roots {
    /// Ethnicity.
    pub ethnicity: Ethnicity,
    /// Where its names come from.
    pub heritage: Heritage,
    /// The language spoken first at home.
    pub language: Language,
}

/// Draws a family's roots as the county's population has them.
pub fn roots(dice: &mut Dice) -> Roots {
    let (ethnicity, _, heritage, other, languages) = PEOPLES[dice.weighted(&PEOPLES.map(|people| people.1))];
    let language = if dice.permille(other) { *dice.pick(languages) } else { Language::English };
    Roots { ethnicity, heritage, language }
}

/// A child's given name.
pub fn child(heritage: Heritage, female: bool, dice: &mut Dice) -> &'static str {
    let list = match (heritage, female) {
        (Heritage::European, true) => EUROPEAN_GIRLS,
        (Heritage::European, false) => EUROPEAN_BOYS,
        (Heritage::SouthAsian, true) => ASIAN_GIRLS,
        (Heritage::SouthAsian, false) => ASIAN_BOYS,
        (Heritage::MiddleEastern, true) => MIDDLE_EASTERN_GIRLS,
        (Heritage::MiddleEastern, false) => MIDDLE_EASTERN_BOYS,
        (Heritage::African, true) => AFRICAN_GIRLS,
        (Heritage::African, false) => AFRICAN_BOYS,
        (Heritage::EastAsian, true) => EAST_ASIAN_GIRLS,
        (Heritage::EastAsian, false) => EAST_ASIAN_BOYS,
        (Heritage::British | Heritage::Caribbean, true) => BRITISH_GIRLS,
        (Heritage::British | Heritage::Caribbean, false) => BRITISH_BOYS,
    };
    dice.word(list)
}

/// An adult's given name.
pub fn adult(heritage: Heritage, female: bool, dice: &mut Dice) -> &'static str {
    match (heritage, female) {
        (Heritage::British | Heritage::Caribbean, true) => dice.word(MOTHERS),
        (Heritage::British | Heritage::Caribbean, false) => dice.word(FATHERS),
        _ => child(heritage, female, dice),
    }
}

/// A family name.
pub fn family(heritage: Heritage, dice: &mut Dice) -> &'static str {
    let list = match heritage {
        Heritage::British => BRITISH_FAMILIES,
        Heritage::European => EUROPEAN_FAMILIES,
        Heritage::SouthAsian => ASIAN_FAMILIES,
        Heritage::MiddleEastern => MIDDLE_EASTERN_FAMILIES,
        Heritage::African => AFRICAN_FAMILIES,
        Heritage::Caribbean => CARIBBEAN_FAMILIES,
        Heritage::EastAsian => EAST_ASIAN_FAMILIES,
    };
    dice.word(list)
}
