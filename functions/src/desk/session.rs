//! Who is signed in, and whether a write comes from their own page.

use crate::{
    object::{
        accounts::{Call, Officer, Reply, ask},
        limiter,
    },
    problem::{self, Problem},
    request::Visit,
    secret::{base32, hmac, same, sha256},
};
use domain::dossier::{Actor, Role};

/// The cookie of a session; it ends with the browser, and on our side after eight hours without a click.
pub(crate) const COOKIE: &str = "__Host-desk";

/// An officer in a session.
#[derive(Debug)]
pub(crate) struct SignedIn {
    /// Who it is, as of this request.
    pub(crate) officer: Officer,
    /// The session as the object knows it.
    pub(crate) session: String,
    /// What every write must carry in `X-CSRF-Token`.
    pub(crate) csrf: String,
}

/// Returns who is signed in.
pub(crate) async fn reading(visit: &Visit) -> Result<SignedIn, Problem> {
    let nobody = || Problem::of(&problem::UNAUTHENTICATED);
    let cookie = visit.cookie(COOKIE).filter(|cookie| cookie.len() == 32).ok_or_else(nobody)?;
    let session = hashed(&cookie);
    let Reply::Officer(officer) = ask(&visit.env, &Call::Session(session.clone())).await? else { return Err(nobody()) };
    limiter::take(&visit.env, &limiter::OFFICER, &officer.login).await?;
    Ok(SignedIn { officer, session, csrf: csrf(&cookie) })
}

/// Returns who is signed in, for a request that changes something.
pub(crate) async fn writing(visit: &Visit) -> Result<SignedIn, Problem> {
    let signed_in = reading(visit).await?;
    let said = visit.header("x-csrf-token").unwrap_or_default();
    if same(said.as_bytes(), signed_in.csrf.as_bytes()) { Ok(signed_in) } else { Err(Problem::of(&problem::CSRF)) }
}

/// The form in which a session is kept: what is stolen from the storage opens nothing.
pub(super) fn hashed(cookie: &str) -> String {
    base32(&sha256(&[b"session", cookie.as_bytes()]))
}

/// The token of a session; only who has the cookie can make it.
pub(super) fn csrf(cookie: &str) -> String {
    base32(&hmac(cookie.as_bytes(), b"csrf"))
}

impl Officer {
    /// Tells whether they work for an agency.
    pub(crate) fn works_for(&self, agency: &str) -> bool {
        self.agencies.contains("*") || self.agencies.contains(agency)
    }

    /// Returns them as who did something.
    pub(crate) fn actor(&self) -> Actor {
        Actor::Officer { id: self.login.clone(), name: self.name.clone() }
    }
}

impl SignedIn {
    /// Refuses who does not have a role.
    pub(crate) fn must_be(&self, role: Role) -> Result<(), Problem> {
        if self.officer.roles.contains(&role) { Ok(()) } else { Err(Problem::of(&problem::FORBIDDEN)) }
    }

    /// Goes on for an administrator only.
    pub(crate) fn admin(self) -> Result<Self, Problem> {
        self.must_be(Role::Admin).map(|()| self)
    }

    /// Refuses who does not work for an agency.
    pub(crate) fn must_work_for(&self, agency: &str) -> Result<(), Problem> {
        if self.officer.works_for(agency) { Ok(()) } else { Err(Problem::of(&problem::FORBIDDEN)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_every_agency() {
        let officer = |agencies: &[&str]| Officer {
            login: "lan".to_owned(),
            name: "Lê Thị Lan".to_owned(),
            roles: [Role::Receiver].into(),
            agencies: agencies.iter().map(|code| (*code).to_owned()).collect(),
            locked: false,
            temporary: false,
        };
        assert!(officer(&["*"]).works_for("H99.12"));
        assert!(officer(&["H99.1", "H99.12"]).works_for("H99.12"));
        assert!(!officer(&["H99.1"]).works_for("H99.12"));
        assert!(!officer(&[]).works_for("*"));
    }

    #[test]
    fn tokens_of_two_sessions_differ_and_do_not_give_the_session_away() {
        assert_ne!(csrf("A"), csrf("B"));
        assert_ne!(csrf("A"), hashed("A"));
    }
}
