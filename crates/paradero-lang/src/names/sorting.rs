//! Of what a run of capitals is the name: person, organisation, place, or something else.

use super::lists::{is_given, organisations, places, roles, words};
use super::scan::{Case, Token};
use super::titles::person_like;
use crate::NameKind;

/// What the words alone say; `None` where only what stands around can tell.
pub(super) fn by_words(name: &[Token]) -> Option<NameKind> {
    let words: Vec<&str> = name.iter().map(|token| token.lower.as_str()).collect();
    let key = words.join(" ");
    let (first, last) = (*words.first()?, *words.last()?);
    let pair = if words.len() > 1 { words[words.len() - 2..].join(" ") } else { String::new() };
    let bare = key.strip_prefix("the ").unwrap_or(&key);
    if places().has("whole", bare) {
        return Some(NameKind::Place);
    }
    if organisations().has("whole", bare) {
        return Some(NameKind::Organisation);
    }
    if words.len() > 2 && places().has("strong", last) {
        return Some(NameKind::Place);
    }
    if is_law(&words) {
        return Some(NameKind::Other);
    }
    if words.len() > 1 && is_given(first) && person_like(name) {
        return Some(NameKind::Person);
    }
    // "El Observatorio Obrero": the article says nothing.
    if words.len() > 1 && ["el", "la", "los", "las"].contains(&first) && organisations().has("head", words[1]) {
        return Some(NameKind::Organisation);
    }
    if words.len() == 1 && camel(name.first()?)
        || words.len() > 1 && organisations().has("whole", first) && name[0].case == Case::Upper
    {
        return Some(NameKind::Organisation);
    }
    // "Oaxaca de Juárez", "San Antonio del Táchira".
    if words.len() > 2 && places().has("whole", first) && ["de", "del"].contains(&words[1]) {
        return Some(NameKind::Place);
    }
    if organisations().has("head", first) && (words.len() > 1 || first.len() > 5) {
        return Some(NameKind::Organisation);
    }
    if places().has("head", first) && words.len() > 1 {
        return Some(NameKind::Place);
    }
    if organisations().has("tail", &pair) {
        return Some(NameKind::Organisation);
    }
    if places().has("tail", &pair) || places().has("tail", last) && words.len() > 1 {
        return Some(NameKind::Place);
    }
    if organisations().has("tail", last) && (words.len() > 1 || last.len() > 5) && !is_given(first) {
        return Some(NameKind::Organisation);
    }
    if words.len() > 1
        && !is_given(first)
        && words.iter().any(|word| {
            organisations().any(&["head", "tail"], word) && !matches!(*word, "cruz" | "real" | "red" | "mesa" | "central" | "law")
        })
    {
        return Some(NameKind::Organisation);
    }
    if words.len() > 1 && places().has("opener", first) {
        return Some(NameKind::Place);
    }
    if is_given(first) {
        return Some(NameKind::Person);
    }
    None
}

/// "ImmDef", "WikiLeaks": capitals inside a word, but not "McKay", "DeSantis", "D'Angelo".
fn camel(token: &Token) -> bool {
    let inner = token.capitals_inside;
    inner
        && token.case == Case::Capital
        && !["mc", "mac", "de", "o'", "d'", "la", "le", "van", "fitz", "al-"].iter().any(|lead| token.lower.starts_with(lead))
        && !token.lower.contains(['-', '\''])
}

/// "Alien Enemies Act", "Ley de Amnistía", "Senate Resolution 257", "18th Amendment".
fn is_law(words: &[&str]) -> bool {
    const LAWS: [&str; 24] = [
        "act",
        "resolution",
        "amendment",
        "constitution",
        "treaty",
        "convention",
        "protocol",
        "agreement",
        "ley",
        "decreto",
        "constitución",
        "tratado",
        "convenio",
        "convención",
        "protocolo",
        "acuerdo",
        "operación",
        "operation",
        "award",
        "premio",
        "prize",
        "day",
        "war",
        "guerra",
    ];
    words.first().is_some_and(|word| LAWS.contains(word))
        || words.last().is_some_and(|word| LAWS.contains(word) && words.len() > 1)
        || words.contains(&"resolution")
}

