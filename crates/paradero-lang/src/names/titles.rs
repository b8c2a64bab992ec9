//! The title, role or profession beside a name: inside its capitals ("Rep. Delia Okafor"), in small letters before it
//! ("la abogada Zulay Paz", "His lawyer, Ana Paz") and behind it ("Ana Paz, director of Casa Abierta").

use super::lists::{is_demonym, is_given, is_honorific, is_role, organisations, places, roles, words};
use super::scan::{Case, Token};
use std::ops::Range;

const ARTICLES: [&str; 14] = ["the", "a", "an", "el", "la", "los", "las", "un", "una", "este", "esta", "lo", "al", "del"];
const POSSESSIVES: [&str; 9] = ["his", "her", "their", "my", "our", "your", "su", "sus", "mi"];
const LINKS: [&str; 18] =
    ["of", "for", "de", "del", "la", "los", "las", "the", "en", "in", "at", "with", "and", "y", "para", "el", "from", "on"];

/// Where the title ends inside a run of capitals: "Secretary of State | Delia Okafor". `None` where the run holds no title with a name behind it.
pub(super) fn inside(run: &[Token]) -> Option<usize> {
    let mut found = None;
    for at in 0..run.len().saturating_sub(1) {
        let word = run[at].lower.as_str();
        let capital_role = run[at].capital() && (is_role(word) && !is_given(word));
        if !(run[at].capital() && is_honorific(word) || capital_role) {
            continue;
        }
        let rest = complement(run, at + 1);
        if rest < run.len()
            && person_like(&run[rest..])
            && !run[rest..].iter().all(|token| is_role(&token.lower) || is_honorific(&token.lower) || token.lower.len() < 3)
        {
            found = Some(rest);
        }
    }
    found
}

/// Past "of State", "of Legal Services", "de Bolívar" behind a title at `at`.
fn complement(run: &[Token], at: usize) -> usize {
    if !run.get(at).is_some_and(|token| ["of", "for", "de", "del"].contains(&token.lower.as_str())) {
        return at;
    }
    let mut end = at + 1;
    while run.get(end).is_some_and(|token| !token.capital()) {
        end += 1;
    }
    // The longest known complement; else up to the first given name; else one word.
    let known = (1..=4).rev().find(|count| {
        let key: Vec<&str> = run[end..].iter().take(*count).map(|token| token.lower.as_str()).collect();
        key.len() == *count && (roles().has("complement", &key.join(" ")) || places().has("whole", &key.join(" ")))
    });
    let given = run[end.min(run.len())..].iter().position(|token| is_given(&token.lower));
    end + known.or(given.filter(|&n| n > 0)).unwrap_or(1)
}

/// Whether the words can be a person's name: capitals without words of organisations.
pub(super) fn person_like(name: &[Token]) -> bool {
    let capitals = name.iter().filter(|token| token.capital()).count();
    (1..=6).contains(&capitals)
        && name.first().is_some_and(Token::capital)
        && !name.iter().enumerate().any(|(at, token)| {
            let word = token.lower.as_str();
            let institution = organisations().any(&["head", "tail"], word)
                && !matches!(
                    word,
                    "cruz"
                        | "real"
                        | "madres"
                        | "mesa"
                        | "law"
                        | "trust"
                        | "post"
                        | "house"
                        | "banks"
                        | "guardia"
                        | "reforma"
                        | "foster"
                        | "cross"
                        | "court"
                        | "air"
                );
            at > 0 && institution && !is_given(word)
                || at == 0 && institution && !is_given(word)
                || token.case == Case::Digit
                || words().has("calendar", word) && name.len() == 1
        })
        && !matches!(name[0].lower.as_str(), "of" | "de")
}

/// The title before the name that starts at `at`, as a range of words.
pub(super) fn before(body: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let last = at.checked_sub(1)?;
    let gap = body.get(tokens[last].end..tokens[at].start)?;
    let comma = match gap.trim() {
        "" if tokens[at].joined => false,
        "," => true,
        _ => return None,
    };
    let mut from = at;
    let mut role = None;
    while from > 0 && at - from < 10 && (from == at || tokens[from].joined) {
        let word = tokens[from - 1].lower.as_str();
        let noun = is_role(word) || is_honorific(word) || is_plural_role(word);
        let modifier = noun
            || roles().has("adjective", word)
            || is_demonym(word)
            || word.len() > 6
                && (word.ends_with("ista") || word.ends_with("ical") || word.ends_with("ario") || word.ends_with("aria"));
        let link = LINKS.contains(&word) && (from != at);
        let name = tokens[from - 1].capital() && !tokens[from - 1].opens && !words().has("opening", word);
        if ARTICLES.contains(&word) && (role == Some(from) || role.is_some() && !link) || POSSESSIVES.contains(&word) {
            break;
        }
        // Without a comma the role, or an adjective of it, touches the name.
        if !(modifier || link && (comma || role.is_none() || article_inside(tokens, from)) || name && (from < at || comma)) {
            break;
        }
        if noun {
            role = Some(from - 1);
        }
        from -= 1;
    }
    let role = role?;
    // "Fue imputado Rigoberto": a state, not a title.
    const STATES: [&str; 14] =
        ["fue", "fueron", "es", "era", "ser", "sido", "siendo", "está", "estaba", "was", "were", "is", "been", "being"];
    if !comma && from > 0 && STATES.contains(&tokens[from - 1].lower.as_str()) {
        return None;
    }
    if comma && !(from > 0 && opens_phrase(&tokens[from - 1].lower) || tokens[from].opens || tokens[role].opens) {
        return None;
    }
    // Words before the role that do not describe it ("to ICE official") are left out: the title opens at a word of its own.
    let mut start = from;
    while start < role && (LINKS.contains(&tokens[start].lower.as_str()) || ARTICLES.contains(&tokens[start].lower.as_str())) {
        start += 1;
    }
    if start > 0 && tokens[start].joined && POSSESSIVES.contains(&tokens[start - 1].lower.as_str()) {
        start -= 1;
    }
    Some(start..at)
}

