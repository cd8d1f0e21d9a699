//! The form of a procedure, filled in: by a link, by a draft, or given back with what is wrong.

use super::{the_shown_form, ticket};
use crate::{
    drafts::{self, Ticket},
    filing, limits,
    problem::{self, Problem},
    request::{Fields, Visit, pairs},
    respond,
};
use app::{
    component::question::Filled,
    page::{
        form::{prefilled, pressed, printed},
        sheet,
    },
    route::Route,
};
use domain::{
    form::{Form, LATER, RawAnswers, Relevance, Verdict},
    language::Language,
};
use worker::Response;

/// `GET …/nop-ho-so/?…`: filled in by what the link says, or by the draft somebody wants to mend.
pub(crate) async fn show(visit: Visit) -> Result<Response, Problem> {
    let (_, form) = the_shown_form(&visit)?;
    let query = pairs(&visit.query);
    let says = |wanted: &str| query.iter().any(|(name, _)| name == wanted);
    let draft = if says("sua") { ticket::held(&visit, form).await? } else { None };
    let (raw, device) = match draft {
        // The tab may be busy with another draft by now.
        Some((_, draft)) if draft.filed.is_none() => (draft.answers, ticket::device(&visit, &form.procedure)),
        _ => (prefilled(&visit.content.catalogue, form, query.iter().map(|(name, value)| (name.as_str(), value.as_str()))), None),
    };
    let filled = Filled { draft: device.as_deref(), over: says(super::OVER), ..Filled::unjudged(&raw) };
    Ok(respond::shown(printed(visit.press(), form, &filled))?)
}

/// `POST …/nop-ho-so/`: judged, and kept as a draft when nothing is wrong; a stop is told where the form would end.
pub(crate) async fn judge(mut visit: Visit) -> Result<Response, Problem> {
    let fields = visit.fields().await?;
    let (guide, form) = the_shown_form(&visit)?;
    let mut raw = answers(&fields);
    if let Some(button) = fields.get("_do") {
        let focus = pressed(form, &mut raw, button);
        let filled = Filled { focus: focus.as_deref(), ..Filled::unjudged(&raw) };
        return Ok(respond::shown(printed(visit.press(), form, &filled))?);
    }
    let verdict = filing::judge(&visit.content.catalogue, (guide, form), &raw, None, visit.day);
    if super::outdated(&fields, form) {
        // Answers to other questions are looked at again before they count, however good they look.
        let filled = Filled { faults: &verdict.faults, doubts: &verdict.doubts, outdated: true, ..Filled::unjudged(&raw) };
        return Ok(respond::given_back(printed(visit.press(), form, &filled))?);
    }
    if !form.sends() {
        return to_print(&visit, form, &raw, &verdict);
    }
    let stopped = verdict.stopped.is_some();
    if !stopped && !verdict.faults.is_empty() {
        let filled = Filled { faults: &verdict.faults, doubts: &verdict.doubts, ..Filled::unjudged(&raw) };
        return Ok(respond::given_back(printed(visit.press(), form, &filled))?);
    }
    // Where a stop is met, nobody needs to answer the rest, and nothing that was typed is lost on the way back.
    let mut checked = if stopped { of_form(form, &raw) } else { verdict.answers.to_raw() };
    let mut dropped = false;
    let known = ticket::device(&visit, &form.procedure);
    let device = fields.get("_draft").filter(|name| ticket::names_draft(name)).or(known.as_deref());
    // Another draft of the same device begins anew, or has been put aside: the papers of the first are none of its own.
    let another = known.as_deref().is_some_and(|known| device != Some(known));
    let held = match device {
        Some(device) if another => ticket::aside(&visit, form, device).await?,
        _ => ticket::held(&visit, form).await?,
    };
    let to = |ticket: &Ticket, address: &str| -> worker::Result<Response> {
        let there = ticket::keep(respond::see(address)?, form, ticket, device)?;
        if another { ticket::put_aside(there, &visit, &form.procedure, device) } else { Ok(there) }
    };
    let ticket = match held {
        // It was sent, and its answer was lost on the way: its receipt comes now, and no second dossier.
        Some((ticket, draft)) if draft.filed.is_some() && unchanged(&checked, &draft.answers) => {
            return Ok(to(&ticket, &Route::Check(form.procedure.clone()).path(Language::Vietnamese))?);
        }
        Some((ticket, draft)) if draft.filed.is_none() => {
            // What was said of papers stays, and so do their files; they are asked for on a page of their own.
            let moved = form.papers_follow(&draft.answers, &checked);
            for (paper, to) in &moved {
                let said = draft.answers.one(paper);
                if let (Some(to), false) = (to, said.is_empty()) {
                    checked.set(to.as_str(), said);
                }
                dropped |= to.is_none() && draft.files.iter().any(|file| file.paper == *paper);
            }
            if drafts::rewrite(&visit.env, &ticket, form, &checked, moved).await? { Some(ticket) } else { None }
        }
        _ => None,
    };
    let ticket = if let Some(ticket) = ticket {
        ticket
    } else {
        limits::upload(&visit).await?;
        drafts::begin(&visit.env, form, &checked).await?
    };
    let relevance = Relevance::of(form, &checked, visit.day);
    let papers = !stopped && !relevance.papers(&checked).is_empty();
    let next = if papers { Route::Papers(form.procedure.clone()) } else { Route::Check(form.procedure.clone()) };
    let told = if papers && dropped { format!("?{}", super::papers::DROPPED) } else { String::new() };
    Ok(to(&ticket, &format!("{}{told}", next.path(Language::Vietnamese)))?)
}

/// Tells whether a draft asks for nothing else than before; what was said of papers is asked on a page of their own.
fn unchanged(checked: &RawAnswers, before: &RawAnswers) -> bool {
    let said = |raw: &RawAnswers| {
        raw.iter().filter(|(_, values)| **values != [LATER]).map(|(path, values)| (path.to_owned(), values.to_vec())).collect::<Vec<_>>()
    };
    said(checked) == said(before)
}

/// The sheet, as the answer itself: nothing is kept, so there is no draft to come back to and no page of its own.
fn to_print(visit: &Visit, form: &Form, raw: &RawAnswers, verdict: &Verdict) -> Result<Response, Problem> {
    let stopped = verdict.stopped.as_ref();
    if stopped.is_some() || !verdict.faults.is_empty() {
        // Behind a stop nothing needs an answer.
        let faults = if stopped.is_some() { &[][..] } else { &verdict.faults };
        let filled = Filled { faults, doubts: &verdict.doubts, stopped, ..Filled::unjudged(raw) };
        return Ok(respond::given_back(printed(visit.press(), form, &filled))?);
    }
    let sheet = sheet::printed(visit.press(), form, &verdict.answers).ok_or(Problem::of(&problem::NO_FORM))?;
    Ok(respond::shown(sheet)?)
}

/// The answers to questions of the form.
fn of_form(form: &Form, raw: &RawAnswers) -> RawAnswers {
    let known = raw.iter().filter(|(path, _)| form.question(path).is_some());
    known.flat_map(|(path, values)| values.iter().map(move |value| (path, value.as_str()))).collect()
}

/// The answers among the fields: names that begin with `_` and the trap for programs are none.
fn answers(fields: &Fields) -> RawAnswers {
    let answers = fields.0.iter().filter(|(name, _)| !name.starts_with('_') && name != super::TRAP);
    answers.map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
