//! What the text's own full names say of its bare surnames, acronyms and repeated names.

use super::scan::{Case, Token};
use super::{Candidate, Evidence};
use crate::NameKind;
use std::collections::{HashMap, HashSet};

const PARTICLES: [&str; 12] = ["de", "del", "la", "los", "las", "y", "van", "von", "al", "el", "bin", "jr."];

/// Settles candidates whose kind is open by what other candidates say.
pub(super) fn settle(tokens: &[Token], candidates: &mut [Candidate]) {
    name_the_bare(tokens, candidates);
    vote(tokens, candidates);
    acronyms(tokens, candidates);
}

/// "Quevas" after "Ildemaro Quevas Lorenzana" is a person, whatever stands around it.
fn name_the_bare(tokens: &[Token], candidates: &mut [Candidate]) {
    let mut parts: HashSet<String> = HashSet::new();
    for candidate in candidates.iter().filter(|candidate| candidate.kind == Some(NameKind::Person)) {
        let words = &tokens[candidate.words.clone()];
        if words.len() > 1 || candidate.title.is_some() {
            parts
                .extend(words.iter().filter(|token| !PARTICLES.contains(&token.lower.as_str())).map(|token| token.lower.clone()));
        }
    }
    for candidate in
        candidates.iter_mut().filter(|candidate| candidate.kind != Some(NameKind::Person) && candidate.words.len() <= 3)
    {
        let words = &tokens[candidate.words.clone()];
        let acronym = words[0].case == Case::Upper && !words[0].loud;
        let open = candidate.kind.is_none()
            || candidate.kind == Some(NameKind::Organisation) && candidate.by == Evidence::Tags && words.len() == 1 && !acronym
            || candidate.kind == Some(NameKind::Place)
                && words.len() == 1
                && !super::lists::places().has("whole", &words[0].lower);
        if open && words.iter().all(|token| parts.contains(&token.lower) || PARTICLES.contains(&token.lower.as_str())) {
            candidate.kind = Some(NameKind::Person);
        }
    }
}

/// The same words are the same kind: the evidence of one mention decides for those without.
fn vote(tokens: &[Token], candidates: &mut [Candidate]) {
    let key = |candidate: &Candidate| {
        tokens[candidate.words.clone()].iter().map(|token| token.lower.as_str()).collect::<Vec<_>>().join(" ")
    };
    let mut votes: HashMap<String, [usize; 4]> = HashMap::new();
    for candidate in candidates.iter() {
        if let Some(kind) = candidate.kind {
            votes.entry(key(candidate)).or_default()[slot(kind)] += 1;
        }
    }
    for candidate in candidates.iter_mut().filter(|candidate| candidate.kind.is_none()) {
        if let Some(found) = votes.get(&key(candidate)) {
            let best = (0..4).max_by_key(|&n| (found[n], 4 - n)).unwrap_or(3);
            candidate.kind = Some([NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other][best]);
        }
    }
}

fn slot(kind: NameKind) -> usize {
    match kind {
        NameKind::Person => 0,
        NameKind::Organisation => 1,
        NameKind::Place => 2,
        NameKind::Other => 3,
    }
}

/// "Terrorism Confinement Center (CECOT)": an acronym right behind a name is of the same kind.
fn acronyms(tokens: &[Token], candidates: &mut [Candidate]) {
    let mut kinds: HashMap<String, NameKind> = HashMap::new();
    for pair in candidates.windows(2) {
        let [name, acronym] = pair else { continue };
        let word = &tokens[acronym.words.start];
        let initial = tokens[name.words.start].lower.chars().next();
        if name.words.len() > 1
            && acronym.words.len() == 1
            && word.case == Case::Upper
            && acronym.words.start == name.words.end
            && word.lower.chars().next() == initial
            && !word.joined
            && let Some(kind) = name.kind.filter(|kind| *kind != NameKind::Person)
        {
            kinds.entry(word.lower.clone()).or_insert(kind);
        }
    }
    for candidate in candidates.iter_mut().filter(|candidate| candidate.words.len() == 1) {
        if let Some(kind) = kinds.get(&tokens[candidate.words.start].lower) {
            candidate.kind = Some(*kind);
        }
    }
}
