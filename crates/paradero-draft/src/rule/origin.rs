//! Where the report comes from.
//!
//! # What it drafts
//! A cue of the codebook ("according to a story from", "con información de", "appeared first on") with the medium, agency or document
//! that follows; and a wire's tag in brackets at the dateline or the end.
//!
//! # What it must not draft
//! A person who speaks, or an unnamed class ("officials say"): those are speakers.
//!
//! # Examples
//! en: "**According to a story from the Harbor Gazette**, …" es: "**Con información de la Agencia Litoral**"
//!
//! # Known misses
//! A medium without a word of its trade in its name, behind a weak cue ("told Kinoptik").

use super::Draft;
use crate::scene::Scene;
use paradero_lang::{Name, NameKind, Pos, Role, Voice};
use paradero_model::{Claim, Origin, Relation, Span};
use std::ops::Range;

const RULE: &str = "origin/cue";
const PUBLISHER: &str = "origin/publisher";
const TAG: &str = "origin/tag";
const MEDIUM: &str = "origin/medium";
const DOCUMENT: &str = "origin/document";

/// Drafts the origins.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let origin = &scene.book.origin;
    let lists = [
        (Relation::PublishedBy, &origin.published_by),
        (Relation::RepublishedFrom, &origin.republished_from),
        (Relation::FeaturedOn, &origin.featured_on),
        (Relation::AccordingTo, &origin.according_to),
    ];
    let mut drafts = Vec::new();
    let mut next = 0;
    for at in 0..scene.found.words.len() {
        if at < next {
            continue;
        }
        let fits = lists.iter().flat_map(|(relation, cues)| {
            cues.iter().filter_map(move |cue| scene.fits(at, cue).map(|found| (*relation, found, cue.split(' ').count())))
        });
        let Some((relation, cue, weight)) = fits.max_by_key(|(_, found, _)| found.len()) else { continue };
        if let Some(draft) = cued(scene, relation, cue.clone(), weight) {
            next = cue.end;
            drafts.push(draft);
        }
    }
    drafts.extend(tags(scene));
    drafts.extend(media(scene));
    drafts.extend(documents(scene));
    let told =
        drafts.iter().any(|draft| matches!(&draft.claim, Claim::Origin(origin) if origin.relation == Relation::PublishedBy));
    drafts.extend(publisher(scene).filter(|_| !told));
    // A source that the report goes back to is one origin.
    let mut seen = Vec::new();
    drafts.sort_by_key(|draft| draft.span);
    drafts.retain(|draft| match &draft.claim {
        Claim::Origin(origin) if seen.contains(&origin.outlet) => false,
        Claim::Origin(origin) => {
            seen.push(origin.outlet.clone());
            true
        }
        _ => true,
    });
    drafts
}

/// The report names its own publisher: "he spoke to The Harbor Review", in The Harbor Review.
fn publisher(scene: &Scene) -> Option<Draft> {
    let known = scene.text.about.publisher.as_deref()?.split('(').next()?.trim();
    let body = scene.text.body();
    let at = (known.chars().count() >= 5).then(|| body.find(known))??;
    let span = Span::try_from((at, at + known.len())).ok()?;
    let sentence = scene.sentence_span(at)?;
    let words = scene.words(sentence);
    let first = scene.words(span).start;
    let cue = first.checked_sub(1).is_some_and(|before| matches!(scene.lower(before), "to" | "a" | "with" | "con" | "told"));
    if !cue && !scene.holds(scene.words(span), &scene.book.origin.media) {
        return None;
    }
    let start = first.saturating_sub(3).max(words.start);
    let whole = scene.span(start..scene.words(span).end)?.to(span);
    let claim = Claim::Origin(Origin { relation: Relation::PublishedBy, outlet: known.to_owned() });
    Some(Draft { span: whole, claim, rule: PUBLISHER })
}

