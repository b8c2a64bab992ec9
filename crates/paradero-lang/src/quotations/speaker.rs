//! Who speaks: the words that name or describe the subject of a verb of saying, before or behind it.

use crate::names::lists;
use crate::{Analysis, NameKind, Pos, Role};
use paradero_model::{Lang, Span};
use std::ops::Range;

const PRONOUNS: [&str; 13] = ["he", "she", "they", "i", "we", "él", "ella", "ellos", "ellas", "éste", "ésta", "aquel", "quien"];
const LIGHT: [&str; 42] = [
    "has",
    "had",
    "have",
    "was",
    "is",
    "also",
    "later",
    "once",
    "then",
    "again",
    "recently",
    "repeatedly",
    "ha",
    "había",
    "han",
    "habían",
    "me",
    "le",
    "les",
    "nos",
    "te",
    "se",
    "lo",
    "la",
    "no",
    "not",
    "did",
    "would",
    "also",
    "también",
    "además",
    "luego",
    "después",
    "siempre",
    "ya",
    "out",
    "himself",
    "herself",
    "publicly",
    "will",
    "who",
    "simply",
];
const DETERMINERS: [&str; 33] = [
    "the", "a", "an", "his", "her", "their", "my", "our", "one", "another", "some", "el", "la", "los", "las", "un", "una",
    "unos", "unas", "su", "sus", "mi", "otro", "otra", "ese", "esa", "este", "esta", "two", "dos", "several", "varios", "both",
];

/// The subject of the verb at word `verb`: before it ("X said"), behind it ("said X"), or unspoken.
pub(super) fn of(body: &str, found: &Analysis, verb: usize, frame: Span) -> Option<Span> {
    let inverted = follows(body, found, verb, frame);
    let before = precedes(body, found, verb, frame);
    let clause = || by_clause(body, found, verb, frame);
    before
        .or(inverted)
        .or_else(|| clause().filter(|span| frame.contains(*span) && !span.contains(found.words[verb].span)))
        .or_else(|| unspoken(body, found, verb, frame))
        .or_else(clause)
}

fn text<'a>(body: &'a str, found: &'a Analysis, at: usize) -> &'a str {
    found.words.get(at).map_or("", |word| word.text(body))
}

/// The names that stand in `frame`.
fn names_in(found: &Analysis, frame: Span) -> &[crate::Name] {
    let from = found.names.partition_point(|name| name.span.start() < frame.start());
    let to = from + found.names[from..].iter().take_while(|name| name.span.end() <= frame.end()).count();
    &found.names[from..to]
}

/// "said **Delia Okafor**", "dijo **el legislador**", "afirmó **su abogada, Lucía Paz**".
fn follows(body: &str, found: &Analysis, verb: usize, frame: Span) -> Option<Span> {
    let at = listener(body, found, verb + 1, frame);
    let word = found.words.get(at).filter(|word| frame.contains(word.span))?;
    let lower = text(body, found, at).to_lowercase();
    if PRONOUNS.contains(&lower.as_str()) && lower != "i" {
        return Some(word.span);
    }
    let capital = text(body, found, at).starts_with(char::is_uppercase);
    let article = DETERMINERS.contains(&lower.as_str()) && !(lower == "a" && found.lang == Lang::Es);
    let courtesy = ["doña", "don"].contains(&lower.as_str());
    if !(article || capital || courtesy) || found.words[at].pos == Pos::Punct {
        return None;
    }
    // "told the magazine": a listener, where the speaker stands before the verb.
    let telling = ["told", "tells", "asked", "asks", "informed", "called", "calls", "put"]
        .contains(&text(body, found, verb).to_lowercase().as_str());
    if telling || !capital && frame.of(body).is_some_and(|_| quantity(body, found, at)) {
        return None;
    }
    Some(phrase(body, found, at, frame))
}

