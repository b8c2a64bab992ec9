//! What follows a verb group: object, agent, predicate and what stands with a preposition.

use super::{
    Sentence,
    groups::Group,
    items::{Kind, Row},
    speech,
    subjects::{Hanging, Words},
};
use crate::{NameKind, Pos, Role, VerbForm, Voice};
use paradero_model::Lang;

/// One argument, in words.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) role: Role,
    pub(super) words: Words,
    pub(super) preposition: Option<String>,
}

/// What follows a group, and where its clause ends.
pub(super) struct After {
    pub(super) arguments: Vec<Found>,
    pub(super) end: usize,
}

pub(super) fn after(sentence: &Sentence<'_>, row: &Row, group: usize, place: usize, hanging: &Hanging) -> After {
    let mut reader =
        Reader { sentence, row, group: &row.groups[group], hanging, found: Vec::new(), end: row.groups[group].words.end };
    reader.run(place + 1);
    After { arguments: reader.found, end: reader.end }
}

struct Reader<'s, 'a> {
    sentence: &'s Sentence<'a>,
    row: &'s Row,
    group: &'s Group,
    hanging: &'s Hanging,
    found: Vec<Found>,
    end: usize,
}

impl Reader<'_, '_> {
    fn run(&mut self, mut at: usize) {
        let row = self.row;
        while let Some(item) = row.items.get(at) {
            match &item.kind {
                Kind::Adverb => {
                    let low = self.sentence.low(item.words.start);
                    if matches!(low, "there" | "here" | "home" | "abroad" | "allí" | "allá" | "aquí" | "ahí" | "acá") {
                        let words = Words { words: item.words.clone(), head: item.words.start };
                        self.add(Role::Oblique, words, None);
                    }
                    at += 1;
                }
                Kind::Chunk(chunk) => match self.chunk(at, *chunk) {
                    Some(next) => at = next,
                    None => break,
                },
                Kind::Preposition(text) => match self.prepositional(at, text) {
                    Some(next) => at = next,
                    None => break,
                },
                Kind::Comma => {
                    if !self.goes_on(at + 1) {
                        break;
                    }
                    at += 1;
                }
                Kind::Coordinator => {
                    let preposition = matches!(row.items.get(at + 1).map(|i| &i.kind), Some(Kind::Preposition(_)));
                    if !(preposition && self.goes_on(at + 1)) {
                        break;
                    }
                    at += 1;
                }
                Kind::Mark => {
                    // Quotation marks around a few words do not end a clause: "un supuesto plan para «paralizar»".
                    let quote = matches!(self.sentence.low(item.words.start), "«" | "“" | "\"" | "»" | "”" | "``" | "''");
                    let next = row.items.get(at + 1).map(|i| &i.kind);
                    let colon = at > 0 && (row.is(at - 1, &Kind::Mark) || row.is(at - 1, &Kind::Comma));
                    if !quote || colon || !matches!(next, Some(Kind::Chunk(_) | Kind::Preposition(_) | Kind::Mark)) {
                        break;
                    }
                    at += 1;
                }
                _ => break,
            }
        }
    }

    fn add(&mut self, role: Role, words: Words, preposition: Option<String>) {
        self.end = self.end.max(words.words.end);
        self.found.push(Found { role, words, preposition });
    }

    fn has(&self, role: Role) -> bool {
        self.found.iter().any(|found| found.role == role)
    }

    fn whole(&self, chunk: usize) -> Words {
        let c = &self.row.chunks[chunk];
        Words { words: c.words.start..self.row.reach[chunk].max(c.words.end), head: c.head }
    }

    /// The first item after all of the chunk at item `at`.
    fn past(&self, at: usize, chunk: usize) -> usize {
        self.row.item_from(at + 1, self.row.reach[chunk])
    }

