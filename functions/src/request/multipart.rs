//! Posted forms with files (`multipart/form-data`, RFC 7578), read by the runtime.

use super::{Fields, Visit};
use crate::{
    patience::{FORM_WITH_FILES, within},
    problem::{self, Problem},
};
use unicode_normalization::UnicodeNormalization;
use worker::{
    js_sys,
    wasm_bindgen::{JsCast, JsValue},
    wasm_bindgen_futures::JsFuture,
    web_sys,
};

/// What a form with files sent.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    /// Its texts, in NFC and without NUL.
    pub(crate) fields: Fields,
    /// Its files that hold anything, in the order they were sent.
    pub(crate) files: Vec<SentFile>,
}

/// A file of a form.
#[derive(Debug, Clone)]
pub(crate) struct SentFile {
    /// The name of its field.
    pub(crate) field: String,
    /// What its owner calls it.
    pub(crate) name: String,
    /// Its bytes, as the runtime holds them.
    pub(crate) body: JsValue,
}

impl Sent {
    /// Returns the files of a field.
    pub(crate) fn files_of(&self, field: &str) -> impl Iterator<Item = &SentFile> {
        self.files.iter().filter(move |file| file.field == field)
    }
}

impl Visit {
    /// Reads a form with files. The runtime reads it whole before we see it, so its length must be announced.
    pub(crate) async fn sent(&mut self, most: u64) -> Result<Sent, Problem> {
        self.must_be("multipart/form-data")?;
        let announced = self.header("content-length").and_then(|length| length.parse::<u64>().ok());
        if announced.is_none_or(|length| length > most) {
            return Err(Problem::of(&problem::TOO_LARGE));
        }
        let broken = |_| Problem::of(&problem::BODY_BROKEN);
        let promise = self.request.inner().form_data().map_err(broken)?;
        let data = within(FORM_WITH_FILES, JsFuture::from(promise)).await.ok_or(Problem::of(&problem::TOO_SLOW))?;
        let data: web_sys::FormData = data.map_err(broken)?.unchecked_into();
        let mut sent = Sent::default();
        let entries = js_sys::try_iter(&data.entries()).map_err(broken)?;
        for entry in entries.into_iter().flatten() {
            let entry: js_sys::Array = entry.map_err(broken)?.unchecked_into();
            let (field, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
            match value.as_string() {
                Some(text) => sent.fields.0.push((field, tidied(&text)?)),
                None => sent.files.extend(file(field, value)),
            }
        }
        Ok(sent)
    }
}

/// What a browser sends for a box without a file is an empty one.
fn file(field: String, value: JsValue) -> Option<SentFile> {
    let file = value.dyn_ref::<web_sys::File>()?;
    (file.size() > 0.0).then(|| SentFile { field, name: file.name(), body: value.clone() })
}

fn tidied(text: &str) -> Result<String, Problem> {
    if text.contains('\0') {
        return Err(Problem::of(&problem::HOLDS_NUL));
    }
    Ok(text.replace("\r\n", "\n").nfc().collect())
}
