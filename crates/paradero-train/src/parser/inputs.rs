//! What the networks are trained from, by file, hash and licence.

use super::{Corpus, Sample, corpora};
use paradero_grammar::lexicon::pack::Input;
use paradero_model::Lang;
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;

/// A file of the language data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path inside the folder of language data.
    pub path: &'static str,
    /// Its SHA-256.
    pub sha256: &'static str,
    /// Its licence.
    pub licence: &'static str,
}

const fn file(path: &'static str, sha256: &'static str, licence: &'static str) -> File {
    File { path, sha256, licence }
}

pub(crate) const EWT: File =
    file("ud/en_ewt-train.conllu", "3fb78e2b55482c8ee00caa653af436c88c9e5bc9a73ce26e4ae3ddc79d2b7e7b", "CC BY-SA 4.0");
pub(crate) const GUM: File = file(
    "ud/en_gum-train.conllu",
    "f86ecc29b3bc2fcb60c90696fe0d8893ee358d513cd1a474b914fde571753caa",
    "annotations CC BY 4.0, texts CC BY, CC BY-SA or public domain",
);
const UNER: File =
    file("ner/en_uner-train.iob", "6ea01d4acc412f3c2ff657f47b6fa8e07f0ce5c5834028b35e8cf8aa881a2df9", "CC BY-SA 4.0");
const WIKIGOLD: File =
    file("ner/en_wikigold.iob", "d75aac2591ed504680f2abf63fc94e2ac87f31cca4f58605f13d4ced228f6156", "CC BY 4.0");
pub(crate) const ANCORA: File =
    file("ud/es_ancora-dev.conllu", "1602ff81115efb48c38dc5f3344f2d7905f74cef5934b5df4607ed0e8307f6dd", "CC BY 4.0");
const ANCORA_NAMES: File =
    file("ner/es_ancora-dev.iob", "0fbbacaaf1941ec9f4c73273896b2d5a48b51ebfbc6250c4aa2b530ce117d722", "CC BY 4.0");
pub(crate) const GSD: File =
    file("ud/es_gsd-dev.conllu", "d5018974cb6a4adb03435f76ac4914a388f4fc763b35b6c4a6a2dc27874b0dff", "CC BY-SA 4.0");
pub(crate) const CESS: File = file(
    "ud/es_cess-train.conllu",
    "bb5423037665ce6eb0d02f7e1c1c4aa8c8d9531f9723948b8107857c8f616a8d",
    "none named; published enlarged as AnCora, CC BY 4.0",
);
const CESS_NAMES: File = file(
    "ner/es_cess-train.iob",
    "894e96fdcd8204553a5a4503008619d357c0121cc5cfe297773ea74ef0a55b10",
    "none named; published enlarged as AnCora, CC BY 4.0",
);

/// Read only to leave out of CESS what stands in it: both are cut from the same texts.
const ANCORA_TEST: File =
    file("ud/es_ancora-test.conllu", "9453e9192fabda85eefecb0ff482a1fbf72b97623dfb6cf1cb2469264fea741a", "CC BY 4.0");

/// The files that the network of `lang` is trained from.
#[must_use]
pub fn files(lang: Lang) -> &'static [File] {
    match lang {
        Lang::En => &[EWT, GUM, UNER, WIKIGOLD],
        Lang::Es => &[ANCORA, GSD, CESS, ANCORA_NAMES, CESS_NAMES, ANCORA_TEST],
    }
}

/// The corpora of `lang`; `read` gives the bytes of a path. Sentences of CESS bear the mark of AnCora, which grew out of it.
///
/// # Errors
/// What `read` says, and which file is not the one it should be.
pub fn corpora(lang: Lang, mut read: impl FnMut(&str) -> Result<Vec<u8>, String>) -> Result<(Vec<Corpus>, Vec<Input>), String> {
    let (texts, inputs) = texts(files(lang), &mut read)?;
    let text = |at: usize| texts[at].as_str();
    let corpora = match lang {
        Lang::En => vec![
            corpora::treebank("ewt", text(0), Some(text(2)), false),
            corpora::treebank("gum", text(1), None, false),
            corpora::names_alone("wikigold", text(3)),
        ],
        Lang::Es => {
            // Of the names of CESS only those of sentences that its trees hold: the others are sentences of AnCora's dev and test parts.
            let mut cess = corpora::treebank("ancora", text(2), Some(text(4)), false);
            cess.sentences.retain(|sample| sample.tree.is_some());
            leave_out(&mut cess, &corpora::treebank("test", text(5), None, false));
            vec![corpora::treebank("ancora", text(0), Some(text(3)), true), corpora::treebank("gsd", text(1), None, false), cess]
        }
    };
    Ok((corpora, inputs))
}

/// The texts of `files`, checked by hash.
///
/// # Errors
/// What `read` says, and which file is not the one it should be.
pub(crate) fn texts(
    files: &[File],
    mut read: impl FnMut(&str) -> Result<Vec<u8>, String>,
) -> Result<(Vec<String>, Vec<Input>), String> {
    let mut texts = Vec::new();
    let mut inputs = Vec::new();
    for file in files {
        let bytes = read(file.path)?;
        let sha256: [u8; 32] = Sha256::digest(&bytes).into();
        let shown: String = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
        if shown != file.sha256 {
            return Err(format!(
                "{} has SHA-256 {shown}, not {}; get the file that the model card names",
                file.path, file.sha256
            ));
        }
        texts.push(String::from_utf8(bytes).map_err(|_| format!("{} is not UTF-8", file.path))?);
        inputs.push(Input { name: file.path.to_owned(), sha256 });
    }
    Ok((texts, inputs))
}

/// How many letters in a row are looked up in the test part.
const STRETCH: usize = 40;

/// Leaves out of `corpus` the sentences that share half of their stretches of letters with a sentence of `test`.
fn leave_out(corpus: &mut Corpus, test: &Corpus) {
    let letters = |sample: &Sample| -> Vec<char> {
        sample
            .forms
            .iter()
            .flat_map(|form| form.chars())
            .filter(|letter| letter.is_alphabetic())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let known: HashSet<Vec<char>> = test
        .sentences
        .iter()
        .flat_map(|sample| letters(sample).windows(STRETCH).map(<[char]>::to_vec).collect::<Vec<_>>())
        .collect();
    corpus.sentences.retain(|sample| {
        let letters = letters(sample);
        let stretches = letters.windows(STRETCH);
        let all = stretches.len();
        stretches.filter(|stretch| known.contains(*stretch)).count() * 2 <= all.max(1)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_the_test_part_is_left_out_however_it_is_cut() {
        let sample = |words: &str| Sample { forms: words.split(' ').map(str::to_owned).collect(), tree: None, names: None };
        let corpus =
            |sentences: &[&str]| Corpus { name: String::new(), sentences: sentences.iter().map(|words| sample(words)).collect() };
        let same = "Los vecinos de el pueblo pidieron ayer que se abra de_nuevo el camino hacia la costa";
        let other = "El camino hacia la costa sigue cerrado y nadie sabe cuándo se abrirá otra vez a el tránsito";
        let mut cess = corpus(&[same, other, "Breve ."]);
        leave_out(
            &mut cess,
            &corpus(&["Los vecinos de el pueblo pidieron ayer que se abra de nuevo el camino hacia la costa ."]),
        );
        assert_eq!(cess.sentences.len(), 2);
        assert_eq!(cess.sentences[0].forms[0], "El");
    }
}
