//! What the buttons of a form do that only print it again: communes of a province, one more row, one row less.

use crate::component::question::rows_shown;
use domain::form::{Form, Group, Kind, Question, RawAnswers};

/// Does what the button sent as `_do` says; returns the box to go on with, or `None` for a button no form has.
pub fn pressed(form: &Form, raw: &mut RawAnswers, button: &str) -> Option<String> {
    let (what, path) = button.split_once(':')?;
    match what {
        "province" => {
            let address = form.question(path).filter(|question| question.kind == Kind::Address)?;
            let commune = format!("{path}.commune");
            // A commune of another province would look chosen and not be.
            raw.remove(&commune);
            Some(address).map(|_| commune)
        }
        "add" => {
            let (question, group) = group_of(form, path)?;
            let rows = rows_shown(raw, path, group, question.optional);
            for row in &rows {
                hold(raw, &group.questions, &format!("{path}.{row}"), false);
            }
            let number = rows.last().copied().unwrap_or(0).saturating_add(1);
            let row = format!("{path}.{number}");
            if rows.len() < usize::from(group.greatest) {
                hold(raw, &group.questions, &row, true);
            }
            group.questions.first().map(|first| first_box(first, &format!("{row}.{}", first.id)))
        }
        "remove" => {
            let (group_path, number) = path.rsplit_once('.')?;
            let (_, group) = group_of(form, group_path)?;
            number.parse::<u16>().ok()?;
            let inside: Vec<String> = raw
                .iter()
                .map(|(known, _)| known)
                .filter(|known| known.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
                .map(ToOwned::to_owned)
                .collect();
            for known in &inside {
                raw.remove(known);
            }
            (group.greatest > 0).then(|| group_path.to_owned())
        }
        _ => None,
    }
}

fn group_of<'f>(form: &'f Form, path: &str) -> Option<(&'f Question, &'f Group)> {
    let question = form.question(path)?;
    match &question.kind {
        Kind::Group(group) => Some((question, group)),
        _ => None,
    }
}

/// Keeps a row although nothing is in it yet; a new one begins with the usual answers.
fn hold(raw: &mut RawAnswers, questions: &[Question], row: &str, fresh: bool) {
    for question in questions {
        let path = format!("{row}.{}", question.id);
        if let Kind::Person(parts) = &question.kind {
            hold(raw, parts, &path, fresh);
        } else if !raw.any_under(&path) {
            let preset = question.preset.as_deref().filter(|_| fresh).unwrap_or_default();
            raw.set(path, preset);
        }
    }
}

fn first_box(question: &Question, path: &str) -> String {
    match &question.kind {
        Kind::Person(parts) => parts.first().map_or_else(|| path.to_owned(), |part| first_box(part, &format!("{path}.{}", part.id))),
        kind => kind.parts().first().map_or_else(|| path.to_owned(), |part| format!("{path}.{part}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::component::question::examples::sample;

    fn rows(raw: &RawAnswers) -> Vec<u16> {
        let form = sample::form().unwrap();
        let (question, group) = group_of(&form, "thanh-vien").unwrap();
        rows_shown(raw, "thanh-vien", group, question.optional)
    }

    #[test]
    fn rows_come_and_go() {
        let form = sample::form().unwrap();
        let mut raw = RawAnswers::default();
        assert_eq!(rows(&raw), [1]);
        assert_eq!(pressed(&form, &mut raw, "add:thanh-vien").as_deref(), Some("thanh-vien.2.ten"));
        assert_eq!(rows(&raw), [1, 2]);
        pressed(&form, &mut raw, "add:thanh-vien");
        pressed(&form, &mut raw, "add:thanh-vien");
        assert_eq!(rows(&raw), [1, 2, 3], "no more than the group takes");
        pressed(&form, &mut raw, "remove:thanh-vien.2");
        assert_eq!(rows(&raw), [1, 3]);
    }

    #[test]
    fn another_province_lets_go_of_the_commune() {
        let form = sample::form().unwrap();
        let mut raw: RawAnswers = [("noi-o.province", "01"), ("noi-o.commune", "99001")].into_iter().collect();
        assert_eq!(pressed(&form, &mut raw, "province:noi-o").as_deref(), Some("noi-o.commune"));
        assert_eq!(raw.one("noi-o.commune"), "");
    }

    #[test]
    fn what_no_form_has_does_nothing() {
        let form = sample::form().unwrap();
        let mut raw = RawAnswers::default();
        for button in ["", "add", "add:ho-ten", "remove:thanh-vien", "remove:thanh-vien.x", "province:ho-ten", "burn:noi-o"] {
            assert_eq!(pressed(&form, &mut raw, button), None, "{button}");
        }
        assert!(raw.is_empty());
    }
}
