//! Following a dossier: by its code alone the state, with its key everything and what the owner may do.
//!
//! The key travels in a posted form or behind the `#` of an address, which browsers send nowhere.

use crate::document::Print as _;
use crate::{
    component::{
        Press,
        badge::Tone,
        callout::callout,
        details::details,
        error_summary::{ToMend, error_summary},
        receipt::copied,
        status_badge::brief_badge,
    },
    document::{Page, document},
    route::Route,
};
use domain::{
    access_key::AccessKeyError,
    dossier::Status,
    dossier_code::{DossierCode, DossierCodeError},
    procedure::FilingPlace,
};
use leptos::prelude::*;

mod asks;
mod diary;
mod facts;
mod opened;
mod supplement;

pub use diary::printed as diary;
pub use opened::{Opened, Said, printed as opened};

/// Why a look-up leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookupFault {
    /// The code cannot be read.
    Code(DossierCodeError),
    /// It is the code of another system.
    Older,
    /// No dossier has this code.
    Unknown,
    /// The key cannot be read.
    Key(AccessKeyError),
    /// The key does not open this dossier.
    WrongKey,
    /// Too many keys were tried.
    TooOften,
}

/// What the look-up form is filled in with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lookup<'a> {
    /// The code as it was typed.
    pub code: &'a str,
    /// The key as it was typed.
    pub key: &'a str,
    /// What is wrong.
    pub fault: Option<&'a LookupFault>,
}

impl LookupFault {
    /// The box it belongs to.
    const fn target(&self) -> &'static str {
        match self {
            Self::Code(_) | Self::Older | Self::Unknown => "code",
            Self::Key(_) | Self::WrongKey | Self::TooOften => "key",
        }
    }

    /// What is wrong and how to mend it.
    fn words(&self) -> String {
        match self {
            Self::Code(DossierCodeError::Empty) => "Nhập mã hồ sơ.".to_owned(),
            Self::Code(DossierCodeError::Agency) => "Mã hồ sơ bắt đầu bằng mã nơi nộp, ví dụ H99.12.3. Kiểm tra lại phần đầu.".to_owned(),
            Self::Code(DossierCodeError::DateShape | DossierCodeError::NoSuchDay) => {
                "Phần giữa của mã là ngày gửi gồm 6 chữ số, ví dụ 261121. Kiểm tra lại phần giữa.".to_owned()
            }
            Self::Code(DossierCodeError::Number) => "Phần cuối của mã có 4 chữ số trở lên, ví dụ 0007. Kiểm tra lại phần cuối.".to_owned(),
            Self::Code(DossierCodeError::Shape | DossierCodeError::Older) => {
                "Mã hồ sơ có ba phần nối bằng dấu gạch ngang, ví dụ H99.12.3-261121-0007.".to_owned()
            }
            Self::Older => "Mã này của hệ thống khác, cổng này không tra được. Xem «Mã kiểu khác» ở dưới.".to_owned(),
            Self::Unknown => "Không có hồ sơ mang mã này. So lại từng phần của mã với biên nhận.".to_owned(),
            Self::Key(AccessKeyError::Empty) => "Nhập khóa xem hồ sơ.".to_owned(),
            Self::Key(AccessKeyError::Symbol(symbol)) => format!("Khóa không có ký tự «{symbol}». So lại với biên nhận."),
            Self::Key(AccessKeyError::Length { symbols }) => format!("Khóa có 13 chữ và số, bạn mới nhập {symbols}."),
            Self::WrongKey => "Khóa này không mở được hồ sơ. So lại từng ký tự với biên nhận.".to_owned(),
            Self::TooOften => "Khóa đã nhập sai nhiều lần. Đợi 15 phút rồi thử lại, hoặc mang thẻ căn cước đến nơi nộp.".to_owned(),
        }
    }
}

/// Prints the page that asks for code and key, given back with what was wrong.
pub fn start(press: Press<'_>, typed: Lookup<'_>) -> String {
    document(press, || page(press, typed))
}

/// Prints what anybody with the code may know: the code and the state.
pub fn glance(press: Press<'_>, code: &DossierCode, status: Status, typed: Lookup<'_>) -> String {
    document(press, || {
        let action = Route::FollowDossier(code.clone()).path(press.language);
        let main = view! {
            {summary(press, typed)}
            <h1>"Hồ sơ của bạn"</h1>
            <p>{copied(press, &code.to_string(), "mã hồ sơ")}</p>
            {brief_badge(press, status)}
            <h2>"Xem đầy đủ"</h2>
            <p>"Có khóa thì bạn xem được ngày hẹn, lời nhắn, kết quả, và bổ sung được giấy tờ."</p>
            <form method="post" action=action>
                {key_field(typed, false)}
                <p class="actions"><button class="button" type="submit">"Xem đầy đủ"</button></p>
            </form>
            {lost_key(press)}
        };
        closed_page(press, Route::FollowDossier(code.clone()), "Hồ sơ của bạn", main)
    })
}

