//! The names under which assets are served, with the hash of their content.

use serde::{Deserialize, Serialize};

/// Addresses of everything a page may name; all but a few carry the hash of their content.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The sprite of icons.
    pub icons: String,
    /// The logo.
    pub logo: String,
    /// The loader of the guide's bundle; empty when there is none.
    pub guide_loader: String,
    /// The guide's bundle, fetched ahead.
    pub guide_script: String,
    /// The guide's WebAssembly, fetched ahead.
    pub guide_wasm: String,
    /// What the bundle must answer for the page to trust it.
    pub build: String,
    /// The script that reloads the page under `serve`; empty in a release.
    pub live: String,
}

impl Assets {
    /// Names for tests and the gallery.
    pub fn sample() -> Self {
        Self { style: "/assets/style.css".into(), icons: "/assets/icons.svg".into(), logo: "/assets/logo.svg".into(), ..Self::default() }
    }
}
