//! Answers as people read them, by topic: for the check page, the printed application and the officer.

use super::{Answer, Answers, Form, Kind, Question, TOTAL, computed_text};
use crate::{
    address::Places,
    agency::Agency,
    letter::{lower_first, upper_first},
};
use serde::{Deserialize, Serialize};

/// One topic of a form with what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerSection {
    /// The page of the form.
    pub page_id: String,
    /// Its topic.
    pub title: String,
    /// What was answered, in order.
    pub rows: Vec<AnswerRow>,
}

/// One answer as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerRow {
    /// Its path among the answers.
    pub path: String,
    /// What was asked; within rows of a group with the row before it: «Thành viên 2: Họ và tên».
    pub label: String,
    /// The answer; may hold line breaks.
    pub value: String,
}

/// Returns every topic in which something was answered.
pub fn answer_sections(form: &Form, answers: &Answers, places: &Places, agencies: &[Agency]) -> Vec<AnswerSection> {
    let section = |page: &super::Page| {
        let mut told = Told { answers, places, agencies, rows: Vec::new() };
        page.questions.iter().for_each(|question| told.add(question, question.id.as_str(), ""));
        let rows = told.rows;
        (!rows.is_empty()).then(|| AnswerSection { page_id: page.id.to_string(), title: page.title.clone(), rows })
    };
    form.pages.iter().filter_map(section).collect()
}

/// What a question and what lies in it were answered.
struct Told<'t> {
    answers: &'t Answers,
    places: &'t Places,
    agencies: &'t [Agency],
    rows: Vec<AnswerRow>,
}

impl Told<'_> {
    /// Adds the answer at a path; `of` is what it lies in: «Thành viên 2: ».
    fn add(&mut self, question: &Question, path: &str, of: &str) {
        match &question.kind {
            Kind::Group(group) => {
                let count = match self.answers.get(path) {
                    Some(Answer::Rows(count)) => *count,
                    _ => 0,
                };
                for number in 1..=count {
                    self.within(&group.questions, &format!("{path}.{number}"), &format!("{of}{} {number}: ", upper_first(&group.noun)));
                }
            }
            Kind::Table(table) => {
                let label = &question.label;
                for row in &table.rows {
                    self.within(&table.columns, &format!("{path}.{}", row.id), &format!("{of}{label}, {}: ", lower_first(&row.label)));
                }
                let totals = table.columns.iter().filter(|column| table.totals.contains(&column.id));
                totals.for_each(|column| self.add(column, &format!("{path}.{TOTAL}.{}", column.id), &format!("{of}{label}, tổng cộng: ")));
            }
            Kind::Person(parts) => self.within(parts, path, &format!("{of}{}: ", question.label)),
            _ => {
                if let Some(answer) = self.answers.get(path) {
                    let value = answer_text(question, answer, self.places, self.agencies);
                    self.rows.push(AnswerRow { path: path.to_owned(), label: format!("{of}{}", question.label), value });
                }
            }
        }
    }

    fn within(&mut self, questions: &[Question], path: &str, of: &str) {
        for question in questions {
            self.add(question, &format!("{path}.{}", question.id), of);
        }
    }
}

/// Writes one answer the way people read it: `21/11/2026`, «Phường Mẫu, Tỉnh Mẫu», the words of an option.
pub fn answer_text(question: &Question, answer: &Answer, places: &Places, agencies: &[Agency]) -> String {
    let option = |id: &str| question.choice(id).map_or_else(|| id.to_owned(), |choice| choice.label.clone());
    match answer {
        Answer::Text(text) => text.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::Money(amount) => amount.to_string(),
        Answer::Computed { value, money } => computed_text(*value, *money),
        Answer::Date(date) => {
            let (year, month, day) = date.parts();
            format!("{day:02}/{month:02}/{year}")
        }
        Answer::One(id) => option(id.as_str()),
        Answer::Many(ids) => ids.iter().map(|id| option(id.as_str())).collect::<Vec<_>>().join("\n"),
        Answer::YesNo(true) => "Có".to_owned(),
        Answer::YesNo(false) => "Không".to_owned(),
        Answer::NoOpinion => "Không có ý kiến".to_owned(),
        Answer::PersonalId(id) => id.to_string(),
        Answer::Phone(phone) => phone.to_string(),
        Answer::Email(email) => email.to_string(),
        Answer::TaxCode(code) => code.to_string(),
        Answer::BankAccount(account) => account.to_string(),
        Answer::Address(address) => {
            let (province, commune) = places.names(address).unwrap_or((address.province.as_str(), address.commune.as_str()));
            format!("{}, {commune}, {province}", address.street)
        }
        Answer::Wish(wish) => {
            let (year, month, day) = wish.day.parts();
            format!("{}, {day:02}/{month:02}/{year} (mong muốn, chưa phải lịch hẹn)", wish.half.label())
        }
        Answer::Office(code) => {
            let agency = agencies.iter().find(|agency| agency.code == *code);
            agency.map_or_else(|| code.to_string(), |agency| agency.name.vi.clone())
        }
        Answer::Rows(count) => count.to_string(),
        Answer::Later => "Mang đến sau".to_owned(),
        Answer::Attached(1) => "Đã gửi 1 tệp".to_owned(),
        Answer::Attached(files) => format!("Đã gửi {files} tệp"),
    }
}
