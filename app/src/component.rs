//! The component library: each a folder with its view, its style and named examples.
//!
//! One list feeds the style sheets, the snapshots, the gallery and, through the gallery, axe.

use crate::document::Print as _;
use leptos::prelude::*;

pub use crate::press::Press;

pub mod agency_card;
pub mod back_link;
pub mod badge;
pub mod blank_form;
pub mod button;
pub mod callout;
pub mod case_chooser;
pub mod details;
pub mod error_summary;
pub mod fact_table;
pub mod file_box;
pub mod filter_panel;
pub mod footer;
pub mod form_status;
pub mod header;
pub mod icon;
pub mod lookup;
pub mod notice;
pub mod pagination;
pub mod paper_list;
pub mod photo_desk;
pub mod procedure_list;
pub mod progress;
pub mod question;
pub mod rating_scale;
pub mod receipt;
pub mod search_box;
pub mod share_bars;
pub mod slip;
pub mod status_badge;
pub mod step_list;
pub mod summary_list;
pub mod tiles;
pub mod timeline;

/// A component as the gallery and the tests see it.
#[derive(Debug, Clone, Copy)]
pub struct Component {
    /// Its name, as its folder has it.
    pub name: &'static str,
    /// The style sheet its rules stand in.
    pub sheet: Sheet,
    /// Its rules.
    pub style: &'static str,
    /// Its examples.
    pub examples: fn(Press<'_>) -> Vec<Example>,
}

/// Which pages need the rules of a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Any page may.
    Every,
    /// Only pages on which something is filled in or was.
    Form,
}

/// A named example of a component.
#[derive(Debug)]
pub struct Example {
    /// What it shows, in everyday words.
    pub name: &'static str,
    /// Its view.
    pub view: AnyView,
}

/// Makes an example.
pub fn example(name: &'static str, view: impl IntoView + 'static) -> Example {
    Example { name, view: view.printed() }
}

/// Every component, in the order of the style sheet and of the gallery.
pub fn all() -> Vec<Component> {
    vec![
        icon::component(),
        button::component(),
        back_link::component(),
        header::component(),
        notice::component(),
        footer::component(),
        search_box::component(),
        badge::component(),
        callout::component(),
        slip::component(),
        procedure_list::component(),
        tiles::component(),
        agency_card::component(),
        case_chooser::component(),
        paper_list::component(),
        step_list::component(),
        fact_table::component(),
        details::component(),
        filter_panel::component(),
        pagination::component(),
        blank_form::component(),
        progress::component(),
        question::component(),
        error_summary::component(),
        form_status::component(),
        file_box::component(),
        photo_desk::component(),
        summary_list::component(),
        lookup::component(),
        status_badge::component(),
        timeline::component(),
        receipt::component(),
        rating_scale::component(),
        share_bars::component(),
    ]
}

#[cfg(all(test, feature = "prerender"))]
pub(crate) mod tests;
