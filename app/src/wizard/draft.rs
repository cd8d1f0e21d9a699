//! What is typed, kept on this device as it is typed, so that a reload, a crash or a new release loses no word.
//!
//! Where and how it is kept is the business of `drafts/*.js`; what a draft means to the form as it is now is decided here.

use super::{Wizard, boxes, known::Act, places};
use crate::text::lower_first;
use domain::form::{Carried, Noted, RawAnswers};
use js_sys::{Array, JSON};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// What keeps a draft: on the device, in the tab, or nowhere.
    pub type Keeper;

    /// What was kept, as JSON: `{at, from, same: [path…], noted: [[name, mark, words]…], typed: [[path, value]…]}`.
    #[wasm_bindgen(method, getter)]
    fn draft(this: &Keeper) -> Option<String>;
    /// What is known of the person who files, as JSON: `{from, facts: [[name, value]…]}`, with `signed` where an identity service vouches for it.
    #[wasm_bindgen(method, getter)]
    pub(super) fn known(this: &Keeper) -> Option<String>;
    #[wasm_bindgen(method)]
    pub(super) fn learn(this: &Keeper, facts: &str);
    #[wasm_bindgen(method)]
    fn asks(this: &Keeper, noted: &str);
    /// Reads every box as the browser would send it, in Unicode NFC: names and values in turn, each ended by a NUL.
    #[wasm_bindgen(method)]
    fn typed(this: &Keeper) -> String;
    /// Takes what was read last.
    #[wasm_bindgen(method)]
    pub(super) fn keep(this: &Keeper);
    /// Reads every box and takes what stands there.
    #[wasm_bindgen(method)]
    pub(super) fn note(this: &Keeper);
    /// Sends the form to the next page as soon as there is a line.
    #[wasm_bindgen(method)]
    pub(super) fn go(this: &Keeper);
    #[wasm_bindgen(method)]
    pub(super) fn another(this: &Keeper);
    #[wasm_bindgen(method)]
    pub(super) fn discard(this: &Keeper);
    #[wasm_bindgen(method, setter)]
    fn set_told(this: &Keeper, told: &JsValue);
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Keeper")
    }
}

/// Where what is typed is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kept {
    /// Nothing was typed yet.
    #[default]
    Nothing,
    /// On the device, until it is sent or thrown away.
    Device,
    /// In this tab, and gone with it.
    Tab,
    /// Nowhere: the browser takes nothing.
    Nowhere,
    /// The line is waited for, to go on.
    Waiting,
}

impl Kept {
    /// The honest line: where it is kept, and that it is not sent, or never will be; and its look.
    pub(super) const fn words(self, sends: bool) -> (&'static str, &'static str, &'static str) {
        let not_sent = if sends { "chưa gửi" } else { "không gửi đi đâu" };
        match self {
            Self::Nothing => ("form-status", "", if sends { "Chưa gửi" } else { "Không gửi đi đâu" }),
            Self::Device => ("form-status", "Đã lưu trên máy này – ", not_sent),
            Self::Tab => ("form-status", "Đang giữ trong thẻ này của trình duyệt, đóng thẻ là mất – ", not_sent),
            Self::Nowhere => ("form-status form-status-waiting", "Máy này không lưu được, đừng đóng trang – ", not_sent),
            Self::Waiting => ("form-status form-status-waiting", "Chờ có mạng để đi tiếp. Câu trả lời đã lưu – ", not_sent),
        }
    }

    fn told(state: &str) -> Self {
        match state {
            "device" => Self::Device,
            "tab" => Self::Tab,
            "waiting" => Self::Waiting,
            _ => Self::Nowhere,
        }
    }
}

/// Listens to what becomes of what is typed, and tells what this form asks.
pub(super) fn listen(wizard: &Rc<Wizard>) {
    let weak = Rc::downgrade(wizard);
    let told = Closure::<dyn FnMut(String)>::new(move |state: String| {
        if let Some(wizard) = weak.upgrade() {
            wizard.kept.set(Kept::told(&state));
            wizard.tell();
        }
    });
    wizard.keeper.set_told(&told.into_js_value());
    let noted = wizard.form.noted();
    let list = noted.iter().map(|noted| Array::of3(&noted.id.as_str().into(), &noted.mark.into(), &noted.label.as_str().into()));
    wizard.keeper.asks(&written(&list.collect()));
}

/// Reads what stands in the boxes: in one piece, as each of a hundred boxes asked for by itself costs more than all that follows from them.
pub(super) fn typed(keeper: &Keeper) -> RawAnswers {
    let typed = keeper.typed();
    let mut parts = typed.split_terminator('\0');
    std::iter::from_fn(|| Some((parts.next()?, parts.next()?))).collect()
}

