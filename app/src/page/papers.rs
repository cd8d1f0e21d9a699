//! The papers of a draft: one small form each, so that a slow network loses one picture and not all.

use super::form::{help, steps};
use crate::{
    component::{
        Press,
        back_link::back_link,
        button::{Weight, link_button},
        error_summary::{ToMend, error_summary},
        file_box::{FileBox, HeldFile, file_box},
        form_status::{FormStatus, form_status},
        photo_desk::photo_templates,
        progress::progress,
    },
    document::{Page, document},
    route::Route,
};
use domain::form::{Form, PaperRequest};
use leptos::prelude::*;

/// A paper the answers ask for, with what is held of it.
#[derive(Debug, Clone)]
pub struct AskedPaper<'a> {
    /// The paper.
    pub paper: &'a PaperRequest,
    /// The files held, in order.
    pub files: Vec<HeldFile>,
    /// Whether it will be brought to the desk.
    pub later: bool,
    /// What is wrong with what was just sent.
    pub error: Option<String>,
}

/// Prints the page of papers; `papers` are those the answers ask for.
pub fn printed(press: Press<'_>, form: &Form, papers: &[AskedPaper<'_>]) -> String {
    document(press, || page(press, form, papers))
}

fn page(press: Press<'_>, form: &Form, papers: &[AskedPaper<'_>]) -> Page {
    let route = Route::Papers(form.procedure.clone());
    let action = press.href(&route);
    let wrong = |asked: &AskedPaper<'_>| asked.error.clone().map(|words| ToMend { href: format!("#{}", asked.paper.id), words });
    let faults: Vec<ToMend> = papers.iter().filter_map(wrong).collect();
    let boxes = papers.iter().map(|asked| {
        let of = FileBox { paper: asked.paper, action: &action, files: &asked.files, later: asked.later, error: asked.error.as_deref() };
        file_box(press, of)
    });
    let boxes = boxes.collect_view();
    let lead = if papers.is_empty() {
        "Hồ sơ này không cần gửi giấy tờ nào. Bấm «Tiếp tục» để xem lại."
    } else {
        "Chụp từng giấy dưới ánh sáng đều, thấy đủ bốn góc. Tải xong giấy nào, giấy đó ở trong bản nháp. Cơ quan chỉ nhận khi bạn bấm «Gửi hồ sơ»."
    };
    let back = format!("{}?sua=1", press.href(&Route::Form(form.procedure.clone())));
    let guide = press.catalogue.procedure(form.procedure.as_str());
    let called = guide.map_or_else(|| form.title.clone(), |guide| guide.title.in_language(press.language).to_owned());
    let main = view! {
        {back_link(press, back, "Sửa tờ khai".to_owned())}
        {progress(press, "Bước", 2, steps(form), "Giấy tờ")}
        <h1>"Giấy tờ gửi kèm"</h1>
        {error_summary(press, faults)}
        <p class="lead">{lead}</p>
        {boxes}
        {photo_templates(press, &called)}
        <div class="form-end">
            {link_button(press, Weight::Filled, press.href(&Route::Check(form.procedure.clone())), "Tiếp tục".to_owned(), None)}
            {form_status(press, FormStatus::OnServer)}
            {help(press)}
        </div>
    };
    let mut page = Page::new(route, format!("Giấy tờ: {}", form.title), format!("Giấy tờ gửi kèm {}.", form.title), main);
    page.styles = vec![press.assets.form_style.clone()];
    page.script = Some(press.assets.papers.clone());
    page.hidden_from_search = true;
    page
}
