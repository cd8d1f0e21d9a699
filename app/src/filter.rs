//! What the catalogue can be narrowed by, and the links that do it.

use crate::text;
use domain::{
    catalogue::{Catalogue, Listed},
    language::Language,
    national::Extent,
    procedure::{Audience, FilingPlace, Level, OnlineLevel},
};
use std::collections::BTreeMap;

/// A property procedures are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Lĩnh vực.
    Field,
    /// Cấp.
    Level,
    /// Ai làm.
    Audience,
    /// Cơ quan.
    Agency,
    /// Nộp ở đâu.
    FiledAt,
    /// Làm trên mạng.
    Online,
}

/// What is chosen: at most one value of each facet, and a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    chosen: Vec<(Facet, String)>,
    /// The page of results, from 1.
    pub page: usize,
}

/// One value of a facet, with its name and how many procedures it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The value, as it stands in an address.
    pub value: String,
    /// What people read.
    pub name: String,
    /// How many procedures are left when it is chosen.
    pub count: usize,
    /// Whether it is chosen now.
    pub chosen: bool,
    /// The query of the page that changes this choice.
    pub query: String,
}

impl Facet {
    /// Every facet, in the order it is shown.
    pub const ALL: [Self; 6] = [Self::Field, Self::Online, Self::FiledAt, Self::Level, Self::Audience, Self::Agency];

    /// Returns its name in an address.
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Field => "linh-vuc",
            Self::Level => "cap",
            Self::Audience => "ai-lam",
            Self::Agency => "co-quan",
            Self::FiledAt => "nop-o",
            Self::Online => "tren-mang",
        }
    }

    /// Returns its name on a page.
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Field => language.pick("Lĩnh vực", "Field"),
            Self::Level => language.pick("Cấp giải quyết", "Level"),
            Self::Audience => language.pick("Ai làm", "For whom"),
            Self::Agency => language.pick("Cơ quan", "Agency"),
            Self::FiledAt => language.pick("Nộp ở đâu", "Where to file"),
            Self::Online => language.pick("Làm trên mạng", "Online"),
        }
    }

    /// Every value of the facet with its name.
    fn values(self, catalogue: &Catalogue, language: Language) -> Vec<(String, String)> {
        let named = |value: &str, name: &str| (value.to_owned(), name.to_owned());
        match self {
            Self::Field => {
                let own = catalogue.fields.iter().map(|field| named(field.id.as_str(), field.name.in_language(language)));
                own.chain(catalogue.national.fields.iter().map(|field| named(field.id.as_str(), &field.name))).collect()
            }
            Self::Agency => {
                catalogue.agencies.iter().map(|agency| named(agency.slug.as_str(), agency.short.in_language(language))).collect()
            }
            Self::Level => Level::NAMED.map(|(value, level)| named(value, text::level(level, language))).to_vec(),
            Self::Audience => Audience::NAMED.map(|(value, audience)| named(value, text::audience(audience, language))).to_vec(),
            Self::FiledAt => FilingPlace::NAMED.map(|(value, place)| named(value, text::filing_place(place, language))).to_vec(),
            Self::Online => vec![
                named("full", language.pick("Làm hết trên mạng", "Fully online")),
                named("partial", language.pick("Gửi trên mạng, đến một lần", "Partly online")),
                named("none", language.pick("Đến nơi làm", "In person")),
            ],
        }
    }

    /// Calls `each` with every value a row has of this facet.
    fn values_of<'a>(self, listed: Listed<'a>, catalogue: &'a Catalogue, each: &mut impl FnMut(&'a str)) {
        match (self, listed) {
            (Self::Field, Listed::Guide(guide)) => each(guide.field.as_str()),
            (Self::Field, Listed::National(record)) => each(record.field.as_str()),
            (Self::Level, _) => {
                let levels = match listed {
                    Listed::Guide(guide) => &guide.levels,
                    Listed::National(record) => &record.levels,
                };
                Level::NAMED.iter().filter(|(_, level)| levels.contains(level)).for_each(|(name, _)| each(name));
            }
            (Self::Audience, _) => {
                let audience = match listed {
                    Listed::Guide(guide) => &guide.audience,
                    Listed::National(record) => &record.audience,
                };
                Audience::NAMED.iter().filter(|(_, kind)| audience.contains(kind)).for_each(|(name, _)| each(name));
            }
            (Self::FiledAt, Listed::Guide(guide)) => {
                FilingPlace::NAMED.iter().filter(|(_, place)| guide.filed_at.contains(place)).for_each(|(name, _)| each(name));
            }
            (Self::Agency, Listed::Guide(guide)) => {
                catalogue.agencies.iter().filter(|agency| catalogue.involves(guide, agency)).for_each(|agency| each(agency.slug.as_str()));
            }
            // Records name offices in words, and nobody knows where they are really filed.
            (Self::FiledAt | Self::Agency, Listed::National(_)) => {}
            (Self::Online, Listed::Guide(guide)) => each(match guide.online {
                OnlineLevel::Full => "full",
                OnlineLevel::Partial(_) => "partial",
                OnlineLevel::None(_) => "none",
            }),
            (Self::Online, Listed::National(record)) => {
                Extent::NAMED.iter().filter(|(_, extent)| record.online == Some(*extent)).for_each(|(name, _)| each(name));
            }
        }
    }

    /// Tells whether a row has a value of this facet.
    fn fits(self, value: &str, listed: Listed<'_>, catalogue: &Catalogue) -> bool {
        let mut fits = false;
        self.values_of(listed, catalogue, &mut |known| fits |= known == value);
        fits
    }
}

