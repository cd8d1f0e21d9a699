//! What somebody wants to find: words, and what the list is narrowed to, as both stand in an address.

use crate::{
    component::{Press, search_box::encode},
    filter::Choice,
};
use domain::language::Language;
use search::{AUDIENCES, Answer, Audiences, Facets, Filter, Index, LEVELS, Levels, Named, Question, Traits, slugify};
use std::cmp::Reverse;

/// How many fields a list of choices bears.
const MOST_FIELDS: usize = 24;

/// How many results a page shows.
const SHOWN: usize = 30;

/// What somebody wants to find.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// The words, as they were typed.
    pub text: String,
    /// The field, as a slug of its name.
    pub field: Option<String>,
    /// One of [`LEVELS`].
    pub level: Option<&'static Named<Levels>>,
    /// One of [`AUDIENCES`].
    pub audience: Option<&'static Named<Audiences>>,
    /// Only what can be filed online.
    pub online: bool,
    /// Whether the ranking explains itself.
    pub explained: bool,
}

impl Wish {
    /// Reads a query; values nobody knows are left alone.
    pub fn from_query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut wish = Self::default();
        for (name, value) in pairs {
            match name {
                "q" if wish.text.is_empty() => {
                    let text: String = value.chars().filter(|letter| !letter.is_control()).take(200).collect();
                    text.trim().clone_into(&mut wish.text);
                }
                "linh-vuc" => wish.field = Some(slugify(value)).filter(|slug| !slug.is_empty()),
                "cap" => wish.level = LEVELS.iter().find(|named| named.slug == value),
                "ai-lam" => wish.audience = AUDIENCES.iter().find(|named| named.slug == value),
                "tren-mang" => wish.online = value == "co",
                "giai-thich" => wish.explained = true,
                _ => {}
            }
        }
        wish
    }

    /// Writes the query with its question mark.
    pub fn query(&self) -> String {
        let mut query = format!("?q={}", encode(&self.text));
        let mut add = |name: &str, value: Option<&str>| {
            if let Some(value) = value {
                query.extend(["&", name, "=", value]);
            }
        };
        add("linh-vuc", self.field.as_deref());
        add("cap", self.level.map(|level| level.slug));
        add("ai-lam", self.audience.map(|audience| audience.slug));
        add("tren-mang", self.online.then_some("co"));
        add("giai-thich", self.explained.then_some("1"));
        query
    }

    /// Asks the index.
    pub fn ask(&self, index: &Index) -> Answer {
        let filter = Filter {
            field: None,
            levels: self.level.map_or(Levels::NONE, |level| level.is),
            audiences: self.audience.map_or(Audiences::NONE, |audience| audience.is),
            traits: if self.online { Traits::ONLINE } else { Traits::NONE },
        };
        let question = Question { text: &self.text, filter, limit: SHOWN };
        let answer = index.ask(&question);
        let Some(wanted) = &self.field else { return answer };
        // Fields are numbers within an index and names in an address.
        let field =
            answer.facets.fields.iter().map(|count| count.of).find(|field| slugify(&index.field_name(usize::from(*field))) == *wanted);
        match field {
            Some(_) => index.ask(&Question { filter: Filter { field, ..filter }, ..question }),
            None => answer,
        }
    }

    /// Tells whether nothing at all fits the words, however the list is narrowed.
    pub fn misses(&self, index: &Index) -> bool {
        let answer = index.ask(&Question { text: &self.text, limit: 1, ..Question::default() });
        !self.text.is_empty() && answer.code.is_none() && answer.total == 0
    }

    /// Returns the groups of choices that tell results apart, each with its title.
    pub fn choices(&self, facets: &Facets, index: &Index, press: Press<'_>) -> Vec<(&'static str, Vec<Choice>)> {
        let language = press.language;
        let english = language == Language::English;
        let choice = |name: String, count: usize, chosen: bool, changed: Self| Choice {
            value: String::new(),
            name,
            count,
            chosen,
            query: changed.query(),
        };
        let fields = facets.fields.iter().map(|count| {
            let name = index.field_name(usize::from(count.of));
            let slug = slugify(&name);
            let chosen = self.field.as_ref() == Some(&slug);
            choice(field_name(press, name), count.records, chosen, Self { field: (!chosen).then_some(slug), ..self.clone() })
        });
        let mut fields: Vec<Choice> = fields.filter(|choice| !choice.name.is_empty()).collect();
        fields.sort_by_key(|choice| (!choice.chosen, Reverse(choice.count)));
        fields.truncate(MOST_FIELDS);
        let levels = facets.levels.iter().filter_map(|count| {
            let named = LEVELS.iter().find(|named| named.is == count.of)?;
            let chosen = self.level == Some(named);
            Some(choice(named.name(english).to_owned(), count.records, chosen, Self { level: (!chosen).then_some(named), ..self.clone() }))
        });
        let levels = levels.collect();
        let audiences = facets.audiences.iter().filter_map(|count| {
            let named = AUDIENCES.iter().find(|named| named.is == count.of)?;
            let chosen = self.audience == Some(named);
            let changed = Self { audience: (!chosen).then_some(named), ..self.clone() };
            Some(choice(named.name(english).to_owned(), count.records, chosen, changed))
        });
        let audiences = audiences.collect();
        let name = language.pick("Làm được trên mạng", "Can be done online").to_owned();
        let online = choice(name, facets.online, self.online, Self { online: !self.online, ..self.clone() });
        let online = if facets.online > 0 || self.online { vec![online] } else { Vec::new() };
        vec![
            (language.pick("Lĩnh vực", "Field"), fields),
            (language.pick("Cấp giải quyết", "Level"), levels),
            (language.pick("Ai làm", "For whom"), audiences),
            (language.pick("Làm trên mạng", "Online"), online),
        ]
    }
}

/// Returns the name of a field in the language of the page; the index holds the Vietnamese one.
pub fn field_name(press: Press<'_>, vietnamese: String) -> String {
    let known = press.catalogue.fields.iter().find(|field| field.name.vi == vietnamese);
    known.map_or(vietnamese, |field| field.name.in_language(press.language).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &[(&str, &str)], expected: &str) {
        assert_eq!(Wish::from_query(query.iter().copied()).query(), expected);
    }

    #[test]
    fn a_query_read_and_written_is_the_same_query() {
        check(&[("q", "giấy khai sinh")], "?q=gi%E1%BA%A5y%20khai%20sinh");
        check(
            &[("q", "x"), ("linh-vuc", "ho-tich"), ("cap", "xa"), ("ai-lam", "nguoi-dan"), ("tren-mang", "co")],
            "?q=x&linh-vuc=ho-tich&cap=xa&ai-lam=nguoi-dan&tren-mang=co",
        );
    }

    #[test]
    fn what_nobody_knows_is_left_alone() {
        check(&[("q", "x"), ("cap", "huyen"), ("ai-lam", ""), ("tren-mang", "1"), ("khac", "y")], "?q=x");
        check(&[("q", "a\u{0}b"), ("q", "c")], "?q=ab");
    }
}
