//! Spanish verbs with pronouns written on their end: "detenerlo", "llevándoselo".

use super::lexicon::{Lexicon, VerbReading};
use crate::VerbForm;

const PRONOUNS: [&str; 11] = ["los", "las", "les", "nos", "lo", "la", "le", "me", "te", "se", "os"];

/// The verb of a form with one or two pronouns on its end; only infinitives, gerunds and plural commands are taken apart.
pub(super) fn read(low: &str, lexicon: &Lexicon) -> Option<VerbReading> {
    let (verb, _) = split(low, lexicon)?;
    let bare = plain(verb);
    let reading = |form: &str| {
        let wanted = |r: &&VerbReading| matches!(r.form.verb, Some(VerbForm::Infinitive | VerbForm::Gerund));
        lexicon.verbs(form).iter().find(wanted).cloned()
    };
    reading(verb).or_else(|| reading(&bare)).or_else(|| {
        // A regular verb that no list holds.
        let form = if bare.ends_with("ndo") { VerbForm::Gerund } else { VerbForm::Infinitive };
        let lemma = if let Some(stem) = bare.strip_suffix("ando") {
            format!("{stem}ar")
        } else if let Some(stem) = bare.strip_suffix("iendo") {
            format!("{stem}ir")
        } else {
            bare.clone()
        };
        (bare.chars().count() >= 5)
            .then(|| VerbReading { lemma, form: crate::Form { verb: Some(form), ..crate::Form::default() } })
    })
}

/// The pronouns on the end of `low`, the last first; empty where there are none.
pub(crate) fn pronouns(low: &str, lexicon: &Lexicon) -> Vec<&'static str> {
    split(low, lexicon).map_or_else(Vec::new, |(_, pronouns)| pronouns)
}

fn split<'a>(low: &'a str, lexicon: &Lexicon) -> Option<(&'a str, Vec<&'static str>)> {
    let mut verb = low;
    let mut found = Vec::new();
    for _ in 0..2 {
        let Some(pronoun) = PRONOUNS.into_iter().find(|pronoun| verb.ends_with(pronoun) && verb.len() >= pronoun.len() + 2)
        else {
            break;
        };
        verb = &verb[..verb.len() - pronoun.len()];
        found.push(pronoun);
        let infinitive = ["ar", "er", "ir", "ár", "ér", "ír"].iter().any(|end| verb.ends_with(end));
        let gerund = ["ándo", "éndo", "ando", "iendo"].iter().any(|end| verb.ends_with(end));
        if !(infinitive || gerund) {
            continue;
        }
        let bare = plain(verb);
        let known = [verb, bare.as_str()]
            .iter()
            .any(|form| lexicon.verbs(form).iter().any(|r| matches!(r.form.verb, Some(VerbForm::Infinitive | VerbForm::Gerund))));
        if known || (gerund && verb.contains(['á', 'é'])) {
            return Some((verb, found));
        }
    }
    None
}

/// Without the accent that the pronouns bring.
fn plain(verb: &str) -> String {
    verb.chars()
        .map(|c| match c {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            other => other,
        })
        .collect()
}
