//! Who is joined with whom: never on a name alone, never against a judgement, and every join can be undone.

mod told;

use paradero_case::{JoinedBy, People, ReasonCode, Standing, find, people};
use paradero_model::{ActCode, Claim, Property, TextId, Verdict};
use told::{Told, Told1 as _, act, is};

/// The persons of two reports, each told in its own words.
fn two(a: &[(&str, Option<Claim>)], b: &[(&str, Option<Claim>)]) -> People {
    let mut told = Told::default();
    told.report("El Faro Sur", "2025-03-20", a);
    told.report("Harbor Tribune", "2025-04-02", b);
    people(&told.record())
}

fn arrested(name: &str) -> (&str, Option<Claim>) {
    (name, act(ActCode::Arrest, name).on("2025-03-03").at("Otay Mesa").claim())
}

fn codes(people: &People) -> Vec<ReasonCode> {
    people.unsure.iter().flat_map(|unsure| unsure.why.iter().map(|reason| reason.code)).collect()
}

#[test]
fn a_full_name_with_two_surnames_and_nothing_against_is_one_person() {
    let people = two(
        &[arrested("Yoel Andrés Marchán Quiroz")],
        &[("YOEL ANDRES MARCHAN QUIROZ was freed", act(ActCode::Release, "YOEL ANDRES MARCHAN QUIROZ").claim())],
    );
    assert_eq!(people.persons.len(), 1);
    assert_eq!(people.persons[0].name, "Yoel Andrés Marchán Quiroz");
    assert!(matches!(&people.persons[0].joins[0].by, JoinedBy::Rule(why) if why[0].code == ReasonCode::SameFullName));
    assert!(people.unsure.is_empty());
}

#[test]
fn an_exact_name_of_three_parts_joins_where_nothing_speaks_against_it() {
    let told = |name: &'static str, a: &str, b: &str| {
        two(
            &[("Yoel was held", act(ActCode::Arrest, name).on("2025-03-03").at(a).claim())],
            &[("Yoel was held", act(ActCode::Arrest, name).on("2025-03-03").at(b).claim())],
        )
    };
    let free = |name: &'static str| {
        two(&[("Yoel was held", act(ActCode::Arrest, name).claim())], &[("Yoel was freed", act(ActCode::Release, name).claim())])
    };
    assert_eq!(free("Yoel Marchán Quiroz").persons.len(), 1);
    assert_eq!(told("Yoel Marchán Quiroz", "Otay Mesa", "Adelanto").persons.len(), 2, "on one day in two places: a doubt");
    let common = free("José Luis Rodríguez");
    assert_eq!(common.persons.len(), 2, "a name that thousands bear");
    assert!(codes(&common).contains(&ReasonCode::NameAlone));
    assert_eq!(told("José Luis Rodríguez", "Otay Mesa", "Otay Mesa").persons.len(), 1, "the same act carries it");
}

#[test]
fn an_age_of_another_time_makes_no_minor() {
    let name = "Yoel Marchán Quiroz";
    let minor = |sentences: &[(&str, Option<Claim>)]| {
        let mut told = Told::default();
        told.report("El Faro Sur", "2025-03-20", sentences);
        people(&told.record()).persons[0].minor.is_some()
    };
    for words in
        ["He fled at 16", "He fled when he was 16", "He was 16 when he fled", "Huyó a los 16 años", "Cuando tenía 16 años huyó"]
    {
        assert!(!minor(&[(words, is(name, Property::Age, "16")), arrested(name)]), "{words}");
    }
    for words in ["Yoel, 16, was held", "Yoel, de 16 años", "a 16-year-old"] {
        assert!(minor(&[(words, is(name, Property::Age, "16")), arrested(name)]), "{words}");
    }
    let mut told = Told::default();
    let words = "He was arrested at 16";
    told.report("A", "2025-03-20", &[(words, is(name, Property::Age, "16")), (words, act(ActCode::Arrest, name).claim())]);
    let text = told.report("B", "2025-03-20", &[(words, act(ActCode::Arrest, name).claim())]);
    assert!(
        people(&told.record()).persons.iter().filter(|person| !person.texts().contains(&text)).all(|one| one.minor.is_some())
    );
    let grown = ("a man of 31", is(name, Property::Age, "31"));
    assert!(!minor(&[grown.clone(), ("then 16", is(name, Property::Age, "16"))]), "one voice, a grown man's childhood");
    let family = is(name, Property::Age, "16").map(|claim| match claim {
        Claim::Attribute(attribute) => {
            Claim::Attribute(paradero_model::Attribute { says: Some("his mother".to_owned()), ..attribute })
        }
        other => other,
    });
    assert!(minor(&[grown, ("16, his mother says", family)]), "two voices differ: the person stays protected");
}

#[test]
fn a_name_alone_joins_nobody_and_is_offered() {
    let people = two(
        &[("Yoel Marchán was seen", is("Yoel Marchán", Property::Occupation, "baker"))],
        &[("Yoel Marchán spoke", act(ActCode::Release, "Yoel Marchán").claim())],
    );
    assert_eq!(people.persons.len(), 2);
    assert!(codes(&people).contains(&ReasonCode::NameAlone));
}

