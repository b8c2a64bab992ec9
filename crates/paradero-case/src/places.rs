//! Places as worded: whether two of them can be one. No gazetteer: only words are compared.

use crate::fold;

/// Whether the two can be one place by their words: equal, or one holds all words of the other ("Caracas", "Caracas, Venezuela").
pub(crate) fn fits(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let holds = |long: &str, short: &str| {
        short.split(' ').filter(|word| word.len() > 2).all(|word| long.split(' ').any(|one| one == word))
    };
    a.is_empty() || b.is_empty() || a == b || holds(&a, &b) || holds(&b, &a)
}

/// Whether two places, either of which may be unknown, can be one.
pub(crate) fn can_be_one(a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => fits(a, b),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_fits_the_larger_one_it_is_named_with() {
        assert!(fits("Caracas", "caracas, Venezuela"));
        assert!(!fits("Caracas", "Maracaibo"));
        assert!(can_be_one(None, Some("Caracas")));
    }
}
