//! The route table, row by row, on the small site of the content compiler's tests.

use super::*;
use app::component::search_box::encode;
use content::{compile, source::Sources};
use std::path::Path;

fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

/// A record of the nation beside the guides.
const RECORD: &str =
    "code = \"1.900001\"\nname = \"Cấp phép mở quầy sách\"\nfield = \"Xuất bản\"\nsource = \"Danh mục\"\nread_on = 2026-07-18\n";

fn bound() -> Content {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/tests/good_site");
    let good = Sources::read(&folder).unwrap();
    let files = good.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    let files = files.chain([("national/1-900001.toml".to_owned(), RECORD.as_bytes().to_vec())]);
    let compiled = compile(&Sources::from_files(files), day());
    let catalogue = compiled.catalogue.unwrap();
    let index = search::write(&content::finding::records(&catalogue), &compiled.finding.lexicon, None).unwrap();
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
        Answer::Page(text) => ("page", text),
        Answer::Missed(text, _) => ("missed", text),
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
    check("GET", "/en/tim-kiem?q=xyzzy", "missed", "Nothing found");
    check("HEAD", "/thu-tuc/?cap=commune", "page", "<h1>Tất cả thủ tục</h1>");
    check("GET", "/en/thu-tuc/?trang=99", "page", "<h1>All procedures</h1>");
    check("GET", &format!("/thu-tuc/{}", guide.code), "moved", &format!("/thu-tuc/{}/", guide.slug));
    check("GET", &format!("/en/thu-tuc/{}/", guide.code), "moved", &format!("/en/thu-tuc/{}/", guide.slug));
    check("GET", &format!("/thu-tuc/{}", former.code), "moved", &format!("/thu-tuc/{}/", former.slug));
    check("GET", "/thu-tuc/1.900001", "moved", "/thu-tuc/1-900001/");
    // The edge serves the finished page; who gets here asks for one that is not there.
    check("GET", "/thu-tuc/1-900001/", "not found", "Không có trang này");
    check("GET", &format!("/thu-tuc/{}/", guide.code.as_str().replace('.', "-")), "moved", &format!("/thu-tuc/{}/", guide.slug));
    check("GET", "/tim-kiem?q=quay+sach", "page", "bản ghi quốc gia");
    check("GET", "/thu-tuc/9.999999", "not found", "Không có trang này");
    check("GET", "/en/nowhere", "not found", "There is no such page");
    check("GET", "/english", "not found", "Không có trang này");
    check("GET", "", "not found", "Không có trang này");
    check("POST", "/tim-kiem", "not allowed", "GET, HEAD");
    check("GET", &format!("/tim-kiem?q={}", "a".repeat(5000)), "too long", "");
}

#[test]
fn what_was_searched_is_shown_as_text() {
    check("GET", "/tim-kiem?q=%3Cscript%3E", "missed", "&lt;script&gt;");
    let answer = ask("GET", "/tim-kiem?q=%3Cscript%3Ealert(1)%3C/script%3E%22%00");
    assert!(matches!(answer, Answer::Page(text) | Answer::Missed(text, _) if !text.contains("<script>alert")));
}
