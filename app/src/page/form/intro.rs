//! What to know before filling in: how long, what to have at hand, who reads it, and the way on paper.

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        slip::{SlipRow, slip},
    },
    route::Route,
    text,
};
use domain::{
    form::{FeeRule, FeeSteps, Form, Kind},
    language::Language,
    slug::Slug,
};
use leptos::prelude::*;

pub(super) fn intro(press: Press<'_>, form: &Form) -> impl IntoView + use<> {
    let row = |icon, label: &str, answer: AnyView| SlipRow { icon, label: label.to_owned(), answer };
    let minutes = format!("Khoảng {}{}phút", form.minutes, text::NO_BREAK);
    let mut rows = vec![
        row("clock", "Điền mất bao lâu", view! { <strong>{minutes}</strong> }.printed()),
        row("papers", "Có sẵn bên mình", papers(form)),
    ];
    rows.extend(fees(form).map(|answer| row("money", "Phí, lệ phí", answer)));
    rows.push(row("info", "Ai đọc được", privacy(press, form)));
    rows.extend(on_paper(press, form).map(|answer| row("print", "Muốn làm trên giấy", answer)));
    let source = form.source.as_ref().map(|source| {
        let words = format!("Theo {}, xem ngày {}.", source.title, text::date(source.date, Language::Vietnamese));
        view! { <p class="mute">{words}</p> }
    });
    let unsure = form
        .review_note
        .as_ref()
        .map(|_| view! { <p class="mute">"Câu hỏi do chúng tôi soạn, chưa được cơ quan có thẩm quyền xác nhận."</p> });
    view! { {slip(press, "Trước khi điền".to_owned(), rows, None)}{source}{unsure} }
}

/// What comes, in one sentence.
pub(super) const fn lead(form: &Form) -> &'static str {
    if !form.sends() {
        "Bạn điền ở đây rồi in ra. Không có gì được gửi đi: bạn nộp tờ in, hoặc chép vào VNeID."
    } else if form.papers.is_empty() {
        "Bạn điền ở đây, xem lại, rồi gửi."
    } else {
        "Bạn điền ở đây, gửi ảnh giấy tờ, xem lại, rồi gửi."
    }
}

fn papers(form: &Form) -> AnyView {
    let line = |name: String, note: Option<&'static str>| {
        let note = note.map(|note| view! { <span class="mute">{note}</span> });
        view! { <p><strong>{name}</strong>{note}</p> }
    };
    let asked = |always: bool| {
        let papers = form.papers.iter().filter(move |paper| always == (paper.when.is_empty() && paper.each.is_none()));
        papers.map(|paper| {
            // Of each row, and there may be none.
            let note =
                if paper.each.is_some() { Some(" – có thể nhiều bản") } else { paper.optional.then_some(" – nếu bạn có") };
            line(paper.name.clone(), note)
        })
    };
    let sometimes: Vec<_> = asked(false).collect();
    let sometimes = (!sometimes.is_empty()).then(|| {
        view! { <p class="mute">"Tùy câu trả lời của bạn, có khi cần thêm:"</p> {sometimes} }
    });
    view! { {line("Thẻ căn cước".to_owned(), Some(" – để xem số, không phải gửi"))}{asked(true).collect_view()}{sometimes} }.printed()
}

fn fees(form: &Form) -> Option<AnyView> {
    if form.fees.is_empty() {
        return None;
    }
    let line = |rule: &FeeRule| {
        let amount = text::money(rule.amount, Language::Vietnamese);
        let often = often(form, rule).map(|often| view! { <span class="mute">{often}</span> });
        let note = (!rule.when.is_empty()).then(|| view! { <span class="mute">" – tùy trường hợp"</span> });
        view! { <p><strong>{amount}</strong>{often}": "{text::lower_first(&rule.what)}{note}</p> }
    };
    Some(form.fees.iter().map(line).collect_view().printed())
}

/// How often the amount is paid: « mỗi bản», « mỗi trang; từ trang thứ 3 là 1.000 đ; nhiều nhất 200.000 đ mỗi bản», « × diện tích sàn».
fn often(form: &Form, rule: &FeeRule) -> Option<String> {
    let question = rule.times.as_ref().and_then(|times| form.question(times.as_str()));
    if let (Some(question), None) = (question.filter(|question| matches!(question.kind, Kind::Computed(_))), &rule.steps) {
        return Some(format!(" × {}", text::lower_first(&question.label)));
    }
    let copy = rule.times.as_ref().map(|_| " mỗi bản");
    let Some(steps) = &rule.steps else { return copy.map(ToOwned::to_owned) };
    let money = |amount| text::money(amount, Language::Vietnamese);
    let FeeSteps { unit, first, .. } = steps;
    let most = steps.at_most.map(|most| format!("; nhiều nhất {}{}", money(most), copy.unwrap_or_default()));
    Some(format!(" mỗi {unit}; từ {unit} thứ {} là {}{}", first.saturating_add(1), money(steps.then), most.unwrap_or_default()))
}

fn privacy(press: Press<'_>, form: &Form) -> AnyView {
    let page = "rieng-tu".parse::<Slug>().ok().filter(|slug| press.catalogue.page(slug.as_str(), press.language).is_some());
    let link = page.map(|slug| view! { <p class="more"><a href=press.href(&Route::Text(slug))>"Chúng tôi giữ gì, bao lâu"</a></p> });
    let words = if form.sends() {
        "Chỉ nơi nhận hồ sơ, sau khi bạn bấm «Gửi hồ sơ». Trước đó, bản nháp nằm trên máy này."
    } else {
        "Không ai. Máy chủ dàn trang tờ khai rồi không giữ lại gì. Bản nháp nằm trên máy này."
    };
    view! { <p>{words}</p>{link} }.printed()
}

fn on_paper(press: Press<'_>, form: &Form) -> Option<AnyView> {
    let procedure = press.catalogue.procedure(form.procedure.as_str())?;
    let mut blanks: Vec<&Slug> = Vec::new();
    for blank in procedure.cases.iter().flat_map(|case| &case.papers).filter_map(|need| need.paper.blank.as_ref()) {
        if !blanks.contains(&blank) {
            blanks.push(blank);
        }
    }
    let links: Vec<_> = blanks
        .into_iter()
        .filter_map(|slug| press.catalogue.blank(slug))
        .map(|blank| view! { <p><a href=press.href(&Route::Blank(blank.slug.clone()))>{format!("In mẫu {}", text::lower_first(&blank.title))}</a></p> })
        .collect();
    (!links.is_empty()).then(|| links.collect_view().printed())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::money::Dong;

    #[test]
    fn a_fee_by_the_unit_says_all_its_steps() {
        let slug = |text: &str| text.parse::<domain::form::Path>().unwrap();
        let form = crate::component::question::examples::sample::form().unwrap();
        let steps = FeeSteps { question: slug("trang"), unit: "trang".into(), first: 2, then: Dong(1000), at_most: Some(Dong(200_000)) };
        let rule = FeeRule { what: String::new(), amount: Dong(2000), steps: Some(steps), times: Some(slug("ban")), when: Vec::new() };
        let plain = |rule: &FeeRule| often(&form, rule).map(|words| words.replace(text::NO_BREAK, " "));
        assert_eq!(plain(&rule).as_deref(), Some(" mỗi trang; từ trang thứ 3 là 1.000 đ; nhiều nhất 200.000 đ mỗi bản"));
        assert_eq!(plain(&FeeRule { steps: None, ..rule }).as_deref(), Some(" mỗi bản"));
    }
}