/// Past the listener behind the verb, where the speaker stands behind both: "dijo a esta emisora **Hermelinda Xocua**".
fn listener(body: &str, found: &Analysis, at: usize, frame: Span) -> usize {
    let lower = |at: usize| text(body, found, at).to_lowercase();
    if found.lang != Lang::Es || !["a", "al"].contains(&lower(at).as_str()) {
        return at;
    }
    let noun = if DETERMINERS.contains(&lower(at + 1).as_str()) { at + 2 } else { at + 1 };
    let Some(word) = found.words.get(noun).filter(|word| frame.contains(word.span)) else { return at };
    // The listener may be a name of several words: "a El Correo su hermano".
    let named = names_in(found, frame).iter().find(|name| name.span.contains(word.span));
    let next = named.map_or(noun + 1, |name| found.words.partition_point(|word| word.span.start() < name.span.end()));
    let speaks = names_in(found, frame).iter().any(|name| {
        name.kind == NameKind::Person && found.words.get(next).is_some_and(|word| word.span.start() == name.span.start())
    });
    let described = ["su", "el", "la", "un", "una", "doña", "don"].contains(&lower(next).as_str())
        && found.words.get(next + 1).is_some_and(|word| word.pos == Pos::Noun || word.pos == Pos::Propn);
    if speaks || described && !quantity(body, found, next) { next } else { at }
}

fn quantity(body: &str, found: &Analysis, at: usize) -> bool {
    ["año", "years", "year", "día", "noche", "mañana", "tarde", "pasado", "semana"]
        .contains(&text(body, found, at + 1).to_lowercase().as_str())
}

/// The noun phrase that starts at word `at`: to its name, or to what cannot belong to it.
fn phrase(body: &str, found: &Analysis, at: usize, frame: Span) -> Span {
    let start = found.words[at].span.start();
    let mut end = found.words[at].span.end();
    for next in at..(at + 14).min(found.words.len()) {
        let span = found.words[next].span;
        if !frame.contains(span) {
            break;
        }
        let lower = text(body, found, next).to_lowercase();
        if let Some(name) =
            names_in(found, frame).iter().find(|name| name.span.start() == span.start() && frame.contains(name.span))
        {
            end = end.max(name.span.end());
            if name.kind == NameKind::Person {
                return Span::new(start, end);
            }
        }
        if span.start() < end && next > at {
            continue;
        }
        if lower == "," {
            // "su abogada, Lucía Paz": a person's name behind the comma is the same one.
            let named = found.words.get(next + 1).and_then(|word| {
                names_in(found, frame).iter().find(|name| name.kind == NameKind::Person && name.span.start() == word.span.start())
            });
            match named.filter(|name| {
                frame.contains(name.span)
                    && !found
                        .names
                        .iter()
                        .any(|other| other.kind == NameKind::Person && other.span.start() >= start && other.span.end() <= end)
            }) {
                Some(name) => return Span::new(start, name.span.end()),
                None => break,
            }
        }
        let stop =
            matches!(found.words[next].pos, Pos::Punct | Pos::Verb | Pos::Aux | Pos::Sconj | Pos::Cconj | Pos::Pron | Pos::Adv)
                && !(next > at && ["de", "of"].contains(&text(body, found, next - 1).to_lowercase().as_str()))
                && !matches!(lower.as_str(), "y" | "and" | "'s" | "’s" | "'" | "’")
                || [
                    "que", "who", "which", "en", "in", "on", "at", "by", "por", "a", "al", "to", "after", "tras", "during",
                    "durante", "cuando", "when", "ante", "sobre", "about", "with", "con", "desde", "from", "through", "outside",
                    "frente", "entre", "amid",
                ]
                .contains(&lower.as_str());
        if stop && next > at {
            break;
        }
        end = span.end().max(end);
    }
    Span::new(start, end)
}

