//! What is put into an index: procedures and life events as they can be found.

use alloc::{string::String, vec::Vec};

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Record {
    /// The code people may type: `1.004222`; empty where there is none.
    pub code: String,
    /// The last part of its address. That of a guide costs nothing when it is [`crate::slugify`] of its title,
    /// that of anything else when it is its code with hyphens: `1-004222`.
    pub slug: String,
    /// The name people see, in Vietnamese.
    pub title: String,
    /// The official name, where it differs.
    pub official: String,
    /// The title in English, where there is one.
    pub english: String,
    /// Other names: everyday, old, of another language.
    pub names: Vec<String>,
    /// What it is about, in a sentence.
    pub summary: String,
    /// The field (lĩnh vực).
    pub field: String,
    /// Who carries it out.
    pub agency: String,
    /// At which levels it is carried out.
    pub levels: Levels,
    /// For whom it is.
    pub audiences: Audiences,
    /// What else is known of it.
    pub traits: Traits,
    /// How likely it is wanted before anything is typed, 0 to 15.
    pub prior: u8,
}

/// A set of things that fit into eight bits.
macro_rules! set {
    ($(#[$about:meta])* $name:ident { $($(#[$one:meta])* $constant:ident = $bit:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
        pub struct $name(u8);

        impl $name {
            /// Nothing.
            pub const NONE: Self = Self(0);
            $($(#[$one])* pub const $constant: Self = Self(1 << $bit);)+

            /// Every single one, in order.
            pub const EACH: &[Self] = &[$(Self::$constant),+];

            /// These and the others.
            #[must_use]
            pub const fn and(self, others: Self) -> Self {
                Self(self.0 | others.0)
            }

            /// Tells whether any of the others is among these.
            pub const fn meets(self, others: Self) -> bool {
                self.0 & others.0 != 0
            }

            /// The bits.
            pub const fn bits(self) -> u8 {
                self.0
            }

            /// A set of bits.
            pub const fn from_bits(bits: u8) -> Self {
                Self(bits)
            }
        }
    };
}

set! {
    /// Levels of administration.
    Levels {
        /// Wards, communes.
        COMMUNE = 0,
        /// Provinces.
        PROVINCE = 1,
        /// Ministries.
        CENTRAL = 2,
        /// Missions abroad.
        ABROAD = 3,
    }
}

set! {
    /// Who may want something.
    Audiences {
        /// Citizens.
        CITIZEN = 0,
        /// Enterprises, cooperatives.
        BUSINESS = 1,
        /// Other organisations.
        ORGANISATION = 2,
        /// Foreigners and Vietnamese who live abroad.
        FOREIGN = 3,
        /// Officials.
        OFFICIAL = 4,
    }
}

set! {
    /// What else is known of a record.
    Traits {
        /// It can be filed online.
        ONLINE = 0,
        /// It has a guide of ours.
        GUIDE = 1,
        /// It is a life event, not a procedure.
        LIFE_EVENT = 2,
    }
}
