//! Who is in the record: persons of the case first, then others named, then pairs that wait for a judgement.

use super::{Shown, Site, frame::Frame, shown};
use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use paradero_case::{CaseFile, Person, Reason, ReasonCode, Standing, Unsure, WhereSign, fold};
use paradero_model::{Edtf, Property};
use paradero_publish::{
    Masked,
    html::counted,
    terms::{self, Phrase, Term as _},
};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "list.html")]
struct List<'a> {
    f: &'a Frame,
    title: String,
    query: String,
    of_the_case: Vec<Row>,
    named: Vec<Row>,
    unsure: Vec<Pair>,
}

/// One person in one line.
struct Row {
    link: String,
    name: Masked,
    minor: bool,
    /// The latest signs of fate, or of where the person is.
    fate: Vec<String>,
    whereabouts: Vec<Masked>,
    unknown_place: bool,
    as_of: Option<String>,
    roles: Vec<Masked>,
    numbers: String,
}

/// Two mentions that may be one person, and what speaks for and against it.
struct Pair {
    a: Side,
    b: Side,
    why: Vec<Why>,
}

struct Side {
    name: Masked,
    link: Option<String>,
}

struct Why {
    /// `for`, `against`, or `neither`.
    speaks: &'static str,
    said: &'static str,
    a: Masked,
    b: Masked,
}

/// The page.
pub async fn page(State(state): State<Arc<Shown>>, frame: Frame) -> Response {
    let site = &state.site;
    let query = frame.asked.q.clone().unwrap_or_default();
    let wanted: Vec<String> = fold(&query).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let found = |case: &CaseFile| {
        let hidden = case.head.minor.is_some() && !frame.open;
        let mut names =
            std::iter::once(&case.head.name).chain(&case.head.other_names).map(|name| fold(site.mask(name, frame.open).as_str()));
        wanted.is_empty() || (!hidden && names.any(|name| wanted.iter().all(|word| name.contains(word.as_str()))))
    };
    let rows = |standing: Standing| {
        let both = site.people.persons.iter().zip(&site.cases);
        both.filter(|(person, case)| person.standing == standing && found(case))
            .map(|(_, case)| row(site, &frame, case))
            .collect()
    };
    let unsure =
        if wanted.is_empty() { site.people.unsure.iter().map(|pair| offered(site, &frame, pair)).collect() } else { Vec::new() };
    let page = List {
        title: frame.say(Phrase::People).to_owned(),
        of_the_case: rows(Standing::OfTheCase),
        named: rows(Standing::Named),
        unsure,
        query,
        f: &frame,
    };
    shown(StatusCode::OK, &page)
}

fn row(site: &Site, frame: &Frame, case: &CaseFile) -> Row {
    let lang = frame.lang;
    let minor = case.head.minor.is_some() && !frame.open;
    let fate = &case.fate;
    let mut whereabouts: Vec<Masked> = Vec::new();
    for sign in &fate.whereabouts {
        if let WhereSign::At(place) = &sign.says {
            whereabouts.push(site.mask(place, frame.open));
        }
    }
    let latest: Option<&Edtf> = fate.fate.iter().filter_map(|sign| sign.as_of.as_ref()).max_by_key(|date| date.latest());
    let roles = case.who.entries.iter().filter(|entry| matches!(entry.property, Property::Role | Property::Occupation));
    let numbers = [
        counted(case.origins.reports.len(), Phrase::Report, Phrase::Reports, lang),
        counted(case.origins.independent, Phrase::IndependentOrigin, Phrase::IndependentOrigins, lang),
    ];
    let mut fates: Vec<String> = fate.fate.iter().map(|sign| sign.says.say(lang).to_owned()).collect();
    fates.dedup();
    Row {
        link: frame.link(&format!("/case/{}", case.head.person)),
        name: site.mask(&case.head.name, frame.open),
        minor,
        fate: fates,
        unknown_place: fate.whereabouts.iter().any(|sign| sign.says == WhereSign::Unknown),
        whereabouts,
        as_of: latest.map(|date| terms::as_of(date, lang)),
        roles: roles.flat_map(|entry| &entry.values).take(2).map(|value| site.mask(&value.value, frame.open)).collect(),
        numbers: numbers.join(" · "),
    }
}

fn offered(site: &Site, frame: &Frame, pair: &Unsure) -> Pair {
    let side = |mention| {
        let known: Option<(&Person, &CaseFile)> = site.of_mention(mention);
        let minor = known.is_some_and(|(person, _)| person.minor.is_some()) && !frame.open;
        let name = if minor { site.mask(paradero_publish::TOKEN, frame.open) } else { site.mask(&mention.name, frame.open) };
        Side { name, link: known.map(|(person, _)| frame.link(&format!("/case/{}", person.id))) }
    };
    let why = |reason: &Reason| Why {
        speaks: match reason.code {
            ReasonCode::NameAlone | ReasonCode::JudgedUnsure => "neither",
            code if code.against() => "against",
            _ => "for",
        },
        said: reason.code.say(frame.lang),
        a: site.mask(&reason.a, frame.open),
        b: site.mask(&reason.b, frame.open),
    };
    Pair { a: side(&pair.a), b: side(&pair.b), why: pair.why.iter().map(why).collect() }
}