/// "Told the magazine Kin", "el diario «El Faro»": a noun for a medium with its name behind.
fn media(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for at in 0..scene.found.words.len() {
        if !scene.is(at, &scene.book.origin.medium) || scene.found.words[at].pos != Pos::Noun {
            continue;
        }
        let Some(sentence) =
            scene.found.sentence_at(scene.found.words[at].span.start()).and_then(|index| scene.found.sentences.get(index))
        else {
            continue;
        };
        let reach = at + 1..(at + 7).min(sentence.words.end);
        let named = reach.clone().find_map(|word| {
            scene
                .found
                .names
                .iter()
                .find(|name| name.kind != NameKind::Place && scene.found.words[word].span.start() == name.span.start())
        });
        let stops = |name: &Name| {
            reach
                .clone()
                .take_while(|word| scene.found.words[*word].span.end() <= name.span.start())
                .any(|word| matches!(scene.lower(word), "," | "." | ";") || scene.found.words[word].pos == Pos::Verb)
        };
        if let Some(name) = named.filter(|name| name.kind != NameKind::Person && !stops(name)) {
            let first = if at > 0 && matches!(scene.found.words[at - 1].pos, Pos::Det | Pos::Adp) { at - 1 } else { at };
            let span = scene.found.words[first].span.to(name.span);
            let claim = Claim::Origin(Origin { relation: Relation::AccordingTo, outlet: scene.verbatim(name.span) });
            drafts.push(Draft { span, claim, rule: MEDIUM });
        }
    }
    drafts
}

/// "The petition says", "según el expediente": a document that says something.
fn documents(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let documents = &scene.book.origin.documents;
    for clause in &scene.found.clauses {
        let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject);
        if let Some(subject) = subject.filter(|subject| {
            scene.says(clause.head)
                && clause.voice == Voice::Active
                && !scene.is(clause.head, &scene.book.speech.denying)
                && scene.is(subject.head, documents)
        }) {
            let claim = Claim::Origin(Origin {
                relation: Relation::AccordingTo,
                outlet: scene.verbatim(scene.without_tail(subject.span)),
            });
            let Some(group) = scene.span(clause.group.clone()) else { continue };
            drafts.push(Draft { span: subject.span.to(group), claim, rule: DOCUMENT });
        }
    }
    for at in 0..scene.found.words.len() {
        let Some(cue) = scene.book.speech.according.iter().filter_map(|cue| scene.fits(at, cue)).max_by_key(Range::len) else {
            continue;
        };
        let Some(outlet) = outlet(scene, cue.end) else { continue };
        let words = scene.words(outlet);
        let head = words.clone().find(|word| scene.found.words[*word].pos == Pos::Noun);
        if head.is_some_and(|head| scene.is(head, documents))
            && let Some(cue) = scene.span(cue)
        {
            let claim = Claim::Origin(Origin { relation: Relation::AccordingTo, outlet: scene.worded(outlet) });
            drafts.push(Draft { span: cue.to(outlet), claim, rule: DOCUMENT });
        }
    }
    drafts
}

fn cued(scene: &Scene, relation: Relation, cue: Range<usize>, weight: usize) -> Option<Draft> {
    let outlet = outlet(scene, cue.end)?;
    let text = scene.str(outlet);
    let named = scene.found.names.iter().any(|name| name.kind == NameKind::Person && name.span == outlet);
    let strong = relation != Relation::AccordingTo || weight >= 4;
    let media = scene.holds(scene.words(outlet), &scene.book.origin.media);
    // Behind "appeared first on" stands a medium, whatever its name looks like.
    if named && relation == Relation::AccordingTo || !(text.chars().any(char::is_uppercase) && (media || strong)) {
        return None;
    }
    let whole = scene.span(cue.clone())?.to(outlet);
    // "The post … appeared first on …" is one sentence that says it as a whole.
    let sentence = scene.sentence_span(outlet.start()).unwrap_or(whole);
    let opening = matches!(scene.lower(scene.words(sentence).start), "the" | "la" | "this" | "este" | "esta");
    let span = if relation == Relation::PublishedBy && sentence.contains(whole) && opening { sentence } else { whole };
    let claim = Claim::Origin(Origin { relation, outlet: scene.worded(outlet) });
    Some(Draft { span, claim, rule: RULE })
}

