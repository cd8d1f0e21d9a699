//! Checks that every link to this site leads to a page, and to a place on it.

use super::file;
use crate::{
    problem::{Fault, Problems},
    register::{Link, Name, Register, Thing},
    source::Sources,
};
use std::collections::BTreeMap;

/// Sections every guide has, which a link may point at.
const GUIDE_SECTIONS: [&str; 10] = [
    "truong-hop",
    "giay-to",
    "cac-buoc",
    "thoi-gian-va-phi",
    "noi-lam",
    "ket-qua",
    "hay-bi-tra-lai",
    "hoi-dap",
    "thong-tin-chinh-thuc",
    "phieu",
];

/// Addresses that are there without a file of their own.
const ALWAYS_THERE: [&str; 5] = ["/", "/thu-tuc/", "/su-kien/", "/co-quan/", "/linh-vuc/"];

/// Checks that every link to this site leads somewhere.
pub(crate) fn links(register: &Register, sources: &Sources, problems: &Problems) {
    let addresses = addresses(&register.defined());
    for link in register.links().iter() {
        if !leads_somewhere(link, &addresses, register, sources) {
            let fault = Fault::BrokenLink { target: link.target.clone() };
            problems.add(file(sources, &link.path), link.span.clone(), fault);
        }
    }
}

fn leads_somewhere(link: &Link, addresses: &BTreeMap<String, String>, register: &Register, sources: &Sources) -> bool {
    if link.picture {
        return link.target.strip_prefix('/').is_some_and(|path| sources.get(path).is_some());
    }
    let (address, anchor) = link.target.split_once('#').unwrap_or((&link.target, ""));
    let own = address.is_empty();
    let Some(home) = (if own { Some(&link.path) } else { addresses.get(address) }) else { return false };
    if home.starts_with("procedures/") {
        anchor.is_empty() || GUIDE_SECTIONS.contains(&anchor) || register.has_anchor(home, anchor)
    } else if home.starts_with("pages/") {
        anchor.is_empty() || register.has_anchor(home, anchor)
    } else {
        // Pages made of TOML have no headings of their own to link to; what stands on other pages is not known here.
        !own
    }
}

/// Every address that content may link to, in both languages, with the file its page is made from.
fn addresses(defined: &[Name<Thing>]) -> BTreeMap<String, String> {
    let mut addresses = BTreeMap::new();
    for address in ALWAYS_THERE {
        addresses.insert(address.to_owned(), String::new());
        addresses.insert(format!("/en{address}"), String::new());
    }
    for name in defined {
        let Some((address, translated)) = address(name) else { continue };
        if translated {
            addresses.insert(format!("/en{address}"), english_file(name));
        }
        addresses.insert(address, name.path.clone());
    }
    addresses
}

/// Returns the address of a thing that has a page, and whether the page is in English too.
fn address(name: &Name<Thing>) -> Option<(String, bool)> {
    let id = &name.id;
    match name.of {
        Thing::Guide => Some((format!("/thu-tuc/{id}/"), true)),
        Thing::Former => Some((format!("/thu-tuc/{id}/"), false)),
        Thing::LifeEvent => Some((format!("/su-kien/{id}/"), true)),
        Thing::Agency => Some((format!("/co-quan/{id}/"), true)),
        Thing::Field => Some((format!("/linh-vuc/{id}/"), true)),
        // The page of help itself stands above the others.
        Thing::Page if id == "tro-giup" => Some(("/tro-giup/".to_owned(), true)),
        Thing::Page => Some((format!("/tro-giup/{id}/"), true)),
        Thing::Blank => Some((format!("/bieu-mau/{id}/"), false)),
        Thing::Door | Thing::Channel | Thing::ProcedureCode | Thing::AgencyCode => None,
    }
}

/// Returns the file of the English page: its own for pages of running text, the same for all else.
fn english_file(name: &Name<Thing>) -> String {
    if name.of == Thing::Page { format!("pages/{}.en.md", name.id) } else { name.path.clone() }
}
