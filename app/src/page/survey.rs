//! A survey: who asks and why first, then the questions, then thanks and the results so far.

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        badge::Tone,
        callout::callout,
        details::details,
        error_summary::{ToMend, error_summary},
        progress::progress,
        question::{Asked, Filled, question},
        receipt::picture,
        share_bars::{Bar, share_bars},
    },
    document::{Page, document},
    route::Route,
    text::{self, fault::fault_text},
};
use domain::{
    form::{Choice, Kind, NO, NO_OPINION, Question, YES},
    language::Language::Vietnamese,
    survey::Survey,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Answers by question, then by option; a question the survey does not choose answers for is not in it.
pub type Answered = BTreeMap<String, BTreeMap<String, u64>>;

/// Fewer answers than these are not shown.
const LEAST_SHOWN: u64 = 5;

/// Prints the survey with its questions, given back with what was wrong; a closed one says so.
pub fn printed(press: Press<'_>, survey: &Survey, filled: Filled<'_>) -> String {
    document(press, || page(press, survey, filled))
}

pub(super) fn page(press: Press<'_>, survey: &Survey, filled: Filled<'_>) -> Page {
    let main = if survey.is_open_on(press.as_of) { open(press, survey, filled) } else { closed(press, survey) };
    whole(press, Route::Survey(survey.slug.clone()), &survey.title, main)
}

fn open(press: Press<'_>, survey: &Survey, filled: Filled<'_>) -> AnyView {
    let form = &survey.form;
    let asked = Asked { press, form, filled };
    let amount = form.questions().count();
    let faults = filled.faults.iter().map(|fault| ToMend { href: format!("#{}", fault.path), words: fault_text(form, fault, Vietnamese) });
    let who = if survey.anonymous {
        "Không ai biết bạn trả lời. Đừng ghi tên hay số điện thoại."
    } else {
        "Câu trả lời đi cùng tên của bạn."
    };
    let parts = form.pages.len();
    let pages = form.pages.iter().zip(1..).map(|(page, at)| {
        let questions = page.questions.iter().map(|one| question(asked, one, one.id.as_str(), &[])).collect_view();
        view! {
            <section class="form-page" data-page=page.id.to_string()>
                {progress(press, "Phần", at, parts, &page.title)}
                <h2>{page.title.clone()}</h2>
                <div inner_html=page.about.as_str().to_owned()></div>
                {questions}
            </section>
        }
    });
    let opened = filled.opened.map(|opened| view! { <input type="hidden" name="_opened" value=opened.to_owned()/> });
    view! {
        {error_summary(press, faults.collect())}
        <h1>{survey.title.clone()}</h1>
        <p class="lead">{survey.why.clone()}</p>
        <ul>
            <li>{format!("Người hỏi: {}.", survey.asks.trim_end_matches('.'))}</li>
            <li>{format!("{amount}\u{a0}câu, khoảng {}\u{a0}phút. Câu nào không muốn trả lời thì chọn «Không có ý kiến».", survey.minutes)}</li>
            <li>{who}</li>
            <li>{format!("Trả lời đến hết ngày {}.", text::date(survey.until, Vietnamese))}</li>
            <li>{survey.results.clone()}</li>
        </ul>
        <form method="post" action=Route::Survey(survey.slug.clone()).path(Vietnamese)>
            <input type="hidden" name="_version" value=form.version.to_string()/>
            {opened}
            {pages.collect_view()}
            <p hidden=""><label for="website">"Để trống ô này"</label><input id="website" name="website" tabindex="-1" autocomplete="off"/></p>
            <p class="actions"><button class="button" type="submit">"Gửi câu trả lời"</button></p>
        </form>
        {poster(press, survey)}
    }
    .printed()
}

/// The survey as a picture that a telephone reads: for a counter, a wall, a letter.
fn poster(press: Press<'_>, survey: &Survey) -> Option<AnyView> {
    let address = format!("{}{}", press.catalogue.site.base_url, Route::Survey(survey.slug.clone()).path(Vietnamese));
    let picture = picture(&address, "Mã QR mở khảo sát này")?;
    let shown = address.clone();
    let body = view! {
        <figure class="poster">{picture}<figcaption>"Quét để trả lời, hoặc mở "<a href=address>{shown}</a></figcaption></figure>
        <p>"Chụp hoặc in mã này để dán ở quầy, gửi cho người khác."</p>
    };
    Some(details(press, "Mời người khác trả lời bằng mã QR".to_owned(), body.printed()).printed())
}

fn closed(press: Press<'_>, survey: &Survey) -> AnyView {
    let said = format!("Khảo sát này đã đóng từ sau ngày {}. Cảm ơn mọi người đã trả lời.", text::date(survey.until, Vietnamese));
    view! {
        <h1>{survey.title.clone()}</h1>
        {callout(press, Tone::Neutral, view! { <p>{said}</p> })}
        {results_link(survey)}
    }
    .printed()
}

fn results_link(survey: &Survey) -> impl IntoView + use<> {
    let href = Route::SurveyResults(survey.slug.clone()).path(Vietnamese);
    view! { <ul class="plain-links"><li><a href=href>"Xem kết quả khảo sát"</a></li></ul> }
}

/// Prints the thanks with the results so far; `answers` is how many people answered.
pub fn thanks(press: Press<'_>, survey: &Survey, answers: u64, answered: &Answered) -> String {
    document(press, || {
        let main = view! {
            <h1>"Cảm ơn bạn"</h1>
            <p class="lead">{survey.thanks.clone()}</p>
            <h2>"Kết quả đến lúc này"</h2>
            {bars(press, survey, answers, answered)}
        };
        let mut page = whole(press, Route::Survey(survey.slug.clone()), &format!("Cảm ơn bạn: {}", survey.title), main.printed());
        page.hidden_from_search = true;
        page
    })
}

/// Prints the results; under five answers to a question they are not shown.
pub fn results(press: Press<'_>, survey: &Survey, answers: u64, answered: &Answered) -> String {
    document(press, || {
        let state =
            if survey.is_open_on(press.as_of) { "Khảo sát còn mở, số còn thay đổi." } else { "Khảo sát đã đóng." };
        let main = view! {
            <h1>{format!("Kết quả: {}", survey.title)}</h1>
            <p>{state}</p>
            <h2>"Kết quả từng câu"</h2>
            {bars(press, survey, answers, answered)}
        };
        whole(press, Route::SurveyResults(survey.slug.clone()), &format!("Kết quả khảo sát: {}", survey.title), main.printed())
    })
}

fn bars(press: Press<'_>, survey: &Survey, answers: u64, answered: &Answered) -> AnyView {
    if answers < LEAST_SHOWN {
        return view! { <p>"Chưa đủ 5 người trả lời nên chưa có số liệu. Quay lại sau vài ngày."</p> }.printed();
    }
    let one = |question: &Question| {
        let options = options(question)?;
        let counts = answered.get(question.id.as_str());
        let bars: Vec<Bar> = options
            .into_iter()
            .map(|(value, label)| Bar { count: counts.and_then(|counts| counts.get(&value)).copied().unwrap_or(0), label })
            .collect();
        // Of several choices each is measured against all who answered the survey.
        let sample = match question.kind {
            Kind::Choices(_) => answers,
            _ => bars.iter().map(|bar| bar.count).sum(),
        };
        let inside = if sample < LEAST_SHOWN {
            view! { <p>"Chưa đủ 5 câu trả lời."</p> }.printed()
        } else {
            share_bars(press, &bars, sample).printed()
        };
        Some(view! { <section><h3>{question.label.clone()}</h3>{inside}</section> })
    };
    let sections = survey.form.questions().filter_map(|(_, question)| one(question)).collect_view();
    view! { <p>{format!("{answers} người đã trả lời.")}</p>{sections} }.printed()
}

/// The answers one may choose, with their words; none where the answer is written.
fn options(question: &Question) -> Option<Vec<(String, String)>> {
    let pair = |choice: &Choice| (choice.id.to_string(), choice.label.clone());
    let mut options: Vec<(String, String)> = match &question.kind {
        Kind::Choice(choices) | Kind::Choices(choices) => choices.iter().map(pair).collect(),
        Kind::YesNo => vec![(YES.to_owned(), "Có".to_owned()), (NO.to_owned(), "Không".to_owned())],
        _ => return None,
    };
    if question.no_opinion {
        options.push((NO_OPINION.to_owned(), "Không có ý kiến".to_owned()));
    }
    Some(options)
}

fn whole(press: Press<'_>, route: Route, title: &str, main: AnyView) -> Page {
    let mut page = Page::new(route, title.to_owned(), format!("Khảo sát của cổng: {title}"), main);
    page.styles = vec![press.assets.form_style.clone()];
    page
}
