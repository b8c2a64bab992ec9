//! What a release may hold: everything protected stays in unless it is asked for by name.

use paradero_case::{People, PersonId, Record};
use paradero_model::{Claim, Property};
use std::collections::BTreeSet;

/// What may go out. The default lets nothing protected out: no orientation, religion, politics, health or document number, and no
/// case file of a minor.
///
/// [`Policy::guarding`] adds what is protected of **other** persons of the record, whose words a case file may quote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    shown: BTreeSet<Property>,
    minors: bool,
    guarded: BTreeSet<(Property, String)>,
    minors_named: BTreeSet<(PersonId, String)>,
    names: BTreeSet<String>,
}

impl Policy {
    /// Lets one protected property out.
    #[must_use]
    pub fn showing(mut self, property: Property) -> Self {
        self.shown.insert(property);
        self
    }

    /// Lets minors be named.
    #[must_use]
    pub fn showing_minors(mut self) -> Self {
        self.minors = true;
        self
    }

    /// Everything: for the page on the user's own machine when they ask to see it, never for what leaves it.
    #[must_use]
    pub fn everything() -> Self {
        Property::ALL
            .iter()
            .filter(|property| property.sensitive())
            .fold(Self::default(), |policy, &one| policy.showing(one))
            .showing_minors()
    }

    /// Withholds as well what the record holds of everybody else: protected values, and the names of minors.
    #[must_use]
    pub fn guarding(mut self, record: &Record, people: &People) -> Self {
        for drafted in record.statements() {
            if let Claim::Attribute(attribute) = drafted.statement.claim()
                && attribute.property.sensitive()
            {
                self.guarded.insert((attribute.property, attribute.value.clone()));
            }
        }
        for person in &people.persons {
            let names = std::iter::once(&person.name).chain(person.mentions.iter().map(|mention| &mention.name));
            if person.minor.is_some() {
                self.minors_named.extend(names.chain(&person.other_names).map(|name| (person.id, name.clone())));
            } else {
                self.names.extend(names.cloned());
            }
        }
        self
    }

    /// Whether statements of this property may go out.
    #[must_use]
    pub fn shows(&self, property: Property) -> bool {
        !property.sensitive() || self.shown.contains(&property)
    }

    /// Whether minors may be named.
    #[must_use]
    pub fn shows_minors(&self) -> bool {
        self.minors
    }

    /// What was let out although it is protected, by fixed name, for the ledger.
    #[must_use]
    pub fn exceptions(&self) -> Vec<String> {
        let minors = self.minors.then(|| MINORS.to_owned());
        self.shown.iter().map(|property| property.name().to_owned()).chain(minors).collect()
    }

    /// What the policy withholds, by fixed name: the same for every case file, whatever it holds.
    #[must_use]
    pub fn withheld(&self) -> Vec<&'static str> {
        let minors = (!self.minors).then_some(MINORS);
        self.withheld_properties().map(Property::name).chain(minors).collect()
    }

    /// The properties that the policy withholds.
    pub(crate) fn withheld_properties(&self) -> impl Iterator<Item = Property> {
        Property::ALL.iter().copied().filter(|property| !self.shows(*property))
    }

    /// The values to mask that [`Policy::guarding`] found, of properties that are withheld.
    pub(crate) fn guarded(&self) -> impl Iterator<Item = (Option<Property>, &str)> {
        let withheld = self.guarded.iter().filter(|(property, _)| !self.shows(*property));
        withheld.map(|(property, value)| (Some(*property), value.as_str()))
    }

    /// Names that nothing protects: their words are not masked one by one.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The names of all minors, unless they may be named.
    pub(crate) fn minors_named(&self) -> impl Iterator<Item = &str> {
        self.minors_named.iter().filter(|_| !self.minors).map(|(_, name)| name.as_str())
    }

    /// The names of minors other than `person`.
    pub(crate) fn minors_beside(&self, person: PersonId) -> impl Iterator<Item = &str> {
        self.minors_named.iter().filter(move |(id, _)| !self.minors && *id != person).map(|(_, name)| name.as_str())
    }
}

/// The fixed name of minors in [`Policy::withheld`] and [`Policy::exceptions`].
pub const MINORS: &str = "minors";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_protected_goes_out_unless_it_is_asked_for_by_name() {
        let policy = Policy::default();
        assert_eq!(policy.withheld(), ["orientation", "religion", "politics", "health", "id_number", "minors"]);
        assert!(policy.exceptions().is_empty());
        let policy = policy.showing(Property::Religion);
        assert!(policy.shows(Property::Religion) && !policy.shows(Property::Health) && policy.shows(Property::Age));
        assert_eq!(policy.exceptions(), ["religion"]);
        assert!(Policy::everything().withheld().is_empty());
    }
}