    /// Whether what follows a comma still belongs to this clause: "fue detenida, según su familia, en su casa".
    fn goes_on(&self, at: usize) -> bool {
        let row = self.row;
        let chunk_at = match row.items.get(at).map(|i| &i.kind) {
            Some(Kind::Preposition(_)) => at + 1,
            Some(Kind::Chunk(c)) if row.chunks[*c].temporal => at,
            _ => return false,
        };
        let Some(chunk) = row.chunk(chunk_at) else { return false };
        let mut next = self.past(chunk_at, chunk);
        // Over further ones, to see whether a clause of its own begins.
        for _ in 0..8 {
            match row.items.get(next).map(|i| &i.kind) {
                Some(Kind::Adverb) => next += 1,
                Some(Kind::Preposition(_)) if row.chunk(next + 1).is_some() => {
                    next = row.chunk(next + 1).map_or(next + 2, |c| self.past(next + 1, c))
                }
                Some(Kind::Chunk(c)) if row.chunks[*c].temporal => next = self.past(next, *c),
                Some(Kind::Comma) if matches!(row.items.get(next + 1).map(|i| &i.kind), Some(Kind::Chunk(_))) => return false,
                Some(Kind::Comma) => {
                    return !matches!(row.items.get(next + 1).map(|i| &i.kind), Some(Kind::Verb(g)) if row.groups[*g].form == VerbForm::Finite);
                }
                Some(Kind::Mark | Kind::Coordinator | Kind::Subordinator | Kind::Relative | Kind::Complementizer) | None => {
                    return true;
                }
                _ => return false,
            }
        }
        false
    }

    fn chunk(&mut self, at: usize, chunk: usize) -> Option<usize> {
        let (row, sentence) = (self.row, self.sentence);
        let c = &row.chunks[chunk];
        let lemma = sentence.lemma(self.group.head);
        let next = self.past(at, chunk);
        if c.adjective {
            let predicative = speech::joins(lemma)
                || self.group.voice == Voice::Passive
                || !self.group.clitics.is_empty()
                || self.has(Role::Object);
            if predicative && !self.has(Role::Predicate) {
                self.add(Role::Predicate, self.whole(chunk), None);
            }
            return Some(next);
        }
        if c.temporal {
            self.add(Role::Oblique, self.whole(chunk), None);
            return Some(next);
        }
        if self.opens_clause(next, chunk) {
            return None;
        }
        let whole = self.whole(chunk);
        let spanish = sentence.lang == Lang::Es;
        let unspoken = self.hanging.subject.is_none()
            || self.hanging.shared.is_some()
                && spanish
                && (speech::says(lemma, sentence.lang) || self.group.voice == Voice::Reflexive || speech::subject_follows(lemma));
        let finite = self.group.form == VerbForm::Finite;
        let agrees = match (self.group.plural, sentence.word(c.head).form.plural) {
            (Some(true), Some(false)) => whole.words.clone().any(|i| sentence.pos(i) == Pos::Cconj),
            (Some(true), None) => {
                whole.words.clone().any(|i| matches!(sentence.pos(i), Pos::Cconj))
                    || sentence.pos(c.head) != Pos::Propn
                    || c.words.clone().any(|i| sentence.word(i).form.plural == Some(true) && sentence.pos(i) != Pos::Propn)
            }
            (Some(false), Some(true)) => sentence.pos(c.head) == Pos::Propn,
            _ => true,
        };
        let named = sentence.pos(c.head) == Pos::Propn
            && row.is(next.min(row.items.len().saturating_sub(1)), &Kind::Preposition("por".into()));
        let closes = named
            || matches!(
                row.items.get(next).map(|i| &i.kind),
                None | Some(Kind::Mark | Kind::Comma | Kind::Relative | Kind::Adverb)
            );
        let object_clitic = self.group.clitics.iter().any(|(_, role)| *role == Role::Object);
        // "Estuvo presa 19 días": a bare word for a state is what is said of the subject.
        let state = speech::joins(lemma)
            && c.words.start == c.head
            && matches!(
                sentence.word(c.head).lemma.as_str(),
                "preso" | "presa" | "detenido" | "detenida" | "libre" | "recluso" | "reclusa"
            );
        let inverted = spanish
            && finite
            && !state
            && unspoken
            && !self.has(Role::Subject)
            && agrees
            && (object_clitic
                || matches!(self.group.voice, Voice::Passive | Voice::Reflexive)
                || speech::subject_follows(lemma) && !(speech::joins(lemma) && self.has(Role::Predicate))
                || speech::says(lemma, sentence.lang)
                    && (closes || self.found.iter().any(|f| f.role == Role::Indirect))
                    && self.person_like(chunk)
                || self.has(Role::Object));
        let said_by = sentence.lang == Lang::En
            && finite
            && speech::says(lemma, Lang::En)
            && (self.hanging.subject.is_none())
            && !self.has(Role::Subject);
        let role = if inverted || said_by {
            Role::Subject
        } else if speech::joins(lemma) && self.group.voice == Voice::Active {
            Role::Predicate
        } else if self.has(Role::Object) || object_clitic {
            let first_is_person = self.found.iter().position(|f| f.role == Role::Object).filter(|_| speech::gives(lemma));
            match first_is_person {
                Some(first) => {
                    self.found[first].role = Role::Indirect;
                    Role::Object
                }
                None if object_clitic || self.has(Role::Predicate) => return None,
                None => Role::Predicate,
            }
        } else if self.group.voice == Voice::Passive
            && matches!(
                lemma,
                "name"
                    | "call"
                    | "elect"
                    | "appoint"
                    | "consider"
                    | "declare"
                    | "deem"
                    | "nombrar"
                    | "declarar"
                    | "considerar"
                    | "elegir"
            )
        {
            Role::Predicate
        } else {
            Role::Object
        };
        self.add(role, whole, None);
        Some(next)
    }

