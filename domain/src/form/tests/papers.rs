//! Papers asked once, and for each row of a group: what is asked, what it is called, and where files go when rows come and go.

use super::*;

/// The group is `thanh-vien`: of whoever is no small child, the card.
fn form(each: &str) -> Form {
    let card = PaperRequest {
        id: slug("the"),
        name: "Thẻ".to_owned(),
        hint: None,
        each: Some(path(each)),
        when: when("con-nho", &[NO]),
        later: true,
        optional: false,
    };
    let once = PaperRequest { id: slug("don"), name: "Đơn".to_owned(), each: None, when: Vec::new(), ..card.clone() };
    Form { papers: vec![once, card], ..super::form() }
}

/// Rows with their numbers and names, all of them grown up.
fn family(rows: &[(u16, &str)]) -> RawAnswers {
    let cells = rows.iter().flat_map(|(number, name)| {
        let cell = |id: &str, value: &str| (format!("thanh-vien.{number}.{id}"), value.to_owned());
        [cell("ten", name), cell("con-nho", NO)]
    });
    cells.collect()
}

/// Checks which papers are asked for, each with its name.
#[track_caller]
fn check(form: &Form, raw: &RawAnswers, expected: &[(&str, &str)]) {
    let due = Relevance::of(form, raw, today()).papers(raw);
    assert_eq!(due.iter().map(|due| (due.id.as_str(), due.name.as_str())).collect::<Vec<_>>(), expected);
    for due in &due {
        assert_eq!(form.paper(&due.id), Some(due.paper));
    }
}

#[test]
fn papers_are_attached_come_later_or_are_faults() {
    let held = |files: u16| BTreeMap::from([("giay-chung-sinh".to_owned(), files)]);
    let later = verdict_of(&raw(&[("giay-chung-sinh", LATER)]), PapersHeld::Held(&BTreeMap::new()));
    assert_eq!((later.answers.get("giay-chung-sinh"), later.faults.len()), (Some(&Answer::Later), 0));
    let attached = verdict_of(&raw(&[("giay-chung-sinh", LATER)]), PapersHeld::Held(&held(2)));
    assert_eq!(attached.answers.get("giay-chung-sinh"), Some(&Answer::Attached(2)));
    let divorced = [("da-cuoi", "co"), ("ngay-cuoi", "2020-01-01"), ("ket", "ly-hon"), ("ban-an", "x"), ("ban-an-giay", LATER)];
    let verdict = verdict_of(&raw(&divorced), PapersHeld::Held(&held(1)));
    assert_eq!(verdict.faults, vec![Fault { path: "ban-an-giay".to_owned(), wrong: Wrong::PaperMissing }]);
}

#[test]
fn each_row_has_a_paper_that_is_called_after_it() {
    let raw = family(&[(1, "Lan"), (4, " An "), (5, "")]);
    check(
        &form("thanh-vien.ten"),
        &raw,
        &[("don", "Đơn"), ("the.1", "Thẻ của Lan"), ("the.2", "Thẻ của An"), ("the.3", "Thẻ của người thứ 3")],
    );
    check(&form("thanh-vien"), &family(&[(2, "Lan")]), &[("don", "Đơn"), ("the.1", "Thẻ của người thứ 1")]);
    check(&form("thanh-vien.ten"), &RawAnswers::default(), &[("don", "Đơn")]);
}

#[test]
fn a_row_is_asked_by_its_own_answers_and_keeps_its_number() {
    let mut raw = family(&[(1, "Bé"), (2, "Lan")]);
    raw.set("thanh-vien.1.con-nho", YES);
    check(&form("thanh-vien.ten"), &raw, &[("don", "Đơn"), ("the.2", "Thẻ của Lan")]);
}

#[test]
fn no_more_papers_are_asked_than_there_may_be_rows() {
    let rows: Vec<(u16, &str)> = (1..=9).map(|number| (number, "Lan")).collect();
    assert_eq!(Relevance::of(&form("thanh-vien"), &family(&rows), today()).papers(&family(&rows)).len(), 1 + 3);
}

#[test]
fn each_row_has_one_id_only() {
    let form = form("thanh-vien");
    for (id, known) in [("the.1", true), ("the.3", true), ("don", true)] {
        assert_eq!(form.paper(id).is_some(), known, "{id}");
    }
    for id in ["the", "the.0", "the.4", "the.01", "the.+1", "the.1.1", "the.", "don.1", "nothing", ""] {
        assert_eq!(form.paper(id), None, "{id}");
    }
}

