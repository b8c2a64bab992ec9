//! Abbreviations that keep their full stop, and whether a sentence may end with one.

use paradero_model::Lang;

/// Whether a sentence may end at an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follow {
    /// Never: a name or number follows ("Rep.", "Sr.", "J.").
    Name,
    /// It may, where the next word opens a sentence ("in the U.S. The").
    Anything,
}

/// Before a name.
const EN_TITLES: &[&str] = &[
    "mr", "mrs", "ms", "messrs", "dr", "drs", "rep", "reps", "sen", "sens", "gov", "govs", "gen", "lt", "col", "sgt", "capt",
    "maj", "cmdr", "adm", "det", "ofc", "hon", "rev", "fr", "st", "ste", "prof", "atty", "pres", "supt", "insp", "pvt", "cpl",
    "dir", "amb", "sec",
];
const ES_TITLES: &[&str] = &[
    "sr", "sra", "srta", "sres", "sras", "dr", "dra", "dres", "dras", "lic", "licda", "licdo", "ing", "arq", "prof", "profa",
    "gral", "cnel", "cap", "cptn", "tte", "sgto", "cmdte", "cdte", "mons", "fr", "hno", "hna", "d", "dña", "ud", "uds", "vd",
    "vds", "av", "avda", "cía", "sto", "sta", "dip", "sen", "mtro", "mtra", "pdte", "pbro", "rvdo", "gob", "min", "fisc", "abg",
    "abog", "psic", "tec", "téc",
];
/// Only before a digit: the bare word is a common one.
const NUMBERED: &[&str] = &[
    "no", "nos", "núm", "núms", "nº", "art", "arts", "inc", "pág", "págs", "p", "pp", "tel", "cap", "vol", "fig", "exp", "par",
    "mar", "may", "sat", "sun", "mon",
];
/// Anywhere inside a sentence.
const EN_OTHER: &[&str] = &[
    "vs", "v", "inc", "corp", "co", "ltd", "jr", "sr", "ave", "blvd", "rd", "dept", "dist", "etc", "approx", "est", "al", "cf",
    "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "tue", "tues", "wed", "thu", "thurs", "fri",
    "fla", "calif", "ariz", "tex", "mass", "conn", "ill", "mich", "minn", "okla", "ala", "tenn", "nev", "colo", "wis", "kan",
    "neb", "bros", "assn", "univ",
];
const ES_OTHER: &[&str] = &[
    "vs", "etc", "ej", "aprox", "jr", "ma", "fco", "ene", "feb", "abr", "jun", "jul", "ago", "sep", "sept", "oct", "nov", "dic",
    "dpto", "depto", "prov", "apdo", "col", "mpio", "edo", "ee", "uu", "rr", "hh", "ff", "aa", "dd", "cc", "oo", "ss", "ayto",
    "admón", "gral", "núm", "art", "págs", "pág",
];

/// Whether `word` (without its stop) keeps the full stop that follows it; `rest` is the text after the stop.
pub(super) fn keeps_stop(word: &str, rest: &str, lang: Lang) -> bool {
    if word.len() > 24 {
        return false;
    }
    let after = rest.trim_start_matches([' ', '\u{a0}', '\t']).chars().next().unwrap_or(' ');
    if after == '.' && rest.starts_with('.') {
        return false; // an ellipsis
    }
    let mut letters = word.chars();
    if let (Some(first), None) = (letters.next(), letters.next()) {
        return first.is_uppercase() && first != 'I' && (after.is_uppercase() || after == ',' || after == '\'' || after == '’');
    }
    if word.contains('.')
        && word.split('.').all(|part| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic))
    {
        return word.len() <= 12
            && (word.chars().any(char::is_uppercase) || matches!(word, "a.m" | "p.m" | "e.g" | "i.e" | "p.ej" | "m.n"));
    }
    let low = word.to_lowercase();
    let is = |list: &[&str]| list.contains(&low.as_str());
    if is(NUMBERED) && !(lang == Lang::Es && matches!(low.as_str(), "núm" | "núms" | "art")) {
        return after.is_ascii_digit();
    }
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    match lang {
        Lang::En if is(EN_TITLES) => capital && (after.is_uppercase() || after == '“' || after == '"'),
        Lang::Es if is(ES_TITLES) => {
            after.is_uppercase() && (capital || !matches!(low.as_str(), "min" | "d" | "cap" | "sen" | "sta" | "tec"))
        }
        Lang::En => is(EN_OTHER) && (capital || matches!(low.as_str(), "vs" | "v" | "etc" | "approx" | "est" | "al" | "cf")),
        Lang::Es => {
            is(ES_OTHER)
                && !(low.len() == 2 && word.chars().any(char::is_lowercase) && matches!(low.as_str(), "ss" | "cc" | "ee" | "uu"))
        }
    }
}

/// Whether a sentence may end at the abbreviation `word` (without its last stop).
pub(super) fn follow(word: &str, lang: Lang) -> Follow {
    let low = word.to_lowercase();
    let titles = if lang == Lang::En { EN_TITLES } else { ES_TITLES };
    if word.chars().count() == 1 || titles.contains(&low.as_str()) || NUMBERED.contains(&low.as_str()) {
        Follow::Name
    } else {
        Follow::Anything
    }
}
