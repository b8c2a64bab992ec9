//! Words in quotation marks: by the person, or about the person.

use crate::{
    fold,
    scope::{Scope, add},
};
use paradero_model::{Claim, StatementId};
use serde::{Deserialize, Serialize};

paradero_model::named! {
    /// How a quotation belongs to the person.
    AboutVoice {
        /// The person speaks.
        Speaks = "speaks",
        /// The words name the person.
        NamesThem = "names_them",
        /// The words stand in a sentence or statement about the person.
        BesideThem = "beside_them",
        /// The words stand in a report that mentions the person.
        SameReport = "same_report",
    }
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Voice {
    /// Who speaks; `None` where the report does not say.
    pub speaker: Option<String>,
    /// The words inside the marks.
    pub quoted: String,
    /// How it belongs to the person.
    pub how: AboutVoice,
    /// The statements that tell it.
    pub statements: Vec<StatementId>,
    /// How many independent origins tell it.
    pub origins: usize,
}

/// The quotations, those nearest to the person first, then in the order of telling. One quoted by several reports is one voice.
pub(crate) fn voices(scope: &Scope) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for (drafted, how) in &scope.quotes {
        let Claim::Quote(quote) = drafted.statement.claim() else { continue };
        let id = drafted.statement.id();
        match voices.iter_mut().find(|voice| same_voice(voice, quote.speaker.as_deref(), &quote.quoted)) {
            Some(voice) => {
                voice.how = voice.how.min(*how);
                add(&mut voice.statements, id);
            }
            None => voices.push(Voice {
                speaker: quote.speaker.clone(),
                quoted: quote.quoted.clone(),
                how: *how,
                statements: vec![id],
                origins: 0,
            }),
        }
    }
    voices.iter_mut().for_each(|voice| voice.origins = scope.origins_of(&voice.statements));
    voices.sort_by_key(|voice| voice.how);
    voices
}

/// The same words from the same mouth; a speaker who is not told is not taken for one who is.
fn same_voice(voice: &Voice, speaker: Option<&str>, quoted: &str) -> bool {
    fold(&voice.quoted) == fold(quoted) && voice.speaker.as_deref().map(fold) == speaker.map(fold)
}
