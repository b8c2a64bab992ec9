//! Those a text speaks of, as far as it has been read: their names, roles, gender, and when they were last spoken of.

use super::mentions::{Kind, Mention, Sex};
use super::namesakes::{Writing, part_of, parts};
use crate::names::lists;
use crate::{Analysis, NameKind};
use paradero_model::Span;
use std::collections::{HashMap, VecDeque};

/// How many of those spoken of last a description is weighed against.
const WEIGHED: usize = 80;

/// What sort of thing is spoken of, as far as its mentions say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Being {
    #[default]
    Unknown,
    Person,
    Group,
    Place,
    Thing,
}

/// Somebody, a group, or something.
#[derive(Clone, Debug, Default)]
pub(super) struct Entity {
    pub(super) being: Being,
    /// The fullest name.
    pub(super) name: Option<Span>,
    /// The parts of that name, folded.
    parts: Vec<String>,
    pub(super) sex: Option<Sex>,
    pub(super) plural: bool,
    /// Role words said of them.
    pub(super) roles: Vec<String>,
    /// How many mentions so far, and how many of them say "I", "you", "he" and the like.
    pub(super) count: usize,
    pub(super) said: [usize; 4],
    /// The sentence of the last mention; `None` before the first.
    pub(super) last: Option<usize>,
    /// The last mention, an index of all.
    pub(super) latest: usize,
    /// The sentence of the first mention.
    pub(super) since: usize,
    /// Where the last mention ends.
    pub(super) until: usize,
    /// The sentence in which they last were a subject, and where.
    pub(super) led: Option<(usize, usize)>,
    /// Whether the last mention was a subject.
    pub(super) subject: bool,
    /// The clause of the last mention.
    pub(super) clause: Option<usize>,
    /// The sentence of the first mention by name.
    pub(super) named_in: Option<usize>,
    /// How often the text names them, over all of it.
    pub(super) names: usize,
}

impl Entity {
    /// Whether it may be one person: not a place, an organisation or a thing, and not several.
    pub(super) fn is_person(&self) -> bool {
        matches!(self.being, Being::Person | Being::Unknown) && !self.plural
    }
}

/// All met so far; those with names are there from the start, unmet.
pub(super) struct Entities {
    pub(super) list: Vec<Entity>,
    /// The one whom the text is mostly about, once known.
    pub(super) lead: Option<usize>,
    /// The persons and groups spoken of last, the newest behind: enough for any paragraph, and a bound on the time.
    pub(super) recent: VecDeque<usize>,
    /// For each name of the analysis, what it names.
    owner: Vec<Option<usize>>,
}

impl Entities {
    /// What the text names, one for all writings of a name.
    pub(super) fn named(body: &str, found: &Analysis) -> Self {
        let mut known = Self { list: Vec::new(), lead: None, recent: VecDeque::new(), owner: vec![None; found.names.len()] };
        known.name_persons(body, found);
        known.name_others(body, found);
        known
    }

    fn name_persons(&mut self, body: &str, found: &Analysis) {
        let parts: Vec<Vec<String>> = found.names.iter().map(|name| parts(name.span.of(body).unwrap_or(""))).collect();
        // The fullest writing of each name first; then each shorter one goes to the one it fits.
        let mut order: Vec<usize> =
            (0..found.names.len()).filter(|&at| found.names[at].kind == NameKind::Person && !parts[at].is_empty()).collect();
        order.sort_by_key(|&at| (std::cmp::Reverse(parts[at].len()), at));
        let mut index: HashMap<String, Vec<usize>> = HashMap::new();
        for at in order {
            let sex = sex(body, found, at);
            let mut fits: Vec<usize> = Vec::new();
            for part in &parts[at] {
                for &person in index.get(part).map_or(&[][..], Vec::as_slice).iter().rev().take(200) {
                    let known = &self.list[person];
                    let same = !fits.contains(&person)
                        && part_of(&parts[at], &known.parts)
                        && (sex.is_none() || known.sex.is_none() || sex == known.sex);
                    if same && fits.len() < 20 {
                        fits.push(person);
                    }
                }
            }
            let person = match fits.as_slice() {
                [] => self.name(Being::Person, found.names[at].span, parts[at].clone()),
                [one] => *one,
                several => nearest(found, self, several, at),
            };
            for part in parts[at].iter().filter(|_| fits.is_empty()) {
                index.entry(part.clone()).or_default().push(person);
            }
            self.note(found, at, person);
            let known = &mut self.list[person];
            known.sex = known.sex.or(sex);
            known.roles.extend(roles(body, found, at));
        }
    }

    /// Organisations, places and the rest: one where the writing is the same but for an article, or is its acronym.
    fn name_others(&mut self, body: &str, found: &Analysis) {
        let mut index: HashMap<String, usize> = HashMap::new();
        for (at, name) in found.names.iter().enumerate().filter(|(_, name)| name.kind != NameKind::Person) {
            let Some(writing) = name.span.of(body).map(Writing::of).filter(|writing| !writing.key.is_empty()) else { continue };
            let known = index.get(&writing.key).or_else(|| writing.acronym.as_ref().and_then(|acronym| index.get(acronym)));
            let entity = known.copied().unwrap_or_else(|| {
                let being = match name.kind {
                    NameKind::Organisation => Being::Group,
                    NameKind::Place => Being::Place,
                    _ => Being::Thing,
                };
                self.name(being, name.span, Vec::new())
            });
            index.entry(writing.key).or_insert(entity);
            if let Some(acronym) = writing.acronym {
                index.entry(acronym).or_insert(entity);
            }
            self.note(found, at, entity);
        }
    }

