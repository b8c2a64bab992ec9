//! Numbers of persons and things: their value, how they bound a count, and what they count.
//!
//! [`find`] reads figures and words ("1.400", "veintisiete", "two dozen", "hundreds") with the words that bound them; dates, ages, years,
//! money, percentages, times of day and numbers inside names are none. [`count`] says, once phrases are known, what each counts.

mod counted;
mod figure;

use crate::names::lists;
use crate::{Analysis, Number};
use paradero_model::{Bound, Span};

pub(crate) use counted::count;

/// The numbers of the text, not yet what they count. Reads words, dates and names.
pub(crate) fn find(body: &str, found: &Analysis) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < found.words.len() {
        let Some(figure) = figure::at(body, found, at) else {
            at += 1;
            continue;
        };
        at = figure.words.end;
        let span = found.words[figure.words.start].span.to(found.words[figure.words.end - 1].span);
        if is_other(body, found, &figure, span) {
            continue;
        }
        let (bound, span) = bounded(body, found, &figure, span);
        numbers.push(Number { span, value: figure.value, bound, of: None, persons: false });
    }
    numbers
}

/// The bound that the words before (or "or more" behind) put on a number, and the number's span with them.
fn bounded(body: &str, found: &Analysis, figure: &figure::Figure, span: Span) -> (Bound, Span) {
    let start = figure.words.start;
    for count in (1..=3).rev().filter(|count| *count <= start) {
        let first = found.words[start - count].span;
        let Some(words) = body.get(first.start()..found.words[start - 1].span.end()) else { continue };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        for (key, bound) in [("least", Bound::AtLeast), ("most", Bound::AtMost), ("about", Bound::About)] {
            let hedge = lists::numbers().has(key, &words)
                && !(words == "como" && figure.words.len() == 1 && figure.value.is_none_or(|value| value < 10));
            if hedge && same_sentence(found, first, span) {
                return (bound, first.to(span));
            }
        }
    }
    let behind = body.get(span.end()..).unwrap_or("").trim_start().to_lowercase();
    if ["or more", "o más", "plus"].iter().any(|words| behind.starts_with(words)) {
        return (Bound::AtLeast, span);
    }
    (if figure.vague { Bound::About } else { Bound::Exact }, span)
}

fn same_sentence(found: &Analysis, a: Span, b: Span) -> bool {
    found.sentence_at(a.start()) == found.sentence_at(b.start())
}

/// Dates, ages, years, money, shares, times of day, numbers in names and of documents: none of them counts anybody.
fn is_other(body: &str, found: &Analysis, figure: &figure::Figure, span: Span) -> bool {
    let inside =
        found.dates.iter().any(|date| date.span.overlaps(span)) || found.names.iter().any(|name| name.span.overlaps(span));
    if inside {
        return true;
    }
    let before = body.get(..span.start()).unwrap_or("");
    let after = body.get(span.end()..).unwrap_or("");
    if before.ends_with(['$', '€', '£', '#', '§', '-', '/', '.', '(', '“', '‘'])
        && !(before.ends_with('(') || before.ends_with(['“', '‘', '.']) && before.len() > 1 && figure.in_words)
        && !before.ends_with("--")
        || after.starts_with(['%', '°', '/', '€', 'º', 'ª'])
        || after.starts_with('-') && !after.starts_with("--") && !figure.in_words
        || after.starts_with("-year")
        || after.starts_with(".º")
        || after.starts_with([':', '.']) && after[1..].starts_with(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    let next: String = after
        .split_whitespace()
        .take(1)
        .collect::<String>()
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '%')
        .to_lowercase();
    let two = after.split_whitespace().take(2).collect::<Vec<_>>().join(" ").to_lowercase();
    let last: String =
        before.split_whitespace().next_back().unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let joined = after.starts_with([' ', '\u{a0}', '\n']);
    if joined
        && (lists::numbers().has("unit", &next) || lists::numbers().has("unit", two.trim_matches(|c: char| !c.is_alphanumeric())))
    {
        return true;
    }
    // "millones de pesos": a scale before money.
    if joined && next == "de" && two.ends_with("pesos") || two == "de dólares" || two == "de euros" || two == "de bolívares" {
        return true;
    }
    let labels = [
        "no",
        "número",
        "num",
        "núm",
        "number",
        "article",
        "artículo",
        "art",
        "section",
        "sec",
        "page",
        "pág",
        "chapter",
        "capítulo",
        "ley",
        "decreto",
        "expediente",
        "case",
        "room",
        "sala",
        "calle",
        "carrera",
        "avenida",
        "km",
        "kilómetro",
        "módulo",
        "celda",
        "cell",
        "tribunal",
        "juzgado",
        "edad",
        "aged",
        "age",
        "res",
        "resolution",
        "resolución",
        "title",
        "título",
        "tel",
        "call",
        "called",
        "apartado",
        "ruta",
        "rule",
        "canal",
        "chapter",
        "grado",
        "vs",
        "c",
    ];
    if !figure.in_words && labels.contains(&last.as_str()) {
        return true;
    }
    // A bare year, and an age behind a name: "in 2021", "Ana Paz, 47,".
    let year = figure.value.is_some_and(|value| (1500..=2100).contains(&value)) && !figure.grouped && !figure.in_words;
    let person = figure::counts_persons(&next);
    if year && !person {
        return true;
    }
    // "el día 12", "miércoles 12", "§ 1226", "(1) to condemn": days, sections and items of a list.
    if !figure.in_words
        && (lists::words().has("calendar", &last)
            || matches!(last.as_str(), "día" | "day")
            || before.trim_end().ends_with(['§', '}'])
            || next == "u.s.c")
    {
        return true;
    }
    let item = before.ends_with('(') && after.starts_with(')') && after[1..].trim_start().starts_with(char::is_lowercase);
    if item && figure.value.is_some_and(|value| value < 40) {
        return true;
    }
    let stops = after.starts_with([',', ')', '.', ';']) || after.trim().is_empty();
    let comma = before.trim_end().ends_with(',') || before.ends_with('(');
    let before_it = found.names.partition_point(|name| name.span.end() <= span.start());
    let behind_name = before_it.checked_sub(1).and_then(|at| found.names.get(at)).is_some_and(|name| {
        body.get(name.span.end()..span.start()).is_some_and(|gap| matches!(gap.trim(), "," | "(" | ", de" | ", aged"))
    });
    comma && stops && behind_name && figure.value.is_some_and(|value| value < 120)
}
