//! An analysis told in lines: each list of it, in its order, with the words each span stands for.

use paradero_lang::Analysis;
use paradero_model::{Span, Text};
use std::fmt::Write as _;

/// The analysis of a text. Words are left to the clauses that use them: a list of them all would hide the rest.
pub fn told(text: &Text, analysis: &Analysis) -> String {
    let words = |span: Span| span.of(text.body()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let maybe = |span: Option<Span>| span.map_or_else(|| "-".to_owned(), words);
    let mut told = format!("=== {} ({} words)\n", text.about.title.as_deref().unwrap_or("-"), analysis.words.len());
    for (at, sentence) in analysis.sentences.iter().enumerate() {
        let kind = if sentence.heading { "heading" } else { "sentence" };
        let _ = writeln!(told, "\n{kind} {at} {:?} {}", sentence.span, words(sentence.span));
        for clause in analysis.clauses.iter().filter(|clause| clause.sentence == at) {
            let head = words(analysis.words[clause.head].span);
            let negated = if clause.negation.is_some() { " not" } else { "" };
            let _ = writeln!(
                told,
                "  clause{negated} {head} [{:?} {:?} {:?}] {:?}",
                clause.voice,
                clause.form,
                clause.link,
                words(clause.span)
            );
            for argument in &clause.arguments {
                let preposition = argument.preposition.as_deref().map(|word| format!(" {word}")).unwrap_or_default();
                let _ = writeln!(told, "    {:?}{preposition}: {}", argument.role, words(argument.span));
            }
        }
    }
    told.push('\n');
    for name in &analysis.names {
        let _ = writeln!(told, "name {:?}: {} (title {})", name.kind, words(name.span), maybe(name.title));
    }
    for date in &analysis.dates {
        let _ = writeln!(told, "date {}: {}", date.edtf, words(date.span));
    }
    for number in &analysis.numbers {
        let value = number.value.map_or_else(|| "?".to_owned(), |value| value.to_string());
        let _ = writeln!(told, "number {} {value} of {} (persons {})", number.bound.name(), maybe(number.of), number.persons);
    }
    for quotation in &analysis.quotations {
        let _ = writeln!(told, "quotation by {}: {}", maybe(quotation.speaker), words(quotation.inside));
    }
    for chain in analysis.chains.iter().filter(|chain| chain.mentions.len() > 1) {
        let mentions: Vec<_> = chain.mentions.iter().map(|mention| words(mention.span)).collect();
        let _ = writeln!(told, "chain {}: {}", maybe(chain.name), mentions.join(" | "));
    }
    told.push('\n');
    told
}
