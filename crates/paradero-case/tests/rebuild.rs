//! Deleted and made again: the same events give the same case files, unrelated order does not matter, and nothing is dropped.

mod told;

use paradero_case::{CaseFile, People, Record, compile, people};
use paradero_model::{ActCode, Claim, Event, Modality, Property, StatementId};
use proptest::prelude::*;
use std::collections::BTreeSet;
use told::{Told, Told1 as _, accused, act, count, is, origin, quote};

const NAMES: &[&str] =
    &["Yoel Marchán Quiroz", "Yoel Marchán", "Marchán", "YOEL MARCHAN QUIROZ", "Saúl Andrés Marchán Quiroz", "the baker"];
const DATES: &[&str] =
    &["2025-03-03", "2025-03", "../2025-07-18", "2025-03-15/2025-03-16", "XXXX-07-18", "2025-04-01/..", "2024"];
const PLACES: &[&str] = &["Lima", "Otay Mesa", "a prison in El Salvador", "El Salvador"];

fn claim() -> impl Strategy<Value = Claim> {
    let name = prop::sample::select(NAMES);
    let modality = prop::sample::select(Modality::ALL);
    let acts = (
        prop::sample::select(ActCode::ALL),
        name.clone(),
        prop::option::of(prop::sample::select(DATES)),
        prop::option::of(prop::sample::select(PLACES)),
        modality,
    )
        .prop_map(|(code, name, date, place, modality)| {
            let mut act = act(code, name).modality(modality);
            if let Some(date) = date {
                act = act.on(date);
            }
            if let Some(place) = place {
                act = act.at(place);
            }
            Claim::Act(act)
        });
    let attributes = (
        name.clone(),
        prop::sample::select(Property::ALL),
        prop::sample::select(&["31", "17 años", "mother: Rosa Quiroz", "no record", "Peru", "1994-03-12"][..]),
    )
        .prop_map(|(name, property, value)| is(name, property, value).expect("a claim"));
    let others = (name, 0..4u8, any::<bool>()).prop_map(|(name, which, group)| {
        match which {
            0 => accused(name, group, "a gang member", "agents", &["tattoos"], &[]),
            1 => quote(Some(name), "I am innocent"),
            2 => origin(paradero_model::Relation::AccordingTo, "EFE"),
            _ => count(3, "men", ActCode::Arrest),
        }
        .expect("a claim")
    });
    prop_oneof![4 => acts, 2 => attributes, 2 => others]
}

/// Up to four reports of up to six statements.
fn told() -> impl Strategy<Value = Vec<Vec<Claim>>> {
    prop::collection::vec(prop::collection::vec(claim(), 0..6), 1..4)
}

fn tell(reports: &[Vec<Claim>]) -> Told {
    let mut told = Told::default();
    for (number, claims) in reports.iter().enumerate() {
        let words: Vec<String> =
            (0..claims.len()).map(|sentence| format!("sentence {sentence} of report {number} on Marchán")).collect();
        let sentences: Vec<(&str, Option<Claim>)> =
            words.iter().map(String::as_str).zip(claims.iter().cloned().map(Some)).collect();
        told.report(&format!("Paper {number}"), "2025-08-01", &sentences);
    }
    told
}

fn case_files(record: &Record, people: &People) -> Vec<CaseFile> {
    people.persons.iter().map(|person| compile(record, people, person)).collect()
}

/// The case file without the indexes that tell when each statement was recorded.
fn without_indexes(mut case: CaseFile) -> CaseFile {
    case.cited.values_mut().for_each(|cited| cited.index = 0);
    case
}

/// Every id that a section of the case file names.
fn named(case: &CaseFile) -> BTreeSet<StatementId> {
    let steps = case.chronology.steps().chain(&case.deeds).flat_map(|step| &step.statements);
    let who = case.who.entries.iter().flat_map(|entry| &entry.values).flat_map(|value| &value.statements);
    let rest = case
        .allegations
        .iter()
        .map(|one| &one.statements)
        .chain(case.voices.iter().map(|one| &one.statements))
        .chain(case.groups.iter().map(|one| &one.statements))
        .chain(case.counts.iter().map(|one| &one.statements))
        .flatten();
    let origins = case.origins.reports.iter().flat_map(|report| &report.depends).map(|one| &one.statement);
    steps.chain(who).chain(rest).chain(origins).chain(&case.told).copied().collect()
}

proptest! {
    #[test]
    fn the_same_events_give_the_same_case_files(reports in told()) {
        let told = tell(&reports);
        let (one, other) = (told.record(), told.record());
        prop_assert_eq!(&one, &other);
        let (people_one, people_other) = (people(&one), people(&other));
        prop_assert_eq!(&people_one, &people_other);
        prop_assert_eq!(case_files(&one, &people_one), case_files(&other, &people_other));
    }

    #[test]
    fn the_order_in_which_reports_were_read_does_not_matter(reports in told()) {
        let told = tell(&reports);
        let mut turned = Told::default();
        let starts = told.events.iter().enumerate().filter(|(_, event)| matches!(event, Event::Read { .. })).map(|(at, _)| at);
        let starts: Vec<usize> = starts.chain([told.events.len()]).collect();
        for pair in starts.windows(2).rev() {
            turned.events.extend_from_slice(&told.events[pair[0]..pair[1]]);
        }
        let (one, other) = (told.record(), turned.record());
        let (people_one, people_other) = (people(&one), people(&other));
        prop_assert_eq!(&people_one, &people_other);
        let plain = |record: &Record, people: &People| case_files(record, people).into_iter().map(without_indexes).collect::<Vec<_>>();
        prop_assert_eq!(plain(&one, &people_one), plain(&other, &people_other));
    }

    #[test]
    fn every_statement_about_a_person_stands_in_the_case_file(reports in told()) {
        let record = tell(&reports).record();
        let people = people(&record);
        for case in case_files(&record, &people) {
            let named = named(&case);
            prop_assert!(named.iter().all(|id| case.cited.contains_key(id)), "every id has its words");
            prop_assert!(case.cited.keys().all(|id| named.contains(id)), "nothing is cited for nothing");
            let person = people.person(case.head.person).expect("the person");
            for drafted in record.statements() {
                let text = drafted.statement.anchor().text();
                let about = match drafted.statement.claim() {
                    Claim::Act(act) if !act.group => act.whom.iter().any(|name| person.is_named(text, name)),
                    Claim::Attribute(attribute) => person.is_named(text, &attribute.person),
                    Claim::Allegation(one) if !one.group => one.about.iter().any(|name| person.is_named(text, name)),
                    Claim::Quote(quote) => quote.speaker.as_ref().is_some_and(|name| person.is_named(text, name)),
                    _ => false,
                };
                prop_assert!(!about || named.contains(&drafted.statement.id()));
            }
        }
        // And every statement that names somebody is somebody's.
        for drafted in record.statements() {
            let text = drafted.statement.anchor().text();
            if let Claim::Act(act) = drafted.statement.claim() && !act.group {
                prop_assert!(people.persons.iter().any(|person| person.is_named(text, &act.whom[0])));
            }
        }
    }
}
