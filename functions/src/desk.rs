//! The officers' API, `/api/v1/desk/…`.
//!
//! Every handler but setting up and signing in begins with [`session::reading`] or [`session::writing`].

mod fetch;
pub(crate) mod files;
pub(crate) mod lists;
pub(crate) mod missed;
pub(crate) mod moves;
pub(crate) mod officers;
pub(crate) mod open;
pub(crate) mod password;
pub(crate) mod session;
pub(crate) mod setup;
pub(crate) mod sheets;
pub(crate) mod sign_in;
