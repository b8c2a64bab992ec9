//! Verb groups: the verb with its auxiliaries, negation and, in Spanish, the pronouns at its sides.

use super::{Sentence, speech};
use crate::tokens::{enclitics, lexicon::Lexicon};
use crate::{Pos, Role, Tense, VerbForm, Voice};
use paradero_model::Lang;
use std::ops::Range;

/// One verb group.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) words: Range<usize>,
    pub(super) head: usize,
    pub(super) voice: Voice,
    pub(super) form: VerbForm,
    pub(super) tense: Option<Tense>,
    pub(super) negation: Option<usize>,
    pub(super) modal: Option<usize>,
    /// Object pronouns of the group, with their role.
    pub(super) clitics: Vec<(usize, Role)>,
    /// A subject pronoun inside the group of a question: "was **he** released".
    pub(super) inside: Option<usize>,
    /// A participle right before its noun: "imprisoned activists".
    pub(super) prenominal: bool,
    /// Whether the finite verb is plural, where its form says.
    pub(super) plural: Option<bool>,
}

/// The verb groups of a sentence, in order.
pub(super) fn find(sentence: &Sentence<'_>) -> Vec<Group> {
    let mut found = Vec::new();
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        match read(sentence, at) {
            Some(group) => {
                at = group.words.end.max(at + 1);
                found.push(group);
            }
            None => at += 1,
        }
    }
    found
}

fn verbal(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.pos(at), Pos::Verb | Pos::Aux)
}

fn negates(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.low(at), "not" | "n't" | "never" | "no" | "nunca" | "jamás" | "tampoco")
        && sentence.low(at + 1) != "longer"
        && !matches!(sentence.pos(at), Pos::Det | Pos::Intj)
        || sentence.lemma(at) == "not"
}

fn clitic(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.lang == Lang::Es
        && sentence.pos(at) == Pos::Pron
        && matches!(sentence.low(at), "me" | "te" | "se" | "nos" | "os" | "lo" | "la" | "los" | "las" | "le" | "les")
}

/// The group that begins at `start`, if one does.
fn read(sentence: &Sentence<'_>, start: usize) -> Option<Group> {
    let mut at = start;
    let mut negation = None;
    let mut clitics = Vec::new();
    // What may stand before the verb: negation, pronouns, "to".
    loop {
        if negates(sentence, at) && sentence.words.contains(&(at + 1)) {
            negation = Some(at);
        } else if clitic(sentence, at) {
            clitics.push(at);
        } else if sentence.low(at) == "to" && sentence.pos(at) == Pos::Part
            || (at > start && sentence.pos(at) == Pos::Adv && sentence.lang == Lang::En)
        {
        } else {
            break;
        }
        at += 1;
        if at - start > 6 {
            return None;
        }
    }
    if !verbal(sentence, at) {
        return None;
    }
    let mut group = Builder { sentence, helpers: Vec::new(), head: at, negation, modal: None, inside: None, clitics };
    let end = if sentence.lang == Lang::En { group.english(at) } else { group.spanish(at) };
    Some(group.done(start, end))
}

struct Builder<'s, 'a> {
    sentence: &'s Sentence<'a>,
    /// Auxiliaries before the head.
    helpers: Vec<usize>,
    head: usize,
    negation: Option<usize>,
    modal: Option<usize>,
    inside: Option<usize>,
    clitics: Vec<usize>,
}

impl Builder<'_, '_> {
    /// Steps over adverbs and negation from `at`, to a verb at most four words on.
    fn next_verb(&mut self, at: usize) -> Option<usize> {
        let sentence = self.sentence;
        let mut negation = None;
        for i in at..(at + 5).min(sentence.words.end) {
            if verbal(sentence, i) {
                self.negation = self.negation.or(negation);
                return Some(i);
            }
            if negates(sentence, i) {
                negation = Some(i);
            } else if sentence.lang == Lang::En
                && i == at
                && self.inside.is_none()
                && !self.helpers.is_empty()
                && self.question(at)
            {
                self.inside = Some(i);
            } else if !(sentence.pos(i) == Pos::Adv || (sentence.pos(i) == Pos::Part && sentence.low(i) == "to" && i == at)) {
                if negation.is_some() && i == at + 1 {
                    self.negation = self.negation.or(negation);
                }
                return None;
            }
        }
        None
    }

