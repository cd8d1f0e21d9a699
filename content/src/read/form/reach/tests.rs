//! The search says what trying every answer says.

use super::*;
use proptest::prelude::*;

const OPTIONS: [&str; 3] = ["a", "b", "c"];
/// The questions before the first entry with conditions: a choice, several choices, a number, something optional.
const QUESTIONS: usize = 4;

/// One answer of each question: an option or nothing, some options, a number, whether anything was typed.
type Answers = (Option<usize>, u8, u64, bool);

fn question(answers: Space, optional: bool) -> Node {
    Node { answers: Some(answers), optional, ..Node::default() }
}

fn slugs(chosen: impl Fn(usize) -> bool) -> Vec<Slug> {
    OPTIONS.iter().enumerate().filter(|(at, _)| chosen(*at)).map(|(_, id)| id.parse().unwrap()).collect()
}

fn meets((one, some, number, typed): Answers, (question, wants): &(usize, Wants)) -> bool {
    let has = |chosen: &[Slug]| match wants {
        Wants::Is(is) => is.iter().any(|id| chosen.contains(id)),
        Wants::Answered(answered) => chosen.is_empty() != *answered,
        _ => false,
    };
    match (question, wants) {
        (0, _) => has(&slugs(|at| one == Some(at))),
        (1, _) => has(&slugs(|at| some & (1 << at) != 0)),
        (2, Wants::Between { at_least, at_most }) => {
            at_least.is_none_or(|least| number >= least) && at_most.is_none_or(|most| number <= most)
        }
        (_, Wants::Answered(answered)) => typed == *answered,
        _ => false,
    }
}

/// Goes through the entries in order, as a person who answers does.
fn asked_in_turn(nodes: &[Node], answers: Answers) -> Vec<bool> {
    let mut asked: Vec<bool> = Vec::new();
    let mut stopped = false;
    for node in nodes {
        let outer = node.outer.is_none_or(|outer| asked[outer]);
        let holds = |tests: &Vec<(usize, Wants)>| tests.iter().any(|test| asked[test.0] && meets(answers, test));
        // Whether a stop lies before is another matter than whether conditions hold.
        asked.push(outer && node.when.iter().all(holds));
        stopped |= node.stop && asked.last() == Some(&true);
    }
    let first_stop = nodes.iter().zip(&asked).position(|(node, asked)| node.stop && *asked).filter(|_| stopped);
    asked.iter().enumerate().map(|(at, asked)| *asked && first_stop.is_none_or(|stop| at <= stop)).collect()
}

fn every_answer() -> Vec<Answers> {
    let ones = [None, Some(0), Some(1), Some(2)];
    let all = ones.into_iter().flat_map(|one| (1..8).flat_map(move |some| (0..6).map(move |number| (one, some, number))));
    all.flat_map(|(one, some, number)| [true, false].map(|typed| (one, some, number, typed))).collect()
}

fn any_test() -> impl Strategy<Value = (usize, Wants)> {
    let is = |question: usize| (1u8..8).prop_map(move |some| (question, Wants::Is(slugs(|at| some & (1 << at) != 0))));
    let ends = (prop::option::of(0u64..6), prop::option::of(0u64..6));
    prop_oneof![
        is(0),
        is(1),
        ends.prop_map(|(at_least, at_most)| (2, Wants::Between { at_least, at_most })),
        any::<bool>().prop_map(|answered| (3, Wants::Answered(answered))),
        any::<bool>().prop_map(|answered| (0, Wants::Answered(answered))),
    ]
}

fn any_nodes() -> impl Strategy<Value = Vec<Node>> {
    let when = || prop::collection::vec(prop::collection::vec(any_test(), 1..3), 0..3);
    let first = prop::collection::vec(when(), QUESTIONS);
    let more = prop::collection::vec((when(), any::<bool>(), prop::option::of(0usize..QUESTIONS)), 1..4);
    (first, more).prop_map(|(first, more)| {
        let spaces = [
            question(Space::One(slugs(|_| true)), true),
            question(Space::Many(slugs(|_| true)), false),
            question(Space::Number(Range { least: 0, greatest: 5 }), false),
            question(Space::Other, true),
        ];
        let earlier = |at: usize, when: Vec<Vec<(usize, Wants)>>| {
            let known = when.into_iter().map(|tests| tests.into_iter().filter(|(question, _)| *question < at).collect::<Vec<_>>());
            known.filter(|tests| !tests.is_empty()).collect()
        };
        let questions = spaces.into_iter().zip(first).enumerate();
        let questions = questions.map(|(at, (node, when))| Node { when: earlier(at, when), ..node });
        let others = more.into_iter().map(|(when, stop, outer)| Node { outer, when, stop, ..Node::default() });
        questions.chain(others).collect()
    })
}

proptest! {
    #[test]
    fn the_search_finds_what_trying_everything_finds(nodes in any_nodes()) {
        let tried: Vec<Vec<bool>> = every_answer().into_iter().map(|answers| asked_in_turn(&nodes, answers)).collect();
        for at in 0..nodes.len() {
            prop_assert_eq!(reachable(&nodes, at), tried.iter().any(|asked| asked[at]), "entry {}", at);
        }
    }
}
