//! What a terminal may show: foreign words go through the publisher's veil before they are printed, protected ones withheld.

use super::clean;
use crate::words::say;
use paradero_case::{People, Record};
use paradero_model::{Claim, Lang, Property, Statement};
use paradero_publish::{
    Policy, TOKEN, Veil,
    terms::{Phrase, Term as _},
};

/// Shows foreign words in one language under one policy.
pub struct Showing {
    veil: Veil,
    policy: Policy,
    lang: Lang,
}

impl Showing {
    /// For everything that is shown of a record. `policy` should be [`Showing::policy`]'s, which knows what the record holds.
    #[must_use]
    pub fn new(policy: &Policy, lang: Lang) -> Self {
        Self { veil: Veil::of_policy(policy), policy: policy.clone(), lang }
    }

    /// For the statements of one text that is in no record: their protected values, and the names of those they call under age.
    #[must_use]
    pub fn of_statements(statements: &[Statement], lang: Lang) -> Self {
        let policy = Policy::default();
        let withheld: Vec<_> = statements.iter().filter_map(protected).collect();
        Self { veil: Veil::new(&policy, withheld, []), policy, lang }
    }

    /// The policy that withholds what is protected of everybody in the record, but for what `shown` asks for by name.
    #[must_use]
    pub fn policy(record: &Record, people: &People, shown: &[String]) -> Policy {
        let asked = shown.iter().fold(Policy::default(), |policy, name| match Property::of_name(name) {
            Some(property) => policy.showing(property),
            None if name == paradero_publish::MINORS => policy.showing_minors(),
            None => policy,
        });
        asked.guarding(record, people)
    }

    /// Foreign words, safe to print and with what is protected withheld.
    #[must_use]
    pub fn show(&self, text: &str) -> String {
        clean(&self.veil.mask(text).as_str().replace(TOKEN, &self.token()))
    }

    /// Where foreign words hold something withheld: ranges of bytes.
    #[must_use]
    pub fn withheld(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        self.veil.spans(text)
    }

    /// The same, in quotation marks.
    #[must_use]
    pub fn quote(&self, text: &str) -> String {
        let shown = self.show(text);
        match self.lang {
            Lang::En => format!("“{shown}”"),
            Lang::Es => format!("«{shown}»"),
        }
    }

    /// Several values, side by side.
    #[must_use]
    pub fn list(&self, values: &[String]) -> String {
        values.iter().map(|value| self.show(value)).collect::<Vec<_>>().join(" / ")
    }

    /// A value of a property.
    #[must_use]
    pub fn value(&self, property: Property, value: &str) -> String {
        if self.policy.shows(property) { self.show(value) } else { self.token() }
    }

    /// A person's name: a minor's is withheld.
    #[must_use]
    pub fn name(&self, name: &str, minor: bool) -> String {
        if self.hides(minor) { format!("{} {}", say(self.lang, "minor", &[]), self.token()) } else { clean(name) }
    }

    /// Whether a person's very identity is withheld.
    #[must_use]
    pub fn hides(&self, minor: bool) -> bool {
        minor && !self.policy.shows_minors()
    }

    /// What stands where something is withheld.
    #[must_use]
    pub fn token(&self) -> String {
        format!("‹{}›", Phrase::Withheld.say(self.lang))
    }
}

/// What a statement says that is protected: a value with its property, or the name of somebody under eighteen.
fn protected(statement: &Statement) -> Option<(Option<Property>, &str)> {
    let Claim::Attribute(attribute) = statement.claim() else { return None };
    let years = || attribute.value.split(|c: char| !c.is_ascii_digit()).find_map(|digits| digits.parse::<u32>().ok());
    match attribute.property {
        property if property.sensitive() => Some((Some(property), attribute.value.as_str())),
        Property::Age if years().is_some_and(|years| years < 18) => Some((None, attribute.person.as_str())),
        _ => None,
    }
}
