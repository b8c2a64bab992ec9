//! A small network learns a small treebank, the same bytes each time, and reads as it was taught from its file.

use paradero_grammar::{
    NameTag, conllu,
    lexicon::Lexicon,
    network::{Network, Reader},
};
use paradero_model::Lang;
use paradero_train::parser::{Corpus, Recipe, corpora, evaluate, train};

/// Sentences of two patterns: who does what to whom, with the subject first or last.
fn treebank() -> String {
    let mut file = String::new();
    let mut sentence = |rows: [&str; 4]| {
        for (number, row) in rows.iter().enumerate() {
            let columns: Vec<&str> = row.split(' ').collect();
            let [form, pos, features, head, relation] = columns[..] else { unreachable!("five columns") };
            file.push_str(&format!("{}\t{form}\t{form}\t{pos}\t_\t{features}\t{head}\t{relation}\t_\t_\n", number + 1));
        }
        file.push('\n');
    };
    for who in ["Ana", "Luis", "Eva", "Juan"] {
        for (verb, whom) in [("vio", "Rosa"), ("llamó", "Pedro"), ("oyó", "Inés")] {
            let (subject, root) = (format!("{who} PROPN _ 2 nsubj"), format!("{verb} VERB Tense=Past 0 root"));
            sentence([&subject, &root, "a ADP _ 4 case", &format!("{whom} PROPN _ 2 obj")]);
            sentence(["Siempre ADV _ 3 advmod", "la PRON Case=Acc 3 obj", &root, &format!("{who} PROPN _ 3 nsubj")]);
        }
    }
    file
}

fn recipe(threads: usize, seed: u64) -> Recipe {
    let sizes = Recipe { embed: 16, half: 8, layers: 2, tag: 12, arc: 12, label: 12, name: 8, ..Recipe::default() };
    Recipe { epochs: 40, batch: 20, rate: 0.01, threads, seed, ..sizes }
}

fn corpus() -> Vec<Corpus> {
    let mut corpus = corpora::treebank("toy", &treebank(), None, false);
    for sample in &mut corpus.sentences {
        let tag = |form: &String| {
            let name = form.starts_with(char::is_uppercase) && form != "Siempre";
            Some(if name { NameTag::BeginPerson } else { NameTag::Outside })
        };
        sample.names = Some(sample.forms.iter().map(tag).collect());
    }
    vec![corpus]
}

#[test]
fn a_treebank_is_learnt_and_read_from_the_file() {
    let lexicon = Lexicon::of(Lang::Es);
    let corpora = corpus();
    let network = train(&corpora, lexicon, &recipe(1, 1), |_, _, _| {});
    let figures = evaluate(&network, &corpora[0].sentences, Some("toy"), lexicon);
    assert!(figures.labelled > 95.0 && figures.pos > 95.0 && figures.names > 95.0, "{figures:?}");

    let file: &'static [u8] = Vec::leak(network.file(&[]).expect("it fits"));
    let read = Network::read(file, &[("toy", 1.0)]).expect("it was just written");
    let mut reader = Reader::new(&read, lexicon);
    let (mut right, mut all) = (0, 0);
    for sentence in conllu::read(&treebank()) {
        let forms: Vec<&str> = sentence.reading.words.iter().map(|word| word.form(&sentence.text)).collect();
        for (said, word) in reader.read(&forms).iter().zip(&sentence.reading.words) {
            all += 1;
            right += usize::from(said.head.checked_sub(1) == word.head && said.relation == word.relation && said.pos == word.pos);
        }
    }
    assert!(right * 100 > all * 95, "{right} of {all}");
    assert!(Network::read(&file[..file.len() / 2], &[]).is_err(), "a file cut short is refused");
}

#[test]
fn a_seed_gives_the_same_bytes_on_any_number_of_threads() {
    let lexicon = Lexicon::of(Lang::Es);
    let file = |threads, seed| {
        let recipe = Recipe { epochs: 2, ..recipe(threads, seed) };
        train(&corpus(), lexicon, &recipe, |_, _, _| {}).file(&[]).expect("it fits")
    };
    let one = file(1, 7);
    assert_eq!(one, file(2, 7));
    assert_ne!(one, file(1, 8), "another seed is another network");
}
