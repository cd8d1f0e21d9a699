//! A record of the nation: what the state published, in its own words, and plainly said to be no guide of ours.

use crate::{
    component::{
        Press,
        back_link::back_link,
        badge::Tone,
        button::{Weight, link_button},
        callout::callout,
        details::details,
        slip::{SlipRow, slip},
    },
    document::{Page, Print as _},
    route::Route,
    summary, text,
};
use domain::{
    language::Language,
    money::Dong,
    national::{Extent, NationalChannel, NationalFee, NationalPaper, NationalPapers, NationalRecord, NationalText},
    procedure::FilingPlace,
    term::Term,
};
use leptos::prelude::*;

/// How many times or amounts a slip names; more are told below.
const MOST: usize = 3;

pub(super) fn page(press: Press<'_>, record: &NationalRecord) -> Page {
    let (body, title) = (&record.text, record.title.clone());
    let vietnamese = press.language.pick(None, Some("vi"));
    let official = (record.official_name != title).then(|| view! { <p class="official">{record.official_name.clone()}</p> });
    let main = view! {
        {back_link(press, press.href(&Route::Field(record.field.clone())), summary::field_name(press, &record.field))}
        <div class="guide">
            <div class="guide-head" lang=vietnamese>
                <h1>{title.clone()}</h1>
                {official}
                <p class="official-code" lang=press.language.tag()>{press.say("Mã ", "Code ").to_owned()}<span class="number">{record.codes().map(ToString::to_string).collect::<Vec<_>>().join(", ")}</span></p>
            </div>
            <div class="guide-slip">{slip_of(press, record)}</div>
            <div class="guide-body">
                {what_it_is(press, body)}
                {channels(press, body)}
                {papers(press, body)}
                {list(press, press.say("Các bước", "Steps"), &body.steps)}
                {list(press, press.say("Bạn nhận được gì", "What you get"), &body.results)}
                {list(press, press.say("Điều kiện", "Conditions"), &body.conditions)}
                {list(press, press.say("Nội dung", "Text"), &body.paragraphs)}
                {official_facts(press, record)}
            </div>
        </div>
    };
    let by = if record.agency.is_empty() { &body.publisher } else { &record.agency };
    let description = match press.language {
        Language::Vietnamese => format!("Bản ghi quốc gia của thủ tục {}: {by}.", record.code),
        Language::English => format!("National record of procedure {}, in Vietnamese: {by}.", record.code),
    };
    // Two records may bear one title, in different fields; the code tells them apart.
    Page::new(Route::Procedure(record.slug.clone()), format!("{title} ({})", record.code), description, main)
}

/// Says that nobody here checked the text, and how old it is.
fn what_it_is(press: Press<'_>, body: &NationalText) -> AnyView {
    let day = body.read_on.map(|day| text::date(day, press.language)).unwrap_or_default();
    let words = match press.language {
        Language::Vietnamese => {
            format!(
                "Đây là bản ghi quốc gia ngày {day}, đăng nguyên văn. Cổng này chưa viết hướng dẫn cho thủ tục này; nếu chưa rõ, hãy gọi nơi nộp trước khi đi."
            )
        }
        Language::English => {
            format!(
                "This is the national record of {day}, in Vietnamese and in its own words. We have not written a guide for it yet; call before you go."
            )
        }
    };
    callout(press, Tone::Information, view! { <p>{words}</p> })
}

