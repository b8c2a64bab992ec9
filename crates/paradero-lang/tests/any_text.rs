//! Whatever the text, analysis ends, and every span fits the body and its list's order.

mod reading;

use paradero_model::{
    Lang::{En, Es},
    Span,
};
use proptest::prelude::*;
use reading::Reading;

fn holds(read: &Reading) {
    let fits = |span: Span| {
        assert!(span.end() <= read.body.len() && read.words(span).len() == span.len(), "{span:?} fits {:?}", read.body)
    };
    let found = &read.found;
    for name in &found.names {
        fits(name.span);
        assert!(!name.span.is_empty());
        name.title.into_iter().for_each(fits);
    }
    assert!(found.names.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()), "names do not overlap");
    for number in &found.numbers {
        fits(number.span);
        number.of.into_iter().for_each(fits);
    }
    for quotation in &found.quotations {
        fits(quotation.span);
        fits(quotation.inside);
        assert!(quotation.span.contains(quotation.inside));
        quotation.speaker.into_iter().chain(quotation.cue).for_each(fits);
    }
    assert!(found.quotations.windows(2).all(|pair| pair[0].span.start() <= pair[1].span.start()));
    for chain in &found.chains {
        assert!(!chain.mentions.is_empty());
        assert!(chain.mentions.windows(2).all(|pair| pair[0].span < pair[1].span));
        for mention in &chain.mentions {
            fits(mention.span);
            assert!(found.person_of(mention.span).is_some());
        }
        chain.name.into_iter().for_each(fits);
    }
}

/// Words, marks and breaks that the rules look at, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "Ana",
        "Ruiz",
        "García",
        "de",
        "la",
        "el",
        "El",
        "the",
        "said",
        "dijo",
        ",",
        ".",
        ":",
        "“",
        "”",
        "«",
        "»",
        "\"",
        "'",
        "’",
        "‘",
        "—",
        "–",
        "(",
        ")",
        "\n",
        "\n\n",
        "su",
        "his",
        "he",
        "lo",
        "27",
        "1,200",
        "dos",
        "hundred",
        "and",
        "y",
        "SEBIN",
        "CECOT",
        "abogada",
        "lawyer",
        "Q:",
        "A:",
        "¿",
        "?",
        "“N”",
        "de 52 años",
        "Rep.",
        "J.",
        "``",
        "''",
        "é",
        "😀",
        "\u{301}",
        "migrants",
        "los",
        "presidente",
        "of",
        "State",
        "mil",
        "millones",
        "-",
        "--",
        "…",
    ]);
    prop::collection::vec((scrap, prop::bool::ANY), 0..60).prop_map(|scraps| {
        scraps.into_iter().map(|(scrap, space)| if space { format!("{scrap} ") } else { scrap.to_owned() }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn spans_of_any_text_hold(body in "\\PC{0,300}") {
        holds(&Reading::of(En, &body));
        holds(&Reading::of(Es, &body));
    }

    #[test]
    fn spans_of_any_scraps_hold(body in scraps()) {
        holds(&Reading::of(En, &body));
        holds(&Reading::of(Es, &body));
    }
}
