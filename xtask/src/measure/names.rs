//! `cargo xtask measure names --gold NAMES.iob --treebank F.conllu --system F.conllu`: names of persons, places and organisations.
//!
//! A name is right where a name over exactly the same letters with the same type is in the gold (F1 as CoNLL 2003 has it, over letters,
//! so that no tokenisation is favoured). The gold's sentences are those of the treebank, found by their letters, for the two may order
//! them differently; a sentence that one of them lacks counts for neither. What was read carries its names as `Name=B-PER` in the last
//! column.
//!
//! In AnCora only part of the names is typed; the rest is marked `MISC`. A name that was read is left out of the count, neither right
//! nor wrong, where it touches a name without a type, for the gold does not say what it is. All else that was read counts: a name where
//! there is none, over other letters, or with another type than a typed one is wrong. `MISC` that was read counts for nothing.

use super::trees::Ratio;
use paradero_grammar::conllu::{Annotated, read};
use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    fs,
    ops::Range,
};

/// The types that are counted.
pub const TYPES: [&str; 3] = ["PER", "LOC", "ORG"];

/// What is counted of one file: each type, and all together last.
pub type Figures = [Ratio; 4];

/// Prints the figures of the files that the arguments name; false where they cannot be compared.
pub fn run(arguments: &[String]) -> bool {
    let named = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1);
    let (Some(gold), Some(treebank), Some(system)) = (named("--gold"), named("--treebank"), named("--system")) else {
        eprintln!("usage: cargo xtask measure names --gold NAMES.iob --treebank FILE.conllu --system FILE.conllu");
        return false;
    };
    let read = |path: &String| fs::read_to_string(path).map_err(|cause| format!("{path} could not be read: {cause}"));
    let figures = || score(&read(gold)?, &read(treebank)?, &read(system)?);
    match figures() {
        Ok(figures) => {
            println!("{:<10} {:>9} {:>9} {:>9}", "", "precision", "recall", "F1");
            for (name, ratio) in TYPES.into_iter().chain(["all"]).zip(figures) {
                println!("{name:<10} {:>9.2} {:>9.2} {:>9.2}", ratio.precision(), ratio.recall(), ratio.f1());
            }
            true
        }
        Err(fault) => {
            eprintln!("measure names: {fault}");
            false
        }
    }
}

/// A name: where it stands in the letters, and its type.
type Name = (Range<usize>, String);

/// Scores what was read (`system`) against the names of the treebank's sentences; an error where their letters differ.
pub fn score(gold: &str, treebank: &str, system: &str) -> Result<Figures, String> {
    let (treebank, system) = (read(treebank), read(system));
    let letters = |file: &[Annotated]| file.iter().map(|one| count(&one.text)).sum::<usize>();
    if letters(&treebank) != letters(&system) {
        return Err(format!("{} letters in the treebank, {} were read", letters(&treebank), letters(&system)));
    }
    let (gold, unknown) = annotated(gold, &treebank);
    Ok(compare(&gold, &unknown, &found(&system)))
}

/// Counts; `unknown` are stretches that say nothing of names.
fn compare(gold: &[Name], unknown: &[Range<usize>], system: &[Name]) -> Figures {
    let mut figures = Figures::default();
    let place = |kind: &str| TYPES.iter().position(|one| *one == kind);
    let untyped: Vec<&Range<usize>> = gold.iter().filter(|(_, kind)| place(kind).is_none()).map(|(span, _)| span).collect();
    let typed: BTreeMap<(usize, usize), &str> = gold.iter().map(|(span, kind)| ((span.start, span.end), kind.as_str())).collect();
    let touches = |spans: &[&Range<usize>], span: &Range<usize>| {
        let at = spans.partition_point(|one| one.end <= span.start);
        spans.get(at).is_some_and(|one| one.start < span.end)
    };
    let unknown: Vec<&Range<usize>> = unknown.iter().collect();
    for (_, kind) in gold {
        if let Some(at) = place(kind) {
            figures[at].gold += 1;
        }
    }
    for (span, kind) in system {
        let Some(at) = place(kind) else { continue };
        if touches(&untyped, span) || touches(&unknown, span) {
            continue;
        }
        figures[at].system += 1;
        figures[at].right += usize::from(typed.get(&(span.start, span.end)) == Some(&kind.as_str()));
    }
    let sum = |of: fn(&Ratio) -> usize| figures[..3].iter().map(of).sum();
    figures[3] = Ratio { right: sum(|one| one.right), gold: sum(|one| one.gold), system: sum(|one| one.system) };
    figures
}

/// The names that a CoNLL-U file carries.
fn found(file: &[Annotated]) -> Vec<Name> {
    let (mut names, mut start) = (Vec::new(), 0);
    for sentence in file {
        let places = Places::of(&sentence.text, start);
        let words = sentence.reading.words.iter();
        names.extend(joined(words.map(|word| (word.span.range(), word.name.as_str())), &places));
        start = places.end();
    }
    names
}

