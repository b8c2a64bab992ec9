//! Which reports are independent: copies of one story, reports of one publisher, and reports that draw on one medium are not.

use crate::{Record, StoryId, fold, sets::Sets};
use paradero_model::{Claim, Relation, TextId};
use std::collections::BTreeMap;

/// The least text of the origin of each text. Joins go on from one to the next: a report that cites two agencies makes them one
/// origin, because with it they cannot be counted as two. That counts too few rather than too many.
pub(crate) fn origin_groups(record: &Record, stories: &BTreeMap<TextId, StoryId>) -> BTreeMap<TextId, TextId> {
    let mut sets = Sets::new(record.texts().map(|text| text.id()));
    let mut of_story: BTreeMap<StoryId, TextId> = BTreeMap::new();
    for (text, story) in stories {
        sets.join(*of_story.entry(*story).or_insert(*text), *text);
    }
    let mut of_outlet: BTreeMap<String, TextId> = BTreeMap::new();
    for text in record.texts() {
        let outlets = text.about.publisher.iter().map(|publisher| outlet(publisher)).chain(cited(record, text.id()));
        for outlet in outlets.filter(|outlet| !outlet.is_empty()) {
            sets.join(*of_outlet.entry(outlet).or_insert(text.id()), text.id());
        }
    }
    sets.least().collect()
}

/// The media, agencies and documents that a text says it draws on.
fn cited(record: &Record, text: TextId) -> Vec<String> {
    record
        .statements_of(text)
        .filter_map(|drafted| match drafted.statement.claim() {
            // Having been shown somewhere makes no report depend on that place.
            Claim::Origin(origin) if origin.relation != Relation::FeaturedOn => Some(outlet(&origin.outlet)),
            _ => None,
        })
        .collect()
}

/// A medium's name without article and brackets; the great agencies by their initials.
pub(crate) fn outlet(name: &str) -> String {
    let folded = fold(name);
    let plain = ["the ", "la ", "el ", "los ", "agencia ", "agency "]
        .iter()
        .fold(folded.as_str(), |name, article| name.strip_prefix(article).unwrap_or(name));
    match plain {
        "associated press" => "ap",
        "agence france presse" | "france presse" => "afp",
        "reuters news agency" => "reuters",
        "efe noticias" => "efe",
        other => other,
    }
    .to_owned()
}
