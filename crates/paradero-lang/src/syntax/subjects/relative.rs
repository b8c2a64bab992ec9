//! Relative clauses, and which noun they describe.

use super::*;

impl Finder<'_, '_> {
    pub(super) fn relative(&self, group: usize, mut hanging: Hanging, at: usize) -> Hanging {
        let (row, sentence) = (self.row, self.sentence);
        hanging.link = Link::Relative;
        hanging.start = row.items[at].words.start;
        hanging.left = at;
        // "a quien", "en la que", "of which".
        let mut before = at;
        while before > 0 && row.items[before - 1].kind == Kind::Adverb {
            before -= 1;
        }
        let preposition = before.checked_sub(1).and_then(|i| match &row.items[i].kind {
            Kind::Preposition(text) => Some((i, text.clone())),
            _ => None,
        });
        let from = preposition.as_ref().map_or(at, |(i, _)| *i);
        let found = (0..from).rev().take(6).find(|&i| {
            row.chunk(i).is_some_and(|c| !row.chunks[c].adjective && (!row.chunks[c].temporal || i + 1 == from))
                || row.verb(i).is_some()
        });
        let Some(antecedent) = found.filter(|&i| row.chunk(i).is_some()) else {
            hanging.governor = self.verb_before(at, |_| true);
            return hanging;
        };
        let antecedent = self.antecedent(antecedent, from, group);
        let Some(chunk) = row.chunk(antecedent) else { return hanging };
        hanging.antecedent = Some(antecedent);
        hanging.governor = self.verb_before(antecedent, |_| true);
        let words = self.described(antecedent, chunk, from);
        if let Some((i, text)) = preposition {
            hanging.start = row.items[i].words.start;
            hanging.left = i;
            let role = if text == "a" && row.groups[group].voice == Voice::Active { Role::Object } else { Role::Oblique };
            hanging.object = Some((words, role, (role == Role::Oblique).then_some(text)));
            return hanging;
        }
        // Spanish has no case: where the verb's number does not fit, the noun is the object.
        let fits = match (row.groups[group].plural, sentence.word(words.head).form.plural) {
            (Some(verb), Some(noun)) => verb == noun || words.words.len() > 4,
            _ => true,
        };
        if hanging.subject.is_none() && (fits || sentence.lang == Lang::En) {
            hanging.subject = Some(words);
        } else if sentence.pos(row.items[at].words.start) == Pos::Pron {
            hanging.object = Some((words, Role::Object, None));
        }
        hanging
    }

    /// Which noun a relative clause or participle describes: the nearest, but with a comma between the one that holds the others.
    pub(super) fn antecedent(&self, nearest: usize, until: usize, group: usize) -> usize {
        let (row, sentence) = (self.row, self.sentence);
        let agrees = |i: usize| {
            let Some(chunk) = row.chunk(i) else { return false };
            let head = sentence.word(row.chunks[chunk].head).form;
            let noun = (row.chunks[chunk].words.clone())
                .map(|at| sentence.word(at))
                .find(|w| w.pos == Pos::Noun)
                .map_or(head, |w| w.form);
            let verb = sentence.word(row.groups[group].head).form;
            let plural = if row.groups[group].form == VerbForm::Participle { verb.plural } else { row.groups[group].plural };
            let gender = if row.groups[group].form == VerbForm::Participle { verb.gender } else { None };
            let number = plural.is_none() || noun.plural.is_none() || plural == noun.plural;
            let gender = gender.is_none() || noun.gender.is_none() || gender == noun.gender;
            number && gender
        };
        let comma = (nearest + 1..until).any(|i| row.is(i, &Kind::Comma));
        let mut at = nearest;
        let mut best = nearest;
        // "hundreds of migrants sent there", "a deal with the president that saw …".
        let quantity = |i: usize| {
            row.chunk(i).is_some_and(|c| {
                [
                    "hundred",
                    "hundreds",
                    "thousand",
                    "thousands",
                    "dozen",
                    "dozens",
                    "group",
                    "number",
                    "cientos",
                    "miles",
                    "decena",
                    "decenas",
                    "grupo",
                    "score",
                    "scores",
                    "docena",
                    "docenas",
                ]
                .contains(&sentence.lemma(row.chunks[c].head))
            })
        };
        let person = row
            .items
            .get(until)
            .is_some_and(|item| matches!(sentence.low(item.words.start), "who" | "quien" | "quienes" | "whom"));
        let unlike = |i: usize| {
            row.chunk(i).is_some_and(|c| {
                let span = sentence.span(&row.chunks[c].words);
                let names = &sentence.found.names;
                let first = names.partition_point(|name| name.span.end() <= span.start());
                names.get(first).is_some_and(|name| name.span.start() < span.end() && name.kind != crate::NameKind::Person)
            })
        };
        let thing = row.items.get(until).is_some_and(|item| matches!(sentence.low(item.words.start), "that" | "which"));
        for _ in 0..2 {
            let Some(preposition) = row.chunk(best).and_then(|c| row.governed[c]) else { break };
            let Some(outer) = preposition.checked_sub(1).filter(|&i| row.chunk(i).is_some()) else { break };
            let name = row.chunk(best).is_some_and(|c| sentence.pos(row.chunks[c].head) == Pos::Propn);
            if quantity(outer) && self.is_of(preposition)
                || thing && name && !self.is_of(preposition)
                || person && name && unlike(best)
            {
                best = outer;
                at = outer;
            } else {
                break;
            }
        }
        // Up over "of": "the release of the men, announced on Friday".
        for _ in 0..6 {
            let Some(preposition) = row.chunk(at).and_then(|c| row.governed[c]) else { break };
            let Some(outer) = preposition.checked_sub(1).filter(|&i| row.chunk(i).is_some()) else { break };
            if !self.is_of(preposition) && agrees(best) {
                break;
            }
            at = outer;
            if !agrees(best) && agrees(at) || (comma && agrees(at) && self.is_of(preposition)) {
                best = at;
            }
        }
        let top = self.top(best);
        if comma && agrees(top) || row.chunk(top).is_some_and(|c| row.apposition[c].is_some()) { top } else { best }
    }
}
