//! Proves by search that everything of a form is asked after some answers.
//!
//! A page, a question, a paper, a fee or a stop is asked when what it lies in is asked, all its conditions hold, and no
//! stop before it does. The search takes that apart into wishes about single answers, tries each alternative where one is
//! enough, and gives an alternative up as soon as no answer fulfils all wishes about its question.
//! Days that are bounded by other days are taken as free; so what is told here can truly never be asked.

use domain::{
    form::{Kind, Range, Wants},
    slug::Slug,
};

/// More steps than any form a person can answer needs; whatever takes longer passes.
const MOST_STEPS: u32 = 100_000;

/// What the search knows of an entry of the outline.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// What it lies in.
    pub(super) outer: Option<usize>,
    /// Its conditions: of each, the tests of which one must hold, with the number of the question each is over.
    pub(super) when: Vec<Vec<(usize, Wants)>>,
    /// Whether conditions were left out because they are at fault.
    pub(super) unsure: bool,
    /// Whether it is a stop: nobody comes past it.
    pub(super) stop: bool,
    /// What may be answered, where it is a question.
    pub(super) answers: Option<Space>,
    /// Whether nothing may be answered.
    pub(super) optional: bool,
}

/// What may be answered to a question, as far as conditions look at it.
#[derive(Debug, Clone)]
pub(super) enum Space {
    One(Vec<Slug>),
    Many(Vec<Slug>),
    Number(Range),
    /// Ages up to this one; and none, where the day may lie ahead.
    Age {
        oldest: u16,
        ahead: bool,
    },
    Other,
}

/// One answer.
#[derive(Debug, Clone, Copy)]
enum Value<'a> {
    Nothing,
    Options(&'a [&'a Slug]),
    Number(u64),
    Age(Option<u16>),
    Other,
}

/// What is still to be fulfilled.
#[derive(Debug, Clone, Copy)]
enum Goal<'a> {
    Asked(usize),
    NotAsked(usize),
    /// One of these tests holds.
    Any(&'a [(usize, Wants)]),
    /// None of these tests holds.
    None(&'a [(usize, Wants)]),
}

/// Wishes about answers: the question, what is wanted, and whether it must be met.
type Wishes<'a> = Vec<(usize, &'a Wants, bool)>;

struct Search<'a> {
    nodes: &'a [Node],
    steps: u32,
}

impl Space {
    /// Returns what may be answered to a question of a kind, in a year.
    pub(super) fn of(kind: &Kind, year: i32) -> Self {
        let ids = |choices: &[domain::form::Choice]| choices.iter().map(|choice| choice.id.clone()).collect();
        match kind {
            Kind::Choice(choices) => Self::One(ids(choices)),
            Kind::YesNo => Self::One([domain::form::YES, domain::form::NO].into_iter().filter_map(|id| id.parse().ok()).collect()),
            Kind::Choices(choices) => Self::Many(ids(choices)),
            Kind::Number(range) | Kind::Money(range) => Self::Number(*range),
            Kind::Group(group) => Self::Number(Range { least: group.least.into(), greatest: group.greatest.into() }),
            // The calendar of the portal begins in 1900.
            Kind::Date(bounds) => Self::Age { oldest: u16::try_from(year - 1900).unwrap_or(0), ahead: !bounds.past },
            _ => Self::Other,
        }
    }
}

/// Tells whether answers exist after which an entry is asked.
pub(super) fn reachable(nodes: &[Node], at: usize) -> bool {
    let stops = nodes.iter().enumerate().take(at).filter(|(_, node)| node.stop).map(|(stop, _)| Goal::NotAsked(stop));
    let goals = stops.chain([Goal::Asked(at)]).collect();
    Search { nodes, steps: 0 }.find(goals, Vec::new())
}

/// Tells whether somebody comes past the stops up to this one.
pub(super) fn passable(nodes: &[Node], stop: usize) -> bool {
    let stops = nodes.iter().enumerate().take(stop + 1).filter(|(_, node)| node.stop).map(|(stop, _)| Goal::NotAsked(stop));
    Search { nodes, steps: 0 }.find(stops.collect(), Vec::new())
}

/// Tells whether any answer to a question has what a test wants.
pub(super) fn possible(question: &Node, wants: &Wants) -> bool {
    fits(question, &[(wants, true)])
}

