//! Who is in the record: persons of the case first, then others named, then pairs that wait for a judgement.

use super::{
    Shown, Site,
    frame::Frame,
    pairs::{Pair, offered},
    shown,
};
use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use paradero_case::{CaseFile, Sign, Standing, WhereSign, fold};
use paradero_model::{Modality, Property};
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

/// One person in a few lines.
struct Row {
    /// The number that the program's commands take as well.
    number: usize,
    link: String,
    name: Masked,
    minor: bool,
    /// Age, nationality, occupation and home: what tells apart two persons of one name.
    known: Vec<Masked>,
    fate: Vec<Line>,
    whereabouts: Vec<Line>,
    roles: Vec<Masked>,
    numbers: String,
    /// The outlets of the reports, or the files where none is told.
    reports: Vec<Masked>,
}

/// One latest sign: what it says, how sure its words are, for which day, and according to whom.
#[derive(PartialEq)]
struct Line {
    says: Masked,
    modality: Vec<Modality>,
    /// The day for which it is told, or the last day on which it still was.
    when: Option<String>,
    dated: bool,
    according_to: Vec<Masked>,
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
        let both = (1..).zip(site.people.persons.iter().zip(&site.cases));
        both.filter(|(_, (person, case))| person.standing == standing && found(case))
            .map(|(number, (_, case))| row(site, &frame, number, case))
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

fn row(site: &Site, frame: &Frame, number: usize, case: &CaseFile) -> Row {
    let lang = frame.lang;
    let minor = case.head.minor.is_some() && !frame.open;
    let mask = |text: &str| site.mask(text, frame.open);
    let values = |wanted: &[Property]| -> Vec<Masked> {
        let entries = case.who.entries.iter().filter(|entry| wanted.contains(&entry.property));
        entries.flat_map(|entry| entry.values.iter().take(2)).map(|value| mask(&value.value)).collect()
    };
    let fate = lines(site, frame, &case.fate.fate, |fate| site.mask(fate.say(lang), true));
    let mut whereabouts = lines(site, frame, &case.fate.whereabouts, |says| match says {
        WhereSign::At(place) => mask(place),
        WhereSign::Unknown => site.mask(frame.say(Phrase::UnknownPlace), true),
    });
    for line in &mut whereabouts {
        // The day and the voice of a fate are not said again where the whereabouts come from the same sign.
        if fate.iter().any(|fate| fate.when == line.when && fate.according_to == line.according_to) {
            line.when = None;
            line.according_to = Vec::new();
        }
    }
    let numbers = [
        counted(case.origins.reports.len(), Phrase::Report, Phrase::Reports, lang),
        counted(case.origins.independent, Phrase::IndependentOrigin, Phrase::IndependentOrigins, lang),
    ];
    let mut reports: Vec<Masked> = Vec::new();
    for report in &case.origins.reports {
        let file = || site.record.text(report.text).and_then(|text| site.file_name(text));
        let outlet = report.about.publisher.clone().or_else(file).as_deref().map(mask);
        reports.extend(outlet.filter(|outlet| !reports.contains(outlet)));
    }
    Row {
        number,
        link: frame.link(&format!("/case/{}", case.head.person)),
        name: mask(&case.head.name),
        minor,
        known: if minor {
            Vec::new()
        } else {
            values(&[Property::Age, Property::Nationality, Property::Occupation, Property::Home])
        },
        fate,
        whereabouts,
        roles: values(&[Property::Role, Property::Occupation]).into_iter().take(2).collect(),
        numbers: numbers.join(" · "),
        reports,
    }
}

/// The latest signs, each thing said once: a sign without a date adds nothing beside one that says the same, as surely, with a date.
fn lines<T>(site: &Site, frame: &Frame, signs: &[Sign<T>], says: impl Fn(&T) -> Masked) -> Vec<Line> {
    let line = |sign: &Sign<T>| Line {
        says: says(&sign.says),
        modality: if sign.modality == [Modality::Stated] { Vec::new() } else { sign.modality.clone() },
        dated: sign.as_of.is_some(),
        when: match (&sign.as_of, sign.last_sign) {
            (Some(date), _) => Some(terms::as_of(date, frame.lang)),
            (None, Some(last)) => {
                Some(format!("{}: {}", frame.say(Phrase::LastSign).to_lowercase(), terms::day(last, frame.lang)))
            }
            (None, None) => None,
        },
        according_to: sign.according_to.iter().map(|voice| site.mask(voice, frame.open)).collect(),
    };
    let mut told: Vec<Line> = Vec::new();
    for new in signs.iter().map(line) {
        let alike = |old: &Line| old.says == new.says && old.modality == new.modality;
        match told.iter().position(|old| alike(old) && (!old.dated || !new.dated || old.when == new.when)) {
            Some(at) if !told[at].dated && new.dated => told[at] = new,
            Some(_) => {}
            None => told.push(new),
        }
    }
    told
}
