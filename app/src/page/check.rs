//! Everything once more before it is sent: answers, papers, fee, office, what happens next.

mod complete;

use super::{
    form::{help, steps, to_mend, trap},
    papers::AskedPaper,
};
use crate::document::Print as _;
use crate::{
    component::{
        Press,
        agency_card::contact,
        back_link::back_link,
        badge::Tone,
        callout::callout,
        error_summary::{ToMend, error_summary},
        form_status::{FormStatus, form_status},
        paper_list::prose,
        progress::progress,
        step_list::{ShownStep, StepHeading, step_list},
        summary_list::summary_list,
    },
    document::{Page, document},
    route::Route,
    text,
};
use domain::{
    agency::Agency,
    form::{Answer, AnswerRow, Answers, DELIVERY, Doubt, Fault, Form, OFFICE, Stopped, answer_sections},
    language::Language,
    markup::Markup,
};
use leptos::prelude::*;

/// What the check page shows.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The form.
    pub form: &'a Form,
    /// The answers that are good.
    pub answers: &'a Answers,
    /// The papers the answers ask for.
    pub papers: &'a [AskedPaper<'a>],
    /// What says that this form is not the way.
    pub stopped: Option<&'a Stopped>,
    /// What keeps it from being sent.
    pub faults: &'a [Fault],
    /// What looks odd and keeps nobody from sending.
    pub doubts: &'a [Doubt],
    /// The key under which it is sent at most once.
    pub key: &'a str,
    /// When the page was opened, as the Worker writes it down.
    pub opened: &'a str,
    /// What the device calls the draft, where it keeps one.
    pub draft: Option<&'a str>,
}

/// Prints the check page.
pub fn printed(press: Press<'_>, checked: &Checked<'_>) -> String {
    document(press, || page(press, *checked))
}

fn page(press: Press<'_>, checked: Checked<'_>) -> Page {
    let Checked { form, answers, .. } = checked;
    if let Some(stopped) = checked.stopped {
        return stop(press, form, stopped);
    }
    let route = Route::Check(form.procedure.clone());
    let to_form = press.href(&Route::Form(form.procedure.clone()));
    let change = |page: &str| format!("{to_form}?sua={page}#phan-{page}");
    let sections = answer_sections(form, answers, &press.catalogue.places, &press.catalogue.agencies);
    // The office stands further down, with where to reach it.
    let but_office = sections.iter().filter(|section| section.rows.iter().any(|row| row.path != OFFICE));
    let sections =
        but_office.map(|section| summary_list(press, &section.title, &section.rows, Some(change(&section.page_id)))).collect_view();
    let steps = steps(form);
    let back = if steps == 3 {
        (press.href(&Route::Papers(form.procedure.clone())), "Giấy tờ")
    } else {
        (format!("{to_form}?sua=1"), "Sửa tờ khai")
    };
    let main = view! {
        {back_link(press, back.0, back.1.to_owned())}
        {progress(press, "Bước", steps, steps, "Xem lại rồi gửi")}
        <h1>"Xem lại trước khi gửi"</h1>
        {error_summary(press, faults(press, checked))}
        {sections}
        {papers(press, checked)}
        {fee(press, checked)}
        {office(press, checked)}
        {complete::complete(press, checked)}
        {next(press, checked)}
        <form class="form" method="post" action=press.href(&route) data-send="" data-draft=checked.draft.map(str::to_owned)>
            <h2>"Cam đoan"</h2>
            <p>{form.declaration.clone()}</p>
            <p>"Bấm «Gửi hồ sơ» là bạn đồng ý với lời cam đoan này."</p>
            <input type="hidden" name="Idempotency-Key" value=checked.key.to_owned()/>
            <input type="hidden" name="_opened" value=checked.opened.to_owned()/>
            <input type="hidden" name="_version" value=form.version.to_string()/>
            {trap()}
            <div class="form-end">
                <button class="button form-next" type="submit">"Gửi hồ sơ"</button>
                {form_status(press, FormStatus::OnServer)}
                {help(press)}
            </div>
        </form>
    };
    let title = format!("Xem lại: {}", form.title);
    let mut page = Page::new(route, title, format!("Xem lại {} trước khi gửi.", text::lower_first(&form.title)), main);
    page.styles = vec![press.assets.form_style.clone()];
    page.with_forms_bundle = true;
    page.hidden_from_search = true;
    page
}

/// Says what to do instead, and leads back to the answers that decided.
fn stop(press: Press<'_>, form: &Form, Stopped { page, stop, .. }: &Stopped) -> Page {
    let back = format!("{}?sua={page}#phan-{page}", press.href(&Route::Form(form.procedure.clone())));
    let main = view! {
        {back_link(press, back.clone(), "Sửa tờ khai".to_owned())}
        <h1>{stop.title.clone()}</h1>
        {callout(press, Tone::Information, prose(&stop.text))}
        <p>"Chưa có gì được gửi đi. Bạn điền nhầm thì "<a href=back>"sửa câu trả lời"</a>"."</p>
        {help(press)}
    };
    let mut page = Page::new(Route::Check(form.procedure.clone()), stop.title.clone(), format!("{}: {}", form.title, stop.title), main);
    page.styles = vec![press.assets.form_style.clone()];
    page.hidden_from_search = true;
    page
}

