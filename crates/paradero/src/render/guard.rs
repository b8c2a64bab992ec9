//! What a terminal may show: foreign words go through the publisher's veil before they are printed, protected ones withheld.

use super::clean;
use crate::words::say;
use paradero_case::{CaseFile, People, Record};
use paradero_model::{Claim, Lang, Property, Statement};
use paradero_publish::{
    Policy, TOKEN, Veil,
    terms::{Phrase, Term as _},
};

/// Shows foreign words in one language under one policy.
pub struct Guard {
    veil: Veil,
    policy: Policy,
    lang: Lang,
    minor: bool,
}

impl Guard {
    /// For a case file. `policy` should guard what the record holds of everybody else.
    #[must_use]
    pub fn of_case(file: &CaseFile, policy: &Policy, lang: Lang) -> Self {
        let names = std::iter::once(&file.head.name).chain(&file.head.other_names).map(String::as_str);
        let withheld = file.cited.values().filter_map(|cited| protected(&cited.statement));
        let minor = file.head.minor.is_some() && !policy.shows_minors();
        Self { veil: Veil::new(policy, withheld, names), policy: policy.clone(), lang, minor }
    }

    /// For the statements of one text.
    #[must_use]
    pub fn of_statements(statements: &[Statement], lang: Lang) -> Self {
        let policy = Policy::default();
        let withheld: Vec<_> = statements.iter().filter_map(protected).collect();
        Self { veil: Veil::new(&policy, withheld, []), policy, lang, minor: false }
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

    /// A person's name, unless the person was a minor.
    #[must_use]
    pub fn name(&self, name: &str) -> String {
        if self.minor { format!("{} {}", say(self.lang, "minor", &[]), self.token()) } else { clean(name) }
    }

    /// Whether the person's very identity is withheld.
    #[must_use]
    pub fn hides_person(&self) -> bool {
        self.minor
    }

    fn token(&self) -> String {
        format!("‹{}›", Phrase::Withheld.say(self.lang))
    }
}

/// The protected value of a statement, where it has one.
fn protected(statement: &Statement) -> Option<(Option<Property>, &str)> {
    match statement.claim() {
        Claim::Attribute(attribute) if attribute.property.sensitive() => {
            Some((Some(attribute.property), attribute.value.as_str()))
        }
        _ => None,
    }
}