/// The page that asks for code and key.
pub(super) fn page(press: Press<'_>, typed: Lookup<'_>) -> Page {
    let site = &press.catalogue.site;
    let portal = site.doors.iter().find(|door| door.place == FilingPlace::NationalPortal);
    let portal =
        portal.map(|door| view! { " Mã của bộ, ngành thì tra ở "<a href=door.url.clone() rel="external">{door.name.vi.clone()}</a>"." });
    let older = view! {
        <p>"Mã bắt đầu bằng 000, hoặc có ngày gồm 8 chữ số, là của hệ thống khác hoặc có trước cổng này."{portal}</p>
        <p>{format!("Không rõ thì gọi {}, {}.", site.hotline, site.hotline_hours.vi)}</p>
    };
    let code = field(
        "code",
        "Mã hồ sơ",
        "Ở biên nhận hoặc giấy tiếp nhận, ví dụ H99.12.3-261121-0007.",
        typed.code,
        typed.fault.filter(|fault| fault.target() == "code"),
        false,
    );
    let main = view! {
        {summary(press, typed)}
        <h1>"Tra cứu hồ sơ"</h1>
        <p class="lead">"Nhập mã để biết hồ sơ đến đâu. Thêm khóa để xem tất cả, bổ sung giấy tờ và nhận kết quả."</p>
        <section data-my-dossiers-box="" hidden="">
            <h2>"Hồ sơ gửi từ máy này"</h2>
            <ul class="plain-links" data-my-dossiers=Route::Follow.path(press.language) hidden=""></ul>
        </section>
        <form method="post" action=Route::Follow.path(press.language) data-lookup="">
            {code}
            {key_field(typed, true)}
            <p class="actions"><button class="button" type="submit">"Tra cứu"</button></p>
        </form>
        {lost_key(press)}
        {details(press, "Mã kiểu khác".to_owned(), older.printed())}
    };
    let description = "Nhập mã hồ sơ để biết hồ sơ đến đâu và bạn cần làm gì tiếp.".to_owned();
    let mut page = Page::new(Route::Follow, "Tra cứu hồ sơ".to_owned(), description, main);
    page.with_guide_bundle = true;
    page.styles = vec![press.assets.form_style.clone()];
    page
}

/// A page that belongs to one person: search engines leave it alone.
fn closed_page(press: Press<'_>, route: Route, title: &str, main: impl IntoView + 'static) -> Page {
    let mut page = Page::new(route, title.to_owned(), "Trang riêng của người nộp hồ sơ.".to_owned(), main);
    page.hidden_from_search = true;
    page.with_guide_bundle = true;
    page.styles = vec![press.assets.form_style.clone()];
    page
}

fn summary(press: Press<'_>, typed: Lookup<'_>) -> Option<AnyView> {
    let faults = typed.fault.map(|fault| ToMend { href: format!("#{}", fault.target()), words: fault.words() });
    error_summary(press, faults.into_iter().collect())
}

fn key_field(typed: Lookup<'_>, optional: bool) -> impl IntoView + use<> {
    let hint = if optional {
        "13 chữ và số, ở biên nhận. Không có khóa vẫn xem được trạng thái."
    } else {
        "13 chữ và số, ở biên nhận khi bạn gửi hồ sơ."
    };
    field("key", "Khóa xem hồ sơ", hint, typed.key, typed.fault.filter(|fault| fault.target() == "key"), optional)
}

/// One box of the look-up form.
fn field(id: &'static str, label: &'static str, hint: &'static str, value: &str, fault: Option<&LookupFault>, optional: bool) -> AnyView {
    let optional = optional.then(|| view! { " "<span class="optional">"(không bắt buộc)"</span> });
    let wrong = fault.is_some();
    let (error, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    let describes = format!("{hint_id} {error}");
    view! {
        <div class="question" class:question-wrong=wrong>
            <label class="ask" for=id>{label}{optional}</label>
            <p class="hint" id=hint_id>{hint}</p>
            <p class="error-line" id=error data-error-for=id hidden=!wrong>{fault.map(LookupFault::words)}</p>
            <input class="box box-30 number" id=id name=id value=value.to_owned() maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby=describes aria-invalid=wrong.then_some("true")/>
        </div>
    }
    .printed()
}

fn lost_key(press: Press<'_>) -> impl IntoView + use<> {
    let inside = view! { <p>"Mang thẻ căn cước đến nơi nộp. Cán bộ đối chiếu rồi cấp khóa mới; khóa cũ không dùng được nữa."</p> };
    details(press, "Mất khóa?".to_owned(), inside.printed())
}

/// What just happened, above the page.
fn said(press: Press<'_>, tone: Tone, words: &'static str) -> AnyView {
    view! { <div role="status">{callout(press, tone, view! { <p>{words}</p> })}</div> }.printed()
}
