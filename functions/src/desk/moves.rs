//! Moves of officers. The Worker checks role and agency, the agency's object whether the dossier allows it.

use super::{fetch::fetch, session};
use crate::{
    drafts,
    fault::Fault,
    held::Held,
    object::agency::{Call, Refused, Reply, ask},
    problem::{self, Problem},
    request::Visit,
    respond,
};
use app::text::desk::refusal;
use domain::{
    desk::{Act, Conflict, Deed, Done},
    dossier::{Happening, Move, Why},
};
use serde::Serialize;
use worker::Response;

/// Somebody was quicker.
#[derive(Serialize)]
struct Quicker<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    code: &'static str,
    conflict: &'a Conflict,
}

/// `POST /api/v1/desk/dossiers/{code}/moves`
pub(crate) async fn act(mut visit: Visit) -> Result<Response, Problem> {
    let signed_in = session::writing(&visit).await?;
    let Act { version, deed } = visit.json().await?;
    let held = fetch(&visit, &signed_in).await?;
    if let Some(last) = held.record.events.last().filter(|_| version != held.dossier.version) {
        return quicker(&Conflict { version: held.dossier.version, last: last.clone() });
    }
    let roles = signed_in.roles();
    held.dossier.permit(deed.what(), &roles).map_err(|refusal| refused(&refusal.into()))?;
    let by = signed_in.officer.actor();
    let (code, slip) = (held.code().clone(), deed.slip());
    if matches!(deed, Deed::ReplaceKey) {
        return match ask(&visit.env, &held.agency.code, &Call::ReplaceKey { code, version, by }).await? {
            Reply::NewKey { access_key, version } => {
                Ok(respond::ok(&Done { version, status: held.dossier.status, access_key: Some(access_key.to_string()), slip: None })?)
            }
            reply => answered(reply),
        };
    }
    if let Deed::Resolve { file: Some(file), .. } = &deed
        && drafts::result(&visit.env, &held.agency.code, file).await?.is_none()
    {
        return Err(Problem::of(&problem::NOT_FOUND).detail("Không thấy tệp kết quả. Bạn chọn tệp rồi gửi lại."));
    }
    let deeds = deeds(&visit, &held, deed)?;
    match ask(&visit.env, &held.agency.code, &Call::Act { code, version, by, deeds }).await? {
        Reply::Acted(acted) => Ok(respond::ok(&Done { version: acted.version, status: acted.status, access_key: None, slip })?),
        reply => answered(reply),
    }
}

/// What is written for a deed: itself, and the slip that goes with it by law, so that it has its number at once.
fn deeds(visit: &Visit, held: &Held, deed: Deed) -> Result<Vec<Happening>, Problem> {
    let slip = deed.slip().filter(|_| deed.what() != Move::IssueSlip);
    let happening = deed.happening(&held.setting(visit)).map_err(|lacking| {
        let problem = Problem::of(&problem::FAULTY_FIELDS);
        problem.detail(refusal(lacking.code()))
    })?;
    let issue = slip.map(|slip| Happening::SlipIssued { slip, number: "{n}".to_owned() });
    Ok(std::iter::once(happening).chain(issue).collect())
}

fn answered(reply: Reply) -> Result<Response, Problem> {
    match reply {
        Reply::Conflict { version, last } => quicker(&Conflict { version, last }),
        Reply::Refused(why) => Err(refused(&why)),
        Reply::NotFound => Err(Problem::of(&problem::NOT_FOUND)),
        _ => Err(Fault::Shape("a reply to a move").into()),
    }
}

/// Says why the rules do not allow a move.
fn refused(why: &Refused) -> Problem {
    let role = Why::Role.code();
    let kind = if why.why == role { &problem::FORBIDDEN } else { &problem::MOVE_REFUSED };
    let problem = Problem::of(kind);
    if why.why == role { problem } else { problem.detail(refusal(&why.why)) }
}

fn quicker(conflict: &Conflict) -> Result<Response, Problem> {
    let kind = &problem::CONFLICT;
    let body = Quicker { r#type: "about:blank", title: kind.vietnamese, status: kind.status, code: kind.code, conflict };
    Ok(respond::json(respond::builder(kind.status)?, "application/problem+json", &body)?)
}
