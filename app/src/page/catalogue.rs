//! The catalogue of procedures, narrowed by plain links.

use crate::{
    component::{
        Press,
        details::details,
        filter_panel::{chosen, filter_panel},
        pagination::pagination,
        procedure_list::listed,
        search_box::{Loudness, search_box},
    },
    document::{Page, Print as _, document},
    filter::Filter,
    route::Route,
    text,
};
use leptos::prelude::*;

/// How many procedures stand on one page.
const A_PAGE: usize = 50;

/// Prints the catalogue under a filter.
pub fn printed(press: Press<'_>, filter: &Filter) -> String {
    document(press, || page(press, filter))
}

pub(super) fn page(press: Press<'_>, filter: &Filter) -> Page {
    let left = filter.apply(press.catalogue);
    let pages = left.len().div_ceil(A_PAGE).max(1);
    let number = filter.page.clamp(1, pages);
    let shown = left.iter().skip((number - 1) * A_PAGE).take(A_PAGE).copied();
    let path = press.href(&Route::Catalogue);
    let number_left = text::number(left.len(), press.language);
    let count = match (left.len(), filter.is_empty()) {
        (_, true) => format!("{number_left} {}", press.say("thủ tục", "procedures")),
        (0, false) => press.say("Không có thủ tục nào. Bỏ bớt một lựa chọn.", "Nothing fits. Remove one of the choices.").to_owned(),
        (_, false) => format!("{number_left} {}", press.say("thủ tục phù hợp", "procedures fit")),
    };
    let list = (!left.is_empty()).then(|| listed(press, shown));
    let main = view! {
        <h1>{press.say("Tất cả thủ tục", "All procedures").to_owned()}</h1>
        {search_box(press, "", Loudness::Quiet, false)}
        <div class="with-side">
            <div class="side">{filter_panel(press, filter)}</div>
            <div>
                {chosen(press, filter)}
                <p class="mute" role="status">{count}</p>
                {list}
                {pagination(press, number, pages, |page| format!("{path}{}", filter.at_page(page).query()))}
                {(number == 1 && filter.is_empty()).then(|| fields(press))}
                <p class="more"><a href=press.href(&Route::CatalogueTable)>{press.say("Tải danh sách (CSV)", "Download the list (CSV)").to_owned()}</a></p>
            </div>
        </div>
    };
    let title = if filter.is_empty() && number == 1 {
        press.say("Tất cả thủ tục", "All procedures").to_owned()
    } else {
        press.say("Thủ tục đã lọc", "Procedures, narrowed").to_owned()
    };
    let description = press.say(
        "Danh sách thủ tục: làm ở đâu, mất bao lâu, phí bao nhiêu, cần giấy tờ gì. Lọc theo lĩnh vực, cấp, nơi nộp.",
        "Every procedure: where to go, how long it takes, what it costs, which papers it needs. Narrow by field, level or place.",
    );
    let mut page = Page::new(Route::Catalogue, title, description.to_owned(), main);
    page.query = filter.query();
    page.hidden_from_search = !filter.is_empty() || number > 1;
    page
}

/// The nation's fields, folded: hundreds of them, each with a page.
fn fields(press: Press<'_>) -> Option<AnyView> {
    let fields = &press.catalogue.national.fields;
    if fields.is_empty() {
        return None;
    }
    let rows = fields.iter().map(|field| {
        let href = press.href(&Route::Field(field.id.clone()));
        view! { <li><a href=href lang="vi">{field.name.clone()}</a></li> }
    });
    let title = format!("{} ({})", press.say("Các lĩnh vực khác của cả nước", "Further fields of the nation"), fields.len());
    let inside = view! { <ul class="plain-links">{rows.collect_view()}</ul> }.printed();
    Some(details(press, title, inside).printed())
}
