//! Those a text speaks of, as far as it has been read: their names, roles, gender, and when they were last spoken of.

use super::mentions::{Kind, Raw};
use crate::names::lists;
use crate::{Analysis, Gender, NameKind};
use paradero_model::Span;

/// How many of those spoken of last a pronoun is weighed against.
const WEIGHED: usize = 80;

/// Somebody, or a group.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    /// The fullest name.
    pub(super) name: Option<Span>,
    /// The parts of that name, folded.
    parts: Vec<String>,
    pub(super) gender: Option<Gender>,
    pub(super) plural: bool,
    /// Role words said of them.
    pub(super) roles: Vec<String>,
    /// How many mentions so far.
    pub(super) count: usize,
    /// The sentence of the last mention; `None` before the first.
    pub(super) last: Option<usize>,
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

/// Everybody met so far; those with names are there from the start, unmet.
pub(super) struct People {
    pub(super) list: Vec<Person>,
    /// The one whom the text is mostly about, once known.
    pub(super) lead: Option<usize>,
    /// Those spoken of last, the newest behind: enough for any paragraph, and a bound on the time.
    pub(super) recent: std::collections::VecDeque<usize>,
    /// For each name of the analysis, its person.
    owner: Vec<Option<usize>>,
}

impl People {
    /// The persons whom the text names, one for all writings of a name.
    pub(super) fn named(body: &str, found: &Analysis) -> Self {
        let mut people = Self {
            list: Vec::new(),
            lead: None,
            recent: std::collections::VecDeque::new(),
            owner: vec![None; found.names.len()],
        };
        let parts: Vec<Vec<String>> = found.names.iter().map(|name| parts(name.span.of(body).unwrap_or(""))).collect();
        let mut order: Vec<usize> =
            (0..found.names.len()).filter(|&at| found.names[at].kind == NameKind::Person && !parts[at].is_empty()).collect();
        // The fullest names first, so that "Ruiz" and "Ana Ruiz" find "Ana Lucía Ruiz Paz".
        order.sort_by_key(|&at| (std::cmp::Reverse(parts[at].len()), at));
        let mut index: std::collections::HashMap<String, Vec<usize>> = std::collections::HashMap::new();
        for at in order {
            let gender = gender(body, found, at, &parts[at]);
            let mut fits: Vec<usize> = Vec::new();
            for part in &parts[at] {
                for &person in index.get(part).map_or(&[][..], Vec::as_slice).iter().rev().take(200) {
                    let known = &people.list[person];
                    let same = !fits.contains(&person)
                        && part_of(&parts[at], &known.parts)
                        && (gender.is_none() || known.gender.is_none() || gender == known.gender);
                    if same && fits.len() < 20 {
                        fits.push(person);
                    }
                }
            }
            let person = match fits.as_slice() {
                [] => {
                    people.list.push(Person { name: Some(found.names[at].span), parts: parts[at].clone(), ..Person::default() });
                    people.list.len() - 1
                }
                [one] => *one,
                several => nearest(found, &people, several, at),
            };
            for part in parts[at].iter().filter(|_| fits.is_empty()) {
                index.entry(part.clone()).or_default().push(person);
            }
            people.owner[at] = Some(person);
            let known = &mut people.list[person];
            known.names += 1;
            known.gender = known.gender.or(gender);
            known.roles.extend(roles(body, found, at));
            let sentence = found.sentence_at(found.names[at].span.start());
            known.named_in = known.named_in.min(sentence).or(sentence).or(known.named_in);
        }
        people
    }

    /// The same, with the one whom the text is mostly about.
    pub(super) fn led_by(mut self, lead: Option<usize>) -> Self {
        self.lead = lead;
        self
    }

    /// The one spoken of most often, if it is somebody with a name who stands out.
    pub(super) fn lead(&self) -> Option<usize> {
        let mut order: Vec<usize> =
            (0..self.list.len()).filter(|&at| self.list[at].name.is_some() && self.list[at].count > 0).collect();
        order.sort_by_key(|&at| (std::cmp::Reverse(self.list[at].count), self.list[at].named_in));
        match order[..] {
            [one] => Some(one),
            [one, second, ..] if self.list[one].count >= 3 && self.list[one].count > self.list[second].count => Some(one),
            _ => None,
        }
    }

    /// The person of a name.
    pub(super) fn of_name(&self, name: usize) -> Option<usize> {
        self.owner.get(name).copied().flatten()
    }

    /// Somebody new, described and not named.
    pub(super) fn meet(&mut self, plural: bool, gender: Option<Gender>, role: &str) -> usize {
        self.list.push(Person { plural, gender, roles: vec![role.to_owned()], ..Person::default() });
        self.list.len() - 1
    }

