//! Notes every name a file defines or uses, and every link, each with its place, until all files are read.

use crate::problem::Referent;
use domain::markup::Heading;
use std::{
    cell::{Ref, RefCell},
    collections::BTreeMap,
    ops::Range,
};

/// What a file defines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Thing {
    Guide,
    Former,
    NationalRecord,
    LifeEvent,
    Page,
    Field,
    /// A field that records of the nation bring about; many of them the same.
    NationalField,
    Agency,
    Blank,
    Form,
    Survey,
    Door,
    /// A way to file; known within its guide only.
    Channel,
    ProcedureCode,
    AgencyCode,
}

/// A name of something, and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Name<Of> {
    pub(crate) of: Of,
    pub(crate) id: String,
    pub(crate) path: String,
    pub(crate) span: Range<usize>,
}

/// A link to this site and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) path: String,
    pub(crate) span: Range<usize>,
    pub(crate) target: String,
    /// Whether it leads to a picture.
    pub(crate) picture: bool,
}

/// All names and links seen so far, in the order of reading.
#[derive(Debug, Default)]
pub(crate) struct Register {
    defined: RefCell<Vec<Name<Thing>>>,
    used: RefCell<Vec<Name<Referent>>>,
    links: RefCell<Vec<Link>>,
    /// The anchors of each Markdown file that could be read.
    anchors: RefCell<BTreeMap<String, Vec<String>>>,
}

impl Register {
    pub(crate) fn define(&self, of: Thing, id: &str, path: &str, span: Range<usize>) {
        self.defined.borrow_mut().push(Name { of, id: id.to_owned(), path: path.to_owned(), span });
    }

    pub(crate) fn note_use(&self, of: Referent, id: &str, path: &str, span: Range<usize>) {
        self.used.borrow_mut().push(Name { of, id: id.to_owned(), path: path.to_owned(), span });
    }

    pub(crate) fn link(&self, link: Link) {
        self.links.borrow_mut().push(link);
    }

    pub(crate) fn headings(&self, path: &str, headings: &[Heading]) {
        let anchors = headings.iter().map(|heading| heading.anchor.clone()).collect();
        self.anchors.borrow_mut().insert(path.to_owned(), anchors);
    }

    pub(crate) fn defined(&self) -> Ref<'_, [Name<Thing>]> {
        Ref::map(self.defined.borrow(), Vec::as_slice)
    }

    pub(crate) fn used(&self) -> Ref<'_, [Name<Referent>]> {
        Ref::map(self.used.borrow(), Vec::as_slice)
    }

    pub(crate) fn links(&self) -> Ref<'_, [Link]> {
        Ref::map(self.links.borrow(), Vec::as_slice)
    }

    /// Tells whether a Markdown file has a heading of that anchor; a file that could not be read may have it.
    pub(crate) fn has_anchor(&self, path: &str, anchor: &str) -> bool {
        self.anchors.borrow().get(path).is_none_or(|known| known.iter().any(|known| known == anchor))
    }
}
