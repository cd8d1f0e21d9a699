//! The page right after sending: the receipt, what happens next, and what it is not.

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        badge::Tone,
        button::{Weight, link_button},
        callout::callout,
        receipt::{Receipt, receipt},
        step_list::{ShownStep, StepHeading, step_list},
    },
    document::{Page, document},
    route::Route,
    text,
};
use domain::{
    agency::Agency,
    calendar::Due,
    date::Time,
    dossier::answer_by,
    language::Language::Vietnamese,
    markup::Markup,
    money::Dong,
    procedure::{ChannelKind, Procedure, Within},
};
use leptos::prelude::*;

/// A dossier that was just sent.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// What stands on the receipt.
    pub receipt: Receipt<'a>,
    /// The guide it was filed under.
    pub procedure: &'a Procedure,
    /// The agency it went to.
    pub agency: &'a Agency,
    /// The whole fee, where the form knows one.
    pub fee: Option<Dong>,
    /// The names of papers to be brought to the desk.
    pub later: &'a [&'a str],
    /// The token of the rating.
    pub rating: Option<&'a str>,
}

/// Prints the page.
pub fn printed(press: Press<'_>, sent: Sent<'_>) -> String {
    document(press, || page(press, sent))
}

fn page(press: Press<'_>, sent: Sent<'_>) -> Page {
    let code = sent.receipt.code;
    let phone = format!("tel:{}", sent.agency.phone.replace(' ', ""));
    let rating = sent.rating.map(|token| {
        let href = Route::Rating(token.to_owned()).path(Vietnamese);
        view! {
            <h2>"Điền và gửi có dễ không?"</h2>
            <p>"Hai câu, chưa đến nửa phút. Cán bộ không thấy ai viết."</p>
            <p class="actions">{link_button(press, Weight::Outlined, href, "Đánh giá".to_owned(), None)}</p>
        }
    });
    let action = Route::FollowDossier(code.clone()).path(Vietnamese);
    let main = view! {
        <h1>"Bạn đã gửi hồ sơ"</h1>
        {receipt(press, sent.receipt)}
        <form class="actions" method="post" action=action>
            <input type="hidden" name="key" value=sent.receipt.key.to_string()/>
            <button class="button" type="submit">"Xem hồ sơ này"</button>
            <button class="button button-outlined" type="submit" name="_do" value="application">"Bản in tờ khai"</button>
            <button class="button button-outlined" type="submit" name="_do" value="calendar">"Thêm ngày trả lời vào lịch"</button>
            <button class="button button-outlined" type="button" data-print="" hidden="">"In trang này"</button>
        </form>
        <label class="option shared-device screen-only" data-shared="" hidden="">
            <input type="checkbox" data-shared-device=""/>
            <span>"Máy dùng chung: đừng giữ mã và khóa trên máy này"<small>"Không đánh dấu thì trang chủ trên máy này nhớ hồ sơ giúp bạn."</small></span>
        </label>
        {callout(press, Tone::Information, view! { <p>"Đây chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả. Giấy đó có khi hồ sơ được tiếp nhận."</p> })}
        <h2>"Việc tiếp theo"</h2>
        {step_list(press, StepHeading::Third, next_steps(press, sent))}
        <h2>"Cần nhớ"</h2>
        <ul>
            <li>"Mất khóa? Mang thẻ căn cước đến nơi nộp."</li>
            <li>"Hỏi về hồ sơ: gọi "<a class="number" href=phone>{sent.agency.phone.clone()}</a>", đọc mã hồ sơ. Không ai cần hỏi khóa của bạn."</li>
        </ul>
        {rating}
    };
    let mut page =
        Page::new(Route::FollowDossier(code.clone()), "Đã gửi hồ sơ".to_owned(), "Biên nhận của người nộp hồ sơ.".to_owned(), main);
    page.hidden_from_search = true;
    page.with_guide_bundle = true;
    page.styles = vec![press.assets.form_style.clone()];
    page
}

/// What happens next, and by when.
fn next_steps(press: Press<'_>, sent: Sent<'_>) -> Vec<ShownStep> {
    let answer = answer_by(&press.catalogue.calendar, sent.receipt.sent_at);
    let by = |due: Due| text::moment(due.at, Vietnamese);
    let step = |title: String, words: String| ShownStep {
        title,
        applies: None,
        text: Markup::default(),
        more: Some(view! { <p>{words}</p> }.printed()),
    };
    let check = format!("{} xem hồ sơ đủ chưa rồi trả lời bạn. Thiếu gì, cơ quan nói một lần cho hết.", sent.agency.short.vi);
    let bring = if sent.later.is_empty() { String::new() } else { format!(" Mang đến nơi nộp: {}.", sent.later.join("; ")) };
    let fee = match sent.fee {
        Some(Dong(0)) => " Bạn không phải nộp phí.".to_owned(),
        Some(fee) => format!(" Phí, lệ phí: {}.", text::money(fee, Vietnamese)),
        None => String::new(),
    };
    let accepted = format!("Hồ sơ đủ thì bạn nhận giấy tiếp nhận có ngày hẹn.{bring}{fee}");
    let result = result_by(press, sent.procedure, answer).map_or_else(
        || ("Nhận kết quả".to_owned(), "Ngày hẹn ghi trên giấy tiếp nhận.".to_owned()),
        |due| (format!("Dự kiến {}", by(due)), "Có kết quả, nếu hồ sơ được tiếp nhận đúng hạn ở bước 1.".to_owned()),
    );
    vec![
        step(format!("Trước {}", by(answer)), check),
        step(format!("Sau đó, từ {}", text::date(answer.at.date, Vietnamese)), accepted),
        step(result.0, result.1),
    ]
}

/// By when there is a result if the dossier is accepted when reception answers at the latest; only where one term is sure.
fn result_by(press: Press<'_>, procedure: &Procedure, answer: Due) -> Option<Due> {
    let online = procedure.deadlines_on(press.as_of).filter(|(channel, _)| *channel == ChannelKind::Online);
    let deadlines: Vec<_> = online.map(|(_, deadline)| (deadline.within, deadline.cutoff)).collect();
    let ((Within::Term(term), cutoff), others) = deadlines.split_first()? else { return None };
    let sure = others.iter().all(|other| *other == (Within::Term(*term), *cutoff));
    sure.then(|| press.catalogue.calendar.due(answer.at, *term, cutoff.map(|hour| Time::new(hour, 0))))
}
