//! A sentence as a row: noun phrases, verb groups, prepositions, conjunctions and marks, in order.

use super::{
    Sentence,
    chunks::{self as chunk_rules, Chunk},
    groups::Group,
    speech,
};
use crate::{Pos, VerbForm};
use paradero_model::Lang;
use std::ops::Range;

/// What stands at one place of the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An index of [`Row::chunks`].
    Chunk(usize),
    /// An index of [`Row::groups`].
    Verb(usize),
    /// A preposition, as [`crate::Complement::preposition`] writes it.
    Preposition(String),
    /// "who", "que" after a noun.
    Relative,
    /// "that", "whether", "que", "si" before what is said.
    Complementizer,
    /// "while", "cuando".
    Subordinator,
    /// "and", "but".
    Coordinator,
    Comma,
    Adverb,
    /// Any other mark: quotation marks, dashes, colons.
    Mark,
}

#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) words: Range<usize>,
}

/// The row, and what its items stand for.
pub(super) struct Row {
    pub(super) items: Vec<Item>,
    pub(super) chunks: Vec<Chunk>,
    pub(super) groups: Vec<Group>,
    /// For each chunk, the chunk set beside it that names the same.
    pub(super) apposition: Vec<Option<usize>>,
    /// For each chunk, the item of the preposition that governs it.
    pub(super) governed: Vec<Option<usize>>,
    /// For each chunk, where all of it ends: with its "of" complements, what is joined to it by "and", and its apposition.
    pub(super) reach: Vec<usize>,
}

const EN_PREPOSITIONS: [&str; 24] = [
    "because of",
    "according to",
    "along with",
    "as part of",
    "out of",
    "in front of",
    "on behalf of",
    "instead of",
    "due to",
    "prior to",
    "ahead of",
    "in exchange for",
    "in connection with",
    "together with",
    "in addition to",
    "next to",
    "close to",
    "away from",
    "in return for",
    "in response to",
    "at the hands of",
    "in the custody of",
    "as a result of",
    "in the case of",
];
const ES_PREPOSITIONS: [&str; 44] = [
    "a bordo de",
    "con destino a",
    "con rumbo a",
    "rumbo a",
    "a manos de",
    "por parte de",
    "cerca de",
    "dentro de",
    "fuera de",
    "delante de",
    "después de",
    "antes de",
    "junto a",
    "junto con",
    "frente a",
    "debido a",
    "a causa de",
    "en contra de",
    "a favor de",
    "de acuerdo con",
    "a través de",
    "a cargo de",
    "al lado de",
    "a partir de",
    "en lugar de",
    "pese a",
    "a pesar de",
    "en manos de",
    "acerca de",
    "respecto a",
    "en torno a",
    "detrás de",
    "a la espera de",
    "a las puertas de",
    "en el marco de",
    "en compañía de",
    "por medio de",
    "en relación con",
    "alrededor de",
    "además de",
    "lejos de",
    "procedente de",
    "a cambio de",
    "en poder de",
];

/// Lays the row.
pub(super) fn lay(sentence: &Sentence<'_>, chunks: Vec<Chunk>, groups: Vec<Group>) -> Row {
    let mut items: Vec<Item> = Vec::new();
    let (mut chunk, mut group) = (0, 0);
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        while groups.get(group).is_some_and(|g| g.words.start < at || g.prenominal) {
            group += 1;
        }
        while chunks.get(chunk).is_some_and(|c| c.words.start < at) {
            chunk += 1;
        }
        let (kind, end) = if groups.get(group).is_some_and(|g| g.words.start == at) {
            (Kind::Verb(group), groups[group].words.end)
        } else if chunks.get(chunk).is_some_and(|c| c.words.start == at && matches!(sentence.pos(at), Pos::Adp | Pos::Adv)) {
            (Kind::Chunk(chunk), chunks[chunk].words.end)
        } else if let Some((text, end)) = long_preposition(sentence, at) {
            (Kind::Preposition(text), end)
        } else if chunks.get(chunk).is_some_and(|c| c.words.start == at) {
            (Kind::Chunk(chunk), chunks[chunk].words.end)
        } else {
            (single(sentence, at, &items, &groups, &chunks), at + 1)
        };
        // What stands in brackets is no part of the clause around it.
        if matches!(sentence.low(at), "(" | "[") {
            let close = (at + 1..sentence.words.end.min(at + 40)).find(|&i| matches!(sentence.low(i), ")" | "]"));
            let plain = close.is_some_and(|close| {
                !groups.iter().any(|g| g.words.start > at && g.words.end <= close && g.form == VerbForm::Finite)
            });
            if let Some(close) = close.filter(|_| plain) {
                at = close + 1;
                continue;
            }
        }
        items.push(Item { kind, words: at..end.max(at + 1) });
        at = end.max(at + 1);
    }
    let count = chunks.len();
    let mut row = Row {
        items,
        reach: chunks.iter().map(|c| c.words.end).collect(),
        chunks,
        groups,
        apposition: vec![None; count],
        governed: vec![None; count],
    };
    row.govern();
    row.join(sentence);
    row
}

