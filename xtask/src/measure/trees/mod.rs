//! `cargo xtask measure trees --gold F.conllu --system F.conllu`: the scoring of CoNLL 2018
//! (<https://universaldependencies.org/conll18/evaluation.html>), written anew from its definition.
//!
//! Both files have the same letters and may differ in every boundary. [`treebank`] reads them, [`align`] says which word is which,
//! and each figure is the F1 of what is right among the aligned: sentences, tokens, words by where they stand; parts of speech,
//! universal features, lemmas; heads (UAS), heads with universal relations (LAS), and LAS of content words (CLAS).

mod align;
mod treebank;

use std::{fs, path::Path};
use treebank::{Treebank, Word};

/// Right, and how many there are in both files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    /// How many are right.
    pub right: usize,
    /// How many the treebank has.
    pub gold: usize,
    /// How many were read.
    pub system: usize,
}

impl Ratio {
    /// Right among those read, in percent.
    pub fn precision(self) -> f64 {
        percent(self.right, self.system)
    }

    /// Right among those there are, in percent.
    pub fn recall(self) -> f64 {
        percent(self.right, self.gold)
    }

    /// The harmonic mean of precision and recall, in percent.
    pub fn f1(self) -> f64 {
        percent(2 * self.right, self.gold + self.system)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// The figures of one file against another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Figures {
    pub tokens: Ratio,
    pub sentences: Ratio,
    pub words: Ratio,
    pub pos: Ratio,
    pub features: Ratio,
    pub lemmas: Ratio,
    pub heads: Ratio,
    pub relations: Ratio,
    pub content: Ratio,
}

impl Figures {
    /// The figures with the names that the task gave them.
    pub fn named(&self) -> [(&'static str, Ratio); 9] {
        [
            ("Tokens", self.tokens),
            ("Sentences", self.sentences),
            ("Words", self.words),
            ("UPOS", self.pos),
            ("UFeats", self.features),
            ("Lemmas", self.lemmas),
            ("UAS", self.heads),
            ("LAS", self.relations),
            ("CLAS", self.content),
        ]
    }
}

/// The relations of content words (CLAS).
const CONTENT: [&str; 29] = [
    "nsubj",
    "obj",
    "iobj",
    "csubj",
    "ccomp",
    "xcomp",
    "obl",
    "vocative",
    "expl",
    "dislocated",
    "advcl",
    "advmod",
    "discourse",
    "nmod",
    "appos",
    "nummod",
    "acl",
    "amod",
    "conj",
    "fixed",
    "flat",
    "compound",
    "list",
    "parataxis",
    "orphan",
    "goeswith",
    "reparandum",
    "root",
    "dep",
];

/// Prints the figures of the files that the arguments name; false where they cannot be compared.
pub fn run(arguments: &[String]) -> bool {
    let named = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1);
    let (Some(gold), Some(system)) = (named("--gold"), named("--system")) else {
        eprintln!("usage: cargo xtask measure trees --gold FILE.conllu --system FILE.conllu");
        return false;
    };
    let read = |path: &str| fs::read_to_string(Path::new(path)).map_err(|cause| format!("{path} could not be read: {cause}"));
    let figures = read(gold).and_then(|gold| Ok((gold, read(system)?))).and_then(|(gold, system)| score(&gold, &system));
    match figures {
        Ok(figures) => {
            println!("{:<10} {:>9} {:>9} {:>9}", "", "precision", "recall", "F1");
            for (name, ratio) in figures.named() {
                println!("{name:<10} {:>9.2} {:>9.2} {:>9.2}", ratio.precision(), ratio.recall(), ratio.f1());
            }
            true
        }
        Err(fault) => {
            eprintln!("measure trees: {fault}");
            false
        }
    }
}

/// Scores a CoNLL-U file against another; an error where one is malformed or their letters differ.
pub fn score(gold: &str, system: &str) -> Result<Figures, String> {
    let gold = treebank::read(gold).map_err(|fault| format!("the treebank's {fault}"))?;
    let system = treebank::read(system).map_err(|fault| format!("what was read: {fault}"))?;
    if let Some(at) = differ(&gold.letters, &system.letters) {
        let near = |letters: &[char]| letters[at.saturating_sub(20).min(letters.len())..].iter().take(40).collect::<String>();
        return Err(format!("the texts differ near {:?} and {:?}", near(&gold.letters), near(&system.letters)));
    }
    Ok(compare(&gold, &system))
}

/// The first letter in which they differ.
fn differ(one: &[char], other: &[char]) -> Option<usize> {
    let common = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    (common < one.len() || common < other.len()).then_some(common)
}

fn compare(gold: &Treebank, system: &Treebank) -> Figures {
    let pairs = align::align(gold, system);
    let over = |right: &dyn Fn(&Word, &Word) -> bool| Ratio {
        right: system.words.iter().zip(&pairs).filter(|(ours, at)| at.is_some_and(|at| right(&gold.words[at], ours))).count(),
        gold: gold.words.len(),
        system: system.words.len(),
    };
    // The head of a word that was read, as the treebank knows it: no head, the word aligned with it, or one not aligned.
    let head = |theirs: &Word, ours: &Word| match ours.head {
        None => theirs.head.is_none(),
        Some(head) => pairs[head].is_some() && pairs[head] == theirs.head,
    };
    let attached = |theirs: &Word, ours: &Word| head(theirs, ours) && theirs.relation == ours.relation;
    let content = |word: &Word| CONTENT.contains(&word.relation.as_str());
    Figures {
        tokens: spans(&gold.tokens, &system.tokens),
        sentences: spans(&gold.sentences, &system.sentences),
        words: over(&|_, _| true),
        pos: over(&|theirs, ours| theirs.pos == ours.pos),
        features: over(&|theirs, ours| theirs.features == ours.features),
        // A treebank word without a lemma asks for none.
        lemmas: over(&|theirs, ours| theirs.lemma == "_" || theirs.lemma == ours.lemma),
        heads: over(&head),
        relations: over(&attached),
        content: Ratio {
            gold: gold.words.iter().filter(|word| content(word)).count(),
            system: system.words.iter().filter(|word| content(word)).count(),
            ..over(&|theirs, ours| content(theirs) && attached(theirs, ours))
        },
    }
}

fn spans(gold: &[std::ops::Range<usize>], system: &[std::ops::Range<usize>]) -> Ratio {
    let right =
        system.iter().filter(|span| gold.binary_search_by_key(&(span.start, span.end), |one| (one.start, one.end)).is_ok());
    Ratio { right: right.count(), gold: gold.len(), system: system.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLD: &str = "1\tAna\tAna\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\t_\n2\tsalió\tsalir\tVERB\t_\tTense=Past\t0\troot\t_\t_\n3-4\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_\n4\tel\tel\tDET\t_\t_\t5\tdet\t_\t_\n5\tbar\tbar\tNOUN\t_\t_\t2\tobl\t_\tSpaceAfter=No\n6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n1\tLlovía\tllover\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n";

    fn f1(system: &str) -> Vec<(&'static str, String)> {
        let figures = score(GOLD, system).expect("the same letters");
        figures
            .named()
            .into_iter()
            .map(|(name, ratio)| (name, format!("{:.1}", ratio.f1())))
            .filter(|(_, f1)| f1 != "100.0")
            .collect()
    }

    #[test]
    fn a_treebank_is_right_about_itself() {
        assert_eq!(f1(GOLD), []);
    }

    #[test]
    fn planted_faults_show_where_they_are_and_nowhere_else() {
        let planted = |from: &str, to: &str| {
            assert!(GOLD.contains(from));
            f1(&GOLD.replacen(from, to, 1))
        };
        let one_word = |names: &[&'static str]| names.iter().map(|name| (*name, "87.5".to_owned())).collect::<Vec<_>>();
        assert_eq!(planted("PROPN", "NOUN"), one_word(&["UPOS"]));
        assert_eq!(planted("Tense=Past", "Tense=Pres"), one_word(&["UFeats"]));
        assert_eq!(planted("salir", "salar"), one_word(&["Lemmas"]));
        assert_eq!(planted("5\tdet", "2\tdet"), one_word(&["UAS", "LAS"]));
        assert_eq!(planted("5\tdet", "5\tcase"), one_word(&["LAS"]));
        assert_eq!(planted("2\tobl", "2\tobl:agent"), [], "a subtype counts for nothing");
        // Content words: Ana, salió, bar, Llovía.
        assert_eq!(planted("2\tobl", "2\tobj"), [one_word(&["LAS"]), vec![("CLAS", "75.0".to_owned())]].concat());
    }

    #[test]
    fn a_sentence_joined_to_the_next_loses_both_and_one_root() {
        let joined = GOLD
            .replace("punct\t_\t_\n\n1\tLlovía", "punct\t_\t_\n7\tLlovía")
            .replace("0\troot\t_\tSpaceAfter=No", "2\tconj\t_\t_");
        let joined = joined.replace("2\t.\t.\tPUNCT\t_\t_\t1", "8\t.\t.\tPUNCT\t_\t_\t7");
        let shown = f1(&joined);
        assert_eq!(shown[0], ("Sentences", "0.0".to_owned()));
        assert_eq!(shown[1..3], [("UAS", "87.5".to_owned()), ("LAS", "87.5".to_owned())]);
    }

    #[test]
    fn a_head_that_is_not_aligned_is_wrong() {
        // "del" read as one word: "bar" keeps its head, "salió" and "Ana" theirs.
        let whole = GOLD
            .replace(
                "3-4\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_\n4\tel\tel\tDET\t_\t_\t5\tdet",
                "3\tdel\tdel\tADP\t_\t_\t4\tcase",
            )
            .replace("5\tbar\tbar\tNOUN\t_\t_\t2\tobl", "4\tbar\tbar\tNOUN\t_\t_\t2\tobl")
            .replace("6\t.\t.\tPUNCT", "5\t.\t.\tPUNCT");
        let figures = score(GOLD, &whole).expect("the same letters");
        assert_eq!((figures.words.right, figures.words.gold, figures.words.system), (6, 8, 7));
        assert_eq!(figures.relations.right, 6);
        assert_eq!(figures.tokens.f1(), 100.0);
    }

    #[test]
    fn texts_that_differ_are_not_compared() {
        let fault = score(GOLD, &GOLD.replace("Llovía", "Nevaba")).expect_err("other letters");
        assert!(fault.contains("Nevaba"), "{fault}");
        assert!(score(GOLD, "").is_err());
    }
}