/// Whether an article before `from` belongs inside the title: "ministro de la Defensa".
fn article_inside(tokens: &[Token], from: usize) -> bool {
    from >= 2 && ["de", "of", "en", "in"].contains(&tokens[from - 2].lower.as_str())
        || ["de", "del", "of"].contains(&tokens[from - 1].lower.as_str())
}

fn opens_phrase(word: &str) -> bool {
    // "Abner's wife, Ana Paz": the mark of possession stands before the role.
    word == "s" || ARTICLES.contains(&word) || POSSESSIVES.contains(&word)
}

/// "los siderúrgicos Asdrúbal y Keila", "integrantes del sindicato".
fn is_plural_role(word: &str) -> bool {
    word.strip_suffix("es").is_some_and(|stem| is_role(stem) && stem.len() > 3)
        || word.strip_suffix('s').is_some_and(|stem| is_role(stem) && stem.len() > 3)
}

/// The title behind the name that ends before `at`: ", director of Casa Abierta", ", de 52 años, ganadero", "(41 años, integrante del Comité)".
pub(super) fn after(body: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let gap = |n: usize| body.get(tokens.get(n.checked_sub(1)?)?.end..tokens.get(n)?.start).map(str::trim);
    if !matches!(gap(at)?, "," | "(" | "—" | ", (") {
        return None;
    }
    let mut start = skip_age(body, tokens, at);
    if start > at && !matches!(gap(start)?, "," | "),") {
        return None;
    }
    if ARTICLES.contains(&tokens[start].lower.as_str())
        || ["also", "también", "entonces", "then"].contains(&tokens[start].lower.as_str())
    {
        start += 1;
    }
    // The role within a few words that may describe it.
    let mut at = start;
    loop {
        let token = tokens.get(at).filter(|token| at == start || token.joined)?;
        let word = token.lower.as_str();
        if is_role(word) || is_honorific(word) && word.len() > 4 {
            break;
        }
        let fits = roles().has("adjective", word)
            || is_demonym(word)
            || token.capital()
            || POSSESSIVES.contains(&word)
            || token.case == Case::Digit
            || word.contains('-')
            || ["year", "old", "his", "her"].contains(&word);
        if !fits || at - start > 5 {
            return None;
        }
        at += 1;
    }
    let mut end = at + 1;
    while let Some(token) = tokens.get(end).filter(|token| token.joined && end - start < 14) {
        let word = token.lower.as_str();
        let stop = [
            "who", "que", "quien", "whose", "which", "was", "is", "has", "had", "were", "fue", "es", "era", "ha", "se", "when",
            "cuando", "said", "dijo", "to", "after", "tras",
        ]
        .contains(&word)
            || words().has("saying", word);
        let linked = LINKS.contains(&word);
        if stop
            || matches!(word, "and" | "y")
                && tokens.get(end + 1).is_some_and(|next| !is_role(&next.lower) && !next.capital())
                && !linked
        {
            break;
        }
        end += 1;
    }
    while end > at + 1 && LINKS.contains(&tokens[end - 1].lower.as_str()) {
        end -= 1;
    }
    Some(start..end)
}

/// Past an age behind a name: "de 52 años", "52 años", "47", "aged 47".
fn skip_age(body: &str, tokens: &[Token], at: usize) -> usize {
    let mut end = at;
    if tokens.get(end).is_some_and(|token| ["de", "aged", "age", "edad"].contains(&token.lower.as_str())) {
        end += 1;
    }
    match tokens.get(end) {
        Some(token) if token.case == Case::Digit && token.end - token.start <= 3 && !body[token.end..].starts_with('-') => {
            end += 1
        }
        _ => return at,
    }
    if tokens.get(end).is_some_and(|token| token.joined && ["años", "years"].contains(&token.lower.as_str())) {
        end += 1;
        if tokens.get(end).is_some_and(|token| token.joined && token.lower == "old") {
            end += 1;
        }
    }
    if end < tokens.len() { end } else { at }
}
