//! The shape of the codebook's files, and the errors that say where one is wrong.

use super::CodebookError;
use paradero_model::ActCode;
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;

/// One act of `acts.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ActEntry {
    pub lasting: Option<String>,
    pub on: Vec<String>,
    pub by: Vec<String>,
    pub about: Vec<String>,
    pub nouns: Vec<String>,
    pub states: Vec<String>,
}

/// `speech.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Speech {
    pub say: Vec<String>,
    pub according: Vec<String>,
    pub alleging: Vec<String>,
    pub denying: Vec<String>,
    pub possible: Vec<String>,
    pub alleged_words: Vec<String>,
    pub possible_words: Vec<String>,
    pub possible_nouns: Vec<String>,
    pub modal: Vec<String>,
    pub ended: Vec<String>,
    pub presuming: Vec<String>,
    pub lasting: Vec<String>,
}

/// `persons.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Persons {
    pub person: Vec<String>,
    pub family: Vec<String>,
    pub lawyer: Vec<String>,
    pub occupation: Vec<String>,
    pub role: Vec<String>,
    pub immigration_status: Vec<String>,
    pub orientation: Vec<String>,
    pub religion: Vec<String>,
    pub politics: Vec<String>,
    pub health: Vec<String>,
    pub mark: Vec<String>,
    pub criminal_record: Vec<String>,
    pub alias: Vec<String>,
    pub home: Vec<String>,
    pub birth: Vec<String>,
    pub age: Vec<String>,
    /// Labels of persons with the act they tell of.
    pub labels: BTreeMap<String, ActCode>,
}

/// `places.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Places {
    pub custody: Vec<String>,
    pub court: Vec<String>,
    pub judge: Vec<String>,
    pub abroad: Vec<String>,
    pub place: Vec<String>,
    pub countries: Vec<Country>,
}

/// A country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Country {
    pub names: Vec<String>,
    pub people: Vec<String>,
}

/// `claims.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claims {
    pub accuse: Accuse,
    pub origin: OriginCues,
}

/// Frames of accusation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Accuse {
    pub on: Vec<String>,
    pub claim: Vec<String>,
    pub say: Vec<String>,
    pub marks: Vec<String>,
    pub proof: Vec<String>,
    pub bare_proof: Vec<String>,
    pub point: Vec<String>,
    pub wrong: Vec<String>,
    pub answer_openings: Vec<String>,
    pub answer_verbs: Vec<String>,
    pub answer_phrases: Vec<String>,
}

/// Cues of origin.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OriginCues {
    pub according_to: Vec<String>,
    pub featured_on: Vec<String>,
    pub published_by: Vec<String>,
    pub republished_from: Vec<String>,
    pub media: Vec<String>,
    pub wires: Vec<String>,
    pub medium: Vec<String>,
    pub documents: Vec<String>,
}

/// Reads one file of the shape `T`.
pub(crate) fn read<T: DeserializeOwned>((name, text): &(String, &str)) -> Result<T, CodebookError> {
    toml::from_str(text).map_err(|error| CodebookError {
        file: name.clone(),
        line: error.span().map(|span| line_of(text, span.start)),
        message: format!("{}; README.md of the codebook shows the shape of this file", error.message()),
    })
}

/// Reads `acts.toml`: each table is one act.
pub(crate) fn acts(name: &str, text: &str) -> Result<Vec<(ActCode, ActEntry)>, CodebookError> {
    let tables: BTreeMap<String, ActEntry> = read(&(name.to_owned(), text))?;
    tables
        .into_iter()
        .map(|(key, entry)| match ActCode::of_name(&key) {
            Some(code) => Ok((code, entry)),
            None => Err(at(name, text, &format!("[{key}]"), unknown_act(&key))),
        })
        .collect()
}

/// An error at the line that holds `entry`.
pub(crate) fn at(name: &str, text: &str, entry: &str, message: String) -> CodebookError {
    let line = text.find(&format!("\"{entry}\"")).or_else(|| text.find(entry)).map(|start| line_of(text, start));
    CodebookError { file: name.to_owned(), line, message }
}

/// What to say of an act that does not exist.
pub(crate) fn unknown_act(name: &str) -> String {
    let known: Vec<_> = ActCode::ALL.iter().map(|code| code.name()).collect();
    format!("there is no act `{name}`; write one of: {}", known.join(", "))
}

fn line_of(text: &str, start: usize) -> usize {
    text.get(..start).map_or(1, |before| before.matches('\n').count() + 1)
}
