//! Hostile text: whatever it is, reading ends, its words share out every letter, each sentence is a tree of bounded size; and the
//! harness would see it if not.

#[path = "../../paradero-lang/tests/torture/hostile.rs"]
mod hostile;

use hostile::hostile;
use paradero_grammar::{LONGEST_SENTENCE, Part, Reading, conllu, read};
use paradero_model::{Lang, Span};
use proptest::prelude::*;

/// What is wrong with a reading of `text`: nothing, ever.
fn faults(text: &str, reading: &Reading) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ask = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    let words = &reading.words;
    ask(words.iter().all(|word| !word.span.is_empty() && word.span.of(text).is_some()), "a word does not fit the text");
    ask(words.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()), "words overlap");
    let mut at = 0;
    let mut bare = true;
    for word in words {
        bare &= text.get(at..word.span.start()).is_some_and(|gap| gap.trim().is_empty());
        at = word.span.end();
    }
    ask(bare && text.get(at..).is_some_and(|gap| gap.trim().is_empty()), "letters are in no word");
    let mut next = 0;
    for sentence in &reading.sentences {
        ask(sentence.words.start == next && sentence.words.end > next, "sentences do not share the words out");
        next = sentence.words.end;
        ask(sentence.words.len() <= LONGEST_SENTENCE, "a sentence is too long");
        let Some(inside) = words.get(sentence.words.clone()) else { continue };
        ask(inside.iter().all(|word| sentence.span.contains(word.span)), "a word is outside its sentence");
        ask(inside.first().is_none_or(|word| word.part != Part::Rest), "a token goes over the end of a sentence");
        ask(is_tree(sentence.words.start, inside.iter().map(|word| word.head)), "a sentence is no tree");
    }
    ask(next == words.len(), "words are in no sentence");
    if !faults.is_empty() {
        // What points nowhere cannot be written.
        return faults;
    }
    let mut ask = |holds: bool, what: &str| faults.extend((!holds).then(|| what.to_owned()));
    let written = conllu::read(&conllu::write(text, reading));
    ask(written.len() == reading.sentences.len(), "CoNLL-U has other sentences");
    let counts = |one: &conllu::Annotated| one.reading.words.len();
    ask(written.iter().map(counts).sum::<usize>() == words.len(), "CoNLL-U has other words");
    faults
}

/// Whether each word leads to the one root. `first` is the number of the sentence's first word.
fn is_tree(first: usize, heads: impl Iterator<Item = Option<usize>>) -> bool {
    let heads: Vec<Option<usize>> = heads.collect();
    let leads_to_root = |start: usize| {
        let mut at = start;
        for _ in 0..=heads.len() {
            match heads.get(at) {
                Some(None) => return true,
                Some(Some(head)) if *head >= first => at = *head - first,
                _ => return false,
            }
        }
        false
    };
    heads.iter().filter(|head| head.is_none()).count() == 1 && (0..heads.len()).all(leads_to_root)
}

fn check(text: &str) {
    for lang in Lang::ALL {
        let faults = faults(text, &read(text, lang));
        assert!(faults.is_empty(), "{lang:?} {:?}: {faults:?}", text.chars().take(400).collect::<String>());
    }
}

#[test]
fn what_is_made_to_break_it_holds() {
    for (name, text) in hostile(1_200) {
        println!("{name}");
        check(&text);
    }
}

#[test]
fn much_of_one_thing_ends_and_no_sentence_is_too_long() {
    for (piece, times) in
        [("a", 200_000), ("\n", 100_000), ("\0", 5_000), ("\u{301}", 5_000), ("“", 5_000), ("(", 5_000), ("de ", 5_000)]
    {
        let text = piece.repeat(times);
        let reading = read(&text, Lang::Es);
        assert_eq!(faults(&text, &reading), Vec::<String>::new(), "{piece:?}");
    }
    let reading = read(&"de ".repeat(1_000), Lang::Es);
    assert!(
        reading.sentences.len() >= 1_000 / LONGEST_SENTENCE && reading.sentences[0].cut,
        "a long sentence is cut and says so"
    );
}

#[test]
fn a_planted_fault_is_found() {
    let text = "The lawyer of Ana said that he had left. She didn't know.";
    let good = read(text, Lang::En);
    assert_eq!(faults(text, &good), Vec::<String>::new());
    let plant = |fault: fn(&mut Reading), what: &str| {
        let mut bad = good.clone();
        fault(&mut bad);
        assert!(faults(text, &bad).iter().any(|one| one.contains(what)), "{what}");
    };
    plant(|bad| bad.words[0].span = Span::new(900, 901), "does not fit");
    plant(|bad| bad.words[1].span = bad.words[0].span, "overlap");
    plant(|bad| drop(bad.words.remove(3)), "letters are in no word");
    plant(|bad| bad.words.iter_mut().for_each(|word| word.head = None), "no tree");
    plant(|bad| (bad.words[0].head, bad.words[1].head) = (Some(1), Some(0)), "no tree");
    plant(|bad| bad.sentences[1].words.start += 1, "share the words out");
    plant(|bad| bad.sentences.truncate(1), "in no sentence");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_characters_hold(text in "(?s).{0,150}") {
        check(&text);
    }

    #[test]
    fn letters_marks_and_breaks_in_any_order_hold(text in "[a-cñA-C1-3 .,;:'’\"“”«»()\\[\\]\\-—\\n\\r\\t\u{0}\u{ad}\u{301}\u{200b}\u{200f}\u{202e}\u{2066}\u{feff}中😀]{0,200}") {
        check(&text);
    }
}
