//! What each fault says in English.

use super::{list, quoted, say, wrong};
use crate::problem::{Bounds, CodeOf, Expected, Fault, Referent};

#[expect(clippy::too_many_lines, reason = "a table, one row for each fault")]
pub(super) fn words(fault: &Fault) -> (String, String) {
    match fault {
        Fault::NotUtf8 => say("the file is not UTF-8 text", "save it again as UTF-8"),
        Fault::UnexpectedFile => {
            say("the file is no kind of content", "see content/README.md: each kind of content has its folder and extension")
        }
        Fault::MissingFile { path } => say(format!("the file `{path}` is missing"), "create it; content/README.md says what belongs in it"),
        Fault::BadFileName => say(
            "the file name cannot be an address",
            "use lower-case ASCII letters, digits and single hyphens, and no folder within: \
             `khai-sinh.md`",
        ),
        Fault::RecordMisnamed { expected } => {
            say("the file is named after another code", format!("rename the file to `{expected}`, or mend the code"))
        }
        Fault::NoFrontMatter => say("no front matter", "put the TOML between two lines of `+++` at the top"),
        Fault::TomlSyntax { message } => say(
            format!("bad TOML: {message}"),
            "look at the place shown and right before it: both quotes of a string, both ends \
             of `{ }` and `[ ]`, commas between entries, each key once",
        ),
        Fault::UnknownKey { rivals, .. } if !rivals.is_empty() => {
            say(format!("only one of {} may stand", quoted(rivals)), "keep one, remove the others")
        }
        Fault::UnknownKey { key, nearest, .. } => {
            say(format!("there is no key `{key}` here"), suggestion(nearest.as_ref(), "remove it, or see content/README.md"))
        }
        Fault::MissingKey { keys } => match keys.as_slice() {
            [key] => say(format!("the key `{key}` is missing"), format!("add `{key} = …`")),
            keys => say(format!("one of the keys {} is missing", quoted(keys)), "add one of them"),
        },
        Fault::WrongType { key, expected } => say(format!("`{key}` must be {}", kind(*expected)), "write a value of that kind"),
        Fault::UnknownChoice { key, value, choices } => {
            say(format!("`{value}` is not one of the choices of `{key}`"), format!("choose one of: {}", choices.join(", ")))
        }
        Fault::EmptyText { key } => say(format!("`{key}` says nothing"), "write the text, or remove the key if it is optional"),
        Fault::EmptyList { key } => say(format!("`{key}` is empty"), "add at least one entry"),
        Fault::TooLong { limit, length } => say(format!("{length} characters, at most {limit} fit"), "make it shorter"),
        Fault::BadSlug { value } => {
            say(format!("`{value}` is not a slug"), "use lower-case ASCII letters, digits and hyphens: `khai-sinh`")
        }
        Fault::BadCode { value, of: CodeOf::Procedure } => {
            say(format!("`{value}` is not the code of a procedure"), "codes of procedures look like `1.004222`")
        }
        Fault::BadCode { value, of: CodeOf::Agency } => {
            say(format!("`{value}` is not the code of an agency"), "codes of agencies look like `H99.12.3`")
        }
        Fault::BadCode { value, of: CodeOf::Province } => {
            say(format!("`{value}` is not the code of a province"), "codes of provinces have two digits: `99`")
        }
        Fault::BadCode { value, of: CodeOf::Commune } => {
            say(format!("`{value}` is not the code of a commune"), "codes of communes have five digits: `99001`")
        }
        Fault::BadDate { year: Some(year) } => {
            say(format!("the day does not lie in {year}"), "mend the date, or move it to the [[years]] of its year")
        }
        Fault::BadDate { year: None } => say("no such day or hour", "write days as `2026-11-21`, days with hours as `2026-12-05T22:00:00`"),
        Fault::BadHours { value } => say(
            format!("`{value}` are not opening hours"),
            "write when it opens and closes as `07:30-11:30`, one string for each half of the day",
        ),
        Fault::BadUrl => say(
            "not an external address",
            "write it whole, beginning with `https://`; only `base_url` has no `/` at its end, and `identity` is a path of this portal, beginning with one `/`",
        ),
        Fault::FutureDate => say("this day is still to come", "write a day that has come"),
        Fault::PeriodBackwards => say("the period ends before it begins", "mend `from` or `until`"),
        Fault::DuplicateSlug { slug, other } => say(format!("the slug `{slug}` is already used in `{other}`"), "rename one of the two"),
        Fault::DuplicateCode { code, other } => {
            say(format!("the code `{code}` already stands in `{other}`"), "a code stands in one place only; remove or mend one of the two")
        }
        Fault::DuplicateId { id } => say(format!("`{id}` stands here twice"), "remove or change one of the two"),
        Fault::UnknownReference { what, id, nearest } => {
            let what = referent(*what);
            let help = format!("add the {what}, or mend the name");
            say(format!("there is no {what} `{id}`"), suggestion(nearest.as_ref(), &help))
        }
        Fault::MissingSource => {
            say("a fee, a time or an exemption without a source", "add `source = \"…\"`, the `id` of a dated [[sources]] entry")
        }
        Fault::FeeWithoutUnit => say("a fee without its unit (per copy, per page)", "add `per = { vi = \"bản\", en = \"copy\" }`"),
        Fault::UnconfirmedWithoutNote => {
            say("unconfirmed, and the reader is not told what to do", "add `note = { vi, en }` that says where to ask")
        }
        Fault::PartialWithoutReason => {
            say("not fully online, and no public reason", "add `reason = { vi, en }`; it must be public (Decree 224/2026/NĐ-CP art. 14)")
        }
        Fault::ContradictingDeadlines { first, second } => say(
            format!("two deadlines for the same way to file: {first} and {second}"),
            "keep one, or part them by `case` or by `from`/`until`",
        ),
        Fault::UnstatedPeriod { said, stated } => say(
            format!("this sentence says {said} working {}; no deadline in [[channels]] does", days(said == "1")),
            if stated.is_empty() {
                "no deadline in [[channels]] counts working days; add one, or mend this \
                 sentence"
                    .to_owned()
            } else {
                let days = days(stated.as_slice() == [1]);
                format!("[[channels]] says {} working {days}; mend one of the two", list(stated))
            },
        ),
        Fault::LegalBasisEnded { until } => {
            say(format!("this text was in force until {until} only"), "name the text now in force, and read the guide again")
        }
        Fault::RawHtml => say("raw HTML is not allowed in Markdown", "write it in Markdown"),
        Fault::HeadingSkipsLevel { found: 1, .. } => say("headings here start at level 2", "use two `#`: `## Heading`"),
        Fault::HeadingSkipsLevel { expected, found } => say(format!("a heading skips to level {found}"), format!("use {expected} `#`")),
        Fault::MissingAlternativeText => say("a picture without alternative text", "describe it between `![` and `]`"),
        Fault::BrokenLink { target } if target.starts_with("/images/") => say(
            format!("there is no picture `{target}`"),
            "put it straight into content/images/, named in lower-case letters, digits and hyphens; svg, png, jpg or webp",
        ),
        Fault::BrokenLink { target } => say(
            format!("the link `{target}` leads nowhere"),
            "mend the address or what follows `#`; guides stand at /thu-tuc/{file name}/, \
             English pages under /en/…",
        ),
        Fault::RelativeLink { target, picture: true } => {
            say(format!("pictures are not taken from `{target}`"), "put the picture into content/images/ and write `/images/file-name`")
        }
        Fault::RelativeLink { target, picture: false } => {
            say(format!("the link `{target}` is not clear"), "begin with `/` (this site), `#` (this page), `https://`, `tel:` or `mailto:`")
        }
        Fault::LinkTextSaysNothing { text } => {
            say(format!("the link text “{text}” does not say where it leads"), "name the place it leads to")
        }
        Fault::MissingTranslation { path } => say(
            format!("the {} page is missing: `{path}`", if path.ends_with(".en.md") { "English" } else { "Vietnamese" }),
            "write the page in both languages",
        ),
        Fault::StopAnnouncedLate { days } => say(
            match days {
                ..0 => "announced after the stop began, at least 7 days before are due".to_owned(),
                0 => "announced on the day of the stop, at least 7 days before are due".to_owned(),
                1 => "announced 1 day before, at least 7 are due".to_owned(),
                days => format!("announced {days} days before, at least 7 are due"),
            },
            "announce it earlier or move the stop (Decree 224/2026/NĐ-CP art. 13)",
        ),
        Fault::ReviewOverdue { on } => {
            say(format!("not reviewed for over a year (last on {on})"), "compare it with its sources, then change `reviewed_on`")
        }
        Fault::NoHolidays { year } => say(format!("no days off for {year}"), "add [[years]] from that year's decision"),
        Fault::FormNotFiledHere => say(
            "a form for a guide that is not filed here",
            "add `\"here\"` to `filed_at` of the guide, or remove the form and its example",
        ),
        Fault::SheetFiledHere => say(
            "this form only fills in a sheet to print, but the guide says that it is filed here",
            "take `\"here\"` out of `filed_at` of the guide, or `sheet` out of the form so that it is sent",
        ),
        Fault::NotOnSheet { id, blank } => say(
            format!("the answer to `{id}` has no place on the sheet `{blank}`"),
            "add `answer` to a line of the blank form, or remove the question; each row of a group needs lines of its own",
        ),
        Fault::QuestionMissing { id, kind } => {
            say(format!("the question `{id}` is missing"), format!("add it with `kind = \"{kind}\"`: what happens after sending needs it"))
        }
        Fault::ReservedId { id } => say(format!("the portal itself uses the name `{id}`"), "choose another name"),
        Fault::QuestionComesLater { id } => {
            say(format!("the question `{id}` comes later"), "name an earlier question, or move that one up")
        }
        Fault::QuestionOfOtherKind { id, kinds } => {
            say(format!("the question `{id}` is of another kind"), format!("name a question of the kind {}", quoted(kinds)))
        }
        Fault::NeverAsked => {
            say("these conditions never hold together", "mend the conditions here, of its page, or of the questions they name")
        }
        Fault::ConditionNeverHolds => say(
            "no answer ever has what this wants",
            "compare both ends, the bounds of the question, and whether the question may stay empty (`optional`)",
        ),
        Fault::NobodyPasses => {
            say("every answer leads to this stop or one before it", "mend its conditions, so that some answers lead past all stops")
        }
        Fault::RuleOfOtherPage { id } => {
            say(format!("the question `{id}` is not on this page"), "put the rule on the page of the question it judges")
        }
        Fault::RuleNeverHolds => say("no answers ever keep this rule", "compare the bounds of both questions, and of the rows"),
        Fault::RuleAlwaysHolds => say("no answers ever break this rule", "remove it, or compare the bounds of both questions"),
        Fault::TooManyQuestions { limit, count } => {
            say(format!("{count} questions on one page, at most {limit} fit"), "make two pages of it, one topic each")
        }
        Fault::BoundsBackwards => say("the least is more than the greatest", "mend `least` or `greatest`"),
        Fault::JsonSyntax { message } => {
            say(format!("bad JSON: {message}"), "look at the place shown and right before it: quotes, commas, both ends of `{ }` and `[ ]`")
        }
        Fault::ExampleOfAnother { procedure, expected } => say(
            format!("the example is for `{procedure}`"),
            format!("write `\"procedure\": \"{expected}\"`, the name of the form beside it"),
        ),
        Fault::AnswerRefused { path, wrong } => say(
            format!("the form does not take this example: `{path}`, {}", wrong::english(wrong)),
            "mend the example; it is a complete, valid request",
        ),
        Fault::PeriodsOverlap { other } => {
            say(format!("shares days with `{other}`"), "let one end before the other begins: `until`, `from`")
        }
        Fault::NoRegulation => say("no circular numbers the slips today", "add [[profiles]] of the circular now in force"),
        Fault::SlipWithoutNumber { slips } => {
            say(format!("in force today, and without a number for {}", quoted(slips)), "add the numbers the circular gives them")
        }
        Fault::SayingTwice { saying, other } => say(
            format!("«{saying}» already stands in `{other}`"),
            "one of the two would hide the other: put all its meanings into one entry",
        ),
        Fault::SayingWithoutWords { saying } => say(format!("«{saying}» holds no word"), "write at least one letter or digit"),
        Fault::SayingMisses { saying, codes, instead, .. } => say(
            format!("«{saying}» does not find {} among the first five", codes.join(", ")),
            format!("write `mean` in the words of the title you mean; found first: {instead}"),
        ),
        Fault::NotNfc => say("text not in Unicode NFC", "type it again, or convert it to composed Unicode"),
        Fault::NoDiacritics => say("Vietnamese without marks?", "write all marks"),
        Fault::ForbiddenWord { word, instead } => say(format!("avoid «{word}»"), instead.en),
    }
}

