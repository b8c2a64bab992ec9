//! Lemmas learnt from treebanks: [`examples`] gathers words, [`perceptron`] learns which edit a word takes, [`table`] keeps what the
//! model gets wrong, [`file`] puts the model file together, [`right`] measures it.

mod examples;
mod perceptron;
mod table;

pub use examples::{Example, Examples};

use paradero_grammar::{
    Pos,
    conllu::Annotated,
    lemma::{self, Edit, Lemmas, Shift},
    lexicon::{Clusters, pack},
};
use paradero_model::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Rounds over the words of the treebanks.
const ROUNDS: usize = 8;

/// The model file of `language`, learnt from `examples`.
///
/// # Errors
/// When an automaton cannot be built or a number does not fit.
pub fn file(examples: &Examples, language: Lang, clusters: &Clusters, inputs: &[pack::Input]) -> Result<Vec<u8>, String> {
    let learnt = perceptron::learn(examples, ROUNDS, clusters);
    let first = written(&learnt, &BTreeMap::new(), examples, inputs)?;
    let bare = read(first, language)?;
    let table = table::table(examples, &bare, clusters);
    written(&learnt, &table, examples, inputs)
}

/// How many of the words of `sentences` get the lemma of the treebank, and how many there are; and the wrong ones, by part of speech.
#[must_use]
pub fn right(lemmas: &Lemmas, sentences: &[Annotated], clusters: &Clusters) -> (usize, usize, BTreeMap<String, usize>) {
    let (mut right, mut all, mut wrong) = (0, 0, BTreeMap::new());
    for sentence in sentences {
        for word in sentence.reading.words.iter().filter(|word| !word.lemma.is_empty()) {
            let form = word.form(&sentence.text);
            let found = lemmas.of(form, word.pos, &word.features, clusters);
            all += 1;
            if found == *word.lemma {
                right += 1;
            } else {
                *wrong.entry(format!("{} {form}: {found}, not {}", word.pos, word.lemma)).or_default() += 1;
            }
        }
    }
    (right, all, wrong)
}

/// Reads a model file that was just made. It stays in memory until the program ends, as an embedded one does.
///
/// # Errors
/// What is wrong with it.
pub fn read(file: Vec<u8>, language: Lang) -> Result<Lemmas, String> {
    pack::Pack::read(file.leak()).and_then(|pack| Lemmas::read(&pack, language)).map_err(|fault| fault.to_string())
}

/// What the linear model has learnt.
struct Learnt {
    /// Each edit and the parts of speech that have it.
    edits: BTreeMap<Edit, BTreeSet<Pos>>,
    weights: Vec<i8>,
}

fn written(
    learnt: &Learnt,
    table: &BTreeMap<String, Edit>,
    examples: &Examples,
    inputs: &[pack::Input],
) -> Result<Vec<u8>, String> {
    let all: BTreeSet<&Edit> = learnt.edits.keys().chain(table.values()).collect();
    let numbers: BTreeMap<&Edit, u64> = all.iter().copied().zip(0..).collect();
    let mut lines = String::new();
    for edit in &all {
        let set: u32 = learnt.edits.get(edit).into_iter().flatten().map(|pos| 1 << (*pos as u32)).sum();
        let shift = Shift::ALL.iter().position(|one| *one == edit.shift).unwrap_or(0);
        lines += &format!("{set}\t{}\t{shift}\t{}\t{}\n", edit.case as u8, edit.from, edit.to);
    }
    let map = |pairs: &mut dyn Iterator<Item = (&String, u64)>| {
        let mut map = fst::MapBuilder::memory();
        for (key, value) in pairs {
            map.insert(key, value).map_err(|error| error.to_string())?;
        }
        map.into_inner().map_err(|error| error.to_string())
    };
    let lemmas: BTreeSet<String> = examples.lemmas().map(|(lemma, pos)| lemma::key(lemma, pos, None)).collect();
    let sections = [
        (lemma::TABLE, map(&mut table.iter().map(|(key, edit)| (key, numbers[edit])))?),
        (lemma::LEMMAS, map(&mut lemmas.iter().map(|key| (key, 0)))?),
        (lemma::EDITS, lines.into_bytes()),
        (lemma::WEIGHTS, learnt.weights.iter().map(|weight| weight.cast_unsigned()).collect()),
    ];
    pack::write(inputs, &sections).map_err(|fault| fault.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use paradero_grammar::{conllu, lexicon::Lexicon};

    const TREEBANK: &str = "1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n2\tguards\tguard\tNOUN\t_\tNumber=Plur\t3\tnsubj\t_\t_\n3\twent\tgo\tVERB\t_\tTense=Past\t0\troot\t_\t_\n\n1\tFamilies\tfamily\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\t_\n2\twaited\twait\tVERB\t_\tTense=Past\t0\troot\t_\t_\n\n1\tCities\tcity\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\t_\n2\tlooked\tlook\tVERB\t_\tTense=Past\t0\troot\t_\t_\n\n1\tcars\tcar\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\t_\n2\tturned\tturn\tVERB\t_\tTense=Past\t0\troot\t_\t_\n\n";

    #[test]
    fn what_is_learnt_holds_for_words_of_the_treebank_and_others() {
        let clusters = &Lexicon::of(Lang::En).clusters;
        let sentences = conllu::read(TREEBANK);
        let examples = Examples::of(&sentences, |_| true);
        let made = || file(&examples, Lang::En, clusters, &[]).expect("small");
        assert_eq!(made(), made(), "the same words give the same bytes");
        let lemmas = read(made(), Lang::En).expect("whole");
        assert_eq!(right(&lemmas, &sentences, clusters), (9, 9, BTreeMap::new()));
        assert_eq!(lemmas.of("parties", Pos::Noun, "Number=Plur", clusters), "party");
        assert_eq!(lemmas.of("Walked", Pos::Verb, "Tense=Past", clusters), "walk");
    }
}
