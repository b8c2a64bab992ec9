//! What the record knows of a mention that can speak for or against its being another one.

use crate::{
    Record,
    dates::{self, Days},
    fold,
    mentions::{Seen, relative},
    minor,
    names::PersonName,
    past_age::past_age,
};
use paradero_model::{Act, ActCode, Attribute, Claim, Modality, Property, TextId};
use std::collections::BTreeSet;

/// A value in a form that can be compared, and as worded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fact<T> {
    pub(crate) key: T,
    pub(crate) raw: String,
}

/// One thing that happened, with its days and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Happened {
    pub(crate) code: ActCode,
    pub(crate) days: Days,
    pub(crate) place: Option<String>,
    pub(crate) when: String,
}

/// Everything comparable of one mention, or of several that are held to be one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) names: Vec<PersonName>,
    pub(crate) texts: BTreeSet<TextId>,
    pub(crate) births: Vec<(Days, String)>,
    /// First and last year of birth that an age, told in a report of known date, allows.
    pub(crate) ages: Vec<((i64, i64), String)>,
    pub(crate) sexes: Vec<Fact<char>>,
    pub(crate) nationalities: Vec<Fact<String>>,
    pub(crate) ids: Vec<Fact<String>>,
    pub(crate) parents: Vec<(bool, Fact<PersonName>)>,
    pub(crate) spouses: Vec<Fact<PersonName>>,
    pub(crate) relatives: Vec<Fact<PersonName>>,
    pub(crate) homes: Vec<Fact<String>>,
    pub(crate) occupations: Vec<Fact<String>>,
    pub(crate) lawyers: Vec<Fact<PersonName>>,
    pub(crate) roles: Vec<Fact<String>>,
    pub(crate) aliases: Vec<Fact<String>>,
    pub(crate) acts: Vec<Happened>,
    pub(crate) minor: bool,
}

impl Facts {
    /// The facts of one mention: what its text states or alleges of it. What is denied or only possible is no fact here.
    pub(crate) fn of(record: &Record, seen: &Seen) -> Self {
        let text = seen.mention.text;
        let published = record.text(text).and_then(|text| text.about.published.clone());
        let published = Days::of(published.as_ref());
        let mut facts = Self { names: vec![seen.name.clone()], texts: BTreeSet::from([text]), ..Self::default() };
        for drafted in record.statements_of(text) {
            match drafted.statement.claim() {
                Claim::Attribute(attribute) if seen.forms.contains(&attribute.person) && certain(attribute.modality) => {
                    let named = |name: &str| seen.forms.contains(name);
                    facts.minor |= minor::says_so(record, &drafted.statement, named);
                    // The age of another time says nothing of the year of birth.
                    if attribute.property != Property::Age || !past_age(record, &drafted.statement, named) {
                        facts.attribute(attribute, published);
                    }
                }
                Claim::Act(act)
                    if !act.group && certain(act.modality) && act.whom.iter().any(|whom| seen.forms.contains(whom)) =>
                {
                    facts.act(act);
                }
                _ => {}
            }
        }
        facts
    }

    /// Takes in the facts of another mention.
    pub(crate) fn add(&mut self, other: &Self) {
        self.names.extend(other.names.iter().cloned());
        self.texts.extend(&other.texts);
        self.births.extend(other.births.iter().cloned());
        self.ages.extend(other.ages.iter().cloned());
        self.sexes.extend(other.sexes.iter().cloned());
        self.nationalities.extend(other.nationalities.iter().cloned());
        self.ids.extend(other.ids.iter().cloned());
        self.parents.extend(other.parents.iter().cloned());
        self.spouses.extend(other.spouses.iter().cloned());
        self.relatives.extend(other.relatives.iter().cloned());
        self.homes.extend(other.homes.iter().cloned());
        self.occupations.extend(other.occupations.iter().cloned());
        self.lawyers.extend(other.lawyers.iter().cloned());
        self.roles.extend(other.roles.iter().cloned());
        self.aliases.extend(other.aliases.iter().cloned());
        self.acts.extend(other.acts.iter().cloned());
        self.minor |= other.minor;
    }

