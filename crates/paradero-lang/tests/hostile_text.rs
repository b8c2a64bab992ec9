//! Hostile text: whatever it is, analysis ends, stays within bounds and makes sense of itself; and the harness would see it if not.

mod torture;

use paradero_lang::Analysis;
use paradero_model::{Lang, Span};
use proptest::prelude::*;
use torture::{LONGEST, analysed, check, counts, faults, hostile::hostile};

const REPORT: &str = "Marta Quillay Osorno, a tailor, was taken to Laredo on May 2, 2025. “Nobody told us,” said her lawyer, Tomás Berrueta. \
                      She was freed.\n\nLa Sra. Quillay dijo que no volvería al puerto.\n\nNinguém lhe disse por que foi levada para a prisão.\n";

#[test]
fn an_ordinary_report_holds() {
    check(REPORT);
}

#[test]
fn what_is_made_to_break_it_holds() {
    for (name, body) in hostile(1_200) {
        println!("{name}");
        check(&body);
    }
}

#[test]
fn much_of_one_thing_ends() {
    for (piece, times) in [
        ("a", 200_000),
        ("\n", 100_000),
        ("\0", 4_000),
        ("“", 4_000),
        ("(", 4_000),
        ("'", 4_000),
        ("Ana ", 4_000),
        ("de ", 4_000),
    ] {
        let body = piece.repeat(times);
        let found = analysed(&body, Some(Lang::Es));
        let faults = faults(&body, &found);
        assert!(faults.is_empty(), "{piece:?}: {faults:?}");
    }
}

/// What is found in a text said three times is about three times what is found in it said once: nothing is counted pairwise.
#[test]
fn what_is_found_grows_as_the_text_does() {
    for (name, _) in hostile(1) {
        let body =
            |size: usize| hostile(size).into_iter().find(|(other, _)| *other == name).map(|(_, body)| body).unwrap_or_default();
        let (small, large) = (counts(&analysed(&body(1_000), None)), counts(&analysed(&body(3_000), None)));
        for ((kind, small), (_, large)) in small.into_iter().zip(large) {
            assert!(large <= 6 * small + 100, "{name}: {kind} grow from {small} to {large}");
        }
    }
}

#[test]
fn a_planted_fault_is_found() {
    let good = analysed(REPORT, None);
    assert_eq!(faults(REPORT, &good), Vec::<String>::new());
    let last = good.words.len() - 1;
    let plant = |fault: fn(&mut Analysis, usize), what: &str| {
        let mut bad = good.clone();
        fault(&mut bad, last);
        let found = faults(REPORT, &bad);
        assert!(found.iter().any(|one| one.contains(what)), "{what}: {found:?}");
    };
    plant(|bad, last| bad.words[last].span = Span::new(9_000, 9_001), "does not fit");
    plant(|bad, last| bad.words[last].head = Some(0), "no tree");
    plant(
        |bad, last| {
            bad.words[last].head = Some(last - 1);
            bad.words[last - 1].head = Some(last);
        },
        "no tree",
    );
    plant(|bad, last| drop(bad.words.remove(last)), "letters are in no word");
    plant(|bad, _| bad.sentences[0].words.end += 1, "share the words out");
    plant(|bad, _| bad.sentences[0].paragraph = 2, "in no paragraph");
    plant(|bad, _| bad.clauses[0].governor = Some(usize::MAX), "points nowhere");
    plant(
        |bad, _| {
            let one = bad.phrases[0].clone();
            bad.phrases.extend(std::iter::repeat_n(one, 1_000));
        },
        "more is found",
    );
    plant(
        |bad, last| {
            let long = bad.words[last].clone();
            bad.words.extend(std::iter::repeat_n(long, LONGEST + 1));
            let sentence = bad.sentences.len() - 1;
            bad.sentences[sentence].words.end = bad.words.len();
        },
        "too long",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_characters_hold(body in "(?s).{0,120}") {
        check(&body);
    }

    #[test]
    fn words_with_any_characters_between_them_hold(
        pieces in prop::collection::vec((prop::sample::select(WORDS), "(?s)[ \\n\u{0}\u{200b}\u{202e}\u{301}\u{ad}.,\"“”'’()«»—-]{1,2}"), 0..60)
    ) {
        check(&pieces.into_iter().map(|(word, after)| format!("{word}{after}")).collect::<String>());
    }
}

/// Words that the rules look at.
const WORDS: &[&str] = &[
    "Ana", "Ruiz", "de", "la", "The", "lawyer", "said", "dijo", "que", "that", "he", "su", "her", "was", "fue", "detenida",
    "taken", "to", "Laredo", "May", "3", "mayo", "2025", "Sr.", "U.S.", "verlo", "del", "don't", "LA", "EN", "and", "y", "1,200",
    "men", "não", "foi",
];