/// "**she** said", "**the sister, Ana Paz,** said by phone", "**An officer** told her".
fn precedes(body: &str, found: &Analysis, verb: usize, frame: Span) -> Option<Span> {
    let mut at = verb;
    while at > 0 && frame.contains(found.words[at - 1].span) && LIGHT.contains(&text(body, found, at - 1).to_lowercase().as_str())
    {
        at -= 1;
    }
    let last = at.checked_sub(1)?;
    let word = found.words.get(last).filter(|word| frame.contains(word.span))?;
    let lower = text(body, found, last).to_lowercase();
    if PRONOUNS.contains(&lower.as_str()) && lower != "quien" {
        return Some(word.span);
    }
    if lower == ")" {
        // "Ana Paz (47) said", "The Department (CDCR) said".
        let open = (0..last).rev().take(8).find(|&at| text(body, found, at) == "(")?;
        return precedes(body, found, open, frame);
    }
    if lower == "," {
        return bracketed(body, found, last, frame);
    }
    // A name that ends here, with what belongs before it; or a plain noun phrase.
    if let Some(name) = names_in(found, frame).iter().find(|name| name.span.end() == word.span.end() && frame.contains(name.span))
    {
        return Some(
            name.title
                .filter(|title| title.end() <= name.span.start() && frame.contains(*title))
                .map_or(name.span, |title| with_determiner(body, found, title.to(name.span))),
        );
    }
    if !matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Adj) {
        return None;
    }
    let mut from = last;
    while from > 0 && last - from < 10 && frame.contains(found.words[from - 1].span) {
        let before = text(body, found, from - 1).to_lowercase();
        let fits = matches!(found.words[from - 1].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Det)
            || ["de", "del", "of", "la", "las", "los"].contains(&before.as_str());
        if !fits {
            break;
        }
        from -= 1;
        if DETERMINERS.contains(&before.as_str())
            && !(from > 0 && ["de", "of", "del"].contains(&text(body, found, from - 1).to_lowercase().as_str()))
        {
            break;
        }
    }
    Some(Span::new(found.words[from].span.start(), word.span.end()))
}

/// The article before a title belongs to the words that describe the speaker.
fn with_determiner(body: &str, found: &Analysis, span: Span) -> Span {
    let at = found.words.partition_point(|word| word.span.start() < span.start());
    match at.checked_sub(1).filter(|&at| DETERMINERS.contains(&text(body, found, at).to_lowercase().as_str())) {
        Some(at) => found.words[at].span.to(span),
        None => span,
    }
}

/// "the sister, **Ana Paz**, said", "**Ana Paz**, who represents him, said", "**Ana Paz**, director of Casa Abierta, said".
fn bracketed(body: &str, found: &Analysis, comma: usize, frame: Span) -> Option<Span> {
    let end = found.words[comma].span.start();
    let inside = names_in(found, frame)
        .iter()
        .rev()
        .find(|name| name.kind == NameKind::Person && name.span.end() <= end && frame.contains(name.span))?;
    let touches = body.get(inside.span.end()..end).is_some_and(|gap| gap.trim().is_empty());
    let opens = body.get(inside.span.end()..end).is_some_and(|gap| gap.trim_start().starts_with([',', '(']));
    if touches || opens {
        let title = inside.title.filter(|title| title.end() <= inside.span.start() && frame.contains(*title));
        return Some(title.map_or(inside.span, |title| with_determiner(body, found, title.to(inside.span))));
    }
    None
}

/// The subject that syntax gives the verb, where it stands in the frame.
fn by_clause(body: &str, found: &Analysis, verb: usize, frame: Span) -> Option<Span> {
    let clause = found.clauses.iter().find(|clause| clause.group.contains(&verb))?;
    let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject)?;
    let group = group(found, &clause.group)?;
    (frame.contains(subject.span) || subject.span == group && found.chain_at(group).is_some())
        .then_some(subject.span)
        .filter(|span| !span.of(body).unwrap_or("").is_empty())
}

fn group(found: &Analysis, words: &Range<usize>) -> Option<Span> {
    Some(found.words.get(words.start)?.span.to(found.words.get(words.end.checked_sub(1)?)?.span))
}

