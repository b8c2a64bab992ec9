//! The case file as a document: what it says of invented reports, and what it must never say.

mod told;

use paradero_case::{AboutVoice, CaseFile, ConflictKind, FateSign, Minimum, Recorded, WhereSign, compile, find, people};
use paradero_model::{ActCode, Modality, Property, Relation};
use told::{Told, Told1 as _, accused, act, count, is, origin, quote};

const YOEL: &str = "Yoel Andrés Marchán Quiroz";

fn case(told: &Told) -> CaseFile {
    let record = told.record();
    let people = people(&record);
    let person = find(&people, YOEL)[0];
    compile(&record, &people, person)
}

fn steps(case: &CaseFile) -> Vec<String> {
    let show = |step: &paradero_case::Step| {
        let when = step.when.iter().map(ToString::to_string).collect::<Vec<_>>().join(" = ");
        format!("{} {when}", step.code.name())
    };
    case.chronology.steps().map(show).collect()
}

const WIRE: &str = "Agents took the baker from his home at dawn and his mother has looked for him in four prisons since then, \
                    while the ministry says that it holds nobody of that name and that no flight left the country in that week";

#[test]
fn copies_never_corroborate() {
    let mut told = Told::default();
    for (publisher, published) in [("Harbor Tribune", "2025-03-20"), ("El Faro Sur", "2025-03-21")] {
        told.report(
            publisher,
            published,
            &[
                (WIRE, None),
                ("Marchán was arrested on March 3", act(ActCode::Arrest, YOEL).on("2025-03-03").claim()),
                ("He is a baker", is(YOEL, Property::Occupation, "baker")),
            ],
        );
    }
    let copies = case(&told);
    assert_eq!((copies.origins.reports.len(), copies.origins.stories, copies.origins.independent), (2, 1, 1));
    assert_eq!((copies.chronology.dated[0].statements.len(), copies.chronology.dated[0].origins), (2, 1));
    assert_eq!(copies.who.entries[0].values[0].origins, 1);

    told.report(
        "Prison Watch",
        "2025-04-02",
        &[("On 3 March they seized Marchán", act(ActCode::Arrest, YOEL).on("2025-03-03").claim())],
    );
    let more = case(&told);
    assert_eq!(
        (more.chronology.dated.len(), more.chronology.dated[0].statements.len(), more.chronology.dated[0].origins),
        (1, 3, 2)
    );
}

#[test]
fn reports_that_draw_on_one_agency_are_one_origin() {
    let mut told = Told::default();
    for publisher in ["Harbor Tribune", "El Faro Sur"] {
        told.report(
            publisher,
            "2025-03-20",
            &[
                (publisher, act(ActCode::Arrest, YOEL).on("2025-03-03").claim()),
                (
                    "with words of the agency",
                    origin(Relation::AccordingTo, if publisher == "El Faro Sur" { "la agencia Efe" } else { "EFE" }),
                ),
            ],
        );
    }
    let case = case(&told);
    assert_eq!((case.origins.stories, case.origins.independent), (2, 1));
    assert_eq!(case.origins.reports[0].depends.len(), 1);
}

