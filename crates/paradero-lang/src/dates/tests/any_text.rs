//! Whatever the text: no panic, sound dates in order, and no chain of phrases that is followed down without end.

use super::super::read;
use paradero_model::{Edtf, Lang};

/// Fragments that dates are made of, to be strung together at random.
const FRAGMENTS: &[&str] = &[
    "since ",
    "until ",
    "between ",
    " and ",
    "from ",
    " to ",
    "mid-",
    "early ",
    "last ",
    "next ",
    "week ",
    "the ",
    "on ",
    "July ",
    "May",
    " 18",
    ", ",
    "31",
    "29 ",
    "February ",
    "Friday ",
    "first ",
    "of ",
    "th ",
    "two days later ",
    "three months ago ",
    "desde ",
    "hasta ",
    "entre ",
    " y ",
    " o ",
    "del ",
    "al ",
    "el ",
    "de ",
    "mayo ",
    "pasado ",
    "martes ",
    "semana ",
    "hace ",
    "días ",
    "999 ",
    "años ",
    "00.",
    "09.",
    "/",
    "-",
    "1/",
    "dos mil ",
    "setenta ",
    "ese día ",
    "\n\n",
    "\n",
    "é",
    "🙂",
    "desde entonces ",
    "probably ",
    "a fines de ",
    "XXXX ",
    "0 ",
    "ago ",
    "weeks ",
    "mil novecientos ",
];

fn sound(text: &str, lang: Lang, published: Option<&str>) -> Result<(), proptest::test_runner::TestCaseError> {
    let published = published.and_then(Edtf::parse);
    let mut end = 0;
    for date in read(text, lang, published.as_ref()) {
        proptest::prop_assert!(date.span.of(text).is_some_and(|words| !words.is_empty()), "{date:?} does not fit {text:?}");
        proptest::prop_assert!(date.span.start() >= end, "{date:?} overlaps the date before it in {text:?}");
        proptest::prop_assert_eq!(Edtf::parse(date.edtf.as_str()), Some(date.edtf.clone()));
        if let (Some(latest), Some(now)) = (date.edtf.latest(), published.as_ref().and_then(Edtf::latest)) {
            // 999 years from now is said, not reckoned.
            let said = text.contains("999") || text.contains("dos mil");
            proptest::prop_assert!(said || latest.year <= now.year + 25, "{date:?} lies too far ahead in {text:?}");
        }
        end = date.span.end();
    }
    Ok(())
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_every_date_is_sound(
        parts in proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..14),
        tail in ".{0,12}",
        es in proptest::bool::ANY,
        dated in proptest::bool::ANY,
    ) {
        let text = parts.concat() + &tail;
        sound(&text, if es { Lang::Es } else { Lang::En }, dated.then_some("2024-02-29"))?;
    }
}

#[test]
fn phrases_that_could_hold_one_another_are_not_followed_down_without_end() {
    let links = [
        (Lang::En, "the first friday of "),
        (Lang::En, "two days after "),
        (Lang::En, "the week of "),
        (Lang::En, "since about "),
        (Lang::En, "between "),
        (Lang::En, "the second half of "),
        (Lang::Es, "dos días después del "),
        (Lang::Es, "el primer lunes de "),
        (Lang::Es, "desde fines de "),
        (Lang::Es, "la semana del "),
        (Lang::Es, "1/"),
    ];
    for (lang, link) in links {
        let text = link.repeat(200) + "3 May 2025";
        let found = read(&text, lang, Edtf::parse("2025-07-23").as_ref());
        assert!(found.len() <= 201, "{link:?} gives {} dates", found.len());
    }
}
