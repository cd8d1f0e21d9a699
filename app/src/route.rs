//! Every address of the portal; no other file writes a path.

use domain::{dossier_code::DossierCode, language::Language, slug::Slug};

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Trang chủ.
    Home,
    /// The catalogue of procedures.
    Catalogue,
    /// A guide, or a former procedure.
    Procedure(Slug),
    /// All life events.
    LifeEvents,
    /// One life event.
    LifeEvent(Slug),
    /// All agencies.
    Agencies,
    /// One agency.
    Agency(Slug),
    /// The procedures of one field.
    Field(Slug),
    /// A page of running text.
    Text(Slug),
    /// A blank form to print.
    Blank(Slug),
    /// The form of a procedure.
    Form(Slug),
    /// The papers of a draft, answered by the Worker.
    Papers(Slug),
    /// Everything once more before it is sent, answered by the Worker.
    Check(Slug),
    /// Results of a search, answered by the Worker.
    Search,
    /// Where a dossier is looked up.
    Follow,
    /// What this device keeps: drafts, dossiers.
    Mine,
    /// One dossier, answered by the Worker.
    FollowDossier(DossierCode),
    /// A rating by its token, answered by the Worker.
    Rating(String),
    /// A survey.
    Survey(Slug),
    /// The results of a survey, answered by the Worker.
    SurveyResults(Slug),
    /// Public statistics, answered by the Worker.
    Statistics,
    /// Public statistics of one procedure, answered by the Worker.
    StatisticsOf(Slug),
    /// The provinces of before July 2025, each with where its communes went.
    FormerPlaces,
    /// One of them.
    FormerPlacesOf(Slug),
    /// The catalogue as a table to download.
    CatalogueTable,
    /// The officer's desk.
    Desk,
    /// What is shown when nothing is found.
    NotFound,
    /// What is shown without a line.
    Offline,
    /// Every component with its examples; under `serve` only.
    Gallery,
}

impl Route {
    /// Returns the path of the page in one language, with its final slash.
    pub fn path(&self, language: Language) -> String {
        format!("{}{}", language.prefix(), self.tail())
    }

    fn tail(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Catalogue => "/thu-tuc/".to_owned(),
            Self::Procedure(slug) => format!("/thu-tuc/{slug}/"),
            Self::LifeEvents => "/su-kien/".to_owned(),
            Self::LifeEvent(slug) => format!("/su-kien/{slug}/"),
            Self::Agencies => "/co-quan/".to_owned(),
            Self::Agency(slug) => format!("/co-quan/{slug}/"),
            Self::Field(slug) => format!("/linh-vuc/{slug}/"),
            Self::Text(slug) if slug.as_str() == "tro-giup" => "/tro-giup/".to_owned(),
            Self::Text(slug) => format!("/tro-giup/{slug}/"),
            Self::Blank(slug) => format!("/bieu-mau/{slug}/"),
            Self::Form(slug) => format!("/thu-tuc/{slug}/nop-ho-so/"),
            Self::Papers(slug) => format!("/thu-tuc/{slug}/nop-ho-so/giay-to/"),
            Self::Check(slug) => format!("/thu-tuc/{slug}/nop-ho-so/kiem-tra/"),
            Self::Search => "/tim-kiem".to_owned(),
            Self::Follow => "/tra-cuu/".to_owned(),
            Self::Mine => "/tai-khoan/".to_owned(),
            Self::FollowDossier(code) => format!("/tra-cuu/{code}"),
            Self::Rating(token) => format!("/danh-gia/{token}"),
            Self::Survey(slug) => format!("/khao-sat/{slug}/"),
            Self::SurveyResults(slug) => format!("/khao-sat/{slug}/ket-qua/"),
            Self::Statistics => "/thong-ke/".to_owned(),
            Self::StatisticsOf(slug) => format!("/thong-ke/{slug}/"),
            Self::FormerPlaces => "/dia-chi-cu/".to_owned(),
            Self::FormerPlacesOf(slug) => format!("/dia-chi-cu/{slug}/"),
            Self::CatalogueTable => "/thu-tuc.csv".to_owned(),
            Self::Desk => "/can-bo/".to_owned(),
            Self::NotFound => "/404.html".to_owned(),
            Self::Offline => "/khong-co-mang/".to_owned(),
            Self::Gallery => "/thanh-phan/".to_owned(),
        }
    }

    /// Tells whether the page exists in a language.
    pub const fn exists_in(&self, language: Language) -> bool {
        match language {
            Language::Vietnamese => true,
            // What belongs to a dossier is in the language of the office.
            Language::English => !matches!(
                self,
                Self::Blank(_)
                    | Self::Desk
                    | Self::Gallery
                    | Self::Form(_)
                    | Self::Papers(_)
                    | Self::Check(_)
                    | Self::Follow
                    | Self::Mine
                    | Self::FollowDossier(_)
                    | Self::Rating(_)
                    | Self::Survey(_)
                    | Self::SurveyResults(_)
                    | Self::Statistics
                    | Self::StatisticsOf(_)
                    | Self::FormerPlaces
                    | Self::FormerPlacesOf(_)
            ),
        }
    }

    /// Tells whether only the Worker can print the page, as it shows what people sent.
    pub const fn is_answered(&self) -> bool {
        matches!(
            self,
            Self::Papers(_)
                | Self::Check(_)
                | Self::FollowDossier(_)
                | Self::Rating(_)
                | Self::SurveyResults(_)
                | Self::Statistics
                | Self::StatisticsOf(_)
                | Self::Search
        )
    }
}