    fn name(&mut self, being: Being, name: Span, parts: Vec<String>) -> usize {
        self.list.push(Entity { being, name: Some(name), parts, ..Entity::default() });
        self.list.len() - 1
    }

    fn note(&mut self, found: &Analysis, at: usize, entity: usize) {
        self.owner[at] = Some(entity);
        let known = &mut self.list[entity];
        known.names += 1;
        let sentence = found.sentence_at(found.names[at].span.start());
        known.named_in = known.named_in.min(sentence).or(sentence).or(known.named_in);
    }

    /// The same, with the one whom the text is mostly about.
    pub(super) fn led_by(mut self, lead: Option<usize>) -> Self {
        self.lead = lead;
        self
    }

    /// The one spoken of most often, if it is somebody with a name who stands out.
    pub(super) fn lead(&self) -> Option<usize> {
        let named =
            |at: &usize| self.list[*at].being == Being::Person && self.list[*at].name.is_some() && self.list[*at].count > 0;
        let mut order: Vec<usize> = (0..self.list.len()).filter(named).collect();
        order.sort_by_key(|&at| (std::cmp::Reverse(self.list[at].count), self.list[at].named_in));
        match order[..] {
            [one] => Some(one),
            [one, second, ..] if self.list[one].count >= 3 && self.list[one].count > self.list[second].count => Some(one),
            _ => None,
        }
    }

    /// What a name names.
    pub(super) fn of_name(&self, name: usize) -> Option<usize> {
        self.owner.get(name).copied().flatten()
    }

    /// Somebody or something new, without a name.
    pub(super) fn meet(&mut self, mention: &Mention) -> usize {
        let being = match (&mention.kind, mention.person, mention.gender) {
            (Kind::Description(..), _, _) => Being::Person,
            (Kind::Pronoun | Kind::Possessive | Kind::Empty, 1 | 2, _) => Being::Person,
            (Kind::Pronoun | Kind::Possessive, _, Some(Sex::Masculine | Sex::Feminine)) => Being::Person,
            (_, _, Some(Sex::Neuter)) => Being::Thing,
            _ => Being::Unknown,
        };
        let roles = if let Kind::Description(_, role) = &mention.kind { vec![role.clone()] } else { Vec::new() };
        let plural = mention.plural.unwrap_or(false);
        let sex = mention.gender;
        self.list.push(Entity { being, plural, sex, roles, ..Entity::default() });
        self.list.len() - 1
    }

    /// Keeps in mind that `mention`, the `at`-th, spoke of `entity`.
    pub(super) fn saw(&mut self, entity: usize, at: usize, mention: &Mention) {
        let known = &mut self.list[entity];
        if known.count == 0 {
            known.since = mention.sentence;
        }
        known.count += 1;
        if mention.takes_up() {
            known.said[usize::from(mention.person.min(3))] += 1;
        }
        known.last = Some(mention.sentence);
        known.latest = at;
        known.until = mention.span.end();
        known.subject = mention.subject || mention.kind == Kind::Possessive && known.subject && known.clause == mention.clause();
        if mention.subject {
            known.led = Some((mention.sentence, mention.span.start()));
        }
        known.clause = mention.clause();
        known.sex = known.sex.or(mention.gender.filter(|_| !known.plural));
        if mention.takes_up() && matches!(mention.gender, Some(Sex::Masculine | Sex::Feminine)) && known.being == Being::Unknown {
            known.being = Being::Person;
        }
        if let Kind::Description(_, role) = &mention.kind
            && !known.roles.contains(role)
            && known.roles.len() < 12
        {
            known.roles.push(role.clone());
        }
        let person = known.being == Being::Person;
        if person {
            self.recent.retain(|&other| other != entity);
            self.recent.push_back(entity);
            if self.recent.len() > WEIGHED {
                self.recent.pop_front();
            }
        }
    }
}

/// Of several whom a bare surname fits: whoever was named in full last before it, else the first of the text.
fn nearest(found: &Analysis, known: &Entities, several: &[usize], at: usize) -> usize {
    let here = found.names[at].span.start();
    let before = (0..at).rev().take(60).find_map(|name| {
        let person = known.owner[name].filter(|person| several.contains(person))?;
        let close =
            found.sentence_at(found.names[name].span.start()).zip(found.sentence_at(here)).is_some_and(|(a, b)| b <= a + 1);
        close.then_some(person)
    });
    before.unwrap_or_else(|| {
        several
            .iter()
            .copied()
            .min_by_key(|&person| known.list[person].name.map_or(usize::MAX, Span::start))
            .unwrap_or(several[0])
    })
}

/// The gender a name says: by its title, then by the given name.
fn sex(body: &str, found: &Analysis, at: usize) -> Option<Sex> {
    let name = &found.names[at];
    let roles = lists::roles();
    for word in name.title.and_then(|title| title.of(body)).unwrap_or("").split(|c: char| c.is_whitespace() || c == ',') {
        let word = word.to_lowercase();
        let male = roles.any(&["honorific m", "kin m", "person m"], &word);
        let female = roles.any(&["honorific f", "kin f", "person f", "office f"], &word);
        if male != female {
            return Some(if male { Sex::Masculine } else { Sex::Feminine });
        }
    }
    let first = name.span.of(body)?.split_whitespace().next()?.to_lowercase();
    let given = lists::given();
    match (given.has("m", &first), given.has("f", &first)) {
        (true, false) => Some(Sex::Masculine),
        (false, true) => Some(Sex::Feminine),
        _ => None,
    }
}

/// The role words of a name's title.
fn roles(body: &str, found: &Analysis, at: usize) -> Vec<String> {
    let title = found.names[at].title.and_then(|title| title.of(body)).unwrap_or("");
    title.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| word.len() > 3).map(str::to_lowercase).collect()
}
