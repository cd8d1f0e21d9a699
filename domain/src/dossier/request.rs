//! What an office asks of an owner, and how money, results and answers travel.

use crate::date::Date;
use serde::{Deserialize, Serialize};

/// One full list of what is missing (phiếu yêu cầu bổ sung): everything at once, one time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SupplementRequest {
    /// Paths of the answers to mend.
    pub fields: Vec<String>,
    /// Ids of the papers to bring.
    pub papers: Vec<String>,
    /// What to do, in plain words.
    pub note: String,
    /// Why, with the legal basis.
    pub reason: String,
    /// The last day to answer.
    pub until: Option<Date>,
    /// Who allowed a second request and on which basis; without it there is none.
    pub second_basis: Option<String>,
}

impl SupplementRequest {
    /// Tells whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.papers.is_empty() && self.note.trim().is_empty()
    }

    /// Returns what an answer with these fields and papers would still leave open.
    pub fn missing<'a>(&'a self, fields: &[String], papers: &[String]) -> Vec<&'a str> {
        let open = |asked: &'a [String], given: &[String]| -> Vec<&'a str> {
            asked.iter().filter(|id| !given.contains(id)).map(String::as_str).collect()
        };
        let mut missing = open(&self.fields, fields);
        missing.extend(open(&self.papers, papers));
        missing
    }
}

/// What a decision says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// What was asked for.
    Granted,
    /// Refused after appraisal, which counts as a result; not the refusal at reception.
    Refused {
        /// Why, with the legal basis.
        reason: String,
    },
}

/// How a result reaches its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryMethod {
    /// Nhận tại Bộ phận Một cửa.
    Desk,
    /// Qua bưu chính công ích.
    Post,
    /// Bản điện tử.
    Electronic,
}

impl DeliveryMethod {
    /// Every method with its name in forms.
    pub const NAMED: [(&'static str, Self); 3] = [("desk", Self::Desk), ("post", Self::Post), ("electronic", Self::Electronic)];
}

/// How money reaches the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaymentMethod {
    /// Trực tiếp.
    Desk,
    /// Qua bưu chính.
    Post,
    /// Trực tuyến.
    Online,
}

impl PaymentMethod {
    /// Every method with its name in forms.
    pub const NAMED: [(&'static str, Self); 3] = [("desk", Self::Desk), ("post", Self::Post), ("online", Self::Online)];
}
