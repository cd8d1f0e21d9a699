//! Shows problems the way a compiler does: the line itself, what is wrong, what to do.

use crate::{
    problem::{Problem, Severity},
    source::Sources,
};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, renderer::DecorStyle};
use domain::language::Language;

/// How a report looks.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// The language of the words.
    pub language: Language,
    /// Whether colour is wanted.
    pub color: bool,
    /// What stands before each path, such as `content/`.
    pub folder: &'a str,
}

/// Returns all problems as text, and a last line that counts them.
pub fn report(problems: &[Problem], sources: &Sources, look: Look<'_>) -> String {
    let mut text = String::new();
    for problem in problems {
        text.push_str(&one(problem, sources, look));
        text.push_str("\n\n");
    }
    text.push_str(&summary(problems, sources, look.language));
    text.push('\n');
    text
}

fn one(problem: &Problem, sources: &Sources, look: Look<'_>) -> String {
    let (what, help) = problem.fault.words(look.language);
    let code = problem.fault.code();
    let level = match problem.fault.severity() {
        Severity::Error => Level::ERROR.with_name(look.language.pick("lỗi", "error")),
        Severity::Warning => Level::WARNING.with_name(look.language.pick("nhắc", "warning")),
    };
    let help_level = Level::HELP.with_name(look.language.pick("sửa", "help"));
    let path = format!("{}{}", look.folder, problem.path);
    let source = sources.get(&problem.path).map(String::from_utf8_lossy).unwrap_or_default();
    let title = level.primary_title(what).id(code);
    let group = if source.is_empty() {
        title.element(annotate_snippets::Origin::path(path)).element(help_level.message(help))
    } else {
        // A fault that covers several lines is shown by its first.
        let first_line =
            source.get(problem.span.clone()).and_then(|part| part.find('\n')).map_or(problem.span.end, |at| problem.span.start + at);
        let span = problem.span.start..first_line.max(problem.span.start);
        title
            .element(Snippet::source(source.into_owned()).path(path).annotation(AnnotationKind::Primary.span(span)))
            .element(help_level.message(help))
    };
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Unicode).render(&[group])
}

fn summary(problems: &[Problem], sources: &Sources, language: Language) -> String {
    let errors = problems.iter().filter(|problem| problem.fault.severity() == Severity::Error).count();
    let warnings = problems.len() - errors;
    let files = sources.count();
    match language {
        Language::Vietnamese => format!("Đã đọc {files} tệp: {errors} lỗi, {warnings} điều cần nhắc."),
        Language::English => {
            let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
            format!("Read {}: {}, {}.", count(files, "file"), count(errors, "error"), count(warnings, "warning"))
        }
    }
}
