//! The route table, row by row, on the small site of the content compiler's tests.

use super::*;
use app::component::search_box::encode;
use content::{compile, source::Sources};
use std::path::Path;

fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

fn bound() -> Content {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/tests/good_site");
    let compiled = compile(&Sources::read(&folder).unwrap(), day());
    let catalogue = compiled.catalogue.unwrap();
    let index = search::write(&content::finding::records(&catalogue), &compiled.finding.lexicon, None).unwrap().concat();
    Content::of(app::bound::Bound { catalogue, assets: app::assets::Assets::sample(), index }).unwrap()
}

fn ask(method: &str, address: &str) -> Answer {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    answer(&Asked { method: method.to_owned(), path: path.to_owned(), query: query.to_owned() }, &bound(), day())
}

/// Checks an answer by its kind and a piece of what it says.
#[track_caller]
fn check(method: &str, address: &str, kind: &str, says: &str) {
    let (found, text) = match ask(method, address) {
        Answer::Page(text) | Answer::Missed(text, _) => ("page", text),
        Answer::NotFound(text) => ("not found", text),
        Answer::Moved(path) => ("moved", path),
        Answer::MethodNotAllowed(allowed) => ("not allowed", allowed.to_owned()),
        Answer::QueryTooLong => ("too long", String::new()),
    };
    assert_eq!(found, kind, "{method} {address}");
    assert!(text.contains(says), "{method} {address} does not say {says}");
}

#[test]
fn every_row_of_the_route_table() {
    let bound = bound();
    let guide = &bound.catalogue.procedures[0];
    let former = &bound.catalogue.former[0];
    check("GET", "/tim-kiem", "page", "<h1>Tìm thủ tục</h1>");
    check("GET", &format!("/tim-kiem?q={}", encode(&guide.title.vi)), "page", &guide.title.vi);
    check("GET", "/en/tim-kiem?q=xyzzy", "page", "Nothing found");
    check("HEAD", "/thu-tuc/?cap=commune", "page", "<h1>Tất cả thủ tục</h1>");
    check("GET", "/en/thu-tuc/?trang=99", "page", "<h1>All procedures</h1>");
    check("GET", &format!("/thu-tuc/{}", guide.code), "moved", &format!("/thu-tuc/{}/", guide.slug));
    check("GET", &format!("/en/thu-tuc/{}/", guide.code), "moved", &format!("/en/thu-tuc/{}/", guide.slug));
    check("GET", &format!("/thu-tuc/{}", former.code), "moved", &format!("/thu-tuc/{}/", former.slug));
    check("GET", "/thu-tuc/9.999999", "not found", "Không có trang này");
    check("GET", "/en/nowhere", "not found", "There is no such page");
    check("GET", "/english", "not found", "Không có trang này");
    check("GET", "", "not found", "Không có trang này");
    check("POST", "/tim-kiem", "not allowed", "GET, HEAD");
    check("GET", &format!("/tim-kiem?q={}", "a".repeat(5000)), "too long", "");
}

#[test]
fn what_was_searched_is_shown_as_text() {
    check("GET", "/tim-kiem?q=%3Cscript%3E", "page", "&lt;script&gt;");
    let answer = ask("GET", "/tim-kiem?q=%3Cscript%3Ealert(1)%3C/script%3E%22%00");
    assert!(matches!(answer, Answer::Page(text) if !text.contains("<script>alert")));
}
