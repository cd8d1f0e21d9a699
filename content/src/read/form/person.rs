//! Reads which parts of a person are asked, and puts the question of each together: the same words in every form.

use super::{
    condition::{Wanted, When},
    outline::{Entry, Reference},
    page::Asking,
    reach::Space,
};
use crate::{
    read::procedure::duplicates,
    table::{Table, stand_in},
};
use domain::{
    form::{
        Choice, Condition, DateBounds, Kind, Path, Question, Test, Wants,
        person::{BIRTH, COUNTRY, ELSEWHERE, FEMALE, MALE, NAME, NATIONALITY, PASSPORT, PERSONAL_ID, SEX, VIETNAM},
    },
    slug::Slug,
};
use std::ops::Range;

/// What may be asked of a person; the country and the passport follow from the nationality.
const PARTS: [(&str, &str); 5] = [(NAME, NAME), (BIRTH, BIRTH), (SEX, SEX), (NATIONALITY, NATIONALITY), (PERSONAL_ID, PERSONAL_ID)];

impl Asking<'_> {
    /// Reads the keys of a person; `number` is the question's own in the outline.
    pub(super) fn person(&mut self, table: &Table<'_>, number: usize) -> Vec<Question> {
        let asks = if table.has("asks") { named(table, "asks", &PARTS) } else { PARTS.map(|(name, _)| name).to_vec() };
        if table.has("asks") {
            table.not_empty("asks");
        }
        // Nobody is without a name.
        let skippable: Vec<_> = PARTS.into_iter().filter(|(part, _)| asks.contains(part) && *part != NAME).collect();
        let may_skip = named(table, "may_skip", &skippable);
        // The browser may fill in a name and a birthday where the person is whoever sits before it.
        let mine = table.flag("mine");
        let foreign = asks.contains(&NATIONALITY) && asks.contains(&PERSONAL_ID);
        let mut parts = Vec::new();
        for (part, _) in PARTS.iter().filter(|(part, _)| asks.contains(part)) {
            let vietnamese = if *part == PERSONAL_ID && foreign { nationality(VIETNAM) } else { Vec::new() };
            let autocomplete = match *part {
                NAME if mine => Some("name".to_owned()),
                BIRTH if mine => Some("bday".to_owned()),
                _ => None,
            };
            parts.push(Question { optional: may_skip.contains(part), when: vietnamese, autocomplete, ..question(part) });
            if *part == NATIONALITY {
                parts.push(Question { when: nationality(ELSEWHERE), ..question(COUNTRY) });
            }
            if *part == PERSONAL_ID && foreign {
                parts.push(Question { when: nationality(ELSEWHERE), optional: may_skip.contains(part), ..question(PASSPORT) });
            }
        }
        for part in &parts {
            self.note_part(part, number, table);
        }
        parts
    }

    /// Notes a part in the outline, under the path conditions know it by.
    fn note_part(&mut self, part: &Question, person: usize, table: &Table<'_>) {
        let of = self.outline.entry(person);
        let Some((id, span)) = of.id.clone() else { return };
        let group = of.group;
        let (kind, options) = match &part.kind {
            Kind::Choice(choices) => ("choice", choices.iter().map(|choice| choice.id.clone()).collect()),
            Kind::Date(_) => ("date", Vec::new()),
            Kind::PersonalId => ("personal-id", Vec::new()),
            _ => ("text", Vec::new()),
        };
        let before = self.outline.next();
        let wanted = |test: &Test| Wanted {
            reference: Reference {
                question: id.within(test.question.as_str()),
                span: span.clone(),
                options: Vec::new(),
                kinds: &["choice"],
                before,
                group,
                columns: false,
            },
            wants: test.wants.clone(),
            place: span.clone(),
        };
        let when = part.when.iter().map(|condition| When { any: condition.tests().iter().map(wanted).collect() }).collect();
        let answers = Some(Space::of(&part.kind, table.as_of().year()));
        let entry = Entry {
            kind: Some(kind),
            options,
            within: Some(person),
            group,
            answers,
            optional: part.optional,
            when,
            ..Entry::other(table, None)
        };
        self.outline.push(Entry { id: Some((id.within(part.id.as_str()), span)), ..entry });
    }
}

/// Reads names of parts, each once.
fn named(table: &Table<'_>, key: &'static str, parts: &[(&'static str, &'static str)]) -> Vec<&'static str> {
    let chosen = table.choices(key, parts);
    let ids: Vec<(Slug, Range<usize>)> =
        chosen.iter().filter_map(|chosen| Some((chosen.name.parse().ok()?, chosen.span.clone()))).collect();
    duplicates(table, &ids);
    chosen.into_iter().map(|chosen| chosen.choice).collect()
}

fn nationality(is: &str) -> Vec<Condition> {
    let wants = Wants::Is(vec![slug(is)]);
    vec![Condition::Test(Test { question: Path::from(&slug(NATIONALITY)), wants })]
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap_or_else(|_| stand_in())
}

/// One part in the words every form has for it.
fn question(part: &str) -> Question {
    let choice = |id: &str, label: &str| Choice { id: slug(id), label: label.to_owned(), hint: None };
    let (label, hint, kind) = match part {
        NAME => ("Họ, chữ đệm và tên", Some("Ghi như trên thẻ căn cước hoặc giấy khai sinh."), Kind::Text(100)),
        BIRTH => ("Ngày sinh", None, Kind::Date(DateBounds { past: true, not_before: None })),
        SEX => ("Giới tính", None, Kind::Choice(vec![choice(MALE, "Nam"), choice(FEMALE, "Nữ")])),
        NATIONALITY => ("Quốc tịch", None, Kind::Choice(vec![choice(VIETNAM, "Việt Nam"), choice(ELSEWHERE, "Nước khác")])),
        COUNTRY => ("Tên nước", Some("Ghi như trên hộ chiếu."), Kind::Text(60)),
        PASSPORT => ("Số hộ chiếu", Some("Chép từ hộ chiếu, cả chữ và số."), Kind::Text(20)),
        _ => ("Số định danh cá nhân", Some("12 chữ số, mặt trước thẻ căn cước."), Kind::PersonalId),
    };
    Question {
        id: slug(part),
        label: label.to_owned(),
        hint: hint.map(ToOwned::to_owned),
        optional: false,
        when: Vec::new(),
        kind,
        preset: (part == NATIONALITY).then(|| VIETNAM.to_owned()),
        autocomplete: None,
        no_opinion: false,
    }
}