fn slip_of(press: Press<'_>, record: &NationalRecord) -> AnyView {
    let row = |icon, label: &str, answer| SlipRow { icon, label: label.to_owned(), answer };
    let strong = |answer: String| view! { <strong>{answer}</strong> }.printed();
    let vietnamese = press.language.pick(None, Some("vi"));
    let agency = view! { <strong lang=vietnamese>{record.agency.clone()}</strong> }.printed();
    let online = match record.online {
        Some(Extent::Full) => Some(press.say("Làm hết trên mạng", "All of it")),
        Some(Extent::Partial) => Some(press.say("Làm được một phần", "Partly")),
        Some(Extent::None) => Some(press.say("Không, bạn đến nơi làm", "No, in person")),
        None => None,
    };
    let count: usize = record.text.papers.iter().map(|papers| papers.papers.len()).sum();
    let count = (count > 0).then(|| match press.language {
        Language::Vietnamese => format!("{count} mục, xem danh sách bên dưới"),
        Language::English => format!("{count} entries, listed below"),
    });
    let has_time = record.text.channels.iter().any(|channel| channel.term.is_some() || !channel.time.is_empty());
    let has_fee = record.text.channels.iter().any(|channel| !channel.fees.is_empty());
    let told = |below: bool| {
        if below {
            press.say("Tùy trường hợp, xem bên dưới", "Depends; see below")
        } else {
            press.say("Hỏi nơi nộp", "Ask the office")
        }
        .to_owned()
    };
    let rows = [
        (!record.agency.is_empty()).then(|| row("place", press.say("Làm ở đâu", "Where"), agency)),
        Some(row("clock", press.say("Mất bao lâu", "How long"), strong(times(press, &record.text).unwrap_or_else(|| told(has_time))))),
        Some(row("money", press.say("Phí, lệ phí", "Fee"), strong(fees(press, &record.text).unwrap_or_else(|| told(has_fee))))),
        count.map(|count| row("papers", press.say("Giấy tờ", "Papers"), strong(count))),
        online.map(|online| row("computer", press.say("Làm trên mạng", "Online"), strong(online.to_owned()))),
    ];
    let door = press.catalogue.site.doors.iter().find(|door| door.place == FilingPlace::NationalPortal);
    let button = door.map(|door| {
        let label = format!("{} {}", press.say("Tìm mã này trên", "Look it up on the"), door.name.in_language(press.language));
        link_button(press, Weight::Filled, door.url.clone(), label, Some("external")).printed()
    });
    slip(press, press.say("Thông tin chính", "Key facts").to_owned(), rows.into_iter().flatten().collect(), button).printed()
}

/// The times that are certain, the shortest first; nothing where any way to file has words instead.
fn times(press: Press<'_>, body: &NationalText) -> Option<String> {
    let terms: Option<Vec<Term>> = body.channels.iter().map(|channel| channel.term).collect();
    let mut terms = terms?;
    terms.sort_unstable();
    terms.dedup();
    let words: Vec<String> = terms.iter().map(|term| text::term(*term, press.language)).collect();
    (1..=MOST).contains(&words.len()).then(|| words.join(press.say(" hoặc ", " or ")))
}

/// The amounts, where every fee is one.
fn fees(press: Press<'_>, body: &NationalText) -> Option<String> {
    let amounts: Option<Vec<Dong>> = body.channels.iter().flat_map(|channel| &channel.fees).map(|fee| fee.amount).collect();
    let mut amounts = amounts?;
    amounts.sort_unstable();
    amounts.dedup();
    let words: Vec<String> = amounts.iter().map(|amount| money(press, *amount)).collect();
    (1..=MOST).contains(&words.len()).then(|| words.join(press.say(" hoặc ", " or ")))
}

fn money(press: Press<'_>, amount: Dong) -> String {
    if amount == Dong(0) { press.say("Miễn phí", "Free").to_owned() } else { text::money(amount, press.language) }
}

