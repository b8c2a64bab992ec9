//! Finite clauses: their subject is looked for to the left, over what is set in between.

use super::*;

impl Finder<'_, '_> {
    /// Whether an English base form has a subject of its own before it, after "that".
    pub(super) fn subjunctive(&self, group: usize) -> bool {
        let place = self.places[group];
        let chunk = self.previous(place).filter(|&i| self.row.chunk(i).is_some());
        let that =
            (0..place).rev().take(6).take_while(|&i| self.row.verb(i).is_none()).any(|i| self.row.is(i, &Kind::Complementizer));
        self.sentence.lang == Lang::En && self.sentence.low(self.row.groups[group].words.start) != "to" && chunk.is_some() && that
    }

    pub(super) fn finite_clause(&self, group: usize) -> Hanging {
        let (row, sentence) = (self.row, self.sentence);
        let place = self.places[group];
        let mut hanging = self.bare(group, Link::Main);
        if let Some(inside) = row.groups[group].inside {
            hanging.subject = Some(Words { words: inside..inside + 1, head: inside });
            return hanging;
        }
        let (mut at, mut commas, mut joined, mut broken, mut over) = (place, 0, false, false, false);
        let mut steps = 0;
        while at > 0 && steps < BACK {
            steps += 1;
            at -= 1;
            match &row.items[at].kind {
                Kind::Adverb => {}
                Kind::Preposition(_) => {}
                Kind::Comma => commas += 1,
                Kind::Coordinator if commas == 0 || !broken => {
                    joined = joined || self.only_loose(at + 1, place);
                }
                Kind::Coordinator => {}
                Kind::Mark
                    if joined
                        && matches!(sentence.low(row.items[at].words.start), "”" | "“" | "»" | "«" | "\"" | "''" | "``") => {
                }
                Kind::Mark => break,
                Kind::Complementizer => {
                    hanging.link = Link::Complement;
                    hanging.governor = self.opened_by(at);
                    if hanging.governor.is_none() {
                        hanging.link = Link::Main; // "¿Dónde está?"
                    }
                    return hanging;
                }
                Kind::Subordinator => {
                    if broken && (commas > 1 || over) {
                        continue;
                    }
                    hanging.link = Link::Adverbial;
                    hanging.governor = self.verb_before(at, |g| self.finite(g));
                    return hanging;
                }
                Kind::Relative => return self.relative(group, hanging, at),
                Kind::Verb(other) => {
                    let other = *other;
                    if joined {
                        if !self.finite(other) {
                            continue;
                        }
                        return self.share(group, hanging, self.joined_to(group, other));
                    }
                    let known = self.done[other].as_ref();
                    match row.groups[other].form {
                        VerbForm::Finite => {
                            let link = known.map_or(Link::Main, |k| k.link);
                            let past = match link {
                                Link::Relative => known.and_then(|k| k.antecedent).filter(|&a| a < at).map(|a| a + 1),
                                Link::Adverbial if commas > 0 || over => known
                                    .map(|k| k.left.min(at))
                                    .map(|left| if left > 0 && row.is(left - 1, &Kind::Subordinator) { left - 1 } else { left }),
                                _ => None,
                            };
                            match past {
                                Some(past) if past <= at => {
                                    at = past;
                                    broken = true;
                                }
                                _ => break,
                            }
                        }
                        VerbForm::Participle | VerbForm::Infinitive | VerbForm::Gerund => broken = true,
                    }
                }
                Kind::Chunk(chunk) => {
                    let chunk = *chunk;
                    let c = &row.chunks[chunk];
                    if joined || c.adjective || c.temporal && row.governed[chunk].is_none() || hanging.subject.is_some() {
                        continue;
                    }
                    // "Ana Ruiz, 29, was …": an age is no subject.
                    let apart = c.pronoun
                        && matches!(
                            sentence.low(c.head),
                            "all" | "both" | "some" | "most" | "many" | "each" | "todos" | "todas" | "ambos"
                        )
                        && at > 0
                        && row.is(at - 1, &Kind::Comma);
                    let aside = apart
                        || c.words.len() <= 2
                            && sentence.pos(c.head) == Pos::Num
                            && row.is(at + 1, &Kind::Comma)
                            && at > 0
                            && row.is(at - 1, &Kind::Comma);
                    if row.governed[chunk].is_some() || aside {
                        continue;
                    }
                    // "Falso, atajó su hija": what is said stands before the comma.
                    let said = commas == 1
                        && !broken
                        && sentence.lang == Lang::Es
                        && speech::says(sentence.lemma(row.groups[group].head), Lang::Es);
                    if said
                        && row.apposition[chunk].is_none()
                        && matches!(row.items.get(place + 1).map(|i| &i.kind), Some(Kind::Chunk(_)))
                    {
                        break;
                    }
                    let top = self.top(at);
                    let Some(top_chunk) = row.chunk(top) else { continue };
                    if row.governed[top_chunk].is_some() {
                        at = top;
                        continue;
                    }
                    // The object of a verb between: "the decision to deport him was …", "the man who killed Ana was …".
                    if let Some(other) = self.previous(top).and_then(|i| row.verb(i)) {
                        let relative = self.done[other].as_ref().is_some_and(|k| k.link == Link::Relative);
                        if matches!(row.groups[other].form, VerbForm::Infinitive | VerbForm::Gerund)
                            && !row.chunks[top_chunk].pronoun_subject(sentence)
                            || relative
                                && self.finite(other)
                                && !speech::says(sentence.lemma(row.groups[other].head), sentence.lang)
                        {
                            at = top;
                            continue;
                        }
                    }
                    if self.taken.contains(&row.chunks[top_chunk].head) {
                        at = top;
                        over = true;
                        continue;
                    }
                    let mut whole = self.whole(top_chunk);
                    if !broken {
                        whole.words.end = whole.words.end.max(self.with_complements(top, place));
                        hanging.start = whole.words.start;
                    }
                    hanging.left = top;
                    hanging.subject = Some(whole);
                    self.link(top, group, &mut hanging);
                    return hanging;
                }
            }
        }
        if hanging.subject.is_none() && sentence.lang == Lang::En {
            // English speaks every subject: one that is not found is that of the verb before.
            let other = self.verb_before(place, |g| self.finite(g));
            if let Some(other) = other.filter(|_| !speech::says(sentence.lemma(row.groups[group].head), sentence.lang)) {
                let link = hanging.link;
                hanging = self.share(group, hanging, other);
                hanging.link = link;
            }
            if hanging.subject.is_none() && !speech::says(sentence.lemma(row.groups[group].head), Lang::En) {
                // Too much stands between: the noun phrase that opens the sentence.
                let opener = (0..place).find_map(|i| {
                    row.chunk(i).filter(|&c| row.governed[c].is_none() && !row.chunks[c].temporal && !row.chunks[c].adjective)
                });
                hanging.subject = opener.map(|c| self.whole(c));
            }
        }
        hanging
    }

