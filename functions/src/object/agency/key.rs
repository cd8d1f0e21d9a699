//! Access keys and rating tokens: made from the dossier's salt, kept as hashes.

use crate::secret::{self, Hash};
use domain::{access_key::AccessKey, code::AgencyCode};

/// Makes the key a submission gets: the same one again when the same request comes again.
pub(super) fn made(salt: &[u8], idempotency: &str) -> AccessKey {
    from_hash(&secret::hmac(salt, idempotency.as_bytes()))
}

fn from_hash(hash: &Hash) -> AccessKey {
    let mut first = [0; 16];
    first.iter_mut().zip(hash).for_each(|(to, from)| *to = *from);
    AccessKey::from_bytes(&first)
}

/// Draws a key that has nothing to do with any request.
pub(super) fn fresh() -> Result<AccessKey, crate::fault::Fault> {
    Ok(AccessKey::from_bytes(&secret::random()?))
}

/// Returns what is kept of a key.
pub(super) fn hash(salt: &[u8], key: &AccessKey) -> Hash {
    secret::sha256(&[b"access-key", salt, key.symbols().as_bytes()])
}

/// Returns the rating token that belongs to a key: `H99.12~` and 26 symbols.
pub(super) fn rating(agency: &AgencyCode, salt: &[u8], key: &AccessKey) -> String {
    let mac = secret::hmac(salt, format!("rating:{}", key.symbols()).as_bytes());
    let symbols: String = secret::base32(&mac).chars().take(26).collect();
    format!("{agency}~{symbols}")
}

/// Returns what is kept of a rating token.
pub(super) fn rating_hash(token: &str) -> Hash {
    secret::sha256(&[b"rating", token.as_bytes()])
}

/// Returns what is kept of an `Idempotency-Key`; it has so much chance that it needs no salt, and it must be found again.
pub(super) fn idempotency_hash(key: &str) -> Hash {
    secret::sha256(&[b"idempotency", key.as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_request_gets_the_same_key_and_another_dossier_another() {
        let key = made(b"salt", "f47ac10b58cc4372a5670e02b2c3d479");
        assert_eq!(key, made(b"salt", "f47ac10b58cc4372a5670e02b2c3d479"));
        assert_ne!(key, made(b"pepper", "f47ac10b58cc4372a5670e02b2c3d479"));
        assert_ne!(hash(b"salt", &key), hash(b"pepper", &key));
        let token = rating(&"H99.12.1".parse().unwrap(), b"salt", &key);
        assert!(token.starts_with("H99.12.1~") && token.len() == 35 && !token.contains(key.symbols()));
    }
}