/// The name or phrase that begins right behind a cue, an article aside.
fn outlet(scene: &Scene, at: usize) -> Option<Span> {
    let start = scene.found.words.get(at)?.span.start();
    if let Some(name) = scene.found.names.iter().find(|name| name.span.start() == start && name.kind != NameKind::Person) {
        return Some(possessed(scene, name));
    }
    let article = matches!(scene.lower(at), "the" | "a" | "an" | "el" | "la" | "los" | "las" | "un" | "una" | "l'" | "this");
    let first = if article { at + 1 } else { at };
    let start = scene.found.words.get(first)?.span.start();
    let sentence = scene.sentence_span(start)?;
    let name = scene.found.names.iter().find(|name| name.span.start() == start && name.kind != NameKind::Person);
    let phrase = scene.found.phrases.iter().filter(|phrase| {
        (phrase.span.start() == start || scene.found.words.get(at).is_some_and(|word| word.span.start() == phrase.span.start()))
            && phrase.span.len() < 90
    });
    let named = phrase.map(|phrase| phrase.span).chain(name.map(|name| possessed(scene, name))).max_by_key(|span| span.end())?;
    let inside = Span::try_from((start, named.end().min(sentence.end()).max(start))).ok()?;
    Some(scene.without_tail(inside)).filter(|span| !span.is_empty())
}

/// A name, with the one it possesses: "CBS’s 60 Minutes".
fn possessed(scene: &Scene, name: &Name) -> Span {
    let after = scene.words(name.span).end;
    let next = scene.found.words.get(after + 1).filter(|_| scene.lower(after) == "'s");
    let owned = next.and_then(|word| scene.found.names.iter().find(|other| other.span.start() == word.span.start()));
    owned.map_or(name.span, |owned| name.span.to(owned.span))
}

/// A wire's or publisher's tag in brackets: "14 mar (ALN)", "BALTIMORE (CPS)", "(AP)".
fn tags(scene: &Scene) -> Vec<Draft> {
    let body = scene.text.body();
    let publisher = scene.text.about.publisher.as_deref().unwrap_or_default();
    let mut drafts = Vec::new();
    for (at, _) in body.match_indices('(') {
        let Some(end) = body[at..].find(')').map(|end| at + end + 1) else { break };
        let inside = &body[at + 1..end - 1];
        let short = (2..=8).contains(&inside.len()) && inside.chars().all(|c| c.is_ascii_uppercase());
        let wire = scene.book.origin.wires.iter().any(|wire| wire == inside);
        let medium = inside.len() < 40
            && inside.split(' ').all(|word| word.starts_with(char::is_uppercase) || word.len() < 4)
            && Span::try_from((at + 1, end - 1)).is_ok_and(|span| scene.holds(scene.words(span), &scene.book.origin.media));
        if !short && !wire && !medium {
            continue;
        }
        let before = &body[..at];
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        // A dateline: near the beginning of its line, a dash behind; a tag at the end of a line or of the report.
        let behind = body[end..].trim_start_matches(['.', ' ']);
        let dashed = behind.starts_with(['—', '–', '-']);
        let dateline = before.len() - line < 60 && (dashed || body[end..].starts_with(".-"));
        let alone =
            body[line..at].trim().is_empty() && body[end..].trim_start_matches('.').starts_with('\n') || end == body.len();
        if !(dateline || alone && wire) {
            continue;
        }
        let known = publisher.contains(inside) || initials(publisher) == inside;
        let outlet = inside.to_owned();
        let relation = if known || publisher.is_empty() { Relation::PublishedBy } else { Relation::RepublishedFrom };
        let start = before[line..].rfind(',').map_or(line, |comma| line + comma + 1);
        let start = if dateline { start + (body[start..].len() - body[start..].trim_start().len()) } else { at };
        let claim = Claim::Origin(Origin { relation, outlet });
        drafts.extend(Span::try_from((start.min(at), end)).ok().map(|span| Draft { span, claim, rule: TAG }));
        break;
    }
    drafts
}

fn initials(name: &str) -> String {
    name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
}
