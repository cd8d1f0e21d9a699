//! The application of a dossier to print on A4, for its owner and for the officer who has it before them.

use crate::{
    held::Held,
    problem::{self, Problem},
    request::Visit,
    respond,
};
use app::page::application::{self, Application};
use worker::Response;

/// Prints the application; where the form is no longer published, there is none.
pub(crate) fn printed(visit: &Visit, held: &Held) -> Result<Response, Problem> {
    let form = held.form.ok_or(Problem::of(&problem::NOT_FOUND))?;
    let sections = held.sections(visit);
    let papers = held.paper_rows().into_iter().map(|paper| match paper.files.len() {
        0 => format!("{} (mang đến sau)", paper.name),
        files => format!("{} ({files} tệp)", paper.name),
    });
    let papers: Vec<String> = papers.collect();
    let application = Application {
        form,
        code: held.code(),
        sent: held.dossier.submitted_at.moment(),
        sections: &sections,
        papers: &papers,
        applicant: &held.record.applicant,
    };
    Ok(respond::shown(application::printed(visit.press(), &application))?)
}
