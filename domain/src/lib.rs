//! What the words of a public-service portal mean: pure types and rules.
//!
//! # In scope
//! Texts in both languages, dates and the working-day calendar, codes, agencies, procedures and the catalogue of them all.
//! The numbers and addresses people give, and the code and key they get.
//! What may happen to a dossier, by whose hand and by when; how people rate it, and totals of it all.
//!
//! # Out of scope
//! Reading files, the clock, chance, networks and markup.
//! Time is always an argument; nobody here asks what day it is.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::cast_possible_truncation)]

// In suggested reading order.
pub mod language;
pub mod slug;

pub mod date;
pub mod timestamp;
pub mod validity;

pub mod calendar;
pub mod money;
pub mod term;

pub mod code;

pub mod letter;
mod typing;

pub mod personal_id;

pub mod bank_account;
pub mod email;
pub mod phone;
pub mod tax_code;

pub mod access_key;
pub mod dossier_code;

pub mod markup;

pub mod agency;
pub mod blank;
pub mod field;
pub mod life_event;
pub mod national;
pub mod notice;
pub mod procedure;
pub mod profile;
pub mod site;

pub mod unit;

pub mod address;
pub mod form;
pub mod reason;
pub mod record;
pub mod survey;

pub mod card;
pub mod catalogue;

pub mod dossier;

pub mod desk;

pub mod missed;
pub mod rating;
pub mod totals;
