//! The text of a report, as it was read: its words with every statement marked, what is known of it, and the statements drawn from it.

use super::{
    Shown, Site,
    frame::Frame,
    marks::{Paragraph, Piece, cut},
    not_found, shown,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use paradero_case::Drafted;
use paradero_model::{Claim, Edtf, Lang, Modality, Place, Text};
use paradero_publish::{
    Masked,
    terms::{self, Phrase, Term as _},
};
use std::{ops::Range, sync::Arc};

#[derive(Template)]
#[template(path = "report.html")]
struct Report<'a> {
    f: &'a Frame,
    title: String,
    heading: Option<Masked>,
    /// The language of the text; empty where it is not known.
    tongue: &'static str,
    facts: Vec<(&'static str, Masked)>,
    people: Vec<(Masked, String)>,
    warnings: Vec<&'static str>,
    paragraphs: Vec<Paragraph<'a>>,
    statements: Vec<Row>,
    at: usize,
}

/// One statement drawn from the text.
struct Row {
    number: usize,
    kind: &'static str,
    /// What it claims; `None` where that is withheld.
    claim: Option<Masked>,
    modality: Option<Modality>,
    says: Option<Masked>,
    words: Masked,
    rule: Option<Masked>,
}

impl Report<'_> {
    fn is_at(&self, piece: &Piece<'_>) -> bool {
        piece.of.contains(&self.at)
    }
}

/// The page of the text at `id`.
pub async fn page(State(state): State<Arc<Shown>>, Path(id): Path<String>, frame: Frame) -> Response {
    let site = &state.site;
    let Some(text) = site.record.texts().find(|text| text.id().to_string() == id) else {
        return not_found(frame).await;
    };
    let drafted = site.numbered(text.id());
    let hidden = |one: &Drafted| !frame.open && protected(one);
    let marks: Vec<_> = drafted.iter().map(|one| (!hidden(one)).then(|| one.statement.anchor().span())).collect();
    let withheld = if frame.open { Vec::new() } else { withheld(site, text, &drafted) };
    let mask = |text: &str| site.mask(text, frame.open);
    let heading = text.about.title.clone().or_else(|| site.file_name(text)).as_deref().map(mask);
    let page = Report {
        title: heading.as_ref().map_or_else(|| frame.say(Phrase::Text).to_owned(), |title| frame.plain(title)),
        heading,
        tongue: text.about.lang.map_or("", Lang::code),
        facts: facts(site, text, &frame),
        people: named(site, text, &frame),
        warnings: site.record.warnings(text.id()).iter().map(|warning| warning.what.say(frame.lang)).collect(),
        paragraphs: cut(text.body(), &marks, &withheld),
        statements: (1..).zip(&drafted).map(|(number, one)| row(site, &frame, number, one)).collect(),
        at: frame.asked.at.as_deref().and_then(|at| at.parse().ok()).unwrap_or(0),
        f: &frame,
    };
    shown(StatusCode::OK, &page)
}

/// The persons that a text mentions, those of the case first, with their case files. Minors are not among them while they are hidden.
fn named(site: &Site, text: &Text, frame: &Frame) -> Vec<(Masked, String)> {
    let heads = site.cases.iter().map(|case| &case.head);
    let here = heads.filter(|head| head.mentions.iter().any(|mention| mention.text == text.id()));
    let seen = here.filter(|head| frame.open || head.minor.is_none());
    seen.map(|head| (site.mask(&head.name, frame.open), frame.link(&format!("/case/{}", head.person)))).collect()
}

/// Whether a statement says something protected.
fn protected(one: &Drafted) -> bool {
    matches!(one.statement.claim(), Claim::Attribute(attribute) if attribute.property.sensitive())
}