#[test]
fn a_name_of_two_words_joins_where_two_other_things_are_the_same() {
    let baker = |words| (words, is("Yoel Marchán", Property::Occupation, "baker"));
    let people = two(
        &[arrested("Yoel Marchán"), baker("Yoel Marchán, a baker")],
        &[arrested("Yoel Marchán"), baker("the baker Yoel Marchán")],
    );
    assert_eq!(people.persons.len(), 1);
}

/// Each row would be a false join: two records and what speaks against it.
#[test]
fn these_must_never_be_joined() {
    let name = "Yoel Andrés Marchán Quiroz";
    let rows: Vec<(&str, Option<Claim>, Option<Claim>, ReasonCode)> = vec![
        ("ages", is(name, Property::Age, "31"), is(name, Property::Age, "34 años"), ReasonCode::AgesDiffer),
        (
            "births",
            is(name, Property::BirthDate, "12 de marzo de 1994"),
            is(name, Property::BirthDate, "March 2, 1994"),
            ReasonCode::BirthDatesDiffer,
        ),
        ("age and birth", is(name, Property::Age, "31"), is(name, Property::BirthDate, "1971"), ReasonCode::AgesDiffer),
        (
            "countries",
            is(name, Property::Nationality, "Venezuelan"),
            is(name, Property::Nationality, "hondureño"),
            ReasonCode::NationalitiesDiffer,
        ),
        ("sexes", is(name, Property::Sex, "man"), is(name, Property::Sex, "mujer"), ReasonCode::SexesDiffer),
        (
            "numbers",
            is(name, Property::IdNumber, "V-55.123.456"),
            is(name, Property::IdNumber, "V-56.999.111"),
            ReasonCode::IdNumbersDiffer,
        ),
        (
            "mothers",
            is(name, Property::Family, "madre: Rosa Quiroz"),
            is(name, Property::Family, "mother: Elena Quiroz Paz"),
            ReasonCode::RelativesDiffer,
        ),
        (
            "dead and freed",
            act(ActCode::Death, name).on("2025-03-01").claim(),
            act(ActCode::Release, name).on("2025-03-30").claim(),
            ReasonCode::ActsAfterDeath,
        ),
    ];
    for (what, a, b, code) in rows {
        let people = two(&[(name, a)], &[(name, b)]);
        assert_eq!(people.persons.len(), 2, "{what}");
        assert!(codes(&people).contains(&code), "{what}: {:?}", codes(&people));
    }
}

#[test]
fn alike_names_are_offered_and_not_joined() {
    for (other, code) in [
        ("Yoel Marchán", ReasonCode::ShorterName),
        ("Y. A. Marchán Quiroz", ReasonCode::Initials),
        ("Yoel Andrés Quiroz Marchán", ReasonCode::OtherOrder),
        ("Joel Andrés Marchan Quirós", ReasonCode::NearSpelling),
    ] {
        let people = two(&[arrested("Yoel Andrés Marchán Quiroz")], &[arrested(other)]);
        assert_eq!(people.persons.len(), 2, "{other}");
        assert!(codes(&people).contains(&code), "{other}: {:?}", codes(&people));
    }
    let people = two(&[arrested("Yoel Andrés Marchán Quiroz")], &[arrested("Yoel Andrés Marchán Salcedo")]);
    assert_eq!((people.persons.len(), people.unsure.len()), (2, 0), "another second surname is another man");
}

#[test]
fn inside_a_report_a_surname_means_the_one_who_bears_it() {
    let mut told = Told::default();
    told.report(
        "El Faro Sur",
        "2025-03-20",
        &[arrested("Yoel Marchán Quiroz"), ("Marchán was moved", act(ActCode::Transfer, "Marchán").claim())],
    );
    let one = people(&told.record());
    assert_eq!(one.persons.len(), 1);
    assert_eq!(one.persons[0].other_names, ["Marchán"]);

    told.report(
        "Harbor Tribune",
        "2025-03-20",
        &[
            arrested("Yoel Marchán Rivas"),
            arrested("Saúl Marchán Rivas"),
            ("Marchán was freed", act(ActCode::Release, "Marchán").claim()),
        ],
    );
    let several = people(&told.record());
    assert!(several.persons.iter().any(|person| person.name == "Marchán"), "a surname that two bear is given to neither");
}

#[test]
fn father_and_son_of_one_report_stay_two() {
    let mut told = Told::default();
    told.report(
        "El Faro Sur",
        "2025-03-20",
        &[
            arrested("Yoel Marchán Quiroz"),
            ("his father, Yoel Marchán", is("Yoel Marchán Quiroz", Property::Family, "father: Yoel Marchán")),
            ("Yoel Marchán, a lawyer", is("Yoel Marchán", Property::Role, "lawyer")),
        ],
    );
    assert_eq!(people(&told.record()).persons.len(), 2);
}

