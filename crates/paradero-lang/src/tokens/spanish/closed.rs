//! Spanish words of closed classes: articles and pronouns, "que", forms of "ser" and "haber".

use super::*;

impl Tagger<'_> {
    pub(super) fn closed(&self, at: usize, low: &str) -> Option<Reading> {
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
                    pos: if participle && (low != "hay" || enclitic) { Pos::Aux } else { Pos::Verb },
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
    pub(super) fn clause_follows(&self, at: usize) -> bool {
        (at + 1..(at + 5).min(self.tokens.len()))
            .take_while(|&i| !by_look(&self.tokens[i]).is_some_and(|look| look.pos == Pos::Punct))
            .any(|i| self.plainly_finite(i) || matches!(self.low(i), "se" | "fue" | "es" | "era" | "ha" | "han" | "lo" | "le"))
    }
}
