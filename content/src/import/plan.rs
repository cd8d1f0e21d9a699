//! What an import would change in a folder, shown before it does.

use super::{
    Imported,
    written::{FOLDER, is_untouched},
};
use crate::source::Sources;
use domain::language::Language;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};
use toml::Table;

/// The steps from what stands in a folder to what an import wants.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Files to write anew, with their text.
    pub new: BTreeMap<String, String>,
    /// Files to write over, with their text and the keys that change.
    pub changed: BTreeMap<String, (String, Vec<String>)>,
    /// Files to remove: the nation no longer lists them.
    pub gone: BTreeSet<String>,
    /// Files somebody edited; they stay as they are.
    pub kept: BTreeSet<String>,
    /// How many files stay because nothing changed.
    pub same: usize,
}

/// How many names are shown of each kind.
const SHOWN: usize = 12;

impl Plan {
    /// Compares an import with what stands in a folder of content.
    pub fn new(imported: &Imported, sources: &Sources) -> Self {
        let mut plan = Self::default();
        let prefix = format!("{FOLDER}/");
        let standing: BTreeMap<&str, &str> = sources
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix(&prefix)?, std::str::from_utf8(bytes).unwrap_or_default())))
            .collect();
        for (name, text) in &imported.files {
            match standing.get(name.as_str()) {
                None => {
                    plan.new.insert(name.clone(), text.clone());
                }
                Some(known) if known == text => plan.same += 1,
                Some(known) if is_untouched(known) => {
                    plan.changed.insert(name.clone(), (text.clone(), changed_keys(known, text)));
                }
                Some(_) => {
                    plan.kept.insert(name.clone());
                }
            }
        }
        for (name, known) in standing.iter().filter(|(name, _)| !imported.files.contains_key(**name)) {
            if is_untouched(known) {
                plan.gone.insert((*name).to_owned())
            } else {
                plan.kept.insert((*name).to_owned())
            };
        }
        plan
    }

    /// Tells whether so much would go that the input is more likely broken than the nation shrunk: more than a tenth.
    pub fn empties_the_folder(&self) -> bool {
        let standing = self.changed.len() + self.gone.len() + self.kept.len() + self.same;
        self.gone.len() * 10 > standing
    }

    /// Tells whether nothing would be written or removed.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }

    /// Shows the plan.
    pub fn shown(&self, language: Language) -> String {
        let mut text = String::new();
        let mut part = |vietnamese: &str, english: &str, names: Vec<String>| {
            if names.is_empty() {
                return;
            }
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {:>6}  {}", names.len(), language.pick(vietnamese, english));
            for name in names.iter().take(SHOWN) {
                let _ = writeln!(text, "          · {name}");
            }
            if let Some(more @ 1..) = names.len().checked_sub(SHOWN) {
                let _ = writeln!(text, "          … {more}");
            }
        };
        let changed = self.changed.iter().map(|(name, (_, keys))| format!("{name}: {}", keys.join(", "))).collect();
        part("tệp mới", "new files", self.new.keys().cloned().collect());
        part("tệp đổi", "files that change", changed);
        part("tệp bị xóa vì danh mục không còn", "files to remove: no longer listed", self.gone.iter().cloned().collect());
        part("tệp đã được sửa tay, giữ nguyên", "files somebody edited; they stay", self.kept.iter().cloned().collect());
        let _ = writeln!(text, "  {:>6}  {}", self.same, language.pick("tệp giữ nguyên", "files stay the same"));
        text
    }
}

/// The keys of a record that differ between two of its texts.
fn changed_keys(before: &str, after: &str) -> Vec<String> {
    let (Ok(before), Ok(after)) = (before.parse::<Table>(), after.parse::<Table>()) else { return Vec::new() };
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differs = |key: &&&String| before.get(key.as_str()) != after.get(key.as_str());
    keys.iter().filter(differs).map(|key| (*key).clone()).collect()
}
