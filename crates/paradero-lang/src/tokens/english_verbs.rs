//! The forms of English verbs, made from the list of their base forms.

use super::lexicon::VerbReading;
use crate::{Form, Tense, VerbForm};
use std::collections::{HashMap, HashSet};

/// Every form with its readings, the verbs that take an object, and those whose base form is a noun as well.
pub(super) type Read = (HashMap<String, Vec<VerbReading>>, HashSet<&'static str>, HashSet<&'static str>);

/// What the marks of the entries say.
#[derive(Default)]
struct Marks {
    transitive: HashSet<&'static str>,
    nouns: HashSet<&'static str>,
}

/// Reads the list.
pub(super) fn read(list: &'static str) -> Read {
    let (mut forms, mut marks) = (HashMap::new(), Marks::default());
    let mut irregular = false;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('[') {
            irregular = line == "[irregular]";
            continue;
        }
        let mut fields = line.split_whitespace();
        if irregular {
            let (Some(base), Some(past), Some(participle)) = (fields.next(), fields.next(), fields.next()) else { continue };
            let base = entry(base, &mut marks);
            add_common(base, &mut forms);
            past.split('/').for_each(|past| add(&mut forms, past, base, finite(Tense::Past)));
            participle.split('/').for_each(|form| add(&mut forms, form, base, verb(VerbForm::Participle)));
        } else {
            for base in fields {
                let base = entry(base, &mut marks);
                add_common(base, &mut forms);
                for past in past_forms(base) {
                    add(&mut forms, &past, base, finite(Tense::Past));
                    add(&mut forms, &past, base, verb(VerbForm::Participle));
                }
            }
        }
    }
    (forms, marks.transitive, marks.nouns)
}

/// Takes the marks off an entry.
fn entry(text: &'static str, marks: &mut Marks) -> &'static str {
    let base = text.trim_end_matches(['+', '*']);
    if text.contains('+') {
        marks.transitive.insert(base);
    }
    if text.contains('*') {
        marks.nouns.insert(base);
    }
    base
}

fn verb(form: VerbForm) -> Form {
    Form { verb: Some(form), ..Form::default() }
}

fn finite(tense: Tense) -> Form {
    Form { verb: Some(VerbForm::Finite), tense: Some(tense), ..Form::default() }
}

fn add(forms: &mut HashMap<String, Vec<VerbReading>>, form: &str, lemma: &str, says: Form) {
    let readings = forms.entry(form.to_owned()).or_default();
    if !readings.iter().any(|reading| reading.form.verb == says.verb && reading.form.tense == says.tense) {
        readings.push(VerbReading { lemma: lemma.to_owned(), form: says });
    }
}

/// Base, third person and gerund.
fn add_common(base: &str, forms: &mut HashMap<String, Vec<VerbReading>>) {
    add(forms, base, base, verb(VerbForm::Infinitive));
    let third = if base == "have" { "has".to_owned() } else { third(base) };
    add(forms, &third, base, Form { person: Some(3), plural: Some(false), ..finite(Tense::Present) });
    for gerund in gerunds(base) {
        add(forms, &gerund, base, verb(VerbForm::Gerund));
    }
}

fn third(base: &str) -> String {
    if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        format!("{stem}ies")
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| base.ends_with(end)) {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

/// Whether the last consonant may be doubled: one vowel before one consonant.
fn doubles(base: &str) -> bool {
    let mut back = base.chars().rev();
    let (last, vowel, before) = (back.next().unwrap_or(' '), back.next().unwrap_or(' '), back.next().unwrap_or(' '));
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y' | 'h') && is_vowel(vowel) && (!is_vowel(before) || before == 'u')
}

fn past_forms(base: &str) -> Vec<String> {
    if base.ends_with('e') {
        return vec![format!("{base}d")];
    }
    if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return vec![format!("{stem}ied")];
    }
    let mut forms = vec![format!("{base}ed")];
    if doubles(base) {
        forms.push(format!("{base}{}ed", base.chars().next_back().unwrap_or(' ')));
    }
    forms
}

fn gerunds(base: &str) -> Vec<String> {
    if let Some(stem) = base.strip_suffix("ie") {
        return vec![format!("{stem}ying")];
    }
    if let Some(stem) = base.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])) {
        return vec![format!("{stem}ing")];
    }
    let mut forms = vec![format!("{base}ing")];
    if doubles(base) {
        forms.push(format!("{base}{}ing", base.chars().next_back().unwrap_or(' ')));
    }
    forms
}

/// The likely base of a regular form that no list holds: "rehoused" → "rehouse".
pub(super) fn guess(low: &str) -> Vec<VerbReading> {
    let stem_of = |end: &str| low.strip_suffix(end).filter(|stem| stem.chars().count() >= 3);
    let Some((stem, form)) = stem_of("ed")
        .map(|stem| (stem, finite(Tense::Past)))
        .or_else(|| stem_of("ing").map(|stem| (stem, verb(VerbForm::Gerund))))
    else {
        return Vec::new();
    };
    let lemma = if let Some(stem) = stem.strip_suffix('i') {
        format!("{stem}y")
    } else if ["at", "iz", "is", "s", "c", "v", "g", "u"].iter().any(|end| stem.ends_with(end))
        && !stem.ends_with("ss")
        && !stem.ends_with("ng")
    {
        format!("{stem}e")
    } else {
        let mut back = stem.chars().rev();
        let (last, before) = (back.next(), back.next());
        if last == before && !matches!(last, Some('s' | 'l')) { stem[..stem.len() - 1].to_owned() } else { stem.to_owned() }
    };
    let mut readings = vec![VerbReading { lemma, form }];
    if form.verb == Some(VerbForm::Finite) {
        readings.push(VerbReading { lemma: readings[0].lemma.clone(), form: verb(VerbForm::Participle) });
    }
    readings
}
