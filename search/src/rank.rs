//! A first ranking: words of the query against names and descriptions, without marks, the last word as a prefix.

use crate::{distance, fold, words};

/// Something that can be found.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// The name people see.
    pub title: String,
    /// Other names: official, everyday, of another language, codes.
    pub names: Vec<String>,
    /// What else speaks of it: one sentence, its field, its agencies.
    pub about: String,
}

/// An entry that fits, best first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Which entry.
    pub entry: usize,
    /// How well it fits; larger is better.
    pub score: f32,
}

/// Returns the entries that fit a query, best first; entries of the same score keep their order.
pub fn rank(entries: &[Entry], query: &str) -> Vec<Hit> {
    let wanted = words(query);
    if wanted.is_empty() {
        return Vec::new();
    }
    let rarity: Vec<f32> = wanted.iter().map(|word| rarity(entries, word)).collect();
    let mut hits: Vec<Hit> = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| score(entry, &wanted, &rarity, query).map(|score| Hit { entry: at, score }))
        .collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    // What fits far worse than the best only hides it.
    let best = hits.first().map_or(0.0, |hit| hit.score);
    hits.retain(|hit| hit.score >= best * 0.6);
    hits
}

/// How telling a word is: the fewer entries speak of it, the more.
#[expect(clippy::cast_precision_loss, reason = "counts of entries are small")]
fn rarity(entries: &[Entry], word: &str) -> f32 {
    let with = entries.iter().filter(|entry| texts(entry).any(|(text, _)| words(text).iter().any(|known| known == word))).count();
    (1.0 + entries.len() as f32 / (1.0 + with as f32)).ln()
}

/// The texts of an entry with the weight of each.
fn texts(entry: &Entry) -> impl Iterator<Item = (&str, f32)> {
    std::iter::once((entry.title.as_str(), 1.0))
        .chain(entry.names.iter().map(|name| (name.as_str(), 0.9)))
        .chain(std::iter::once((entry.about.as_str(), 0.5)))
}

fn score(entry: &Entry, wanted: &[String], rarity: &[f32], query: &str) -> Option<f32> {
    let total: f32 = rarity.iter().sum();
    let phrase = fold(query.trim());
    let mut best = 0.0_f32;
    for (text, weight) in texts(entry) {
        let known = words(text);
        let found: f32 =
            wanted.iter().zip(rarity).enumerate().map(|(at, (word, rarity))| rarity * fit(word, &known, at + 1 == wanted.len())).sum();
        let mut value = weight * found / total;
        let folded = fold(text);
        if folded == phrase {
            value += 0.5;
        } else if format!(" {} ", known.join(" ")).contains(&format!(" {} ", wanted.join(" "))) {
            // All words in a row say more than the same words here and there.
            value += if wanted.len() > 1 { 0.3 } else { 0.25 * weight };
        }
        // Marks that were typed and fit count a little more.
        if text.to_lowercase().contains(&query.trim().to_lowercase()) {
            value += 0.1 * weight;
        }
        // Among names that hold all words, the shorter says it better.
        value += 0.05 * weight * ratio(wanted.len(), known.len());
        best = best.max(value);
    }
    (best > 0.45).then_some(best)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
fn ratio(wanted: usize, known: usize) -> f32 {
    if known == 0 { 0.0 } else { (wanted as f32 / known as f32).min(1.0) }
}

/// How well one word fits a text: whole, as the beginning of a word being typed, or with a slip of the finger.
fn fit(word: &str, known: &[String], last: bool) -> f32 {
    let one = |other: &String| {
        if other == word {
            1.0
        } else if last && word.len() >= 2 && other.starts_with(word) {
            0.8
        } else if word.len() >= 5 && word.as_bytes().first() == other.as_bytes().first() && distance(word, other) == 1 {
            0.7
        } else {
            0.0_f32
        }
    };
    known.iter().map(one).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(title: &str, names: &[&str], about: &str) -> Entry {
        Entry { title: title.to_owned(), names: names.iter().map(|&name| name.to_owned()).collect(), about: about.to_owned() }
    }

    #[track_caller]
    fn check(query: &str, expected: Option<&str>) {
        let entries = [
            entry("Khai sinh cho con", &["1.001193", "làm giấy khai sinh", "Register a birth"], "Hộ tịch"),
            entry("Đăng ký lại khai sinh", &["mất giấy khai sinh"], "Hộ tịch"),
            entry("Giấy xác nhận tình trạng hôn nhân", &["giấy độc thân"], "Hộ tịch"),
            entry("Mở hộ kinh doanh", &["mở quán ăn"], "Hộ kinh doanh"),
        ];
        let first = rank(&entries, query).first().and_then(|hit| entries.get(hit.entry)).map(|entry| entry.title.as_str());
        assert_eq!(first, expected, "{query}");
    }

    #[test]
    fn queries_find_what_people_mean() {
        check("khai sinh", Some("Khai sinh cho con"));
        check("lam khai sinh", Some("Khai sinh cho con"));
        check("KHAI SINH", Some("Khai sinh cho con"));
        check("dang ky lai khai sinh", Some("Đăng ký lại khai sinh"));
        check("giay doc than", Some("Giấy xác nhận tình trạng hôn nhân"));
        check("hôn nhâ", Some("Giấy xác nhận tình trạng hôn nhân"));
        check("mo quan an", Some("Mở hộ kinh doanh"));
        check("kinh doahn", Some("Mở hộ kinh doanh"));
        check("1.001193", Some("Khai sinh cho con"));
        check("birth", Some("Khai sinh cho con"));
        check("", None);
        check("xyzzy", None);
    }
}
