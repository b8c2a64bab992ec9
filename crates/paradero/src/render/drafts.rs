//! The drafts of one text: title, then each statement with its kind, what it claims, and its exact words.

use super::{DOUBT, LABEL, Showing, paint, title, whither};
use crate::{pipeline::Drafts, words::say};
use paradero_model::{Claim, Lang, Modality, Statement};
use paradero_publish::terms::{Phrase, Term as _, date};

/// The drafts, in Markdown, with protected values withheld.
#[must_use]
pub fn drafts(drafts: &Drafts, lang: Lang) -> String {
    let showing = Showing::of_statements(&drafts.statements, lang);
    let mut out = title(&drafts.text.about, &showing, lang);
    if drafts.statements.is_empty() {
        out.push_str(&format!("{}\n", say(lang, "read_nothing", &[])));
    }
    for statement in &drafts.statements {
        let words = showing.quote(statement.anchor().words());
        out.push_str(&format!("- {}\n  > {words}\n", claim(statement, &showing, lang)));
    }
    out
}

/// What a statement claims, in one line.
fn claim(statement: &Statement, showing: &Showing, lang: Lang) -> String {
    let show = |text: &str| showing.show(text);
    let list = |names: &[String]| names.iter().map(|name| show(name)).collect::<Vec<_>>().join(", ");
    let label = |phrase: Phrase| phrase.say(lang).to_lowercase();
    match statement.claim() {
        Claim::Act(act) => {
            let mut line = format!("{}: {}", paint(LABEL, act.code.say(lang)), list(&act.whom));
            if let Some(when) = &act.when {
                line.push_str(&format!("; {}", date(when, lang)));
            }
            for (phrase, value) in [
                (Phrase::From, &act.from),
                (whither(act.code), &act.place),
                (Phrase::By, &act.who),
                (Phrase::AccordingTo, &act.says),
            ] {
                if let Some(value) = value {
                    line.push_str(&format!("; {} {}", phrase.say(lang), show(value)));
                }
            }
            line + &doubt(act.modality, lang)
        }
        Claim::Attribute(attribute) => {
            let value = showing.value(attribute.property, &attribute.value);
            let property = paint(LABEL, attribute.property.say(lang));
            let says = attribute
                .says
                .as_ref()
                .map(|says| format!("; {} {}", Phrase::AccordingTo.say(lang), show(says)))
                .unwrap_or_default();
            format!("{property}: {}: {value}{says}{}", show(&attribute.person), doubt(attribute.modality, lang))
        }
        Claim::Allegation(allegation) => {
            let mut line = format!(
                "{}: {}: {}",
                paint(LABEL, Phrase::KindAllegation.say(lang)),
                list(&allegation.about),
                show(&allegation.claim)
            );
            if let Some(by) = &allegation.by {
                line.push_str(&format!("; {}: {}", label(Phrase::AllegedBy), show(by)));
            }
            for (phrase, values) in [(Phrase::Evidence, &allegation.evidence), (Phrase::Answers, &allegation.answer)] {
                if !values.is_empty() {
                    line.push_str(&format!("; {}: {}", label(phrase), list(values)));
                }
            }
            line
        }
        Claim::Quote(quote) => {
            let speaker = quote.speaker.as_deref().map_or(Phrase::NotRecorded.say(lang).to_owned(), show);
            format!("{}: {speaker}", paint(LABEL, Phrase::KindQuote.say(lang)))
        }
        Claim::Origin(origin) => {
            format!("{}: {}: {}", paint(LABEL, Phrase::KindOrigin.say(lang)), origin.relation.say(lang), show(&origin.outlet))
        }
        Claim::Count(count) => {
            let number = count.number.map_or_else(|| "?".to_owned(), |number| number.to_string());
            format!("{}: {} {number}: {}", paint(LABEL, Phrase::KindCount.say(lang)), count.bound.say(lang), show(&count.of))
        }
    }
}

fn doubt(modality: Modality, lang: Lang) -> String {
    if modality == Modality::Stated { String::new() } else { format!(" {}", paint(DOUBT, &format!("[{}]", modality.say(lang)))) }
}