    /// Keeps in mind that `mention` spoke of `person`.
    pub(super) fn saw(&mut self, person: usize, mention: &Raw) {
        self.recent.retain(|&other| other != person);
        self.recent.push_back(person);
        if self.recent.len() > WEIGHED {
            self.recent.pop_front();
        }
        let known = &mut self.list[person];
        known.count += 1;
        known.last = Some(mention.sentence);
        known.until = mention.span.end();
        known.subject = mention.subject || mention.kind == Kind::Possessive && known.subject && known.clause == mention.clause;
        if mention.subject {
            known.led = Some((mention.sentence, mention.span.start()));
        }
        known.clause = mention.clause;
        known.gender = known.gender.or(mention.gender.filter(|_| !known.plural));
        if let Kind::Description(_, role) = &mention.kind
            && !known.roles.contains(role)
            && known.roles.len() < 12
        {
            known.roles.push(role.clone());
        }
    }
}

/// Of several whom a bare surname fits: whoever was named in full last before it, else the first of the text.
fn nearest(found: &Analysis, people: &People, several: &[usize], at: usize) -> usize {
    let here = found.names[at].span.start();
    let before = (0..at).rev().take(60).find_map(|name| {
        let person = people.owner[name].filter(|person| several.contains(person))?;
        let close =
            found.sentence_at(found.names[name].span.start()).zip(found.sentence_at(here)).is_some_and(|(a, b)| b <= a + 1);
        close.then_some(person)
    });
    before.unwrap_or_else(|| {
        several
            .iter()
            .copied()
            .min_by_key(|&person| people.list[person].name.map_or(usize::MAX, Span::start))
            .unwrap_or(several[0])
    })
}

/// Lower-cased, without accents and marks.
pub(super) fn fold(word: &str) -> String {
    word.to_lowercase()
        .chars()
        .filter_map(|c| match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' => Some('a'),
            'é' | 'è' | 'ê' | 'ë' => Some('e'),
            'í' | 'ì' | 'î' | 'ï' => Some('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => Some('o'),
            'ú' | 'ù' | 'û' | 'ü' => Some('u'),
            'ñ' => Some('n'),
            'ç' => Some('c'),
            '.' | '“' | '”' | '"' | '«' | '»' | '\u{301}' | '\u{303}' => None,
            c => Some(c),
        })
        .collect()
}

fn parts(name: &str) -> Vec<String> {
    name.split_whitespace()
        .map(fold)
        .filter(|part| {
            !part.is_empty()
                && !matches!(
                    part.as_str(),
                    "de" | "del" | "la" | "las" | "los" | "y" | "van" | "von" | "al" | "el" | "jr" | "bin"
                )
        })
        .collect()
}

/// Whether a shorter writing can be of the fuller name: its parts in order, an initial for a part; the first name only where the other has it.
fn part_of(short: &[String], full: &[String]) -> bool {
    if short.len() > full.len() || short.is_empty() {
        return false;
    }
    let mut from = 0;
    let mut whole = false;
    for part in short {
        let initial = part.chars().count() == 1;
        let Some(at) = full[from..].iter().position(|other| {
            other == part
                || initial && other.starts_with(part.as_str())
                || other.chars().count() == 1 && part.starts_with(other.as_str())
        }) else {
            return false;
        };
        whole |= !initial && full[from + at] == *part;
        from += at + 1;
    }
    whole
}

/// The gender a name says: by its title, then by the given name.
fn gender(body: &str, found: &Analysis, at: usize, parts: &[String]) -> Option<Gender> {
    let name = &found.names[at];
    let roles = lists::roles();
    for word in name.title.and_then(|title| title.of(body)).unwrap_or("").split(|c: char| c.is_whitespace() || c == ',') {
        let word = word.to_lowercase();
        let male = roles.any(&["honorific m", "kin m", "person m"], &word);
        let female = roles.any(&["honorific f", "kin f", "person f", "office f"], &word);
        if male != female {
            return Some(if male { Gender::Masculine } else { Gender::Feminine });
        }
    }
    let first = name.span.of(body)?.split_whitespace().next()?.to_lowercase();
    let given = lists::given();
    match (given.has("m", &first), given.has("f", &first)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ if parts.len() > 1 && given.any(&["m", "f"], &first) => None,
        _ => None,
    }
}

/// The role words of a name's title.
fn roles(body: &str, found: &Analysis, at: usize) -> Vec<String> {
    let title = found.names[at].title.and_then(|title| title.of(body)).unwrap_or("");
    title.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| word.len() > 3).map(str::to_lowercase).collect()
}
