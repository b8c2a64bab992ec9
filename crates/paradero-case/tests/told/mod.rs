//! A small teller of invented reports: each statement is a sentence of a report, so that every anchor holds.
#![allow(dead_code)] // Each test file uses its own part.

use paradero_model::{
    About, Act, ActCode, Allegation, Attribute, Bound, ByteMap, Claim, Count, Edtf, Event, Judgement, Mention, Modality, Moment,
    Origin, Property, Quote, Relation, SourceId, Span, Statement, Text, TextId, Verdict,
};

/// The events of a record, as they are told.
#[derive(Clone, Default)]
pub struct Told {
    pub events: Vec<Event>,
}

impl Told {
    /// A report of `publisher` on `published`, made of sentences that each make a claim (or none).
    pub fn report(&mut self, publisher: &str, published: &str, sentences: &[(&str, Option<Claim>)]) -> TextId {
        let body: String = sentences.iter().map(|(words, _)| format!("{words}. ")).collect();
        let about = About {
            title: Some(format!("{publisher} reports")),
            publisher: Some(publisher.to_owned()),
            published: Edtf::parse(published),
            ..About::default()
        };
        let source = SourceId::of(format!("{publisher} {published} {body}").as_bytes());
        let text = Text::new(source, 0, "told/1", body.clone(), ByteMap::verbatim(0, body.len()), about);
        let id = text.id();
        let mut at = 0;
        let mut drafted = Vec::new();
        for (words, claim) in sentences {
            let span = Span::new(at, at + words.len());
            at += words.len() + 2;
            if let Some(claim) = claim {
                let statement = Statement::new(&text, span, claim.clone(), "told").expect("the words stand there");
                drafted.push(Event::Drafted { statement: Box::new(statement), by: "told 1".to_owned() });
            }
        }
        self.events.push(Event::Read { text: Box::new(text), warnings: Vec::new() });
        self.events.extend(drafted);
        id
    }

    /// A judgement of two mentions.
    pub fn judge(&mut self, a: (TextId, &str), b: (TextId, &str), verdict: Verdict) {
        let mention = |(text, name): (TextId, &str)| Mention { text, name: name.to_owned() };
        self.events.push(Event::Judged(Judgement {
            a: mention(a),
            b: mention(b),
            verdict,
            why: "the family says so".to_owned(),
            at: Moment(0),
        }));
    }

    /// The events, each with its index.
    pub fn numbered(&self) -> Vec<(u64, Event)> {
        (0..).zip(self.events.iter().cloned()).collect()
    }

    /// The record.
    pub fn record(&self) -> paradero_case::Record {
        paradero_case::Record::of(self.numbered())
    }
}

/// An act of one person.
pub fn act(code: ActCode, whom: &str) -> Act {
    Act {
        code,
        whom: vec![whom.to_owned()],
        group: false,
        who: None,
        when: None,
        place: None,
        from: None,
        modality: Modality::Stated,
        says: None,
        outcome: None,
    }
}

/// Short ways to say more of an act.
pub trait Told1: Sized {
    fn on(self, date: &str) -> Self;
    fn at(self, place: &str) -> Self;
    fn by(self, who: &str) -> Self;
    fn says(self, who: &str) -> Self;
    fn modality(self, modality: Modality) -> Self;
    fn claim(self) -> Option<Claim>;
}

impl Told1 for Act {
    fn on(mut self, date: &str) -> Self {
        self.when = Some(Edtf::parse(date).expect("an EDTF date"));
        self
    }
    fn at(mut self, place: &str) -> Self {
        self.place = Some(place.to_owned());
        self
    }
    fn by(mut self, who: &str) -> Self {
        self.who = Some(who.to_owned());
        self
    }
    fn says(mut self, who: &str) -> Self {
        self.says = Some(who.to_owned());
        self
    }
    fn modality(mut self, modality: Modality) -> Self {
        self.modality = modality;
        self
    }
    fn claim(self) -> Option<Claim> {
        Some(Claim::Act(self))
    }
}

/// Something said of a person.
pub fn is(person: &str, property: Property, value: &str) -> Option<Claim> {
    Some(Claim::Attribute(Attribute {
        person: person.to_owned(),
        property,
        value: value.to_owned(),
        modality: Modality::Stated,
        says: None,
    }))
}

/// An accusation against a person or a group.
pub fn accused(about: &str, group: bool, claim: &str, by: &str, evidence: &[&str], answer: &[&str]) -> Option<Claim> {
    let list = |words: &[&str]| words.iter().map(|one| (*one).to_owned()).collect();
    Some(Claim::Allegation(Allegation {
        about: vec![about.to_owned()],
        group,
        claim: claim.to_owned(),
        by: Some(by.to_owned()),
        evidence: list(evidence),
        answer: list(answer),
    }))
}

/// Words in quotation marks.
pub fn quote(speaker: Option<&str>, quoted: &str) -> Option<Claim> {
    Some(Claim::Quote(Quote { speaker: speaker.map(str::to_owned), quoted: quoted.to_owned() }))
}

/// Where the report comes from.
pub fn origin(relation: Relation, outlet: &str) -> Option<Claim> {
    Some(Claim::Origin(Origin { relation, outlet: outlet.to_owned() }))
}

/// How many.
pub fn count(number: u64, of: &str, act: ActCode) -> Option<Claim> {
    Some(Claim::Count(Count { number: Some(number), bound: Bound::Exact, of: of.to_owned(), act: Some(act) }))
}
