//! Infinitives, gerunds and participles: whose they are.

use super::*;

impl Finder<'_, '_> {
    pub(super) fn infinitive(&self, group: usize) -> Hanging {
        let (row, sentence) = (self.row, self.sentence);
        let place = self.places[group];
        let mut hanging = self.bare(group, Link::Adverbial);
        let Some(before) = self.previous(place) else { return hanging };
        match &row.items[before].kind {
            Kind::Preposition(text) => {
                let outer = self.previous(before);
                let adverbial = matches!(
                    text.as_str(),
                    "tras" | "después de" | "antes de" | "sin" | "para" | "por" | "hasta" | "además de" | "en lugar de"
                ) || sentence.low(row.items[before].words.start) == "al";
                hanging.link = if adverbial { Link::Adverbial } else { Link::Complement };
                hanging.governor =
                    if adverbial { self.verb_before(before, |g| self.finite(g)) } else { self.verb_before(before, |_| true) };
                if text == "sin" {
                    hanging.negation = Some(row.items[before].words.start);
                }
                let object = outer.and_then(|i| row.chunk(i)).filter(|_| !adverbial).map(|c| self.whole(c));
                self.control(&mut hanging, object);
            }
            Kind::Verb(other) => {
                hanging.link = Link::Complement;
                hanging.governor = Some(*other);
                self.control(&mut hanging, None);
            }
            Kind::Chunk(chunk) => {
                hanging.link = Link::Complement;
                hanging.governor = self.verb_before(before, |_| true);
                let object = (row.governed[*chunk].is_none() && !row.chunks[*chunk].adjective && !row.chunks[*chunk].temporal)
                    .then(|| self.whole(*chunk));
                self.control(&mut hanging, object);
            }
            Kind::Coordinator => {
                if let Some(other) = self.verb_before(before, |g| row.groups[g].form == VerbForm::Infinitive) {
                    return self.share(group, hanging, other);
                }
                hanging.governor = self.verb_before(before, |_| true);
                self.control(&mut hanging, None);
            }
            Kind::Complementizer | Kind::Relative => {
                hanging.link = Link::Complement;
                hanging.governor = self.verb_before(before, |_| true);
                self.control(&mut hanging, None);
            }
            _ => {
                hanging.governor = self.verb_before(before, |g| self.finite(g));
                self.control(&mut hanging, None);
            }
        }
        hanging
    }

    /// The unspoken subject of an infinitive: who is made to, else who does what it hangs on.
    pub(super) fn control(&self, hanging: &mut Hanging, object: Option<Words>) {
        const MAKES: [&str; 42] = [
            "order",
            "ask",
            "tell",
            "force",
            "compel",
            "oblige",
            "allow",
            "permit",
            "urge",
            "help",
            "let",
            "make",
            "want",
            "require",
            "instruct",
            "invite",
            "enable",
            "cause",
            "see",
            "hear",
            "beg",
            "warn",
            "encourage",
            "expect",
            "authorize",
            "direct",
            "obligar",
            "permitir",
            "impedir",
            "ordenar",
            "pedir",
            "prohibir",
            "hacer",
            "dejar",
            "mandar",
            "ver",
            "oír",
            "forzar",
            "instar",
            "autorizar",
            "invitar",
            "llamar",
        ];
        let Some(governor) = hanging.governor else { return };
        let lemma = self.sentence.lemma(self.row.groups[governor].head);
        let passive = self.row.groups[governor].voice == Voice::Passive;
        let made = MAKES.contains(&lemma) && !passive;
        let object =
            object.filter(|_| self.row.groups[governor].voice != Voice::Passive).or_else(|| self.objects[governor].clone());
        let known = self.done[governor].as_ref();
        if made && object.is_some() && hanging.link == Link::Complement {
            hanging.subject = object;
        } else if !(made && self.sentence.lang == Lang::Es && hanging.link == Link::Complement) {
            // "ordenó liberarlo": who frees is not said.
            hanging.subject = known.and_then(|k| k.subject.clone()).or_else(|| self.unspoken(governor));
            hanging.shared = Some(governor);
        }
    }

