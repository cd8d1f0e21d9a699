//! What the citizen sees.
//!
//! Faces that are never built together:
//! `ssr` prints pages as text, natively ahead of time (`prerender`) and in the Worker;
//! In the browser `guide` is the small bundle that helps on a guide's page, `forms` (`wizard`) leads through a form,
//! `desk` is the officer's desk. What finds while somebody types is a package of its own, `find-box`.
//!
//! # In scope
//! Pages, components, their styles, the sentences around the content.
//!
//! # Out of scope
//! Reading content (but for the `prerender` binary), requests, storage.
#![recursion_limit = "512"]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::cast_possible_truncation)]

#[cfg(feature = "ssr")]
pub mod assets;
#[cfg(feature = "ssr")]
pub mod bound;
#[cfg(feature = "ssr")]
pub mod component;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod filter;
#[cfg(feature = "ssr")]
pub mod finder;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod press;
#[cfg(feature = "ssr")]
pub mod route;
#[cfg(feature = "ssr")]
pub mod style;
#[cfg(feature = "ssr")]
pub mod summary;

#[cfg(feature = "prerender")]
pub mod prerender;

/// Small rather than clever: every bundle carries its own.
#[cfg(all(target_arch = "wasm32", any(feature = "guide", feature = "forms", feature = "desk")))]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Sentences that pages and the bundle share.
pub mod text;

#[cfg(feature = "guide")]
pub mod guide;

#[cfg(feature = "desk")]
pub mod desk;

#[cfg(feature = "forms")]
pub mod wizard;

#[cfg(any(feature = "guide", feature = "forms"))]
mod clock;
