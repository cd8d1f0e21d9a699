//! Province, commune, street; without script a button brings the communes of the province.

use super::{Asked, error_line, notes, words};
use crate::component::icon::icon;
use crate::document::Print as _;
use crate::route::Route;
use domain::form::Question;
use leptos::prelude::*;

pub(super) fn address(asked: Asked<'_>, question: &Question, path: &str) -> AnyView {
    let places = &asked.press.catalogue.places;
    let at = |part: &str| format!("{path}.{part}");
    let province = asked.value(&at("province"));
    let commune = asked.value(&at("commune"));
    let provinces = places.provinces.iter().map(|place| (place.code.as_str(), place.name.as_str()));
    let provinces = std::iter::once(("", "Chọn tỉnh, thành phố")).chain(provinces).collect::<Vec<_>>();
    let of_province = places.province(&province);
    let first = if of_province.is_some() { "Chọn xã, phường" } else { "Chọn tỉnh, thành phố trước" };
    let communes = of_province.into_iter().flat_map(|place| &place.communes).map(|place| (place.code.as_str(), place.name.as_str()));
    let communes = std::iter::once(("", first)).chain(communes).collect::<Vec<_>>();
    let browser = |part: &str| question.autocomplete.as_ref().map(|_| part.to_owned());
    let street = at("street");
    let invalid = asked.fault(&street).map(|_| "true");
    let describes = question.hint.as_ref().map(|_| format!("{path}-hint"));
    view! {
        <fieldset class="asks" aria-describedby=describes>
            <legend class="ask">{words(question)}</legend>
            {notes(asked, question, path, false)}
            <div class="part">
                <label for=at("province")>"Tỉnh, thành phố"</label>
                {error_line(asked, &at("province"))}
                <div class="with-button">
                    {select(asked, &at("province"), &provinces, &province, browser("address-level1"))}
                    <button class="button button-outlined" type="submit" name="_do" value=format!("province:{path}") data-choose-province=path.to_owned()>"Chọn tỉnh"</button>
                </div>
            </div>
            <div class="part">
                <label for=at("commune")>"Xã, phường, đặc khu"</label>
                {error_line(asked, &at("commune"))}
                {select(asked, &at("commune"), &communes, &commune, browser("address-level2"))}
            </div>
            {former(asked)}
            <div class="part">
                <label for=street.clone()>"Số nhà, đường, thôn hoặc tổ"</label>
                {error_line(asked, &street)}
                <input class="box box-30" type="text" id=street.clone() name=street.clone() value=asked.value(&street) autocomplete=browser("address-line1") aria-describedby=format!("{street}-error") aria-invalid=invalid autofocus=asked.focused(&street)/>
            </div>
        </fieldset>
    }
    .printed()
}

/// The way from an address that still names a district to today's; with script it is chosen here, without it is looked up.
fn former(asked: Asked<'_>) -> Option<AnyView> {
    let press = asked.press;
    let lists = Some(press.assets.former_places.clone()).filter(|lists| !lists.is_empty())?;
    let href = press.href(&Route::FormerPlaces);
    let looked_up = view! {
        <details class="details former-address" data-former=lists>
            <summary>"Giấy tờ của tôi còn ghi quận, huyện"{icon(press, "chevron-down")}</summary>
            <div class="details-inside">
                <p><a href=href target="_blank" rel="noopener">"Xem địa chỉ cũ nay là xã, phường nào"</a>" (mở ở thẻ mới, những gì bạn đã điền vẫn còn ở thẻ này)"</p>
            </div>
        </details>
    };
    Some(looked_up.printed())
}

pub(super) fn select(
    asked: Asked<'_>,
    path: &str,
    choices: &[(&str, &str)],
    chosen: &str,
    written: Option<String>,
) -> impl IntoView + use<> {
    let option = |(code, name): &(&str, &str)| {
        let selected = !code.is_empty() && *code == chosen;
        view! { <option value=(*code).to_owned() selected=selected>{(*name).to_owned()}</option> }
    };
    let options = choices.iter().map(option).collect_view();
    let invalid = asked.fault(path).map(|_| "true");
    let focused = asked.focused(path);
    view! {
        <span class="select">
            <select class="box" id=path.to_owned() name=path.to_owned() autocomplete=written aria-describedby=format!("{path}-error") aria-invalid=invalid autofocus=focused>{options}</select>
            {icon(asked.press, "chevron-down")}
        </span>
    }
}