    pub(super) fn gerund(&self, group: usize) -> Hanging {
        let row = self.row;
        let place = self.places[group];
        let mut hanging = self.bare(group, Link::Adverbial);
        let before = self.previous(place);
        hanging.governor = self.verb_before(place, |g| self.finite(g));
        if before.is_some_and(|i| row.is(i, &Kind::Comma))
            && let Some(outer) = hanging
                .governor
                .and_then(|g| self.done[g].as_ref())
                .filter(|k| k.link == Link::Complement)
                .and_then(|k| k.governor)
        {
            hanging.governor = Some(outer); // "denied that it had arrested him, saying …": who denied says
        }
        match before.map(|i| (i, &row.items[i].kind)) {
            Some((_, Kind::Coordinator)) => {
                if let Some(other) = self.verb_before(place, |_| true).filter(|&g| row.groups[g].form == VerbForm::Gerund) {
                    return self.share(group, hanging, other);
                }
            }
            Some((i, Kind::Chunk(chunk))) => {
                let c = &row.chunks[*chunk];
                let before_any_verb = hanging.governor.is_none();
                let described = self.sentence.lang == Lang::En
                    && !c.temporal
                    && !c.adjective
                    && (before_any_verb || c.pronoun || row.governed[*chunk].is_some() && self.sentence.pos(c.head) == Pos::Noun);
                if described {
                    hanging.link = Link::Relative;
                    hanging.antecedent = Some(i);
                    hanging.subject = Some(self.whole(*chunk));
                    hanging.governor = self.verb_before(i, |_| true);
                    return hanging;
                }
            }
            Some((i, Kind::Preposition(text))) if text == "without" => hanging.negation = Some(row.items[i].words.start),
            Some((_, Kind::Verb(other))) => hanging.governor = Some(*other),
            _ => {}
        }
        if let Some(governor) = hanging.governor {
            hanging.subject = self.done[governor].as_ref().and_then(|k| k.subject.clone());
            hanging.shared = Some(governor);
        }
        hanging
    }

    pub(super) fn participle(&self, group: usize) -> Hanging {
        let (row, sentence) = (self.row, self.sentence);
        let place = self.places[group];
        let headline = !row.groups.iter().any(|g| g.form == VerbForm::Finite);
        let mut hanging = self.bare(group, Link::Adverbial);
        let mut at = place;
        let mut comma = false;
        while at > 0 {
            at -= 1;
            match &row.items[at].kind {
                Kind::Adverb => {}
                Kind::Comma if !comma => comma = true,
                Kind::Chunk(c) if row.chunks[*c].temporal && row.governed[*c].is_none() || row.chunks[*c].adjective => {}
                Kind::Coordinator => {
                    let other =
                        self.verb_before(at, |g| sentence.word(row.groups[g].head).form.verb == Some(VerbForm::Participle));
                    if let Some(other) = other {
                        return self.share(group, hanging, other);
                    }
                    break;
                }
                Kind::Verb(other) => {
                    let other = *other;
                    hanging.governor = Some(other);
                    if comma && row.groups[other].form == VerbForm::Participle || headline {
                        return self.share(group, hanging, other);
                    }
                    hanging.link = if comma { Link::Adverbial } else { Link::Complement };
                    hanging.subject = self.objects[other]
                        .clone()
                        .filter(|_| !comma)
                        .or_else(|| self.done[other].as_ref().and_then(|k| k.subject.clone()));
                    hanging.shared = Some(other);
                    return hanging;
                }
                Kind::Chunk(_) => {
                    let earlier = self.verb_before(at, |_| true);
                    if headline
                        && comma
                        && let Some(earlier) = earlier
                    {
                        return self.share(group, hanging, earlier);
                    }
                    let antecedent = self.antecedent(at, place, group);
                    let Some(chunk) = row.chunk(antecedent) else { break };
                    let governed = row.governed[chunk].filter(|&p| !self.is_of(p));
                    let place_name = sentence.pos(row.chunks[chunk].head) == Pos::Propn && row.chunks[chunk].words.len() < 4;
                    let named = matches!(
                        sentence.lemma(row.groups[group].head),
                        "know" | "call" | "name" | "locate" | "conocer" | "llamar" | "ubicar" | "situar" | "denominar" | "base"
                    );
                    if governed.is_some() && (place_name || comma) && earlier.is_some() && !named {
                        hanging.governor = self.verb_before(at, |g| self.finite(g)).or(earlier);
                        hanging.subject = hanging.governor.and_then(|g| self.done[g].as_ref()).and_then(|k| k.subject.clone());
                        hanging.shared = hanging.governor;
                        return hanging;
                    }
                    hanging.link = if headline { Link::Main } else { Link::Relative };
                    hanging.antecedent = Some(antecedent);
                    hanging.governor = if headline { None } else { self.verb_before(antecedent, |_| true) };
                    let words = self.described(antecedent, chunk, place);
                    if !comma && (at == antecedent || words.words.end >= row.items[at].words.end) {
                        hanging.start = words.words.start;
                    }
                    hanging.left = antecedent;
                    hanging.subject = Some(words);
                    return hanging;
                }
                _ => break,
            }
        }
        if headline {
            hanging.link = Link::Main;
        }
        hanging
    }
}