    fn attribute(&mut self, attribute: &Attribute, published: Days) {
        let raw = attribute.value.clone();
        let folded = Fact { key: fold(&raw), raw: raw.clone() };
        match attribute.property {
            Property::BirthDate => self.births.extend(dates::birth(&raw).map(|days| (days, raw))),
            Property::Age => {
                if let (Some(age), Some(first), Some(last)) = (years(&raw), published.earliest, published.latest) {
                    self.ages.push(((first.year - age - 1, last.year - age), raw));
                }
            }
            Property::Sex => self.sexes.extend(sex(&folded.key).map(|key| Fact { key, raw })),
            Property::Nationality => self.nationalities.push(Fact { key: nation(&folded.key), raw }),
            Property::IdNumber => {
                let key: String = raw.chars().filter(char::is_ascii_digit).collect();
                if key.len() >= 5 {
                    self.ids.push(Fact { key, raw });
                }
            }
            Property::Family => self.family(&raw),
            Property::Home | Property::BirthPlace => self.homes.push(folded),
            Property::Occupation => self.occupations.push(folded),
            Property::Lawyer => self.lawyers.push(Fact { key: PersonName::read(&raw), raw }),
            Property::Role => self.roles.push(folded),
            Property::Alias => self.aliases.push(folded),
            _ => {}
        }
    }

    fn family(&mut self, raw: &str) {
        let (relation, name) = relative(raw);
        let fact = Fact { key: PersonName::read(name), raw: raw.to_owned() };
        if !fact.key.personal() {
            return;
        }
        match fold(relation).as_str() {
            "mother" | "madre" => self.parents.push((true, fact.clone())),
            "father" | "padre" => self.parents.push((false, fact.clone())),
            "wife" | "husband" | "spouse" | "partner" | "esposa" | "esposo" | "pareja" => self.spouses.push(fact.clone()),
            _ => {}
        }
        self.relatives.push(fact);
    }

    fn act(&mut self, act: &Act) {
        self.acts.push(Happened {
            code: act.code,
            days: Days::of(act.when.as_ref()),
            place: act.place.clone(),
            when: act.when.as_ref().map(ToString::to_string).unwrap_or_default(),
        });
    }
}

fn certain(modality: Modality) -> bool {
    matches!(modality, Modality::Stated | Modality::Alleged)
}

/// The first number of a worded age, where it can be years.
pub(crate) fn years(value: &str) -> Option<i64> {
    let number: String = value.chars().skip_while(|letter| !letter.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    number.parse().ok().filter(|age| (0..=120).contains(age))
}

/// `f` or `m` of a worded sex.
pub(crate) fn sex(folded: &str) -> Option<char> {
    folded.split(' ').find_map(|word| match word {
        "f" | "female" | "woman" | "girl" | "femenino" | "femenina" | "mujer" | "nina" => Some('f'),
        "m" | "male" | "man" | "boy" | "masculino" | "hombre" | "varon" | "nino" => Some('m'),
        _ => None,
    })
}

/// Country and demonym in both languages begin alike: their first four letters, articles left out, are the key.
pub(crate) fn nation(folded: &str) -> String {
    let folded = folded.strip_prefix("el ").or_else(|| folded.strip_prefix("the ")).unwrap_or(folded);
    match folded.get(..4).unwrap_or(folded) {
        "espa" => "span".to_owned(),
        "esta" | "unit" | "amer" | "u s" | "us" | "eeuu" | "ee u" => "unit".to_owned(),
        "turc" => "turk".to_owned(),
        "braz" => "bras".to_owned(),
        "span" => "span".to_owned(),
        "fran" | "fren" => "fran".to_owned(),
        "alem" => "germ".to_owned(),
        "hait" | "aiti" => "hait".to_owned(),
        other => other.to_owned(),
    }
}
