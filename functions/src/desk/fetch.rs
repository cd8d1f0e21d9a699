//! Fetching the dossier of a path for an officer.

use super::session::SignedIn;
use crate::{
    fault::Fault,
    following::agency_of,
    held::Held,
    object::agency::{Call, Reply, ask},
    problem::{self, Problem},
    request::{Visit, decoded},
};
use domain::{dossier::Role, dossier_code::TypedCode};

impl SignedIn {
    /// Refuses who only looks after accounts.
    pub(crate) fn must_handle(&self) -> Result<(), Problem> {
        if self.officer.roles.iter().any(|role| *role != Role::Admin) { Ok(()) } else { Err(Problem::of(&problem::FORBIDDEN)) }
    }

    /// Returns the roles.
    pub(crate) fn roles(&self) -> Vec<Role> {
        self.officer.roles.iter().copied().collect()
    }
}

/// Fetches the dossier of the path for an officer of its agency.
pub(crate) async fn fetch(visit: &Visit, signed_in: &SignedIn) -> Result<Held, Problem> {
    signed_in.must_handle()?;
    let catalogue = &visit.content.catalogue;
    let typed = String::from_utf8(decoded(visit.parameter(0))).ok().and_then(|text| text.parse::<TypedCode>().ok());
    let nowhere = || Problem::of(&problem::NOT_FOUND);
    let Some(TypedCode::Ours(code)) = typed else { return Err(nowhere()) };
    let agency = agency_of(catalogue, &code).ok_or_else(nowhere)?;
    signed_in.must_work_for(agency.code.as_str())?;
    let opened = match ask(&visit.env, &agency.code, &Call::Open { code }).await? {
        Reply::Opened(opened) => *opened,
        Reply::NotFound => return Err(nowhere()),
        _ => return Err(Fault::Shape("an opened dossier").into()),
    };
    Ok(Held::of(agency, opened.record, opened.papers, catalogue)?)
}
