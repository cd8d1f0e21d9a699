//! Answers as people read them, by topic: for the check page, the printed application and the officer.

use super::{Answer, Answers, Form, Kind, Question, computed_text};
use crate::{address::Places, agency::Agency, letter::upper_first};
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
        let rows: Vec<AnswerRow> = page.questions.iter().flat_map(|question| rows(question, answers, places, agencies)).collect();
        (!rows.is_empty()).then(|| AnswerSection { page_id: page.id.to_string(), title: page.title.clone(), rows })
    };
    form.pages.iter().filter_map(section).collect()
}

fn rows(question: &Question, answers: &Answers, places: &Places, agencies: &[Agency]) -> Vec<AnswerRow> {
    let row = |path: String, label: String, question: &Question| {
        let value = answer_text(question, answers.get(&path)?, places, agencies);
        Some(AnswerRow { path, label, value })
    };
    let id = question.id.as_str();
    match (&question.kind, answers.get(id)) {
        (Kind::Group(_), Some(Answer::Rows(0))) | (_, None) => Vec::new(),
        (Kind::Group(group), Some(Answer::Rows(count))) => (1..=*count)
            .flat_map(|number| group.questions.iter().map(move |inner| (number, inner)))
            .filter_map(|(number, inner)| {
                row(format!("{id}.{number}.{}", inner.id), format!("{} {number}: {}", upper_first(&group.noun), inner.label), inner)
            })
            .collect(),
        _ => row(id.to_owned(), question.label.clone(), question).into_iter().collect(),
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
