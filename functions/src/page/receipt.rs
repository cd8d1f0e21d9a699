//! The receipt: for ten minutes the browser that sent a dossier carries its key in a cookie no script reads.

use crate::{
    object::agency::Submitted,
    request::Visit,
    respond::{self, SameSite},
};
use domain::{access_key::AccessKey, dossier_code::DossierCode};
use worker::Response;

const NAME: &str = "__Host-bien-nhan";
const SECONDS: u32 = 10 * 60;

/// What the cookie carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Receipt {
    /// The key that opens the dossier.
    pub(super) key: AccessKey,
    /// The token of its rating.
    pub(super) rating: String,
}

/// Gives the browser the receipt of what it just sent; an answer repeated after the key was replaced has none.
pub(super) fn keep(response: Response, submitted: &Submitted) -> worker::Result<Response> {
    let Some(key) = &submitted.access_key else { return Ok(response) };
    let rating = submitted.rating.as_deref().unwrap_or_default();
    respond::with_cookie(response, NAME, &format!("{}/{}/{rating}", submitted.code, key.symbols()), Some(SECONDS), SameSite::Lax)
}

/// Returns the receipt of a dossier, if this browser has it.
pub(super) fn held(visit: &Visit, code: &DossierCode) -> Option<Receipt> {
    read(&visit.cookie(NAME)?, code)
}

fn read(cookie: &str, code: &DossierCode) -> Option<Receipt> {
    let mut parts = cookie.splitn(3, '/');
    let of: DossierCode = parts.next()?.parse().ok()?;
    let receipt = Receipt { key: parts.next()?.parse().ok()?, rating: parts.next()?.to_owned() };
    (of == *code).then_some(receipt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_of_its_own_dossier() {
        let code: DossierCode = "H99.12.1-261121-0007".parse().unwrap();
        let other: DossierCode = "H99.12.1-261121-0008".parse().unwrap();
        let cookie = "H99.12.1-261121-0007/ABCDEFGHJKMNP/H99.12.1~XYZ";
        assert_eq!(read(cookie, &code).map(|receipt| receipt.rating).as_deref(), Some("H99.12.1~XYZ"));
        assert_eq!(read(cookie, &other), None);
        for broken in ["", "/", "H99.12.1-261121-0007", "H99.12.1-261121-0007/short/x"] {
            assert_eq!(read(broken, &code), None, "{broken}");
        }
    }
}
