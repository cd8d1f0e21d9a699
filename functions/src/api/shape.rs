//! The JSON of `/api/v1`: what comes in and what goes out. The description of the API is written from these types.

use domain::{
    dossier::Status,
    form::{self, RawAnswers, RawValue},
    record::HeldFile,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[cfg(feature = "openapi")]
use utoipa::ToSchema;

/// A dossier to be filed.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDossier {
    /// The slug of the guide.
    pub(crate) procedure: String,
    /// The code of the agency that takes it.
    pub(crate) agency: String,
    /// Answers by question; rows of a group are lists of objects, an address is an object, a paper that comes later is `"later"`,
    /// of papers for each row an object by the number of the row, from 1: `{ "2": "later" }`; its files go by `giay-to.2`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::HashMap<String, serde_json::Value>))]
    pub(crate) answers: BTreeMap<String, RawValue>,
    /// How the result is handed out.
    #[serde(default)]
    pub(crate) delivery: Delivery,
    /// How the sender is reached.
    #[serde(default)]
    pub(crate) contact: Contact,
    /// The draft with the papers; its key stands in the header `Draft-Key`.
    pub(crate) draft: Option<String>,
}

/// How the result is handed out.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Delivery {
    /// `desk`, `post` or `electronic`.
    pub(crate) method: Option<String>,
    /// Where it is sent, for `post`.
    pub(crate) address: Option<Place>,
}

/// An address.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    /// Two digits.
    pub(crate) province: Option<String>,
    /// Five digits.
    pub(crate) commune: Option<String>,
    /// House number, street, hamlet.
    pub(crate) street: Option<String>,
}

/// How the sender is reached.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Contact {
    /// A telephone number.
    pub(crate) phone: Option<String>,
    /// An e-mail address.
    pub(crate) email: Option<String>,
}

/// A dossier that was filed.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct FiledDossier {
    /// Its code.
    pub(crate) code: String,
    /// Its key, which nobody keeps but the sender; nothing where it was replaced at the desk since.
    pub(crate) access_key: Option<String>,
    /// When it was filed (RFC 3339).
    pub(crate) submitted_at: String,
    /// By when reception answers.
    pub(crate) answer_by: String,
    /// The token of its rating.
    pub(crate) rating: Option<String>,
    /// Whether an earlier request with the same key had filed it.
    pub(crate) replayed: bool,
}

/// A form.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownForm {
    /// The slug of the guide.
    pub(crate) procedure: String,
    /// The version of the form.
    pub(crate) version: u32,
    /// The agencies that take it.
    pub(crate) agencies: Vec<Office>,
    /// A complete, valid body for `POST /api/v1/dossiers`.
    pub(crate) example: serde_json::Value,
    /// Pages, questions and papers.
    pub(crate) form: serde_json::Value,
}

/// An agency that takes a dossier.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct Office {
    /// Its code.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: String,
}

/// A draft to be begun.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDraft {
    /// The slug of the guide.
    pub(crate) procedure: String,
}

/// A draft that was begun.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct BegunDraft {
    /// Its id.
    pub(crate) draft: String,
    /// Its key, for the header `Draft-Key`.
    pub(crate) draft_key: String,
    /// Until when it is kept.
    pub(crate) expires_at: String,
}

/// A draft and its files.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownDraft {
    /// The slug of the guide.
    pub(crate) procedure: String,
    /// Until when it is kept.
    pub(crate) expires_at: String,
    /// The dossier it became.
    pub(crate) filed: Option<String>,
    /// Its files.
    pub(crate) files: Vec<ShownFile>,
}

/// A file.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownFile {
    /// The paper it shows.
    pub(crate) component: String,
    /// Which of its files, from 1.
    pub(crate) number: u16,
    /// What it is called.
    pub(crate) name: String,
    /// Its media type, by its first bytes.
    pub(crate) media_type: String,
    /// How many bytes.
    pub(crate) size: u64,
    /// SHA-256 of its bytes.
    pub(crate) sha256: String,
}

/// A status.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownStatus {
    /// Its code in the national table, 1 to 10.
    pub(crate) code: u8,
    /// Its stable name.
    pub(crate) key: String,
    /// Its official name.
    pub(crate) name: String,
}

/// What everybody with the code may know.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct ShownState {
    /// The code.
    pub(crate) code: String,
    /// Where it stands.
    pub(crate) status: ShownStatus,
}

/// The key of a dossier.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyOnly {
    /// The access key.
    pub(crate) access_key: String,
}