#[test]
fn what_two_reports_tell_differently_stands_side_by_side() {
    let mut told = Told::default();
    told.report(
        "Harbor Tribune",
        "2025-03-20",
        &[
            ("arrested on March 3 in Lima", act(ActCode::Arrest, YOEL).on("2025-03-03").at("Lima").claim()),
            ("born in Iquitos", is(YOEL, Property::BirthPlace, "Iquitos")),
            ("has no criminal record", is(YOEL, Property::CriminalRecord, "no criminal record")),
        ],
    );
    told.report(
        "El Faro Sur",
        "2025-04-02",
        &[
            ("detenido el 5 de marzo en Lima", act(ActCode::Arrest, YOEL).on("2025-03-05").at("Lima").claim()),
            ("nació en Tacna", is(YOEL, Property::BirthPlace, "Tacna")),
            ("condenado por hurto", is(YOEL, Property::CriminalRecord, "condenado por hurto")),
        ],
    );
    let case = case(&told);
    let sides = |kind: ConflictKind| -> Vec<Vec<String>> {
        let of_kind = case.conflicts.iter().filter(|conflict| conflict.kind == kind);
        of_kind.map(|conflict| conflict.sides.iter().map(|side| side.value.clone()).collect()).collect()
    };
    assert_eq!(sides(ConflictKind::Date), [["2025-03-03", "2025-03-05"]]);
    assert_eq!(sides(ConflictKind::Property), [["Iquitos", "Tacna"], ["no criminal record", "condenado por hurto"]]);
    assert_eq!(case.chronology.dated.len(), 2, "both dates stay in the chronology");
    assert!(
        case.conflicts.iter().flat_map(|conflict| &conflict.sides).all(|side| !side.statements.is_empty() && side.origins == 1)
    );
}

#[test]
fn arrested_twice_is_no_conflict() {
    let mut told = Told::default();
    told.report("A", "2025-06-01", &[("first", act(ActCode::Arrest, YOEL).on("2024-01-02").claim())]);
    told.report("B", "2025-06-01", &[("freed", act(ActCode::Release, YOEL).on("2024-05-01").claim())]);
    told.report("C", "2025-06-01", &[("again", act(ActCode::Arrest, YOEL).on("2025-03-03").claim())]);
    let case = case(&told);
    assert!(case.conflicts.is_empty(), "{:?}", case.conflicts);
    let ends: Vec<bool> = case.chronology.episodes.iter().map(|episode| episode.end.is_some()).collect();
    assert_eq!(ends, [true, false]);
    assert_eq!(case.fate.fate.iter().map(|sign| sign.says).collect::<Vec<_>>(), [FateSign::Held]);
}

#[test]
fn nothing_said_of_a_group_is_said_of_the_person() {
    let mut told = Told::default();
    told.report(
        "Harbor Tribune",
        "2025-03-20",
        &[
            ("he was deported", act(ActCode::Removal, YOEL).on("2025-03-15").at("El Salvador").claim()),
            ("the 250 men are gang members", accused("the 250 men", true, "gang members", "the ministry", &[], &[])),
            ("250 men were deported", count(250, "men", ActCode::Removal)),
        ],
    );
    let case = case(&told);
    assert!(case.allegations.is_empty());
    assert_eq!((case.groups.len(), case.counts.len()), (1, 1));
}

#[test]
fn vague_dates_stand_where_they_may_have_been() {
    let mut told = Told::default();
    told.report(
        "Harbor Tribune",
        "2025-08-01",
        &[
            ("freed on July 18", act(ActCode::Release, YOEL).on("2025-07-18").claim()),
            ("fled in May 2024", act(ActCode::Flight, YOEL).on("2024-05~").claim()),
            ("deported in mid-March", act(ActCode::Removal, YOEL).on("2025-03-15/2025-03-16").at("El Salvador").claim()),
            ("tortured before July 18", act(ActCode::IllTreatment, YOEL).on("../2025-07-18").claim()),
            ("a hearing in March", act(ActCode::Hearing, YOEL).on("2025-03").claim()),
            ("a hearing on some July 4", act(ActCode::Hearing, YOEL).on("XXXX-07-04").claim()),
            ("threatened", act(ActCode::Threat, YOEL).claim()),
        ],
    );
    let case = case(&told);
    assert_eq!(
        steps(&case),
        [
            "flight 2024-05~",
            "hearing 2025-03",
            "removal 2025-03-15/2025-03-16",
            "release 2025-07-18",
            "ill_treatment ../2025-07-18",
            "hearing XXXX-07-04",
            "threat "
        ]
    );
    assert_eq!(case.chronology.undated.len(), 2);
    assert_eq!(case.legal.len(), 2);
}

