//! What one file of the nation says of one procedure, before all of them are merged.

use domain::{
    code::ProcedureCode,
    national::{Extent, NationalText},
    procedure::{Audience, Level},
};

/// One procedure as one file tells it; what it does not tell is empty.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) code: ProcedureCode,
    pub(super) origin: Origin,
    pub(super) scope: Option<Scope>,
    pub(super) name: String,
    pub(super) field: String,
    pub(super) levels: Vec<Level>,
    pub(super) audience: Vec<Audience>,
    pub(super) online: Option<Extent>,
    pub(super) agency: String,
    pub(super) text: NationalText,
}

/// Which kind of file it comes from; the later ones know better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    List,
    Text,
    Record,
}

/// Whom a procedure is for, as far as publishing goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// All of the country.
    Nation,
    /// One province, by its publisher.
    Province,
    /// Offices among themselves.
    Internal,
}

impl Draft {
    pub(super) fn new(code: ProcedureCode, origin: Origin) -> Self {
        Self {
            code,
            origin,
            scope: None,
            name: String::new(),
            field: String::new(),
            levels: Vec::new(),
            audience: Vec::new(),
            online: None,
            agency: String::new(),
            text: NationalText::default(),
        }
    }

    /// Takes over what a file that knows better says; what that file is silent on stays.
    pub(super) fn take_over(&mut self, better: Self) {
        let take = |mine: &mut String, theirs: String| {
            if !theirs.is_empty() {
                *mine = theirs;
            }
        };
        take(&mut self.name, better.name);
        take(&mut self.field, better.field);
        take(&mut self.agency, better.agency);
        if !better.levels.is_empty() {
            self.levels = better.levels;
        }
        if !better.audience.is_empty() {
            self.audience = better.audience;
        }
        self.online = better.online.or(self.online);
        // Files that say nothing of it leave it to the list; where a record's flag and publisher disagree with the list, they win.
        self.scope = better.scope.or(self.scope);
        let (mine, theirs) = (&mut self.text, better.text);
        take(&mut mine.subjects, theirs.subjects);
        take(&mut mine.publisher, theirs.publisher);
        take(&mut mine.decision, theirs.decision);
        take_list(&mut mine.channels, theirs.channels);
        take_list(&mut mine.papers, theirs.papers);
        take_list(&mut mine.steps, theirs.steps);
        take_list(&mut mine.results, theirs.results);
        take_list(&mut mine.conditions, theirs.conditions);
        take_list(&mut mine.legal_bases, theirs.legal_bases);
        take_list(&mut mine.paragraphs, theirs.paragraphs);
        self.origin = self.origin.max(better.origin);
    }
}

fn take_list<T>(mine: &mut Vec<T>, theirs: Vec<T>) {
    if !theirs.is_empty() {
        *mine = theirs;
    }
}
