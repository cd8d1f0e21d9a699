//! The bundle of forms: one topic at a time, checks on leaving a box, rows that come and go.
//!
//! The page is one plain form that works by itself; everything here adds to it.
//! Questions are never drawn anew: they are the page's own markup, shown, hidden and written beside.
//! All that is drawn here is a line above and two buttons below, so the bundle carries no Leptos: that would double it.

use crate::clock;
use domain::calendar::WorkingCalendar;
use domain::form::{Circumstances, Form, PapersHeld, RawAnswers, Relevance, Stop, Verdict, Weighed, check};
use std::{
    cell::{Cell, OnceCell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlFormElement};

mod boxes;
mod draft;
mod known;
mod messages;
mod places;
mod rows;
mod steps;

/// Returns which build of the pages this bundle belongs to.
#[wasm_bindgen]
pub fn build_id() -> String {
    option_env!("PORTAL_BUILD").unwrap_or_default().to_owned()
}

/// Learns how far the portal's clock is ahead of the device's, in milliseconds.
#[wasm_bindgen]
pub fn set_clock(ahead: f64) {
    clock::set_ahead(ahead);
}

/// Brings the form of this page to life; `definition` is the form as the page names it, `keeper` keeps what is typed.
#[wasm_bindgen]
pub fn start(definition: &[u8], keeper: draft::Keeper) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Ok(form) = postcard::from_bytes::<Form>(definition) else { return };
    let found = document.query_selector("form[data-form]").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(element) = found else { return };
    let wizard = Rc::new(Wizard::new(document, element, form, keeper));
    draft::listen(&wizard);
    draft::restore(&wizard);
    wizard.listen();
    steps::mount(&wizard);
    known::offer(&wizard);
    // The page has it until the page goes; its listeners only know where it is.
    WIZARD.with(|place| place.set(wizard)).ok();
}

thread_local! {
    static WIZARD: OnceCell<Rc<Wizard>> = const { OnceCell::new() };
}

/// Fills in a person of the form, by number, with facts `[[name, value]…]` that came from somewhere; returns how many boxes.
#[wasm_bindgen]
pub fn fill(person: usize, facts: &JsValue, from: &str) -> usize {
    WIZARD.with(|place| place.get().map_or(0, |wizard| known::fill(wizard, person, &known::facts(facts), from)))
}

/// A form on its page.
struct Wizard {
    document: Document,
    element: HtmlFormElement,
    form: Form,
    /// Which answers decide about anything else.
    weighed: Weighed,
    /// The days offices work, as far as the page tells.
    calendar: WorkingCalendar,
    /// The page's sections, in the order of the form.
    sections: Vec<Element>,
    /// Where the questions outside groups stand, as far as they were asked for.
    places: RefCell<BTreeMap<String, Element>>,
    /// Which questions are shown and which are not, as far as the page was told.
    shown: RefCell<BTreeMap<String, bool>>,
    /// Which section is shown.
    at: Cell<usize>,
    /// Which sections are asked, after the answers so far.
    asked: RefCell<Vec<bool>>,
    /// The section of the first stop that the answers so far lead to, and the stop.
    stop: RefCell<Option<(usize, Stop)>>,
    /// What keeps what is typed.
    keeper: draft::Keeper,
    /// Where it is kept.
    kept: Cell<draft::Kept>,
    /// Whether a draft was put back.
    restored: Cell<bool>,
    frame: OnceCell<steps::Frame>,
    /// What the frame says.
    told: RefCell<String>,
    listeners: RefCell<Vec<gloo::events::EventListener>>,
}