    fn person_like(&self, chunk: usize) -> bool {
        let sentence = self.sentence;
        let c = &self.row.chunks[chunk];
        let determined = c
            .words
            .clone()
            .next()
            .is_some_and(|at| matches!(sentence.low(at), "el" | "la" | "los" | "las" | "su" | "sus" | "un" | "una"));
        sentence.pos(c.head) == Pos::Propn
            || determined
            || self.found.is_empty() && sentence.word(c.head).form.plural == Some(true)
    }

    /// Whether a chunk is the subject of a finite verb after it: "said **Ruiz** was freed".
    fn opens_clause(&self, next: usize, chunk: usize) -> bool {
        let row = self.row;
        let mut at = next;
        for _ in 0..6 {
            match row.items.get(at).map(|i| &i.kind) {
                Some(Kind::Adverb) => at += 1,
                Some(Kind::Preposition(_)) if row.chunk(at + 1).is_some() && self.sentence.lang == Lang::En => {
                    at = row.chunk(at + 1).map_or(at + 2, |c| self.past(at + 1, c))
                }
                Some(Kind::Verb(g)) => {
                    let other = &row.groups[*g];
                    if other.form == VerbForm::Participle && at == next {
                        at += 1; // "said migrants sent there were": look behind the participle
                        continue;
                    }
                    let lang = self.sentence.lang;
                    let may = speech::takes_clause(self.sentence.lemma(self.group.head), lang) || self.has(Role::Object);
                    return other.form == VerbForm::Finite
                        && may
                        && (lang == Lang::En || at == next && !row.chunks[chunk].adjective);
                }
                _ => return false,
            }
        }
        false
    }

    fn prepositional(&mut self, at: usize, text: &str) -> Option<usize> {
        let (row, sentence) = (self.row, self.sentence);
        let Some(chunk) = row.chunk(at + 1) else {
            // A preposition without a noun: "for being gay", "por protestar" are clauses of their own; "picked up on" goes on.
            return match row.items.get(at + 1).map(|i| &i.kind) {
                Some(Kind::Adverb | Kind::Preposition(_)) => Some(at + 1),
                Some(Kind::Mark)
                    if row.chunk(at + 2).is_some() && matches!(sentence.low(row.items[at + 1].words.start), "«" | "“" | "\"") =>
                {
                    let chunk = row.chunk(at + 2)?;
                    self.add(Role::Oblique, self.whole(chunk), Some(text.to_owned()));
                    Some(self.past(at + 2, chunk))
                }
                _ => None,
            };
        };
        let next = self.past(at + 1, chunk);
        let c = &row.chunks[chunk];
        let whole = self.whole(chunk);
        let lemma = sentence.lemma(self.group.head);
        let noun_before = at.checked_sub(1).and_then(|i| row.chunk(i)).is_some();
        let role = match text {
            "of" | "de" if noun_before && !c.temporal => return Some(next),
            "by" if self.group.voice == Voice::Passive && !c.temporal => Role::Agent,
            "por" if self.group.voice == Voice::Passive && !c.temporal && self.acts(chunk) => Role::Agent,
            "a" if !c.temporal => self.spanish_a(chunk, lemma),
            _ => Role::Oblique,
        };
        let preposition = (role == Role::Oblique).then(|| text.to_owned());
        self.add(role, whole, preposition);
        Some(next)
    }

