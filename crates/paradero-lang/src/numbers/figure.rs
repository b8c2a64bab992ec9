//! One number as it stands: figures with the separators of both languages, number words, and their sums and products.

use crate::Analysis;
use crate::names::lists;
use paradero_model::Lang;
use std::ops::Range;

/// A number as it stands.
pub(super) struct Figure {
    /// The words it is written with.
    pub(super) words: Range<usize>,
    /// Its value; `None` for "hundreds".
    pub(super) value: Option<u64>,
    /// Whether it is only a rough size: "hundreds", "un centenar", "a dozen", "ochenta y pico".
    pub(super) vague: bool,
    /// Whether figures are grouped: "1,200".
    pub(super) grouped: bool,
    /// Whether it is written in words.
    pub(super) in_words: bool,
}

/// The number that starts at word `at`.
pub(super) fn at(body: &str, found: &Analysis, at: usize) -> Option<Figure> {
    let text = |at: usize| found.words.get(at).and_then(|word| word.span.of(body)).unwrap_or("");
    let first = text(at);
    let low = first.to_lowercase();
    // "once" is eleven in Spanish alone; "both" counts nobody anew.
    if found.lang == Lang::En && low == "once" || matches!(low.as_str(), "both" | "ambos" | "ambas") {
        return None;
    }
    if first.starts_with(|c: char| c.is_ascii_digit()) {
        let (value, grouped) = digits(first)?;
        let mut figure = Figure { words: at..at + 1, value: Some(value), vague: false, grouped, in_words: false };
        while let Some(scale) = scale(&text(figure.words.end).to_lowercase()) {
            figure.value = figure.value.and_then(|value| value.checked_mul(scale));
            figure.grouped = true;
            figure.words.end += 1;
        }
        return Some(figure);
    }
    if lists::numbers().has("vague", &low) {
        // "dos docenas" is a number, "docenas" is not; "miles" of distance are told by the unit before.
        return Some(Figure { words: at..at + 1, value: None, vague: true, grouped: false, in_words: true });
    }
    in_words(found, at, &text)
}

/// The value of figures: `1,200`, `1.200`, `250`; `None` for decimals, times, and what is mixed with letters.
fn digits(text: &str) -> Option<(u64, bool)> {
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return None;
    }
    let groups: Vec<&str> = text.trim_end_matches(['.', ',']).split(['.', ',']).collect();
    let grouped = groups.len() > 1;
    if grouped && (!groups[1..].iter().all(|group| group.len() == 3) || groups[0].len() > 3) {
        return None;
    }
    groups.concat().parse().ok().map(|value| (value, grouped))
}

/// "two", "treinta y uno", "three hundred and seven", "two dozen", "una docena", "medio centenar", "mil cuatrocientos".
fn in_words<'a>(found: &Analysis, start: usize, text: &impl Fn(usize) -> &'a str) -> Option<Figure> {
    let mut at = start;
    let (mut total, mut part): (u64, u64) = (0, 0);
    let mut any = false;
    let mut vague = false;
    let mut last = u64::MAX;
    let first = text(start).to_lowercase();
    if lists::numbers().has("single", &first) {
        // "a dozen", "una docena", "un millar", "medio centenar", "a hundred".
        let next = text(start + 1).to_lowercase();
        let half = matches!(first.as_str(), "medio" | "media");
        let value = match next.as_str() {
            "dozen" | "docena" => 12,
            "centenar" | "hundred" => 100,
            "millar" | "thousand" => 1_000,
            "million" | "millón" => 1_000_000,
            "veintena" => 20,
            "decena" => 10,
            "treintena" => 30,
            _ => return None,
        };
        let value = if half { value / 2 } else { value };
        return Some(Figure { words: start..start + 2, value: Some(value), vague: true, grouped: false, in_words: true });
    }
    while at < found.words.len() && at - start < 8 {
        let low = text(at).to_lowercase();
        let low = low.as_str();
        let joins = matches!(low, "y" | "and" | "-")
            && any
            && (value(&text(at + 1).to_lowercase())
                .is_some_and(|next| next < last.max(100) && next < 100 && fits(last, next, low)));
        if matches!(low, "dozen" | "docenas") && any {
            part *= 12;
            vague = true;
        } else if let Some(scale) = scale(low) {
            let before = if part == 0 { 1 } else { part };
            if scale == 100 {
                part = before.checked_mul(100)?;
            } else {
                total = total.checked_add(before.checked_mul(scale)?)?;
                part = 0;
            }
            last = scale;
        } else if let Some(value) = value(low).filter(|value| !any || *value < last) {
            part = part.checked_add(value)?;
            last = value;
        } else if low == "pico" && any {
            vague = true;
        } else if !(joins || matches!(low, "y") && text(at + 1) == "pico") {
            break;
        } else {
            at += 1;
            continue;
        }
        any = true;
        at += 1;
    }
    let end = (start..at).rev().find(|&at| !matches!(text(at).to_lowercase().as_str(), "y" | "and" | "-"))? + 1;
    let sum = total.checked_add(part)?;
    (any && sum > 1).then_some(Figure { words: start..end, value: Some(sum), vague, grouped: false, in_words: true })
}

/// "treinta y uno", "three hundred and seven"; not "two and three".
fn fits(last: u64, next: u64, link: &str) -> bool {
    match link {
        "y" => (30..=90).contains(&last) && next < 10,
        "-" => (20..=90).contains(&last) && next < 10,
        _ => last >= 100,
    }
}

fn value(word: &str) -> Option<u64> {
    if matches!(word, "one" | "uno" | "una" | "un") {
        return Some(1);
    }
    lists::number_value(word)
}

fn scale(word: &str) -> Option<u64> {
    [100, 1_000, 1_000_000].into_iter().find(|scale| lists::numbers().has(&format!("scale {scale}"), word))
}

/// Whether a noun, lower-cased, says persons.
pub(super) fn counts_persons(noun: &str) -> bool {
    lists::roles().has("group u", noun)
        || lists::words().has("demonym plural", noun)
        || lists::chains().has("generic", noun)
        || lists::is_role(noun) && !lists::chains().has("never", noun)
        || noun
            .strip_suffix('s')
            .is_some_and(|stem| stem.len() > 3 && (lists::is_role(stem) || stem.strip_suffix('e').is_some_and(lists::is_role)))
}
