//! Finding a person by name.

use crate::{People, Person, fold};

/// The persons of a name: those named exactly so first, then those whose name holds all its words. Case and accents do not matter.
#[must_use]
pub fn find<'a>(people: &'a People, name: &str) -> Vec<&'a Person> {
    let wanted = fold(name);
    if wanted.is_empty() {
        return Vec::new();
    }
    let words: Vec<&str> = wanted.split(' ').collect();
    let names = |person: &Person| -> Vec<String> {
        std::iter::once(&person.name).chain(&person.other_names).map(|name| fold(name)).collect()
    };
    let exact = |person: &Person| names(person).contains(&wanted);
    let holds =
        |person: &Person| names(person).iter().any(|name| words.iter().all(|word| name.split(' ').any(|one| one == *word)));
    let mut found: Vec<&Person> = people.persons.iter().filter(|person| exact(person)).collect();
    found.extend(people.persons.iter().filter(|person| !exact(person) && holds(person)));
    found
}
