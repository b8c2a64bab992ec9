//! Speech without marks: the turns of an interview or hearing ("A: I told them."), and what follows "said:" with a capital.

use crate::names::lists;
use crate::{Analysis, NameKind, Quotation};
use paradero_model::Span;

/// Labels of those who only ask.
const ASKING: [&str; 26] = [
    "q",
    "p",
    "q.",
    "p.",
    "question",
    "pregunta",
    "host",
    "interviewer",
    "moderator",
    "presenter",
    "presentadora",
    "presentador",
    "periodista",
    "entrevistador",
    "entrevistadora",
    "moderador",
    "moderadora",
    "conductor",
    "conductora",
    "locutor",
    "locutora",
    "reporter",
    "reportero",
    "reportera",
    "the court",
    "anchor",
];
const ANSWERING: [&str; 6] = ["a", "r", "a.", "r.", "answer", "respuesta"];

/// The turns and colon speeches of the text.
pub(super) fn find(body: &str, found: &Analysis) -> Vec<Quotation> {
    let lines = labelled(body);
    let mut turns = Vec::new();
    let count = |label: &str| lines.iter().filter(|line| line.key == label).count();
    let interview = lines.iter().any(|line| ASKING.contains(&line.key.as_str())) && lines.len() >= 2;
    for (at, line) in lines.iter().enumerate() {
        let person = found.names.iter().find(|name| line.label.contains(name.span) && name.kind == NameKind::Person);
        let answers = ANSWERING.contains(&line.key.as_str());
        if ASKING.contains(&line.key.as_str()) || !interview && (person.is_none() || count(&line.key) < 2 && lines.len() < 3) {
            continue;
        }
        if !answers && person.is_none() {
            continue;
        }
        let end = lines.get(at + 1).map_or(body.len(), |next| next.label.start());
        let inside = body[line.from..end].find("\n\n").map_or(end, |n| line.from + n);
        let words = body[line.from..inside].trim_end();
        let speaker = person.map(|name| name.span).or_else(|| interviewed(found));
        if words.split_whitespace().count() >= 2 {
            let inside = Span::new(line.from, line.from + words.len());
            turns.push(Quotation { span: inside, inside, speaker, cue: Some(line.label) });
        }
    }
    turns.extend(colons(body, found));
    turns
}

/// The one interviewed where labels do not say: the first person of the text.
fn interviewed(found: &Analysis) -> Option<Span> {
    found.names.iter().find(|name| name.kind == NameKind::Person).map(|name| name.span)
}

/// A line that opens with a short label and a colon.
struct Line {
    label: Span,
    /// The label lower-cased, without what stands in brackets.
    key: String,
    /// Where its words start.
    from: usize,
}

fn labelled(body: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let text = line.trim();
        if let Some(colon) = text.char_indices().take(80).find(|(_, c)| *c == ':').map(|(at, _)| at) {
            let label = &text[..colon];
            let bare = label.split('(').next().unwrap_or(label).trim();
            let rest = &text[colon + 1..];
            let short = bare.split_whitespace().count() <= 5 && !bare.is_empty();
            let capital = bare.starts_with(char::is_uppercase)
                && bare.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || "dely".contains(c)));
            if short && capital && rest.starts_with(char::is_whitespace) && !rest.trim().is_empty() {
                let skip = rest.len() - rest.trim_start().len();
                let from = start + lead + colon + 1 + skip;
                lines.push(Line { label: Span::new(start + lead, start + lead + colon), key: bare.to_lowercase(), from });
            }
        }
        start += line.len();
    }
    lines
}

/// "The Supreme Court said: You need to facilitate his return." and a block set in behind "He yells out:".
fn colons(body: &str, found: &Analysis) -> Vec<Quotation> {
    let mut speeches = Vec::new();
    for (at, word) in found.words.iter().enumerate() {
        let Some(colon) =
            found.words.get(at + 1..at + 3).and_then(|next| next.iter().position(|next| next.span.of(body) == Some(":")))
        else {
            continue;
        };
        let Some(text) = word.span.of(body) else { continue };
        if !lists::words().has("saying", &text.to_lowercase()) {
            continue;
        }
        let Some(first) = found.words.get(at + colon + 2) else { continue };
        let Some(lead) = first.span.of(body) else { continue };
        if !lead.starts_with(|c: char| c.is_uppercase() || "¿¡".contains(c)) {
            continue;
        }
        let gap = body.get(found.words[at + colon + 1].span.end()..first.span.start()).unwrap_or("");
        let block = gap.contains("\n\n") || gap.matches('\n').count() > 1;
        if block && !gap.ends_with("  ") {
            continue;
        }
        let rest = &body[first.span.start()..];
        let paragraph = rest.find("\n\n").unwrap_or(rest.len());
        let sentence = found
            .sentence_at(first.span.start())
            .map_or(paragraph, |n| found.sentences[n].span.end().saturating_sub(first.span.start()));
        let length = if block { paragraph } else { sentence.min(paragraph) };
        let Some(words) = rest.get(..length).map(str::trim_end).filter(|words| words.split_whitespace().count() >= 3) else {
            continue;
        };
        let Some((speaker, cue)) = super::cue::around(body, found, at) else { continue };
        let inside = Span::new(first.span.start(), first.span.start() + words.len());
        speeches.push(Quotation { span: inside, inside, speaker: Some(speaker), cue: Some(cue) });
    }
    speeches
}
