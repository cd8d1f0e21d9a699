//! The pages around a dossier that was sent: receipt, look-up, rating, survey, statistics.

use super::{between, fixture, press};
use crate::{
    assets::Assets,
    component::{question::Filled, receipt::Receipt, timeline::examples::sample},
    page::{follow, rating, receipt, statistics, survey},
};
use domain::{
    access_key::AccessKey,
    catalogue::Catalogue,
    dossier::{Dossier, Status},
    dossier_code::{DossierCode, DossierCodeError},
    form::{DELIVERY, Fault, RawAnswers, Wrong},
    language::Language::Vietnamese,
    money::Dong,
    rating::{Moment, Rating, Tally},
    record::Record,
    survey::Survey,
    timestamp::Timestamp,
    totals::{Counts, Totals},
};
use std::collections::BTreeMap;

fn code() -> DossierCode {
    "H99.12.1-261121-0007".parse().unwrap()
}

fn key() -> AccessKey {
    AccessKey::from_bytes(&[0x5a; 16])
}

/// The sample dossier after so many of its steps.
fn record(catalogue: &Catalogue, assets: &Assets, steps: usize) -> Record {
    let form = catalogue.forms.first().unwrap();
    Record {
        code: code(),
        procedure: form.procedure.clone(),
        form_version: 1,
        answers: [("ho-ten", "Nguyễn Văn An"), (DELIVERY, "desk")].into_iter().collect(),
        as_filed: Vec::new(),
        applicant: "Nguyễn Văn An".to_owned(),
        owner: "Nguyễn Văn An".to_owned(),
        phone: None,
        email: None,
        files: Vec::new(),
        events: sample(press(catalogue, assets, Vietnamese)).into_iter().take(steps).collect(),
    }
}

/// The page of the sample dossier after so many steps, some days later.
fn opened(steps: usize, days: i64, faults: &[Fault], typed: Option<&RawAnswers>) -> String {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    let record = record(&catalogue, &assets, steps);
    let dossier = Dossier::replay(&record.events).unwrap();
    let of = follow::Opened {
        record: &record,
        dossier: &dossier,
        agency: &catalogue.agencies[0],
        now: dossier.submitted_at.plus_milliseconds(days * 86_400_000),
        key: &key(),
        idempotency_key: "0123456789abcdef0123456789abcdef",
        fee: Some(Dong(8000)),
        typed,
        faults,
        arrived: &[],
        said: None,
        rating: Some("H99.12.1~abc"),
    };
    follow::opened(press(&catalogue, &assets, Vietnamese), of)
}

fn survey_until(until: &str) -> Survey {
    let mut form = fixture::with_form().forms.swap_remove(0);
    form.pages.retain(|page| ["truong-hop", "them"].contains(&page.id.as_str()));
    for page in &mut form.pages {
        page.questions.iter_mut().for_each(|question| question.no_opinion = true);
    }
    Survey {
        slug: "y-kien".parse().unwrap(),
        title: "Cổng này có dễ dùng không?".to_owned(),
        asks: "Văn phòng tỉnh Mẫu".to_owned(),
        why: "Để biết chỗ nào khó và sửa chỗ đó trước.".to_owned(),
        minutes: 3,
        anonymous: true,
        until: until.parse().unwrap(),
        results: "Kết quả hiện ở cổng này, từ 5 người trả lời.".to_owned(),
        thanks: "Câu trả lời của bạn đã được ghi nhận.".to_owned(),
        form,
    }
}

/// Every page of this file by name.
fn pages() -> Vec<(&'static str, String)> {
    let (mut catalogue, assets) = (fixture::with_form(), Assets::sample());
    catalogue.surveys = vec![survey_until("2026-12-31")];
    let press = press(&catalogue, &assets, Vietnamese);
    let events = sample(press);
    let (code, key) = (code(), key());
    let receipt =
        Receipt { code: &code, key: &key, title: "Đăng ký khai sinh", procedure: "khai-sinh", draft: None, sent_at: events[0].at };
    let (procedure, agency) = (catalogue.procedure("khai-sinh").unwrap(), &catalogue.agencies[0]);
    let sent =
        receipt::Sent { receipt, procedure, agency, fee: Some(Dong(8000)), later: &["Giấy chứng sinh"], rating: Some("H99.12.1~abc") };
    let unknown = follow::LookupFault::Code(DossierCodeError::DateShape);
    let typed = follow::Lookup { code: "H99.12.1-2611-0007", key: "", fault: Some(&unknown) };
    let nothing = RawAnswers::default();
    let question = |moment, answers, faults| rating::Question {
        token: "H99.12.1~abc",
        moment,
        title: "Đăng ký khai sinh",
        answers,
        faults,
        until: None,
    };
    let missing = [Fault { path: "overall".to_owned(), wrong: Wrong::Missing }];
    let wrong = [
        Fault { path: "ho-ten".to_owned(), wrong: Wrong::Missing },
        Fault { path: "giay-chung-sinh".to_owned(), wrong: Wrong::PaperMissing },
    ];
    let one = &catalogue.surveys[0];
    let answered = BTreeMap::from([("truong-hop".to_owned(), BTreeMap::from([("cua-minh".to_owned(), 6), ("nguoi-khac".to_owned(), 2)]))]);
    let totals = totals(&catalogue);
    let period = statistics::Period { from: "2026-01-01".parse().unwrap(), at: events[0].at, totals: &totals };
    vec![
        ("receipt", receipt::printed(press, sent)),
        ("follow_start", follow::start(press, follow::Lookup::default())),
        ("follow_fault", follow::start(press, typed)),
        ("follow_glance", follow::glance(press, &code, Status::SupplementRequired, follow::Lookup::default())),
        ("follow_sent", opened(1, 0, &[], None)),
        ("follow_supplement", opened(2, 1, &[], None)),
        ("follow_supplement_faults", opened(2, 1, &wrong, Some(&nothing))),
        ("follow_late", opened(5, 14, &[], None)),
        ("follow_result", opened(8, 6, &[], None)),
        ("rating_sending", rating::asked(press, question(Moment::AfterSending, &nothing, &missing))),
        ("rating_result", rating::asked(press, question(Moment::AfterResult, &nothing, &[]))),
        ("rating_thanks", rating::thanks(press, "H99.12.1~abc", "2026-12-21".parse().unwrap())),
        ("survey", survey::printed(press, one, Filled::unjudged(&nothing))),
        ("survey_thanks", survey::thanks(press, one, 8, &answered)),
        ("survey_few", survey::results(press, one, 4, &answered)),
        ("survey_closed", survey::printed(press, &survey_until("2026-11-20"), Filled::unjudged(&nothing))),
        ("statistics", statistics::printed(press, period)),
        ("statistics_empty", statistics::printed(press, statistics::Period { totals: &Totals::default(), ..period })),
    ]
}