impl<'a> Search<'a> {
    /// Fulfils the last goal first, so that what leaves no choice is settled before what does.
    fn find(&mut self, mut goals: Vec<Goal<'a>>, wishes: Wishes<'a>) -> bool {
        self.steps += 1;
        let Some(goal) = goals.pop() else { return true };
        if self.steps > MOST_STEPS {
            return true;
        }
        let nodes = self.nodes;
        let node = |at: usize| nodes.get(at);
        match goal {
            Goal::Asked(at) => {
                let Some(node) = node(at) else { return true };
                let (free, bound): (Vec<_>, Vec<_>) = node.when.iter().partition(|tests| tests.len() > 1);
                // Behind everything that waits stand the conditions that leave a choice.
                goals.splice(0..0, free.into_iter().map(|tests| Goal::Any(tests)));
                goals.extend(bound.into_iter().map(|tests| Goal::Any(tests)));
                goals.extend(node.outer.map(Goal::Asked));
                self.find(goals, wishes)
            }
            Goal::NotAsked(at) => {
                let Some(node) = node(at).filter(|node| !node.unsure) else { return self.find(goals, wishes) };
                let outer = node.outer.map(Goal::NotAsked);
                outer.into_iter().chain(node.when.iter().map(|tests| Goal::None(tests))).any(|way| {
                    let goals = goals.iter().copied().chain([way]).collect();
                    self.find(goals, wishes.clone())
                })
            }
            Goal::Any(tests) => tests.iter().any(|(question, wants)| {
                let goals = goals.iter().copied().chain([Goal::Asked(*question)]).collect();
                self.wish(goals, &wishes, (*question, wants, true))
            }),
            Goal::None(tests) => {
                let Some(((question, wants), others)) = tests.split_first() else { return self.find(goals, wishes) };
                goals.push(Goal::None(others));
                let hidden = goals.iter().copied().chain([Goal::NotAsked(*question)]).collect();
                self.wish(goals, &wishes, (*question, wants, false)) || self.find(hidden, wishes)
            }
        }
    }

    /// Goes on with one more wish, where an answer fulfils all of its question.
    fn wish(&mut self, goals: Vec<Goal<'a>>, wishes: &Wishes<'a>, wish: (usize, &'a Wants, bool)) -> bool {
        let mut wishes = wishes.clone();
        wishes.push(wish);
        let own: Vec<(&Wants, bool)> = wishes.iter().filter(|(of, ..)| *of == wish.0).map(|(_, wants, met)| (*wants, *met)).collect();
        self.nodes.get(wish.0).is_none_or(|question| fits(question, &own)) && self.find(goals, wishes)
    }
}

/// Tells whether one answer to a question fulfils all wishes about it.
fn fits(question: &Node, wishes: &[(&Wants, bool)]) -> bool {
    let good = |value: Value<'_>| wishes.iter().all(|(wants, met)| value.has(wants) == *met);
    // Only where a wish begins or ends does another number make a difference.
    let edges = wishes.iter().flat_map(|(wants, _)| match wants {
        Wants::Between { at_least, at_most } => vec![at_least.unwrap_or(0), at_most.unwrap_or(u64::MAX)],
        Wants::Age { at_least, below } => vec![at_least.unwrap_or(0).into(), below.unwrap_or(u16::MAX).into()],
        _ => Vec::new(),
    });
    let edges = edges.flat_map(|edge| [edge.saturating_sub(1), edge, edge.saturating_add(1)]);
    let answered = match &question.answers {
        None => true,
        Some(Space::One(options)) => options.iter().any(|option| good(Value::Options(&[option]))),
        Some(Space::Many(options)) => {
            // Whatever no wish forbids may be chosen together.
            let chosen = |option: &&Slug| wishes.iter().all(|(wants, met)| *met || !matches!(wants, Wants::Is(is) if is.contains(*option)));
            let chosen: Vec<&Slug> = options.iter().filter(chosen).collect();
            !chosen.is_empty() && good(Value::Options(&chosen))
        }
        Some(Space::Number(range)) => edges
            .chain([range.least, range.greatest])
            .any(|number| (range.least..=range.greatest).contains(&number) && good(Value::Number(number))),
        Some(Space::Age { oldest, ahead }) => {
            let ages = edges.filter_map(|age| u16::try_from(age).ok()).chain([0, *oldest]);
            (*ahead && good(Value::Age(None))) || ages.filter(|age| age <= oldest).any(|age| good(Value::Age(Some(age))))
        }
        Some(Space::Other) => good(Value::Other),
    };
    answered || (question.optional && good(Value::Nothing))
}

impl Value<'_> {
    fn has(self, wants: &Wants) -> bool {
        match (self, wants) {
            (Self::Nothing, Wants::Answered(answered)) => !answered,
            (_, Wants::Answered(answered)) => *answered,
            (Self::Options(chosen), Wants::Is(is)) => chosen.iter().any(|option| is.contains(option)),
            (Self::Number(number), Wants::Between { at_least, at_most }) => {
                at_least.is_none_or(|least| number >= least) && at_most.is_none_or(|most| number <= most)
            }
            (Self::Age(Some(age)), Wants::Age { at_least, below }) => {
                at_least.is_none_or(|least| age >= least) && below.is_none_or(|below| age < below)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