    fn question(&self, at: usize) -> bool {
        self.sentence.pos(at) == Pos::Pron && matches!(self.sentence.low(at), "he" | "she" | "it" | "they" | "you" | "we" | "i")
    }

    fn form(&self, at: usize) -> Option<VerbForm> {
        self.sentence.word(at).form.verb
    }

    fn english(&mut self, mut at: usize) -> usize {
        let sentence = self.sentence;
        self.head = at;
        let mut trailing = at + 1;
        while sentence.pos(at) == Pos::Aux {
            if matches!(sentence.lemma(at), "should" | "may" | "might" | "can" | "could" | "must" | "would" | "shall") {
                self.modal = self.modal.or(Some(at));
            }
            self.helpers.push(at);
            let saved = self.inside;
            match self.next_verb(at + 1) {
                Some(next) if sentence.low(next - 1) != "to" || sentence.pos(next - 1) != Pos::Part => {
                    let fits = match sentence.lemma(at) {
                        "be" => matches!(self.form(next), Some(VerbForm::Participle | VerbForm::Gerund)),
                        "have" => matches!(self.form(next), Some(VerbForm::Participle)) || sentence.lemma(next) == "have",
                        _ => true,
                    };
                    if !fits {
                        self.inside = saved;
                        break;
                    }
                    at = next;
                    self.head = at;
                    trailing = at + 1;
                }
                _ => {
                    self.inside = saved;
                    break;
                }
            }
        }
        if sentence.pos(self.head) == Pos::Aux {
            self.helpers.retain(|&helper| helper != self.head);
            if negates(sentence, self.head + 1) {
                self.negation = self.negation.or(Some(self.head + 1));
                trailing = self.head + 2;
            }
        } else if speech::stays(sentence.lemma(self.head)) || (sentence.lemma(self.head) == "get") {
            let after = self.head + 1;
            if sentence.pos(after) == Pos::Verb && self.form(after) == Some(VerbForm::Participle) {
                self.helpers.push(self.head);
                self.head = after;
                trailing = after + 1;
            }
        }
        trailing
    }

    fn spanish(&mut self, mut at: usize) -> usize {
        let sentence = self.sentence;
        self.head = at;
        let mut end = at + 1;
        for _ in 0..5 {
            let lemma = sentence.lemma(at);
            let helper = sentence.pos(at) == Pos::Aux;
            let leads = matches!(lemma, "ir" | "volver" | "tener" | "acabar" | "haber" | "dejar" | "terminar");
            let stays = speech::stays(lemma);
            if !(helper || leads || stays) {
                break;
            }
            if matches!(lemma, "poder" | "deber") {
                self.modal = self.modal.or(Some(at));
            }
            let Some((next, form)) = self.follow(at + 1) else { break };
            let between: Vec<&str> = (at + 1..next).map(|i| sentence.low(i)).collect();
            let linked = |word: &str| between.last() == Some(&word);
            let fits = match (lemma, form) {
                ("haber", VerbForm::Participle) => helper,
                ("haber", VerbForm::Infinitive) => linked("de") || linked("que"),
                ("ser" | "estar", VerbForm::Participle) => !linked("de") && !linked("que"),
                ("estar" | "seguir" | "continuar" | "ir", VerbForm::Gerund) => true,
                ("poder" | "deber" | "soler", VerbForm::Infinitive) => {
                    between.iter().all(|word| matches!(*word, "de" | "no" | "ya" | "también" | "nunca" | "incluso" | "además"))
                }
                ("ir" | "volver", VerbForm::Infinitive) => linked("a"),
                ("tener", VerbForm::Infinitive) => linked("que"),
                ("acabar" | "dejar", VerbForm::Infinitive) => linked("de"),
                ("terminar", _) => false,
                (_, VerbForm::Participle) => {
                    stays && next == at + 1 && (!matches!(lemma, "encontrar" | "hallar" | "ver") || !self.clitics.is_empty())
                }
                _ => false,
            };
            if !fits {
                break;
            }
            self.helpers.push(at);
            if lemma == "tener" {
                self.modal = self.modal.or(Some(at));
            }
            at = next;
            self.head = at;
            end = at + 1;
        }
        end
    }