    /// Whether what follows "por" acts: a name, a plural or a noun with an article, no bare cause.
    fn acts(&self, chunk: usize) -> bool {
        let sentence = self.sentence;
        let c = &self.row.chunks[chunk];
        let abstracted =
            ["ción", "sión", "ismo", "dad", "miento", "ncia", "ión"].iter().any(|end| sentence.lemma(c.head).ends_with(end));
        let group = matches!(
            sentence.lemma(c.head),
            "organización"
                | "asociación"
                | "institución"
                | "comisión"
                | "agencia"
                | "dirección"
                | "federación"
                | "coalición"
                | "policía"
                | "inteligencia"
        );
        let named = sentence.pos(c.head) == Pos::Propn;
        let determined = sentence.pos(c.words.start) == Pos::Det || sentence.pos(c.words.start) == Pos::Num;
        named
            || group
            || (!abstracted && (determined || sentence.word(c.head).form.plural == Some(true)))
                && !matches!(
                    sentence.lemma(c.head),
                    "delito"
                        | "cargo"
                        | "hecho"
                        | "crimen"
                        | "falta"
                        | "motivo"
                        | "razón"
                        | "caso"
                        | "causa"
                        | "protesta"
                        | "lado"
                        | "parte"
                        | "segundo"
                        | "tercero"
                )
    }

    fn spanish_a(&self, chunk: usize, lemma: &str) -> Role {
        let sentence = self.sentence;
        let c = &self.row.chunks[chunk];
        let span = sentence.span(&c.words);
        let names = &sentence.found.names;
        let first = names.partition_point(|name| name.span.end() <= span.start());
        let place =
            names[first..].iter().take_while(|name| name.span.start() < span.end()).any(|name| name.kind == NameKind::Place);
        let indirect = self.group.clitics.iter().any(|(_, role)| *role == Role::Indirect);
        if place || self.group.voice == Voice::Passive || speech::goes(lemma) || sentence.pos(c.head) == Pos::Num {
            Role::Oblique
        } else if indirect
            || speech::gives(lemma)
            || self.has(Role::Object)
            || self.group.clitics.iter().any(|(_, role)| *role == Role::Object)
        {
            let where_to =
                sentence.word(c.head).form.gender.is_some() && self.has(Role::Object) && !self.person(chunk) && !indirect;
            if where_to { Role::Oblique } else { Role::Indirect }
        } else if sentence.pos(c.head) == Pos::Propn || self.person(chunk) {
            Role::Object
        } else {
            Role::Oblique
        }
    }

    /// Whether a noun is likely of a person: by its ending or its plural with "a".
    fn person(&self, chunk: usize) -> bool {
        let sentence = self.sentence;
        let c = &self.row.chunks[chunk];
        let lemma = sentence.lemma(c.head);
        let kin = [
            "hijo",
            "hija",
            "padre",
            "madre",
            "hermano",
            "hermana",
            "esposo",
            "esposa",
            "hombre",
            "mujer",
            "persona",
            "niño",
            "niña",
            "joven",
            "juez",
            "jueza",
            "familia",
            "familiar",
            "gente",
            "víctima",
            "miembro",
            "vecino",
            "vecina",
            "pareja",
            "marido",
            "policía",
            "fiscal",
            "líder",
            "preso",
            "presa",
            "reo",
            "grupo",
            "gobierno",
            "tribunal",
            "ministerio",
        ]
        .contains(&lemma);
        let ending = [
            "dor", "dora", "ista", "ante", "ente", "ado", "ada", "ido", "ida", "ero", "era", "ario", "aria", "tor", "tora",
            "ano", "ana", "eño", "eña", "ense", "és",
        ]
        .iter()
        .any(|end| lemma.ends_with(end));
        let thing = matches!(
            lemma,
            "estado"
                | "mercado"
                | "resultado"
                | "cuidado"
                | "lado"
                | "llamada"
                | "entrada"
                | "salida"
                | "vida"
                | "comida"
                | "frontera"
                | "carretera"
                | "semana"
                | "ventana"
                | "mañana"
                | "ambiente"
                | "juzgado"
                | "consulado"
                | "centro"
                | "medida"
                | "manera"
                | "calendario"
                | "escenario"
                | "plano"
                | "verano"
        );
        kin || (ending && !thing) || c.pronoun
    }
}
