//! The home page: what do you need to do?

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        agency_card::agency_card,
        details::details,
        lookup::lookup,
        procedure_list::{procedure_list, row},
        search_box::{Loudness, search_box},
        tiles::tiles,
    },
    document::Page,
    route::Route,
};
use domain::agency::AgencyGroup;
use leptos::prelude::*;

pub(super) fn page(press: Press<'_>) -> Page {
    let catalogue = press.catalogue;
    let site = &catalogue.site;
    let popular: Vec<_> = site.popular.iter().filter_map(|slug| catalogue.procedure(slug.as_str())).collect();
    let fields = catalogue.fields.iter().map(|field| {
        let href = press.href(&Route::Field(field.id.clone()));
        row(press, href, field.name.in_language(press.language).to_owned(), field.about.in_language(press.language).to_owned())
    });
    let offices = catalogue
        .agencies_of(AgencyGroup::CommuneCentre)
        .map(|agency| details(press, agency.short.in_language(press.language).to_owned(), agency_card(press, agency).printed()));
    let phone = format!("tel:{}", site.hotline.replace(' ', ""));
    let main = view! {
        <h1>{press.say("Bạn cần làm thủ tục gì?", "What do you need to do?").to_owned()}</h1>
        <div class="home-search">{search_box(press, "", Loudness::Main, true)}</div>
        {lookup(press)}
        <div class="home-grid">
            <section>
                <h2>{press.say("Nhiều người làm", "Most used").to_owned()}</h2>
                {procedure_list(press, popular)}
                <p class="more"><a href=press.href(&Route::Catalogue)>{press.language.pick(
                    format!("Xem tất cả {} thủ tục", catalogue.procedures.len()).as_str(),
                    format!("See all {} procedures", catalogue.procedures.len()).as_str(),
                ).to_owned()}</a></p>
            </section>
            <section>
                <h2>{press.say("Chuyện trong đời", "Life events").to_owned()}</h2>
                {tiles(press, &catalogue.life_events)}
                <p class="more"><a href=press.href(&Route::LifeEvents)>{press.say("Xem tất cả chuyện trong đời", "See all life events").to_owned()}</a></p>
            </section>
            <section>
                <h2>{press.say("Theo lĩnh vực", "By field").to_owned()}</h2>
                <ul class="procedure-list">{fields.collect_view()}</ul>
            </section>
            <section>
                <h2>{press.say("Nơi làm thủ tục", "Where to go").to_owned()}</h2>
                <p>{press.say("Chọn xã, phường của bạn để xem địa chỉ và giờ làm việc.", "Choose your commune to see its address and hours.").to_owned()}</p>
                {offices.collect_view()}
                <p class="more"><a href=press.href(&Route::Agencies)>{press.say("Xem tất cả nơi làm thủ tục", "See all offices").to_owned()}</a></p>
                <h2>{press.say("Cần người giúp?", "Need help?").to_owned()}</h2>
                <p>{press.say("Gọi ", "Call ").to_owned()}<a class="number" href=phone>{site.hotline.clone()}</a>", "{site.hotline_hours.in_language(press.language).to_owned()}"."</p>
            </section>
        </div>
    };
    let mut page = Page::new(
        Route::Home,
        site.portal.in_language(press.language).to_owned(),
        site.description.in_language(press.language).to_owned(),
        main,
    );
    // It lists the dossiers sent from this device.
    page.with_guide_bundle = true;
    page
}
