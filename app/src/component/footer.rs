//! The foot of every page: who answers for it, how to reach them, and the mark of a sample site.

use super::{Component, Press, Sheet};
use crate::{route::Route, text};
use domain::language::Language::Vietnamese;
use leptos::prelude::*;

mod examples;

/// The footer.
pub fn footer(press: Press<'_>) -> impl IntoView + use<> {
    let site = &press.catalogue.site;
    let language = press.language;
    let pages = press.catalogue.pages.iter().map(|page| {
        let page = page.get(language);
        view! { <li><a href=press.href(&Route::Text(page.slug.clone()))>{page.title.clone()}</a></li> }
    });
    let pages = pages.collect_view();
    let open = press.catalogue.surveys.iter().filter(|survey| language == Vietnamese && survey.is_open_on(press.as_of));
    let heard = open.map(|survey| view! { <li><a href=press.href(&Route::Survey(survey.slug.clone()))>{survey.title.clone()}</a></li> });
    let heard = heard.collect_view();
    let served = (language == Vietnamese).then(|| view! { <li><a href=press.href(&Route::Statistics)>"Thống kê phục vụ"</a></li> });
    let email = format!("mailto:{}", site.email);
    let phone = format!("tel:{}", site.hotline.replace(' ', ""));
    view! {
        <footer class="footer">
            <div class="wide footer-grid">
                <div>
                    <h2>{site.portal.in_language(language).to_owned()}</h2>
                    <p>{site.responsible.in_language(language).to_owned()}</p>
                    <p>{site.address.in_language(language).to_owned()}</p>
                    <p class="small">{press.say("Nội dung ngày ", "Content of ").to_owned()}{text::date(site.content_date, language)}</p>
                    {site.sample.as_ref().map(|sample| view! { <p class="sample-mark small">{sample.in_language(language).to_owned()}</p> })}
                </div>
                <div>
                    <h2>{press.say("Hỏi người thật", "Talk to a person").to_owned()}</h2>
                    <ul class="footer-links">
                        <li><a class="number" href=phone>{site.hotline.clone()}</a><br/>{site.hotline_hours.in_language(language).to_owned()}</li>
                        <li><a href=email>{site.email.clone()}</a></li>
                    </ul>
                </div>
                <div>
                    <h2>{press.say("Về cổng này", "About this portal").to_owned()}</h2>
                    <ul class="footer-links">{pages}{served}{heard}</ul>
                </div>
            </div>
        </footer>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "footer", sheet: Sheet::Every, style: include_str!("footer/footer.css"), examples: examples::examples }
}
