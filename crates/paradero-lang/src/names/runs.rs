//! Runs of capitalised words, with the particles inside them: what may be a name.

use super::lists::{is_demonym, is_given, is_honorific, is_role, organisations, places, words};
use super::scan::{Case, Token};
use std::collections::HashSet;
use std::ops::Range;

/// The runs of `tokens`, as ranges of them.
pub(super) fn runs(tokens: &[Token]) -> Vec<Range<usize>> {
    let lower: HashSet<&str> =
        tokens.iter().filter(|token| token.case == Case::Lower).map(|token| token.lower.as_str()).collect();
    let mut known: HashSet<&str> =
        tokens.iter().filter(|token| token.capital() && !token.opens && !token.loud).map(|token| token.lower.as_str()).collect();
    // A name that only ever opens sentences ("Ildara Paz … Ildara said") is known by its first, full telling.
    for run in walk(tokens, &lower, &known).into_iter().filter(|run| run.len() > 1) {
        known.extend(tokens[run].iter().filter(|token| token.capital() && !token.loud).map(|token| token.lower.as_str()));
    }
    walk(tokens, &lower, &known)
}

fn walk(tokens: &[Token], lower: &HashSet<&str>, known: &HashSet<&str>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let run = run(tokens, at, lower, known);
        if run.is_empty() {
            at += 1;
        } else {
            at = run.end;
            found.push(run);
        }
    }
    found
}

/// The number of words from `at` that are an organisation or place known by name; 0 where none is.
pub(super) fn whole(tokens: &[Token], at: usize) -> usize {
    if !(tokens[at].capital() || tokens[at].case == Case::Digit) {
        return 0;
    }
    let mut key = String::new();
    let mut best = 0;
    let short = |key: &str, token: &Token| key.len() <= 3 && token.case != Case::Upper;
    for (count, token) in tokens[at..].iter().take(6).enumerate() {
        if count > 0 {
            if !token.joined {
                break;
            }
            key.push(' ');
        }
        key.push_str(&token.lower);
        if token.case != Case::Lower
            && !(count == 0 && short(&key, token))
            && (organisations().has("whole", &key) || places().has("whole", &key))
        {
            best = count + 1;
        }
    }
    best
}

/// The run that starts at `at`; empty where none does.
fn run(tokens: &[Token], at: usize, lower: &HashSet<&str>, known: &HashSet<&str>) -> Range<usize> {
    let end = (at + whole(tokens, at)).max(if starts(tokens, at, lower, known) { at + 1 } else { at });
    if end == at {
        return at..at;
    }
    grow(tokens, at, end)
}

/// Whether a word is a month or weekday, by itself.
fn is_calendar(token: &Token) -> bool {
    words().has("calendar", &token.lower)
}

/// The same, but "Julio Ansótegui", "June Harlow" and "Domingo Ruiz" are people.
fn is_calendar_at(tokens: &[Token], at: usize) -> bool {
    const NAMES: [&str; 8] = ["julio", "abril", "april", "june", "may", "august", "domingo", "mayo"];
    let named = NAMES.contains(&tokens[at].lower.as_str()) && tokens[at].case == Case::Capital;
    is_calendar(&tokens[at])
        && !(named && tokens.get(at + 1).is_some_and(|next| next.joined && next.case == Case::Capital && !is_calendar(next)))
}

/// Whether a name may start at `at`.
fn starts(tokens: &[Token], at: usize, lower: &HashSet<&str>, known: &HashSet<&str>) -> bool {
    let token = &tokens[at];
    let word = token.lower.as_str();
    if token.case == Case::Digit {
        // "60 Minutes", "18th Street": a number before a capital inside a sentence.
        let next = tokens.get(at + 1);
        return !token.opens
            && !token.loud
            && next
                .is_some_and(|next| next.joined && next.case == Case::Capital && !is_calendar(next) && !is_demonym(&next.lower))
            && (!word.bytes().all(|b| b.is_ascii_digit()) || at > 0 && matches!(tokens[at - 1].lower.as_str(), "s" | "on"));
    }
    if !token.capital() || is_calendar_at(tokens, at) {
        return false;
    }
    let next = tokens.get(at + 1).filter(|next| next.joined && next.capital() && !is_calendar(next));
    if words().has("opening", word) {
        // "El Rodeo", "La Dalia": an article with a capital inside a sentence belongs to the name.
        return !token.opens
            && !token.loud
            && ["el", "la", "los", "las"].contains(&word)
            && token.case == Case::Capital
            && next.is_some();
    }
    if token.loud {
        return is_honorific(word) || is_given(word) || known.contains(word) || whole(tokens, at) > 0;
    }
    // "(D-CA)": a party and a state.
    let party = word.len() == 4 && (word.starts_with("d-") || word.starts_with("r-") || word.starts_with("i-"));
    if party && token.case == Case::Upper {
        return false;
    }
    if token.case == Case::Upper {
        let initial = word.ends_with('.') || word.chars().count() == 1;
        return if initial {
            next.is_some()
        } else {
            !words().has("shout", word) && !lower.contains(word) || next.is_some() && is_given(word)
        };
    }
    if !token.opens {
        return true;
    }
    let listed = is_given(word)
        || organisations().has("head", word)
        || is_honorific(word)
        || places().any(&["opener", "head"], word) && next.is_some()
        || is_demonym(word) && next.is_some();
    if listed {
        return !lower.contains(word)
            || next.is_some()
            || is_given(word)
            || organisations().has("head", word) && !next.is_some_and(|_| false);
    }
    if is_role(word) {
        return next.is_some();
    }
    known.contains(word) && !lower.contains(word) || next.is_some() && !lower.contains(word) && !verb_like(word)
}