    /// The end of a subject with the prepositions that follow it, up to its verb at item `verb`.
    pub(super) fn with_complements(&self, top: usize, verb: usize) -> usize {
        let row = self.row;
        let Some(chunk) = row.chunk(top) else { return 0 };
        let mut end = row.reach[chunk];
        let mut at = row.item_from(top + 1, end);
        while at < verb && matches!(row.items[at].kind, Kind::Preposition(_)) {
            let Some(inner) = row.chunk(at + 1).filter(|&inner| !row.chunks[inner].temporal) else { break };
            end = row.reach[inner].max(end);
            at = row.item_from(at + 2, end);
        }
        end
    }

    /// Which verb a finite one is joined to by "and": the nearest, or the one that governs it where the tense is that one's.
    pub(super) fn joined_to(&self, group: usize, nearest: usize) -> usize {
        let groups = &self.row.groups;
        let Some(known) = self.done[nearest].as_ref().filter(|k| k.link != Link::Main) else { return nearest };
        let governor = known.governor.filter(|&g| g < group && self.finite(g));
        let differs = groups[nearest].tense != groups[group].tense;
        governor.filter(|&g| differs && groups[g].tense == groups[group].tense).unwrap_or(nearest)
    }

    /// The governor of what "that" at item `at` opens; after "and" that of the one before: "said that … and that …".
    pub(super) fn opened_by(&self, at: usize) -> Option<usize> {
        let nearest = self.verb_before(at, |_| true);
        if at > 0 && self.row.is(at - 1, &Kind::Coordinator) {
            let earlier =
                nearest.and_then(|g| self.done[g].as_ref()).filter(|k| k.link == Link::Complement).and_then(|k| k.governor);
            return earlier.or(nearest);
        }
        nearest
    }

