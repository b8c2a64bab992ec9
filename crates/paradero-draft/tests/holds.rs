//! Whatever the text: every statement's anchor holds, nothing panics, and drafting twice gives the same.

use paradero_draft::{Codebook, draft};
use paradero_lang::analyse;
use paradero_model::{About, ByteMap, Edtf, Hash, Lang, SourceId, Text};
use proptest::prelude::*;
use std::sync::LazyLock;

static BOOK: LazyLock<Codebook> = LazyLock::new(Codebook::built_in);

/// Pieces that rules look for, to be shuffled, cut and glued: invented people only.
const PIECES: [&str; 44] = [
    "Rosa Lima Prado",
    "Lima Prado",
    "she",
    "his",
    "was arrested",
    "fue detenida",
    "se la llevaron",
    "on Friday",
    "el viernes",
    "in Mérida",
    ", 29,",
    " (41 años)",
    "who",
    "que",
    "“",
    "”",
    "«",
    "»",
    "said",
    "dijo",
    "according to",
    "según",
    "the Harbor Gazette",
    "(AP)",
    "250 deported migrants",
    "al menos 27 trabajadores",
    "accused",
    "of theft",
    "por terrorismo",
    "as proof of gang ties",
    "However,",
    "su esposa, Alba Ruiz",
    "’s",
    ".",
    ",",
    "\n\n",
    "release",
    "la detención de",
    "no",
    "not",
    "ñ",
    "👩‍👧",
    "1",
    "tattoo",
];

fn check(body: String, lang: Lang) {
    let about = About {
        lang: Some(lang),
        published: Edtf::parse("2025-07-22"),
        publisher: Some("Harbor Gazette".into()),
        ..About::default()
    };
    let length = body.len();
    let text = Text::new(SourceId(Hash::of(body.as_bytes())), 0, "t", body, ByteMap::verbatim(0, length), about);
    let analysis = analyse(&text);
    let drafted = draft(&text, &analysis, &BOOK).value;
    for statement in &drafted {
        assert!(statement.anchor().holds(&text), "{:?} does not hold", statement.anchor());
    }
    assert_eq!(drafted, draft(&text, &analysis, &BOOK).value);
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::En), Just(Lang::Es)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_anchor_holds_in_shuffled_words(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60), glue in prop::sample::select(&[" ", "", "  "][..]), lang in lang()) {
        check(pieces.join(glue), lang);
    }

    #[test]
    fn every_anchor_holds_in_any_text(body in "\\PC{0,120}", lang in lang()) {
        check(body, lang);
    }
}
