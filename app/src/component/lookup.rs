//! The slip «Theo dõi hồ sơ»: a field for the code and a button; plain HTML.

use super::{Component, Press, Sheet};
use crate::route::Route;
use domain::language::Language;
use leptos::prelude::*;

mod examples;

/// The slip on the home page. The script puts the dossiers sent from this phone into the list.
pub fn lookup(press: Press<'_>) -> impl IntoView + use<> {
    let place = press.href(&Route::Follow);
    let forms = forms(press);
    view! {
        <section class="slip lookup" aria-labelledby="theo-doi">
            <h2 id="theo-doi">{press.say("Theo dõi hồ sơ", "Follow a dossier").to_owned()}</h2>
            <ul class="unmarked kept-list" data-my-drafts="some" data-forms=forms hidden=""></ul>
            <p data-my-drafts-box="" hidden=""><a href=Route::Mine.path(Language::Vietnamese) lang="vi" hreflang="vi">{press.say("Mọi bản nháp trên máy này", "Mọi bản nháp trên máy này (drafts on this device)").to_owned()}</a></p>
            <ul class="unmarked" data-my-dossiers=place.clone() hidden=""></ul>
            <form method="get" action=place>
                <label for="ma">{press.say("Mã hồ sơ", "Dossier code").to_owned()}</label>
                <div class="search-row">
                    <input id="ma" name="ma" class="number" maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="search"/>
                    <button class="button button-outlined" type="submit">{press.say("Tra cứu", "Look up").to_owned()}</button>
                </div>
            </form>
        </section>
    }
}

/// The forms of this portal, for the script: a draft may come from another one, or from an earlier year.
pub fn forms(press: Press<'_>) -> String {
    press.catalogue.forms.iter().map(|form| form.procedure.as_str()).collect::<Vec<_>>().join(" ")
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "lookup", sheet: Sheet::Every, style: include_str!("lookup/lookup.css"), examples: examples::examples }
}