/// Ways to file, each with its time and fees; those that say the same stand together.
fn channels(press: Press<'_>, body: &NationalText) -> Option<AnyView> {
    let mut groups: Vec<(Vec<&'static str>, &NationalChannel)> = Vec::new();
    for channel in &body.channels {
        let same = |known: &NationalChannel| known.term == channel.term && known.time == channel.time && known.fees == channel.fees;
        let name = text::channel(channel.kind, press.language);
        match groups.iter_mut().find(|(_, known)| same(known)) {
            Some((names, _)) if !names.contains(&name) => names.push(name),
            Some(_) => {}
            None => groups.push((vec![name], channel)),
        }
    }
    let vietnamese = press.language.pick(None, Some("vi"));
    let rows = groups.into_iter().map(|(names, channel)| {
        let term = channel.term.map(|term| view! { <p><strong>{text::term(term, press.language)}</strong></p> });
        let time = (!channel.time.is_empty()).then(|| view! { <p lang=vietnamese>{channel.time.clone()}</p> });
        let fees = (!channel.fees.is_empty()).then(|| {
            let rows = channel.fees.iter().map(|fee| view! { <li>{fee_row(press, fee)}</li> });
            view! { <ul lang=vietnamese>{rows.collect_view()}</ul> }
        });
        view! { <h3>{names.join(", ")}</h3>{term}{time}{fees} }
    });
    let rows = rows.collect_view();
    (!body.channels.is_empty())
        .then(|| view! { <h2>{press.say("Cách nộp, thời gian và phí", "Ways to file, time and fees").to_owned()}</h2>{rows} }.printed())
}

fn fee_row(press: Press<'_>, fee: &NationalFee) -> String {
    let amount = fee.amount.map(|amount| money(press, amount));
    let words = (!fee.words.is_empty()).then(|| fee.words.clone());
    [amount, words].into_iter().flatten().collect::<Vec<_>>().join(" – ")
}

fn papers(press: Press<'_>, body: &NationalText) -> Option<AnyView> {
    if body.papers.is_empty() {
        return None;
    }
    let vietnamese = press.language.pick(None, Some("vi"));
    let group = |papers: &NationalPapers| {
        let case = (!papers.case.is_empty()).then(|| view! { <h3>{papers.case.clone()}</h3> });
        let rows = papers.papers.iter().map(|paper| view! { <li>{paper.name.clone()}{counts(paper)}</li> });
        view! { {case}<ul>{rows.collect_view()}</ul> }
    };
    let groups = body.papers.iter().map(group).collect_view();
    Some(view! { <h2 id="giay-to">{press.say("Giấy tờ", "Papers").to_owned()}</h2><div lang=vietnamese>{groups}</div> }.printed())
}

/// ` (1 bản chính, 2 bản sao)`; nothing for what is only shown.
fn counts(paper: &NationalPaper) -> String {
    let of = |number: u16, kind: &str| (number > 0).then(|| format!("{number}{}{kind}", text::NO_BREAK));
    let parts: Vec<String> = [of(paper.originals, "bản chính"), of(paper.copies, "bản sao")].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

/// Paragraphs under a heading; nothing where there are none.
fn list(press: Press<'_>, title: &str, paragraphs: &[String]) -> Option<AnyView> {
    let vietnamese = press.language.pick(None, Some("vi"));
    let rows = paragraphs.iter().map(|paragraph| view! { <p>{paragraph.clone()}</p> }).collect_view();
    (!paragraphs.is_empty()).then(|| view! { <h2>{title.to_owned()}</h2><div lang=vietnamese>{rows}</div> }.printed())
}

/// Who published it, on what it stands, for whom it is, and where the words come from.
fn official_facts(press: Press<'_>, record: &NationalRecord) -> AnyView {
    let body = &record.text;
    let vietnamese = press.language.pick(None, Some("vi"));
    let levels: Vec<&str> = record.levels.iter().map(|level| text::level(*level, press.language)).collect();
    let facts = [
        (press.say("Cấp giải quyết", "Level"), levels.join(", ")),
        (press.say("Ai làm", "For whom"), body.subjects.clone()),
        (press.say("Cơ quan công bố", "Published by"), body.publisher.clone()),
        (press.say("Quyết định công bố", "Decision"), body.decision.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
    let facts = facts.map(|(label, fact)| view! { <li>{format!("{label}: ")}<span lang=vietnamese>{fact}</span></li> }).collect_view();
    let bases = body.legal_bases.iter().map(|basis| {
        let number = (!basis.number.is_empty()).then(|| format!(" · {}", basis.number));
        view! { <li>{basis.title.clone()}{number}</li> }
    });
    let bases = bases.collect_view();
    let bases = (!body.legal_bases.is_empty()).then(|| {
        details(press, press.say("Căn cứ pháp lý", "Legal bases").to_owned(), view! { <ul lang=vietnamese>{bases}</ul> }.printed())
    });
    let day = body.read_on.map(|day| text::date(day, press.language)).unwrap_or_default();
    let source = match press.language {
        Language::Vietnamese => format!("Nguồn: {}, bản ngày {day}.", body.source),
        Language::English => format!("Source: {}, as of {day}.", body.source),
    };
    view! {
        <h2 id="thong-tin-chinh-thuc">{press.say("Thông tin chính thức", "Official facts").to_owned()}</h2>
        <ul>{facts}</ul>
        {bases}
        <p class="checked">{source}</p>
    }
    .printed()
}