impl Wizard {
    fn new(document: Document, element: HtmlFormElement, form: Form, keeper: draft::Keeper) -> Self {
        let sections = form.pages.iter().filter_map(|page| {
            let selector = format!("section[data-page=\"{}\"]", page.id);
            element.query_selector(&selector).ok().flatten()
        });
        let sections = sections.collect();
        let days_off = document.body().and_then(|body| body.get_attribute("data-days-off"));
        let calendar = days_off.and_then(|line| WorkingCalendar::from_compact(&line).ok()).unwrap_or_default();
        Self {
            calendar,
            document,
            element,
            weighed: Weighed::of(&form),
            form,
            sections,
            places: RefCell::default(),
            shown: RefCell::default(),
            at: Cell::default(),
            asked: RefCell::default(),
            keeper,
            stop: RefCell::default(),
            kept: Cell::default(),
            restored: Cell::default(),
            frame: OnceCell::new(),
            told: RefCell::default(),
            listeners: RefCell::default(),
        }
    }

    /// What stands in the boxes now.
    fn raw(&self) -> RawAnswers {
        draft::typed(&self.keeper)
    }

    fn judge<T>(&self, judge: impl FnOnce(&RawAnswers, &Circumstances<'_>) -> T) -> T {
        let offices = boxes::offices(&self.element);
        let now = Circumstances {
            calendar: &self.calendar,
            today: clock::now().date,
            places: &domain::address::Unloaded,
            offices: &offices,
            papers: PapersHeld::AskedLater,
        };
        judge(&self.raw(), &now)
    }

    fn verdict(&self) -> Verdict {
        self.judge(|raw, now| check(&self.form, raw, now))
    }

    /// Checks the question of a box that somebody just left.
    fn look_at(&self, path: &str) {
        let verdict = self.verdict();
        let fault = if self.raw().any_under(path) { verdict.fault_of(path) } else { None };
        messages::show_one(self, path, fault);
        messages::mended(self, &verdict.faults);
    }

    /// Shows what the answers so far ask for, and hides the rest.
    fn refresh(&self) {
        let raw = self.raw();
        let relevance = Relevance::of(&self.form, &raw, clock::now().date);
        boxes::show_asked(self, &relevance, &raw);
        boxes::show_computed(self, &relevance, &raw);
        self.asked.replace((0..self.form.pages.len()).map(|page| relevance.page(page)).collect());
        self.keeper.keep();
        let mut stops = self.form.pages.iter().enumerate();
        self.stop.replace(stops.find_map(|(number, page)| Some((number, relevance.stop(number, page)?.clone()))));
        self.tell();
    }

    /// Listens once for the whole form: rows come and go.
    fn listen(self: &Rc<Self>) {
        self.on("input", |wizard, event| {
            known::written_over(event);
            // Most letters go into answers that decide nothing: those are kept, and that is all.
            match boxes::name_of(event) {
                Some(name) if !wizard.weighed.has(&name) => wizard.keeper.note(),
                _ => wizard.refresh(),
            }
        });
        self.on("change", |wizard, event| {
            if let Some(name) = boxes::name_of(event) {
                if name.ends_with(".province") {
                    places::load(wizard, &name);
                }
                if messages::is_shown(wizard, &name) {
                    wizard.look_at(&boxes::question_of(&wizard.form, &name));
                }
            }
            wizard.refresh();
        });
        self.on("focusout", |wizard, event| {
            let Some(name) = boxes::name_of(event) else { return };
            let path = boxes::question_of(&wizard.form, &name);
            boxes::tidy(wizard, event, &path);
            // A date or an address is judged when somebody leaves all of its boxes.
            if !boxes::focus_stays(event, &path) {
                wizard.look_at(&path);
            }
        });
        self.on("click", rows::press);
        self.on("submit", steps::submit);
        self.refresh();
    }

    fn on(self: &Rc<Self>, name: &'static str, act: impl Fn(&Rc<Self>, &Event) + 'static) {
        let wizard = Rc::downgrade(self);
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = gloo::events::EventListener::new_with_options(&self.element, name, options, move |event| {
            if let Some(wizard) = wizard.upgrade() {
                act(&wizard, event);
            }
        });
        self.listeners.borrow_mut().push(listener);
    }
}
