//! The slip of a guide and the button under it.

use crate::component::{
    Press,
    button::{Weight, link_button},
    case_chooser::MOST_CASES,
    icon::icon,
    slip::{SlipRow, slip},
};
use crate::document::Print as _;
use crate::route::Route;
use crate::summary::{Line, fees, times};
use domain::{
    form::Form,
    language::Language,
    procedure::{Case, FilingPlace, OnlineLevel, Procedure, Within},
    validity::Standing,
};
use leptos::prelude::*;

/// How many lines of times or fees fit a slip.
const LINES: usize = 3;

/// The slip of a procedure, in the language of the page.
pub(super) fn slip_of(press: Press<'_>, procedure: &Procedure) -> AnyView {
    let language = press.language;
    let strong = |answer: &str| view! { <strong>{answer.to_owned()}</strong> }.printed();
    let row = |icon, label: &str, answer| SlipRow { icon, label: label.to_owned(), answer };
    let (online, reason) = match &procedure.online {
        OnlineLevel::Full => (press.say("Làm hết trên mạng, không phải đến nơi", "All of it; no visit needed"), None),
        OnlineLevel::Partial(reason) => (press.say("Làm được một phần", "Partly"), Some(reason)),
        OnlineLevel::None(reason) => (press.say("Không, bạn đến nơi làm", "No, in person"), Some(reason)),
    };
    let reason = reason.map(|reason| view! { <p>{reason.in_language(language).to_owned()}</p> });
    let rows = vec![
        row("place", press.say("Làm ở đâu", "Where"), strong(procedure.slip_where.in_language(language))),
        row(
            "clock",
            press.say("Mất bao lâu", "How long"),
            view! { {lines(press, times(press, procedure), "#thoi-gian-va-phi")}{expected(press, procedure)} }.printed(),
        ),
        row("money", press.say("Phí, lệ phí", "Fee"), lines(press, fees(press, procedure), "#thoi-gian-va-phi")),
        row("papers", press.say("Giấy tờ", "Papers"), strong(procedure.slip_papers.in_language(language))),
        row("computer", press.say("Làm trên mạng", "Online"), view! { <strong>{online.to_owned()}</strong>{reason} }.printed()),
    ];
    let actions = [button_of(press, procedure, false), to_sheet(press, procedure)].into_iter().flatten().collect::<Vec<_>>();
    let actions = (!actions.is_empty()).then(|| actions.collect_view().printed());
    slip(press, press.say("Thông tin chính", "Key facts").to_owned(), rows, actions).printed()
}

/// The way to a form that is only printed, beside the door to where it is filed.
fn to_sheet(press: Press<'_>, procedure: &Procedure) -> Option<AnyView> {
    let form = press.catalogue.form(procedure.slug.as_str()).filter(|form| !form.sends())?;
    let in_force = procedure.effective.standing(press.as_of) == Standing::InForce && press.language == Language::Vietnamese;
    let blank = press.catalogue.blank(&form.sheet.as_ref()?.blank).and_then(|blank| blank.symbol.clone());
    let label = format!("Điền tờ {} để in", blank.as_deref().unwrap_or("khai"));
    let href = press.href(&Route::Form(form.procedure.clone()));
    in_force.then(|| link_button(press, Weight::Outlined, href, label, Some("print")).printed())
}

/// The one next step, honest about where it leads; nothing while the procedure cannot be filed.
pub(super) fn button_of(press: Press<'_>, procedure: &Procedure, again: bool) -> Option<AnyView> {
    if procedure.effective.standing(press.as_of) != Standing::InForce {
        return None;
    }
    let place = procedure.filed_at.first()?;
    if *place == FilingPlace::Here
        && let Some(form) = press.catalogue.form(procedure.slug.as_str())
    {
        return Some(to_form(press, procedure, form, again));
    }
    let door = press.catalogue.site.doors.iter().find(|door| door.place == *place);
    let (href, label, sign) = match (place, door) {
        (_, Some(door)) => (
            door.url.clone(),
            format!("{} {}", press.say("Làm trên", "Apply on the"), door.name.in_language(press.language)),
            Some("external"),
        ),
        (FilingPlace::Appointment | FilingPlace::Desk, None) if press.catalogue.receivers(procedure).next().is_none() => (
            format!("tel:{}", press.catalogue.site.hotline.replace(' ', "")),
            format!("{} {}", press.say("Gọi hỏi nơi làm:", "Call to ask where:"), press.catalogue.site.hotline),
            Some("phone"),
        ),
        (FilingPlace::Appointment, None) => (
            "#noi-lam".to_owned(),
            press.say("Gọi hẹn trước: xem số điện thoại", "Call for an appointment: see the numbers").to_owned(),
            Some("phone"),
        ),
        _ => ("#noi-lam".to_owned(), press.say("Xem nơi nộp và giờ làm việc", "See where to go and when").to_owned(), Some("place")),
    };
    if again {
        // The bar repeats the same step for thumbs further down; whoever listens or uses a keyboard has met it already.
        let class = "button";
        return Some(view! { <div class="bar-inside wide" aria-hidden="true"><a class=class href=href tabindex="-1">{label}{sign.map(|name| icon(press, name))}</a></div> }.printed());
    }
    Some(link_button(press, Weight::Filled, href, label, sign).printed())
}