pub(super) fn long_preposition(sentence: &Sentence<'_>, at: usize) -> Option<(String, usize)> {
    let list: &[&str] = if sentence.lang == Lang::En { &EN_PREPOSITIONS } else { &ES_PREPOSITIONS };
    list.iter().find_map(|&text| {
        let count = text.split(' ').count();
        let last = at + count - 1;
        let fits = text.split(' ').enumerate().all(|(i, part)| {
            let low = sentence.low(at + i);
            low == part || (at + i == last && (part == "de" && low == "del" || part == "a" && low == "al"))
        });
        fits.then(|| (text.to_owned(), last + 1))
    })
}

/// "pidió al juez que …", "dijo en la radio que …": what is asked or said, not which judge or radio.
fn asked(sentence: &Sentence<'_>, at: usize, before: &[Item], groups: &[Group], chunks: &[Chunk]) -> bool {
    if sentence.low(at) != "que" {
        return false;
    }
    let mut chunk = false;
    for item in before.iter().rev().take(12) {
        match &item.kind {
            Kind::Chunk(c) if chunk && !chunks[*c].temporal => return false,
            Kind::Chunk(c) => chunk = !chunks[*c].temporal,
            Kind::Preposition(_) => chunk = false,
            Kind::Adverb => {}
            Kind::Verb(group) => {
                let lemma = sentence.lemma(groups[*group].head);
                return !chunk
                    && (speech::gives(lemma)
                        || speech::says(lemma, sentence.lang)
                        || matches!(lemma, "circular" | "trascender" | "saber" | "constar"));
            }
            _ => return false,
        }
    }
    false
}

fn single(sentence: &Sentence<'_>, at: usize, before: &[Item], groups: &[Group], chunks: &[Chunk]) -> Kind {
    let low = sentence.low(at);
    let verb_before =
        matches!(before.iter().rev().find(|item| !matches!(item.kind, Kind::Adverb)).map(|item| &item.kind), Some(Kind::Verb(_)));
    let verb_next = groups.iter().any(|g| g.words.start == at + 1 && g.form == VerbForm::Finite);
    match sentence.pos(at) {
        Pos::Adp if matches!(low, "según" | "como") && verb_next => Kind::Subordinator,
        Pos::Adp => Kind::Preposition(match low {
            "del" => "de".to_owned(),
            "al" => "a".to_owned(),
            other => other.to_owned(),
        }),
        Pos::Sconj => match low {
            "que"
                if matches!(before.last().map(|item| &item.kind), Some(Kind::Preposition(text)) if text != "de" && text != "a" && text != "en")
                    || matches!(sentence.low(at.wrapping_sub(1)), "ya" | "luego" | "mientras" | "siempre") =>
            {
                Kind::Subordinator // "desde que", "después de que"
            }
            "that" | "whether" | "que" => Kind::Complementizer,
            "if" | "si" if verb_before => Kind::Complementizer,
            "where" | "how" | "why" | "when" | "dónde" | "cómo" if verb_before => Kind::Complementizer,
            _ => Kind::Subordinator,
        },
        Pos::Pron if asked(sentence, at, before, groups, chunks) => Kind::Complementizer,
        Pos::Pron if chunk_rules::relative(sentence, at) => Kind::Relative,
        Pos::Pron => Kind::Complementizer,
        Pos::Cconj => Kind::Coordinator,
        Pos::Adv if matches!(low, "where" | "when" | "donde" | "cuando" | "dónde" | "cómo") => Kind::Subordinator,
        Pos::Det if matches!(low, "whose" | "cuyo" | "cuya" | "cuyos" | "cuyas") => Kind::Relative,
        Pos::Punct if low == "," => Kind::Comma,
        Pos::Punct => Kind::Mark,
        _ => Kind::Adverb,
    }
}

impl Row {
    /// The chunk at item `at`, if one stands there.
    pub(super) fn chunk(&self, at: usize) -> Option<usize> {
        match self.items.get(at)?.kind {
            Kind::Chunk(chunk) => Some(chunk),
            _ => None,
        }
    }

