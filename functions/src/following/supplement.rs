//! Answering a request for a supplement: only what was asked changes, and all of it is answered at once.

use super::{Outcome, Seen, folded, follow, own};
use crate::{
    drafts,
    fault::Fault,
    filing,
    held::CASE,
    object::{
        agency::{Changed, Deed, Followed},
        papers,
    },
    request::IdempotencyKey,
};
use domain::{
    access_key::AccessKey,
    catalogue::Catalogue,
    date::Date,
    desk::{Deadlines, Setting},
    dossier::{Happening, SupplementRequest},
    dossier_code::DossierCode,
    form::{Fault as FieldFault, Form, LATER, RawAnswers, Wrong},
    procedure::Procedure,
    record::HeldFile,
    timestamp::Timestamp,
};
use std::collections::BTreeSet;
use worker::Env;

/// An answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Supplement<'a> {
    /// The answers that change; what was not asked for is left as it was. A paper that comes later is answered by `later`.
    pub(crate) answers: &'a RawAnswers,
    /// The day answers are checked for.
    pub(crate) today: Date,
    /// The instant the clock starts anew, for an accepted dossier.
    pub(crate) now: Timestamp,
}

/// Sends the answer with the files that were uploaded for it.
pub(crate) async fn supplement(
    env: &Env,
    catalogue: &Catalogue,
    code: &DossierCode,
    key: &AccessKey,
    request: &IdempotencyKey,
    supplement: &Supplement<'_>,
) -> Result<Outcome, Fault> {
    let followed = match follow(env, catalogue, code, key).await? {
        Seen::This(followed) => followed,
        Seen::WrongKey => return Ok(Outcome::WrongKey),
        Seen::NoSuchDossier => return Ok(Outcome::NoSuchDossier),
    };
    let name = filing::request_hash(request);
    let files = match &followed.papers {
        Some(papers) => filing::sending(env, papers, &code.agency, &name).await?.map(|draft| draft.files).unwrap_or_default(),
        None => Vec::new(),
    };
    let deed = match judged(catalogue, &followed, supplement, files, request)? {
        Ok(deed) => deed,
        Err(faults) => return Ok(Outcome::Faulty(faults)),
    };
    let files = deed.files.clone();
    let outcome = own(env, catalogue, code, key, deed).await?;
    if let (Outcome::Done(_), Some(papers)) = (&outcome, &followed.papers) {
        let taken = papers::Call::Taken { code: code.clone(), request: name, files };
        // It is answered already; pending files that stay so are only shown again.
        if let Err(fault) = papers::ask(env, papers, &taken).await {
            fault.logged();
        }
    }
    Ok(outcome)
}

type Judged = Result<Deed, Vec<FieldFault>>;

fn judged(
    catalogue: &Catalogue,
    followed: &Followed,
    given: &Supplement<'_>,
    files: Vec<HeldFile>,
    request: &IdempotencyKey,
) -> Result<Judged, Fault> {
    let record = &followed.record;
    let dossier = folded(followed)?;
    let what = |fields, papers, due| Happening::SupplementAnswered { fields, papers, due };
    let deed = |what, changed, files, version| Deed { idempotency: request.as_str().to_owned(), version, what, changed, files };
    let guide = catalogue.procedure(record.procedure.as_str());
    let form = catalogue.form(record.procedure.as_str());
    // Answered before, or never asked: what a repeated request said is rebuilt from the last request, and the object tells which it is.
    let asked = dossier.open_request().or_else(|| dossier.requests.last()).map(|asked| asked.request.clone()).unwrap_or_default();
    let (Some(guide), Some(form)) = (guide, form) else {
        // The form was taken off the portal: papers can still be brought.
        let papers: Vec<String> = files.iter().map(|file| file.paper.clone()).collect::<BTreeSet<_>>().into_iter().collect();
        return Ok(Ok(deed(what(Vec::new(), papers, None), None, files, Some(dossier.version))));
    };
    let answered = Answered::of(form, &asked, &record.answers, given.answers, &files);
    let faults = answered.faults(catalogue, (guide, form), &asked, record, &files, given.today);
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let verdict = filing::judge(catalogue, (guide, form), &answered.merged, None, given.today);
    let changed = (!answered.fields.is_empty() || !answered.later.is_empty())
        .then(|| Changed { answers: answered.merged.clone(), who: filing::who(form, &verdict.answers) });
    // The clock begins anew from the answer, by the same rule as at the desk.
    let deadline = Deadlines { guide: Some(guide), case: verdict.answers.chosen(CASE).first().copied() };
    let due =
        dossier.received_at.and_then(|_| Setting { now: given.now, calendar: &catalogue.calendar, dossier: &dossier, deadline }.due());
    let papers = files.iter().map(|file| file.paper.clone()).chain(answered.later.iter().cloned()).collect::<BTreeSet<_>>();
    Ok(Ok(deed(what(answered.fields, papers.into_iter().collect(), due), changed, files, None)))
}

