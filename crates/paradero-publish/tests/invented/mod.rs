//! An invented case file with a hole in every place where words from outside can stand, so that a test can put anything in.

use paradero_case::{
    AboutVoice, AllegationEntry, CaseFile, Chronology, Cited, Conflict, ConflictKind, CountEntry, Entry, Fate, FateSign,
    GroupEntry, Head, Minimum, Missing, Origins, PersonId, Recorded, Report, Side, Sign, Standing, Step, StoryId, Value, Voice,
    WhereSign, Who,
};
use paradero_model::{
    About, Act, ActCode, Allegation, Attribute, Bound, ByteMap, Claim, Count, Edtf, Hash, Lang, Mention, Modality, Property,
    Quote, SourceId, Span, Statement, StatementId, Text,
};

/// A sentence with `word` in its middle, and the text that holds it.
fn text(word: &str) -> Text {
    let body = format!("Agents took the {word} baker Ilda Brusco Fanti to a prison.");
    let map = ByteMap::verbatim(0, body.len());
    let about = About {
        title: Some(format!("{word} baker taken")),
        publisher: Some(format!("The {word} Courier")),
        author: Some(format!("R. Alm, {word}")),
        published: Edtf::parse("2025-04-02"),
        url: Some(format!("https://courier.example/{}-baker", word.replace(' ', "-"))),
        lang: Some(Lang::En),
        ..About::default()
    };
    Text::new(SourceId::of(body.as_bytes()), 0, "text/1", body, map, about)
}

/// The case file of Ilda Brusco Fanti, with `hole` in every place where words from outside stand, and `protected` said of her.
pub fn case(hole: &str, protected: &[(Property, String)]) -> CaseFile {
    let text = text(hole);
    let all = Span::new(0, text.body().len());
    let name = "Ilda Brusco Fanti".to_owned();
    let told = || format!("the {hole} office");
    let mut cited = std::collections::BTreeMap::new();
    let mut add = |claim: Claim| -> StatementId {
        let statement = Statement::new(&text, all, claim, "test/rule").expect("the words stand there");
        let id = statement.id();
        cited.insert(id, Cited { statement, index: 7, by: "test".into(), story: StoryId(Hash::of(b"story")) });
        id
    };
    let act = Act {
        code: ActCode::Arrest,
        whom: vec![name.clone()],
        group: false,
        who: Some(told()),
        when: Edtf::parse("2025-03"),
        place: Some(told()),
        from: Some(told()),
        modality: Modality::Alleged,
        says: Some(told()),
        outcome: None,
    };
    let arrest = add(Claim::Act(act));
    let claim = Allegation {
        about: vec![name.clone()],
        group: false,
        claim: told(),
        by: Some(told()),
        evidence: vec![told()],
        answer: vec![told()],
    };
    let alleged = add(Claim::Allegation(claim));
    let quote = add(Claim::Quote(Quote { speaker: Some(told()), quoted: told() }));
    let count = Count { number: Some(12), bound: Bound::AtLeast, of: told(), act: Some(ActCode::Arrest) };
    let counted = add(Claim::Count(count.clone()));
    let said = |property: Property, value: &str| {
        let (person, value) = (name.clone(), value.to_owned());
        Claim::Attribute(Attribute { person, property, value, modality: Modality::Stated, says: Some(told()) })
    };
    let home = add(said(Property::Home, &told()));
    let value = |value: &str, id: StatementId| Value {
        value: value.to_owned(),
        statements: vec![id],
        modality: vec![Modality::Stated],
        origins: 1,
    };
    let mut entries =
        vec![Entry { property: Property::Home, protected: false, values: vec![value(&told(), home)], conflict: false }];
    let mut conflicts =
        vec![conflict(ConflictKind::Place, None, Some(ActCode::Arrest), &[(&told(), arrest), ("Puerto Lirio", arrest)])];
    for (property, words) in protected {
        let id = add(said(*property, words));
        entries.push(Entry { property: *property, protected: true, values: vec![value(words, id)], conflict: true });
        conflicts.push(conflict(ConflictKind::Property, Some(*property), None, &[(words, id), ("no", id)]));
    }
    let mention = Mention { text: text.id(), name: name.clone() };
    let step = Step {
        code: ActCode::Arrest,
        when: vec![Edtf::parse("2025-03").expect("a date")],
        earliest: None,
        latest: None,
        places: vec![told()],
        from: vec![told()],
        who: vec![told()],
        outcomes: vec![told()],
        modality: vec![Modality::Alleged],
        says: vec![told()],
        statements: vec![arrest],
        origins: 1,
    };
    let sign = |says: WhereSign| Sign {
        says,
        act: ActCode::Arrest,
        as_of: Edtf::parse("2025-03"),
        last_sign: None,
        according_to: vec![told()],
        modality: vec![Modality::Alleged],
        statements: vec![arrest],
        origins: 1,
    };
    let fate = Sign {
        says: FateSign::Held,
        act: ActCode::Arrest,
        as_of: None,
        last_sign: None,
        according_to: vec![told()],
        modality: vec![Modality::Alleged],
        statements: vec![arrest],
        origins: 1,
    };
    let report = Report {
        text: text.id(),
        source: text.source(),
        about: text.about.clone(),
        story: StoryId(Hash::of(b"story")),
        origin: 0,
        depends: vec![],
    };
    CaseFile {
        head: Head {
            person: PersonId::of([&mention]),
            name,
            described: false,
            other_names: vec![format!("la {hole}")],
            standing: Standing::OfTheCase,
            minor: None,
            mentions: vec![mention],
        },
        who: Who { entries },
        chronology: Chronology { dated: vec![step.clone()], undated: vec![step.clone()], episodes: vec![] },
        allegations: vec![AllegationEntry {
            claim: told(),
            by: vec![told()],
            evidence: vec![told()],
            answers: vec![told()],
            modality: Modality::Alleged,
            with_others: true,
            statements: vec![alleged],
            origins: 1,
        }],
        voices: vec![Voice {
            speaker: Some(told()),
            quoted: told(),
            how: AboutVoice::NamesThem,
            statements: vec![quote],
            origins: 1,
        }],
        legal: vec![],
        fate: Fate {
            fate: vec![fate],
            whereabouts: vec![sign(WhereSign::At(told()))],
            earlier_whereabouts: vec![sign(WhereSign::Unknown)],
            ..Fate::default()
        },
        interventions: vec![step.clone()],
        deeds: vec![step],
        told: vec![arrest],
        groups: vec![GroupEntry { group: vec![told()], statements: vec![arrest] }],
        counts: vec![CountEntry { count, statements: vec![counted], origins: 1 }],
        origins: Origins { reports: vec![report], stories: 1, independent: 1 },
        conflicts,
        missing: [Minimum::IdNumber, Minimum::Sex].map(|what| Missing { what, recorded: Recorded::Not }).into(),
        cited,
    }
}

fn conflict(kind: ConflictKind, property: Option<Property>, act: Option<ActCode>, sides: &[(&str, StatementId)]) -> Conflict {
    let side = |(value, id): &(&str, StatementId)| Side { value: (*value).to_owned(), statements: vec![*id], origins: 1 };
    Conflict { kind, property, act, protected: property.is_some(), sides: sides.iter().map(side).collect() }
}