/// Three reports of one short name, with nothing that would join them.
fn three() -> (Told, [TextId; 3]) {
    let mut told = Told::default();
    let report = |told: &mut Told, publisher: &str, place: &str| {
        told.report(
            publisher,
            "2025-03-20",
            &[("Yoel Marchán was taken", act(ActCode::Arrest, "Yoel Marchán").at(place).claim())],
        )
    };
    let texts = [report(&mut told, "A", "Lima"), report(&mut told, "B", "Quito"), report(&mut told, "C", "Cali")];
    (told, texts)
}

#[test]
fn a_judgement_joins_and_a_later_one_undoes_it() {
    let (mut told, [a, b, _]) = three();
    let before = people(&told.record());
    told.judge((a, "Yoel Marchán"), (b, "Yoel Marchán"), Verdict::Same);
    let joined = people(&told.record());
    assert_eq!((before.persons.len(), joined.persons.len()), (3, 2));
    assert!(
        joined.persons.iter().any(|person| matches!(&person.joins[..], [join] if matches!(join.by, JoinedBy::Judgement { .. })))
    );
    told.judge((b, "Yoel Marchán"), (a, "Yoel Marchán"), Verdict::Unsure);
    let undone = people(&told.record());
    assert_eq!(undone.persons, before.persons, "as if it had never been judged");
    told.judge((a, "Yoel Marchán"), (b, "Yoel Marchán"), Verdict::Different);
    assert!(
        people(&told.record())
            .unsure
            .iter()
            .all(|unsure| unsure.a.text.min(unsure.b.text) != a.min(b) || unsure.a.text.max(unsure.b.text) != a.max(b)),
        "what was decided is not asked again"
    );
}

#[test]
fn a_judgement_different_blocks_a_chain_of_same_and_the_block_is_reported() {
    let (mut told, [a, b, c]) = three();
    let name = "Yoel Marchán";
    told.judge((a, name), (c, name), Verdict::Different);
    told.judge((a, name), (b, name), Verdict::Same);
    told.judge((b, name), (c, name), Verdict::Same);
    let people = people(&told.record());
    assert_eq!(people.persons.len(), 2);
    assert_eq!(people.blocked.len(), 1);
}

#[test]
fn a_judgement_different_splits_what_the_rule_would_join() {
    let mut told = Told::default();
    let a = told.report("A", "2025-03-20", &[arrested("Yoel Andrés Marchán Quiroz")]);
    let b = told.report("B", "2025-03-20", &[arrested("Yoel Andrés Marchán Quiroz")]);
    assert_eq!(people(&told.record()).persons.len(), 1);
    told.judge((a, "Yoel Andrés Marchán Quiroz"), (b, "Yoel Andrés Marchán Quiroz"), Verdict::Different);
    assert_eq!(people(&told.record()).persons.len(), 2);
}

#[test]
fn a_stranger_among_several_reports_is_left_out_and_the_rest_stay_joined() {
    let mut told = Told::default();
    let name = "Yoel Andrés Marchán Quiroz";
    for (publisher, age) in [("A", "31"), ("B", "31"), ("C", "13")] {
        told.report(publisher, "2025-03-20", &[(publisher, is(name, Property::Age, age))]);
    }
    let people = people(&told.record());
    let mut sizes: Vec<usize> = people.persons.iter().map(|person| person.mentions.len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 2]);
    assert!(people.persons.iter().any(|person| person.minor.is_some()), "an age of thirteen is a minor's");
}

#[test]
fn a_person_is_found_by_any_words_of_the_name() {
    let mut told = Told::default();
    told.report(
        "A",
        "2025-03-20",
        &[
            arrested("Yoel Andrés Marchán Quiroz"),
            arrested("Marisol Quiroz"),
            ("Lic. Elena Paz defends them", is("Elena Paz", Property::Role, "lawyer")),
        ],
    );
    let people = people(&told.record());
    let names = |wanted: &str| find(&people, wanted).iter().map(|person| person.name.clone()).collect::<Vec<_>>();
    assert_eq!(names("quiroz yoel"), ["Yoel Andrés Marchán Quiroz"]);
    assert_eq!(names("QUIROZ").len(), 2);
    assert_eq!(names("Elena Paz"), ["Elena Paz"]);
    assert!(names("").is_empty() && names("Nobody").is_empty());
    assert_eq!(find(&people, "Elena Paz")[0].standing, Standing::Named);
    assert_eq!(people.persons.last().map(|person| person.name.as_str()), Some("Elena Paz"), "those of the case come first");
}

#[test]
fn who_may_be_a_minor_under_another_name_is_protected_until_judged_different() {
    let mut told = Told::default();
    let long = "Yeiber Quispilaya Montalbán";
    let a = told.report("El Surco", "2025-03-10", &[("Yeiber, de 16 años", is(long, Property::Age, "16")), arrested(long)]);
    let b = told.report("La Nota", "2025-03-11", &[arrested("Yeiber Quispilaya")]);
    let protected = |told: &Told| people(&told.record()).persons.iter().filter(|person| person.minor.is_some()).count();
    assert_eq!(protected(&told), 2, "to show the one would show the other");
    told.judge((a, long), (b, "Yeiber Quispilaya"), Verdict::Different);
    assert_eq!(protected(&told), 1);
}
