//! Writes a record as a file of content. Its first line bears a fingerprint of the rest, which tells whether somebody edited it.

use super::draft::{Draft, Origin};
use domain::{
    code::ProcedureCode,
    date::Date,
    money::Dong,
    national::{Extent, NationalChannel, NationalPapers},
    procedure::{Audience, ChannelKind, LegalBasis, Level},
};
use std::fmt::Write as _;

/// The folder of content the files belong into.
pub const FOLDER: &str = "national";

/// How the first line begins; sixteen digits follow.
const FIRST: &str = "# Bản ghi quốc gia, nhập tự động; sửa tay thì lần nhập sau giữ bản sửa. Dấu vân tay: ";

/// Writes a file.
pub(super) fn file(draft: &Draft, also: &[ProcedureCode], title: &str, taken_on: Date) -> String {
    let body = body(draft, also, title, taken_on);
    format!("{FIRST}{:016x}\n{body}", fingerprint(&body))
}

/// Tells whether a file is as an import wrote it.
pub(super) fn is_untouched(file: &str) -> bool {
    let Some((first, body)) = file.split_once('\n') else { return false };
    first.strip_prefix(FIRST).is_some_and(|print| print.trim_end() == format!("{:016x}", fingerprint(body)))
}

/// FNV-1a of 64 bits: it guards against forgetting an edit, not against anybody's malice.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn body(draft: &Draft, also: &[ProcedureCode], title: &str, taken_on: Date) -> String {
    let mut toml = Toml::default();
    let text = &draft.text;
    toml.text("code", draft.code.as_str());
    toml.texts("also", also.iter().map(ProcedureCode::as_str));
    toml.text("name", &draft.name);
    if title != draft.name {
        toml.text("title", title);
    }
    toml.text("field", if draft.field.is_empty() { "Lĩnh vực khác" } else { &draft.field });
    toml.texts("levels", Level::NAMED.into_iter().filter(|(_, level)| draft.levels.contains(level)).map(|(name, _)| name));
    toml.texts("audience", Audience::NAMED.into_iter().filter(|(_, kind)| draft.audience.contains(kind)).map(|(name, _)| name));
    if let Some((name, _)) = Extent::NAMED.into_iter().find(|(_, extent)| draft.online == Some(*extent)) {
        toml.text("online", name);
    }
    toml.text("agency", &draft.agency);
    toml.text("subjects", &text.subjects);
    toml.text("publisher", &text.publisher);
    toml.text("decision", &text.decision);
    toml.text("source", source(draft.origin));
    toml.line("read_on", &taken_on.to_string());
    toml.lines("steps", &text.steps);
    toml.lines("results", &text.results);
    toml.lines("conditions", &text.conditions);
    toml.lines("paragraphs", &text.paragraphs);
    text.channels.iter().for_each(|channel| toml.channel(channel));
    text.papers.iter().for_each(|papers| toml.papers(papers));
    text.legal_bases.iter().for_each(|basis| toml.legal_basis(basis));
    toml.0
}

const fn source(origin: Origin) -> &'static str {
    match origin {
        Origin::List => "Danh mục thủ tục của Cơ sở dữ liệu quốc gia về thủ tục hành chính",
        Origin::Text => "Văn bản thủ tục của Cơ sở dữ liệu quốc gia về thủ tục hành chính",
        Origin::Record => "Bản ghi thủ tục của Cổng Dịch vụ công quốc gia",
    }
}

#[derive(Default)]
struct Toml(String);

impl Toml {
    fn line(&mut self, key: &str, value: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "{key} = {value}");
    }

    /// Nothing for an empty text.
    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.line(key, &quoted(text));
        }
    }

    fn texts<'a>(&mut self, key: &str, texts: impl Iterator<Item = &'a str>) {
        let list: Vec<String> = texts.map(quoted).collect();
        if !list.is_empty() {
            self.line(key, &format!("[{}]", list.join(", ")));
        }
    }

    /// A text a line, so that changes show line by line.
    fn lines(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            let list: String = texts.iter().fold(String::new(), |mut list, text| {
                let _ = writeln!(list, "  {},", quoted(text));
                list
            });
            self.line(key, &format!("[\n{list}]"));
        }
    }

    fn channel(&mut self, channel: &NationalChannel) {
        self.0.push_str("\n[[channels]]\n");
        let kind = ChannelKind::NAMED.into_iter().find(|(_, kind)| *kind == channel.kind).map_or("", |(name, _)| name);
        self.text("kind", kind);
        if let Some(term) = channel.term {
            self.line("within", &term.amount.to_string());
            self.text("unit", term.unit.name());
        }
        self.text("time", &channel.time);
        let fees = channel.fees.iter().fold(String::new(), |mut list, fee| {
            let amount = fee.amount.map(|Dong(amount)| format!("amount = {amount}"));
            let words = (!fee.words.is_empty()).then(|| format!("words = {}", quoted(&fee.words)));
            let _ = writeln!(list, "  {{ {} }},", [amount, words].into_iter().flatten().collect::<Vec<_>>().join(", "));
            list
        });
        if !fees.is_empty() {
            self.line("fees", &format!("[\n{fees}]"));
        }
    }

    fn papers(&mut self, papers: &NationalPapers) {
        self.0.push_str("\n[[papers]]\n");
        self.text("case", &papers.case);
        let list = papers.papers.iter().fold(String::new(), |mut list, paper| {
            let count = |key: &str, number: u16| if number > 0 { format!(", {key} = {number}") } else { String::new() };
            let (originals, copies) = (count("originals", paper.originals), count("copies", paper.copies));
            let _ = writeln!(list, "  {{ name = {}{originals}{copies} }},", quoted(&paper.name));
            list
        });
        self.line("list", &format!("[\n{list}]"));
    }

    fn legal_basis(&mut self, basis: &LegalBasis) {
        self.0.push_str("\n[[legal_bases]]\n");
        self.text("number", &basis.number);
        self.text("title", &basis.title);
    }
}

/// A basic string of TOML; lines were joined before, so only quotes and backslashes want escaping.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
