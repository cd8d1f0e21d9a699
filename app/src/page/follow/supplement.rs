//! What the office asks to be added: its fields and papers in one form, filled in with what was sent.

use super::{
    asks::{action, hidden},
    opened::Opened,
};
use crate::document::Print as _;
use crate::{
    component::{
        Press,
        error_summary::{ToMend, error_summary},
        file_box::{self, ACCEPTED},
        photo_desk::photo_templates,
        question::{Asked, Filled, question},
    },
    text::{self, fault::fault_text, status::closed},
};
use domain::{
    dossier::{Move, SupplementRequest},
    form::{Fault, Form, Question, RawAnswers, Wrong},
    language::Language::Vietnamese,
    record::HeldFile,
};
use leptos::prelude::*;

/// The fields to mend as whole questions: each with its path, once.
fn questions<'a>(form: &'a Form, request: &SupplementRequest) -> Vec<(String, &'a Question)> {
    let mut found: Vec<(String, &Question)> = Vec::new();
    for field in &request.fields {
        let path = form.whole_path(field);
        let Some(question) = form.question(path) else { continue };
        if !found.iter().any(|(known, _)| *known == path) {
            found.push((path.to_owned(), question));
        }
    }
    found
}

/// What has to be mended in what was typed.
pub(super) fn summary(press: Press<'_>, of: Opened<'_>) -> Option<AnyView> {
    let form = press.catalogue.form(of.record.procedure.as_str())?;
    let mend = |fault: &Fault| ToMend { href: format!("#{}", fault.path), words: words(form, &of.record.answers, fault) };
    error_summary(press, of.faults.iter().map(mend).collect())
}

/// What is wrong and how to mend it; what the office asks for now cannot come later.
fn words(form: &Form, answers: &RawAnswers, fault: &Fault) -> String {
    match (&fault.wrong, form.paper_name(&fault.path, answers)) {
        (Wrong::PaperMissing, Some(name)) => format!("Gửi ảnh hoặc tệp {}.", text::lower_first(&name)),
        (Wrong::PaperMissing, None) => "Gửi ảnh hoặc tệp của giấy tờ này.".to_owned(),
        _ => fault_text(form, fault, Vietnamese),
    }
}

/// The form; nothing when nothing is asked.
pub(super) fn form(press: Press<'_>, of: Opened<'_>) -> Option<AnyView> {
    let asked = of.dossier.open_request()?;
    let request = &asked.request;
    let form = press.catalogue.form(of.record.procedure.as_str());
    let filled = Filled { faults: of.faults, ..Filled::unjudged(of.typed.unwrap_or(&of.record.answers)) };
    let fields = form.map(|form| {
        let asked = Asked { press, form, filled };
        questions(form, request).into_iter().map(|(path, one)| question(asked, one, &path, &[])).collect_view()
    });
    let papers = request.papers.iter().map(|paper| file(press, of, form, paper)).collect_view();
    let note = (!request.note.trim().is_empty()).then(|| view! { <p>{closed(&request.note)}</p> });
    let until = request.until.map(|until| view! { <p>{format!("Gửi chậm nhất hết ngày {}.", text::weekday_date(until, Vietnamese))}</p> });
    // Pictures can go over the photo desk before they are sent.
    let guide = press.catalogue.procedure(of.record.procedure.as_str()).filter(|_| !request.papers.is_empty());
    let templates = guide.map(|guide| photo_templates(press, &guide.title.vi));
    // The device keeps an answer to this very request, whatever the address of the page.
    let (code, at) = (of.record.code.to_string(), asked.at.0.to_string());
    let view = view! {
        <section data-supplement="" data-code=code data-at=at data-given-back=of.typed.map(|_| "")>
            <h2>"Bổ sung hồ sơ"</h2>
            {note}
            <p>{format!("Lý do: {}", closed(&request.reason))}</p>
            {until}
            <form method="post" action=action(of) enctype="multipart/form-data">
                {hidden(of)}
                {fields}
                {papers}
                <p class="actions"><button class="button" type="submit" name="_do" value=Move::AnswerSupplement.name()>"Gửi bổ sung"</button></p>
            </form>
            {templates}
        </section>
    };
    Some(view.printed())
}