/// A paper that is missing is mended on the page of papers, an answer on the form.
fn faults(press: Press<'_>, checked: Checked<'_>) -> Vec<ToMend> {
    let papers = press.href(&Route::Papers(checked.form.procedure.clone()));
    let to_form = press.href(&Route::Form(checked.form.procedure.clone()));
    let mended = to_mend(checked.form, checked.faults).into_iter().zip(checked.faults).map(|(fault, of)| {
        let href = if checked.form.paper(&of.path).is_some() {
            format!("{papers}{}", fault.href)
        } else {
            format!("{to_form}?sua=1{}", fault.href)
        };
        ToMend { href, ..fault }
    });
    mended.collect()
}

fn papers(press: Press<'_>, checked: Checked<'_>) -> Option<AnyView> {
    if checked.papers.is_empty() {
        return None;
    }
    let rows = checked.papers.iter().map(|asked| {
        let files = asked.files.iter().map(|file| {
            let picture = file.picture.then(|| view! { <img src=file.href.clone() alt="" width="56" height="56" loading="lazy"/> });
            view! { <a class="check-file" href=file.href.clone() target="_blank" rel="noopener">{picture}{file.name.clone()}</a> }
        });
        let nothing = asked.files.is_empty().then_some(match (asked.later, asked.due.paper.optional) {
            (true, _) => "Mang đến sau",
            (false, true) => "Không gửi",
            (false, false) => "Chưa có",
        });
        view! { <div><dt>{asked.due.name.clone()}</dt><dd>{files.collect_view()}{nothing}</dd></div> }
    });
    let href = press.href(&Route::Papers(checked.form.procedure.clone()));
    let view = view! {
        <section class="summary-list">
            <div class="summary-head"><h2>"Giấy tờ gửi kèm"</h2><a href=href>"Sửa"<span class="spoken-only">" giấy tờ gửi kèm"</span></a></div>
            <dl>{rows.collect_view()}</dl>
        </section>
    };
    Some(view.printed())
}

fn fee(press: Press<'_>, checked: Checked<'_>) -> Option<AnyView> {
    let fee = checked.form.fee(checked.answers, press.as_of);
    if checked.form.fees.is_empty() {
        return None;
    }
    let money = |amount| text::money(amount, Language::Vietnamese);
    let line = |line: &domain::form::FeeLine| {
        let label = if line.times > 1 { format!("{} × {}", line.what, line.times) } else { line.what.clone() };
        AnswerRow { path: String::new(), label, value: money(line.amount) }
    };
    let mut rows: Vec<AnswerRow> = fee.lines.iter().map(line).collect();
    if rows.len() != 1 {
        let value = if rows.is_empty() { "Bạn không phải trả gì".to_owned() } else { money(fee.total()) };
        rows.push(AnswerRow { path: String::new(), label: "Tổng cộng".to_owned(), value });
    }
    let note = (!fee.lines.is_empty())
        .then(|| view! { <p class="mute">"Bạn chưa phải trả bây giờ. Nơi nhận hồ sơ báo khi nào trả và trả cách nào."</p> });
    Some(view! { {summary_list(press, "Phí, lệ phí", &rows, None)}{note} }.printed())
}

fn office_of<'a>(press: Press<'a>, checked: Checked<'_>) -> Option<&'a Agency> {
    let code = checked.form.office(checked.answers)?;
    press.catalogue.agencies.iter().find(|agency| agency.code == *code)
}

fn office(press: Press<'_>, checked: Checked<'_>) -> Option<AnyView> {
    let agency = office_of(press, checked)?;
    let page = checked.form.questions().find(|(_, question)| question.id.as_str() == OFFICE).map(|(page, _)| page.id.to_string());
    let href = page.map(|page| format!("{}?sua={page}#phan-{page}", press.href(&Route::Form(checked.form.procedure.clone()))));
    let change = href.map(|href| view! { <a href=href>"Sửa"<span class="spoken-only">" nơi nhận hồ sơ"</span></a> });
    let view = view! {
        <section class="summary-list">
            <div class="summary-head"><h2>"Nơi nhận hồ sơ"</h2>{change}</div>
            <p class="office-name"><strong>{agency.name.vi.clone()}</strong></p>
            {contact(press, agency)}
        </section>
    };
    Some(view.printed())
}

fn next(press: Press<'_>, checked: Checked<'_>) -> impl IntoView + use<> {
    let step = |title: &str, words: &str| ShownStep {
        title: title.to_owned(),
        applies: None,
        text: Markup::from_compiler(format!("<p>{words}</p>")),
        more: None,
    };
    let result = match checked.answers.get(DELIVERY) {
        Some(Answer::One(way)) if way.as_str() == "post" => "Bưu điện mang đến địa chỉ bạn ghi.",
        Some(Answer::One(way)) if way.as_str() == "electronic" => "Bạn tải về từ trang theo dõi hồ sơ.",
        _ => "Bạn đến nơi nhận hồ sơ lấy, mang thẻ căn cước.",
    };
    let steps = vec![
        step("Ngay khi gửi", "Bạn có mã hồ sơ và khóa để theo dõi. Chụp màn hình hoặc in lại."),
        step("Trong 8 giờ làm việc", "Nơi nhận hồ sơ xem và trả lời: hẹn ngày trả, hoặc nói rõ cần bổ sung gì."),
        step("Khi có kết quả", result),
    ];
    view! { <h2>"Sau khi gửi"</h2>{step_list(press, StepHeading::Third, steps)} }
}
