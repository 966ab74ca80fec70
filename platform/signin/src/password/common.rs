//! Words of which the passwords are made that are tried first: an own short list, a floor rather than a wall.
//!
//! It holds the roots (letters only) of the most used passwords, English first names and football clubs among them,
//! and the words of this service. Twelve characters, the pattern rule and the operator's own list do the rest.

/// Small letters only.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    // The usual
    "password", "passwort", "passwords", "passcode", "passw", "pass", "word", "letmein", "welcome", "admin", "administrator",
    "root", "user", "username", "guest", "login", "signin", "default", "secret", "changeme", "change", "test", "testing",
    "temp", "temporary", "qwerty", "qwertyuiop", "qwert", "asdf", "asdfgh", "asdfghjkl", "zxcvbnm", "zxcvbn", "qazwsx",
    "qazwsxedc", "abc", "abcd", "abcde", "abcdef", "abcdefg", "iloveyou", "ilove", "loveyou", "love", "lovely", "lover",
    "trustno", "trustnoone", "whatever", "nothing", "something", "computer", "internet", "google", "facebook", "youtube",
    "microsoft", "windows", "samsung", "iphone", "android", "monkey", "dragon", "sunshine", "princess", "prince", "shadow",
    "master", "superman", "batman", "spiderman", "pokemon", "starwars", "minecraft", "fortnite", "football", "baseball",
    "basketball", "hockey", "soccer", "rugby", "cricket", "golf", "tennis", "freedom", "hello", "hellothere", "goodbye",
    "flower", "flowers", "rainbow", "butterfly", "angel", "angels", "heaven", "jesus", "god", "blessed", "family", "forever",
    "friend", "friends", "mother", "father", "mummy", "daddy", "mum", "dad", "baby", "babygirl", "babyboy", "sister",
    "brother", "chocolate", "cookie", "cookies", "cheese", "banana", "orange", "apple", "pepper", "ginger", "biscuit",
    "cupcake", "summer", "winter", "spring", "autumn", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "holiday", "christmas", "london", "manchester", "liverpool", "newcastle", "england", "britain",
    "arsenal", "chelsea", "tottenham", "everton", "liverpoolfc", "chelseafc", "arsenalfc", "mufc", "manutd", "united",
    "city", "rangers", "celtic", "leeds", "norwich", "norwichcity", "ipswich", "canaries", "villa", "astonvilla",
    "charlie", "thomas", "george", "william", "harry", "jack", "james", "oliver", "daniel", "michael", "matthew", "andrew",
    "joshua", "jordan", "joseph", "samuel", "benjamin", "robert", "richard", "alexander", "ashley", "jessica", "jennifer",
    "michelle", "nicole", "charlotte", "sophie", "chloe", "emily", "olivia", "amelia", "hannah", "rebecca", "samantha",
    "victoria", "elizabeth", "rachel", "sarah", "laura", "lauren", "natasha", "amanda", "maggie", "bailey", "buster",
    "buddy", "bella", "poppy", "molly", "daisy", "lucky", "smokey", "tigger", "snoopy", "mickey", "killer", "hunter",
    "ranger", "soldier", "warrior", "ninja", "silver", "golden", "purple", "yellow", "blue", "black", "white", "green",
    "diamond", "crystal", "corvette", "ferrari", "mercedes", "mustang", "porsche", "yamaha", "harley", "guitar", "music",
    "dancer", "dancing", "player", "gamer", "number", "numberone", "one", "two", "three", "first", "access", "open", "enter",
    "please", "thankyou", "matrix", "phoenix", "thunder", "lightning", "hottie", "sexy", "loveme", "mine", "myself", "sweet",
    // This service and where it is used
    "wherry", "send", "sen", "senco", "sencos", "ehcp", "ehc", "plan", "plans", "school", "schools", "teacher", "teachers",
    "teaching", "pupil", "pupils", "student", "students", "college", "academy", "education", "council", "county",
    "countycouncil", "borough", "district", "norfolk", "suffolk", "broadland", "broads", "yarmouth", "thetford", "cromer",
    "broadshire", "children", "childrens", "child", "services", "service", "support", "inclusion", "localoffer", "offer",
    "casework", "caseworker", "case", "officer", "office", "work", "team", "staff", "manager", "health", "nhs", "hospital",
    "parent", "parents", "carer", "carers", "familyvoice", "learning", "special", "needs", "specialneeds", "tribunal",
];
