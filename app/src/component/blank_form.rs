//! A blank form as it is printed.

use super::{Component, Press, Sheet};
use crate::document::Print as _;
use domain::blank::{Blank, BlankLine, Filling, LineWidth};
use leptos::prelude::*;

mod examples;

/// The form; Vietnamese, as the office reads it.
pub fn blank_form(press: Press<'_>, blank: &Blank) -> impl IntoView + use<> {
    filled_form(press, blank, &|_| None)
}

/// The form with what `says` knows of the answers that fill its lines, by their paths.
pub fn filled_form(_press: Press<'_>, blank: &Blank, says: &dyn Fn(&str) -> Option<String>) -> impl IntoView + use<> {
    let line = |one: &BlankLine| line(one, one.answer.as_deref().and_then(says));
    let sections = blank.sections.iter().map(|section| {
        let heading = section.heading.clone().map(|heading| view! { <h3>{heading}</h3> });
        view! { <section>{heading}<div class="blank-lines">{section.lines.iter().map(&line).collect_view()}</div></section> }
    });
    let signatures = blank.signatures.iter().map(|signer| view! { <p><strong>{signer.clone()}</strong><br/>"(ký, ghi rõ họ tên)"</p> });
    view! {
        <article class="blank-form" lang="vi">
            <header>
                <p><strong>"Cộng hòa xã hội chủ nghĩa Việt Nam"</strong><br/>"Độc lập - Tự do - Hạnh phúc"</p>
                <h2>{blank.title.clone()}</h2>
                {blank.symbol.clone().map(|symbol| view! { <p>{symbol}</p> })}
                <p>{blank.to.clone()}</p>
            </header>
            {sections.collect_view()}
            <p>{blank.declaration.clone()}</p>
            <p>"………………, ngày …… tháng …… năm ………"</p>
            <div class="blank-signatures">{signatures.collect_view()}</div>
        </article>
    }
}

fn line(line: &BlankLine, said: Option<String>) -> AnyView {
    let class = match line.width {
        LineWidth::Full => "blank-line",
        LineWidth::Half => "blank-line blank-half",
        LineWidth::Third => "blank-line blank-third",
    };
    let filling = match &line.filling {
        Filling::Free => view! { <span class="blank-write">{said}</span> }.printed(),
        Filling::Boxes(boxes) => {
            let mut letters = said.as_deref().unwrap_or_default().chars();
            let box_of = |letter: Option<char>| view! { <i>{letter.map(String::from)}</i> };
            let boxes = (0..*boxes).map(|_| box_of(letters.next())).collect_view();
            // The letters in boxes are read one by one; the whole is said beside them.
            let whole = said.map(|said| view! { <span class="spoken-only">{said}</span> });
            view! { <span class="blank-boxes" aria-hidden="true">{boxes}</span>{whole} }.printed()
        }
        Filling::Choices(choices) => choices
            .iter()
            .map(|choice| {
                let chosen = said.as_ref() == Some(choice);
                let spoken = chosen.then(|| view! { <span class="spoken-only">" (đã chọn)"</span> });
                view! { <span class="blank-choice"><i aria-hidden="true">{chosen.then_some("×")}</i>{choice.clone()}{spoken}</span> }
            })
            .collect_view()
            .printed(),
    };
    view! { <p class=class><span>{line.label.clone()}{(!line.label.ends_with('?')).then_some(":")}</span>{filling}</p> }.printed()
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "blank_form", sheet: Sheet::Every, style: include_str!("blank_form/blank_form.css"), examples: examples::examples }
}
