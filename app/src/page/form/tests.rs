//! The form, filled in and not, and the pages that follow it.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "what is not as the fixture has it must stop the tests")]

use super::*;
use crate::{
    assets::Assets,
    component::tests::fixture,
    page::{application, check, papers},
};
use domain::{
    catalogue::Catalogue,
    code::AgencyCode,
    date::{Moment, Time},
    form::{Circumstances, Fault, PaperDue, PapersHeld, RawAnswers, Verdict, Wrong, answer_sections, check as judge},
    language::Localized,
};
use std::collections::BTreeMap;

fn press<'a>(catalogue: &'a Catalogue, assets: &'a Assets) -> Press<'a> {
    Press { catalogue, language: Language::Vietnamese, as_of: fixture::day(), assets }
}

fn typed() -> RawAnswers {
    [
        ("agency", "H99.12.1"),
        ("truong-hop", "nguoi-khac"),
        ("ho-ten", "Nguyễn Thị Mẫu"),
        ("ngay-sinh", "1990-02-05"),
        ("so-dinh-danh", "001190000123"),
        ("noi-o.province", "99"),
        ("noi-o.commune", "99001"),
        ("noi-o.street", "Số 7 đường Một Cửa"),
        ("da-cuoi", "khong"),
        ("thanh-vien.1.ten", "Trần Văn Ví"),
        ("thanh-vien.1.con-nho", "co"),
        ("so-ban", "3"),
        ("viec", "hoc"),
        ("viec", "khac"),
    ]
    .into_iter()
    .collect()
}

fn judged(catalogue: &Catalogue, raw: &RawAnswers, held: &BTreeMap<String, u16>) -> Verdict {
    let form = &catalogue.forms[0];
    let offices: Vec<AgencyCode> =
        catalogue.receivers(catalogue.procedure("khai-sinh").unwrap()).map(|agency| agency.code.clone()).collect();
    let now = Circumstances {
        today: fixture::day(),
        calendar: &catalogue.calendar,
        places: &catalogue.places,
        offices: &offices,
        papers: PapersHeld::Held(held),
    };
    judge(form, raw, &now)
}

#[test]
fn the_blank_form_is_printed_as_recorded() {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    let form = &catalogue.forms[0];
    let text = printed(press(&catalogue, &assets), form, &Filled::unjudged(&presets(form)));
    assert_eq!(Some(&text), crate::page::printed(press(&catalogue, &assets), &Route::Form(form.procedure.clone())).as_ref());
    assert!(!text.contains(" required") && !text.contains(" placeholder=") && !text.contains(" disabled"));
    insta::assert_snapshot!("form_blank", text.replace("><", ">\n<"));
}

#[test]
fn faults_stand_first_and_beside_their_boxes_and_nothing_typed_is_lost() {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    let form = &catalogue.forms[0];
    let mut raw = typed();
    raw.set("so-dinh-danh", "00119000012");
    raw.remove("noi-o.commune");
    let verdict = judged(&catalogue, &raw, &BTreeMap::from([("giay-chung-sinh".to_owned(), 1), ("giay-uy-quyen".to_owned(), 1)]));
    assert_eq!(verdict.faults.len(), 2, "{:?}", verdict.faults);
    let filled = Filled { faults: &verdict.faults, opened: Some("1"), ..Filled::unjudged(&raw) };
    let text = printed(press(&catalogue, &assets), form, &filled);
    assert!(text.contains("Có 2 chỗ cần sửa"));
    assert!(text.contains("<a href=\"#so-dinh-danh\">Số định danh có 12 chữ số, bạn mới nhập 11.</a>"));
    assert!(text.contains("<a href=\"#noi-o.commune\">Nơi ở hiện tại của bạn: chọn xã, phường.</a>"));
    for kept in ["value=\"00119000012\"", "value=\"Nguyễn Thị Mẫu\"", "value=\"Số 7 đường Một Cửa\"", "value=\"Trần Văn Ví\""]
    {
        assert!(text.contains(kept), "{kept}");
    }
    assert_eq!(text.matches("aria-invalid=\"true\"").count(), 2);
    assert_eq!(text.matches("class=\"question question-wrong\"").count(), 2);
}