/// Whether a capitalised word that opens a sentence is more likely a verb or a plural noun than a name.
fn verb_like(word: &str) -> bool {
    ["ing", "ed", "ción", "ciones", "aron", "ieron", "ados", "idos", "mente", "aban", "ando", "iendo"]
        .iter()
        .any(|end| word.ends_with(end))
        || words().has("saying", word)
        || word.ends_with('ó')
        || super::lists::roles().any(&["group u", "adjective"], word)
}

/// The run from `start`, grown from `end` as far as capitals and particles carry.
fn grow(tokens: &[Token], start: usize, mut end: usize) -> Range<usize> {
    while end < tokens.len() && tokens[end].joined && end - start < 16 {
        let token = &tokens[end];
        let skip = whole(tokens, end);
        if skip > 1 {
            end += skip;
        } else if token.capital() && token.loud == tokens[start].loud && !is_calendar_at(tokens, end) {
            if words().has("opening", &token.lower)
                && token.lower.len() > 2
                && !matches!(token.lower.as_str(), "los" | "las" | "del" | "san" | "the")
            {
                break;
            }
            end += 1;
        } else if token.case == Case::Digit
            && organisation_like(&tokens[start..end])
            && !token.lower.starts_with("20")
            && !token.lower.starts_with("19")
        {
            end += 1;
        } else if let Some(next) = bridge(tokens, start, end) {
            end = next;
        } else {
            break;
        }
    }
    start..end
}

/// Whether a name so far is one of an organisation, place or office, which may go on with "of", "de", "for".
fn organisation_like(run: &[Token]) -> bool {
    run.iter().any(|token| {
        let word = token.lower.as_str();
        organisations().any(&["head", "tail"], word) || places().any(&["head", "tail"], word)
    })
}

/// Where the particle at `at` carries the run on, the end of the word behind it.
fn bridge(tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    let particles = tokens[at..].iter().take(3).take_while(|token| token.joined && token.case == Case::Lower).count();
    let next = tokens.get(at + particles).filter(|next| next.joined && next.capital() && !is_calendar(next))?;
    if particles == 0 {
        return None;
    }
    let link: Vec<&str> = tokens[at..at + particles].iter().map(|token| token.lower.as_str()).collect();
    let run = &tokens[start..at];
    let institution = organisation_like(run) && !(is_given(&run[0].lower) && run.len() > 1);
    let office =
        run.last().is_some_and(|token| !token.lower.ends_with('.') && (is_honorific(&token.lower) || is_role(&token.lower)));
    let taken = whole(tokens, at + particles).max(1);
    let next_place = places().has("whole", &next.lower);
    let joins = match link.join(" ").as_str() {
        "van" | "von" | "der" | "den" | "van der" | "van den" | "von der" | "bin" | "ibn" | "ben" | "al" | "el" | "da" | "do"
        | "dos" | "di" | "du" => !institution && run.len() < 4 && !next_place,
        "de" | "del" | "de la" | "de los" | "de las" | "de lo" | "d'" => {
            institution
                || office && !next_place
                || !next_place && !is_demonym(&run[0].lower) && person_particle(run, next, &link.join(" "))
        }
        "of" | "of the" => {
            institution
                || office
                || run.iter().any(|token| ["republic", "people", "state", "kingdom"].contains(&token.lower.as_str()))
        }
        "for" | "for the" | "on" | "on the" | "against" | "para" | "para la" | "para el" | "por el" | "por la" | "por"
        | "contra el" | "contra la" | "contra" | "sobre" => institution && !next_place,
        "and" | "&" | "y" | "e" => joins_with_and(tokens, run, at + particles),
        // "Fiscalía Especializada en Delitos", "Mesa por el Derecho a Defender".
        "en" | "en la" => institution && !next_place && (run.len() > 1),
        "a" => institution && run.last().is_some_and(|token| token.lower == "derecho"),
        _ => false,
    };
    joins.then_some(at + particles + taken)
}

/// "Ana de Armas", "Juan de la Cruz"; not "Armas de Bolívar".
fn person_particle(run: &[Token], next: &Token, link: &str) -> bool {
    let given = run.iter().any(|token| is_given(&token.lower));
    let unknown = run.len() == 1 && !is_given(&run[0].lower) && !run[0].opens;
    // "María de la Cruz", "Juan del Rosario": behind an article even a given name is a surname.
    let surname = !is_given(&next.lower) && !organisations().has("head", &next.lower) || given && link != "de" && run.len() < 4;
    (given || unknown) && surname
}

/// "Immigration and Customs Enforcement", "Relaciones Interiores y Justicia": the name goes on behind "and" where its last word needs it.
fn joins_with_and(tokens: &[Token], run: &[Token], next: usize) -> bool {
    const LAST: [&str; 22] = [
        "enforcement",
        "rehabilitation",
        "services",
        "security",
        "affairs",
        "development",
        "rights",
        "protection",
        "culture",
        "commerce",
        "budget",
        "removal",
        "justicia",
        "paz",
        "cultura",
        "deportes",
        "vivienda",
        "desarrollo",
        "pensions",
        "border",
        "cooperación",
        "democracia",
    ];
    if run.iter().any(|token| is_given(&token.lower)) || is_given(&tokens[next].lower) {
        return false;
    }
    let tail = tokens[next..].iter().enumerate().take(3).take_while(|(n, token)| token.capital() && (*n == 0 || token.joined));
    let words: Vec<&str> = tail.map(|(_, token)| token.lower.as_str()).collect();
    !words.iter().any(|word| is_honorific(word))
        && words.iter().any(|word| LAST.contains(word))
        && (organisation_like(run) || words.len() > 1)
}
