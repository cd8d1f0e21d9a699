//! The secret of this installation: it proves that an id was made here, so that an invented one never names an object.

use crate::{fault::Fault, object::accounts, secret};
use worker::Env;

/// Returns the secret; it is asked for once in the life of an isolate.
pub(crate) async fn of(env: &Env) -> Result<Vec<u8>, Fault> {
    accounts::sealing_key(env).await.map(String::into_bytes)
}

/// How many symbols of chance and of proof an id has, five bits each.
const HALF: usize = 16;

/// Makes an id: 16 symbols of chance, 16 that prove it.
pub(crate) fn id(seal: &[u8]) -> Result<String, Fault> {
    let chance: String = secret::base32(&secret::random::<10>()?);
    let proof = proof(seal, &chance);
    Ok(chance + &proof)
}

/// Tells whether an id was made with this secret.
pub(crate) fn made(seal: &[u8], id: &str) -> bool {
    let halves = id.split_at_checked(HALF);
    halves.is_some_and(|(chance, found)| secret::same(found.as_bytes(), proof(seal, chance).as_bytes()))
}

/// Returns the key that opens what an id names: 26 symbols, 130 bits.
pub(crate) fn key(seal: &[u8], id: &str) -> String {
    secret::base32(&secret::hmac(seal, format!("draft-key:{id}").as_bytes())).chars().take(26).collect()
}

fn proof(seal: &[u8], chance: &str) -> String {
    secret::base32(&secret::hmac(seal, format!("draft-id:{chance}").as_bytes())).chars().take(HALF).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_made_here_are_believed() {
        let made_here = id(b"seal").unwrap();
        assert_eq!(made_here.len(), 32);
        assert!(made(b"seal", &made_here));
        assert!(!made(b"other", &made_here));
        for invented in ["", "ABC", "đđđđđđđđđđđđđđđđ", &"0".repeat(32), &made_here.to_lowercase(), &format!("{made_here}0")]
        {
            assert!(!made(b"seal", invented), "{invented}");
        }
        assert_ne!(key(b"seal", &made_here), key(b"other", &made_here));
    }
}
