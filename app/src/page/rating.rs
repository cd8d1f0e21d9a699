//! Rating a dossier: after sending, and after the result; the officer never sees who wrote.

use crate::{
    component::{
        Press,
        error_summary::{ToMend, error_summary},
        rating_scale::rating_scale,
    },
    document::{Page, document},
    route::Route,
    text,
};
use domain::{
    date::Date,
    form::{Fault, RawAnswers, Wrong},
    language::Language::Vietnamese,
    rating::{Aspect, COMMENT, Level, Moment},
};
use leptos::prelude::*;

/// A rating that is asked for or given back.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The token of the rating.
    pub token: &'a str,
    /// Which moment it is about.
    pub moment: Moment,
    /// The title of the procedure.
    pub title: &'a str,
    /// What was answered so far.
    pub answers: &'a RawAnswers,
    /// What is wrong with it.
    pub faults: &'a [Fault],
    /// The last day it may be changed, once it was given.
    pub until: Option<Date>,
}

/// Prints the questions.
pub fn asked(press: Press<'_>, of: Question<'_>) -> String {
    document(press, || {
        let faults = of.faults.iter().map(|fault| ToMend { href: format!("#{}", fault.path), words: words(fault) }).collect();
        let scales = of.moment.aspects().iter().map(|aspect| {
            let path = aspect.key();
            let fault = of.faults.iter().find(|fault| fault.path == path).map(words);
            rating_scale(press, *aspect, Level::from_key(of.answers.one(path)), fault.as_deref())
        });
        let again =
            of.until.map(|until| view! { <p>{format!("Bạn đã đánh giá. Sửa được đến hết ngày {}.", text::date(until, Vietnamese))}</p> });
        let title = match of.moment {
            Moment::AfterSending => "Bạn vừa gửi hồ sơ. Mọi việc thế nào?",
            Moment::AfterResult => "Bạn đã có kết quả. Mọi việc thế nào?",
        };
        let main = view! {
            {error_summary(press, faults)}
            <h1>{title}</h1>
            <p class="lead">{of.title.to_owned()}</p>
            {again}
            <p>"Nơi theo dõi chất lượng phục vụ của tỉnh đọc. Cán bộ chỉ thấy số cộng của từ 5 người trở lên, không thấy ai viết."</p>
            <form method="post" action=Route::Rating(of.token.to_owned()).path(Vietnamese)>
                {scales.collect_view()}
                {comment(of)}
                <p class="actions"><button class="button" type="submit">"Gửi đánh giá"</button></p>
            </form>
        };
        page(press, of.token, "Đánh giá", main)
    })
}

fn comment(of: Question<'_>) -> Option<impl IntoView + use<>> {
    let fault = of.faults.iter().find(|fault| fault.path == COMMENT).map(words);
    let wrong = fault.is_some();
    (of.moment == Moment::AfterResult).then(|| {
        view! {
            <div class="question" class:question-wrong=wrong>
                <label class="ask" for=COMMENT>"Bạn muốn nói thêm gì?"" "<span class="optional">"(không bắt buộc)"</span></label>
                <p class="hint" id="comment-hint">"Đừng ghi tên, số điện thoại hay mã hồ sơ."</p>
                <p class="error-line" id="comment-error" data-error-for=COMMENT hidden=!wrong>{fault}</p>
                <textarea class="box box-long" id=COMMENT name=COMMENT rows="4" aria-describedby="comment-hint comment-error" aria-invalid=wrong.then_some("true")>{of.answers.one(COMMENT).to_owned()}</textarea>
            </div>
        }
    })
}

/// Prints the thanks.
pub fn thanks(press: Press<'_>, token: &str, until: Date) -> String {
    document(press, || {
        let main = view! {
            <h1>"Cảm ơn bạn"</h1>
            <p class="lead">"Đánh giá của bạn đã được ghi nhận."</p>
            <p>{format!("Đổi ý thì mở lại trang này và sửa, đến hết ngày {}.", text::date(until, Vietnamese))}</p>
            <ul class="plain-links">
                <li><a href=Route::Rating(token.to_owned()).path(Vietnamese)>"Sửa đánh giá của tôi"</a></li>
                <li><a href=Route::Statistics.path(Vietnamese)>"Xem mọi người đánh giá thế nào"</a></li>
            </ul>
        };
        page(press, token, "Cảm ơn bạn đã đánh giá", main)
    })
}

/// Prints that it is too late to change a rating.
pub fn closed(press: Press<'_>, token: &str) -> String {
    document(press, || {
        let main = view! {
            <h1>"Đánh giá này đã đóng"</h1>
            <p class="lead">"Đã quá 30 ngày từ khi bạn đánh giá nên không sửa được nữa. Cảm ơn bạn."</p>
            <ul class="plain-links"><li><a href=Route::Statistics.path(Vietnamese)>"Xem mọi người đánh giá thế nào"</a></li></ul>
        };
        page(press, token, "Đánh giá đã đóng", main)
    })
}

/// What is wrong and how to mend it.
pub fn words(fault: &Fault) -> String {
    match &fault.wrong {
        Wrong::TooLong { most, length } => format!("Viết trong {most} chữ cái, bạn đã viết {length}."),
        _ if fault.path == Aspect::Overall.key() => "Chọn một khuôn mặt cho câu «Nói chung, bạn có hài lòng không?».".to_owned(),
        _ => "Chọn một trong ba khuôn mặt.".to_owned(),
    }
}

fn page(press: Press<'_>, token: &str, title: &str, main: impl IntoView + 'static) -> Page {
    let mut page = Page::new(Route::Rating(token.to_owned()), title.to_owned(), "Đánh giá việc làm thủ tục trên cổng.".to_owned(), main);
    page.hidden_from_search = true;
    page.styles = vec![press.assets.form_style.clone()];
    page
}
