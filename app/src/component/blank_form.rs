//! A blank form as it is printed.

use super::{Component, Press, Sheet};
use crate::document::Print as _;
use domain::blank::{Blank, BlankLine, Filling, LineWidth};
use leptos::prelude::*;

mod examples;

/// The form; Vietnamese, as the office reads it.
pub fn blank_form(_press: Press<'_>, blank: &Blank) -> impl IntoView + use<> {
    let sections = blank.sections.iter().map(|section| {
        let heading = section.heading.clone().map(|heading| view! { <h3>{heading}</h3> });
        view! { <section>{heading}<div class="blank-lines">{section.lines.iter().map(line).collect_view()}</div></section> }
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

fn line(line: &BlankLine) -> AnyView {
    let class = match line.width {
        LineWidth::Full => "blank-line",
        LineWidth::Half => "blank-line blank-half",
        LineWidth::Third => "blank-line blank-third",
    };
    let filling = match &line.filling {
        Filling::Free => view! { <span class="blank-write"></span> }.printed(),
        Filling::Boxes(boxes) => {
            view! { <span class="blank-boxes" aria-hidden="true">{(0..*boxes).map(|_| view! { <i></i> }).collect_view()}</span> }.printed()
        }
        Filling::Choices(choices) => choices
            .iter()
            .map(|choice| view! { <span class="blank-choice"><i aria-hidden="true"></i>{choice.clone()}</span> })
            .collect_view()
            .printed(),
    };
    view! { <p class=class><span>{line.label.clone()}{(!line.label.ends_with('?')).then_some(":")}</span>{filling}</p> }.printed()
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "blank_form", sheet: Sheet::Every, style: include_str!("blank_form/blank_form.css"), examples: examples::examples }
}
