//! The application (đơn, tờ khai) of a dossier as it is printed on A4; for the one who filed and for the officer.

use crate::{
    component::Press,
    document::{Page, document},
    route::Route,
    text,
};
use domain::{
    date::Moment,
    dossier_code::DossierCode,
    form::{AnswerSection, Form},
    language::Language,
};
use leptos::prelude::*;

/// What the application says besides the form's own words.
#[derive(Debug, Clone, Copy)]
pub struct Application<'a> {
    /// The form.
    pub form: &'a Form,
    /// The code of the dossier.
    pub code: &'a DossierCode,
    /// When it was sent.
    pub sent: Moment,
    /// The answers.
    pub sections: &'a [AnswerSection],
    /// The papers that go with it, and how.
    pub papers: &'a [String],
    /// The name of the one who filed.
    pub applicant: &'a str,
}

/// Prints the application.
pub fn printed(press: Press<'_>, application: &Application<'_>) -> String {
    document(press, || page(press, *application))
}

fn page(press: Press<'_>, application: Application<'_>) -> Page {
    let form = application.form;
    let main = view! {
        <div class="blank-page">
            <h1>{format!("Bản in: {}", form.title)}</h1>
            <p class="actions"><button class="button" type="button" data-print="" hidden="">"In tờ khai"</button></p>
            {sheet(application)}
        </div>
    };
    let title = format!("Bản in: {} – {}", form.title, application.code);
    let mut page = Page::new(Route::FollowDossier(application.code.clone()), title, format!("Bản in của {}.", application.code), main);
    page.styles = vec![press.assets.form_style.clone()];
    page.with_guide_bundle = true;
    page.hidden_from_search = true;
    page
}

/// The sheet itself.
fn sheet(application: Application<'_>) -> impl IntoView + use<> {
    let form = application.form;
    let sections = application.sections.iter().map(|section| {
        let rows = section.rows.iter().map(|row| {
            let lines = row.value.lines().map(|line| view! { <span>{line.to_owned()}</span> }).collect_view();
            view! { <div><dt>{row.label.clone()}</dt><dd>{lines}</dd></div> }
        });
        view! { <section><h3>{section.title.clone()}</h3><dl class="application-rows">{rows.collect_view()}</dl></section> }
    });
    let sections = sections.collect_view();
    let papers = (!application.papers.is_empty()).then(|| {
        let rows = application.papers.iter().map(|paper| view! { <li>{paper.clone()}</li> }).collect_view();
        view! { <section><h3>"Giấy tờ kèm theo"</h3><ul>{rows}</ul></section> }
    });
    let sent = text::moment(application.sent, Language::Vietnamese);
    view! {
        <article class="blank-form" lang="vi">
            <header>
                <p><strong>"Cộng hòa xã hội chủ nghĩa Việt Nam"</strong><br/>"Độc lập - Tự do - Hạnh phúc"</p>
                <h2>{form.title.clone()}</h2>
                <p>{form.addressed_to.clone()}</p>
            </header>
            <p class="number">"Mã hồ sơ: "<strong>{application.code.to_string()}</strong>{format!(" · gửi trên mạng lúc {sent}")}</p>
            {sections}
            {papers}
            <p>{form.declaration.clone()}</p>
            <div class="blank-signatures"><p></p><p><strong>"Người khai"</strong><br/>{application.applicant.to_owned()}<br/><small>"(đã cam đoan khi gửi trên mạng)"</small></p></div>
        </article>
    }
}
