//! What may go out: by default nothing that can hurt, and every exception asked for by name.

use paradero_model::Property;
use std::collections::BTreeSet;

/// What a release may show of what is protected. The default shows none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    shown: BTreeSet<Property>,
    minors: bool,
}

impl Policy {
    /// The same, and values of `property` may be shown.
    #[must_use]
    pub fn show(mut self, property: Property) -> Self {
        self.shown.insert(property);
        self
    }

    /// The same, and persons who were minors may be shown by name.
    #[must_use]
    pub fn show_minors(mut self) -> Self {
        self.minors = true;
        self
    }

    /// Whether values of a property may be shown: always, where the property is not protected.
    #[must_use]
    pub fn shows(&self, property: Property) -> bool {
        !property.sensitive() || self.shown.contains(&property)
    }

    /// Whether persons who were minors may be shown by name.
    #[must_use]
    pub fn shows_minors(&self) -> bool {
        self.minors
    }

    /// The names of what was asked for, for the record: properties, and `minors`.
    #[must_use]
    pub fn asked_for(&self) -> Vec<String> {
        let names = self.shown.iter().map(|property| property.name().to_owned());
        names.chain(self.minors.then(|| "minors".to_owned())).collect()
    }
}