const fn days(one: bool) -> &'static str {
    if one { "day" } else { "days" }
}

fn suggestion(nearest: Option<&String>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean `{near}`?"))
}

fn kind(expected: Expected) -> String {
    match expected {
        Expected::Text => "a text".to_owned(),
        Expected::Localized => "a text in both languages, { vi = \"…\", en = \"…\" }".to_owned(),
        Expected::List => "a list `[…]`".to_owned(),
        Expected::Table => "a table".to_owned(),
        Expected::Date => "a day, as 2026-11-21".to_owned(),
        Expected::Moment => "a date and time in Vietnam, as 2026-12-05T22:00:00".to_owned(),
        Expected::Flag => "true or false".to_owned(),
        Expected::Number(bounds) => number(bounds),
        Expected::NumberOrUnconfirmed(bounds) => format!("{}, or \"unconfirmed\"", number(bounds)),
    }
}

fn number(Bounds { least, greatest }: Bounds) -> String {
    match greatest {
        u64::MAX => format!("a whole number from {least} on"),
        greatest => format!("a whole number from {least} to {greatest}"),
    }
}

const fn referent(what: Referent) -> &'static str {
    match what {
        Referent::Paper => "paper",
        Referent::Agency => "agency",
        Referent::Field => "field",
        Referent::Procedure => "guide",
        Referent::Source => "source",
        Referent::Case => "case",
        Referent::Blank => "blank form",
        Referent::Door => "[doors] entry",
        Referent::Channel => "[[channels]] entry",
        Referent::Form => "form in content/forms",
        Referent::Question => "question",
        Referent::Option => "option",
        Referent::Line => "line of the blank form",
    }
}
