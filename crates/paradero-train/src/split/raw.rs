//! Raw text of a treebank, as the CoNLL 2018 shared task has it: the sentences of a paragraph with a space between them, paragraphs with
//! an empty line.

use paradero_grammar::conllu::Annotated;
use std::collections::HashSet;

/// A text whose sentences and words are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Raw {
    /// The text.
    pub text: String,
    /// Where its sentences end, in bytes.
    pub ends: HashSet<usize>,
    /// Where its words end, in bytes.
    pub words: HashSet<usize>,
}

/// The text of `sentences`. Where a treebank marks no paragraphs, one begins every `every` sentences.
#[must_use]
pub fn of(sentences: &[Annotated], every: usize) -> Raw {
    let mut raw = Raw::default();
    let marked = sentences.iter().filter(|sentence| sentence.opens_paragraph).count() > 1;
    let mut glued = false;
    for (number, sentence) in sentences.iter().enumerate() {
        let opens = sentence.opens_paragraph || (!marked && number % every == 0);
        if number > 0 && opens {
            raw.text.push_str("\n\n");
        } else if number > 0 && !glued {
            raw.text.push(' ');
        }
        let start = raw.text.len();
        raw.text.push_str(&sentence.text);
        raw.words.extend(sentence.reading.words.iter().map(|word| start + word.span.end()));
        raw.ends.insert(raw.text.len());
        glued = sentence.misc.last().is_some_and(|misc| misc.split('|').any(|one| one == "SpaceAfter=No"));
    }
    raw
}

/// Gives the sentences of a treebank that names no spaces the ones that Spanish is printed with.
pub fn space(sentences: &mut [Annotated]) {
    for sentence in sentences {
        let mut text = String::new();
        let mut glue = true;
        let mut open = false;
        for word in &mut sentence.reading.words {
            let form = &sentence.text[word.span.range()];
            let closes =
                matches!(form, "." | "," | ";" | ":" | "?" | "!" | ")" | "]" | "»" | "..." | "%") || (form == "\"" && open);
            if !glue && !closes {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(form);
            glue = matches!(form, "(" | "[" | "«" | "¿" | "¡") || (form == "\"" && !open);
            open ^= form == "\"";
            word.span = (start, text.len()).try_into().unwrap_or(word.span);
        }
        sentence.text = text;
    }
}
