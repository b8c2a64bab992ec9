//! Drafts as JSONL, a statement a line, in the shape that other programs and scorers read.
//!
//! `report`, `kind`, `words`, `start` and `end` stand on every line; the rest is by kind. Offsets count Unicode code points of the
//! text, as W3C Web Annotation does; inside Paradero they are bytes.

use paradero_model::{Claim, Edtf, Statement, Text};
use serde_json::{Map, Value, json};

/// One statement as a line, without the line's end. `None` where the statement is of another text.
#[must_use]
pub fn line(report: &str, text: &Text, statement: &Statement) -> Option<String> {
    if !statement.anchor().holds(text) {
        return None;
    }
    let (start, end) = text.chars(statement.anchor().span())?;
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("report", json!(report));
    put("kind", json!(statement.claim().kind()));
    put("words", json!(statement.anchor().words()));
    put("start", json!(start));
    put("end", json!(end));
    match statement.claim() {
        Claim::Act(act) => {
            put("act", json!(act.code.name()));
            put("whom", json!(act.whom));
            put("group", json!(act.group));
            put("who", json!(act.who));
            put("when", json!(act.when.as_ref().map(Edtf::as_str)));
            put("where", json!(act.place));
            put("from", json!(act.from));
            put("modality", json!(act.modality.name()));
            put("says", json!(act.says));
            if let Some(outcome) = &act.outcome {
                put("outcome", json!(outcome));
            }
        }
        Claim::Attribute(attribute) => {
            put("person", json!(attribute.person));
            put("property", json!(attribute.property.name()));
            put("value", json!(attribute.value));
            put("modality", json!(attribute.modality.name()));
            put("says", json!(attribute.says));
        }
        Claim::Allegation(allegation) => {
            put("about", json!(allegation.about));
            put("group", json!(allegation.group));
            put("claim", json!(allegation.claim));
            put("by", json!(allegation.by));
            put("evidence", json!(allegation.evidence));
            put("answer", json!(allegation.answer));
        }
        Claim::Quote(quote) => {
            put("speaker", json!(quote.speaker));
            put("quoted", json!(quote.quoted));
        }
        Claim::Origin(origin) => {
            put("relation", json!(origin.relation.name()));
            put("outlet", json!(origin.outlet));
        }
        Claim::Count(count) => {
            put("number", json!(count.number));
            put("bound", json!(count.bound.name()));
            put("of", json!(count.of));
            put("act", json!(count.act.map(paradero_model::ActCode::name)));
        }
    }
    Some(Value::Object(object).to_string())
}
