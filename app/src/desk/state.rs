//! What the whole desk shares: who sits there, where they are, what is loaded.

use super::{
    address::Place,
    call::{self, Trouble},
    load::{Load, load},
    mark::agencies_of,
};
use domain::{
    desk::{Me, Opened, Queue, View},
    dossier::{Move, Role, SlipKind},
    dossier_code::DossierCode,
};
use leptos::prelude::*;
use std::sync::OnceLock;

/// What lies over the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Over {
    /// The form of a move.
    Move(Move),
    /// A slip, before it is printed.
    Slip(SlipKind),
    /// The keys.
    Help,
    /// A new access key, shown once.
    Key(String),
}

/// A line that says what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Toast {
    /// Whether it was done.
    pub(super) good: bool,
    /// What was done, or why not.
    pub(super) text: String,
    /// The slip that goes with it.
    pub(super) slip: Option<SlipKind>,
}

/// What the whole desk shares.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desk {
    /// Who sits here.
    pub(super) me: RwSignal<Load<Me>>,
    /// Where they are.
    pub(super) place: RwSignal<Place>,
    /// The list they came from.
    pub(super) view: RwSignal<View>,
    /// The agency whose dossiers they see.
    pub(super) agency: RwSignal<Option<String>>,
    /// What they search for.
    pub(super) search: RwSignal<String>,
    /// The page of the list, from 1.
    pub(super) page: RwSignal<u32>,
    /// The list.
    pub(super) queue: RwSignal<Load<Queue>>,
    /// The open dossier.
    pub(super) opened: RwSignal<Load<Opened>>,
    /// What lies over the desk.
    pub(super) over: RwSignal<Option<Over>>,
    /// What was done last.
    pub(super) toast: RwSignal<Option<Toast>>,
    /// Which file of the open dossier is looked at.
    pub(super) sheet: RwSignal<usize>,
    /// Whether single keys do something.
    pub(super) keys: RwSignal<bool>,
    queue_turn: RwSignal<u32>,
    opened_turn: RwSignal<u32>,
}

impl Desk {
    fn new() -> Self {
        let place = Place::now().unwrap_or(Place::List(View::New));
        let view = if let Place::List(view) = &place { *view } else { View::New };
        Self {
            me: RwSignal::new(Load::Coming),
            place: RwSignal::new(place),
            view: RwSignal::new(view),
            agency: RwSignal::new(None),
            search: RwSignal::new(String::new()),
            page: RwSignal::new(1),
            queue: RwSignal::new(Load::Coming),
            opened: RwSignal::new(Load::Coming),
            over: RwSignal::new(None),
            toast: RwSignal::new(None),
            sheet: RwSignal::new(0),
            keys: RwSignal::new(super::keys::wanted()),
            queue_turn: RwSignal::new(0),
            opened_turn: RwSignal::new(0),
        }
    }

    /// Asks who sits here.
    pub(super) fn ask_who(self) {
        wasm_bindgen_futures::spawn_local(async move {
            match call::get::<Me>("/me".to_owned()).await {
                Ok(me) => self.welcome(me),
                Err(trouble) => self.me.set(Load::Not(trouble)),
            }
        });
    }

    /// Seats an officer.
    pub(super) fn welcome(self, me: Me) {
        let places = agencies_of(&me.agencies);
        let known = self.agency.get_untracked().filter(|agency| places.iter().any(|(code, _)| code == agency));
        self.agency.set(known.or_else(|| places.first().map(|(code, _)| code.clone())));
        if me.roles == [Role::Admin] {
            Place::Officers.go();
        }
        self.me.set(Load::Here(me));
    }

    /// Clears the desk: nothing of a dossier stays on the screen.
    pub(super) fn sign_out(self) {
        self.over.set(None);
        self.toast.set(None);
        self.queue.set(Load::Coming);
        self.opened.set(Load::Coming);
        self.me.set(Load::Not(Trouble::SignedOut));
    }

    /// Returns the token of the session.
    pub(super) fn csrf(self) -> String {
        self.me.with_untracked(|me| me.here().map(|me| me.csrf.clone())).unwrap_or_default()
    }

    /// Loads the list, keeping the old one on the screen.
    pub(super) fn load_queue(self) {
        let Some(agency) = self.agency.get() else { return };
        let (view, page) = (self.view.get(), self.page.get());
        let text = js_sys::encode_uri_component(self.search.get().trim());
        let path = format!("/dossiers?agency={agency}&view={}&page={page}&q={text}", view.key());
        load(self, self.queue, self.queue_turn, call::get(path));
    }

    /// Loads a dossier, keeping the old one on the screen where it is the same.
    pub(super) fn load_opened(self, code: &DossierCode) {
        let same = self.opened.with_untracked(|opened| opened.here().is_some_and(|opened| opened.code == *code));
        if !same {
            self.opened.set(Load::Coming);
            self.sheet.set(0);
        }
        load(self, self.opened, self.opened_turn, call::get(format!("/dossiers/{code}")));
    }

    /// Loads the open dossier again and waits for it; where that fails the old one stays.
    pub(super) async fn reload(self, code: &DossierCode) {
        if let Ok(opened) = call::get::<Opened>(format!("/dossiers/{code}")).await {
            self.opened.set(Load::Here(opened));
        }
    }
}

static DESK: OnceLock<Desk> = OnceLock::new();

/// Returns what the whole desk shares. There is one desk on a page; handlers of events know no context.
pub(super) fn desk() -> Desk {
    *DESK.get_or_init(Desk::new)
}
