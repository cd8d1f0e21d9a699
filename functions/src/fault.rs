//! What goes wrong on our side: logged once under a short code, and only the code is shown.

use crate::secret;

/// A failure of ours. Its words go to the log and never to a caller; they hold nothing a person typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing is bound as `CATALOGUE`.
    ContentNotBound,
    /// What is bound is not what the printer of the site writes.
    ContentUnreadable,
    /// The platform refused something: storage, a binding, a stream.
    Platform(String),
    /// Something we wrote ourselves does not read back; the text says what.
    Shape(&'static str),
    /// The storage was written by a newer release than this one.
    NewerSchema {
        /// The number of its last migration.
        found: i64,
        /// The number of the last one known here.
        known: i64,
    },
    /// An object failed and has logged it under this code.
    Logged(String),
}

impl From<worker::Error> for Fault {
    fn from(error: worker::Error) -> Self {
        Self::Platform(error.to_string())
    }
}

impl From<wasm_bindgen::JsValue> for Fault {
    fn from(value: wasm_bindgen::JsValue) -> Self {
        Self::from(worker::Error::from(value))
    }
}

impl Fault {
    /// Logs the failure, unless that was done already, and returns the code it stands under.
    pub(crate) fn logged(self) -> String {
        let words = match self {
            Self::Logged(code) => return code,
            Self::ContentNotBound => "content-not-bound".to_owned(),
            Self::ContentUnreadable => "content-unreadable".to_owned(),
            Self::Platform(words) => words,
            Self::Shape(what) => format!("does not read back: {what}"),
            Self::NewerSchema { found, known } => format!("storage at migration {found}, this release knows {known}"),
        };
        let code = secret::short_code();
        worker::console_error!("{code} {words}");
        code
    }
}
