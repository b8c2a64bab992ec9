//! Words in quotation marks.
//!
//! # What it drafts
//! A quotation whose speaker the report names or describes; the words with their cue ("she said") where it stands beside them.
//!
//! # What it must not draft
//! Scare quotes, titles and the texts of tattoos: words in marks without a speaker.
//!
//! # Examples
//! en: "**“He is innocent,” said his sister.**" es: "**«Es inocente», dijo su hermana.**"
//!
//! # Known misses
//! Verbatim speech without marks.

use super::Draft;
use crate::scene::Scene;
use paradero_lang::{Pos, Quotation};
use paradero_model::{Claim, Quote, Span};

const RULE: &str = "quote/marks";

/// Drafts the quotes.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    scene.found.quotations.iter().filter_map(|quotation| quoted(scene, quotation)).collect()
}

fn quoted(scene: &Scene, quotation: &Quotation) -> Option<Draft> {
    let speaker = quotation.speaker?;
    let quoted = scene.str(quotation.inside).trim().to_owned();
    if quoted.is_empty() {
        return None;
    }
    let naming = quotation.cue.is_some_and(|cue| {
        scene.words(cue).any(|word| matches!(scene.lemma(word), "call" | "llamar" | "denominar" | "dub" | "name"))
    });
    if naming {
        return None;
    }
    // Somebody says it, though the report does not say who: a null subject that takes up nobody.
    let unspoken = scene.words(speaker).all(|word| matches!(scene.found.words[word].pos, Pos::Verb | Pos::Aux));
    let speaker = scene.speaker_name(speaker);
    if speaker.is_none() && !unspoken {
        return None;
    }
    let claim = Claim::Quote(Quote { speaker, quoted });
    Some(Draft { span: words(scene, quotation), claim, rule: RULE })
}

/// The marks, with the cue where no more than a comma or a colon stands between.
fn words(scene: &Scene, quotation: &Quotation) -> Span {
    let Some(cue) = quotation.cue else { return quotation.span };
    let (first, second) = if cue.start() < quotation.span.start() { (cue, quotation.span) } else { (quotation.span, cue) };
    let gap = scene.text.body().get(first.end()..second.start().max(first.end())).unwrap_or("?");
    let other =
        scene.found.quotations.iter().any(|other| other.span != quotation.span && quotation.span.to(cue).overlaps(other.span));
    if gap.chars().count() <= 40 && !other { quotation.span.to(cue) } else { quotation.span }
}
