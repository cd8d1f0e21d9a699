//! Agencies: where they are, when they open, what they take.

use crate::{
    component::{
        Press,
        agency_card::{agency_card, contact},
        back_link::back_link,
        procedure_list::procedure_list,
    },
    document::Page,
    route::Route,
};
use domain::agency::{Agency, AgencyGroup};
use leptos::prelude::*;

pub(super) fn index(press: Press<'_>) -> Page {
    let group = |group| press.catalogue.agencies_of(group).map(|agency| agency_card(press, agency)).collect_view();
    let lead = press.say("Địa chỉ, giờ làm việc và điện thoại của từng nơi.", "Address, hours and telephone of every office.");
    let main = view! {
        <h1>{press.say("Nơi làm thủ tục", "Offices").to_owned()}</h1>
        <p class="lead">{lead.to_owned()}</p>
        <div class="column">
            <h2>{press.say("Trung tâm Phục vụ hành chính công xã, phường", "Commune service centres").to_owned()}</h2>
            {group(AgencyGroup::CommuneCentre)}
            <h2>{press.say("Sở của tỉnh", "Departments of the province").to_owned()}</h2>
            {group(AgencyGroup::Department)}
        </div>
    };
    Page::new(Route::Agencies, press.say("Nơi làm thủ tục", "Offices").to_owned(), lead.to_owned(), main)
}

pub(super) fn page(press: Press<'_>, agency: &Agency) -> Page {
    let name = agency.name.in_language(press.language).to_owned();
    let about = agency.about.in_language(press.language).to_owned();
    let procedures: Vec<_> = press.catalogue.procedures.iter().filter(|procedure| press.catalogue.involves(procedure, agency)).collect();
    let main = view! {
        {back_link(press, press.href(&Route::Agencies), press.say("Nơi làm thủ tục", "Offices").to_owned())}
        <div class="column">
            <h1>{name.clone()}</h1>
            <p class="lead">{about.clone()}</p>
            <div class="agency-card">{contact(press, agency)}</div>
            <p class="mute">{press.say("Mã cơ quan ", "Agency code ").to_owned()}<span class="number">{agency.code.to_string()}</span></p>
            <h2>{press.say("Thủ tục làm ở đây", "Procedures handled here").to_owned()}</h2>
            {procedure_list(press, procedures)}
        </div>
    };
    Page::new(Route::Agency(agency.slug.clone()), name, about, main)
}
