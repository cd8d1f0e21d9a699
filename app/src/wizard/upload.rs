//! Papers: sent as soon as they are chosen, one by one, with how far they are.

use super::boxes;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, ProgressEvent, XmlHttpRequest};

/// One small form of the page of papers.
struct Sending {
    form: HtmlFormElement,
    input: HtmlInputElement,
    button: HtmlElement,
    /// The line that says «Chưa có», «Đang tải 40%».
    state: Option<Element>,
    error: Option<HtmlElement>,
}

/// Brings every small form of the page to life.
pub(super) fn start(document: &Document) {
    let Some(body) = document.body() else { return };
    for form in boxes::all(&body, "form.file-send").filter_map(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        if let Some(sending) = Sending::of(form) {
            sending.listen();
        }
    }
}

impl Sending {
    fn of(form: HtmlFormElement) -> Option<Rc<Self>> {
        let within = |selector: &str| form.query_selector(selector).ok().flatten();
        let input = within("input[type=file]")?.dyn_into().ok()?;
        let button: HtmlElement = within("button")?.dyn_into().ok()?;
        let frame = form.closest("[data-paper]").ok().flatten()?;
        let state = frame.query_selector("[data-file-state] span").ok().flatten();
        let error = frame.query_selector("[data-error-for]").ok().flatten().and_then(|line| line.dyn_into().ok());
        button.set_hidden(true);
        Some(Rc::new(Self { form, input, button, state, error }))
    }

    fn listen(self: Rc<Self>) {
        let (changed, pressed) = (self.clone(), self.clone());
        EventListener::new(&self.input, "change", move |_| changed.clone().send()).forget();
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&self.form, "submit", options, move |event| {
            event.prevent_default();
            pressed.clone().send();
        })
        .forget();
    }

    /// Sends what was chosen; where that cannot even begin, the browser sends the form as it is.
    fn send(self: Rc<Self>) {
        if self.input.files().is_none_or(|files| files.length() == 0) {
            return;
        }
        self.say(None);
        if self.clone().begin().is_none() {
            // The button says which paper it is.
            let _ = self.form.request_submit_with_submitter(Some(&self.button));
        }
    }

    fn begin(self: Rc<Self>) -> Option<()> {
        let request = XmlHttpRequest::new().ok()?;
        let fields = FormData::new_with_form(&self.form).ok()?;
        fields.append_with_str("_do", &self.button.get_attribute("value")?).ok()?;
        request.open("POST", &self.form.action()).ok()?;
        request.set_request_header("accept", "text/html").ok()?;
        let moving = self.clone();
        let progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
            if event.length_computable() && event.total() > 0.0 {
                // Whole numbers: to write a fraction would cost every phone some kilobytes.
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
                let percent = (event.loaded() / event.total() * 100.0) as u8;
                moving.tell(&format!("Đang tải {percent}%"));
            }
        });
        request.upload().ok()?.set_onprogress(Some(progress.as_ref().unchecked_ref()));
        progress.forget();
        let (ended, answer) = (self.clone(), request.clone());
        let end = Closure::<dyn FnMut()>::new(move || ended.ended(&answer));
        request.set_onloadend(Some(end.as_ref().unchecked_ref()));
        end.forget();
        self.tell("Đang tải 0%");
        request.send_with_opt_form_data(Some(&fields)).ok()
    }

    fn ended(&self, request: &XmlHttpRequest) {
        match request.status().unwrap_or(0) {
            200..=299 => {
                if let Some(window) = web_sys::window() {
                    // The page the Worker prints now lists the file.
                    let _ = window.location().reload();
                }
            }
            0 => self.failed("Chưa gửi được: mất mạng giữa chừng. Bấm «Gửi lại» khi có mạng."),
            _ => self.failed(&self.words_of(request).unwrap_or_else(|| "Chưa gửi được. Bấm «Gửi lại».".to_owned())),
        }
    }

    /// What the page that came back says of this paper.
    fn words_of(&self, request: &XmlHttpRequest) -> Option<String> {
        let text = request.response_text().ok().flatten()?;
        let page = web_sys::DomParser::new().ok()?.parse_from_string(&text, web_sys::SupportedType::TextHtml).ok()?;
        let id = self.error.as_ref()?.get_attribute("data-error-for")?;
        let line = page.query_selector(&format!("[data-error-for=\"{id}\"]")).ok().flatten();
        let words = line.or_else(|| page.query_selector("main h1").ok().flatten())?.text_content()?;
        (!words.trim().is_empty()).then_some(words)
    }

    fn failed(&self, words: &str) {
        self.tell("Chưa gửi được");
        self.say(Some(words));
        self.button.set_text_content(Some("Gửi lại"));
        self.button.set_hidden(false);
    }

    fn tell(&self, words: &str) {
        if let Some(state) = &self.state {
            state.set_text_content(Some(words));
        }
    }

    fn say(&self, words: Option<&str>) {
        if let Some(error) = &self.error {
            error.set_text_content(words);
            error.set_hidden(words.is_none());
        }
    }
}