#[test]
fn every_fault_leads_to_a_box_that_is_there() {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    let form = &catalogue.forms[0];
    let raw: RawAnswers = [("truong-hop", "nguoi-khac"), ("da-cuoi", "co"), ("thanh-vien.1.con-nho", "khong")].into_iter().collect();
    let held = BTreeMap::from([("giay-chung-sinh".to_owned(), 1), ("giay-uy-quyen".to_owned(), 1)]);
    let faults = judged(&catalogue, &raw, &held).faults;
    assert!(faults.len() > 8);
    let text = printed(press(&catalogue, &assets), form, &Filled { faults: &faults, ..Filled::unjudged(&raw) });
    for fault in to_mend(form, &faults) {
        let id = fault.href.trim_start_matches('#').to_owned();
        assert!(text.contains(&format!(" id=\"{id}\"")), "{}: {}", fault.href, fault.words);
        assert!(!["hợp lệ", "bắt buộc", "lỗi"].iter().any(|word| fault.words.contains(word)), "{}", fault.words);
    }
}

#[test]
fn a_link_fills_in_the_case_and_the_office_it_names_and_nothing_else() {
    let catalogue = fixture::with_form();
    let form = &catalogue.forms[0];
    let raw = prefilled(&catalogue, form, [("truong-hop", "nguoi-khac"), ("noi-nop", "phuong-mau"), ("ho-ten", "Kẻ lạ")]);
    assert_eq!((raw.one("truong-hop"), raw.one("ho-ten"), raw.one("so-ban")), ("nguoi-khac", "", "1"));
    assert!(!raw.one("agency").is_empty());
    let raw = prefilled(&catalogue, form, [("truong-hop", "khong-co"), ("noi-nop", "\"><script>")]);
    assert_eq!((raw.one("truong-hop"), raw.one("agency")), ("", ""));
}

#[test]
fn papers_check_and_application_are_printed_as_recorded() {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    let (form, press) = (&catalogue.forms[0], press(&catalogue, &assets));
    let mut raw = typed();
    raw.set("giay-chung-sinh", "later");
    let verdict = judged(&catalogue, &raw, &BTreeMap::new());
    let asked: Vec<papers::AskedPaper<'_>> = form
        .papers
        .iter()
        .map(|paper| PaperDue { paper, id: paper.id.to_string(), name: paper.name.clone() })
        .map(|due| papers::AskedPaper { later: due.id == "giay-chung-sinh", due, files: Vec::new(), error: None })
        .collect();
    insta::assert_snapshot!("papers", papers::printed(press, form, &asked, false).replace("><", ">\n<"));
    let checked = check::Checked {
        form,
        answers: &verdict.answers,
        papers: &asked,
        faults: &verdict.faults,
        doubts: &verdict.doubts,
        stopped: None,
        key: "k",
        opened: "1",
        draft: Some("0b7e6f0e-6a0e-4c55-9d7b-0c5c8f3c2f10"),
    };
    insta::assert_snapshot!("check", check::printed(press, &checked).replace("><", ">\n<"));
    let sections = answer_sections(form, &verdict.answers, &catalogue.places, &catalogue.agencies);
    let code = "H99.12.1-261121-0007".parse().unwrap();
    let application = application::Application {
        form,
        code: &code,
        sent: Moment { date: fixture::day(), time: Time::new(14, 5) },
        sections: &sections,
        papers: &["Giấy chứng sinh (mang đến sau)".to_owned()],
        applicant: "Nguyễn Thị Mẫu",
    };
    insta::assert_snapshot!("application", application::printed(press, &application).replace("><", ">\n<"));
}

