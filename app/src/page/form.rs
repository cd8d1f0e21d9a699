//! The form of a procedure: every question on one page, whole without script.
//!
//! The same view is printed ahead of time and by the Worker, filled in. What the script needs stands in attributes:
//! `[data-form]` the address of the definition, `[data-places]` that of the provinces, `[data-page]` around each page.

use crate::{
    component::{
        Press,
        back_link::back_link,
        badge::Tone,
        callout::callout,
        error_summary::{ToMend, error_summary},
        paper_list::prose,
        progress::progress,
        question::{Asked, Filled, only_if, question},
    },
    document::{Page, document},
    route::Route,
    text::{fault::fault_text, upper_first},
};
use domain::{
    form::{Fault, Form, Kind, Wrong},
    language::Language,
};
use leptos::prelude::*;

mod buttons;
mod intro;
mod prefilled;

pub use buttons::pressed;
pub use prefilled::{prefilled, presets};

/// Prints the form, filled in.
pub fn printed(press: Press<'_>, form: &Form, filled: &Filled<'_>) -> String {
    let filled = *filled;
    document(press, || page(press, form, filled))
}

pub(super) fn page(press: Press<'_>, form: &Form, filled: Filled<'_>) -> Page {
    let procedure = press.catalogue.procedure(form.procedure.as_str());
    let route = Route::Form(form.procedure.clone());
    let asked = Asked { press, form, filled };
    let back =
        procedure.map(|procedure| back_link(press, press.href(&Route::Procedure(procedure.slug.clone())), procedure.title.vi.clone()));
    let assets = press.assets.of_form(form.procedure.as_str());
    let address = |of: fn(&crate::assets::FormAssets) -> &String| assets.map(of).filter(|address| !address.is_empty()).cloned();
    let places = (!press.assets.places.is_empty()).then(|| press.assets.places.clone());
    let sections = form.pages.iter().map(|page| section(asked, page)).collect_view();
    let opened = filled.opened.map(|opened| view! { <input type="hidden" name="_opened" value=opened.to_owned()/> });
    // Whoever is in the middle of it has read what to know before.
    let begun = !filled.faults.is_empty() || filled.focus.is_some() || filled.outdated || filled.stopped.is_some() || filled.from.is_some();
    let outdated = filled.outdated.then(|| {
        let words = "Tờ khai đã đổi từ lúc bạn mở trang. Những gì bạn điền vẫn còn đây. Bạn xem lại các câu hỏi rồi đi tiếp.";
        callout(press, Tone::Warning, view! { <p role="status">{words}</p> })
    });
    let stopped = filled.stopped.map(|stopped| {
        let (title, back) = (stopped.stop.title.clone(), format!("#phan-{}", stopped.page));
        let words = view! { <div role="status"><h2>{title}</h2>{prose(&stopped.stop.text)}<p><a href=back>"Sửa câu trả lời"</a></p></div> };
        callout(press, Tone::Information, words)
    });
    let copied = filled.from.map(|from| {
        let words = format!("Đã chép câu trả lời từ {from}. Bạn xem lại từng phần; giấy tờ thì gửi lại.");
        callout(press, Tone::Information, view! { <p role="status">{words}</p> })
    });
    let lead = (!begun).then(|| view! { <p class="lead">{intro::lead(form)}</p> });
    let over = filled.over.then(|| {
        let words = "Cổng không còn tờ khai bạn đang làm: tờ khai chưa gửi và ảnh giấy tờ chỉ được giữ 24 giờ. \
                     Câu trả lời nào còn trên máy này thì được lấy lại ở dưới; ảnh giấy tờ thì gửi lại.";
        callout(press, Tone::Warning, view! { <p role="status">{words}</p> })
    });
    let intro = (!begun).then(|| view! { <div class="form-intro" data-form-intro="">{intro::intro(press, form)}</div> });
    let main = view! {
        {back}
        {progress(press, "Bước", 1, steps(form), "Điền tờ khai")}
        <h1>{form.title.clone()}</h1>
        {lead}
        {outdated}
        {over}
        {stopped}
        {copied}
        {error_summary(press, to_mend(form, filled.faults))}
        <div class="form-layout">
            {intro}
            <form class="form" method="post" action=press.href(&route) novalidate=true data-procedure=form.procedure.to_string()
                data-version=form.version.to_string() data-filled=begun.then_some("") data-draft=filled.draft.map(str::to_owned) data-form=address(|form| &form.definition) data-places=places
                data-print-only=(!form.sends()).then_some("") data-identity=press.catalogue.site.identity.clone()>
                // Enter in a box presses the first button; that must not be one which chooses a province.
                <button class="spoken-only" type="submit" tabindex="-1" aria-hidden="true">"Tiếp tục"</button>
                <input type="hidden" name="_version" value=form.version.to_string()/>
                {opened}
                {trap()}
                {sections}
                {end(press, form)}
            </form>
        </div>
    };
    let title = procedure.map_or_else(
        || form.title.clone(),
        |procedure| format!("{}: {}", if form.sends() { "Làm hồ sơ" } else { "Điền để in" }, procedure.title.vi),
    );
    let then = if form.sends() { "xem lại rồi gửi" } else { "rồi in ra, không gửi đi đâu" };
    let description = format!("{}: điền trên điện thoại hoặc máy tính, khoảng {} phút, {then}.", form.title, form.minutes);
    let mut page = Page::new(route, title, description, main);
    // A wish is a working day; which those are, the page tells the script.
    let wishes = form.questions().any(|(_, question)| matches!(question.kind, Kind::Appointment(_)));
    page.days_off = wishes.then(|| press.catalogue.calendar.to_compact(press.as_of.year()));
    page.styles = vec![press.assets.form_style.clone(), address(|form| &form.style).unwrap_or_default()];
    page.with_forms_bundle = true;
    page
}

