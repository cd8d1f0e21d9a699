//! Talks to the Worker: JSON over fetch, with the session's cookie and its token.

use domain::desk::Conflict;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, Request, RequestInit, Response};

/// Where the officers' API stands.
const ROOT: &str = "/api/v1/desk";

/// Why an answer did not come.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Trouble {
    /// Nobody is signed in any more.
    SignedOut,
    /// Somebody was quicker.
    Conflict(Box<Conflict>),
    /// The Worker said why.
    Said {
        /// In words.
        text: String,
        /// After how many seconds it is worth another try.
        retry_after: Option<u32>,
    },
    /// The line or the server is down.
    NoLine,
}

impl Trouble {
    /// Returns what to tell the officer.
    pub(super) fn text(&self) -> String {
        match self {
            Self::SignedOut => "Phiên làm việc đã hết giờ. Bạn đăng nhập lại.".to_owned(),
            Self::Conflict(_) => "Hồ sơ vừa được người khác xử lý.".to_owned(),
            Self::Said { text, retry_after: Some(seconds) } => format!("{text} Thử lại sau {seconds}\u{a0}giây."),
            Self::Said { text, retry_after: None } => text.clone(),
            Self::NoLine => "Không kết nối được với máy chủ. Việc này chưa được ghi. Bạn kiểm tra mạng rồi thử lại.".to_owned(),
        }
    }
}

#[derive(Deserialize)]
struct Problem {
    title: String,
    code: String,
    #[serde(default)]
    detail: Option<String>,
    #[serde(default)]
    logged: Option<String>,
    #[serde(default)]
    faults: Vec<Fault>,
    #[serde(default)]
    conflict: Option<Conflict>,
}

#[derive(Deserialize)]
struct Fault {
    message: String,
}

/// Returns the address of something under the API.
pub(super) fn address(path: &str) -> String {
    format!("{ROOT}{path}")
}

/// Asks for something.
pub(super) async fn get<T: DeserializeOwned>(path: String) -> Result<T, Trouble> {
    read(fetch("GET", &path, None, None, "").await?).await
}

/// Sends something that changes what is kept.
pub(super) async fn send<T: DeserializeOwned>(method: &str, path: String, body: &impl Serialize, csrf: &str) -> Result<T, Trouble> {
    let body = serde_json::to_string(body).map_err(|_| Trouble::NoLine)?;
    read(fetch(method, &path, Some(body.into()), Some("application/json"), csrf).await?).await
}

/// Sends a file as it is.
pub(super) async fn put_file<T: DeserializeOwned>(path: String, file: &web_sys::File, csrf: &str) -> Result<T, Trouble> {
    read(fetch("PUT", &path, Some(file.clone().into()), Some("application/octet-stream"), csrf).await?).await
}

/// Ends the session.
pub(super) async fn sign_out(csrf: &str) -> Result<(), Trouble> {
    fetch("POST", "/sign-out", None, None, csrf).await.map(drop)
}

async fn fetch(method: &str, path: &str, body: Option<JsValue>, media: Option<&str>, csrf: &str) -> Result<Response, Trouble> {
    let request = || -> Result<Request, JsValue> {
        let headers = Headers::new()?;
        headers.set("accept", "application/json")?;
        if let Some(media) = media {
            headers.set("content-type", media)?;
        }
        if !csrf.is_empty() {
            headers.set("x-csrf-token", csrf)?;
        }
        let init = RequestInit::new();
        init.set_method(method);
        init.set_headers(&headers);
        if let Some(body) = &body {
            init.set_body(body);
        }
        Request::new_with_str_and_init(&address(path), &init)
    };
    let request = request().map_err(|_| Trouble::NoLine)?;
    let answer = JsFuture::from(leptos::prelude::window().fetch_with_request(&request)).await.map_err(|_| Trouble::NoLine)?;
    let response: Response = answer.dyn_into().map_err(|_| Trouble::NoLine)?;
    if response.ok() { Ok(response) } else { Err(refused(&response).await) }
}

async fn text(response: &Response) -> Option<String> {
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Trouble> {
    let text = text(&response).await.ok_or(Trouble::NoLine)?;
    // What has no content is `null`.
    let text = if text.is_empty() { "null" } else { &text };
    serde_json::from_str(text)
        .map_err(|_| Trouble::Said {
            text: "Trang này cũ hơn máy chủ. Tải lại trang để dùng tiếp.".to_owned(), retry_after: None
        })
}

async fn refused(response: &Response) -> Trouble {
    let retry_after = response.headers().get("retry-after").ok().flatten().and_then(|seconds| seconds.parse().ok());
    let said = text(response).await.and_then(|text| serde_json::from_str::<Problem>(&text).ok());
    let Some(problem) = said else { return Trouble::NoLine };
    match problem.conflict {
        Some(conflict) => Trouble::Conflict(Box::new(conflict)),
        None if problem.code == "unauthenticated" => Trouble::SignedOut,
        None => {
            let mut text = problem.title;
            let faults = problem.faults.into_iter().map(|fault| fault.message);
            for more in problem.detail.into_iter().chain(faults) {
                text.push(' ');
                text.push_str(&more);
            }
            if let Some(code) = problem.logged {
                text.push_str(" Mã ");
                text.push_str(&code);
                text.push('.');
            }
            Trouble::Said { text, retry_after }
        }
    }
}
