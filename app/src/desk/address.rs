//! Where the officer is, in the fragment of the address: it is sent to nobody, and the browser's back button works.

use domain::{desk::View, dossier_code::DossierCode};
use leptos::prelude::*;

/// A place of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A list.
    List(View),
    /// An open dossier.
    Dossier(DossierCode),
    /// Accounts of officers.
    Officers,
    /// Searches that found nothing.
    Missed,
}

impl Place {
    /// Reads the address.
    pub(super) fn now() -> Option<Self> {
        let hash = window().location().hash().unwrap_or_default();
        let name = hash.trim_start_matches('#');
        match name {
            "tai-khoan" => Some(Self::Officers),
            "tim-khong-thay" => Some(Self::Missed),
            _ => View::from_key(name).map(Self::List).or_else(|| name.parse().ok().map(Self::Dossier)),
        }
    }

    /// Returns the link that leads here.
    pub(super) fn href(&self) -> String {
        match self {
            Self::List(view) => format!("#{}", view.key()),
            Self::Dossier(code) => format!("#{code}"),
            Self::Officers => "#tai-khoan".to_owned(),
            Self::Missed => "#tim-khong-thay".to_owned(),
        }
    }

    /// Goes here.
    pub(super) fn go(&self) {
        // A browser that cannot go anywhere shows where it is.
        let _ = window().location().set_hash(&self.href());
    }
}