/// How many steps there are: questions, papers where the form may ask for some, the check.
pub(super) fn steps(form: &Form) -> usize {
    if form.papers.is_empty() || !form.sends() { 2 } else { 3 }
}

fn section(asked: Asked<'_>, page: &domain::form::Page) -> impl IntoView + use<> {
    let id = format!("phan-{}", page.id);
    let heading = format!("{id}-ten");
    let named = heading.clone();
    let questions = page.questions.iter().map(|one| view! { {scan(asked.form, &one.id)}{question(asked, one, one.id.as_str(), &[])} });
    let questions = questions.collect_view();
    view! {
        <section class="form-page" id=id data-page=page.id.to_string() aria-labelledby=named>
            {only_if(asked.form, &page.when, &[])}
            <h2 id=heading>{page.title.clone()}</h2>
            {prose(&page.about)}
            {questions}
        </section>
    }
}

/// The way to fill in a person from the code on their card, before the question for their name; the script shows it.
fn scan(form: &Form, question: &domain::slug::Slug) -> Option<impl IntoView + use<>> {
    let number = form.named_by(question)?;
    let address = form.person(number).and_then(|asked| asked.address.as_ref()).map(ToString::to_string);
    let whose = number.checked_sub(1).and_then(|other| form.people.get(other)).map(|person| format!(" của {}", person.noun));
    Some(view! {
        <div class="card-scan" data-person=number.to_string() data-address=address hidden=true>
            <button class="button button-outlined" type="button">"Quét mã QR trên thẻ căn cước"{whose}</button>
            <button class="button button-outlined" type="button" hidden=true>"Chọn người đã lưu"</button>
            <p class="hint" role="status"></p>
        </div>
    })
}

/// A box that people do not see and programs fill in.
pub(super) fn trap() -> impl IntoView {
    view! {
        <div class="spoken-only" aria-hidden="true">
            <label for="website">"Để trống ô này"</label>
            <input type="text" id="website" name="website" tabindex="-1" autocomplete="off"/>
        </div>
    }
}

fn end(press: Press<'_>, form: &Form) -> impl IntoView + use<> {
    let next = if !form.sends() {
        "Bước sau bạn có tờ khai đã điền để in. Cổng này không gửi tờ khai đi đâu và không giữ lại."
    } else if form.papers.is_empty() {
        "Bước sau bạn xem lại mọi điều đã điền. Chưa có gì được gửi đi cho đến khi bạn bấm «Gửi hồ sơ»."
    } else {
        "Bước sau bạn gửi ảnh giấy tờ, rồi xem lại. Chưa có gì được gửi đi cho đến khi bạn bấm «Gửi hồ sơ»."
    };
    view! {
        <div class="form-end" data-form-end="">
            <p class="mute">{next}</p>
            <button class="button form-next" type="submit">"Tiếp tục"</button>
            <p class="form-status" role="status" data-form-status="" hidden=true></p>
            {help(press)}
        </div>
    }
}

/// Whom to call when stuck.
pub(super) fn help(press: Press<'_>) -> impl IntoView + use<> {
    let site = &press.catalogue.site;
    let phone = format!("tel:{}", site.hotline.replace(' ', ""));
    view! { <p class="form-help">"Cần giúp? Gọi "<a class="number" href=phone>{site.hotline.clone()}</a>", "{site.hotline_hours.vi.clone()}"."</p> }
}

/// The faults in the order of the form, each leading to its box.
pub(super) fn to_mend(form: &Form, faults: &[Fault]) -> Vec<ToMend> {
    let words = |fault: &Fault| fault_text(form, fault, Language::Vietnamese);
    faults
        .iter()
        .map(|fault| {
            let said = words(fault);
            let again = faults.iter().any(|other| other.path != fault.path && words(other) == said);
            let label = form.question(&fault.path).map(|question| question.label.as_str()).unwrap_or_default();
            let said = if again && !label.is_empty() { format!("{label}: {}", crate::text::lower_first(&said)) } else { said };
            ToMend { href: format!("#{}", target(form, fault)), words: format!("{}{said}", row(form, fault)) }
        })
        .collect()
}

/// «Thành viên 2: » for what is wrong within a row, «Người mẹ: » within a person.
fn row(form: &Form, fault: &Fault) -> String {
    let mut parts = fault.path.split('.');
    let group = parts.next().and_then(|first| form.question(first));
    match (group.map(|group| (&group.kind, &group.label)), parts.next()) {
        (Some((Kind::Group(group), _)), Some(number)) => format!("{} {number}: ", upper_first(&group.noun)),
        (Some((Kind::Person(_), label)), Some(_)) => format!("{label}: "),
        (Some((Kind::Table(table), _)), Some(row)) => {
            table.rows.iter().find(|known| known.id.as_str() == row).map_or_else(String::new, |row| format!("{}: ", row.label))
        }
        _ => String::new(),
    }
}

/// The id of the box a fault is mended in.
fn target(form: &Form, fault: &Fault) -> String {
    let path = &fault.path;
    match form.question(path).map(|question| &question.kind) {
        Some(Kind::Date(_)) => format!("{path}.day"),
        Some(Kind::Appointment(_)) if path.rsplit('.').next() != Some("half") => format!("{path}.day"),
        Some(Kind::Address) if fault.wrong == Wrong::Missing && !path.ends_with(".province") => format!("{path}.province"),
        _ => path.clone(),
    }
}

#[cfg(all(test, feature = "prerender"))]
mod tests;
