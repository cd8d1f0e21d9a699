//! The papers of a draft: one small form each, so that a slow network loses one picture and not all.

use super::form::{help, steps};
use crate::{
    component::{
        Press,
        back_link::back_link,
        badge::Tone,
        button::{Weight, link_button},
        callout::callout,
        error_summary::{ToMend, error_summary},
        file_box::{FileBox, HeldFile, file_box},
        form_status::{FormStatus, form_status},
        photo_desk::photo_templates,
        progress::progress,
    },
    document::{Page, document},
    route::Route,
};
use domain::form::{Form, PaperDue};
use leptos::prelude::*;

/// A paper the answers ask for, with what is held of it.
#[derive(Debug, Clone)]
pub struct AskedPaper<'a> {
    /// The paper.
    pub due: PaperDue<'a>,
    /// The files held, in order.
    pub files: Vec<HeldFile>,
    /// Whether it will be brought to the desk.
    pub later: bool,
    /// What is wrong with what was just sent.
    pub error: Option<String>,
}

/// Prints the page of papers; `papers` are those the answers ask for, `dropped` tells that files went with the row they were of.
pub fn printed(press: Press<'_>, form: &Form, papers: &[AskedPaper<'_>], dropped: bool) -> String {
    document(press, || page(press, form, papers, dropped))
}

fn page(press: Press<'_>, form: &Form, papers: &[AskedPaper<'_>], dropped: bool) -> Page {
    let route = Route::Papers(form.procedure.clone());
    let action = press.href(&route);
    let wrong = |asked: &AskedPaper<'_>| asked.error.clone().map(|words| ToMend { href: format!("#{}", asked.due.id), words });
    let faults: Vec<ToMend> = papers.iter().filter_map(wrong).collect();
    let boxes = papers.iter().map(|asked| {
        let PaperDue { paper, id, name } = &asked.due;
        let error = asked.error.as_deref();
        file_box(press, FileBox { paper, id, name, action: &action, files: &asked.files, later: asked.later, error })
    });
    let boxes = boxes.collect_view();
    // Nobody's picture is shown as somebody else's, and nobody finds it missing without having been told.
    let dropped = dropped.then(|| {
        let words =
            "Bạn đã bỏ hoặc đổi tên một dòng trong tờ khai. Ảnh đã gửi cho dòng đó không còn ở đây. Xem lại từng giấy, thiếu thì gửi lại.";
        callout(press, Tone::Warning, view! { <p>{words}</p> })
    });
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
        {dropped}
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