    pub(super) fn verb(&self, at: usize) -> Option<usize> {
        match self.items.get(at)?.kind {
            Kind::Verb(group) => Some(group),
            _ => None,
        }
    }

    pub(super) fn is(&self, at: usize, kind: &Kind) -> bool {
        self.items.get(at).is_some_and(|item| item.kind == *kind)
    }

    /// Whether an "of" stands at item `at`: what follows belongs to the noun before.
    fn of(&self, at: usize) -> bool {
        matches!(self.items.get(at).map(|item| &item.kind), Some(Kind::Preposition(text)) if text == "of" || text == "de")
    }

    fn govern(&mut self) {
        for at in 1..self.items.len() {
            if let Some(chunk) = self.chunk(at)
                && matches!(self.items[at - 1].kind, Kind::Preposition(_))
            {
                self.governed[chunk] = Some(at - 1);
            }
        }
    }

    /// How far each chunk reaches, and what is set beside it. From the back, so that what is joined is already whole.
    fn join(&mut self, sentence: &Sentence<'_>) {
        for at in (0..self.items.len()).rev() {
            let Some(chunk) = self.chunk(at) else { continue };
            if self.chunks[chunk].adjective {
                continue;
            }
            let mut next = at + 1;
            // "of" complements: "the deportation of Ruiz".
            while self.of(next) && !self.chunks[chunk].pronoun && !self.chunks[chunk].temporal {
                let Some(inner) = self.chunk(next + 1).filter(|&inner| !self.chunks[inner].temporal) else { break };
                self.reach[chunk] = self.reach[inner];
                next = self.item_from(next + 1, self.reach[inner]);
            }
            // "X and Y", unless Y opens a clause of its own.
            if self.is(next, &Kind::Coordinator) && !matches!(sentence.low(self.items[next].words.start), "but" | "pero" | "sino")
            {
                if let Some(other) = self.chunk(next + 1).filter(|&other| self.joins(sentence, at, chunk, next + 1, other)) {
                    self.reach[chunk] = self.reach[other];
                    next = self.item_from(next + 1, self.reach[other]);
                }
            } else if let Some(comma) = self.comma_after(next)
                && comma > next
            {
                // "Su defensora en Texas, Ana Paz, sostiene".
                if let Some(other) = self.chunk(comma + 1).filter(|_| self.governed[chunk].is_none()) {
                    let end = self.item_from(comma + 1, self.reach[other]);
                    let name =
                        sentence.pos(self.chunks[other].head) == Pos::Propn && sentence.pos(self.chunks[chunk].head) == Pos::Noun;
                    let verb =
                        self.is(end, &Kind::Comma) && self.verb(end + 1).is_some_and(|g| self.groups[g].form == VerbForm::Finite);
                    if name
                        && verb
                        && !self.chunks[other].temporal
                        && !self.chunks[chunk].temporal
                        && !(0..at).any(|i| self.verb(i).is_some())
                    {
                        self.apposition[chunk] = Some(other);
                        self.apposition[other] = Some(chunk);
                        self.reach[chunk] = self.reach[other];
                    }
                }
            } else if self.is(next, &Kind::Comma)
                && let Some(other) = self.chunk(next + 1)
                && !self.opens_sentence(at)
            {
                let end = self.item_from(next + 1, self.reach[other]);
                if self.listed(sentence, chunk, other) {
                    self.reach[chunk] = self.reach[other];
                    next = end;
                } else if self.beside(sentence, at, chunk, other, end) {
                    self.apposition[chunk] = Some(other);
                    self.apposition[other] = Some(chunk);
                    self.reach[chunk] = self.reach[other];
                    next = end;
                }
            }
            let _ = next;
        }
    }

    /// The comma that follows item `at` after nothing but prepositions with their nouns.
    fn comma_after(&self, mut at: usize) -> Option<usize> {
        while matches!(self.items.get(at).map(|i| &i.kind), Some(Kind::Preposition(_))) {
            at = self.item_from(at + 2, self.reach[self.chunk(at + 1)?]);
        }
        self.is(at, &Kind::Comma).then_some(at)
    }

    /// Whether the chunk at item `at` belongs to what stands before the subject: "In court in Texas, the man …".
    fn opens_sentence(&self, at: usize) -> bool {
        self.chunk(at).is_some_and(|chunk| self.governed[chunk].is_some())
            && (0..at).rev().take(20).all(|i| match &self.items[i].kind {
                Kind::Preposition(_) | Kind::Adverb => true,
                Kind::Chunk(chunk) => self.governed[*chunk].is_some(),
                _ => false,
            })
    }

