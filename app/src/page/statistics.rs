//! Public statistics, of all and of one procedure: what was received and resolved, in time or late, and how satisfied people are.

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        back_link::back_link,
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
    procedure::Procedure,
    rating::{Aspect, Level, Shown, Tally, shown_beside_sum},
    slug::Slug,
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
        let main = view! {
            <h1>"Cổng phục vụ thế nào?"</h1>
            <p class="lead">{lead(all)}</p>
            <p class="mute">{counted(of)}</p>
            {tables}
            <h2>"Mọi người có hài lòng không?"</h2>
            {satisfaction(press, Aspect::NAMED.into_iter().filter_map(|(_, aspect)| Some((aspect, ratings.shown(aspect)?))))}
            {method()}
        };
        let description = "Số hồ sơ đã nhận, đã giải quyết, đúng hẹn, và mức hài lòng của người làm thủ tục.".to_owned();
        let mut page = Page::new(Route::Statistics, "Thống kê".to_owned(), description, main);
        page.styles = vec![press.assets.form_style.clone()];
        page
    })
}

/// Prints the page of one procedure; its guide takes the part marked `data-fragment` over.
pub fn of_procedure(press: Press<'_>, procedure: &Procedure, of: Period<'_>) -> String {
    document(press, || {
        let (counts, _) = of.totals.sum(|row| row.procedure == procedure.slug);
        // What few people said is not to be found by taking the other procedures from the whole.
        let slugs: Vec<&Slug> = press.catalogue.procedures.iter().map(|one| &one.slug).collect();
        let tallies: Vec<Tally> = slugs.iter().map(|slug| of.totals.sum(|row| row.procedure == **slug).1).collect();
        let at = slugs.iter().position(|slug| **slug == procedure.slug);
        let shown = Aspect::NAMED.into_iter().filter_map(|(_, aspect)| {
            let all = shown_beside_sum(&tallies.iter().collect::<Vec<_>>(), aspect);
            Some((aspect, all.into_iter().nth(at?)??))
        });
        let shown: Vec<(Aspect, Shown)> = shown.collect();
        let guide = press.href(&Route::Procedure(procedure.slug.clone()));
        let overall = shown.iter().find(|(aspect, _)| *aspect == Aspect::Overall).map(|(_, shown)| {
            let words = format!("{} hài lòng hoặc rất hài lòng ({} người đánh giá). ", text::percent(satisfied(shown)), shown.sample);
            view! { <p><strong>{words}</strong></p> }
        });
        let main = view! {
            {back_link(press, guide, procedure.title.vi.clone())}
            <h1>{format!("Phục vụ thế nào: {}", procedure.title.vi)}</h1>
            <div data-fragment-of=procedure.slug.to_string()><p class="lead">{lead(counts)}</p>{overall}</div>
            <p class="mute">{counted(of)}</p>
            <h2>"Mọi người có hài lòng không?"</h2>
            {satisfaction(press, shown.into_iter())}
            {method()}
            <ul class="plain-links"><li><a href=press.href(&Route::Statistics)>"Số liệu của mọi thủ tục và mọi nơi nhận"</a></li></ul>
        };
        let title = format!("Thống kê: {}", procedure.title.vi);
        let description = format!("Số hồ sơ, đúng hẹn và mức hài lòng của thủ tục {}.", procedure.title.vi);
        let mut page = Page::new(Route::StatisticsOf(procedure.slug.clone()), title, description, main);
        page.styles = vec![press.assets.form_style.clone()];
        page
    })
}

fn counted(of: Period<'_>) -> String {
    let (from, to) = (text::date(of.from, Vietnamese), text::moment(of.at.moment(), Vietnamese));
    format!("Từ ngày {from} đến {to}. Chỉ tính hồ sơ gửi qua cổng này.")
}

/// How the numbers are made.
fn method() -> impl IntoView + use<> {
    view! {
        <h2>"Cách tính"</h2>
        <ul>
            <li>"Đúng hẹn: hồ sơ có kết quả không muộn hơn giờ hẹn trả đầu tiên, chia cho hồ sơ có kết quả và có giờ hẹn."</li>
            <li>"Thời gian chờ người nộp bổ sung hoặc nộp phí không tính là trễ."</li>
            <li>"Đánh giá chỉ hiện khi có từ 5 người trở lên, để không ai bị nhận ra."</li>
        </ul>
    }
}

const fn satisfied(shown: &Shown) -> Share {
    Share { part: shown.satisfied(), whole: shown.sample }
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
    let satisfied = satisfied
        .as_ref()
        .map(self::satisfied)
        .map_or_else(|| NO_NUMBERS.to_owned(), |share| format!("{} ({} người)", text::percent(share), share.whole));
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

fn satisfaction(press: Press<'_>, shown: impl Iterator<Item = (Aspect, Shown)>) -> AnyView {
    let sections: Vec<_> = shown
        .map(|(aspect, shown)| {
            let bars: Vec<Bar> = Level::NAMED
                .into_iter()
                .zip(shown.answers)
                .rev()
                .map(|((_, level), count)| Bar { label: answer(aspect, level).to_owned(), count })
                .collect();
            view! { <section><h3>{asked(aspect)}</h3>{share_bars(press, &bars, shown.sample)}</section> }
        })
        .collect();
    if sections.is_empty() {
        return view! { <p>"Chưa đủ 5 người đánh giá nên chưa có số liệu."</p> }.printed();
    }
    sections.printed()
}