/// What an answer changes.
struct Answered {
    /// All answers, the new ones in their places.
    merged: RawAnswers,
    /// The asked fields that were answered.
    fields: Vec<String>,
    /// The asked papers that come later.
    later: Vec<String>,
}

impl Answered {
    fn of(form: &Form, asked: &SupplementRequest, kept: &RawAnswers, given: &RawAnswers, files: &[HeldFile]) -> Self {
        let mut answered = Self { merged: kept.clone(), fields: Vec::new(), later: Vec::new() };
        for field in asked.fields.iter().filter(|field| given.any_under(form.whole_path(field))) {
            answered.replace(form.whole_path(field), given);
            answered.fields.push(field.clone());
        }
        for paper in asked.papers.iter().filter(|paper| given.one(paper) == LATER && !files.iter().any(|file| file.paper == **paper)) {
            if form.paper(paper).is_some_and(|paper| paper.later) {
                answered.merged.set(paper.as_str(), LATER);
                answered.later.push(paper.clone());
            }
        }
        answered
    }

    /// Puts what was given for a question in the place of what was kept.
    fn replace(&mut self, question: &str, given: &RawAnswers) {
        let under = |path: &str| path == question || path.strip_prefix(question).is_some_and(|rest| rest.starts_with('.'));
        let old: Vec<String> = self.merged.iter().map(|(path, _)| path.to_owned()).filter(|path| under(path)).collect();
        for path in &old {
            self.merged.remove(path);
        }
        for (path, values) in given.iter().filter(|(path, _)| under(path)) {
            for value in values {
                self.merged.add(path, value.as_str());
            }
        }
    }

    /// Everything asked that is not answered, and every fault among what is; old answers are not judged anew.
    fn faults(
        &self,
        catalogue: &Catalogue,
        found: (&Procedure, &Form),
        asked: &SupplementRequest,
        record: &domain::record::Record,
        files: &[HeldFile],
        today: Date,
    ) -> Vec<FieldFault> {
        let fault = |path: &str, wrong| FieldFault { path: path.to_owned(), wrong };
        let missing = asked.fields.iter().filter(|field| !self.fields.contains(field)).map(|field| fault(field, Wrong::Missing));
        let brought = |paper: &String| files.iter().any(|file| file.paper == *paper) || self.later.contains(paper);
        let absent = asked.papers.iter().filter(|paper| !brought(paper)).map(|paper| fault(paper, Wrong::PaperMissing));
        let held = drafts::counted(record.files.iter().chain(files));
        let verdict = filing::judge(catalogue, found, &self.merged, Some(&held), today);
        let whole = |path| found.1.whole_path(path);
        let wrong = verdict.faults.iter().filter(|fault| self.fields.iter().any(|field| whole(field) == whole(&fault.path))).cloned();
        missing.chain(wrong).chain(absent).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_asked_changes() {
        let kept: RawAnswers =
            [("ho-ten", "Lan"), ("noi-o.province", "01"), ("noi-o.commune", "00004"), ("dan-toc", "Kinh")].into_iter().collect();
        let given: RawAnswers = [("noi-o.province", "79"), ("ho-ten", "Kẻ khác")].into_iter().collect();
        let mut answered = Answered { merged: kept, fields: Vec::new(), later: Vec::new() };
        answered.replace("noi-o", &given);
        assert_eq!((answered.merged.one("noi-o.province"), answered.merged.one("noi-o.commune")), ("79", ""));
        assert_eq!((answered.merged.one("ho-ten"), answered.merged.one("dan-toc")), ("Lan", "Kinh"));
    }
}
