//! The names under which assets are served, with the hash of their content.

use serde::{Deserialize, Serialize};

/// Addresses of everything a page may name; all but a few carry the hash of their content.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The style sheet of pages with forms, besides the other.
    pub form_style: String,
    /// The sprite of icons.
    pub icons: String,
    /// The logo.
    pub logo: String,
    /// The bundle of a guide.
    pub guide: Bundle,
    /// The bundle of forms.
    pub forms: Bundle,
    /// The officer's desk.
    pub desk: Bundle,
    /// What looks at pictures, in a worker of the browser; its loader is the worker.
    pub photo: Bundle,
    /// The script of the page of papers.
    pub papers: String,
    /// What finds as somebody types.
    pub finder: Bundle,
    /// What reads the codes of cards, fetched on demand.
    pub card: Bundle,
    /// The script of the people of a family, fetched on demand.
    pub people: String,
    /// The script of an owner's words to the office, which wait for the line and come back.
    pub words: String,
    /// The parts of the search index, the likeliest first.
    pub index: Vec<String>,
    /// The style sheet of the officer's desk, beside the common one.
    pub desk_style: String,
    /// The style sheet of slips on paper, which stands alone.
    pub slip_style: String,
    /// What belongs to each form.
    pub of_forms: Vec<FormAssets>,
    /// The list of provinces, each with the address of its communes.
    pub places: String,
    /// The list of the provinces of before July 2025, each with the address of its communes; empty where the site has no such list.
    pub former_places: String,
    /// The style sheet of the pages about them.
    pub former_style: String,
    /// The script that fills in an address from them, fetched on demand.
    pub former: String,
    /// What the bundle must answer for the page to trust it.
    pub build: String,
    /// The script that reloads the page under `serve`; empty in a release.
    pub live: String,
}

/// What belongs to one form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FormAssets {
    /// The slug of its guide.
    pub procedure: String,
    /// The rules that hide what is not asked.
    pub style: String,
    /// The definition for the bundle.
    pub definition: String,
}

/// Addresses of a bundle; empty when there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Bundle {
    /// The loader, which alone a page names.
    pub loader: String,
    /// The JavaScript side.
    pub script: String,
    /// The WebAssembly.
    pub wasm: String,
}

impl Assets {
    /// Finds what belongs to a form.
    pub fn of_form(&self, procedure: &str) -> Option<&FormAssets> {
        self.of_forms.iter().find(|form| form.procedure == procedure)
    }

    /// Names for tests and the gallery.
    pub fn sample() -> Self {
        Self {
            style: "/assets/style.css".into(),
            form_style: "/assets/form.css".into(),
            icons: "/assets/icons.svg".into(),
            logo: "/assets/logo.svg".into(),
            former_places: "/assets/former-places.json".into(),
            ..Self::default()
        }
    }
}
