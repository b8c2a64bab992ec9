//! A case file, a list of persons, the drafts and the analysis of a report as a person reads them in a terminal: Markdown, with colours where the
//! terminal has them. (The caller prints through a stream that drops the colours when piped or where `NO_COLOR` is set.)

mod analysis;
mod arcs;
mod case;
mod drafts;
mod people;
mod showing;

pub use analysis::{Labels, analysis};
pub use case::case;
pub use drafts::drafts;
pub use people::people;
pub use showing::Showing;

use crate::words::count;
use anstyle::{AnsiColor, Style};
use paradero_case::CaseFile;
use paradero_model::{About, ActCode, Lang};
use paradero_publish::terms::{Phrase, Term as _, date};

const HEADING: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const DOUBT: Style = AnsiColor::Yellow.on_default();
const AGAINST: Style = AnsiColor::Red.on_default();
const LABEL: Style = AnsiColor::Cyan.on_default();

/// `text` in a style.
fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// A heading of the `depth`-th level.
fn heading(depth: usize, text: &str) -> String {
    paint(HEADING, &format!("{} {text}", "#".repeat(depth)))
}

/// Outlet (or, where none is known, the file) and day of a report, as a reader would cite it: `Correo del Valle, 15 March 2025`.
fn cite(about: &About, lang: Lang) -> String {
    let outlet = about.publisher.as_deref().or(about.report.as_deref()).or(about.title.as_deref());
    let outlet = outlet.unwrap_or(Phrase::Untitled.say(lang));
    match &about.published {
        Some(published) => format!("{outlet}, {}", date(published, lang)),
        None => outlet.to_owned(),
    }
}

/// Title and source of a text, as a heading and a quiet line.
#[must_use]
pub fn title(about: &About, showing: &Showing, lang: Lang) -> String {
    let title = about.title.as_deref().unwrap_or(Phrase::Untitled.say(lang));
    format!("{}\n\n{}\n\n", heading(2, &showing.show(title)), paint(QUIET, &clean(&cite(about, lang))))
}

/// The word before the place of an act: of acts that take a person somewhere, the place is where to.
fn whither(code: ActCode) -> Phrase {
    match code {
        ActCode::Removal | ActCode::Transfer | ActCode::Return | ActCode::Arrival => Phrase::To,
        _ => Phrase::In,
    }
}

/// How much stands behind a case file: `12 statements, 3 reports, 2 independent origins`.
fn weight(file: &CaseFile, lang: Lang) -> String {
    let parts = [
        count(lang, "statements", file.cited.len(), &[]),
        count(lang, "reports", file.origins.reports.len(), &[]),
        count(lang, "origins", file.origins.independent, &[]),
    ];
    parts.join(", ")
}

/// Foreign text made safe to print: on one line, white space folded, without control characters and direction marks, so that no source
/// can move the reader's cursor or colour the terminal.
#[must_use]
pub fn clean(text: &str) -> String {
    let visible: String = text.chars().filter(|c| c.is_whitespace() || !(c.is_control() || hidden(*c))).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that reorder or hide what stands around them.
fn hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_words_cannot_steer_the_terminal() {
        assert_eq!(clean("Ana\u{1b}[31m Ruiz\u{202e}\n  Paz\u{0}"), "Ana[31m Ruiz Paz");
    }
}
