//! Who the person is: attributes by property, each value with everyone who says it; values that differ stand side by side.

use crate::{
    disagreement::disagree,
    fold,
    past_age::past_age,
    scope::{Scope, add},
};
use paradero_model::{Claim, Modality, Property, StatementId};
use serde::Serialize;
use std::collections::BTreeMap;

/// Who the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Who {
    /// One entry for each property that something is said of, in the order of [`Property::ALL`].
    pub entries: Vec<Entry>,
}

/// What is said of one property.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Which property.
    pub property: Property,
    /// Whether a value can hurt the person if it is seen (a sensitive property, or anything of a minor): hidden unless asked for.
    pub protected: bool,
    /// The different values, in the order in which they were first told. Equal but for case, accents and spacing count as one.
    pub values: Vec<Value>,
    /// Whether two of the values cannot both be true.
    pub conflict: bool,
}

/// One value and who says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Value {
    /// As first worded.
    pub value: String,
    /// The statements that say it.
    pub statements: Vec<StatementId>,
    /// The modalities it is said in, each once.
    pub modality: Vec<Modality>,
    /// How many independent origins say it: copies count once.
    pub origins: usize,
}

/// The attributes of the person, by property.
pub(crate) fn who(scope: &Scope) -> Who {
    let mut entries: BTreeMap<Property, Vec<Value>> = BTreeMap::new();
    for drafted in &scope.attributes {
        let Claim::Attribute(attribute) = drafted.statement.claim() else { continue };
        let values = entries.entry(attribute.property).or_default();
        let id = drafted.statement.id();
        match values.iter_mut().find(|value| one_value(attribute.property, &value.value, &attribute.value)) {
            Some(value) => {
                add(&mut value.modality, attribute.modality);
                add(&mut value.statements, id);
            }
            None => values.push(Value {
                value: attribute.value.clone(),
                statements: vec![id],
                modality: vec![attribute.modality],
                origins: 0,
            }),
        }
    }
    let entry = |(property, mut values): (Property, Vec<Value>)| {
        values.iter_mut().for_each(|value| value.origins = scope.origins_of(&value.statements));
        // An age of another time disagrees with nobody's age now.
        let now: Vec<Value> = values.iter().filter(|value| !of_another_time(scope, value)).cloned().collect();
        let conflict = disagree(scope, property, &now);
        Entry { property, protected: property.sensitive() || scope.person.minor.is_some(), values, conflict }
    };
    Who { entries: entries.into_iter().map(entry).collect() }
}

/// Whether every statement of a value tells an age of another time.
fn of_another_time(scope: &Scope, value: &Value) -> bool {
    value.statements.iter().filter_map(|id| scope.record.statement(*id)).all(|drafted| {
        let text = drafted.statement.anchor().text();
        past_age(scope.record, &drafted.statement, |name| scope.person.is_named(text, name))
    })
}

/// Whether two wordings are one value: case, accents and spacing apart, and of a nationality number and gender too.
fn one_value(property: Property, a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let stem = |word: &str| word.trim_end_matches('s').trim_end_matches(['a', 'o', 'e']).to_owned();
    a == b || property == Property::Nationality && stem(&a) == stem(&b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nationality_in_the_plural_is_no_second_one() {
        assert!(one_value(Property::Nationality, "Nicaraguan", "Nicaraguans"));
        assert!(one_value(Property::Nationality, "hondureña", "hondureños"));
        assert!(
            !one_value(Property::Nationality, "Nigerian", "Nigerien") && !one_value(Property::Nationality, "Niger", "Nigeria")
        );
        assert!(!one_value(Property::Home, "Pasto", "Pasta"));
    }
}
