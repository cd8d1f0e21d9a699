//! Every page of the small catalogue: one heading, one title each, nothing broken; a few as recorded.

use super::*;
use crate::{assets::Assets, component::tests::fixture, filter::Filter};
use domain::catalogue::Catalogue;
use std::collections::BTreeSet;

fn press<'a>(catalogue: &'a Catalogue, assets: &'a Assets, language: Language) -> Press<'a> {
    Press { catalogue, language, as_of: fixture::day(), assets }
}

/// What stands between the first pair of two marks.
fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    text.split_once(begin).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(found, _)| found)
}

#[test]
fn every_page_has_one_heading_and_a_title_of_its_own() {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    let mut titles = BTreeSet::new();
    for (route, language) in all(&catalogue) {
        let text = printed(press(&catalogue, &assets, language), &route).unwrap();
        let path = route.path(language);
        assert_eq!(text.matches("<h1").count(), 1, "{path}");
        assert!(titles.insert(between(&text, "<title>", "</title>").to_owned()), "{path} has the title of another page");
        assert!(text.starts_with(&format!("<!doctype html><html lang=\"{}\">", language.tag())), "{path}");
        assert!(!text.contains(" style=\"") && !text.contains("<!>"), "{path}");
    }
}

#[test]
fn a_guide_shows_the_fee_of_the_day() {
    let (catalogue, assets) = (fixture::catalogue(), Assets::sample());
    let dated = catalogue.procedures.iter().find_map(|procedure| {
        let fee = procedure
            .channels
            .iter()
            .flat_map(|channel| &channel.fees)
            .find(|fee| fee.validity.until.is_some() && fee.validity.from.is_some());
        fee.and_then(|fee| Some((procedure, fee.validity.until?)))
    });
    let (procedure, until) = dated.unwrap();
    let on = |day| {
        printed(Press { as_of: day, ..press(&catalogue, &assets, Language::Vietnamese) }, &Route::Procedure(procedure.slug.clone()))
            .unwrap()
    };
    assert_ne!(between(&on(until), "<dl>", "</dl>"), between(&on(until.next()), "<dl>", "</dl>"));
}

#[test]
fn a_former_procedure_says_what_replaces_it() {
    let (catalogue, assets) = (fixture::catalogue(), Assets::sample());
    let former = catalogue.former.iter().find(|former| former.replaced_by.is_some()).unwrap();
    let text = printed(press(&catalogue, &assets, Language::Vietnamese), &Route::Procedure(former.slug.clone())).unwrap();
    let next = Route::Procedure(former.replaced_by.clone().unwrap()).path(Language::Vietnamese);
    assert!(text.contains(&format!("href=\"{next}\"")));
}

#[test]
fn counts_of_the_filter_are_what_its_links_leave() {
    let catalogue = fixture::catalogue();
    for facet in crate::filter::Facet::ALL {
        for choice in Filter::default().choices(facet, &catalogue, Language::Vietnamese) {
            let pairs: Vec<(&str, &str)> =
                choice.query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('=')).collect();
            let filter = Filter::from_query(pairs, &catalogue);
            assert_eq!(filter.apply(&catalogue).len(), choice.count, "{}", choice.query);
            assert_eq!(filter.query(), choice.query);
        }
    }
}

#[test]
fn whole_pages_are_printed_as_recorded() {
    let (catalogue, assets) = (fixture::catalogue(), Assets::sample());
    let guide = catalogue.procedures.iter().max_by_key(|procedure| procedure.cases.len()).unwrap();
    let routes = [
        ("home", Route::Home),
        ("catalogue", Route::Catalogue),
        ("guide", Route::Procedure(guide.slug.clone())),
        ("not_found", Route::NotFound),
    ];
    for (name, route) in routes {
        for language in Language::ALL {
            let text = printed(press(&catalogue, &assets, language), &route).unwrap();
            insta::assert_snapshot!(format!("{name}_{}", language.tag()), text.replace("><", ">\n<"));
        }
    }
}

#[test]
fn records_of_the_nation_are_listed_behind_guides_and_say_what_they_are() {
    let (catalogue, assets) = (fixture::with_nation(), Assets::sample());
    for language in Language::ALL {
        let press = press(&catalogue, &assets, language);
        let list = printed(press, &Route::Catalogue).unwrap();
        let note = press.say("bản ghi quốc gia", "national record, in Vietnamese");
        assert_eq!(list.matches(note).count(), catalogue.national.records.len());
        assert!(list.rfind("/thu-tuc/khai-sinh/") < list.find("/thu-tuc/1-900001/"));
        for (code, name) in [("1.900001", "record"), ("1.900002", "record_of_the_list")] {
            let record = catalogue.national.by_code(code).unwrap();
            let text = printed_record(press, record);
            assert_eq!(text.matches("<h1").count(), 1);
            insta::assert_snapshot!(format!("{name}_{}", language.tag()), between(&text, "<main", "</main>").replace("><", ">\n<"));
        }
    }
}

#[test]
fn counts_of_the_filter_hold_for_records_too() {
    let catalogue = fixture::with_nation();
    for facet in crate::filter::Facet::ALL {
        for choice in Filter::default().choices(facet, &catalogue, Language::Vietnamese) {
            let filter = Filter::default().with(facet, Some(&choice.value));
            assert_eq!(filter.apply(&catalogue).len(), choice.count, "{}", choice.query);
        }
    }
}

#[test]
fn an_old_address_leads_to_what_it_is_today() {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    for (name, route) in [("former_places", Route::FormerPlaces), ("former_places_of", Route::FormerPlacesOf("ha-noi".parse().unwrap()))] {
        let text = printed(press(&catalogue, &assets, Language::Vietnamese), &route).unwrap();
        insta::assert_snapshot!(name, between(&text, "<main", "</main>").replace("><", ">\n<"));
        assert_eq!(printed(press(&catalogue, &assets, Language::English), &route), None);
    }
    let unknown = Route::FormerPlacesOf("khong-co".parse().unwrap());
    assert_eq!(printed(press(&catalogue, &assets, Language::Vietnamese), &unknown), None);
    // A site that knows no former places has no such page.
    let without = fixture::catalogue();
    assert_eq!(printed(press(&without, &assets, Language::Vietnamese), &Route::FormerPlaces), None);
    assert!(!all(&without).iter().any(|(route, _)| *route == Route::FormerPlaces));
}

#[cfg(test)]
mod dossiers;
