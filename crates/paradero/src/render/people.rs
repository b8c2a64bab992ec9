//! The list of persons, each with the number that other commands take, and the pairs that wait for a judgement.

use super::{LABEL, QUIET, Showing, heading, paint, weight};
use crate::words::say;
use paradero_case::{CaseFile, People, Person, Standing};
use paradero_model::{Lang, Mention};
use paradero_publish::terms::{Phrase, Term as _};

/// The list, in Markdown. `file` gives the case file of a person; `showing` says what may be shown.
#[must_use]
pub fn people(people: &People, file: impl Fn(&Person) -> CaseFile, showing: &Showing, lang: Lang) -> String {
    if people.persons.is_empty() {
        return format!("{}\n", say(lang, "people_none", &[]));
    }
    let mut out = String::new();
    for (standing, title) in [(Standing::OfTheCase, "people_of_case"), (Standing::Named, "people_named")] {
        let group: Vec<_> = people.persons.iter().enumerate().filter(|(_, person)| person.standing == standing).collect();
        if group.is_empty() {
            continue;
        }
        out.push_str(&format!("{}\n\n", heading(2, &say(lang, title, &[]))));
        for (at, person) in group {
            out.push_str(&entry(at + 1, person, &file(person), showing, lang));
        }
        out.push('\n');
    }
    if !people.unsure.is_empty() {
        out.push_str(&format!("{}\n\n", heading(2, &say(lang, "people_unsure", &[]))));
        for pair in &people.unsure {
            let name = |mention: &Mention| match people.persons.iter().position(|person| person.mentions.contains(mention)) {
                Some(at) => {
                    let person = &people.persons[at];
                    format!("{} ({})", showing.name(&mention.name, person.minor.is_some()), at + 1)
                }
                None => String::new(),
            };
            let why: Vec<_> = pair.why.iter().map(|reason| reason.code.say(lang)).collect();
            out.push_str(&format!("- {} / {}: {}\n", name(&pair.a), name(&pair.b), paint(QUIET, &why.join("; "))));
        }
    }
    out
}

/// One person: number, name, where they are as far as the latest sign says, and how much stands behind it.
fn entry(number: usize, person: &Person, file: &CaseFile, showing: &Showing, lang: Lang) -> String {
    let name = showing.name(&person.name, person.minor.is_some());
    let mut line = format!("{number:>3}. {}  {}\n", paint(LABEL, &name), paint(QUIET, &weight(file, lang)));
    if person.standing == Standing::OfTheCase {
        let fate: Vec<_> = file.fate.fates().into_iter().map(|sign| sign.say(lang)).collect();
        let fate = if fate.is_empty() { Phrase::NotRecorded.say(lang).to_owned() } else { fate.join(" / ") };
        line.push_str(&format!("     {}: {fate}\n", Phrase::Fate.say(lang)));
    }
    line
}