#[test]
fn a_vaguer_telling_joins_the_one_step_that_it_fits() {
    let mut told = Told::default();
    told.report(
        "A",
        "2025-04-01",
        &[("deported on March 15", act(ActCode::Removal, YOEL).on("2025-03-15").at("El Salvador").claim())],
    );
    told.report(
        "B",
        "2025-05-01",
        &[("deported in March", act(ActCode::Removal, YOEL).on("2025-03").at("a prison in El Salvador").claim())],
    );
    told.report("C", "2025-06-01", &[("after he was deported", act(ActCode::Removal, YOEL).claim())]);
    told.report("D", "2025-06-01", &[("might be deported", act(ActCode::Removal, YOEL).modality(Modality::Possible).claim())]);
    let case = case(&told);
    assert_eq!(steps(&case), ["removal 2025-03-15 = 2025-03", "removal "]);
    assert_eq!((case.chronology.dated[0].statements.len(), case.chronology.dated[0].origins), (3, 3));
    assert_eq!(case.chronology.undated[0].modality, [Modality::Possible]);
}

#[test]
fn fate_and_whereabouts_are_two_questions_each_as_of_and_according_to() {
    let mut told = Told::default();
    told.report(
        "A",
        "2025-04-01",
        &[("held at Otay Mesa", act(ActCode::Detention, YOEL).on("2025-03-01/..").at("Otay Mesa").says("his lawyer").claim())],
    );
    told.report("B", "2025-05-01", &[("deported", act(ActCode::Removal, YOEL).on("2025-04-15").at("El Salvador").claim())]);
    let away = case(&told);
    assert_eq!(away.fate.fate.len(), 1);
    assert_eq!(away.fate.fate[0].says, FateSign::Removed);
    assert_eq!(away.fate.whereabouts[0].says, WhereSign::At("El Salvador".to_owned()));
    assert_eq!(away.fate.earlier_fate[0].according_to, ["his lawyer"]);
    assert_eq!(
        away.fate.earlier_fate[0].last_sign.map(|day| day.to_string()).as_deref(),
        Some("2025-04-01"),
        "no end: until it was told"
    );

    told.report(
        "C",
        "2025-08-01",
        &[
            ("was released and returned", act(ActCode::Release, YOEL).on("2025-07-18").claim()),
            ("back in Lima", act(ActCode::Return, YOEL).on("2025-07-18").at("Lima").claim()),
        ],
    );
    let home = case(&told);
    assert!(home.fate.fate.iter().all(|sign| sign.says == FateSign::Freed) && !home.fate.fate_conflict);
    assert_eq!(
        home.fate.whereabouts.iter().map(|sign| sign.says.clone()).collect::<Vec<_>>(),
        [WhereSign::At("Lima".to_owned())]
    );

    told.report(
        "D",
        "2025-08-01",
        &[("died", act(ActCode::Death, YOEL).on("2025-07-18").modality(Modality::Alleged).says("a guard").claim())],
    );
    let disputed = case(&told);
    assert!(disputed.fate.earlier_fate.iter().all(|sign| sign.says != FateSign::Dead));
    assert_eq!(disputed.fate.fate.iter().filter(|sign| sign.says == FateSign::Dead).count(), 1);
}

#[test]
fn an_undated_sign_of_another_report_never_hides_a_dated_one() {
    let mut told = Told::default();
    told.report("A", "2025-04-01", &[("freed on March 30", act(ActCode::Release, YOEL).on("2025-03-30").claim())]);
    told.report("B", "2025-06-01", &[("is held", act(ActCode::Detention, YOEL).claim())]);
    let case = case(&told);
    assert!(case.fate.fate_conflict, "freed in March, held as told in June: both are shown");
    assert_eq!(case.fate.fate.len(), 2);
    assert!(case.conflicts.iter().any(|conflict| conflict.kind == ConflictKind::Fate && conflict.sides.len() == 2));
}