/// Where the text holds something protected. Where the veil finds nothing in the words of a protected statement, all its words are.
fn withheld(site: &Site, text: &Text, drafted: &[&Drafted]) -> Vec<Range<usize>> {
    let mut found = site.veil(false).spans(text.body());
    for one in drafted.iter().filter(|one| protected(one)) {
        let range = one.statement.anchor().span().range();
        if !found.iter().any(|hit| hit.start < range.end && range.start < hit.end) {
            found.push(range);
        }
    }
    found.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in found {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// What the source says of the text, and how the source was got.
fn facts(site: &Site, text: &Text, frame: &Frame) -> Vec<(&'static str, Masked)> {
    let mask = |text: &str| site.mask(text, frame.open);
    let none = || mask(frame.say(Phrase::NotRecorded));
    let about = &text.about;
    let told = |phrase: Phrase, value: &Option<String>| (frame.say(phrase), value.as_deref().map_or_else(none, mask));
    let published = about.published.as_ref().map(|date: &Edtf| terms::date(date, frame.lang));
    let mut facts =
        vec![told(Phrase::Outlet, &about.publisher), told(Phrase::Author, &about.author), told(Phrase::Published, &published)];
    if about.url.is_some() {
        let url = about.url.as_deref().and_then(|url| site.veil(frame.open).whole(url));
        facts.push((frame.say(Phrase::Address), url.unwrap_or_else(|| mask(paradero_publish::TOKEN))));
    }
    if let Some(lang) = about.lang {
        facts.push((frame.say(Phrase::LanguageOfText), mask(lang.say(frame.lang))));
    }
    for capture in site.record.captures(text.source()) {
        let from = match &capture.from {
            Place::File(path) => path.clone(),
            Place::Input => frame.say(Phrase::StandardInput).to_owned(),
            _ => String::new(),
        };
        facts.push((frame.say(Phrase::Captured), mask(&terms::moment(capture.at, frame.lang))));
        facts.push((frame.say(Phrase::CapturedFrom), mask(&from)));
    }
    facts.push((frame.say(Phrase::Fingerprint), mask(&format!("{}…", text.source().0.short()))));
    facts.push((frame.say(Phrase::Reader), mask(text.reader())));
    facts
}

fn row(site: &Site, frame: &Frame, number: usize, one: &Drafted) -> Row {
    let claim = one.statement.claim();
    let (kind, modality) = match claim {
        Claim::Act(act) => (Phrase::KindAct, Some(act.modality)),
        Claim::Attribute(attribute) => (Phrase::KindAttribute, Some(attribute.modality)),
        Claim::Allegation(_) => (Phrase::KindAllegation, Some(Modality::Alleged)),
        Claim::Quote(_) => (Phrase::KindQuote, None),
        Claim::Origin(_) => (Phrase::KindOrigin, None),
        Claim::Count(_) => (Phrase::KindCount, None),
    };
    let kind = frame.say(kind);
    let mask = |text: &str| site.mask(text, frame.open);
    if protected(one) && !frame.open {
        return Row { number, kind, claim: None, modality: None, says: None, words: mask(paradero_publish::TOKEN), rule: None };
    }
    Row {
        number,
        kind,
        claim: Some(mask(&claimed(claim, frame))),
        modality: modality.filter(|modality| *modality != Modality::Stated),
        says: claim.voice().map(mask),
        words: mask(one.statement.anchor().words()),
        rule: Some(mask(one.statement.rule())),
    }
}

/// What a statement claims, in one line.
fn claimed(claim: &Claim, frame: &Frame) -> String {
    let lang = frame.lang;
    let with = |label: &str, rest: Vec<Option<String>>| {
        let rest: Vec<String> = rest.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        if rest.is_empty() { label.to_owned() } else { format!("{label}: {}", rest.join(" · ")) }
    };
    match claim {
        Claim::Act(act) => {
            let from = act.from.as_ref().map(|from| format!("{} {from}", frame.say(Phrase::From)));
            let who = act.who.as_ref().map(|who| format!("{} {who}", frame.say(Phrase::By)));
            let when = act.when.as_ref().map(|when| terms::date(when, lang));
            with(act.code.say(lang), vec![Some(act.whom.join(", ")), when, act.place.clone(), from, who, act.outcome.clone()])
        }
        Claim::Attribute(one) => with(one.property.say(lang), vec![Some(one.value.clone()), Some(one.person.clone())]),
        Claim::Allegation(one) => with(&one.claim, vec![Some(one.about.join(", "))]),
        Claim::Quote(one) => one.speaker.clone().unwrap_or_else(|| frame.say(Phrase::UnnamedSpeaker).to_owned()),
        Claim::Origin(one) => format!("{} {}", one.relation.say(lang), one.outlet),
        Claim::Count(one) => {
            let number = one.number.map_or_else(|| frame.say(Phrase::NumberUnknown).to_owned(), |number| number.to_string());
            with(&format!("{} {number} {}", one.bound.say(lang), one.of), vec![one.act.map(|act| act.say(lang).to_owned())])
        }
    }
}