#[test]
fn each_row_brings_its_own_or_is_a_fault() {
    let mut raw = raw(&[("thanh-vien.1.con-nho", NO), ("thanh-vien.1.phone", "0912345678"), ("the.1", LATER), ("don", LATER)]);
    let held = BTreeMap::from([("the.2".to_owned(), 3)]);
    let judged = |raw: &RawAnswers, held: &BTreeMap<String, u16>| judge(&form("thanh-vien.ten"), raw, PapersHeld::Held(held));
    let verdict = judged(&raw, &held);
    assert_eq!(verdict.faults, []);
    assert_eq!((verdict.answers.get("the.1"), verdict.answers.get("the.2")), (Some(&Answer::Later), Some(&Answer::Attached(3))));
    // Rows are numbered anew where answers are kept, and papers have been all along.
    assert_eq!(verdict.answers.text("thanh-vien.2.ten"), Some("Lan"));
    assert_eq!(judged(&verdict.answers.to_raw(), &held), verdict);
    raw.remove("the.1");
    let missing = |path: &str| Fault { path: path.to_owned(), wrong: Wrong::PaperMissing };
    assert_eq!(judged(&raw, &BTreeMap::new()).faults, [missing("the.1"), missing("the.2")]);
}

/// Checks where the cards of rows go; the paper that is asked once always stays.
#[track_caller]
fn follow(each: &str, before: &RawAnswers, now: &RawAnswers, expected: &[Option<&str>]) {
    let followed = form(each).papers_follow(before, now);
    let ids: Vec<&str> = followed.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["don", "the.1", "the.2", "the.3", "the.4"][..=expected.len()]);
    let to: Vec<Option<&str>> = followed.iter().map(|(_, to)| to.as_deref()).collect();
    assert_eq!(to, [&[Some("don")], expected].concat());
}

#[test]
fn files_go_with_their_row_and_never_to_another() {
    let (name, before) = ("thanh-vien.ten", family(&[(1, "Lan"), (2, "An"), (3, "Bình")]));
    follow(name, &before, &before, &[Some("the.1"), Some("the.2"), Some("the.3")]);
    // Rows of a page keep their numbers, rows of a draft are numbered anew: neither decides.
    follow(name, &before, &family(&[(1, "Lan"), (3, "Bình")]), &[Some("the.1"), None, Some("the.2")]);
    follow(name, &before, &family(&[(1, "Lan"), (2, "Bình")]), &[Some("the.1"), None, Some("the.2")]);
    follow(name, &before, &family(&[(1, "An"), (2, "Lan"), (3, "Bình")]), &[Some("the.2"), Some("the.1"), Some("the.3")]);
    follow(name, &before, &family(&[(1, "Lan"), (2, "Chi"), (3, "Bình")]), &[Some("the.1"), None, Some("the.3")]);
    follow(name, &before, &RawAnswers::default(), &[None, None, None]);
    follow(name, &RawAnswers::default(), &before, &[]);
}

#[test]
fn rows_of_one_name_are_told_apart_by_all_they_say_or_not_at_all() {
    let name = "thanh-vien.ten";
    let mut before = family(&[(1, "Lan"), (2, "Lan"), (3, "An")]);
    follow(name, &before, &family(&[(1, "Lan"), (2, "An")]), &[None, None, Some("the.2")]);
    before.set("thanh-vien.2.phone", "0912345678");
    let mut now = family(&[(1, "Lan"), (2, "An")]);
    now.set("thanh-vien.1.phone", "0912345678");
    follow(name, &before, &now, &[None, Some("the.1"), Some("the.2")]);
}

#[test]
fn rows_without_names_are_the_same_when_all_of_them_is() {
    let (group, before) = ("thanh-vien", family(&[(1, "Lan"), (2, "An")]));
    follow(group, &before, &family(&[(1, "An")]), &[None, Some("the.1")]);
    let mut now = family(&[(1, "Lan"), (2, "An")]);
    now.set("thanh-vien.2.con-nho", YES);
    follow(group, &before, &now, &[Some("the.1"), None]);
}
