//! Passwords: made, hashed in the Worker (an object is one thread), compared.

use crate::{
    fault::Fault,
    object::accounts::Password,
    problem::FieldFault,
    secret::{base32, random, same, token},
};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// 19 MiB, twice, one lane (OWASP, Password Storage Cheat Sheet).
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// How long a password a person chooses must be (NIST SP 800-63B asks for 8 and more where it is all there is).
const SHORTEST: usize = 12;
const LONGEST: usize = 128;

/// Makes a password to be read out or copied once: 80 bits.
pub(crate) fn made() -> Result<String, Fault> {
    let symbols = base32(&random::<10>()?);
    let mut text = String::new();
    for (at, symbol) in symbols.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            text.push('-');
        }
        text.push(symbol);
    }
    Ok(text)
}

/// Hashes a password under a new salt.
pub(crate) fn kept(password: &str) -> Result<Password, Fault> {
    let salt = token()?;
    let hash = hash(password, &salt)?;
    Ok(Password { salt, hash })
}

/// Tells whether a password is the one that is kept; it takes its time even where none is.
pub(crate) fn fits(password: &str, kept: &Password) -> Result<bool, Fault> {
    let hash = hash(password, &kept.salt)?;
    Ok(same(hash.as_bytes(), kept.hash.as_bytes()))
}

fn hash(password: &str, salt: &str) -> Result<String, Fault> {
    let failed = |_| Fault::Shape("argon2");
    let params = Params::new(MEMORY, PASSES, 1, Some(32)).map_err(failed)?;
    let mut blocks = vec![Block::default(); params.block_count()];
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(password.as_bytes(), salt.as_bytes(), &mut out, &mut blocks)
        .map_err(failed)?;
    Ok(base32(&out))
}

/// Says what a chosen password lacks.
pub(crate) fn fault(password: &str, login: &str) -> Option<FieldFault> {
    let count = password.chars().count();
    let message = if count < SHORTEST {
        format!("Mật khẩu có ít nhất {SHORTEST} ký tự, bạn mới nhập {count}.")
    } else if count > LONGEST {
        format!("Mật khẩu có nhiều nhất {LONGEST} ký tự.")
    } else if password.to_lowercase().contains(&login.to_lowercase()) {
        "Mật khẩu không chứa tên đăng nhập.".to_owned()
    } else {
        return None;
    };
    Some(FieldFault { path: "new".to_owned(), message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_itself_fits() {
        let made = made().unwrap();
        assert_eq!((made.len(), made.matches('-').count()), (19, 3));
        let kept = kept(&made).unwrap();
        assert_eq!((fits(&made, &kept), fits("khác", &kept)), (Ok(true), Ok(false)));
        let nobody = Password { salt: kept.salt, hash: String::new() };
        assert_eq!(fits(&made, &nobody), Ok(false));
    }

    #[test]
    fn a_weak_password_is_told_how_to_mend() {
        assert!(fault("ngắn", "lan").is_some_and(|fault| fault.message.contains("bạn mới nhập 4")));
        assert!(fault("Lan-2026-2026", "lan").is_some());
        assert!(fault(&"a".repeat(129), "lan").is_some());
        assert_eq!(fault("một câu khá dài", "lan"), None);
    }
}