/// One paper to add, in one file or several.
fn file(press: Press<'_>, of: Opened<'_>, form: Option<&Form>, id: &str) -> AnyView {
    let known = form.and_then(|form| form.paper(id));
    let name = form.and_then(|form| form.paper_name(id, &of.record.answers)).unwrap_or_else(|| name_in_guide(press, of, id));
    let hint = known.and_then(|paper| paper.hint.clone()).map(|hint| format!("{hint} ")).unwrap_or_default();
    let hint = format!("{hint}PDF, JPEG, PNG hoặc HEIC, mỗi tệp không quá 10\u{a0}MB. Nhiều trang thì chọn nhiều ảnh.");
    let fault = of.faults.iter().find(|fault| fault.path == id);
    let words = fault.and_then(|fault| form.map(|form| words(form, &of.record.answers, fault)));
    let wrong = fault.is_some();
    let arrived = arrived_text(of.arrived, id);
    let describes = format!("{id}-hint {}{id}-error", if arrived.is_some() { format!("{id}-arrived ") } else { String::new() });
    let arrived = arrived.map(|words| view! { <p class="hint" id=format!("{id}-arrived") data-arrived-files="">{words}</p> });
    view! {
        <div class="question" class:question-wrong=wrong data-paper=id.to_owned()>
            <label class="ask" for=id.to_owned()>{name}</label>
            <p class="hint" id=format!("{id}-hint")>{hint}</p>
            <p class="error-line" id=format!("{id}-error") data-error-for=id.to_owned() hidden=!wrong>{words}</p>
            {arrived}
            <input type="file" id=id.to_owned() name=id.to_owned() accept=ACCEPTED multiple=true aria-describedby=describes aria-invalid=wrong.then_some("true")/>
        </div>
    }
    .printed()
}

/// What has arrived of a paper, and what becomes of it when something else is chosen; nothing where nothing has.
fn arrived_text(files: &[HeldFile], paper: &str) -> Option<String> {
    let named = |file: &HeldFile| format!("{} ({})", file.name, file_box::size(file.size));
    let files: Vec<String> = files.iter().filter(|file| file.paper == paper).map(named).collect();
    let these = match files.len() {
        0 => return None,
        1 => "tệp này",
        _ => "các tệp này",
    };
    Some(format!("Đã nhận: {}. Bạn không phải chọn lại. Chọn tệp khác thì {these} được thay.", files.join(", ")))
}

/// What the guide calls a paper the form does not ask for.
fn name_in_guide(press: Press<'_>, of: Opened<'_>, id: &str) -> String {
    let procedure = press.catalogue.procedure(of.record.procedure.as_str());
    let needs = procedure.into_iter().flat_map(|procedure| procedure.cases.iter().flat_map(|case| &case.papers));
    let found = needs.map(|need| &need.paper).find(|paper| paper.id.as_str() == id);
    found.map_or_else(|| id.to_owned(), |paper| paper.name.vi.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::FileKind;

    fn check(paper: &str, expected: Option<&str>) {
        let file = |paper: &str, number, name: &str, size| HeldFile {
            paper: paper.to_owned(),
            number,
            name: name.to_owned(),
            kind: FileKind::Jpeg,
            size,
            sha256: String::new(),
        };
        let files = [
            file("bang-lai", 1, "mặt trước.jpg", 1_150_001),
            file("bang-lai", 2, "mặt sau.jpg", 340_000),
            file("giay-chung-sinh", 1, "giấy.jpg", 10),
        ];
        assert_eq!(arrived_text(&files, paper).as_deref(), expected);
    }

    #[test]
    fn files_that_have_arrived_are_named_at_their_paper() {
        check("giay-chung-sinh", Some("Đã nhận: giấy.jpg (1\u{a0}KB). Bạn không phải chọn lại. Chọn tệp khác thì tệp này được thay."));
        check(
            "bang-lai",
            Some(
                "Đã nhận: mặt trước.jpg (1,2\u{a0}MB), mặt sau.jpg (340\u{a0}KB). Bạn không phải chọn lại. \
                 Chọn tệp khác thì các tệp này được thay.",
            ),
        );
        check("to-khai", None);
    }
}
