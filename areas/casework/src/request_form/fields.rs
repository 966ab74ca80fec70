//! The fields of the request form.

use web::{
    Field,
    kind::{Choice, DateParts, LongText, Text},
};

/// Who is asking.
pub const WHO: Field<Choice> = Field::new("who");
/// A child the person is already linked with, or "another".
pub const KNOWN_CHILD: Field<Choice> = Field::new("known-child");
/// The child's first name.
pub const GIVEN_NAME: Field<Text> = Field::new("given-name");
/// The child's last name.
pub const FAMILY_NAME: Field<Text> = Field::new("family-name");
/// The child's date of birth.
pub const BORN: Field<DateParts> = Field::new("born");
/// The postcode of the child's home.
pub const POSTCODE: Field<Text> = Field::new("postcode");
/// The nursery, school or college.
pub const SETTING: Field<Text> = Field::new("setting-name");
/// What the worry is.
pub const NEEDS: Field<LongText> = Field::new("needs");
/// What has been tried.
pub const TRIED: Field<LongText> = Field::new("tried");
/// What help is hoped for.
pub const HOPES: Field<LongText> = Field::new("hopes");
/// The asker's own name.
pub const YOUR_NAME: Field<Text> = Field::new("your-name");
/// Whether the asker has parental responsibility.
pub const RESPONSIBILITY: Field<Choice> = Field::new("responsibility");
/// How to reach the asker by e-mail.
pub const EMAIL: Field<Text> = Field::new("email");
/// How to reach the asker by telephone.
pub const PHONE: Field<Text> = Field::new("phone");
/// A postal address, for those who have neither e-mail nor telephone.
pub const ADDRESS: Field<LongText> = Field::new("postal-address");
/// Help with language or communication.
pub const INTERPRETER: Field<Text> = Field::new("interpreter");
/// By which channel it came (officers only).
pub const CHANNEL: Field<Choice> = Field::new("channel");
/// The day on which it reached the authority (officers only).
pub const RECEIVED: Field<DateParts> = Field::new("received");
/// Which known person the child is, chosen from likely matches (officers and settings only).
pub const MATCH: Field<Choice> = Field::new("match");
