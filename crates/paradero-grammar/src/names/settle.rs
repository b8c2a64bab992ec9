//! Name tags made consistent over a text: the model reads a sentence at a time, a text names its people again and again.
//!
//! - An acronym in brackets behind a name is of the name's kind: "Tribunal Supremo de Justicia (TSJ)".
//! - A surname is a person's once a full name in the text bears it, unless it is tagged otherwise more often.
//! - What is tagged as a person in most places and as something else in a few is a person everywhere. Places and organisations are
//!   left as they are: "Venezuela" is a place in one sentence and a government in the next.
//! - A name that the model missed in one sentence and saw in another is a name in both.

use crate::{NameTag, Pos, Reading};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Of what a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Person,
    Place,
    Organisation,
    Other,
}

const KINDS: [Kind; 4] = [Kind::Person, Kind::Place, Kind::Organisation, Kind::Other];

/// Names of more words than this are not looked for again.
const LONGEST: usize = 8;

/// Settles the name tags of `reading`, the reading of `text`.
pub fn settle(text: &str, reading: &mut Reading) {
    let mut tags: Vec<NameTag> = reading.words.iter().map(|word| word.name).collect();
    if tags.iter().all(|tag| *tag == NameTag::Outside) {
        return;
    }
    let view = View {
        forms: reading.words.iter().map(|word| word.form(text)).collect(),
        pos: reading.words.iter().map(|word| word.pos).collect(),
        sentences: reading.sentences.iter().map(|sentence| sentence.words.clone()).collect(),
    };
    repair(&view, &mut tags);
    acronyms(&view, &mut tags);
    let seen = Seen::of(&view, &tags);
    persons(&view, &mut tags, &seen);
    let seen = Seen::of(&view, &tags);
    recall(&view, &mut tags, &seen);
    for (word, tag) in reading.words.iter_mut().zip(tags) {
        word.name = tag;
    }
}

/// What the rules look at beside the tags.
struct View<'a> {
    forms: Vec<&'a str>,
    pos: Vec<Pos>,
    sentences: Vec<Range<usize>>,
}

/// An inside tag that nothing of its kind begins becomes a beginning.
fn repair(view: &View, tags: &mut [NameTag]) {
    for sentence in &view.sentences {
        let mut last = None;
        for one in &mut tags[sentence.clone()] {
            let read = kind(*one);
            if let Some((kind, false)) = read
                && last != Some(kind)
            {
                *one = tag(kind, true);
            }
            last = read.map(|(kind, _)| kind);
        }
    }
}

/// A tagged name.
struct Found {
    words: Range<usize>,
    kind: Kind,
}

/// The names of the tags, in the order of the text.
fn names(view: &View, tags: &[NameTag]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for sentence in &view.sentences {
        for at in sentence.clone() {
            match kind(tags[at]) {
                Some((_, false)) if found.last().is_some_and(|name| name.words.end == at) => {
                    if let Some(name) = found.last_mut() {
                        name.words.end = at + 1;
                    }
                }
                Some((kind, _)) => found.push(Found { words: at..at + 1, kind }),
                None => {}
            }
        }
    }
    found
}

/// Gives `words` the tags of one name of `kind`.
fn mark(tags: &mut [NameTag], words: Range<usize>, kind: Kind) {
    for at in words.clone() {
        tags[at] = tag(kind, at == words.start);
    }
}

/// "Name of Several Words (NSW)": the acronym is of the name's kind.
fn acronyms(view: &View, tags: &mut [NameTag]) {
    let forms = &view.forms;
    for name in names(view, tags).iter().filter(|name| name.words.len() > 1 && name.kind != Kind::Person) {
        let at = name.words.end + 1;
        let inside = forms.get(at - 1).is_some_and(|open| *open == "(")
            && forms.get(at).is_some_and(|form| is_acronym(form))
            && forms.get(at + 1).is_some_and(|close| *close == ")");
        if inside {
            mark(tags, at..at + 1, name.kind);
        }
    }
}

/// Two capitals or more, and nothing but capitals, digits and points.
fn is_acronym(form: &str) -> bool {
    form.chars().filter(|letter| letter.is_uppercase()).count() > 1
        && form.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_digit() || letter == '.' || letter == '-')
}

/// How often the text tags what as what.
struct Seen<'a> {
    /// By the words of a name, apart by a space: how often of each kind.
    kinds: HashMap<String, [u32; 4]>,
    /// The words of persons' names of several words.
    parts: HashSet<&'a str>,
    /// The words of the longest name, at most [`LONGEST`].
    longest: usize,
}

