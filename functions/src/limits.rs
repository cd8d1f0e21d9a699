//! How often a citizen may ask, before anything is hashed or looked up. Filing is not among it: nobody is kept from that.

use crate::{
    object::limiter::{SAY_FROM, UPLOAD_FROM, VIEW, VIEW_FROM, take},
    problem::Problem,
    request::Visit,
};
use domain::dossier_code::DossierCode;

/// Looking for a dossier, with a key or without: per address, then per code.
pub(crate) async fn look_up(visit: &Visit, code: &DossierCode) -> Result<(), Problem> {
    take(&visit.env, &VIEW_FROM, visit.address().as_str()).await?;
    take(&visit.env, &VIEW, &code.to_string()).await
}

/// Beginning a draft, uploading a file: per address.
pub(crate) async fn upload(visit: &Visit) -> Result<(), Problem> {
    take(&visit.env, &UPLOAD_FROM, visit.address().as_str()).await
}

/// Answering a survey, rating: per address.
pub(crate) async fn say(visit: &Visit) -> Result<(), Problem> {
    take(&visit.env, &SAY_FROM, visit.address().as_str()).await
}
