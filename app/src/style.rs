//! The style sheets: tokens, base, then the few rules each component brings; those of forms apart.

use crate::component::{self, Sheet};

mod condition;

pub use condition::conditions;

/// Returns the style sheet of every page, without comments and indentation.
pub fn sheet() -> String {
    let mut sheet = String::new();
    for part in [include_str!("style/tokens.css"), include_str!("style/base.css")] {
        sheet.push_str(part);
    }
    sheet.push_str(&components(Sheet::Every));
    sheet.push_str(include_str!("style/print.css"));
    minify(&sheet)
}

/// Returns what pages with forms need besides.
pub fn form_sheet() -> String {
    minify(&(components(Sheet::Form) + include_str!("style/form_pages.css")))
}

/// The parts of the officer's desk, in the order they are read.
const DESK: &str = concat!(
    include_str!("style/desk/frame.css"),
    include_str!("style/desk/list.css"),
    include_str!("style/desk/boxes.css"),
    include_str!("style/desk/dossier.css"),
    include_str!("style/desk/moves.css"),
    include_str!("style/desk/accounts.css"),
    include_str!("style/desk/wide.css"),
);

/// Returns the style sheet of the officer's desk, read after the common one.
pub fn desk() -> String {
    minify(DESK)
}

/// Returns the style sheet of slips on paper, which stands alone.
pub fn slip() -> String {
    minify(include_str!("style/slip_sheet.css"))
}

/// Returns what the pages of former places need besides the common sheet.
pub fn former() -> String {
    minify(include_str!("style/former_places.css"))
}

fn components(sheet: Sheet) -> String {
    component::all().into_iter().filter(|component| component.sheet == sheet).map(|component| component.style).collect()
}

/// Takes comments, line breaks and indentation out of a style sheet whose strings hold neither.
fn minify(sheet: &str) -> String {
    let mut text = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut small = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        // A selector list or a value may be broken over lines; a space keeps its parts apart.
        if small.ends_with(|last: char| !"{};,".contains(last)) && !line.starts_with('}') && !small.is_empty() {
            small.push(' ');
        }
        small.push_str(line);
    }
    for (long, short) in [(": ", ":"), (" {", "{"), (", ", ","), (";}", "}")] {
        small = small.replace(long, short);
    }
    small
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn comments_and_indentation_go_and_nothing_else() {
        let sheet =
            "/* a */\n.a,\n.b {\n  color: red;\n  grid: 1fr\n    2fr;\n}\n@media (min-width: 40rem) {\n  .a {\n    color: blue;\n  }\n}\n";
        assert_eq!(minify(sheet), ".a,.b{color:red;grid:1fr 2fr}@media (min-width:40rem){.a{color:blue}}");
    }
}
