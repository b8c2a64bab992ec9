//! Names of persons, organisations and places, with the title beside a person's name.
//!
//! Runs of capitalised words ([`runs`]) are sorted by their own words and by what stands around them ([`sorting`]); titles are cut off
//! ([`titles`]); what the trained tagger marks ([`tagged`]) is laid over them ([`merge`]); then the names already found say what the bare
//! surnames and the headlines mean ([`recall`]).

pub(crate) mod lists;
mod merge;
mod recall;
mod runs;
mod scan;
mod sorting;
mod tagged;
mod titles;

use crate::{Analysis, Name, NameKind};
use paradero_model::Span;
use scan::Token;
use std::ops::Range;

/// A name on its way: its words, not yet certainly of any kind.
#[derive(Clone, Debug)]
struct Candidate {
    words: Range<usize>,
    kind: Option<NameKind>,
    title: Option<Span>,
    /// What says so.
    by: Evidence,
}

/// What a candidate's kind rests on, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// The words around it, or nothing.
    Setting,
    /// The trained tagger.
    Tags,
    /// Its own words.
    Words,
    /// A title beside it.
    Title,
}

/// The names of the text, in its order; none overlaps another, though one may stand in another's title. Who publishes the text is an
/// organisation wherever it is named, whatever its name looks like.
pub(crate) fn find(body: &str, found: &Analysis, publisher: Option<&str>) -> Vec<Name> {
    let tokens = scan::scan(body);
    // Where the words hang in trees a model has read them, and its silence says something too.
    let read = found.words.iter().any(|word| word.head.is_some());
    let mut names = settled(body, &tokens, read.then(|| tagged::names(found, &tokens)));
    if let Some(publisher) = publisher {
        name_publisher(body, publisher, &mut names);
    }
    names.sort_by_key(|name| name.span);
    surnames(body, &mut names);
    names.retain(|name| {
        let date = found.dates.partition_point(|date| date.span.end() < name.span.end());
        !found.dates.get(date).is_some_and(|date| date.span.contains(name.span))
    });
    inside_titles(body, &mut names);
    let mut end = 0;
    names.retain(|name| {
        let free = name.span.start() >= end;
        end = if free { name.span.end() } else { end };
        free
    });
    names
}

/// The names that the rules see and, where a model has read the text, those of its tags.
fn settled(body: &str, tokens: &[Token], tagged: Option<Vec<tagged::Tagged>>) -> Vec<Name> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for run in runs::runs(tokens) {
        read(body, tokens, run, &mut candidates);
    }
    if let Some(tagged) = tagged {
        candidates = merge::merge(body, tokens, candidates, tagged);
    }
    recall::settle(tokens, &mut candidates);
    candidates.iter().filter_map(|candidate| name(body, tokens, candidate)).collect()
}

/// The last words of a person's full name are that person again, whatever the tagger takes them for: "Rosa Lima Prado … Lima Prado".
fn surnames(body: &str, names: &mut [Name]) {
    let full: Vec<&str> =
        names.iter().filter(|name| name.kind == NameKind::Person).filter_map(|name| name.span.of(body)).collect();
    let mut tails = std::collections::HashSet::new();
    for name in full {
        tails.extend(name.match_indices(' ').map(|(at, _)| &name[at + 1..]).filter(|tail| tail.contains(' ')).take(4));
    }
    for name in names.iter_mut().filter(|name| name.kind != NameKind::Person) {
        if name.span.of(body).is_some_and(|text| tails.contains(text)) {
            name.kind = NameKind::Person;
        }
    }
}

/// The publisher's own name in the text is one organisation: "El Correo del Golfo" is nobody called Golfo.
fn name_publisher(body: &str, publisher: &str, names: &mut Vec<Name>) {
    let publisher = publisher.split('(').next().unwrap_or("").trim();
    let publisher = publisher.strip_prefix("The ").unwrap_or(publisher);
    if publisher.chars().count() < 5 || !publisher.contains(' ') {
        return;
    }
    for (at, found) in body.match_indices(publisher) {
        let span = Span::new(at, at + found.len());
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let longer = names.iter().any(|name| name.span != span && name.span.contains(span));
        if longer || inside(body[..at].chars().next_back()) || inside(body[span.end()..].chars().next()) {
            continue;
        }
        names.retain(|name| !name.span.overlaps(span));
        names.push(Name { span, kind: NameKind::Organisation, title: None });
    }
}

