//! Readings of Spanish words by their neighbours.

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

    fn closed(&self, at: usize, low: &str) -> Option<Reading> {
        let previous = at.checked_sub(1).map(|i| &self.done[i]);
        let prev_low = at.checked_sub(1).map_or("", |i| self.low(i));
        let next = self.low(at + 1);
        Some(match low {
            "el" if self.tokens[at].text == "El" || !self.tokens[at].capital => {
                Reading { pos: Pos::Det, lemma: "el".into(), form: gendered(Gender::Masculine, false) }
            }
            "la" | "los" | "las" | "lo" => {
                let form = gendered(if low.starts_with("la") { Gender::Feminine } else { Gender::Masculine }, low.ends_with('s'));
                let pronoun_before = matches!(prev_low, "se" | "me" | "te" | "nos" | "no");
                let verb_next = self.plainly_finite(at + 1)
                    || (matches!(
                        next,
                        "ha" | "han"
                            | "he"
                            | "había"
                            | "habían"
                            | "habría"
                            | "habrían"
                            | "haya"
                            | "hayan"
                            | "hubieran"
                            | "hubiera"
                            | "hubiese"
                            | "hemos"
                    ))
                    || (pronoun_before && (self.finite(next) || self.lexicon.parts(next).is_empty()))
                    || (low == "lo" && self.finite(next) && !self.lexicon.is(next, Pos::Adj))
                    || (self.finite(next) && self.lexicon.parts(next).is_empty() && !self.tokens[at + 1].capital);
                // "la marcha" has an article, "la mata" might not: a noun before or a relative word says verb.
                let relative = matches!(prev_low, "que" | "quien" | "quienes" | "donde" | "cuando")
                    && self.finite(next)
                    && !self.lexicon.is(next, Pos::Noun)
                    && !self.lexicon.is(next, Pos::Adj);
                let after_preposition =
                    low != "lo" && previous.is_some_and(|p| p.pos == Pos::Adp) && !matches!(prev_low, "según" | "como");
                let pron = (verb_next || relative) && !after_preposition;
                Reading {
                    pos: if pron { Pos::Pron } else { Pos::Det },
                    lemma: if pron { "él" } else { "el" }.into(),
                    form: Form { person: pron.then_some(3), ..form },
                }
            }
            "le" | "les" => Reading {
                pos: Pos::Pron,
                lemma: "él".into(),
                form: Form { person: Some(3), plural: Some(low == "les"), ..Form::default() },
            },
            "él" | "ella" | "ellos" | "ellas" => Reading {
                pos: Pos::Pron,
                lemma: "él".into(),
                form: Form {
                    person: Some(3),
                    ..gendered(if low.starts_with("ella") { Gender::Feminine } else { Gender::Masculine }, low.ends_with('s'))
                },
            },
            "se" | "me" | "te" | "nos" | "os" => Reading {
                pos: Pos::Pron,
                lemma: low.into(),
                form: Form {
                    person: Some(match low {
                        "se" => 3,
                        "te" | "os" => 2,
                        _ => 1,
                    }),
                    ..Form::default()
                },
            },
            "su" | "sus" => Reading {
                pos: Pos::Det,
                lemma: "su".into(),
                form: Form { person: Some(3), plural: Some(low == "sus"), ..Form::default() },
            },
            "del" | "al" => Reading::new(Pos::Adp, if low == "del" { "de" } else { "a" }),
            "que" => {
                let relative = match previous.map(|p| p.pos) {
                    Some(Pos::Noun | Pos::Propn | Pos::Det | Pos::Pron | Pos::Num) => true,
                    Some(Pos::Adj) => true,
                    Some(Pos::Verb) => {
                        previous.is_some_and(|p| p.form.verb == Some(VerbForm::Participle))
                            && at.checked_sub(2).is_some_and(|i| matches!(self.done[i].pos, Pos::Noun | Pos::Propn | Pos::Det))
                    }
                    Some(Pos::Adp) => !matches!(prev_low, "de" | "para" | "sin" | "hasta" | "desde" | "a" | "por"),
                    Some(Pos::Punct) => {
                        !matches!(prev_low, "¿" | "«" | "“" | "\"" | ":" | "¡")
                            && at > 1
                            && matches!(self.done[at - 2].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Punct)
                    }
                    _ => false,
                };
                Reading::new(if relative { Pos::Pron } else { Pos::Sconj }, "que")
            }
            "qué" => Reading::new(if self.next_noun(at) { Pos::Det } else { Pos::Pron }, "qué"),
            "un" | "una" | "unos" | "unas" => Reading {
                pos: Pos::Det,
                lemma: "uno".into(),
                form: gendered(if low.starts_with("una") { Gender::Feminine } else { Gender::Masculine }, low.ends_with('s')),
            },
            "otro" | "otra" | "otros" | "otras" | "todo" | "toda" | "todos" | "todas" | "varios" | "varias" | "muchos"
            | "muchas" | "ambos" | "ambas" | "alguno" | "alguna" | "algunos" | "algunas" | "ninguno" | "ninguna" | "este"
            | "esta" | "estos" | "estas" | "ese" | "esa" | "esos" | "esas" | "aquel" | "aquella" | "aquellos" | "tanto"
            | "poco" | "mucho" => {
                if low == "poco" || low == "mucho" || low == "tanto" {
                    return None;
                }
                let det = self.next_noun(at)
                    || matches!(self.lexicon.parts(next).first(), Some(Pos::Det | Pos::Adj | Pos::Num | Pos::Noun))
                    || (!self.finite(next)
                        && self.lexicon.parts(next).is_empty()
                        && !next.is_empty()
                        && self.tokens.get(at + 1).is_some_and(|t| by_look(t).is_none()));
                if matches!(low, "alguno" | "alguna") && previous.is_some_and(|p| p.pos == Pos::Noun) {
                    return Some(nouns::spanish(Pos::Adj, low));
                }
                let gender = if low.ends_with("a") || low.ends_with("as") { Gender::Feminine } else { Gender::Masculine };
                Reading {
                    pos: if det { Pos::Det } else { Pos::Pron },
                    lemma: low.into(),
                    form: gendered(gender, low.ends_with('s')),
                }
            }
            "no" => Reading::new(Pos::Adv, "no"),
            "sí" => Reading::new(if previous.is_some_and(|p| p.pos == Pos::Adp) { Pos::Pron } else { Pos::Adv }, "sí"),
            "como" | "cuando" | "donde" | "mientras" | "porque" | "aunque" | "si" | "pues" => Reading::new(
                if low == "como" && !self.clause_follows(at) {
                    Pos::Adp
                } else if low == "mientras" && next == "tanto" {
                    Pos::Adv
                } else {
                    Pos::Sconj
                },
                low,
            ),
            "para" | "sobre" | "entre" | "bajo" | "hasta" | "desde" | "contra" | "ante" | "según" | "durante" | "por" | "con"
            | "sin" | "tras" | "de" | "en" | "a" | "hacia" | "mediante" => {
                if matches!(low, "sobre" | "bajo") && previous.is_some_and(|p| p.pos == Pos::Det) {
                    return None;
                }
                Reading::new(Pos::Adp, low)
            }
            "era" if previous.is_some_and(|p| p.pos == Pos::Det) => nouns::spanish(Pos::Noun, low),
            "fue" | "fueron" | "fui" | "fuera" | "fueran" | "fuese" | "fuesen" | "fuimos" => {
                let next_low = self.low(if self.lexicon.parts(next).first() == Some(&Pos::Adv) || next.ends_with("mente") {
                    at + 2
                } else {
                    at + 1
                });
                let goes = prev_low == "se"
                    || matches!(next_low, "a" | "al" | "hasta" | "hacia" | "rumbo") && !matches!(self.low(at + 2), "parar");
                let tense = if low.starts_with("fuer") && low != "fueron" || low.starts_with("fues") {
                    Tense::Subjunctive
                } else {
                    Tense::Past
                };
                Reading {
                    pos: if goes { Pos::Verb } else { Pos::Aux },
                    lemma: if goes { "ir" } else { "ser" }.into(),
                    form: Form {
                        verb: Some(VerbForm::Finite),
                        tense: Some(tense),
                        person: Some(3),
                        plural: Some(low.ends_with('n')),
                        gender: None,
                    },
                }
            }
            "hay" | "había" | "hubo" | "habrá" | "haya" | "ha" | "han" | "he" | "habían" | "habría" | "habrían" | "hayan"
            | "hubiera" | "hubieran" | "hubiese" | "hubieron" | "hemos" | "habido" | "haber" | "habiendo" => {
                let participle = (at + 1..(at + 4).min(self.tokens.len()))
                    .find(|&i| {
                        !matches!(self.lexicon.parts(self.low(i)).first(), Some(Pos::Adv)) && !self.low(i).ends_with("mente")
                    })
                    .is_some_and(|i| {
                        self.lexicon.verbs(self.low(i)).iter().any(|r| r.form.verb == Some(VerbForm::Participle))
                            || spanish_verbs::guess(self.low(i)).is_some_and(|r| r.form.verb == Some(VerbForm::Participle))
                            || matches!(self.low(i), "de")
                    });
                let form = self.lexicon.verbs(if low == "hay" { "ha" } else { low }).first().map_or(Form::default(), |r| r.form);
                let enclitic = low == "haber" || low == "habiendo";
                Reading {
                    pos: if participle && low != "hay" || (enclitic && participle) { Pos::Aux } else { Pos::Verb },
                    lemma: "haber".into(),
                    form: if low == "haya" || low == "hayan" { Form { tense: Some(Tense::Subjunctive), ..form } } else { form },
                }
            }
            "uno" => Reading { pos: Pos::Pron, lemma: "uno".into(), form: gendered(Gender::Masculine, false) },
            "quien" | "quienes" | "cual" | "cuales" | "quién" | "quiénes" => {
                Reading { pos: Pos::Pron, lemma: low.into(), form: Form { plural: Some(low.ends_with('s')), ..Form::default() } }
            }
            _ => return None,
        })
    }

    /// Whether a finite verb stands soon after `at`, before a mark.
    fn clause_follows(&self, at: usize) -> bool {
        (at + 1..(at + 5).min(self.tokens.len()))
            .take_while(|&i| !by_look(&self.tokens[i]).is_some_and(|look| look.pos == Pos::Punct))
            .any(|i| self.plainly_finite(i) || matches!(self.low(i), "se" | "fue" | "es" | "era" | "ha" | "han" | "lo" | "le"))
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
        let determined = direct.is_some_and(|p| {
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
            return if determined && matches!(listed, Some(Pos::Noun))
                || (determined && matches!(low, "poder" | "deber" | "ser" | "parecer"))
            {
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
