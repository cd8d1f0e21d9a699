//! What each fault says: what is wrong and what to do, in both languages.

use super::Fault;
use domain::language::Language;

mod english;
mod vietnamese;
mod wrong;

impl Fault {
    /// Returns what is wrong and what to do, in one language.
    pub fn words(&self, language: Language) -> (String, String) {
        match language {
            Language::Vietnamese => vietnamese::words(self),
            Language::English => english::words(self),
        }
    }
}

/// What is wrong, and what to do about it.
fn say(what: impl Into<String>, help: impl Into<String>) -> (String, String) {
    (what.into(), help.into())
}

/// Writes keys as code: `` `group`, `agency` ``.
fn quoted(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

/// Writes numbers one after the other: `1, 5`.
fn list(numbers: &[u16]) -> String {
    numbers.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
}