    /// The link of a finite clause whose subject stands at item `subject`.
    pub(super) fn link(&self, subject: usize, group: usize, hanging: &mut Hanging) {
        let row = self.row;
        let mut at = subject;
        let mut comma = false;
        while at > 0 {
            at -= 1;
            match &row.items[at].kind {
                Kind::Adverb => {}
                Kind::Preposition(_) => {}
                Kind::Comma => comma = true,
                Kind::Chunk(c) if row.governed[*c].is_some() || row.chunks[*c].temporal => {}
                Kind::Chunk(c) => {
                    // "the man police arrested": English leaves the relative word out.
                    let adjacent = at + 1 == subject
                        && !comma
                        && self.sentence.lang == Lang::En
                        && row.chunks[*c].words.len() > 1
                        && row.groups[group].voice == Voice::Active;
                    if adjacent && row.governed[*c].is_none() && self.objectless(group) {
                        hanging.link = Link::Relative;
                        hanging.antecedent = Some(at);
                        hanging.governor = self.verb_before(at, |_| true);
                        hanging.object = Some((self.described(at, *c, subject), Role::Object, None));
                    }
                    return;
                }
                Kind::Complementizer => {
                    hanging.link = Link::Complement;
                    hanging.governor = self.opened_by(at);
                    return;
                }
                Kind::Subordinator => {
                    hanging.link = Link::Adverbial;
                    hanging.left = at;
                    // "to say whether he is alive and where he is held".
                    let asks = matches!(
                        self.sentence.low(row.items[at].words.start),
                        "where" | "how" | "why" | "when" | "dónde" | "cómo" | "donde"
                    );
                    let earlier = self
                        .verb_before(at, |g| self.finite(g))
                        .and_then(|g| self.done[g].as_ref())
                        .filter(|k| k.link == Link::Complement);
                    if asks
                        && at > 0
                        && row.is(at - 1, &Kind::Coordinator)
                        && let Some(earlier) = earlier
                    {
                        hanging.link = Link::Complement;
                        hanging.governor = earlier.governor;
                        return;
                    }
                    hanging.governor = self.verb_before(at, |g| self.finite(g));
                    return;
                }
                Kind::Relative => {
                    let kept = hanging.clone();
                    *hanging = self.relative(group, hanging.clone(), at);
                    hanging.start = hanging.start.min(kept.start);
                    return;
                }
                Kind::Verb(other) => {
                    if !comma
                        && speech::takes_clause(self.sentence.lemma(row.groups[*other].head), self.sentence.lang)
                        && self.only_loose(at + 1, subject)
                    {
                        hanging.link = Link::Complement;
                        hanging.governor = Some(*other);
                    }
                    return;
                }
                Kind::Coordinator if self.sentence.low(row.items[at].words.start) == "ni" => {}
                Kind::Coordinator => {
                    if let Some(other) = self.verb_before(at, |g| self.finite(g))
                        && let Some(known) = self.done[other].as_ref().filter(|k| k.link == Link::Complement && !comma)
                    {
                        hanging.link = Link::Complement;
                        hanging.governor = known.governor;
                    }
                    return;
                }
                Kind::Mark => return,
            }
        }
    }

    /// Whether nothing that could be an object follows a group.
    pub(super) fn objectless(&self, group: usize) -> bool {
        let next = self.places[group] + 1;
        self.row.chunk(next).is_none_or(|c| self.row.chunks[c].temporal)
    }
}
