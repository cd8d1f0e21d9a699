//! Which answers decide about anything else of the form: what is asked, what is computed, what stops.
//!
//! Most letters are typed into answers that decide nothing; a page that knows it need not go through the form for each of them.

use super::{Condition, Form, Kind, Question};

/// The last names of all paths that a form looks at. A name may stand in several places: then all of them are weighed, some for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weighed(Vec<String>);

impl Weighed {
    /// Collects what a form looks at. Rules are left out: they are judged when somebody leaves a box, not at every letter.
    pub fn of(form: &Form) -> Self {
        let mut weighed = Self::default();
        for page in &form.pages {
            weighed.conditions(&page.when);
            page.stops.iter().for_each(|stop| weighed.conditions(&stop.when));
            weighed.questions(&page.questions);
        }
        for (_, question) in form.questions() {
            form.added_up(question.id.as_str()).into_iter().for_each(|column| weighed.path(column));
        }
        weighed
    }

    fn questions(&mut self, questions: &[Question]) {
        for question in questions {
            self.conditions(&question.when);
            match &question.kind {
                Kind::Computed(computed) => computed.from.looks_at().iter().for_each(|path| self.path(path.as_str())),
                Kind::Person(parts) => self.questions(parts),
                Kind::Group(group) => self.questions(&group.questions),
                Kind::Table(table) => {
                    self.questions(&table.columns);
                    table.totals.iter().for_each(|column| self.path(column.as_str()));
                }
                _ => {}
            }
        }
    }

    fn conditions(&mut self, conditions: &[Condition]) {
        conditions.iter().flat_map(Condition::tests).for_each(|test| self.path(test.question.as_str()));
    }

    fn path(&mut self, path: &str) {
        let last = path.rsplit('.').next().unwrap_or(path);
        if !self.names(last) {
            self.0.push(last.to_owned());
        }
    }

    /// Tells whether the answer in a box may decide about anything else; `name` is the box's, with the number of its row.
    pub fn has(&self, name: &str) -> bool {
        name.split('.').any(|part| self.names(part))
    }

    fn names(&self, part: &str) -> bool {
        self.0.iter().any(|known| known == part)
    }
}
