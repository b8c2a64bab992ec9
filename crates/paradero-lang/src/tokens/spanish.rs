//! Readings of Spanish words by their neighbours.

mod closed;

use super::lexicon::{Lexicon, VerbReading};
use super::tag::{Reading, Token, by_look};
use super::{enclitics, nouns, spanish_verbs};
use crate::{Form, Gender, Pos, Tense, VerbForm};
use paradero_model::Lang;

struct Tagger<'a> {
    tokens: &'a [Token<'a>],
    lexicon: &'static Lexicon,
    done: Vec<Reading>,
}

/// One reading for each token of a sentence.
pub(super) fn read(tokens: &[Token<'_>], _heading: bool) -> Vec<Reading> {
    let mut tagger = Tagger { tokens, lexicon: Lexicon::of(Lang::Es), done: Vec::with_capacity(tokens.len()) };
    for at in 0..tokens.len() {
        let reading = tagger.choose(at);
        tagger.done.push(reading);
    }
    tagger.done
}

const CLITICS: [&str; 10] = ["me", "te", "se", "nos", "os", "lo", "la", "los", "las", "le"];

impl Tagger<'_> {
    fn low(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.low.as_str())
    }

    fn finite(&self, low: &str) -> bool {
        self.lexicon.verbs(low).iter().any(|r| r.form.verb == Some(VerbForm::Finite))
    }

    /// Whether a word can be nothing but a finite verb.
    fn plainly_finite(&self, at: usize) -> bool {
        let low = self.low(at);
        let Some(token) = self.tokens.get(at) else { return false };
        if token.capital {
            return false;
        }
        let known = self.finite(low) && self.lexicon.parts(low).is_empty();
        known
            || (self.lexicon.verbs(low).is_empty()
                && self.lexicon.parts(low).is_empty()
                && spanish_verbs::guess(low).is_some_and(|r| r.form.verb == Some(VerbForm::Finite)))
    }

    /// The nearest word before `at` that is no adverb.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().take(5).find(|&i| self.done[i].pos != Pos::Adv)
    }

    fn choose(&self, at: usize) -> Reading {
        let token = &self.tokens[at];
        if let Some(look) = by_look(token) {
            return look;
        }
        let low = token.low.as_str();
        if let Some(reading) = self.closed(at, low) {
            return reading;
        }
        if token.capital {
            return Reading::new(Pos::Propn, low);
        }
        let parts = self.lexicon.parts(low);
        let known = self.lexicon.verbs(low);
        let mut readings: Vec<VerbReading> = known.to_vec();
        if readings.is_empty()
            && let Some(enclitic) = enclitics::read(low, self.lexicon)
        {
            readings.push(enclitic);
        }
        if readings.is_empty() && parts.is_empty() {
            readings.extend(spanish_verbs::guess(low));
            let leads =
                at.checked_sub(1).is_some_and(|i| matches!(self.done[i].pos, Pos::Adp | Pos::Verb | Pos::Aux | Pos::Pron));
            if readings.is_empty() && leads && low.len() > 5 && ["ar", "er", "ir"].iter().any(|end| low.ends_with(end)) {
                let form = Form { verb: Some(VerbForm::Infinitive), ..Form::default() };
                readings.push(VerbReading { lemma: low.to_owned(), form });
            }
        }
        if !readings.is_empty() {
            return self.verb_or_not(at, low, parts, &readings);
        }
        match parts.first() {
            Some(&pos) => self.listed(at, low, pos, parts),
            None if low.ends_with("mente") => Reading::new(Pos::Adv, low),
            None => self.open(at, low),
        }
    }

    fn listed(&self, at: usize, low: &str, pos: Pos, parts: &[Pos]) -> Reading {
        let after_noun = at.checked_sub(1).is_some_and(|i| matches!(self.done[i].pos, Pos::Noun | Pos::Propn));
        let pos = match pos {
            Pos::Adj | Pos::Noun if parts.contains(&Pos::Adj) && parts.contains(&Pos::Noun) => {
                if after_noun || self.next_noun(at) { Pos::Adj } else { Pos::Noun }
            }
            Pos::Adv if parts.contains(&Pos::Adj) && self.next_noun(at) => Pos::Adj,
            Pos::Adv
                if parts.contains(&Pos::Noun)
                    && at.checked_sub(1).is_some_and(|i| matches!(self.low(i), "la" | "una" | "esta" | "cada" | "el")) =>
            {
                Pos::Noun
            }
            Pos::Adj if low == "mejor" || low == "peor" => Pos::Adj,
            other => other,
        };
        if matches!(pos, Pos::Noun | Pos::Adj) {
            nouns::spanish(pos, low)
        } else {
            Reading { pos, lemma: low.to_owned(), form: agreement(low, pos) }
        }
    }

    fn next_noun(&self, at: usize) -> bool {
        let low = self.low(at + 1);
        self.tokens.get(at + 1).is_some_and(|t| t.capital && by_look(t).is_none())
            || self.lexicon.parts(low).first() == Some(&Pos::Noun)
            || (!low.is_empty()
                && self.lexicon.parts(low).is_empty()
                && self.lexicon.verbs(low).is_empty()
                && self.tokens.get(at + 1).is_some_and(|t| by_look(t).is_none())
                && !low.ends_with("mente"))
    }

    fn open(&self, at: usize, low: &str) -> Reading {
        let adjectival = [
            "ivo", "iva", "ivos", "ivas", "oso", "osa", "osos", "osas", "ico", "ica", "icos", "icas", "able", "ables", "ible",
            "ibles", "al", "ales", "ario", "aria", "arios", "arias", "ense", "enses", "eño", "eña", "eños",
        ]
        .iter()
        .any(|end| low.len() > end.len() + 2 && low.ends_with(end));
        let after_noun = at.checked_sub(1).is_some_and(|i| matches!(self.done[i].pos, Pos::Noun | Pos::Propn | Pos::Adj));
        nouns::spanish(
            if after_noun && (adjectival || at.checked_sub(1).is_some_and(|i| self.done[i].pos == Pos::Noun)) {
                Pos::Adj
            } else {
                Pos::Noun
            },
            low,
        )
    }

    fn verb_or_not(&self, at: usize, low: &str, parts: &[Pos], readings: &[VerbReading]) -> Reading {
        let previous = self.before(at).map(|i| &self.done[i]);
        let direct = at.checked_sub(1).map(|i| &self.done[i]);
        let prev_low = at.checked_sub(1).map_or("", |i| self.low(i));
        let of = |form: VerbForm| readings.iter().find(|r| r.form.verb == Some(form));
        let listed = parts.first().copied();
        let as_verb = |reading: &VerbReading| {
            let pos = if self.auxiliary(at, &reading.lemma) { Pos::Aux } else { Pos::Verb };
            Reading { pos, lemma: reading.lemma.clone(), form: reading.form }
        };
        let noun = || match listed {
            Some(pos) => self.listed(at, low, pos, parts),
            None => nouns::spanish(Pos::Noun, low),
        };
        if matches!(listed, Some(Pos::Adp | Pos::Cconj | Pos::Sconj | Pos::Det | Pos::Num | Pos::Pron)) && !matches!(low, "como")
        {
            return noun();
        }
        if matches!(listed, Some(Pos::Adv)) && !matches!(prev_low, "no" | "se" | "lo" | "le") {
            return noun();
        }
        let year = prev_low.len() == 4 && prev_low.bytes().all(|b| b.is_ascii_digit());
        let determined = !year
            && direct.is_some_and(|p| {
                matches!(p.pos, Pos::Det | Pos::Num)
                    || (p.pos == Pos::Adj && !matches!(p.lemma.as_str(), "vivo" | "libre" | "preso" | "muerto"))
                        && at >= 2
                        && matches!(self.done[at - 2].pos, Pos::Det | Pos::Num)
            });
        if let Some(participle) = of(VerbForm::Participle) {
            let aux = previous.is_some_and(|p| matches!(p.lemma.as_str(), "haber" | "ser" | "estar"));
            let copula = previous.is_some_and(|p| {
                matches!(
                    p.lemma.as_str(),
                    "quedar"
                        | "permanecer"
                        | "seguir"
                        | "continuar"
                        | "resultar"
                        | "mantener"
                        | "encontrar"
                        | "ver"
                        | "hallar"
                        | "llevar"
                        | "tener"
                        | "aparecer"
                        | "morir"
                        | "parecer"
                        | "dar"
                )
            });
            // A finite reading of the same letters ("vino", "visto") is rarer after these.
            if aux || copula {
                return if matches!(listed, Some(Pos::Adj)) && previous.is_some_and(|p| p.lemma != "haber" && p.lemma != "ser") {
                    nouns::spanish(Pos::Adj, low)
                } else {
                    as_verb(participle)
                };
            }
            if determined {
                let noun_after = self.next_noun(at) && !matches!(listed, Some(Pos::Noun));
                return if noun_after && matches!(listed, Some(Pos::Adj)) {
                    nouns::spanish(Pos::Adj, low)
                } else if noun_after && self.lexicon.parts(self.low(at + 1)).first() == Some(&Pos::Noun) {
                    as_verb(participle)
                } else {
                    nouns::spanish(Pos::Noun, low)
                };
            }
            if matches!(listed, Some(Pos::Noun)) && !direct.is_some_and(|p| matches!(p.pos, Pos::Noun | Pos::Propn | Pos::Adj)) {
                return noun();
            }
            if matches!(listed, Some(Pos::Adj)) {
                return nouns::spanish(Pos::Adj, low);
            }
            if self.lexicon.verbs(low).is_empty() && direct.is_some_and(|p| p.pos == Pos::Adp) {
                return nouns::spanish(Pos::Noun, low);
            }
            if of(VerbForm::Finite).is_none() {
                return as_verb(participle);
            }
        }
        if let Some(infinitive) = of(VerbForm::Infinitive).filter(|_| of(VerbForm::Finite).is_none() || low.ends_with('r')) {
            let beside = direct.is_some_and(|p| matches!(p.pos, Pos::Noun | Pos::Adj | Pos::Propn | Pos::Det));
            if beside && matches!(listed, Some(Pos::Adj | Pos::Noun)) {
                return noun();
            }
            return if determined && (matches!(listed, Some(Pos::Noun)) || matches!(low, "poder" | "deber" | "ser" | "parecer")) {
                nouns::spanish(Pos::Noun, low)
            } else {
                as_verb(infinitive)
            };
        }
        if let Some(gerund) = of(VerbForm::Gerund) {
            return as_verb(gerund);
        }
        // Finite forms: among several, the third person is likeliest, and the indicative where no "que" stands before.
        let clitic = direct.is_some_and(|p| p.pos == Pos::Pron && CLITICS.contains(&prev_low))
            || matches!(
                prev_low,
                "no" | "les" | "quien" | "quienes" | "que" | "nunca" | "ya" | "él" | "ella" | "ellos" | "también" | "tampoco"
            );
        let finite = self.likeliest(at, readings);
        let Some(finite) = finite else { return noun() };
        if determined && !clitic {
            return if listed.is_some() {
                noun()
            } else {
                nouns::spanish(if direct.is_some_and(|p| p.pos == Pos::Noun) { Pos::Adj } else { Pos::Noun }, low)
            };
        }
        if clitic && !matches!(listed, Some(Pos::Adj)) {
            return as_verb(finite);
        }
        let marked = low.ends_with(['ó', 'á', 'é', 'í'])
            || ["aron", "ieron", "yeron", "aba", "aban", "ían", "rán", "jeron", "eron"].iter().any(|end| low.ends_with(end));
        if listed.is_none() && marked {
            return as_verb(finite);
        }
        match direct.map(|p| p.pos) {
            Some(Pos::Adp) if matches!(prev_low, "según" | "como") && listed.is_none() => as_verb(finite),
            Some(Pos::Adp) => noun(),
            Some(Pos::Noun) if listed.is_none() && finite.form.person == Some(3) => as_verb(finite),
            Some(Pos::Noun | Pos::Adj | Pos::Propn) if listed.is_some() => {
                // "la organización denuncia que …", "el grupo demanda la libertad": an object or "que" follows.
                let next = self.low(at + 1);
                let object =
                    matches!(next, "que" | "el" | "la" | "los" | "las" | "un" | "una" | "su" | "sus" | "a" | "al" | "haber");
                let agrees = direct.is_some_and(|p| p.form.plural.is_none() || p.form.plural == finite.form.plural);
                if object && agrees && !matches!(listed, Some(Pos::Adj)) && finite.form.person == Some(3) {
                    as_verb(finite)
                } else {
                    noun()
                }
            }
            None => {
                if listed.is_none() || matches!(self.low(at + 1), "a" | "que" | "el" | "la") && finite.form.plural == Some(true) {
                    as_verb(finite)
                } else {
                    noun()
                }
            }
            _ => {
                if listed.is_none() {
                    as_verb(finite)
                } else {
                    noun()
                }
            }
        }
    }

    fn likeliest<'r>(&self, at: usize, readings: &'r [VerbReading]) -> Option<&'r VerbReading> {
        let subordinate = (0..at)
            .rev()
            .take(6)
            .take_while(|&i| self.done[i].pos != Pos::Punct && self.done[i].pos != Pos::Verb)
            .any(|i| matches!(self.low(i), "que" | "para" | "si" | "ojalá" | "cuando"));
        let preferred = if subordinate { None } else { Some(Tense::Subjunctive) };
        // "marcho" and "Rosa" aside, news speaks in the third person.
        let score = |r: &VerbReading| {
            let person = if r.form.person == Some(3) { 0 } else { 3 };
            let mood = if r.form.tense.is_some() && r.form.tense == preferred { 2 } else { 0 };
            let rare = match r.lemma.as_str() {
                "ver" | "ser" | "ir" | "decir" | "dar" | "sentir" => 0,
                _ => 1,
            };
            person + mood + rare
        };
        readings.iter().filter(|r| r.form.verb == Some(VerbForm::Finite)).min_by_key(|r| score(r))
    }

    /// Whether the verb at `at` helps another one.
    fn auxiliary(&self, at: usize, lemma: &str) -> bool {
        match lemma {
            "ser" | "estar" => true,
            "poder" | "deber" | "soler" => (at + 1..(at + 4).min(self.tokens.len())).any(|i| {
                self.lexicon.verbs(self.low(i)).iter().any(|r| r.form.verb == Some(VerbForm::Infinitive))
                    || enclitics::read(self.low(i), self.lexicon).is_some()
            }),
            _ => false,
        }
    }
}

fn gendered(gender: Gender, plural: bool) -> Form {
    Form { gender: Some(gender), plural: Some(plural), ..Form::default() }
}

fn agreement(low: &str, pos: Pos) -> Form {
    if matches!(pos, Pos::Det | Pos::Pron) {
        Form { plural: Some(low.ends_with('s') && low.len() > 3), ..Form::default() }
    } else {
        Form::default()
    }
}
