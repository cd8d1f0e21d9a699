//! Markdown to markup: headings with anchors, links noted, raw HTML refused.

use crate::{
    problem::{Fault, Problems},
    register::{Link, Register},
    written::Written,
};
use domain::markup::{Heading, Markup};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use std::{collections::BTreeSet, ops::Range};

/// Ids that the page of a guide prints itself; links may point at them, headings do not get them.
pub(crate) const GUIDE_SECTIONS: [&str; 10] = [
    "truong-hop",
    "giay-to",
    "cac-buoc",
    "thoi-gian-va-phi",
    "noi-lam",
    "ket-qua",
    "hay-bi-tra-lai",
    "hoi-dap",
    "thong-tin-chinh-thuc",
    "phieu",
];

/// Returns the markup of a text and its headings.
pub(crate) fn to_markup(written: &Written<'_>, problems: &Problems, register: &Register) -> (Markup, Vec<Heading>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let taken = if written.file.path.starts_with("procedures/") { GUIDE_SECTIONS.map(str::to_owned).into() } else { BTreeSet::new() };
    let mut reader =
        Reader { written, problems, register, headings: Vec::new(), taken, level: 1, heading: None, alternative: None, link: None };
    let mut events = Vec::new();
    for (event, range) in Parser::new_ext(written.text, options).into_offset_iter() {
        reader.look_at(&event, &range);
        if !is_html(&event) {
            events.push(event);
        }
    }
    reader.anchors(&mut events);
    let mut markup = String::new();
    html::push_html(&mut markup, events.into_iter());
    (Markup::from_compiler(markup.trim_end().to_owned()), reader.headings)
}

const fn is_html(event: &Event<'_>) -> bool {
    matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock))
}

struct Reader<'a> {
    written: &'a Written<'a>,
    problems: &'a Problems,
    register: &'a Register,
    headings: Vec<Heading>,
    /// Anchors that no further heading may get.
    taken: BTreeSet<String>,
    level: u8,
    /// The heading being read: its level and its words so far.
    heading: Option<(u8, String)>,
    /// The alternative text of the picture being read, and where the picture stands.
    alternative: Option<(String, Range<usize>)>,
    /// The words of the link being read, and where it stands.
    link: Option<(String, Range<usize>)>,
}

/// Words of links that do not say where they lead.
const EMPTY_LINK_TEXTS: [&str; 7] = ["tại đây", "ở đây", "đây", "xem thêm", "chi tiết", "here", "click here"];

impl Reader<'_> {
    fn fault(&self, range: &Range<usize>, fault: Fault) {
        self.problems.add(self.written.file, self.written.place(range), fault);
    }

    fn look_at(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            // A block is one fault, however many lines of HTML it holds.
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => self.fault(range, Fault::RawHtml),
            Event::Start(Tag::Heading { level, .. }) => self.begin_heading(*level, range),
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                self.target(dest_url, *link_type, range, false);
                self.link = Some((String::new(), range.clone()));
            }
            Event::End(TagEnd::Link) => self.end_link(),
            Event::Start(Tag::Image { dest_url, link_type, .. }) => {
                self.target(dest_url, *link_type, range, true);
                self.alternative = Some((String::new(), range.clone()));
            }
            Event::End(TagEnd::Image) => {
                if let Some((words, range)) = self.alternative.take()
                    && words.trim().is_empty()
                {
                    self.fault(&range, Fault::MissingAlternativeText);
                }
            }
            Event::Text(words) | Event::Code(words) => self.hear(words),
            _ => {}
        }
    }

    fn hear(&mut self, words: &str) {
        if let Some((_, heading)) = &mut self.heading {
            heading.push_str(words);
        }
        if let Some((alternative, _)) = &mut self.alternative {
            alternative.push_str(words);
        }
        if let Some((link, _)) = &mut self.link {
            link.push_str(words);
        }
    }

    fn begin_heading(&mut self, level: HeadingLevel, range: &Range<usize>) {
        let found = level_number(level);
        if found == 1 || found > self.level + 1 {
            self.fault(range, Fault::HeadingSkipsLevel { expected: (self.level + 1).min(found.max(2)), found });
        }
        self.level = found.max(2);
        self.heading = Some((found, String::new()));
    }

    fn end_heading(&mut self) {
        if let Some((level, text)) = self.heading.take() {
            let anchor = self.free_anchor(&text);
            self.taken.insert(anchor.clone());
            self.headings.push(Heading { level, anchor, text });
        }
    }

    /// Returns an anchor for a heading that nothing else on the page has: `giay-to`, `giay-to-2`, `giay-to-3`.
    ///
    /// A heading without a letter that an address may hold is `muc-1`.
    fn free_anchor(&self, text: &str) -> String {
        let slug = search::slugify(text);
        let (stem, mut anchor) = if slug.is_empty() { ("muc", "muc-1".to_owned()) } else { (slug.as_str(), slug.clone()) };
        let mut number = 1;
        while self.taken.contains(&anchor) {
            number += 1;
            anchor = format!("{stem}-{number}");
        }
        anchor
    }

    fn end_link(&mut self) {
        if let Some((words, range)) = self.link.take()
            && EMPTY_LINK_TEXTS.contains(&words.trim().to_lowercase().as_str())
        {
            self.fault(&range, Fault::LinkTextSaysNothing { text: words });
        }
    }

    fn target(&self, target: &CowStr<'_>, kind: LinkType, range: &Range<usize>, picture: bool) {
        let outside = ["https://", "mailto:", "tel:"].iter().any(|scheme| target.starts_with(scheme)) || kind == LinkType::Email;
        if target.starts_with('/') || target.starts_with('#') {
            let (path, span) = (self.written.file.path.to_owned(), self.written.place(range));
            self.register.link(Link { path, span, target: target.to_string(), picture });
        } else if !outside || picture {
            self.fault(range, Fault::RelativeLink { target: target.to_string(), picture });
        }
    }

    /// Gives each heading its anchor.
    fn anchors(&self, events: &mut [Event<'_>]) {
        let mut headings = self.headings.iter();
        for event in events {
            if let Event::Start(Tag::Heading { id, .. }) = event {
                *id = headings.next().map(|heading| CowStr::from(heading.anchor.clone()));
            }
        }
    }
}

const fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;
    use proptest::prelude::*;

    /// The anchors of a text's headings.
    fn anchors(path: &str, text: &str) -> Vec<String> {
        let written = Written::plain(SourceFile { path, text }, 0..text.len());
        let (_, headings) = to_markup(&written, &Problems::default(), &Register::default());
        headings.into_iter().map(|heading| heading.anchor).collect()
    }

    /// The markup of a text, then the codes of its faults.
    #[track_caller]
    fn check(text: &str, expected: &str, faults: &[&str]) {
        let problems = Problems::default();
        let written = Written::plain(SourceFile { path: "a.md", text }, 0..text.len());
        let (markup, _) = to_markup(&written, &problems, &Register::default());
        assert_eq!(markup.as_str(), expected);
        let found: Vec<_> = problems.into_sorted().into_iter().map(|problem| problem.fault.code()).collect();
        assert_eq!(found, faults);
    }

    #[test]
    fn headings_get_anchors() {
        check("## Bạn có cần?\n\nCó.", "<h2 id=\"ban-co-can\">Bạn có cần?</h2>\n<p>Có.</p>", &[]);
        check("## A\n\n## A", "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>", &[]);
        check("### A", "<h3 id=\"a\">A</h3>", &["heading-skips-level"]);
        check("# A", "<h1 id=\"a\">A</h1>", &["heading-skips-level"]);
    }

    #[test]
    fn no_two_headings_share_an_anchor() {
        assert_eq!(anchors("a.md", "## A 2\n\n## A\n\n## A"), ["a-2", "a", "a-3"]);
        assert_eq!(anchors("a.md", "## ???\n\n##\n\n## Mục 3\n\n## …"), ["muc-1", "muc-2", "muc-3", "muc-4"]);
    }

    #[test]
    fn headings_of_guides_leave_the_sections_their_anchors() {
        assert_eq!(anchors("procedures/a.md", "## Kết quả\n\n## Kết quả"), ["ket-qua-2", "ket-qua-3"]);
        assert_eq!(anchors("pages/a.md", "## Kết quả"), ["ket-qua"]);
    }

    proptest! {
        #[test]
        fn anchors_are_unique_and_never_empty(words in prop::collection::vec("\\PC{0,12}|A|A [23]|Mục [12]|Kết quả|[?!]{0,2}", 1..12)) {
            let text = format!("## {}", words.join("\n\n## "));
            let anchors = anchors("procedures/a.md", &text);
            let distinct: BTreeSet<&str> = anchors.iter().map(String::as_str).chain(GUIDE_SECTIONS).collect();
            prop_assert_eq!(distinct.len(), anchors.len() + GUIDE_SECTIONS.len());
            prop_assert!(!distinct.contains(""));
        }

        #[test]
        fn no_text_makes_it_panic(text in "(?s).{0,60}|([#!<>|*_`~&()=+:.-]|\\[|\\]|\\\\|[ a1đ/?\"]|\r?\n){0,80}") {
            anchors("a.md", &text);
        }
    }

    #[test]
    fn raw_html_never_comes_through() {
        check("<script>alert(1)</script>", "", &["raw-html"]);
        check("a <b onclick=x>c</b>", "<p>a c</p>", &["raw-html", "raw-html"]);
        check("<div>\na\n</div>\n\nb", "<p>b</p>", &["raw-html"]);
        check("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>", &[]);
    }

    #[test]
    fn links_say_where_they_lead() {
        check("[Khai sinh](/thu-tuc/khai-sinh/)", "<p><a href=\"/thu-tuc/khai-sinh/\">Khai sinh</a></p>", &[]);
        check("[a](javascript:alert)", "<p><a href=\"javascript:alert\">a</a></p>", &["relative-link"]);
        check("[tại đây](https://a.example)", "<p><a href=\"https://a.example\">tại đây</a></p>", &["link-text-says-nothing"]);
        check("![](/images/a.svg)", "<p><img src=\"/images/a.svg\" alt=\"\" /></p>", &["missing-alternative-text"]);
    }
}
