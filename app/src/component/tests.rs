//! Every example of every component, as the text that is sent.

use super::*;
use crate::assets::Assets;
use crate::document::print;
use domain::language::Language;
use std::fmt::Write as _;

pub(crate) mod fixture;

#[test]
fn every_example_is_printed_as_recorded() {
    let catalogue = fixture::with_form();
    let assets = Assets::sample();
    let press = Press { catalogue: &catalogue, language: Language::Vietnamese, as_of: fixture::day(), assets: &assets };
    for component in all() {
        let mut text = String::new();
        let count = print(|| (component.examples)(press).len().to_string());
        assert_ne!(count, "0", "{} has no examples", component.name);
        let amount: usize = count.parse().unwrap();
        for at in 0..amount {
            let mut name = "";
            let markup = print(|| {
                let mut examples = (component.examples)(press);
                let example = examples.swap_remove(at);
                name = example.name;
                example.view
            });
            writeln!(text, "== {name}\n{}\n", markup.replace("><", ">\n<")).unwrap();
        }
        insta::assert_snapshot!(component.name, text);
    }
}
