//! Three faces with words: how it went. Radios underneath, so it works everywhere.

use super::{Component, Press, Sheet, icon::icon};
use domain::rating::{Aspect, Level};
use leptos::prelude::*;

mod examples;

/// What is asked about an aspect.
pub const fn asked(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Overall => "Nói chung, bạn có hài lòng không?",
        Aspect::Ease => "Điền và gửi hồ sơ có dễ không?",
        Aspect::Convenience => "Làm thủ tục này có thuận tiện không?",
        Aspect::Punctuality => "Kết quả có đúng hẹn không?",
        Aspect::Attitude => "Thái độ của cán bộ thế nào?",
    }
}

/// The words of a level, as they answer the question.
pub const fn answer(aspect: Aspect, level: Level) -> &'static str {
    let [dissatisfied, satisfied, very] = match aspect {
        Aspect::Overall => ["Không hài lòng", "Hài lòng", "Rất hài lòng"],
        Aspect::Ease => ["Khó", "Dễ", "Rất dễ"],
        Aspect::Convenience => ["Không thuận tiện", "Thuận tiện", "Rất thuận tiện"],
        Aspect::Punctuality => ["Trễ hẹn", "Đúng hẹn", "Sớm hơn hẹn"],
        Aspect::Attitude => ["Không tốt", "Tốt", "Rất tốt"],
    };
    match level {
        Level::Dissatisfied => dissatisfied,
        Level::Satisfied => satisfied,
        Level::VerySatisfied => very,
    }
}

const fn face(level: Level) -> &'static str {
    match level {
        Level::Dissatisfied => "face-sad",
        Level::Satisfied => "face-content",
        Level::VerySatisfied => "face-glad",
    }
}

/// One question with its faces, the best first.
pub fn rating_scale(press: Press<'_>, aspect: Aspect, chosen: Option<Level>, fault: Option<&str>) -> impl IntoView + use<> {
    let path = aspect.key();
    let levels = Level::NAMED.into_iter().rev().enumerate().map(|(at, (value, level))| {
        // Messages lead to the first face.
        let id = if at == 0 { path.to_owned() } else { format!("{path}--{value}") };
        let target = id.clone();
        view! {
            <label class="face" for=target>
                <input type="radio" id=id name=path value=value checked=chosen == Some(level)/>
                {icon(press, face(level))}
                <span>{answer(aspect, level)}</span>
            </label>
        }
    });
    let wrong = fault.is_some();
    let fault = fault.map(ToOwned::to_owned);
    let (error, describes) = (format!("{path}-error"), format!("{path}-error"));
    view! {
        <div class="question" class:question-wrong=wrong>
            <fieldset class="asks" role="radiogroup" aria-describedby=describes aria-invalid=wrong.then_some("true")>
                <legend class="ask">{asked(aspect)}</legend>
                <p class="error-line" id=error data-error-for=path hidden=!wrong>{fault}</p>
                <div class="faces">{levels.collect_view()}</div>
            </fieldset>
        </div>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component {
        name: "rating_scale",
        sheet: Sheet::Form,
        style: include_str!("rating_scale/rating_scale.css"),
        examples: examples::examples,
    }
}