fn totals(catalogue: &Catalogue) -> Totals {
    let mut ratings = Tally::default();
    let answers: RawAnswers = [("overall", "satisfied"), ("punctuality", "very-satisfied")].into_iter().collect();
    (0..7).for_each(|_| ratings.add(&Rating::read(Moment::AfterResult, &answers).unwrap()));
    let mut totals = Totals::default();
    let counts = Counts { received: 120, resolved: 100, measured: 90, on_time: 88, without_result: 5, in_process: 15, late: 2 };
    let mut agencies = catalogue.agencies.iter();
    totals.add(&agencies.next().unwrap().code, &catalogue.procedures[0].slug, counts, &ratings);
    let fresh = Counts { received: 1, in_process: 1, ..Counts::default() };
    if let Some(agency) = agencies.next() {
        totals.add(&agency.code, &catalogue.procedures[0].slug, fresh, &Tally::default());
    }
    totals
}

#[test]
fn pages_are_printed_as_recorded() {
    for (name, text) in pages() {
        assert_eq!(text.matches("<h1").count(), 1, "{name}");
        assert!(!text.contains(" style=\"") && !text.contains("<!>"), "{name}");
        assert!(text.matches("class=\"button\"").count() <= 1, "{name} has two filled buttons");
        insta::assert_snapshot!(name, between(&text, "<main", "</main>").replace("><", ">\n<"));
    }
}

#[test]
fn the_key_stands_in_no_address_but_behind_the_mark() {
    let key = key().to_string();
    for (name, text) in pages() {
        for place in ["href=\"", "action=\"", "src=\""] {
            for address in text.split(place).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(!address.split('#').next().unwrap_or_default().contains(&key), "{name}: {address}");
            }
        }
    }
}

#[test]
fn the_owner_sees_nothing_internal() {
    let text = opened(9, 6, &[], None);
    assert!(!text.contains("Chỉ trong cơ quan"));
    assert!(text.contains("Cán bộ tiếp nhận Nguyễn Thị A") && text.contains("Người phê duyệt Lê Thị C"));
}

#[test]
fn without_the_key_only_code_and_state_are_told() {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    let text = follow::glance(press(&catalogue, &assets, Vietnamese), &code(), Status::Stopped, follow::Lookup::default());
    let main = between(&text, "<main", "</main>");
    assert!(main.contains("H99.12.1-261121-0007") && main.contains("Dừng xử lý"));
    assert!(!main.contains("Nguyễn") && !main.contains("khai sinh"));
}

#[test]
fn a_box_within_an_address_or_a_row_is_asked_as_its_question() {
    let (catalogue, assets) = (fixture::with_form(), Assets::sample());
    let mut record = record(&catalogue, &assets, 2);
    let fields = ["noi-o.street", "noi-o.commune", "thanh-vien.2.ten", "khong-co"].map(str::to_owned).to_vec();
    if let domain::dossier::Happening::SupplementAsked { request } = &mut record.events[1].what {
        request.fields = fields;
    }
    let dossier = Dossier::replay(&record.events).unwrap();
    let of = follow::Opened {
        record: &record,
        dossier: &dossier,
        agency: &catalogue.agencies[0],
        now: Timestamp(dossier.changed_at.0),
        key: &key(),
        idempotency_key: "k",
        fee: None,
        typed: None,
        faults: &[],
        arrived: &[],
        said: None,
        rating: None,
    };
    let text = follow::opened(press(&catalogue, &assets, Vietnamese), of);
    assert_eq!(text.matches("data-question=\"noi-o\"").count(), 1);
    assert_eq!(text.matches("data-question=\"thanh-vien.2.ten\"").count(), 1);
}
