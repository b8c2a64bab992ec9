//! A site of invented reports, served on a port of its own for one test.

use paradero::web::{self, Site};
use paradero_case::{Record, people};
use paradero_model::{
    About, Act, ActCode, Allegation, Attribute, ByteMap, Capture, Claim, Edtf, Event, Judgement, Lang, Mention, Modality, Moment,
    Origin, Place, Property, Quote, Relation, SourceId, Span, Statement, Text, Verdict,
};
use std::net::TcpListener;

/// Words that a page must show as words: markup, a quotation mark that would end an attribute, and a mark that turns the line around.
pub const HOSTILE: &str = "\"><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\u{202e}'";

/// The person of the case in every site.
pub const NAME: &str = "Ilda Brusco Fanti";

/// A child named in one of the reports.
pub const MINOR: &str = "Leo Sosa Alm";

/// The site and where it is served.
pub struct Served {
    /// Its port on 127.0.0.1.
    pub port: u16,
}

impl Served {
    /// Serves two reports about one person, and `foreign` wherever words from outside can stand.
    pub fn new(foreign: &str, lang: Lang) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let record = record(foreign);
        let people = people(&record);
        std::thread::spawn(move || web::run(Site::new(record, people), listener, lang));
        Self { port }
    }
}

/// A report: its words, and the words in it that each claim stands on.
fn report(at: u64, about: About, body: &str, claims: Vec<(&str, Claim)>) -> Vec<Event> {
    let source = SourceId::of(body.as_bytes());
    let text = Text::new(source, 0, "text/1", body.to_owned(), ByteMap::verbatim(0, body.len()), about);
    let from = Place::File(format!("reports/{at}.txt"));
    let mut events = vec![
        Event::Captured(Capture { source, length: body.len() as u64, from, at: Moment(1_763_930_100) }),
        Event::Read { text: Box::new(text.clone()), warnings: Vec::new() },
    ];
    for (words, claim) in claims {
        let start = body.find(words).expect("the words stand in the report");
        let statement = Statement::new(&text, Span::new(start, start + words.len()), claim, "test/rule").expect("some words");
        events.push(Event::Drafted { statement: Box::new(statement), by: "test".to_owned() });
    }
    events
}

fn record(foreign: &str) -> Record {
    let name = || NAME.to_owned();
    let when = |date: &str| Edtf::parse(date);
    let act = |code: ActCode, date: &str, place: &str, modality: Modality, says: Option<&str>| {
        Claim::Act(Act {
            code,
            whom: vec![name()],
            group: false,
            who: Some(format!("agents {foreign}")),
            when: when(date),
            place: Some(place.to_owned()),
            from: None,
            modality,
            says: says.map(str::to_owned),
            outcome: None,
        })
    };
    let said = |property: Property, value: &str| {
        Claim::Attribute(Attribute { person: name(), property, value: value.to_owned(), modality: Modality::Stated, says: None })
    };
    let about = |title: &str, publisher: &str, date: &str| About {
        title: Some(format!("{title} {foreign}")),
        publisher: Some(format!("{publisher} {foreign}")),
        author: Some(foreign.to_owned()),
        published: when(date),
        url: Some(format!("https://{}.example/ilda", publisher.to_lowercase())),
        lang: Some(Lang::En),
        ..About::default()
    };
    let first = format!(
        "Ilda Brusco Fanti, 34, a lesbian baker from Puerto Lirio, was arrested on March 3 {foreign}.\n\n\
         The ministry said she wore a crown tattoo and called her a gang member. \"I bake bread,\" she said.\n\
         She was released in July, the Lirio Wire reported."
    );
    let second = "Agents held Ilda Brusco Fanti from March 5, her sister said. The ministry denied holding her. \
                  Her lawyer, Ana Olmo Rey, asked a judge for her release. Her nephew Leo Sosa Alm, 15, was held with her.";
    let first = report(
        1,
        about("Baker freed", "Courier", "2025-07-20"),
        &first,
        vec![
            ("34", said(Property::Age, "34")),
            ("lesbian", said(Property::Orientation, "lesbian")),
            ("baker", said(Property::Occupation, &format!("baker {foreign}"))),
            ("from Puerto Lirio", said(Property::Home, "Puerto Lirio")),
            ("was arrested on March 3", act(ActCode::Arrest, "2025-03-03", "Puerto Lirio", Modality::Stated, None)),
            (
                "called her a gang member",
                Claim::Allegation(Allegation {
                    about: vec![name()],
                    group: false,
                    claim: format!("a gang member {foreign}"),
                    by: Some("The ministry".to_owned()),
                    evidence: vec!["a crown tattoo".to_owned()],
                    answer: vec!["I bake bread".to_owned()],
                }),
            ),
            ("\"I bake bread,\" she said", Claim::Quote(Quote { speaker: Some(name()), quoted: "I bake bread".to_owned() })),
            ("She was released in July", act(ActCode::Release, "2025-07", "Puerto Lirio", Modality::Stated, None)),
            (
                "the Lirio Wire reported",
                Claim::Origin(Origin { relation: Relation::AccordingTo, outlet: "Lirio Wire".to_owned() }),
            ),
        ],
    );
    let second = report(
        2,
        about("Sister asks where she is", "Diario", "2025-04-01"),
        second,
        vec![
            (
                "Agents held Ilda Brusco Fanti from March 5",
                act(ActCode::Arrest, "2025-03-05", "Puerto Lirio", Modality::Alleged, Some("her sister")),
            ),
            (
                "The ministry denied holding her",
                act(ActCode::CustodyDenied, "2025-03", "the ministry", Modality::Stated, Some("The ministry")),
            ),
            ("for her release", act(ActCode::Release, "2025-04", "Puerto Lirio", Modality::Possible, None)),
            ("Her nephew Leo Sosa Alm", said(Property::Family, &format!("nephew: {MINOR}"))),
            (
                "15",
                Claim::Attribute(Attribute {
                    person: MINOR.to_owned(),
                    property: Property::Age,
                    value: "15".to_owned(),
                    modality: Modality::Stated,
                    says: None,
                }),
            ),
            (
                "was held with her",
                Claim::Act(Act {
                    code: ActCode::Detention,
                    whom: vec![MINOR.to_owned()],
                    group: false,
                    who: None,
                    when: None,
                    place: None,
                    from: None,
                    modality: Modality::Stated,
                    says: None,
                    outcome: None,
                }),
            ),
            (
                "lawyer, Ana Olmo Rey",
                Claim::Attribute(Attribute {
                    person: "Ana Olmo Rey".to_owned(),
                    property: Property::Role,
                    value: "lawyer".to_owned(),
                    modality: Modality::Stated,
                    says: None,
                }),
            ),
        ],
    );
    let mention = |events: &[Event]| match &events[1] {
        Event::Read { text, .. } => Mention { text: text.id(), name: name() },
        _ => panic!("a report begins with its capture and its text"),
    };
    let judged = Judgement {
        a: mention(&first),
        b: mention(&second),
        verdict: Verdict::Same,
        why: "the same sister".to_owned(),
        at: Moment(1_763_930_200),
    };
    let events = first.into_iter().chain(second).chain([Event::Judged(judged)]);
    Record::of((0..).zip(events))
}
