//! An age that is told of another time: "fled at 16", "when he was 16", "llegó a los 16 años".
//!
//! It is the age of the person neither at the report nor at the acts of the case, unless the nearest act told beside it is one of
//! them: "was arrested at 16" tells a child's arrest.

use crate::{Record, fold};
use paradero_model::{ActCode, Claim, Property, Span, Statement};

/// What stands before the number where the age is of another time; folded words.
const BEFORE: &[&str] = &[
    "at",
    "at age",
    "at just",
    "at the age of",
    "at age of",
    "since",
    "since age",
    "since the age of",
    "when he was",
    "when she was",
    "when they were",
    "when i was",
    "cuando tenia",
    "a los",
    "desde los",
    "con solo",
    "a la edad de",
    "desde la edad de",
];

/// Words after the number that tie the age to what was done then.
const AFTER: &[&str] = &["when", "cuando"];

/// How far the words that tie an age to a time may stand from its number, in words.
const NEAR: usize = 4;

/// Whether the statement, an age of the person whom `named` knows, tells an age of another time.
pub(crate) fn past_age(record: &Record, statement: &Statement, named: impl Fn(&str) -> bool) -> bool {
    let Claim::Attribute(age) = statement.claim() else { return false };
    if age.property != Property::Age {
        return false;
    }
    let anchor = statement.anchor();
    let Some(body) = record.text(anchor.text()).map(|text| text.body()) else { return false };
    let sentence = sentence(body, anchor.span());
    let words = fold(sentence.of(body).unwrap_or_default());
    let number: String = age.value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    if number.is_empty() || !tied(&words, &number) {
        return false;
    }
    // The nearest act in the sentence says of what time it is; where two are equally near, the age is taken as told of the case.
    let acts = record.statements_of(anchor.text()).filter_map(|drafted| match drafted.statement.claim() {
        Claim::Act(act) if act.whom.iter().any(|whom| named(whom)) => {
            let span = drafted.statement.anchor().span();
            sentence.overlaps(span).then(|| (gap(span, anchor.span()), !before_the_case(act.code)))
        }
        _ => None,
    });
    acts.min_by_key(|(gap, of_the_case)| (*gap, !of_the_case)).is_none_or(|(_, of_the_case)| !of_the_case)
}

/// Whether words before or after the number tie it to a time.
fn tied(words: &str, number: &str) -> bool {
    let words: Vec<&str> = words.split(' ').collect();
    words.iter().enumerate().filter(|(_, word)| **word == number).any(|(at, _)| {
        let before = words[at.saturating_sub(NEAR)..at].join(" ");
        let led = BEFORE.iter().any(|lead| before == *lead || before.ends_with(&format!(" {lead}")));
        led || words[at + 1..].iter().take(NEAR - 1).any(|word| AFTER.contains(word))
    })
}

/// Acts that come before a case: how somebody fled or came.
fn before_the_case(code: ActCode) -> bool {
    matches!(code, ActCode::Flight | ActCode::Arrival | ActCode::AsylumClaim)
}

/// Bytes between two spans; none where they overlap.
fn gap(a: Span, b: Span) -> usize {
    a.start().saturating_sub(b.end()).max(b.start().saturating_sub(a.end()))
}

/// The sentence around a span: from the last full stop before it to the first one after.
fn sentence(body: &str, span: Span) -> Span {
    let end_of = |text: &str| [". ", ".\n", "? ", "! ", "\n\n", ".”", ".»"].iter().filter_map(|end| text.find(end)).min();
    let before = body.get(..span.start()).unwrap_or_default();
    let mut start = 0;
    while let Some(end) = end_of(&before[start..]) {
        start += end + before[start + end..].chars().take(2).map(char::len_utf8).sum::<usize>();
    }
    let after = body.get(span.end()..).unwrap_or_default();
    Span::new(start, span.end() + end_of(after).unwrap_or(after.len()))
}