/// The way to the form; one for each case that the form asks for, of which the style sheet shows that of the chosen one.
fn to_form(press: Press<'_>, procedure: &Procedure, form: &Form, again: bool) -> AnyView {
    let href = press.href(&Route::Form(form.procedure.clone()));
    let label = press.say("Làm hồ sơ", "Apply here (in Vietnamese)");
    let asked = form.question("truong-hop");
    let asks = |case: &Case| asked.is_some_and(|asked| asked.choice(case.id.as_str()).is_some());
    let several = (2..=MOST_CASES).contains(&procedure.cases.len()) && press.language == Language::Vietnamese;
    let chosen = several && procedure.cases.iter().any(asks);
    let link = |class: String, href: String| {
        let class = format!("button {class}");
        view! { <a class=class href=href tabindex=again.then_some("-1")>{label.to_owned()}{icon(press, "arrow-right")}</a> }
    };
    // A case the form does not ask about leads to the form as it is.
    let of = |case: &Case| if asks(case) { format!("{href}?truong-hop={}", case.id) } else { href.clone() };
    let cases = procedure.cases.iter().filter(|_| chosen).zip(1u8..);
    let cases: Vec<_> = cases.map(|(case, at)| link(format!("for-case for-case-{at}"), of(case))).collect();
    let any = link(if chosen { "for-any" } else { "" }.to_owned(), href.clone());
    if again {
        return view! { <div class="bar-inside wide" aria-hidden="true">{cases}{any}</div> }.printed();
    }
    view! { {cases}{any} }.printed()
}

fn lines(press: Press<'_>, lines: Vec<Line>, more: &'static str) -> AnyView {
    let left = lines.len().saturating_sub(LINES);
    // Three and «one more» take the place of four.
    let fit = if left == 1 { LINES + 1 } else { LINES };
    let left = lines.len().saturating_sub(fit);
    let shown = lines.into_iter().take(fit).map(|line| {
        let of = line.of.map(|of| view! { {format!(" – {of}")} });
        let note = line.note.map(|note| view! { <br/>{note} });
        let sample = line.sample.then(|| view! { <span class="mute">{press.say(" (giá trị mẫu)", " (sample value)").to_owned()}</span> });
        view! { <p><strong>{line.answer}</strong>{of}{sample}{note}</p> }
    });
    let shown = shown.collect_view();
    let vietnamese = press.language == domain::language::Language::Vietnamese;
    let rest = (left > 0).then(|| {
        if vietnamese {
            view! { <p><a href=more>{format!("Còn {left} mức khác theo trường hợp và cách nộp")}</a></p> }.printed()
        } else {
            view! { <p>{format!("{left} more by case and way to file")}</p> }.printed()
        }
    });
    view! { {shown}{rest} }.printed()
}

/// Where the bundle writes by when it would be done if accepted today; empty without script.
fn expected(press: Press<'_>, procedure: &Procedure) -> Option<AnyView> {
    if procedure.effective.standing(press.as_of) != Standing::InForce {
        return None;
    }
    let deadlines: Vec<_> = procedure.deadlines_on(press.as_of).collect();
    let (_, first) = deadlines.iter().find(|(_, deadline)| matches!(deadline.within, Within::Term(_)))?;
    let Within::Term(term) = first.within else { return None };
    // Several times need the reader's case first; one promise that fits only some would be a wrong one.
    if deadlines.iter().any(|(_, deadline)| (deadline.within, deadline.cutoff) != (first.within, first.cutoff)) {
        return None;
    }
    let cutoff = first.cutoff.map(|hour| hour.to_string());
    Some(view! { <p class="expected" data-term=format!("{} {}", term.amount, term.unit.name()) data-cutoff=cutoff data-language=press.language.tag()></p> }.printed())
}
