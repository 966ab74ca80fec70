//! Ten codes on paper for the day when phone and passkey are gone. Each works once.
//!
//! A code has 80 random bits and is kept as an Argon2id hash (ASVS 6.5.2). The salt is made from the account's id, so that
//! a typed code is hashed once and looked up, and the same code in two accounts has two hashes.

use crate::password::{HashError, Hasher};
use sha2::{Digest, Sha256};
use ulid::Ulid;

/// How many codes a set has.
pub const COUNT: usize = 10;

/// Letters and digits that are not taken for one another when read from paper (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A new set.
pub struct NewCodes {
    /// The codes, to be shown once.
    pub shown: Vec<String>,
    /// What to keep, in the same order.
    pub hashes: Vec<String>,
}

/// Makes a set for an account. `random` gives 32 fresh random bytes each time.
///
/// # Errors
/// When the machine can't hash just now.
pub async fn make(hasher: &Hasher, account: Ulid, random: impl Fn() -> [u8; 32]) -> Result<NewCodes, HashError> {
    let mut codes = NewCodes { shown: Vec::new(), hashes: Vec::new() };
    for _ in 0..COUNT {
        let letters: String =
            random().iter().take(16).map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
        codes.hashes.push(hasher.hash_fixed(letters.clone(), salt(account)).await?);
        codes.shown.push(in_groups(&letters));
    }
    Ok(codes)
}

/// The hash under which a typed code is kept, if it is one of the account's.
///
/// # Errors
/// When the machine can't hash just now.
pub async fn hash_of(hasher: &Hasher, account: Ulid, typed: &str) -> Result<String, HashError> {
    hasher.hash_fixed(as_kept(typed), salt(account)).await
}

fn salt(account: Ulid) -> [u8; 16] {
    let digest = Sha256::digest(format!("recovery codes\0{account}"));
    std::array::from_fn(|place| digest[place])
}

/// What was typed in the form that was hashed: capitals, look-alikes put right, no spaces or hyphens.
fn as_kept(typed: &str) -> String {
    let letters = typed.chars().filter(|letter| letter.is_ascii_alphanumeric()).take(64);
    letters
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

fn in_groups(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::password::Cost;
    use std::cell::Cell;

    #[tokio::test]
    async fn each_code_is_found_as_people_type_it() {
        let hasher = Hasher::new(Cost::DEMONSTRATION).unwrap();
        let number = Cell::new(0_u8);
        let random = || {
            number.set(number.get() + 1);
            std::array::from_fn(|place| number.get().wrapping_mul(37).wrapping_add(u8::try_from(place).unwrap()))
        };
        let account = Ulid::from_parts(1, 1);
        let codes = make(&hasher, account, random).await.unwrap();
        assert_eq!((codes.shown.len(), codes.hashes.len()), (COUNT, COUNT));
        assert_eq!(codes.shown[0].len(), 19, "{}", codes.shown[0]);
        for (code, hash) in codes.shown.iter().zip(&codes.hashes).take(3) {
            let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            assert_eq!(hash_of(&hasher, account, &typed).await.unwrap(), *hash, "{code}");
            assert_ne!(hash_of(&hasher, Ulid::from_parts(1, 2), &typed).await.unwrap(), *hash, "another account");
        }
    }
}
