//! What the catalogue can be narrowed by, and the links that do it.

use crate::text;
use domain::{
    catalogue::Catalogue,
    language::Language,
    procedure::{Audience, FilingPlace, Level, OnlineLevel, Procedure},
};

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
            Self::Field => catalogue.fields.iter().map(|field| named(field.id.as_str(), field.name.in_language(language))).collect(),
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

    /// Tells whether a procedure has a value of this facet.
    fn fits(self, value: &str, procedure: &Procedure, catalogue: &Catalogue) -> bool {
        match self {
            Self::Field => procedure.field.as_str() == value,
            Self::Level => Level::NAMED.iter().any(|(name, level)| *name == value && procedure.levels.contains(level)),
            Self::Audience => Audience::NAMED.iter().any(|(name, audience)| *name == value && procedure.audience.contains(audience)),
            Self::FiledAt => FilingPlace::NAMED.iter().any(|(name, place)| *name == value && procedure.filed_at.contains(place)),
            Self::Agency => catalogue.agencies.iter().any(|agency| agency.slug.as_str() == value && catalogue.involves(procedure, agency)),
            Self::Online => matches!(
                (value, &procedure.online),
                ("full", OnlineLevel::Full) | ("partial", OnlineLevel::Partial(_)) | ("none", OnlineLevel::None(_))
            ),
        }
    }
}

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

    /// Returns the procedures that fit, in the catalogue's order.
    pub fn apply<'a>(&self, catalogue: &'a Catalogue) -> Vec<&'a Procedure> {
        let fits = |procedure: &Procedure| self.chosen.iter().all(|(facet, value)| facet.fits(value, procedure, catalogue));
        catalogue.procedures.iter().filter(|procedure| fits(procedure)).collect()
    }

    /// Returns the values of a facet that leave something, each with the query that chooses it, or leaves it when it is chosen.
    pub fn choices(&self, facet: Facet, catalogue: &Catalogue, language: Language) -> Vec<Choice> {
        let without = self.with(facet, None);
        let left = without.apply(catalogue);
        let choice = |(value, name): (String, String)| {
            let count = left.iter().filter(|procedure| facet.fits(&value, procedure, catalogue)).count();
            let chosen = self.value(facet) == Some(value.as_str());
            let query = if chosen { without.query() } else { self.with(facet, Some(&value)).query() };
            Choice { value, name, count, chosen, query }
        };
        facet.values(catalogue, language).into_iter().map(choice).filter(|choice| choice.count > 0 || choice.chosen).collect()
    }
}
