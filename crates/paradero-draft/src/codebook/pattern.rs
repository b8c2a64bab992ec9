//! What an entry of the codebook says: words with choices, particles before the verb, and a condition.

use std::collections::HashMap;

/// One word of an entry, with its choices: `take|bring`.
pub(crate) type Choice = Vec<String>;

/// A verb entry: `se llevar`, `take into|in custody`, `send [to country]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VerbPattern {
    /// Particles that must stand in the verb group: "se", "no".
    pub particles: Vec<String>,
    /// The verb, in its dictionary form.
    pub verb: Choice,
    /// Words that must follow or stand around it, in this order.
    pub with: Vec<Choice>,
    /// What else must be there.
    pub needs: Needs,
}

/// A condition of a verb entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nothing more.
    Nothing,
    /// A country, or a place of custody abroad, is where it goes, or the object.
    Country,
    /// A place of custody is where it goes.
    IntoCustody,
    /// A place of custody is named beside it.
    Custody,
    /// A court or an authority acts.
    Court,
    /// A court or a judge acts.
    Judge,
    /// A person stands where the object does.
    Person,
    /// A place is named where it goes.
    Place,
}

const PARTICLES: [&str; 7] = ["se", "le", "lo", "no", "not", "never", "nunca"];
const CONDITIONS: [(&str, Needs); 8] = [
    ("to country", Needs::Country),
    ("country", Needs::Country),
    ("to custody", Needs::IntoCustody),
    ("custody", Needs::Custody),
    ("court", Needs::Court),
    ("judge", Needs::Judge),
    ("person", Needs::Person),
    ("place", Needs::Place),
];

impl VerbPattern {
    /// Reads an entry; the error says what to write instead.
    pub(crate) fn parse(entry: &str) -> Result<Self, String> {
        let (words, needs) = match entry.split_once('[') {
            None => (entry, Needs::Nothing),
            Some((words, condition)) => {
                let condition = condition.trim().trim_end_matches(']').trim();
                let needs = CONDITIONS.iter().find(|(name, _)| *name == condition).map(|(_, needs)| *needs);
                let known: Vec<_> = CONDITIONS.iter().map(|(name, _)| format!("[{name}]")).collect();
                let message = || format!("`{entry}`: there is no condition [{condition}]; write one of {}", known.join(", "));
                (words, needs.ok_or_else(message)?)
            }
        };
        let mut choices = choices(words);
        let leading = choices.iter().take_while(|choice| PARTICLES.contains(&choice[0].as_str())).count();
        if leading >= choices.len() {
            return Err(format!("`{entry}`: write a verb in its dictionary form"));
        }
        let particles = choices.drain(..leading).filter_map(|mut choice| choice.pop()).collect();
        let verb = choices.remove(0);
        Ok(Self { particles, verb, with: choices, needs })
    }

    /// How much an entry asks for: of two that fit the same verb, the one that asks for more is meant.
    pub(crate) fn weight(&self) -> usize {
        self.particles.len() + self.with.len() * 2 + usize::from(self.needs != Needs::Nothing)
    }
}

/// `a|b c` as choices; ".." (anything between) is how entries are matched anyway.
fn choices(words: &str) -> Vec<Choice> {
    words.split_whitespace().filter(|word| *word != "..").map(|word| word.split('|').map(str::to_lowercase).collect()).collect()
}

/// Phrases of words that stand side by side, each with what it means.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    /// By the first word.
    by_first: HashMap<String, Vec<(Vec<Choice>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds an entry; the error says what to write instead.
    pub(crate) fn add(&mut self, entry: &str, meaning: T) -> Result<(), String> {
        let mut choices = choices(entry);
        if choices.is_empty() {
            return Err("an entry needs at least one word".to_owned());
        }
        let first = choices.remove(0);
        for word in first {
            self.by_first.entry(word).or_default().push((choices.clone(), meaning));
        }
        Ok(())
    }

    /// The longest phrase that stands at word `at`: its length in words, and what it means. `is` says whether the word at an index
    /// is one of the choices; `words` gives the two forms a first word is looked up by.
    pub(crate) fn at(&self, first: [&str; 2], at: usize, is: impl Fn(usize, &[String]) -> bool) -> Option<(usize, T)> {
        let found = first.iter().filter_map(|word| self.by_first.get(*word)).flatten();
        found
            .filter(|(rest, _)| rest.iter().enumerate().all(|(offset, choice)| is(at + 1 + offset, choice)))
            .max_by_key(|(rest, _)| rest.len())
            .map(|(rest, meaning)| (rest.len() + 1, *meaning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_particles_a_verb_words_and_a_condition() {
        let pattern = VerbPattern::parse("se llevar a|al [to custody]").expect("an entry");
        assert_eq!(pattern.particles, ["se"]);
        assert_eq!(pattern.verb, ["llevar"]);
        assert_eq!(pattern.with, [["a", "al"]]);
        assert_eq!(pattern.needs, Needs::IntoCustody);
        assert!(VerbPattern::parse("se").is_err());
    }
}