#[test]
fn a_stop_is_the_content_of_the_check_page_and_leads_back() {
    let (mut catalogue, assets) = (fixture::with_form(), Assets::sample());
    let wants = domain::form::Wants::Age { at_least: None, below: Some(75) };
    let young = domain::form::Test { question: "ngay-sinh".parse().unwrap(), wants };
    catalogue.forms[0].pages[2].stops = vec![domain::form::Stop {
        when: vec![domain::form::Condition::Test(young)],
        title: "Người chưa đủ 75 tuổi chưa được hưởng".to_owned(),
        text: domain::markup::Markup::from_compiler("<p>Hỏi xã, phường.</p>".to_owned()),
    }];
    let verdict = judged(&catalogue, &typed(), &BTreeMap::new());
    let (form, answers, faults) = (&catalogue.forms[0], &verdict.answers, &verdict.faults);
    let stopped = verdict.stopped.as_ref();
    let checked = check::Checked { form, answers, papers: &[], faults, doubts: &[], stopped, key: "k", opened: "1", draft: None };
    let text = check::printed(press(&catalogue, &assets), &checked);
    assert!(text.contains("<h1>Người chưa đủ 75 tuổi chưa được hưởng</h1>") && text.contains("<p>Hỏi xã, phường.</p>"));
    assert!(text.contains("href=\"/thu-tuc/khai-sinh/nop-ho-so/?sua=nguoi#phan-nguoi\""));
    assert!(!text.contains("data-send") && !text.contains("Idempotency-Key"));
}

#[test]
fn a_guide_leads_to_its_form_with_the_chosen_case() {
    let (mut catalogue, assets) = (fixture::with_form(), Assets::sample());
    let cases: Vec<_> = catalogue.procedure("khai-sinh").unwrap().cases.iter().map(|case| case.id.clone()).collect();
    assert!(cases.len() > 1);
    let guide =
        |catalogue: &Catalogue| crate::page::printed(press(catalogue, &assets), &Route::Procedure("khai-sinh".parse().unwrap())).unwrap();
    assert!(guide(&catalogue).contains("href=\"/thu-tuc/khai-sinh/nop-ho-so/\""));
    assert!(!guide(&catalogue).contains("?truong-hop="));
    let question = catalogue.forms[0].pages[1].questions.first_mut().unwrap();
    let Kind::Choice(choices) = &mut question.kind else { panic!("the case is a choice") };
    choices[0].id = cases[0].clone();
    let text = guide(&catalogue);
    assert_eq!(text.matches(&format!("?truong-hop={}", cases[0])).count(), 2, "in the slip and in the bar");
    assert!(text.contains("?noi-nop=phuong-mau"));
}

/// The form with a sheet of two lines instead of an office.
fn to_print() -> Catalogue {
    use domain::form::{Says, Sheet};
    let mut catalogue = fixture::with_form();
    let lines = &mut catalogue.blanks[0].sections[0].lines;
    lines[0].answer = Some("ho-ten".to_owned());
    lines[1].answer = Some("so-dinh-danh".to_owned());
    lines[2].answer = Some("quan-he".to_owned());
    let says = vec![Says { line: "quan-he".to_owned(), text: "Mẹ".to_owned(), when: Vec::new() }];
    let blank = catalogue.blanks[0].slug.clone();
    catalogue.forms[0].sheet = Some(Sheet { blank, says });
    catalogue.forms[0].pages.remove(0);
    catalogue.procedures.iter_mut().for_each(|guide| guide.filed_at = vec![domain::procedure::FilingPlace::Desk]);
    catalogue
}

#[test]
fn a_form_that_is_only_printed_promises_no_sending() {
    let (catalogue, assets) = (to_print(), Assets::sample());
    let press = press(&catalogue, &assets);
    let form = &catalogue.forms[0];
    let blank = printed(press, form, &Filled::unjudged(&presets(form)));
    let verdict = judged(&catalogue, &typed(), &BTreeMap::new());
    let sheet = crate::page::sheet::printed(press, form, &verdict.answers).unwrap();
    for text in [&blank, &sheet] {
        assert!(!text.contains("Gửi hồ sơ") && !text.contains("data-send") && !text.contains("Idempotency-Key"));
    }
    assert!(blank.contains("Cổng này không gửi tờ khai đi đâu") && sheet.contains("Chưa có gì được gửi đi."));
    let guide = crate::page::printed(press, &Route::Procedure("khai-sinh".parse().unwrap())).unwrap();
    assert!(guide.contains("Điền tờ TK-01 để in"));
    assert!(crate::page::printed(press, &Route::Check(form.procedure.clone())).is_none());
}