/// What the words around `from..to` say of a name that says nothing itself.
pub(super) fn by_place_in_sentence(body: &str, tokens: &[Token], from: usize, to: usize) -> Option<NameKind> {
    let name = &tokens[from..to];
    let gap_before = from.checked_sub(1).and_then(|last| body.get(tokens[last].end..tokens[from].start)).unwrap_or("");
    let gap_after = tokens.get(to).and_then(|next| body.get(tokens[to - 1].end..next.start)).unwrap_or("");
    let before = from.checked_sub(1).filter(|_| tokens[from].joined).map_or("", |last| tokens[last].lower.as_str());
    let after = tokens.get(to).filter(|next| next.joined).map_or("", |next| next.lower.as_str());
    let person = name.iter().all(|token| token.case != Case::Digit) && person_like(name);
    let named = ["named", "called", "apellido", "llamado", "llamada", "nombre"].contains(&before);
    let says = |word: &str| words().has("saying", word);
    let aged = gap_after.trim_end().ends_with([',', '(']) && is_age(body, tokens, to);
    let whom = [",", ""].contains(&gap_after.trim())
        && tokens.get(to).is_some_and(|next| ["who", "quien", "whose"].contains(&next.lower.as_str()));
    if person && (named || aged || whom) {
        return Some(NameKind::Person);
    }
    let letters = name[0].lower.chars().count();
    let roman = name[0].lower.chars().all(|c| "ivxlc".contains(c));
    let acronym = name.len() == 1 && name[0].case == Case::Upper && (2..=6).contains(&letters) && !roman;
    if acronym {
        return Some(NameKind::Organisation);
    }
    if ["in", "en", "near", "desde", "hacia", "outside", "throughout", "across", "inside"].contains(&before)
        || before == "de" && near(tokens, from)
    {
        return Some(NameKind::Place);
    }
    if person && (says(after) || says(before)) {
        return Some(NameKind::Person);
    }
    let given = name.iter().any(|token| is_given(&token.lower));
    let particle = name.iter().any(|token| token.case == Case::Lower);
    let article = ["the", "el", "la", "los", "las", "al", "del"].contains(&before);
    if name.len() > 1 && !given && (before == "on" || article || particle) {
        return Some(if article || before == "on" { NameKind::Organisation } else { NameKind::Other });
    }
    if name.len() == 1 && places().has("preposition", before) {
        return Some(NameKind::Place);
    }
    if name.len() > 1
        && name.len() <= 5
        && person
        && !name.iter().any(|token| token.case == Case::Upper && !token.lower.ends_with('.') && token.lower.len() > 1)
        && !gap_before.ends_with(['“', '"', '«', '‘'])
    {
        return Some(NameKind::Person);
    }
    let acts = [
        "was",
        "is",
        "has",
        "had",
        "fue",
        "ha",
        "había",
        "está",
        "estaba",
        "sigue",
        "permanece",
        "padece",
        "llegó",
        "salió",
        "murió",
        "fled",
        "came",
        "went",
        "died",
    ];
    (person && name.len() == 1 && acts.contains(&after)).then_some(NameKind::Person)
}

fn near(tokens: &[Token], from: usize) -> bool {
    from >= 2
        && [
            "cerca",
            "fuera",
            "dentro",
            "ciudad",
            "sur",
            "norte",
            "este",
            "oeste",
            "centro",
            "región",
            "estado",
            "provincia",
            "cárcel",
            "prisión",
            "penal",
            "municipio",
            "vecino",
            "vecina",
            "procedente",
            "capital",
        ]
        .contains(&tokens[from - 2].lower.as_str())
}

/// Whether an age stands at `at`: "52 años", "47,", "(24)", "a 31-year-old".
fn is_age(body: &str, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let token = if ["de", "aged", "a", "un", "una"].contains(&token.lower.as_str()) {
        tokens.get(at + 1).unwrap_or(token)
    } else {
        token
    };
    let digits = token.lower.chars().take_while(char::is_ascii_digit).count();
    let year = token.lower.contains("year");
    let next = body[token.end..].trim_start();
    (1..=2).contains(&digits)
        && (year || next.starts_with("años") || next.starts_with([',', ')', '.']) || next.starts_with("years"))
        || is_descriptive_role(tokens, at)
}

/// ", a baker", ", un barbero": an indefinite role behind a name is of a person.
fn is_descriptive_role(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| ["a", "an", "un", "una"].contains(&token.lower.as_str()))
        && tokens[at + 1..]
            .iter()
            .take(4)
            .take_while(|token| token.joined)
            .any(|token| roles().any(&["office u", "office m", "office f", "person m", "person f"], &token.lower))
}
