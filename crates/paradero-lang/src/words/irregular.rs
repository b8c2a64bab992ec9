//! Irregular English verbs: a closed list knows them better than any model of endings.

use std::{collections::HashMap, sync::LazyLock};

/// From each past form and participle to its base; "found", "felt" and others that are bases themselves are left to the model.
static BASES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let list = include_str!("../../data/irregular-verbs.txt");
    let rows = || {
        list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words))
        })
    };
    let mut found = HashMap::new();
    for (base, forms) in rows() {
        for form in forms.flat_map(|forms| forms.split('/')).filter(|form| *form != base) {
            found.entry(form).or_insert(base);
        }
    }
    for base in rows().map(|(base, _)| base) {
        found.remove(base);
    }
    found
});

/// The base of the English verb form `low` (lower-cased), where it is irregular.
pub(super) fn base(low: &str) -> Option<&'static str> {
    BASES.get(low).copied()
}
