//! A filled-in sheet to print: the answer to a form that is filed elsewhere. Nothing of it was sent or kept.

use super::form::help;
use crate::{
    component::{
        Press, back_link::back_link, badge::Tone, blank_form::filled_form, callout::callout, icon::icon, progress::progress,
        summary_list::summary_list,
    },
    document::{Page, document},
    route::Route,
};
use domain::{
    blank::Blank,
    form::{Answers, FilledSheet, Form, Relevance, answer_sections},
    procedure::Procedure,
};
use leptos::prelude::*;

/// Prints the sheet of a form with checked answers; nothing where the blank form is not published.
pub fn printed(press: Press<'_>, form: &Form, answers: &Answers) -> Option<String> {
    let blank = press.catalogue.blank(&form.sheet.as_ref()?.blank)?;
    Some(document(press, || page(press, form, blank, answers)))
}

fn page(press: Press<'_>, form: &Form, blank: &Blank, answers: &Answers) -> Page {
    let procedure = press.catalogue.procedure(form.procedure.as_str());
    let route = Route::Form(form.procedure.clone());
    let sheet = FilledSheet::new(form, answers, &press.catalogue.places, press.as_of);
    let symbol = blank.symbol.as_deref().unwrap_or("khai");
    let back =
        procedure.map(|procedure| back_link(press, press.href(&Route::Procedure(procedure.slug.clone())), procedure.title.vi.clone()));
    let warning = view! {
        <div>
            <p><strong>"Chưa có gì được gửi đi."</strong>" Cổng này không nhận thủ tục này và không giữ lại những gì bạn điền."</p>
            <p>"In tờ dưới đây, ký, rồi mang đến nơi nộp. Hoặc chép từng dòng vào VNeID."</p>
        </div>
    };
    let sections = answer_sections(form, answers, &press.catalogue.places, &press.catalogue.agencies);
    let rows = sections.iter().map(|section| summary_list(press, &section.title, &section.rows, None)).collect_view();
    let main = view! {
        <div class="blank-page">
            {back}
            {progress(press, "Bước", 2, 2, "In tờ khai")}
            <h1>{format!("Tờ {symbol} đã điền, để in")}</h1>
            {callout(press, Tone::Warning, warning)}
            <p class="actions"><button class="button" type="button" data-print="" hidden="">"In tờ khai"</button>{door(press, procedure)}</p>
            {mend(press, form, answers)}
            {filled_form(press, blank, &|line| sheet.line(line))}
            {bring(press, form, answers)}
            <h2>"Chép vào VNeID"</h2>
            <p>"Mở VNeID, chọn đúng thủ tục rồi chép từng dòng."</p>
            {rows}
            {help(press)}
        </div>
    };
    let title = format!("Tờ để in: {}", form.title);
    let mut page = Page::new(route, title, format!("{}: đã điền, để in, không gửi đi đâu.", form.title), main);
    page.styles = vec![press.assets.form_style.clone()];
    page.with_guide_bundle = true;
    page.hidden_from_search = true;
    page
}

/// Where it is filed on the net.
fn door(press: Press<'_>, procedure: Option<&Procedure>) -> Option<impl IntoView + use<>> {
    let place = procedure?.filed_at.first()?;
    let door = press.catalogue.site.doors.iter().find(|door| door.place == *place)?;
    let label = format!("Mở {}", door.name.vi);
    Some(view! { <a class="button button-outlined" href=door.url.clone()>{label}{icon(press, "external")}</a> })
}

/// Gives the form back as it was filled in, without anything having been kept: the answers are on this page.
fn mend(press: Press<'_>, form: &Form, answers: &Answers) -> impl IntoView + use<> {
    let raw = answers.to_raw();
    let box_of = |(name, value): (&str, &str)| view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> };
    let boxes = raw.iter().flat_map(|(path, values)| values.iter().map(move |value| (path, value.as_str()))).map(box_of).collect_view();
    view! {
        <form class="actions" method="post" action=press.href(&Route::Form(form.procedure.clone()))>
            {boxes}
            <button class="button button-outlined" type="submit" name="_do" value="mend">"Sửa tờ khai"</button>
        </form>
    }
}

/// What goes with the sheet, in these answers.
fn bring(press: Press<'_>, form: &Form, answers: &Answers) -> Option<impl IntoView + use<>> {
    let raw = answers.to_raw();
    let relevance = Relevance::of(form, &raw, press.as_of);
    let rows: Vec<_> = relevance
        .papers(&raw)
        .into_iter()
        .map(|due| {
            let hint = due.paper.hint.clone().map(|hint| view! { <br/><span class="mute">{hint}</span> });
            view! { <li><strong>{due.name}</strong>{hint}</li> }
        })
        .collect();
    let note = procedure_note(press, form);
    (!rows.is_empty()).then(|| view! { <h2>"Giấy tờ đi kèm"</h2><ul>{rows}</ul>{note} })
}

/// Where the guide says the rest.
fn procedure_note(press: Press<'_>, form: &Form) -> Option<impl IntoView + use<>> {
    let procedure = press.catalogue.procedure(form.procedure.as_str())?;
    let href = press.href(&Route::Procedure(procedure.slug.clone()));
    Some(view! { <p><a href=href>{format!("Xem nơi nộp, phí và thời gian: {}", procedure.title.vi)}</a></p> })
}
