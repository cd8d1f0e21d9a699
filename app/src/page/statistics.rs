//! Public statistics: what was received and resolved, in time or late, and how satisfied people are.

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        fact_table::{FactRow, fact_table},
        rating_scale::{answer, asked},
        share_bars::{Bar, share_bars},
    },
    document::{Page, document},
    route::Route,
    text,
};
use domain::{
    date::Date,
    language::Language::Vietnamese,
    rating::{Aspect, Level, Shown, Tally, shown_beside_sum},
    timestamp::Timestamp,
    totals::{Counts, Share, Totals},
};
use leptos::prelude::*;

/// Totals of a period.
#[derive(Debug, Clone, Copy)]
pub struct Period<'a> {
    /// The first day counted.
    pub from: Date,
    /// When it was counted.
    pub at: Timestamp,
    /// What was counted.
    pub totals: &'a Totals,
}

/// Prints the page.
pub fn printed(press: Press<'_>, of: Period<'_>) -> String {
    document(press, || {
        let (all, ratings) = of.totals.sum(|_| true);
        let agencies = press.catalogue.agencies.iter();
        let agencies = rows(agencies.map(|agency| (&agency.name.vi, of.totals.sum(|row| row.agency == agency.code))));
        let procedures = press.catalogue.procedures.iter();
        let procedures = rows(procedures.map(|procedure| (&procedure.title.vi, of.totals.sum(|row| row.procedure == procedure.slug))));
        let tables = if of.totals.is_empty() {
            view! { <p>"Từ đầu kỳ chưa có hồ sơ nào gửi qua cổng này. Số liệu hiện ở đây khi có."</p> }.printed()
        } else {
            view! {
                <h2>"Theo nơi nhận hồ sơ"</h2>
                {fact_table(press, "Số hồ sơ theo nơi nhận".to_owned(), columns("Nơi nhận"), agencies)}
                <h2>"Theo thủ tục"</h2>
                {fact_table(press, "Số hồ sơ theo thủ tục".to_owned(), columns("Thủ tục"), procedures)}
            }
            .printed()
        };
        let counted = format!(
            "Từ ngày {} đến {}. Chỉ tính hồ sơ gửi qua cổng này.",
            text::date(of.from, Vietnamese),
            text::moment(of.at.moment(), Vietnamese)
        );
        let main = view! {
            <h1>"Cổng phục vụ thế nào?"</h1>
            <p class="lead">{lead(all)}</p>
            <p class="mute">{counted}</p>
            {tables}
            <h2>"Mọi người có hài lòng không?"</h2>
            {satisfaction(press, &ratings)}
            <h2>"Cách tính"</h2>
            <ul>
                <li>"Đúng hẹn: hồ sơ có kết quả không muộn hơn giờ hẹn trả đầu tiên, chia cho hồ sơ có kết quả và có giờ hẹn."</li>
                <li>"Thời gian chờ người nộp bổ sung hoặc nộp phí không tính là trễ."</li>
                <li>"Đánh giá chỉ hiện khi có từ 5 người trở lên, để không ai bị nhận ra."</li>
            </ul>
        };
        let description = "Số hồ sơ đã nhận, đã giải quyết, đúng hẹn, và mức hài lòng của người làm thủ tục.".to_owned();
        let mut page = Page::new(Route::Statistics, "Thống kê".to_owned(), description, main);
        page.styles = vec![press.assets.form_style.clone()];
        page
    })
}

fn lead(all: Counts) -> String {
    let share = all.on_time_share();
    let on_time =
        if share.whole == 0 { "chưa có số liệu đúng hẹn".to_owned() } else { format!("{} đúng hẹn", text::percent(share)) };
    format!("{} hồ sơ đã nhận, {} đã có kết quả, {on_time}.", all.received, all.resolved)
}

fn columns(first: &str) -> Vec<String> {
    [first, "Đã nhận", "Có kết quả", "Đúng hẹn", "Đang xử lý", "Trong đó trễ", "Hài lòng"].map(ToOwned::to_owned).to_vec()
}

/// One row for each that anything was sent to.
fn rows<'a>(all: impl Iterator<Item = (&'a String, (Counts, Tally))>) -> Vec<FactRow> {
    let all: Vec<_> = all.filter(|(_, (counts, _))| counts.received > 0).collect();
    let ratings: Vec<&Tally> = all.iter().map(|(_, (_, ratings))| ratings).collect();
    let shown = shown_beside_sum(&ratings, Aspect::Overall);
    all.iter().zip(shown).map(|((name, (counts, _)), shown)| row((*name).clone(), *counts, shown)).collect()
}

fn row(name: String, counts: Counts, satisfied: Option<Shown>) -> FactRow {
    let on_time = counts.on_time_share();
    let satisfied = satisfied.map(|shown| Share { part: shown.satisfied(), whole: shown.sample });
    let satisfied = satisfied.map_or_else(|| NO_NUMBERS.to_owned(), |share| format!("{} ({} người)", text::percent(share), share.whole));
    let on_time =
        if on_time.whole == 0 { NO_NUMBERS.to_owned() } else { format!("{} ({} hồ sơ)", text::percent(on_time), on_time.whole) };
    let numbers = [counts.received, counts.resolved].map(|count| count.to_string());
    let more = [counts.in_process, counts.late].map(|count| count.to_string());
    let cells = numbers.into_iter().chain([on_time]).chain(more).chain([satisfied]);
    let cells = cells.map(|words| view! { <span class="number">{words}</span> }.printed()).collect();
    FactRow { head: view! { {name} }.printed(), cells }
}

/// What stands where there is nothing to measure.
const NO_NUMBERS: &str = "chưa có số liệu";

fn satisfaction(press: Press<'_>, ratings: &Tally) -> AnyView {
    let sections: Vec<_> = Aspect::NAMED
        .into_iter()
        .filter_map(|(_, aspect)| {
            let shown = ratings.shown(aspect)?;
            let bars: Vec<Bar> = Level::NAMED
                .into_iter()
                .zip(shown.answers)
                .rev()
                .map(|((_, level), count)| Bar { label: answer(aspect, level).to_owned(), count })
                .collect();
            Some(view! { <section><h3>{asked(aspect)}</h3>{share_bars(press, &bars, shown.sample)}</section> })
        })
        .collect();
    if sections.is_empty() {
        return view! { <p>"Chưa đủ 5 người đánh giá nên chưa có số liệu."</p> }.printed();
    }
    sections.printed()
}