/// What stands in somebody's title is not another person: "director of **Casa Abierta**".
fn inside_titles(body: &str, names: &mut [Name]) {
    let titles: Vec<Span> = names.iter().filter_map(|name| name.title).collect();
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person && name.title.is_none()) {
        let first = name.span.of(body).and_then(|words| words.split_whitespace().next()).unwrap_or("").to_lowercase();
        let near = titles.partition_point(|title| title.end() < name.span.end());
        if titles[near.saturating_sub(1)..].iter().take(3).any(|title| title.contains(name.span))
            && name.span.of(body).is_some_and(|words| words.contains(' '))
            && !lists::is_given(&first)
        {
            name.kind = NameKind::Organisation;
        }
    }
}

/// Reads one run into candidates: the name, and the organisation or place inside its title.
fn read(body: &str, tokens: &[Token], run: Range<usize>, candidates: &mut Vec<Candidate>) {
    let words = &tokens[run.clone()];
    let mut start = run.start;
    let mut title = None;
    let institution =
        sorting::by_words(words) == Some(NameKind::Organisation) && !words.iter().any(|token| lists::is_given(&token.lower));
    let named = words.len() > 2 && lists::is_role(&words[0].lower) && !lists::organisations().has("head", &words[0].lower);
    if (!institution || named)
        && let Some(cut) = titles::inside(words)
    {
        start = run.start + cut;
        title = Some(run.start..start);
        read_title(tokens, run.start..start, candidates);
    } else {
        while start < run.end
            && lists::is_demonym(&tokens[start].lower)
            && (run.end - start == 1 || !keeps_demonym(&tokens[start..run.end]))
        {
            start += 1;
        }
        let opener = run.end - start > 1 && (lists::is_role(&tokens[start].lower) || lists::is_honorific(&tokens[start].lower));
        if run.end - start == 1
            && (lists::is_role(&tokens[start].lower) || lists::is_honorific(&tokens[start].lower))
            && !lists::is_given(&tokens[start].lower)
        {
            return;
        }
        if opener && !lists::is_given(&tokens[start].lower) && !institution {
            // "President of El Salvador": an office alone; only what it is of has a name.
            read_title(tokens, start..run.end, candidates);
            return;
        }
    }
    if start >= run.end {
        return;
    }
    let end = extend(body, tokens, run.end);
    let words = &tokens[start..run.end];
    let mut kind = if title.is_some() { Some(NameKind::Person) } else { sorting::by_words(words) };
    // "In Florence", "en Valentina": one word behind a preposition of place is a place, unless somebody's full name says otherwise.
    let placed = start > 0 && tokens[start].joined && ["in", "near", "en"].contains(&tokens[start - 1].lower.as_str());
    if kind == Some(NameKind::Person) && title.is_none() && run.end - start == 1 && placed {
        candidates.push(Candidate { words: start..end, kind: Some(NameKind::Place), title: None, by: Evidence::Setting });
        return;
    }
    let beside = if kind.is_none() || kind == Some(NameKind::Person) {
        // Before a title in capitals only another role behind a comma counts: "El comisario de Prisiones, Lic. Ana Paz".
        let comma = |at: usize| at > 0 && body.get(tokens[at - 1].end..tokens[at].start).is_some_and(|gap| gap.trim() == ",");
        let from = title.as_ref().map_or(start, |title| title.start);
        let before = if title.is_some() && !comma(from) { None } else { titles::before(body, tokens, from) };
        let touches = before.as_ref().is_some_and(|_| tokens[start].joined);
        match before {
            Some(range) if title.is_some() => title = Some(range.start..start),
            Some(range) if kind.is_some() || touches || titles::person_like(words) => {
                kind = Some(NameKind::Person);
                title = Some(range);
            }
            _ => {}
        }
        if title.is_none() && titles::person_like(words) { titles::after(body, tokens, end) } else { None }
    } else {
        None
    };
    if let Some(range) = beside {
        kind = Some(NameKind::Person);
        title = Some(range);
    }
    let title =
        title.filter(|range| !range.is_empty()).map(|range| Span::new(tokens[range.start].start, tokens[range.end - 1].end));
    let by = match (&title, kind) {
        (Some(_), _) => Evidence::Title,
        (None, Some(_)) => Evidence::Words,
        // "Uno de apellido Mijares": the word before says that a name follows.
        (None, None) if start > 0 && tokens[start].joined && tokens[start - 1].lower == "apellido" => Evidence::Title,
        (None, None) => Evidence::Setting,
    };
    let kind = kind.or_else(|| sorting::by_place_in_sentence(body, tokens, start, end));
    candidates.push(Candidate { words: start..end, kind, title, by });
}

