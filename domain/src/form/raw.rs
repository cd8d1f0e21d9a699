//! Answers as they were sent: texts by path, from a form's fields or from JSON.

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{MapAccess, SeqAccess, Visitor},
};
use std::{collections::BTreeMap, fmt};

/// Answers as they were sent; nothing is known of them but that they are text in NFC.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RawAnswers(BTreeMap<String, Vec<String>>);

/// A JSON value, as far as answers need it; numbers keep their digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RawValue {
    /// `null`, which is no answer.
    Nothing,
    /// A text, a number or a truth value as text.
    Text(String),
    /// A list.
    List(Vec<RawValue>),
    /// An object.
    Table(Vec<(String, RawValue)>),
}

/// More rows than any form asks for.
const MOST_ROWS: u16 = 200;

impl RawAnswers {
    /// Adds one more value to a path.
    pub fn add(&mut self, path: impl Into<String>, value: impl Into<String>) {
        self.0.entry(path.into()).or_default().push(value.into());
    }

    /// Puts one value in the place of all others.
    pub fn set(&mut self, path: impl Into<String>, value: impl Into<String>) {
        self.0.insert(path.into(), vec![value.into()]);
    }

    /// Takes the values of a path away.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// Adds a JSON value under a path: objects and rows become longer paths, lists of texts several values.
    pub fn add_value(&mut self, path: &str, value: RawValue) {
        let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match value {
            RawValue::Nothing => {}
            RawValue::Text(text) => self.add(path, text),
            RawValue::Table(entries) => entries.into_iter().for_each(|(name, value)| self.add_value(&under(&name), value)),
            RawValue::List(items) => {
                for (at, item) in items.into_iter().enumerate() {
                    match item {
                        RawValue::Table(_) => self.add_value(&under(&(at + 1).to_string()), item),
                        other => self.add_value(path, other),
                    }
                }
            }
        }
    }

    /// Returns the first value of a path without surrounding blanks; the empty text when there is none.
    pub fn one(&self, path: &str) -> &str {
        self.0.get(path).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    /// Returns the values of a path that are not empty.
    pub fn all<'a>(&'a self, path: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.get(path).into_iter().flatten().map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// Returns every path with its values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(path, values)| (path.as_str(), values.as_slice()))
    }

    /// Tells whether nothing at all was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells whether anything was typed at a path or beneath it.
    pub fn any_under(&self, path: &str) -> bool {
        let typed = |values: &Vec<String>| values.iter().any(|value| !value.trim().is_empty());
        let before = format!("{path}.");
        let mut beneath = self.0.range(before.clone()..).take_while(|(known, _)| known.starts_with(&before));
        self.0.get(path).is_some_and(typed) || beneath.any(|(_, values)| typed(values))
    }

    /// Returns the numbers of the rows of a group that hold anything, in order.
    pub fn rows(&self, group: &str) -> Vec<u16> {
        let number = |path: &str| path.strip_prefix(group)?.strip_prefix('.')?.split('.').next()?.parse::<u16>().ok();
        let filled = self.0.iter().filter(|(_, values)| values.iter().any(|value| !value.trim().is_empty()));
        let mut rows: Vec<u16> = Vec::new();
        for row in filled.filter_map(|(path, _)| number(path)).filter(|row| *row <= MOST_ROWS) {
            // Put where it belongs: a general sort weighs more than all rows there ever are.
            if let Err(place) = rows.binary_search(&row) {
                rows.insert(place, row);
            }
        }
        rows
    }
}

impl<P: Into<String>, V: Into<String>> FromIterator<(P, V)> for RawAnswers {
    fn from_iter<I: IntoIterator<Item = (P, V)>>(pairs: I) -> Self {
        let mut answers = Self::default();
        pairs.into_iter().for_each(|(path, value)| answers.add(path, value));
        answers
    }
}

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = RawValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer: text, number, true or false, a list or an object")
    }

    fn visit_unit<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Nothing)
    }

    fn visit_none<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Nothing)
    }

    fn visit_bool<E>(self, value: bool) -> Result<RawValue, E> {
        Ok(RawValue::Text(if value { super::YES } else { super::NO }.to_owned()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<RawValue, E> {
        Ok(RawValue::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<RawValue, E> {
        Ok(RawValue::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<RawValue, E> {
        Ok(RawValue::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<RawValue, E> {
        Ok(RawValue::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<RawValue, E> {
        Ok(RawValue::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RawValue, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(RawValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<RawValue, A::Error> {
        let mut table = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            table.push(entry);
        }
        Ok(RawValue::Table(table))
    }
}
