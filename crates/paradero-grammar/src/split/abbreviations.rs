//! Abbreviations that keep their full stop.

use paradero_model::Lang;

/// Before a name: no sentence ends at them.
const EN_TITLES: &[&str] = &[
    "mr", "mrs", "ms", "messrs", "mme", "mlle", "dr", "drs", "rep", "reps", "sen", "sens", "gov", "govs", "gen", "lt", "col",
    "sgt", "capt", "maj", "cmdr", "adm", "det", "ofc", "hon", "rev", "fr", "st", "ste", "ft", "mt", "prof", "atty", "pres",
    "supt", "insp", "pvt", "cpl", "amb",
];
const ES_TITLES: &[&str] = &[
    "sr", "sra", "srta", "sres", "sras", "dr", "dra", "dres", "dras", "lic", "licda", "licdo", "ing", "arq", "prof", "profa",
    "gral", "cnel", "cap", "cptn", "tte", "sgto", "cmdte", "cdte", "mons", "fr", "hno", "hna", "d", "dña", "ud", "uds", "vd",
    "vds", "av", "avda", "sto", "sta", "dip", "sen", "mtro", "mtra", "pdte", "pbro", "rvdo", "gob", "abg", "abog", "psic", "mr",
    "mrs", "st",
];
/// Only before a number: the bare word is a common one.
const NUMBERED: &[&str] = &[
    "no", "nos", "núm", "núms", "nº", "art", "arts", "inc", "pág", "págs", "p", "pp", "tel", "cap", "vol", "fig", "figs", "exp",
    "par", "mar", "may", "sat", "sun", "mon", "km", "kms", "min", "sec",
];
const EN_OTHER: &[&str] = &[
    "vs", "v", "inc", "corp", "co", "ltd", "jr", "sr", "ave", "blvd", "rd", "dept", "dist", "etc", "approx", "est", "al", "cf",
    "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "tue", "tues", "wed", "thu", "thurs", "fri",
    "fla", "calif", "ariz", "tex", "mass", "conn", "ill", "mich", "minn", "okla", "ala", "tenn", "nev", "colo", "wis", "kan",
    "neb", "bros", "assn", "univ", "ca",
];
const ES_OTHER: &[&str] = &[
    "vs", "etc", "ej", "aprox", "jr", "fco", "ene", "feb", "abr", "jun", "jul", "ago", "sep", "sept", "oct", "nov", "dic",
    "dpto", "depto", "prov", "apdo", "col", "mpio", "edo", "rr", "hh", "ff", "ayto", "admón", "gral", "núm", "art", "págs",
    "pág", "cía", "ltda", "hnos", "bros", "inc", "corp", "a.m", "p.m", "máx", "mín", "tel", "vol",
];

/// Whether `word` (without its stop) keeps the full stop that follows it; `next` is the first character after the stop and the
/// white space behind it, `spaced` whether there is any.
pub(super) fn keeps_stop(word: &str, next: char, spaced: bool, lang: Lang) -> bool {
    if word.len() > 24 || (next == '.' && !spaced) {
        return false;
    }
    let mut letters = word.chars();
    if let (Some(first), None) = (letters.next(), letters.next()) {
        return first.is_uppercase() && first != 'I' && (next.is_uppercase() || matches!(next, ',' | '\'' | '’'));
    }
    if word.contains('.')
        && word.split('.').all(|part| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic))
    {
        return word.len() <= 14 && (word.chars().any(char::is_uppercase) || word.split('.').all(|part| part.len() <= 2));
    }
    let low = word.to_lowercase();
    let is = |list: &[&str]| list.contains(&low.as_str());
    let number = next.is_ascii_digit();
    if is(NUMBERED) && number && spaced {
        return true;
    }
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    match lang {
        Lang::En if is(EN_TITLES) => capital && spaced && (next.is_uppercase() || matches!(next, '“' | '"' | '\'')),
        Lang::Es if is(ES_TITLES) => next.is_uppercase() && (capital || !matches!(low.as_str(), "d" | "cap" | "sen" | "sta")),
        Lang::En if is(NUMBERED) => false,
        Lang::En => {
            is(EN_OTHER) && (capital || matches!(low.as_str(), "vs" | "v" | "etc" | "approx" | "est" | "al" | "cf" | "ca"))
        }
        Lang::Es => is(ES_OTHER) || (capital && matches!(low.as_str(), "ee" | "uu" | "oo" | "aa")),
    }
}

/// Whether no sentence ends at the abbreviation `word` (with or without its last stop): a name or a number belongs to it.
pub(super) fn opens_name(word: &str, lang: Lang) -> bool {
    let low = word.trim_end_matches('.').to_lowercase();
    let titles = if lang == Lang::En { EN_TITLES } else { ES_TITLES };
    low.chars().count() == 1 || titles.contains(&low.as_str()) || NUMBERED.contains(&low.as_str())
}