#[test]
fn allegations_keep_their_evidence_and_their_answers_and_voices_their_speakers() {
    let mut told = Told::default();
    told.report(
        "Harbor Tribune",
        "2025-03-20",
        &[
            ("he was arrested", act(ActCode::Arrest, YOEL).claim()),
            (
                "agents called him a gang member for his tattoo",
                accused(YOEL, false, "a gang member", "agents", &["his tattoo"], &[]),
            ),
            ("\"My brother bakes bread\", his sister said", quote(Some("his sister"), "My brother bakes bread")),
            ("\"Marchán is innocent\", said the priest", quote(Some("the priest"), "Marchán is innocent")),
            ("\"I am no one's soldier\", he said", quote(Some("Marchán"), "I am no one's soldier")),
        ],
    );
    told.report(
        "El Faro Sur",
        "2025-04-02",
        &[("they say a gang member", accused(YOEL, false, "a gang member", "the ministry", &[], &["his lawyer denies it"]))],
    );
    let case = case(&told);
    let [entry] = &case.allegations[..] else { panic!("one allegation: {:?}", case.allegations) };
    assert_eq!((entry.by.len(), entry.evidence.len(), entry.answers.len(), entry.origins), (2, 1, 1, 2));
    let voices: Vec<AboutVoice> = case.voices.iter().map(|voice| voice.how).collect();
    assert_eq!(voices, [AboutVoice::Speaks, AboutVoice::NamesThem, AboutVoice::BesideThem]);
}

#[test]
fn what_no_report_says_reads_not_recorded() {
    let mut told = Told::default();
    told.report(
        "Harbor Tribune",
        "2025-03-20",
        &[
            (
                "agents arrested him in Lima on March 3",
                act(ActCode::Arrest, YOEL).on("2025-03-03").at("Lima").by("agents").claim(),
            ),
            ("his mother wrote to the ministry", act(ActCode::Intervention, YOEL).by("his mother").claim()),
        ],
    );
    let case = case(&told);
    let missing: Vec<Minimum> = case.missing.iter().filter(|one| one.recorded == Recorded::Not).map(|one| one.what).collect();
    assert!(missing.contains(&Minimum::Submitter) && missing.contains(&Minimum::Sex) && missing.contains(&Minimum::BirthOrAge));
    for recorded in
        [Minimum::FullName, Minimum::Date, Minimum::Place, Minimum::Responsible, Minimum::Search, Minimum::Whereabouts]
    {
        assert!(!missing.contains(&recorded), "{recorded:?}");
    }
    assert_eq!(case.missing.len(), Minimum::ALL.len());
}

#[test]
fn what_can_hurt_is_marked() {
    let mut told = Told::default();
    told.report(
        "Harbor Tribune",
        "2025-03-20",
        &[
            ("he was arrested", act(ActCode::Arrest, YOEL).claim()),
            ("he is ill", is(YOEL, Property::Health, "diabetes")),
            ("a baker", is(YOEL, Property::Occupation, "baker")),
        ],
    );
    let protected = |case: &CaseFile| case.who.entries.iter().map(|entry| entry.protected).collect::<Vec<_>>();
    let grown = case(&told);
    assert_eq!((protected(&grown), grown.head.minor.is_some()), (vec![false, true], false));
    told.report("El Faro Sur", "2025-03-21", &[("de 16 años", is(YOEL, Property::Age, "16 años"))]);
    let young = case(&told);
    assert!(young.head.minor.is_some() && young.who.entries.iter().all(|entry| entry.protected));
}

#[test]
fn what_one_report_states_and_another_denies_is_a_conflict() {
    let mut told = Told::default();
    told.report("A", "2025-03-20", &[("arrested", act(ActCode::Arrest, YOEL).on("2025-03-03").claim())]);
    told.report(
        "B",
        "2025-03-21",
        &[("not arrested", act(ActCode::Arrest, YOEL).on("2025-03-03").modality(Modality::Denied).says("the police").claim())],
    );
    let case = case(&told);
    assert!(case.conflicts.iter().any(|conflict| conflict.kind == ConflictKind::Denied && conflict.sides.len() == 2));
    assert_eq!(case.fate.fate.len(), 1, "a denied arrest is no sign");
}