/// Spanish without a subject ("recuerda", "nos dijo"): whoever opens a sentence of the paragraph last, or was last named in it.
fn unspoken(body: &str, found: &Analysis, verb: usize, frame: Span) -> Option<Span> {
    if found.lang != Lang::Es {
        return None;
    }
    let sentence = |at: usize| found.sentence_at(at).map(|sentence| &found.sentences[sentence]);
    let paragraph = sentence(found.words[verb].span.start())?.paragraph;
    let quoted = |at: usize| {
        let from = body[..at].rfind("\n\n").unwrap_or(0);
        let curly = body[from..at].rfind(['“', '«', '”', '»']).is_some_and(|mark| body[from + mark..].starts_with(['“', '«']));
        curly || body[from..at].matches('"').count() % 2 == 1
    };
    let before = found.names.partition_point(|name| name.span.end() <= frame.start().max(found.words[verb].span.start()));
    let near: Vec<&crate::Name> = found.names[before.saturating_sub(60)..before]
        .iter()
        .filter(|name| name.kind == NameKind::Person && name.span.end() <= frame.start().max(found.words[verb].span.start()))
        .filter(|name| {
            sentence(name.span.start()).is_some_and(|sentence| sentence.paragraph == paragraph) && !quoted(name.span.start())
        })
        .collect();
    let opens = |name: &&&crate::Name| {
        let from = name.title.map_or(name.span.start(), |title| title.start().min(name.span.start()));
        sentence(name.span.start()).is_some_and(|sentence| from <= sentence.span.start() + 4)
    };
    near.iter().rev().find(opens).or(near.last()).map(|name| name.span)
}

/// Whom a label behind a headline's quotation names or describes.
pub(super) fn label(body: &str, found: &Analysis, at: usize, frame: Span) -> Option<Span> {
    let named = names_in(found, frame).iter().find(|name| name.kind == NameKind::Person);
    let lower = text(body, found, at).to_lowercase();
    let role = lists::is_role(&lower) || lists::is_role(&text(body, found, at + 1).to_lowercase());
    let verb = found.words[at..].iter().take_while(|word| frame.contains(word.span)).any(|word| word.pos == Pos::Verb);
    named.filter(|_| !verb).map(|name| name.span).or_else(|| role.then(|| phrase(body, found, at, frame)))
}

/// "According to **the letter**, “…”", "según **su hermana**".
pub(super) fn according(body: &str, found: &Analysis, range: Range<usize>, to: usize) -> Option<(Span, Span)> {
    for at in range.clone() {
        let lower = text(body, found, at).to_lowercase();
        let from = match lower.as_str() {
            "según" => at + 1,
            "according" if text(body, found, at + 1).to_lowercase() == "to" => at + 2,
            _ => continue,
        };
        let first = found.words.get(from).filter(|word| word.span.end() <= to && word.pos != Pos::Punct)?;
        let lower = text(body, found, from).to_lowercase();
        if lists::words().has("saying", &lower) {
            return phrase_after_saying(body, found, at, from, to);
        }
        let speaker = phrase(body, found, from, Span::new(first.span.start(), to));
        return Some((speaker, found.words[at].span.to(speaker)));
    }
    None
}

/// "según relató **su esposa, Ana Paz**".
fn phrase_after_saying(body: &str, found: &Analysis, at: usize, verb: usize, to: usize) -> Option<(Span, Span)> {
    let frame = Span::new(found.words[at].span.start(), to);
    let speaker = follows(body, found, verb, frame)?;
    Some((speaker, found.words[at].span.to(speaker)))
}

/// The subject of the sentence that a part in marks ends: its first phrase, where that names or describes somebody and is no pronoun of things.
pub(super) fn subject(body: &str, found: &Analysis, range: Range<usize>) -> Option<(Span, Span)> {
    let frame = found.words.get(range.start)?.span.to(found.words.get(range.end.checked_sub(1)?)?.span);
    let clause = found.clauses.iter().find(|clause| range.contains(&clause.head) && clause.governor.is_none());
    if let Some(subject) = clause.and_then(|clause| clause.arguments.iter().find(|argument| argument.role == Role::Subject)) {
        let named = found.names.iter().any(|name| name.kind == NameKind::Person && subject.span.contains(name.span));
        if named && frame.contains(subject.span) {
            return Some((subject.span, subject.span));
        }
    }
    let first = range.clone().find(|&at| found.words[at].pos != Pos::Punct)?;
    let name = names_in(found, frame).iter().find(|name| name.kind == NameKind::Person)?;
    let start = name.title.map_or(name.span.start(), |title| title.start().min(name.span.start()));
    let opening = body.get(found.words[first].span.start()..start)?;
    let object = opening.trim_end().ends_with(" a") || opening.trim_end().ends_with(" to");
    (opening.split_whitespace().count() <= 3 && !object).then_some((name.span, name.span))
}
