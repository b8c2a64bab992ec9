//! Drafts told in lines: place, kind, rule, claim, words. Complete: invented cases have nothing to protect.

use crate::pipeline::Drafts;
use paradero_model::{Claim, Edtf};
use std::fmt::Write as _;

/// The statements of a text, in its order.
pub fn told(drafts: &Drafts) -> String {
    let mut told = format!("=== {}\n", drafts.text.about.title.as_deref().unwrap_or("-"));
    for statement in &drafts.statements {
        let words: Vec<_> = statement.anchor().words().split_whitespace().collect();
        let _ = writeln!(
            told,
            "{:?} {} ({}) {}",
            statement.anchor().span(),
            statement.claim().kind(),
            statement.rule(),
            claim(statement.claim())
        );
        let _ = writeln!(told, "    \"{}\"", words.join(" "));
    }
    told.push('\n');
    told
}

fn claim(claim: &Claim) -> String {
    let mut parts = Vec::new();
    let mut put = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            parts.push(format!("{name} \"{}\"", value.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    };
    let head = match claim {
        Claim::Act(act) => {
            put(if act.group { "whom (group)" } else { "whom" }, Some(&act.whom.join("; ")));
            put("who", act.who.as_deref());
            put("when", act.when.as_ref().map(Edtf::as_str));
            put("where", act.place.as_deref());
            put("from", act.from.as_deref());
            put("says", act.says.as_deref());
            put("outcome", act.outcome.as_deref());
            format!("{} {}", act.code.name(), act.modality.name())
        }
        Claim::Attribute(attribute) => {
            put("of", Some(&attribute.person));
            put("value", Some(&attribute.value));
            put("says", attribute.says.as_deref());
            format!("{} {}", attribute.property.name(), attribute.modality.name())
        }
        Claim::Allegation(allegation) => {
            put(if allegation.group { "about (group)" } else { "about" }, Some(&allegation.about.join("; ")));
            put("claim", Some(&allegation.claim));
            put("by", allegation.by.as_deref());
            allegation.evidence.iter().for_each(|words| put("evidence", Some(words)));
            allegation.answer.iter().for_each(|words| put("answer", Some(words)));
            String::new()
        }
        Claim::Quote(quote) => {
            put("speaker", quote.speaker.as_deref());
            String::new()
        }
        Claim::Origin(origin) => {
            put("outlet", Some(&origin.outlet));
            origin.relation.name().to_owned()
        }
        Claim::Count(count) => {
            put("number", Some(&count.number.map_or_else(|| "?".to_owned(), |number| number.to_string())));
            put("of", Some(&count.of));
            put("act", count.act.map(paradero_model::ActCode::name));
            count.bound.name().to_owned()
        }
    };
    format!("{head} {}", parts.join(", ")).trim().to_owned()
}