#[test]
fn two_dates_of_one_arrest_do_not_hide_the_release() {
    let mut told = Told::default();
    told.report("A", "2025-03-10", &[("detained on March 8", act(ActCode::Arrest, YOEL).on("2025-03-08").claim())]);
    told.report("B", "2025-03-11", &[("detained on March 9", act(ActCode::Arrest, YOEL).on("2025-03-09").claim())]);
    told.report(
        "C",
        "2025-04-04",
        &[
            ("freed yesterday", act(ActCode::Release, YOEL).on("2025-04-03").claim()),
            ("after 26 days in prison", act(ActCode::Detention, YOEL).claim()),
        ],
    );
    let freed = case(&told);
    assert_eq!(freed.fate.fate.iter().map(|sign| sign.says).collect::<Vec<_>>(), [FateSign::Freed]);
    told.report("D", "2025-06-01", &[("taken again", act(ActCode::Arrest, YOEL).on("2025-05-20").claim())]);
    assert_eq!(case(&told).fate.fate[0].says, FateSign::Held);
}

#[test]
fn what_says_the_same_of_the_fate_is_one_sign_with_every_telling() {
    let name = "Yoel Andrés Marchán Quiroz";
    let mut told = Told::default();
    told.report("A", "2025-03-20", &[("Yoel was arrested", act(ActCode::Arrest, name).on("2025-03-20").at("Tacoma").claim())]);
    told.report("B", "2025-03-20", &[("Yoel is held", act(ActCode::Arrest, name).on("2025-03").at("Otay Mesa").claim())]);
    let case = case(&told);
    assert_eq!(case.fate.fates(), [FateSign::Held]);
    assert_eq!(case.fate.fate.len(), 1);
    assert_eq!(case.fate.fate[0].statements.len(), 2);
    assert_eq!(case.fate.fate[0].as_of.as_ref().map(ToString::to_string).as_deref(), Some("2025-03-20"), "the most exact date");
    assert_eq!(case.fate.fate[0].origins, 2);
    assert_eq!(case.fate.wheres().len(), 2, "two places stay two answers");
    assert!(case.fate.whereabouts_conflict);
}

#[test]
fn a_denied_custody_does_not_outlast_an_exchange_told_beside_it() {
    let name = "Yoel Andrés Marchán Quiroz";
    let mut told = Told::default();
    told.report(
        "A",
        "2025-07-31",
        &[
            ("The consulate denied having him", act(ActCode::CustodyDenied, name).on("2025-05").claim()),
            ("Yoel was exchanged", act(ActCode::Exchange, name).claim()),
        ],
    );
    told.report(
        "B",
        "",
        &[
            ("part of an exchange", act(ActCode::Exchange, name).claim()),
            ("Yoel returned to Nicaragua", act(ActCode::Return, name).at("Nicaragua").claim()),
        ],
    );
    let case = case(&told);
    assert_eq!(case.fate.wheres(), [&WhereSign::At("Nicaragua".to_owned())]);
    assert_eq!(case.fate.fates(), [FateSign::Freed]);
}

#[test]
fn a_past_age_disagrees_with_no_age_of_now() {
    let name = "Yoel Andrés Marchán Quiroz";
    let ages = |words: &str| {
        let mut told = Told::default();
        told.report("A", "2025-03-20", &[("Yoel, 31", is(name, Property::Age, "31")), (words, is(name, Property::Age, "16"))]);
        case(&told).conflicts.len()
    };
    assert_eq!(ages("He fled at 16"), 0);
    assert_eq!(ages("Yoel, 16"), 1);
}