    /// The first item after `at` that starts at or after word `word`.
    pub(super) fn item_from(&self, at: usize, word: usize) -> usize {
        (at..self.items.len()).find(|&i| self.items[i].words.start >= word).unwrap_or(self.items.len())
    }

    /// Whether the chunk after "and" is joined to the one before, and does not open a clause of its own.
    fn joins(&self, sentence: &Sentence<'_>, at: usize, chunk: usize, other_at: usize, other: usize) -> bool {
        let (first, second) = (&self.chunks[chunk], &self.chunks[other]);
        if second.adjective || first.temporal != second.temporal {
            return false;
        }
        let after = self.item_from(other_at, self.reach[other]);
        let after = (after..self.items.len()).find(|&i| !matches!(self.items[i].kind, Kind::Adverb)).unwrap_or(after);
        let verb_after = self.verb(after).is_some_and(|g| self.groups[g].form == VerbForm::Finite);
        if !verb_after {
            return true;
        }
        // A verb follows: the two are its subject only where none stands before them in the clause.
        let before = (0..at)
            .rev()
            .take(20)
            .map(|i| &self.items[i].kind)
            .take_while(|kind| !matches!(kind, Kind::Comma | Kind::Mark | Kind::Complementizer | Kind::Subordinator))
            .find_map(|kind| match kind {
                Kind::Verb(group) => Some(self.groups[*group].form == VerbForm::Finite),
                _ => None,
            });
        let says = before == Some(true)
            && (0..at)
                .rev()
                .take(2)
                .any(|i| self.verb(i).is_some_and(|g| speech::says(sentence.lemma(self.groups[g].head), sentence.lang)));
        let plural = self.verb(after).and_then(|g| self.groups[g].plural) == Some(true)
            || self.verb(after).is_some_and(|g| sentence.low(self.groups[g].words.start) == "were");
        before.is_none() || (says && plural)
    }

    /// Whether a chunk after a comma is a further one of a list that ends in "and".
    fn listed(&self, sentence: &Sentence<'_>, chunk: usize, other: usize) -> bool {
        let name = |c: usize| sentence.pos(self.chunks[c].head) == Pos::Propn;
        let inside = self.chunks[other].words.end..self.reach[other];
        let joined =
            inside.clone().any(|at| sentence.pos(at) == Pos::Cconj && !matches!(sentence.low(at.saturating_sub(1)), ","));
        joined
            && name(chunk) == name(other)
            && self.chunks[chunk].temporal == self.chunks[other].temporal
            && !self.chunks[other].pronoun
    }

    /// Whether a chunk between commas names the same as the one before: "His lawyer, Lucía Paz,".
    fn beside(&self, sentence: &Sentence<'_>, at: usize, chunk: usize, other: usize, end: usize) -> bool {
        let (first, second) = (&self.chunks[chunk], &self.chunks[other]);
        if first.pronoun
            || second.pronoun
            || second.adjective
            || first.temporal
            || second.temporal
            || self.apposition[other].is_some() && end - at > 12
        {
            return false;
        }
        let mut end = end;
        while matches!(self.items.get(end).map(|i| &i.kind), Some(Kind::Preposition(_)))
            && let Some(inner) = self.chunk(end + 1)
        {
            end = self.item_from(end + 2, self.reach[inner]);
        }
        let closes =
            self.is(end, &Kind::Comma) || self.is(end, &Kind::Mark) || end >= self.items.len() || self.is(end, &Kind::Relative);
        let is_name = |c: &Chunk| sentence.pos(c.head) == Pos::Propn;
        let (a, b) = (is_name(first), is_name(second));
        // "a national of Texas, Ana": one names, the other describes; two descriptions only where the second opens with an article.
        let article =
            matches!(sentence.low(second.words.start), "a" | "an" | "the" | "un" | "una" | "el" | "la" | "his" | "her" | "su");
        let age = second.words.len() <= 2 && sentence.pos(second.words.start) == Pos::Num;
        let verb =
            (end + 1..self.items.len().min(end + 4)).find(|&i| self.items[i].kind != Kind::Adverb).and_then(|i| self.verb(i));
        let goes_on = self.is(end, &Kind::Comma)
            && verb.is_some_and(|g| self.groups[g].form == VerbForm::Finite)
            && self.governed[chunk].is_none();
        closes && !age && (a != b || (article && !b) || (goes_on && !b))
    }
}