impl<'a> Seen<'a> {
    fn of(view: &View<'a>, tags: &[NameTag]) -> Self {
        let mut seen = Self { kinds: HashMap::new(), parts: HashSet::new(), longest: 0 };
        for name in names(view, tags).iter().filter(|name| name.words.len() <= LONGEST) {
            seen.kinds.entry(view.forms[name.words.clone()].join(" ")).or_default()[name.kind as usize] += 1;
            seen.longest = seen.longest.max(name.words.len());
            if name.kind == Kind::Person && name.words.len() > 1 {
                let words = view.forms[name.words.clone()].iter().copied();
                seen.parts.extend(words.filter(|form| form.chars().count() > 2 && opens_capital(form)));
            }
        }
        seen
    }

    /// The kind that `words` have most often, and how often.
    fn most(&self, words: &str) -> Option<(Kind, u32)> {
        let counts = self.kinds.get(words)?;
        KINDS.into_iter().map(|kind| (kind, counts[kind as usize])).rev().max_by_key(|(_, count)| *count)
    }

    /// How often `words` are of `kind`.
    fn count(&self, words: &str, kind: Kind) -> u32 {
        self.kinds.get(words).map_or(0, |counts| counts[kind as usize])
    }
}

fn opens_capital(form: &str) -> bool {
    form.chars().next().is_some_and(char::is_uppercase)
}

/// Persons are persons everywhere: by majority, and by a full name that bears the surname.
fn persons(view: &View, tags: &mut [NameTag], seen: &Seen) {
    for name in names(view, tags).into_iter().filter(|name| name.words.len() <= LONGEST) {
        let words = view.forms[name.words.clone()].join(" ");
        let person = seen.count(&words, Kind::Person);
        let here = seen.count(&words, name.kind);
        let most = seen.most(&words);
        if name.kind != Kind::Person {
            let borne = name.words.len() == 1 && seen.parts.contains(words.as_str()) && person + 1 >= here;
            if person > here || borne {
                mark(tags, name.words, Kind::Person);
            }
        } else if let Some((kind, count)) = most
            && count > person
            && !(name.words.len() == 1 && seen.parts.contains(words.as_str()))
        {
            mark(tags, name.words, kind);
        }
    }
}

/// What is a name in one sentence and was missed in another.
fn recall(view: &View, tags: &mut [NameTag], seen: &Seen) {
    for sentence in &view.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            if let Some((end, kind)) = missed(view, tags, seen, at, sentence) {
                mark(tags, at..end, kind);
                at = end;
            } else {
                at += 1;
            }
        }
    }
}

/// The name that begins at `at` and that the model missed: where it ends, and its kind.
fn missed(view: &View, tags: &[NameTag], seen: &Seen, at: usize, sentence: &Range<usize>) -> Option<(usize, Kind)> {
    if !opens_capital(view.forms[at]) {
        return None;
    }
    let room = tags[at..sentence.end.min(at + seen.longest)].iter().take_while(|tag| **tag == NameTag::Outside).count();
    (1..=room).rev().find_map(|count| {
        let end = at + count;
        let words = view.forms[at..end].join(" ");
        if words.chars().count() < 3 || count == 1 && view.pos[at] != Pos::Propn {
            return None;
        }
        let kind = match seen.most(&words) {
            Some((kind, _)) => kind,
            None if count == 1 && seen.parts.contains(words.as_str()) && lonely(view, tags, at, sentence) => Kind::Person,
            None => return None,
        };
        (kind != Kind::Other).then_some((end, kind))
    })
}

/// Whether no name touches the word at `at`.
fn lonely(view: &View, tags: &[NameTag], at: usize, sentence: &Range<usize>) -> bool {
    let named = |at: usize| tags[at] != NameTag::Outside || view.pos[at] == Pos::Propn;
    !(at > sentence.start && named(at - 1) || at + 1 < sentence.end && named(at + 1))
}

/// Of what a tag is, and whether a name begins with it.
fn kind(tag: NameTag) -> Option<(Kind, bool)> {
    Some(match tag {
        NameTag::Outside => return None,
        NameTag::BeginPerson => (Kind::Person, true),
        NameTag::InPerson => (Kind::Person, false),
        NameTag::BeginPlace => (Kind::Place, true),
        NameTag::InPlace => (Kind::Place, false),
        NameTag::BeginOrganisation => (Kind::Organisation, true),
        NameTag::InOrganisation => (Kind::Organisation, false),
        NameTag::BeginOther => (Kind::Other, true),
        NameTag::InOther => (Kind::Other, false),
    })
}

