//! A dossier as it is shown whole, to its owner and to officers: the record with its fold, its guide, its form and the answers that were read anew.

use crate::{desk, drafts, fault::Fault, request::Visit};
use domain::{
    agency::Agency,
    catalogue::Catalogue,
    code::AgencyCode,
    desk::{Deadlines, PaperRow, Setting},
    dossier::{DeliveryMethod, Dossier},
    dossier_code::DossierCode,
    form::{self, Answer, AnswerSection, Circumstances, Form, PapersHeld, Relevance, Verdict},
    procedure::Procedure,
    record::Record,
};

/// The question whose options are the cases of a guide.
pub(crate) const CASE: &str = "truong-hop";

/// A dossier as it is shown whole.
#[derive(Debug)]
pub(crate) struct Held {
    /// Where it lies.
    pub(crate) agency: &'static Agency,
    /// The record.
    pub(crate) record: Record,
    /// The name of the object with the owner's papers.
    pub(crate) papers: Option<String>,
    /// Where it stands.
    pub(crate) dossier: Dossier,
    /// Its guide, unless that was taken off the portal.
    pub(crate) guide: Option<&'static Procedure>,
    /// Its form, unless that was taken off the portal.
    pub(crate) form: Option<&'static Form>,
    /// The answers, read as on the day it was filed.
    pub(crate) verdict: Verdict,
}

impl Held {
    /// Reads a record anew, as on the day it was filed.
    pub(crate) fn of(
        agency: &'static Agency,
        record: Record,
        papers: Option<String>,
        catalogue: &'static Catalogue,
    ) -> Result<Self, Fault> {
        let dossier = record.dossier().map_err(|_| Fault::Shape("a record"))?;
        let guide = catalogue.procedure(record.procedure.as_str());
        let form = catalogue.form(record.procedure.as_str());
        let offices: Vec<AgencyCode> =
            guide.into_iter().flat_map(|guide| catalogue.receivers(guide)).map(|agency| agency.code.clone()).collect();
        let counts = drafts::counted(&record.files);
        let papers_held = PapersHeld::Held(&counts);
        let calendar = &catalogue.calendar;
        let then = Circumstances { today: record.filed_on(), calendar, places: &catalogue.places, offices: &offices, papers: papers_held };
        let verdict = form.map(|form| form::check(form, &record.answers, &then)).unwrap_or_default();
        Ok(Self { agency, record, papers, dossier, guide, form, verdict })
    }

    /// Returns its code.
    pub(crate) const fn code(&self) -> &DossierCode {
        &self.record.code
    }

    /// Returns the short name of its guide.
    pub(crate) fn procedure(&self) -> String {
        self.guide.map_or_else(|| self.record.procedure.to_string(), |guide| guide.title.vi.clone())
    }

    /// Returns what a move is made in.
    pub(crate) fn setting<'a>(&'a self, visit: &'a Visit) -> Setting<'a> {
        let case = self.verdict.answers.chosen(CASE).first().copied();
        Setting {
            now: visit.now,
            calendar: &visit.content.catalogue.calendar,
            dossier: &self.dossier,
            deadline: Deadlines { guide: self.guide, case },
        }
    }

    /// Returns the answers by topic; what today's form no longer asks stands at the end, so that nothing is hidden.
    pub(crate) fn sections(&self, visit: &Visit) -> Vec<AnswerSection> {
        let catalogue = &visit.content.catalogue;
        let mut sections = self
            .form
            .map(|form| form::answer_sections(form, &self.verdict.answers, &catalogue.places, &catalogue.agencies))
            .unwrap_or_default();
        let is_paper = |path: &str| self.form.is_some_and(|form| form.paper(path).is_some());
        let rows = form::left_over(&sections, &self.record.as_filed, &self.record.answers, is_paper);
        if !rows.is_empty() {
            sections.push(AnswerSection {
                page_id: "khac".to_owned(), title: "Câu trả lời khác, theo biểu mẫu cũ".to_owned(), rows
            });
        }
        sections
    }

    /// Returns the papers: those that were asked for, and those that came.
    pub(crate) fn paper_rows(&self) -> Vec<PaperRow> {
        let files = |id: &str| desk::files::rows(self.record.files.iter().filter(|file| file.paper == id));
        let checked = |id: &str| self.dossier.checked.iter().any(|known| known == id);
        let answers = &self.record.answers;
        let due = self.form.map(|form| Relevance::of(form, answers, self.record.filed_on()).papers(answers)).unwrap_or_default();
        let asked: Vec<(String, String)> = due.into_iter().map(|due| (due.id, due.name)).collect();
        let others = self.record.files.iter().map(|file| file.paper.clone()).filter(|id| asked.iter().all(|(known, _)| known != id));
        let mut others: Vec<String> = others.collect();
        others.sort();
        others.dedup();
        let all = asked.iter().cloned().chain(others.into_iter().map(|id| (id.clone(), self.name(&id))));
        let rows = all.map(|(id, name)| {
            let later = matches!(self.verdict.answers.get(&id), Some(Answer::Later));
            PaperRow { later, checked: checked(&id), files: files(&id), id, name }
        });
        rows.filter(|row| row.later || !row.files.is_empty() || self.verdict.faults.iter().any(|fault| fault.path == row.id)).collect()
    }

    /// Returns how the owner wants the result.
    pub(crate) fn delivery(&self) -> Option<DeliveryMethod> {
        let key = self.verdict.answers.chosen(form::DELIVERY).first().copied().unwrap_or_default();
        DeliveryMethod::NAMED.into_iter().find(|(known, _)| *known == key).map(|(_, method)| method)
    }

    /// Returns an answer as it is read.
    pub(crate) fn read(&self, path: &str, visit: &Visit) -> Option<String> {
        let (form, catalogue) = (self.form?, &visit.content.catalogue);
        Some(form::answer_text(form.question(path)?, self.verdict.answers.get(path)?, &catalogue.places, &catalogue.agencies))
    }

    /// Returns what a path or a paper is called.
    pub(crate) fn name(&self, id: &str) -> String {
        let paper = self.form.and_then(|form| form.paper_name(id, &self.record.answers));
        let question = || self.form.and_then(|form| form.question(id)).map(|question| question.label.clone());
        let then = || form::called(&self.record.as_filed, id).map(str::to_owned);
        paper.or_else(question).or_else(then).unwrap_or_else(|| id.to_owned())
    }
}
