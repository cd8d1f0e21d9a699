//! Everything once more, and the button that sends.

use super::{papers, receipt, the_form, ticket};
use crate::{
    drafts::{self, Ticket},
    filing,
    object::papers::Draft,
    problem::{self, Problem},
    request::Visit,
    respond, secret,
};
use app::{
    page::check::{Checked, printed},
    route::Route,
};
use domain::{
    dossier_code::DossierCode,
    form::{Form, Verdict},
    language::Language,
    procedure::Procedure,
    timestamp::Timestamp,
};
use worker::Response;

/// Nobody reads the page and presses its button faster; programs do.
const FASTEST_READER: i64 = 700;

/// `GET …/kiem-tra/`.
pub(crate) async fn show(visit: Visit) -> Result<Response, Problem> {
    let (guide, form) = the_form(&visit)?;
    match ticket::held(&visit, form).await? {
        Some((ticket, draft)) => {
            if let Some(code) = draft.filed.clone() {
                return filed(&visit, form, &ticket, &draft, code).await;
            }
            let verdict = judged(&visit, (guide, form), &draft);
            let key = match ticket::sending(&visit, form, &ticket) {
                Some(key) => key,
                None => secret::base32(&secret::random::<20>()?),
            };
            let shown = respond::shown(page(&visit, form, &draft, &verdict, &key, visit.now))?;
            Ok(ticket::keep_sending(shown, form, &ticket, &key)?)
        }
        None => Ok(super::to_form(form)?),
    }
}

/// `POST …/kiem-tra/`.
pub(crate) async fn send(mut visit: Visit) -> Result<Response, Problem> {
    let fields = visit.fields().await?;
    let (guide, form) = the_form(&visit)?;
    let Some((ticket, draft)) = ticket::held(&visit, form).await? else { return Ok(super::to_form(form)?) };
    let typed = fields.get("Idempotency-Key").unwrap_or_default();
    let key = typed.parse().map_err(|()| Problem::of(&problem::IDEMPOTENCY_KEY))?;
    let opened = fields.get("_opened").and_then(|text| text.parse::<i64>().ok()).map(Timestamp);
    let hasty = opened.is_none_or(|opened| visit.now.milliseconds_since(opened) < FASTEST_READER);
    let trapped = fields.get(super::TRAP).is_some_and(|text| !text.is_empty());
    if hasty || trapped || super::outdated(&fields, form) {
        // A person sees the page once more and presses again; a program goes away. The page says when it was first opened.
        let verdict = judged(&visit, (guide, form), &draft);
        return Ok(respond::given_back(page(&visit, form, &draft, &verdict, typed, opened.unwrap_or(visit.now)))?);
    }
    let wish = filing::Wish { procedure: form.procedure.as_str(), answers: &draft.answers, draft: Some(&ticket), key: &key };
    match filing::file(&visit.env, &visit.content.catalogue, visit.day, wish).await? {
        filing::Outcome::Filed(submitted) => {
            // Whoever never sees this answer comes back with the draft, and gets the receipt; seeing that ends the draft here.
            let there = respond::see(&Route::FollowDossier(submitted.code.clone()).path(Language::Vietnamese))?;
            Ok(receipt::keep(there, &submitted)?)
        }
        filing::Outcome::DraftFiled(code) => Ok(respond::see(&Route::FollowDossier(code).path(Language::Vietnamese))?),
        filing::Outcome::Faulty(_) | filing::Outcome::Stopped(_) => {
            let verdict = judged(&visit, (guide, form), &draft);
            Ok(respond::given_back(page(&visit, form, &draft, &verdict, typed, visit.now))?)
        }
        filing::Outcome::NotHere(why) => Err(super::not_here(why)),
        filing::Outcome::NoDraft => Ok(super::to_form(form)?),
        filing::Outcome::KeyReused => Err(Problem::of(&problem::KEY_REUSED)),
    }
}

/// The draft is a dossier already. Whoever sent it and never saw the answer gets it now: under the same key the agency
/// says again what it said, and the receipt ends that.
async fn filed(visit: &Visit, form: &Form, ticket: &Ticket, draft: &Draft, code: DossierCode) -> Result<Response, Problem> {
    let there = respond::see(&Route::FollowDossier(code).path(Language::Vietnamese))?;
    let Some(key) = ticket::sending(visit, form, ticket).and_then(|key| key.parse().ok()) else { return Ok(there) };
    let wish = filing::Wish { procedure: form.procedure.as_str(), answers: &draft.answers, draft: Some(ticket), key: &key };
    match filing::file(&visit.env, &visit.content.catalogue, visit.day, wish).await? {
        filing::Outcome::Filed(submitted) => Ok(receipt::keep(there, &submitted)?),
        _ => Ok(there),
    }
}

fn judged(visit: &Visit, (guide, form): (&Procedure, &Form), draft: &Draft) -> Verdict {
    let held = drafts::counted(&draft.files);
    filing::judge(&visit.content.catalogue, (guide, form), &draft.answers, Some(&held), visit.day)
}

fn page(visit: &Visit, form: &Form, draft: &Draft, verdict: &Verdict, key: &str, opened: Timestamp) -> String {
    let asked = papers::asked(form, draft, visit.day);
    let opened = opened.0.to_string();
    let (answers, faults, stopped) = (&verdict.answers, &verdict.faults, verdict.stopped.as_ref());
    let device = ticket::device(visit, &form.procedure);
    let draft = device.as_deref();
    let checked = Checked { form, answers, papers: &asked, faults, doubts: &verdict.doubts, stopped, key, opened: &opened, draft };
    printed(visit.press(), &checked)
}
