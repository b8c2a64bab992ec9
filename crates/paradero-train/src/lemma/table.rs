//! The words whose lemma the linear model gets wrong, or that are so frequent that it need not be asked.

use super::{Example, Examples};
use paradero_grammar::{
    Pos,
    lemma::{Edit, Lemmas, key},
    lexicon::Clusters,
};
use std::collections::BTreeMap;

/// A word that stands in the treebanks so often is in the table whatever the model says.
const OFTEN: usize = 5;

/// Examples of one word, each with how often it stands there.
type Counted<'a> = Vec<(&'a Example, usize)>;

/// The table: keys and edits. `bare` is the model without one.
pub fn table(examples: &Examples, bare: &Lemmas, clusters: &Clusters) -> BTreeMap<String, Edit> {
    let mut words: BTreeMap<(bool, &str, Pos), Counted> = BTreeMap::new();
    for (example, count) in examples.settled() {
        // Words in small letters first: the others may be looked up as such.
        let large = example.form.chars().any(char::is_uppercase);
        words.entry((large, &example.form, example.pos)).or_default().push((example, count));
    }
    let mut table = BTreeMap::new();
    for ((large, form, pos), list) in &words {
        let lower = form.to_lowercase();
        let from_table = |table: &BTreeMap<String, Edit>, features: &str| {
            let found = table.get(&key(&lower, *pos, Some(features))).or_else(|| table.get(&key(&lower, *pos, None)));
            found.and_then(|edit| edit.apply(form, &lower))
        };
        let now = |features: &str| from_table(&table, features).unwrap_or_else(|| bare.of_seen(form, *pos, features, clusters));
        let often = !large && list.iter().map(|(_, count)| count).sum::<usize>() >= OFTEN;
        if !often && list.iter().all(|(example, _)| now(&example.features) == example.lemma) {
            continue;
        }
        let mut lemmas: BTreeMap<&str, usize> = BTreeMap::new();
        list.iter().for_each(|(example, count)| *lemmas.entry(&example.lemma).or_default() += count);
        let most = lemmas.iter().max_by_key(|(lemma, count)| (**count, std::cmp::Reverse(**lemma))).map(|(lemma, _)| *lemma);
        for (example, _) in list {
            if let Some(edit) = Edit::between(form, &example.lemma) {
                let features = (Some(example.lemma.as_str()) != most).then_some(example.features.as_str());
                table.insert(key(form, *pos, features), edit);
            }
        }
    }
    table
}