/// The names of an IOB file in the letters of the treebank, and the stretches whose sentences it does not have.
fn annotated(iob: &str, treebank: &[Annotated]) -> (Vec<Name>, Vec<Range<usize>>) {
    let mut labelled: HashMap<String, VecDeque<Vec<(&str, &str)>>> = HashMap::new();
    for block in iob.split("\n\n") {
        let words = block.lines().filter_map(|line| {
            let mut columns = line.split('\t').skip(1);
            Some((columns.next()?, columns.next()?))
        });
        let words: Vec<(&str, &str)> = words.collect();
        if !words.is_empty() {
            labelled.entry(key(words.iter().map(|(form, _)| *form))).or_default().push_back(words);
        }
    }
    let (mut names, mut unknown, mut start) = (Vec::new(), Vec::new(), 0);
    for sentence in treebank {
        let places = Places::of(&sentence.text, start);
        let words = &sentence.reading.words;
        match labelled.get_mut(&key(words.iter().map(|word| word.form(&sentence.text)))).and_then(VecDeque::pop_front) {
            Some(labels) => {
                // The two may cut words differently: a label counts from the treebank's word that its own word begins in.
                let mut ends = words.iter().scan(0, |end, word| {
                    *end += count(word.form(&sentence.text));
                    Some((*end, word.span.range()))
                });
                let mut current = ends.next();
                let mut at = 0;
                let placed = labels.into_iter().filter_map(|(form, label)| {
                    while current.as_ref().is_some_and(|(end, _)| *end <= at) {
                        current = ends.next();
                    }
                    let first = current.clone()?.1;
                    at += count(form);
                    while current.as_ref().is_some_and(|(end, _)| *end < at) {
                        current = ends.next();
                    }
                    Some((first.start..current.clone()?.1.end, label))
                });
                let placed: Vec<_> = placed.collect();
                names.extend(joined(placed.into_iter(), &places));
            }
            None => unknown.push(start..places.end()),
        }
        start = places.end();
    }
    (names, unknown)
}

/// What a sentence is found by.
fn key<'a>(forms: impl Iterator<Item = &'a str>) -> String {
    forms.flat_map(str::chars).filter(|letter| !letter.is_whitespace()).collect()
}

fn count(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_whitespace()).count()
}

/// Where each byte of a sentence stands in the letters of the file.
struct Places(Vec<usize>);

impl Places {
    fn of(text: &str, start: usize) -> Self {
        let mut places = Vec::with_capacity(text.len() + 1);
        let mut at = start;
        for letter in text.chars() {
            places.extend(std::iter::repeat_n(at, letter.len_utf8()));
            at += usize::from(!letter.is_whitespace());
        }
        places.push(at);
        Self(places)
    }

    fn end(&self) -> usize {
        self.0[self.0.len() - 1]
    }
}

/// Joins labelled words to names: `B-` opens one, `I-` of the same type goes on with it, `I-` of another opens one too.
fn joined<'a>(words: impl Iterator<Item = (Range<usize>, &'a str)>, places: &Places) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut going = false;
    for (span, label) in words {
        let Some((begins, kind)) = label.split_once('-') else {
            going = false;
            continue;
        };
        let end = places.0[span.end];
        match names.last_mut() {
            Some((last, same)) if going && begins == "I" && same == kind => last.end = end,
            _ => names.push((places.0[span.start]..end, kind.to_owned())),
        }
        going = true;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of sentences "Ana:B-PER Ruiz:I-PER salió:O", every word a token.
    fn file(sentences: &[&str]) -> (String, String) {
        let (mut conllu, mut iob) = (String::new(), String::new());
        for sentence in sentences {
            for (at, word) in sentence.split(' ').enumerate() {
                let (form, label) = word.split_once(':').unwrap_or((word, "O"));
                conllu += &format!("{}\t{form}\t_\tX\t_\t_\t0\troot\t_\tName={label}\n", at + 1);
                iob += &format!("{}\t{form}\t{label}\n", at + 1);
            }
            conllu += "\n";
            iob += "\n";
        }
        (conllu, iob)
    }

    fn counts(gold: &[&str], system: &[&str]) -> [usize; 3] {
        let ((treebank, iob), (system, _)) = (file(gold), file(system));
        let all = score(&iob, &treebank, &system).expect("the same letters")[3];
        [all.right, all.gold, all.system]
    }

    const GOLD: [&str; 2] = ["Ana:B-PER Ruiz:I-PER fue a Mérida:B-LOC", "La ONU:B-ORG llamó a Ana:B-PER"];

    #[test]
    fn names_are_right_over_the_same_letters_with_the_same_type() {
        assert_eq!(counts(&GOLD, &GOLD), [4, 4, 4]);
        let planted = ["Ana:B-PER Ruiz fue a Mérida:B-ORG", "La:B-ORG ONU:I-ORG llamó a Ana:B-PER"];
        assert_eq!(counts(&GOLD, &planted), [1, 4, 4]);
        let cut_otherwise = ["An:B-PER a:I-PER Ruiz:I-PER fue a Mérida:B-LOC La ONU:B-ORG", "llamó a Ana:B-PER"];
        assert_eq!(counts(&GOLD, &cut_otherwise), [4, 4, 4]);
    }

    #[test]
    fn names_without_a_type_say_nothing() {
        let gold = ["Ana:B-PER vio Roma:B-MISC Vieja:I-MISC y Lugo:B-LOC"];
        assert_eq!(counts(&gold, &["Ana:B-PER vio Roma:B-LOC Vieja y:B-PER Lugo:B-PER"]), [1, 2, 3]);
        assert_eq!(counts(&gold, &["Ana:B-PER vio Roma Vieja y Lugo:B-MISC"]), [1, 2, 1]);
    }

    #[test]
    fn sentences_in_another_order_are_found_and_those_not_there_count_for_nothing() {
        let (treebank, _) = file(&GOLD);
        let (_, iob) = file(&[GOLD[1], "Otra:B-PER frase"]);
        let all = score(&iob, &treebank, &treebank).expect("the same letters")[3];
        assert_eq!([all.right, all.gold, all.system], [2, 2, 2]);
        assert!(score(&iob, &treebank, "").is_err());
    }
}
