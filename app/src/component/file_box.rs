//! A paper that is asked for, with the files held of it; each button is a form of its own, so it works without script.

use super::{Component, Press, Sheet, icon::icon};
use crate::document::Print as _;
use domain::form::{LATER, PaperRequest};
use leptos::prelude::*;

mod examples;

/// A file held of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFile {
    /// Its number among the files of its paper, from 1.
    pub number: u16,
    /// Its name, as it was sent.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// Where it can be looked at.
    pub href: String,
    /// Whether it is a picture a browser shows.
    pub picture: bool,
}

/// What is known of one paper.
#[derive(Debug, Clone, Copy)]
pub struct FileBox<'a> {
    /// The paper.
    pub paper: &'a PaperRequest,
    /// Its id, with the number of its row where each row needs one.
    pub id: &'a str,
    /// Its name, with that of its row.
    pub name: &'a str,
    /// Where its forms are posted to.
    pub action: &'a str,
    /// The files held, in order.
    pub files: &'a [HeldFile],
    /// Whether it will be brought to the desk.
    pub later: bool,
    /// What is wrong.
    pub error: Option<&'a str>,
}

/// What a browser offers to choose from; the Worker looks at the bytes.
pub const ACCEPTED: &str = "application/pdf,image/jpeg,image/png,image/heic,image/heif,.pdf,.jpg,.jpeg,.png,.heic";

/// The box of one paper.
pub fn file_box(press: Press<'_>, of: FileBox<'_>) -> impl IntoView + use<> {
    let paper = of.paper;
    let (id, name) = (of.id.to_owned(), of.name.to_owned());
    let optional = paper.optional.then(|| view! { " "<span class="optional">"(không bắt buộc)"</span> });
    let hint = paper.hint.clone().map(|hint| view! { <p class="hint">{hint}</p> });
    let error = of.error.map(ToOwned::to_owned);
    let wrong = error.is_some();
    let state = state(press, of);
    let files = of.files.iter().map(|file| held(press, of, file)).collect_view();
    let files = (!of.files.is_empty()).then(|| view! { <ul class="held-files">{files}</ul> });
    let later = (paper.later && of.files.is_empty()).then(|| later(of));
    view! {
        <section class="file-box" class:question-wrong=wrong data-paper=id.clone() aria-labelledby=format!("{id}-name")>
            <h2 id=format!("{id}-name")>{name}{optional}</h2>
            {hint}
            {state}
            <p class="error-line" id=format!("{id}-error") data-error-for=id.clone() hidden=!wrong>{error}</p>
            {files}
            {(!of.later).then(|| upload(of, wrong))}
            {later}
        </section>
    }
}

fn state(press: Press<'_>, of: FileBox<'_>) -> impl IntoView + use<> {
    let (class, sign, words) = match (of.files.len(), of.later) {
        (0, true) => ("file-state", "clock", "Bạn mang đến sau, khi đến nơi nộp".to_owned()),
        (0, false) => ("file-state", "neutral", "Chưa có".to_owned()),
        (files, _) => ("file-state file-state-held", "success", format!("Đã nhận {files} tệp")),
    };
    view! { <p class=class data-file-state="">{icon(press, sign)}<span>{words}</span></p> }
}

fn upload(of: FileBox<'_>, wrong: bool) -> impl IntoView + use<> {
    let id = of.id.to_owned();
    let label = if of.files.is_empty() { "Chọn ảnh hoặc tệp PDF" } else { "Thêm ảnh hoặc tệp" };
    let describes = format!("{id}-formats {id}-error");
    view! {
        <form class="file-send" method="post" enctype="multipart/form-data" action=of.action.to_owned()>
            <label for=id.clone()>{label}</label>
            <p class="hint" id=format!("{id}-formats")>"PDF, JPEG, PNG hoặc HEIC, mỗi tệp không quá 10 MB. Nhiều trang thì chọn nhiều ảnh."</p>
            <input type="file" id=id.clone() name="file" accept=ACCEPTED multiple=true aria-describedby=describes aria-invalid=wrong.then_some("true")/>
            <button class="button button-outlined" type="submit" name="_do" value=format!("attach:{id}")>"Gửi ảnh, tệp này"</button>
        </form>
    }
}

fn held(press: Press<'_>, of: FileBox<'_>, file: &HeldFile) -> impl IntoView + use<> {
    let id = of.id;
    let whole = of.files.len();
    let kind = if file.picture { "Ảnh" } else { "Tệp" };
    let sign = if file.picture {
        view! { <img src=file.href.clone() alt="" width="56" height="56" loading="lazy"/> }.printed()
    } else {
        icon(press, "papers").printed()
    };
    let about = format!("{kind} {} trong {whole} · {}", file.number, size(file.size));
    let (view_of, drop_of) = (format!(" {}", file.name), format!(" {}", file.name));
    view! {
        <li>
            {sign}
            <span class="held-name"><strong>{file.name.clone()}</strong><small>{about}</small></span>
            <a href=file.href.clone() target="_blank" rel="noopener">"Xem"<span class="spoken-only">{view_of}</span></a>
            <form method="post" action=of.action.to_owned()>
                <button class="link-button" type="submit" name="_do" value=format!("drop:{id}.{}", file.number)>"Bỏ"<span class="spoken-only">{drop_of}</span></button>
            </form>
        </li>
    }
}

fn later(of: FileBox<'_>) -> impl IntoView + use<> {
    let id = of.id.to_owned();
    let (value, label) = if of.later { ("now", "Gửi ảnh ngay bây giờ") } else { (LATER, "Mang đến sau") };
    view! {
        <form class="file-later" method="post" action=of.action.to_owned()>
            <button class="link-button" type="submit" name="_do" value=format!("{value}:{id}")>{label}</button>
        </form>
    }
}

/// `1,2 MB`, `340 KB`.
pub(crate) fn size(bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        return format!("{kilobytes}\u{a0}KB");
    }
    let tenths = bytes.div_ceil(100_000);
    format!("{},{}\u{a0}MB", tenths / 10, tenths % 10)
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "file_box", sheet: Sheet::Form, style: include_str!("file_box/file_box.css"), examples: examples::examples }
}

#[cfg(test)]
mod size_tests {
    use super::size;

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!([1, 340_000, 1_150_001, 10_000_000].map(size), ["1\u{a0}KB", "340\u{a0}KB", "1,2\u{a0}MB", "10,0\u{a0}MB"]);
    }
}
