//! "I", "me", "mi": who speaks in a quotation or a turn of an interview is the one meant by its first person, where the speaker has a name.

use super::entities::Entities;
use super::mentions::{Mention, Scene};
use crate::NameKind;
use std::collections::HashMap;

/// The mentions that are the first person of a quotation, with who speaks it.
pub(super) fn spoken(scene: &Scene, mentions: &[Mention], named: &Entities) -> HashMap<usize, usize> {
    let speakers: Vec<Option<usize>> = (0..scene.found.quotations.len()).map(|quote| speaker(scene, named, quote)).collect();
    let first = |mention: &Mention| mention.takes_up() && mention.person == 1 && mention.plural != Some(true);
    let of = |(at, mention): (usize, &Mention)| Some((at, speakers[mention.quote.filter(|_| first(mention))?]?));
    mentions.iter().enumerate().filter_map(of).collect()
}

/// The person whose name stands in the words that name the speaker of a quotation.
fn speaker(scene: &Scene, named: &Entities, quote: usize) -> Option<usize> {
    let speaker = scene.found.quotations[quote].speaker?;
    let names = &scene.found.names;
    let first = names.partition_point(|name| name.span.start() < speaker.start());
    let mut inside = (first..names.len()).take_while(|&at| names[at].span.end() <= speaker.end());
    named.of_name(inside.find(|&at| names[at].kind == NameKind::Person)?)
}