/// The answer to a request for a supplement; its files were uploaded before.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSupplement {
    /// The access key.
    pub(crate) access_key: String,
    /// The answers that were asked for.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::HashMap<String, serde_json::Value>))]
    pub(crate) answers: BTreeMap<String, RawValue>,
}

/// The wish to withdraw.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NewWithdrawal {
    /// The access key.
    pub(crate) access_key: String,
    /// Why.
    pub(crate) reason: String,
}

/// A message to the office.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMessage {
    /// The access key.
    pub(crate) access_key: String,
    /// What it says.
    pub(crate) text: String,
}

/// A move that was made.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(ToSchema))]
pub(crate) struct Moved {
    /// The code.
    pub(crate) code: String,
    /// Where it stands now.
    pub(crate) status: ShownStatus,
    /// Whether an earlier request with the same key had done it.
    pub(crate) replayed: bool,
}

impl NewDossier {
    /// Writes everything as flat answers; reserved paths are taken from their own places only.
    pub(crate) fn raw(self) -> RawAnswers {
        let mut raw = answers(self.answers);
        raw.set(form::OFFICE, self.agency);
        let place = self.delivery.address.unwrap_or_default();
        let rest = [
            (form::PHONE.to_owned(), self.contact.phone),
            (form::EMAIL.to_owned(), self.contact.email),
            (form::DELIVERY.to_owned(), self.delivery.method),
            (format!("{}.province", form::DELIVERY_ADDRESS), place.province),
            (format!("{}.commune", form::DELIVERY_ADDRESS), place.commune),
            (format!("{}.street", form::DELIVERY_ADDRESS), place.street),
        ];
        for (path, value) in rest {
            if let Some(value) = value {
                raw.set(path, value);
            }
        }
        raw
    }
}

/// Writes answers flat, without those of the reserved questions.
pub(crate) fn answers(given: BTreeMap<String, RawValue>) -> RawAnswers {
    let mut raw = RawAnswers::default();
    let reserved = [form::OFFICE, form::PHONE, form::EMAIL, form::DELIVERY, form::DELIVERY_ADDRESS];
    for (path, value) in given {
        if !reserved.contains(&path.split('.').next().unwrap_or(&path)) {
            raw.add_value(&path, value);
        }
    }
    raw
}

impl From<Status> for ShownStatus {
    fn from(status: Status) -> Self {
        Self { code: status.code(), key: status.key().to_owned(), name: status.name().to_owned() }
    }
}

impl From<&HeldFile> for ShownFile {
    fn from(file: &HeldFile) -> Self {
        Self {
            component: file.paper.clone(),
            number: file.number,
            name: file.name.clone(),
            media_type: file.kind.media_type().to_owned(),
            size: file.size,
            sha256: file.sha256.clone(),
        }
    }
}

/// Writes an instant as RFC 3339 in Vietnam's time.
pub(crate) fn instant(at: Timestamp) -> String {
    let moment = at.moment();
    let minutes = moment.time.minutes();
    let seconds = at.0.div_euclid(1000).rem_euclid(60);
    format!("{}T{:02}:{:02}:{seconds:02}+07:00", moment.date, minutes / 60, minutes % 60)
}

/// Writes a minute as RFC 3339 in Vietnam's time.
pub(crate) fn minute(moment: domain::date::Moment) -> String {
    instant(Timestamp::from_moment(moment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_becomes_flat_answers_and_reserved_ones_cannot_be_smuggled_in() {
        let body = r#"{"procedure": "khai-sinh", "agency": "H99.12.1", "contact": {"phone": "0912345678"},
            "answers": {"contact-phone": "0999999999", "ho-ten": "Lan", "noi-o": {"commune": "00004"}, "con": [{"ten": "A"}], "song": true}}"#;
        let raw = serde_json::from_str::<NewDossier>(body).unwrap().raw();
        for (path, value) in [
            ("contact-phone", "0912345678"),
            ("agency", "H99.12.1"),
            ("ho-ten", "Lan"),
            ("noi-o.commune", "00004"),
            ("con.1.ten", "A"),
            ("song", "co"),
        ] {
            assert_eq!(raw.one(path), value, "{path}");
        }
    }

    #[test]
    fn instants_are_written_in_vietnams_time() {
        assert_eq!(instant(Timestamp(0)), "1970-01-01T07:00:00+07:00");
        assert_eq!(instant(Timestamp(1_795_000_123_456)), "2026-11-18T18:08:43+07:00");
    }
}