/// Organisations and places inside a title: "Human Rights Campaign President", "President of El Salvador".
fn read_title(tokens: &[Token], title: Range<usize>, candidates: &mut Vec<Candidate>) {
    let mut at = title.start;
    while at < title.end {
        let count = runs::whole(tokens, at).min(title.end - at);
        if count > 0 {
            let kind = sorting::by_words(&tokens[at..at + count]);
            candidates.push(Candidate { words: at..at + count, kind, title: None, by: Evidence::Words });
            at += count;
            continue;
        }
        // Capitals up to a role, an office word or the end.
        let end = at
            + tokens[at..title.end]
                .iter()
                .take_while(|token| !lists::is_role(&token.lower) && !lists::is_honorific(&token.lower))
                .count();
        let mut stop = end;
        while stop > at && (lists::roles().has("adjective", &tokens[stop - 1].lower) || !tokens[stop - 1].capital()) {
            stop -= 1;
        }
        let mut start = at;
        while start < stop && (lists::is_demonym(&tokens[start].lower) || !tokens[start].capital()) {
            start += 1;
        }
        if start < stop
            && let Some(kind) = sorting::by_words(&tokens[start..stop]).filter(|kind| *kind != NameKind::Person)
        {
            candidates.push(Candidate { words: start..stop, kind: Some(kind), title: None, by: Evidence::Words });
        }
        at = end.max(at) + 1;
    }
}

/// "American Civil Liberties Union" keeps its first word, "Venezuelan President" does not.
fn keeps_demonym(words: &[Token]) -> bool {
    if ["northern", "southern", "eastern", "western", "african", "american", "central"].contains(&words[0].lower.as_str())
        && sorting::by_words(&words[1..]).is_some()
    {
        return true;
    }
    sorting::by_words(&words[1..]).is_none_or(|kind| kind == NameKind::Organisation || kind == NameKind::Other) && words.len() > 2
}

/// Past the mark that courts put for a withheld surname: Rigoberto “N”.
fn extend(body: &str, tokens: &[Token], end: usize) -> usize {
    let Some(next) = tokens.get(end) else { return end };
    let gap = body.get(tokens[end - 1].end..next.start).unwrap_or("").trim();
    let alone = next.lower.chars().count() == 1 && body[next.end..].starts_with(['”', '"', '»', '\'', '’']);
    if alone && ["“", "\"", "«", "'", "‘"].contains(&gap) { end + 1 } else { end }
}

/// The finished name; a candidate that stayed without a kind is of something else.
fn name(body: &str, tokens: &[Token], candidate: &Candidate) -> Option<Name> {
    let (first, last) = (tokens.get(candidate.words.start)?, tokens.get(candidate.words.end.checked_sub(1)?)?);
    let mark = body[last.end..]
        .chars()
        .next()
        .filter(|c| candidate.words.len() > 1 && matches!(c, '”' | '"' | '»') && last.lower.chars().count() == 1);
    let span = Span::new(first.start, last.end + mark.map_or(0, char::len_utf8));
    Some(Name { span, kind: candidate.kind.unwrap_or(NameKind::Other), title: candidate.title })
}