/// The tag of a word in a name of `kind`.
fn tag(kind: Kind, begins: bool) -> NameTag {
    match (kind, begins) {
        (Kind::Person, true) => NameTag::BeginPerson,
        (Kind::Person, false) => NameTag::InPerson,
        (Kind::Place, true) => NameTag::BeginPlace,
        (Kind::Place, false) => NameTag::InPlace,
        (Kind::Organisation, true) => NameTag::BeginOrganisation,
        (Kind::Organisation, false) => NameTag::InOrganisation,
        (Kind::Other, true) => NameTag::BeginOther,
        (Kind::Other, false) => NameTag::InOther,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Part, Relation, Sentence, Word};
    use paradero_model::Span;

    /// `lines` are sentences of words, each with a tag behind "/" where it has one; a capital makes a proper noun.
    fn check(lines: &str, expected: &str) {
        let mut text = String::new();
        let mut reading = Reading::default();
        for line in lines.lines() {
            let start = reading.words.len();
            for word in line.split_whitespace() {
                let (form, name) = word.split_once('/').unwrap_or((word, "O"));
                let span = Span::new(text.len(), text.len() + form.len());
                text.push_str(form);
                text.push(' ');
                reading.words.push(Word {
                    span,
                    form: None,
                    part: Part::Whole,
                    pos: if opens_capital(form) { Pos::Propn } else { Pos::X },
                    features: "".into(),
                    lemma: "".into(),
                    head: None,
                    relation: Relation::ROOT,
                    name: NameTag::of(name).expect("a tag"),
                });
            }
            let end = reading.words.len();
            let span = Span::new(reading.words[start].span.start(), reading.words[end - 1].span.end());
            reading.sentences.push(Sentence { span, words: start..end, cut: false });
        }
        settle(&text, &mut reading);
        let shown: Vec<String> = reading
            .sentences
            .iter()
            .map(|sentence| {
                let words: Vec<String> = reading.words[sentence.words.clone()]
                    .iter()
                    .map(|word| match word.name {
                        NameTag::Outside => word.form(&text).to_string(),
                        name => format!("{}/{name}", word.form(&text)),
                    })
                    .collect();
                words.join(" ")
            })
            .collect();
        assert_eq!(shown.join("\n"), expected);
    }

    #[test]
    fn an_inside_tag_that_nothing_begins_begins_a_name() {
        check("habló Ana/I-PER Paz/I-PER ayer", "habló Ana/B-PER Paz/I-PER ayer");
        check("Ana/B-PER Lara/I-LOC", "Ana/B-PER Lara/B-LOC");
    }

    #[test]
    fn an_acronym_in_brackets_is_of_the_kind_of_its_name() {
        check(
            "el Foro/B-ORG Obrero/I-ORG ( FO/B-LOC ) calla\nel FO insiste",
            "el Foro/B-ORG Obrero/I-ORG ( FO/B-ORG ) calla\nel FO insiste",
        );
        check(
            "el Foro/B-ORG Obrero/I-ORG ( FOB ) calla\nel FOB insiste",
            "el Foro/B-ORG Obrero/I-ORG ( FOB/B-ORG ) calla\nel FOB/B-ORG insiste",
        );
    }

    #[test]
    fn a_surname_is_the_person_s_whose_full_name_bears_it() {
        check(
            "vino Teresa/B-PER Olmedilla/I-PER\nOlmedilla/B-LOC calló\nantes de Olmedilla nada",
            "vino Teresa/B-PER Olmedilla/I-PER\nOlmedilla/B-PER calló\nantes de Olmedilla/B-PER nada",
        );
    }

    #[test]
    fn a_place_that_the_text_keeps_calling_a_place_stays_one() {
        check(
            "vino Ana/B-PER Lara/I-PER\nen Lara/B-LOC\nde Lara/B-LOC\na Lara/B-LOC",
            "vino Ana/B-PER Lara/I-PER\nen Lara/B-LOC\nde Lara/B-LOC\na Lara/B-LOC",
        );
    }

    #[test]
    fn a_name_missed_once_is_found_again() {
        check("la Voz/B-ORG Clara/I-ORG\nsegún Voz Clara hoy", "la Voz/B-ORG Clara/I-ORG\nsegún Voz/B-ORG Clara/I-ORG hoy");
    }

    #[test]
    fn a_government_and_its_country_may_share_a_name() {
        check("en Brasil/B-LOC\nBrasil/B-LOC\nBrasil/B-ORG pidió", "en Brasil/B-LOC\nBrasil/B-LOC\nBrasil/B-ORG pidió");
    }
}
