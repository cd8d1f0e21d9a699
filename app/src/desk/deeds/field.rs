//! The boxes of the forms: text with reasons to choose from, a day, one of several.

use crate::desk::mark::icon;
use domain::date::Date;
use leptos::prelude::*;

/// Several lines of text; a chosen reason is written into the box, where it can be finished by hand.
pub(super) fn reason_box(label: &'static str, reasons: &[String], text: RwSignal<String>) -> impl IntoView + use<> {
    let options = reasons.iter().map(|reason| view! { <option value=reason.clone()>{reason.clone()}</option> }).collect_view();
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if !chosen.is_empty() {
            text.update(|text| {
                if !text.trim().is_empty() {
                    text.push('\n');
                }
                text.push_str(&chosen);
            });
        }
    };
    let list = (!reasons.is_empty()).then(|| {
        view! {
            <label class="desk-field"><span>"Lý do có sẵn"</span>
                <select on:change=choose><option value="">"Chọn để đưa vào ô dưới"</option>{options}</select></label>
        }
    });
    view! { {list}{text_box(label, text)} }
}

/// Several lines of text.
pub(super) fn text_box(label: &'static str, text: RwSignal<String>) -> impl IntoView {
    view! {
        <label class="desk-field"><span>{label}</span>
            <textarea rows="4" maxlength="2000" prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))></textarea></label>
    }
}

/// One line of text.
pub(in crate::desk) fn line(label: &'static str, text: RwSignal<String>) -> impl IntoView {
    view! {
        <label class="desk-field"><span>{label}</span>
            <input type="text" maxlength="200" autocomplete="off" prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))/></label>
    }
}

/// A day.
pub(super) fn day(label: &'static str, text: RwSignal<String>) -> impl IntoView {
    view! {
        <label class="desk-field desk-field-short"><span>{label}</span>
            <input type="date" prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))/></label>
    }
}

/// Reads a day.
pub(super) fn read_day(text: RwSignal<String>) -> Option<Date> {
    text.get_untracked().parse().ok()
}

/// Reads a text that must not be empty.
pub(super) fn full(text: RwSignal<String>) -> Option<String> {
    let text = text.get_untracked().trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// One of several.
pub(super) fn one_of(
    legend: &'static str,
    name: &'static str,
    options: &[(&'static str, &'static str)],
    chosen: RwSignal<String>,
) -> impl IntoView + use<> {
    let radios = options.iter().map(|(value, label)| {
        let (value, label) = (*value, *label);
        view! {
            <label class="desk-tick"><input type="radio" name=name value=value prop:checked=move || chosen.get() == value on:change=move |_| chosen.set(value.to_owned())/>{label}</label>
        }
    });
    view! { <fieldset class="desk-choice"><legend>{legend}</legend>{radios.collect_view()}</fieldset> }
}

/// Any of several, by id.
pub(in crate::desk) fn any_of(legend: String, options: Vec<(String, String)>, chosen: RwSignal<Vec<String>>) -> impl IntoView {
    let ticks = options.into_iter().map(|(id, label)| {
        let (mine, shown) = (id.clone(), id);
        let change = move |event| {
            let ticked = event_target_checked(&event);
            chosen.update(|chosen| {
                chosen.retain(|known| *known != mine);
                if ticked {
                    chosen.push(mine.clone());
                }
            });
        };
        view! { <label class="desk-tick"><input type="checkbox" prop:checked=move || chosen.with(|chosen| chosen.contains(&shown)) on:change=change/><span>{label}</span></label> }
    });
    view! { <fieldset class="desk-choice"><legend>{legend}</legend>{ticks.collect_view()}</fieldset> }
}

/// A sentence on what comes of the move.
pub(super) fn note(text: String) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <p class="desk-note">{icon("info")}<span>{text}</span></p> })
}