fn written(list: &Array) -> String {
    JSON::stringify(list).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Puts back what was kept, unless the Worker filled the page: what it printed is newer.
pub(super) fn restore(wizard: &Rc<Wizard>) {
    if wizard.element.has_attribute("data-filled") {
        return;
    }
    let Some(draft) = wizard.keeper.draft().and_then(|text| JSON::parse(&text).ok()) else { return };
    let field = |name: &str| js_sys::Reflect::get(&draft, &name.into()).unwrap_or_default();
    let rows = |list: JsValue| Array::from(&list).iter().map(|row| Array::from(&row)).collect::<Vec<_>>();
    let text = |row: &Array, at: u32| row.get(at).as_string();
    let typed = rows(field("typed")).iter().filter_map(|pair| Some((text(pair, 0)?, text(pair, 1)?))).collect();
    let noted = rows(field("noted"));
    // A mark is a whole number below 2³²: no fraction, nothing above.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    let note = |row: &Array| Some(Noted { id: text(row, 0)?, mark: row.get(1).as_f64()? as u32, label: text(row, 2)? });
    let carried = wizard.form.carry(typed, &noted.iter().filter_map(note).collect::<Vec<_>>());
    super::rows::make_room(wizard, &carried.typed.iter().cloned().collect());
    // What was unticked or emptied must not come back from the page's own presets.
    boxes::untick(&wizard.element);
    for (name, value) in &carried.typed {
        boxes::fill(&wizard.element, name, value);
    }
    places::load_all(wizard, &carried.typed);
    wizard.restored.set(true);
    let from = field("from").as_string();
    if let Some(from) = &from {
        let same = Array::from(&field("same"));
        same.iter().filter_map(|path| path.as_string()).for_each(|path| super::known::beside(wizard, &path, from));
    }
    // Whoever comes to mend a part knows what they wrote.
    if web_sys::window().and_then(|window| window.location().search().ok()).is_some_and(|search| search.starts_with("?sua=")) {
        return;
    }
    // A page that takes no note has the answers all the same.
    let _ = note_above(wizard, from.as_deref(), &field("at").as_string().unwrap_or_default(), &carried);
}

/// Says above the form what came back, what is asked otherwise now, and what nobody asks any more.
fn note_above(wizard: &Rc<Wizard>, from: Option<&str>, at: &str, carried: &Carried) -> Option<()> {
    let mut words = vec![match from {
        None => ["Đã lấy lại những gì bạn điền trên máy này, lưu lúc ", at, "."].concat(),
        Some(from) => ["Bản nháp này chép từ ", from, ", lưu lúc ", at, ". Bạn xem lại từng phần; giấy tờ thì gửi lại."].concat(),
    }];
    if !carried.changed.is_empty() {
        let asked: Vec<String> =
            carried.changed.iter().filter_map(|id| wizard.form.label_of(id)).map(|label| format!("«{label}»")).collect();
        words.push(format!("Tờ khai đã đổi từ lúc đó. Bạn xem lại câu: {}.", asked.join("; ")));
    }
    if !carried.left.is_empty() {
        let left: Vec<String> = carried.left.iter().map(|(asked, value)| format!("{}: «{value}»", lower_first(asked))).collect();
        words.push(format!("Nay không hỏi nữa: {}. Chép lại nếu bạn cần.", left.join("; ")));
    }
    note(wizard, &words, &[("Làm một hồ sơ khác", Act::Another), ("Xóa bản nháp này", Act::Discard)])
}

/// Draws a note above the form: its sentences, and buttons with what they do.
pub(super) fn note(wizard: &Rc<Wizard>, words: &[String], acts: &[(&str, Act)]) -> Option<()> {
    let make = |tag: &str, class: &str, words: &str| -> Option<Element> {
        let element = wizard.document.create_element(tag).ok()?;
        element.set_class_name(class);
        element.set_text_content(Some(words));
        Some(element)
    };
    let (frame, inside) = (make("div", "callout callout-information draft-note", "")?, make("div", "", "")?);
    for sentence in words {
        inside.append_child(&make("p", "", sentence)?.into()).ok()?;
    }
    let row = make("p", "actions", "")?;
    for (words, act) in acts {
        let button = make("button", "button button-outlined", words)?;
        button.set_attribute("type", "button").ok()?;
        let (weak, note, act) = (Rc::downgrade(wizard), frame.clone(), act.clone());
        gloo::events::EventListener::new(&button, "click", move |_| {
            if let Some(wizard) = weak.upgrade() {
                act.run(&wizard, &note);
            }
        })
        .forget();
        row.append_child(&button).ok()?;
    }
    inside.append_child(&row).ok()?;
    frame.append_child(&inside).ok()?;
    // Above everything but the heading, also on a phone.
    wizard.element.closest(".form-layout").ok()??.insert_adjacent_element("beforebegin", &frame).ok()?;
    Some(())
}