/// How many fields a list of choices bears.
const MOST_FIELDS: usize = 24;

impl Filter {
    /// Reads the parts of a query that name a facet and a value that exists; the rest is left alone.
    pub fn from_query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>, catalogue: &Catalogue) -> Self {
        let mut filter = Self { chosen: Vec::new(), page: 1 };
        for (name, value) in pairs {
            if name == "trang" {
                filter.page = value.parse().unwrap_or(1).clamp(1, 10_000);
            }
            let facet = Facet::ALL.into_iter().find(|facet| facet.parameter() == name && filter.value(*facet).is_none());
            if let Some(facet) = facet
                && facet.values(catalogue, Language::Vietnamese).iter().any(|(known, _)| known == value)
            {
                filter.chosen.push((facet, value.to_owned()));
            }
        }
        filter
    }

    /// Tells whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Returns the chosen value of a facet.
    pub fn value(&self, facet: Facet) -> Option<&str> {
        self.chosen.iter().find(|(known, _)| *known == facet).map(|(_, value)| value.as_str())
    }

    /// Returns this filter with another value of one facet, or without it.
    #[must_use]
    pub fn with(&self, facet: Facet, value: Option<&str>) -> Self {
        let mut chosen: Vec<_> = self.chosen.iter().filter(|(known, _)| *known != facet).cloned().collect();
        chosen.extend(value.map(|value| (facet, value.to_owned())));
        Self { chosen, page: 1 }
    }

    /// Returns this filter at another page.
    #[must_use]
    pub fn at_page(&self, page: usize) -> Self {
        Self { chosen: self.chosen.clone(), page }
    }

    /// Writes the query, with its question mark, always in the same order; nothing when nothing is chosen.
    pub fn query(&self) -> String {
        let mut parts: Vec<String> =
            Facet::ALL.iter().filter_map(|facet| self.value(*facet).map(|value| format!("{}={value}", facet.parameter()))).collect();
        if self.page > 1 {
            parts.push(format!("trang={}", self.page));
        }
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    /// Returns the rows that fit, in the catalogue's order.
    pub fn apply<'a>(&self, catalogue: &'a Catalogue) -> Vec<Listed<'a>> {
        let fits = |listed: &Listed<'_>| self.chosen.iter().all(|(facet, value)| facet.fits(value, *listed, catalogue));
        catalogue.listed().filter(fits).collect()
    }

    /// Returns the values of a facet that leave something, each with the query that chooses it, or leaves it when it is chosen.
    ///
    /// The nation has hundreds of fields: of these the fullest are returned, behind the portal's own.
    pub fn choices(&self, facet: Facet, catalogue: &Catalogue, language: Language) -> Vec<Choice> {
        let without = self.with(facet, None);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for listed in without.apply(catalogue) {
            facet.values_of(listed, catalogue, &mut |value| *counts.entry(value).or_default() += 1);
        }
        let choice = |(value, name): (String, String)| {
            let count = counts.get(value.as_str()).copied().unwrap_or(0);
            let chosen = self.value(facet) == Some(value.as_str());
            let query = if chosen { without.query() } else { self.with(facet, Some(&value)).query() };
            Choice { value, name, count, chosen, query }
        };
        let choices = facet.values(catalogue, language).into_iter().map(choice).filter(|choice| choice.count > 0 || choice.chosen);
        let mut choices: Vec<Choice> = choices.collect();
        if facet == Facet::Field && choices.len() > MOST_FIELDS {
            let own = |choice: &Choice| catalogue.fields.iter().any(|field| field.id.as_str() == choice.value);
            choices.sort_by_key(|choice| (!choice.chosen, !own(choice), std::cmp::Reverse(choice.count)));
            choices.truncate(MOST_FIELDS);
        }
        choices
    }
}
