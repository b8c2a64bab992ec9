//! Whether the values told of one property cannot all be true. Which of them is true nothing here says.

use crate::{
    Value,
    dates::{self, Days},
    facts::{nation, sex, years},
    fold, places,
    scope::Scope,
};
use paradero_model::{Modality, Property, StatementId};

/// Whether two of the values cannot both be true, or one is both stated and denied.
pub(crate) fn disagree(scope: &Scope, property: Property, values: &[Value]) -> bool {
    let told = |value: &Value| value.modality.iter().any(|modality| matches!(modality, Modality::Stated | Modality::Alleged));
    let both = |value: &Value| told(value) && value.modality.contains(&Modality::Denied);
    let held: Vec<&Value> = values.iter().filter(|value| told(value)).collect();
    values.iter().any(both)
        || held.iter().enumerate().any(|(place, a)| held[place + 1..].iter().any(|b| contradict(scope, property, a, b)))
}

/// Whether two values cannot both be true. Of properties that can have several values (an occupation, a tattoo) nothing contradicts.
fn contradict(scope: &Scope, property: Property, a: &Value, b: &Value) -> bool {
    let differ = |a: Option<String>, b: Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
    match property {
        Property::Age => ages(scope, a, b),
        Property::BirthDate => matches!((dates::birth(&a.value), dates::birth(&b.value)), (Some(a), Some(b)) if !a.meets(b)),
        Property::BirthPlace => !places::fits(&a.value, &b.value),
        Property::Sex => sex(&fold(&a.value)) != sex(&fold(&b.value)),
        Property::Nationality => nation(&fold(&a.value)) != nation(&fold(&b.value)),
        Property::IdNumber => differ(digits(&a.value), digits(&b.value)),
        Property::CriminalRecord => none(&a.value) != none(&b.value),
        Property::Family => parents(&a.value, &b.value),
        _ => false,
    }
}

/// Ages that differ by more than a year once the days of publication are counted in.
fn ages(scope: &Scope, a: &Value, b: &Value) -> bool {
    let (Some(age_a), Some(age_b)) = (years(&a.value), years(&b.value)) else { return false };
    let tellings = |value: &Value| -> Vec<Days> { value.statements.iter().map(|id| published(scope, *id)).collect() };
    let born = |age: i64, days: Days| Some((days.earliest?.year - age - 1, days.latest?.year - age));
    tellings(a).iter().any(|one| {
        tellings(b).iter().any(|other| match (born(age_a, *one), born(age_b, *other)) {
            (Some(a), Some(b)) => a.0 > b.1 || b.0 > a.1,
            _ => age_a.abs_diff(age_b) > 1,
        })
    })
}

fn published(scope: &Scope, id: StatementId) -> Days {
    let text = scope.text(id).and_then(|text| scope.record.text(text));
    Days::of(text.and_then(|text| text.about.published.as_ref()))
}

fn digits(value: &str) -> Option<String> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 5).then_some(digits)
}

/// Whether the words say that there is nothing: "no criminal record", "sin antecedentes".
fn none(value: &str) -> bool {
    fold(value).split(' ').any(|word| {
        matches!(word, "no" | "none" | "without" | "never" | "sin" | "ningun" | "ninguno" | "ninguna" | "nunca" | "clean")
    })
}

/// Two different mothers, or two different fathers.
fn parents(a: &str, b: &str) -> bool {
    let parent = |value: &str| {
        let (relation, name) = crate::mentions::relative(value);
        let which = match fold(relation).as_str() {
            "mother" | "madre" => 'm',
            "father" | "padre" => 'f',
            _ => return None,
        };
        let name = crate::names::PersonName::read(name);
        name.personal().then_some((which, name))
    };
    matches!((parent(a), parent(b)), (Some(a), Some(b)) if a.0 == b.0 && !crate::against::can_be_one(&a.1, &b.1))
}