#[test]
fn the_sheet_is_printed_as_recorded() {
    let (catalogue, assets) = (to_print(), Assets::sample());
    let verdict = judged(&catalogue, &typed(), &BTreeMap::new());
    let text = crate::page::sheet::printed(press(&catalogue, &assets), &catalogue.forms[0], &verdict.answers).unwrap();
    insta::assert_snapshot!("sheet", text.replace("><", ">\n<"));
}

#[test]
fn a_stop_of_such_a_form_is_told_on_the_form_with_what_was_typed() {
    let (catalogue, assets) = (to_print(), Assets::sample());
    let stop = domain::form::Stop {
        when: Vec::new(),
        title: "Việc này làm ở nơi khác".to_owned(),
        text: domain::markup::Markup::from_compiler("<p>Hỏi xã, phường.</p>".to_owned()),
    };
    let stopped = domain::form::Stopped { page: "nguoi".parse().unwrap(), question: None, stop };
    let raw = typed();
    let filled = Filled { stopped: Some(&stopped), ..Filled::unjudged(&raw) };
    let text = printed(press(&catalogue, &assets), &catalogue.forms[0], &filled);
    assert!(text.contains("Việc này làm ở nơi khác") && text.contains("href=\"#phan-nguoi\""));
    assert!(text.contains("value=\"Nguyễn Thị Mẫu\"") && text.contains("data-filled"));
}

#[test]
fn what_rows_must_add_up_to_stands_under_them() {
    use domain::form::{Agrees, Kind, Question, Range, Rule};
    let (mut catalogue, assets) = (fixture::with_form(), Assets::sample());
    for page in &mut catalogue.forms[0].pages {
        for question in page.questions.iter_mut().filter(|question| question.id.as_str() == "thanh-vien") {
            let Kind::Group(group) = &mut question.kind else { panic!("no group") };
            let kind = Kind::Number(Range { least: 0, greatest: 100 });
            group.questions.push(Question {
                id: "phan".parse().unwrap(),
                label: "Phần".to_owned(),
                kind,
                when: Vec::new(),
                ..group.questions[0].clone()
            });
            let question = "thanh-vien.phan".parse().unwrap();
            page.rules = vec![Rule { question, agrees: Agrees::AddsUpTo(100), when: Vec::new(), say: Localized::default() }];
        }
    }
    let mut raw = typed();
    let sum = |raw: &RawAnswers| {
        let text = printed(press(&catalogue, &assets), &catalogue.forms[0], &Filled::unjudged(raw));
        let sum = text.split("name=\"thanh-vien.tong.phan\"").nth(1).unwrap();
        sum.split(['<', '>']).nth(1).unwrap().to_owned()
    };
    assert_eq!(sum(&raw), "–");
    raw.set("thanh-vien.1.phan", "60");
    raw.set("thanh-vien.3.phan", "39");
    assert_eq!(sum(&raw), "99");
}

#[test]
fn a_broken_rule_is_told_in_the_language_that_is_asked_for() {
    let form = &fixture::with_form().forms[0];
    let rule = Localized { vi: "Xem lại.".to_owned(), en: "Check again.".to_owned() };
    let fault = Fault { path: "so-ban".to_owned(), wrong: Wrong::Rule(rule) };
    assert_eq!(Language::ALL.map(|language| fault_text(form, &fault, language)), ["Xem lại.", "Check again."]);
}

#[test]
fn the_papers_page_says_when_files_went_with_their_row() {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    let (form, press) = (&catalogue.forms[0], press(&catalogue, &assets));
    for dropped in [true, false] {
        assert_eq!(papers::printed(press, form, &[], dropped).contains("không còn ở đây"), dropped);
    }
}