    /// The next verb form after `at`, over adverbs and the little words that may link it.
    fn follow(&self, at: usize) -> Option<(usize, VerbForm)> {
        let sentence = self.sentence;
        for i in at..(at + 4).min(sentence.words.end) {
            if verbal(sentence, i) {
                let form = self.form(i)?;
                return (form != VerbForm::Finite).then_some((i, form));
            }
            let link = matches!(sentence.low(i), "a" | "de" | "que") && sentence.low(i) != "al";
            if !(sentence.pos(i) == Pos::Adv || link) {
                return None;
            }
        }
        None
    }

    /// Whether a participle stands right before a noun that it describes.
    fn prenominal(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let mut next = at + 1;
        while next < at + 4
            && (matches!(sentence.pos(next), Pos::Adj | Pos::Num)
                || (sentence.pos(next) == Pos::Verb && self.form(next) == Some(VerbForm::Participle)))
        {
            next += 1;
        }
        matches!(sentence.pos(next), Pos::Noun | Pos::Propn) && !speech::time(sentence.lemma(next)) && !sentence.is_dated(next)
    }

    fn done(self, start: usize, end: usize) -> Group {
        let sentence = self.sentence;
        let first = self.helpers.first().copied().unwrap_or(self.head);
        let own = |at: usize| sentence.word(at).form;
        let last = self.helpers.last().copied();
        let participle = own(self.head).verb == Some(VerbForm::Participle);
        let helped_by =
            |lemmas: &[&str]| last.is_some_and(|at| lemmas.contains(&sentence.lemma(at)) || speech::stays(sentence.lemma(at)));
        let reflexive = self.clitics.iter().any(|&at| sentence.low(at) == "se");
        let enclitic =
            if sentence.lang == Lang::Es && matches!(own(self.head).verb, Some(VerbForm::Infinitive | VerbForm::Gerund)) {
                enclitics::pronouns(sentence.low(self.head), Lexicon::of(Lang::Es))
            } else {
                Vec::new()
            };
        let passive = participle && (last.is_none() || helped_by(&["be", "get", "ser", "estar"]));
        let voice = if passive {
            Voice::Passive
        } else if reflexive || enclitic.contains(&"se") {
            Voice::Reflexive
        } else {
            Voice::Active
        };
        let to = (start..first).any(|at| sentence.low(at) == "to");
        let form = if to { VerbForm::Infinitive } else { own(first).verb.unwrap_or(VerbForm::Finite) };
        let tense = self.tense(first, form);
        let has_se = reflexive;
        let mut clitics: Vec<(usize, Role)> = self
            .clitics
            .iter()
            .filter_map(|&at| match sentence.low(at) {
                "se" => None,
                "le" | "les" => Some((at, Role::Indirect)),
                "me" | "te" | "nos" | "os" if has_se => Some((at, Role::Indirect)),
                _ => Some((at, Role::Object)),
            })
            .collect();
        clitics.extend(enclitic.into_iter().filter_map(|pronoun| match pronoun {
            "se" => None,
            "le" | "les" => Some((self.head, Role::Indirect)),
            _ => Some((self.head, Role::Object)),
        }));
        let alone = self.helpers.is_empty() && participle && start == self.head;
        let before = self.head.checked_sub(1).filter(|at| sentence.words.contains(at));
        let prenominal = alone
            && self.prenominal(self.head)
            && sentence.lang == Lang::En
            && !before
                .is_some_and(|at| matches!(sentence.pos(at), Pos::Noun | Pos::Propn | Pos::Pron) && sentence.low(at) != "'s");
        Group {
            words: start..end,
            head: self.head,
            voice,
            form,
            tense,
            negation: self.negation,
            modal: self.modal,
            clitics,
            inside: self.inside,
            prenominal,
            plural: own(first).plural.filter(|_| form == VerbForm::Finite),
        }
    }

    fn tense(&self, first: usize, form: VerbForm) -> Option<Tense> {
        if form != VerbForm::Finite {
            return None;
        }
        let sentence = self.sentence;
        let own = sentence.word(first).form.tense;
        let lemma = sentence.lemma(first);
        let perfect = matches!(lemma, "have" | "haber") && !self.helpers.is_empty();
        match own {
            Some(Tense::Present) if perfect => Some(Tense::Past),
            Some(Tense::Present) if lemma == "ir" && !self.helpers.is_empty() => Some(Tense::Future),
            other => other,
        }
    }
}
