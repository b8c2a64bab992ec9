//! When, where, from where, and by whom: what stands around a verb or a noun of an act.

use super::{Scene, telling::holds_word};
use paradero_lang::{Clause, NameKind, Phrase, Pos, Role, Voice};
use paradero_model::{ActCode, Edtf, Span};

/// What stands around an act.
#[derive(Clone, Debug, Default)]
pub(crate) struct Setting {
    /// When, as vague as the words.
    pub when: Option<Edtf>,
    /// Where; where to, for acts that lead somewhere.
    pub place: Option<String>,
    /// Where from.
    pub from: Option<String>,
    /// Who did it.
    pub who: Option<String>,
}

/// Whether an act leads from one place to another.
fn leads(code: ActCode) -> bool {
    matches!(code, ActCode::Removal | ActCode::Transfer | ActCode::Return | ActCode::Arrival | ActCode::Flight)
}

const TO: [&str; 14] =
    ["to", "into", "in", "at", "a", "para", "hacia", "hasta", "al", "con destino a", "en", "toward", "towards", "inside"];
const FROM: [&str; 6] = ["from", "out of", "de", "desde", "off", "del"];
const AT: [&str; 22] = [
    "in",
    "at",
    "on",
    "inside",
    "outside",
    "near",
    "by",
    "en",
    "ante",
    "frente a",
    "cerca de",
    "dentro de",
    "a",
    "before",
    "under",
    "de",
    "from",
    "tras",
    "bajo",
    "within",
    "to",
    "fuera de",
];

impl Scene<'_> {
    /// What stands around the verb of a clause.
    pub(crate) fn setting(&self, clause: &Clause, code: ActCode, who: bool) -> Setting {
        let mut setting = Setting { when: self.when(clause), ..Setting::default() };
        for argument in clause.arguments.iter().filter(|argument| argument.role == Role::Oblique) {
            let preposition = argument.preposition.as_deref().unwrap_or_default();
            // "In custody" says that somebody is held, not where.
            let custody = matches!(self.lower(argument.head), "custody" | "custodia" | "rejas" | "bars");
            let bare = matches!(self.lower(argument.head), "arrest" | "arresto" | "detention" | "detención" | "libertad");
            let state = custody || bare && self.words(argument.span).len() == 1;
            if state || !self.is_place(argument.span, argument.head) {
                continue;
            }
            let place = || Some(self.worded(self.place_span(argument.span)));
            if leads(code) && FROM.contains(&preposition) && code != ActCode::Arrival {
                setting.from = setting.from.or_else(place);
            } else if leads(code) && TO.contains(&preposition) || !leads(code) && AT.contains(&preposition) {
                setting.place = setting.place.or_else(place);
            }
        }
        let object = clause.arguments.iter().find(|argument| argument.role == Role::Object);
        if let Some(object) = object.filter(|object| self.is_place(object.span, object.head)) {
            match code {
                ActCode::Intervention => {
                    setting.place = setting.place.or_else(|| Some(self.worded(self.place_span(object.span))))
                }
                ActCode::Flight => setting.from = setting.from.or_else(|| Some(self.worded(self.place_span(object.span)))),
                ActCode::Arrival | ActCode::Return => {
                    setting.place = setting.place.or_else(|| Some(self.worded(self.place_span(object.span))));
                }
                _ => {}
            }
        }
        if who {
            setting.who = self.agent(clause);
        }
        setting
    }

    /// Who acts in a clause: the agent of a passive, the subject of an active; the fullest name where there is one.
    pub(crate) fn agent(&self, clause: &Clause) -> Option<String> {
        let role = if clause.voice == Voice::Passive { Role::Agent } else { Role::Subject };
        let acting = clause.arguments.iter().find(|argument| argument.role == role)?;
        if clause.group.contains(&acting.head) {
            return None;
        }
        // "Durante una marcha por el comedor": what a march is for does nothing.
        let cause = self.words(acting.span).start.checked_sub(2).is_some_and(|before| {
            matches!(
                self.lemma(before),
                "marcha"
                    | "protesta"
                    | "manifestación"
                    | "huelga"
                    | "vigilia"
                    | "campaña"
                    | "plantón"
                    | "movilización"
                    | "concentración"
                    | "investigación"
                    | "juicio"
                    | "proceso"
                    | "denuncia"
                    | "caso"
                    | "orden"
            )
        });
        if cause && clause.voice == Voice::Passive {
            return None;
        }
        if let Some(name) = self.name_at(acting.head) {
            return Some(self.fullest(name.span));
        }
        if self.found.words.get(acting.head)?.pos == Pos::Pron {
            return self.found.chain_at(acting.span).and_then(|chain| chain.name).map(|name| self.fullest(name));
        }
        // "Se activó el protocolo": with "se" a thing is acted upon, only a person or an organisation acts.
        let named = self.found.names.iter().any(|name| acting.span.contains(name.span) && name.kind != NameKind::Other);
        if clause.voice == Voice::Reflexive && !named && !self.is_person_noun(acting.head) {
            return None;
        }
        // "Le negaron sus medicinas": what is somebody's does nothing.
        let owned = self
            .words(acting.span)
            .next()
            .is_some_and(|first| matches!(self.lower(first), "su" | "sus" | "his" | "her" | "their"));
        if owned && !self.is_person_noun(acting.head) {
            return None;
        }
        let worded = self.worded(acting.span);
        (!worded.is_empty()).then_some(worded)
    }

    /// Whether a date stands in a dateline, and says when the report was written: "TUCSON, March 21, 2025 (Wire) --".
    fn datelined(&self, date: Span) -> bool {
        let behind = self.text.body().get(date.end()..).unwrap_or("").trim_start_matches([',', ' ']);
        let tag = behind.strip_prefix('(').and_then(|inside| inside.split_once(')')).filter(|(tag, _)| tag.len() < 60);
        let behind = tag.map_or(behind, |(_, behind)| behind).trim_start_matches([' ', '.']);
        behind.starts_with(['—', '–']) || behind.starts_with("--") || behind.starts_with("- ")
    }

    /// The date that belongs to a verb: the nearest inside its clause, else the one that opens the sentence.
    pub(crate) fn when(&self, clause: &Clause) -> Option<Edtf> {
        let head = self.found.words.get(clause.head)?.span.start();
        let index = self.found.clauses.iter().position(|other| std::ptr::eq(other, clause));
        let own = |date: &Span| {
            let word = self.words(*date).start;
            let holder = self.clause_at(word);
            // A date of a clause inside this one belongs to that one.
            holder == index
                || holder.is_none()
                || holder
                    .and_then(|holder| self.found.clauses.get(holder))
                    .is_some_and(|holder| holder.span.contains(clause.span))
        };
        let inside = self.found.dates.iter().filter(|date| clause.span.contains(date.span) && own(&date.span));
        let nearest = inside.min_by_key(|date| date.span.start().abs_diff(head));
        let opening = || {
            let sentence = self.found.sentences.get(clause.sentence)?;
            let date = self.found.dates.iter().find(|date| sentence.span.contains(date.span))?;
            let before = self.words(Span::new(sentence.span.start(), date.span.start()));
            let lone =
                before.len() <= 4 && !before.clone().any(|word| matches!(self.found.words[word].pos, Pos::Verb | Pos::Aux));
            let apart = self.words(Span::new(date.span.end(), head.max(date.span.end()))).any(|word| self.lower(word) == ";");
            (lone && !apart && !self.datelined(date.span)).then_some(date)
        };
        // "Entered the country near Eagle Pass, Texas, on Nov. 14": behind the clause, with no other verb between.
        let following = || {
            let sentence = self.found.sentences.get(clause.sentence)?;
            let date = self
                .found
                .dates
                .iter()
                .find(|date| date.span.start() >= clause.span.end() && sentence.span.contains(date.span))?;
            let between = self.words(Span::new(clause.span.end(), date.span.start()));
            let other = |word: usize| {
                matches!(self.found.words[word].pos, Pos::Verb | Pos::Aux | Pos::Cconj | Pos::Pron) || self.lower(word) == ";"
            };
            (between.len() <= 8 && !between.clone().any(other)).then_some(date)
        };
        nearest.or_else(following).or_else(opening).map(|date| date.edtf.clone())
    }

    /// When and where a noun's act took place: what its phrase says, else the clause it is the subject of ("the arrest took place …").
    pub(crate) fn noun_setting(&self, phrase: &Phrase, code: ActCode) -> Setting {
        let mut setting = Setting::default();
        let near = |date: &&paradero_lang::Date| {
            let between = self.words(Span::new(phrase.span.end(), date.span.start().max(phrase.span.end())));
            let other =
                |word: usize| matches!(self.found.words[word].pos, Pos::Verb | Pos::Aux | Pos::Cconj | Pos::Pron | Pos::Punct);
            date.span.start() >= phrase.span.end() && between.len() <= 6 && !between.clone().any(other)
        };
        let inside = self.found.dates.iter().find(|date| phrase.span.contains(date.span));
        let dated = inside.or_else(|| self.found.dates.iter().find(near));
        setting.when = dated.map(|date| date.edtf.clone());
        for complement in &phrase.complements {
            let preposition = complement.preposition.as_str();
            let actor = self.is_person_noun(complement.head) || self.in_name(complement.head) || self.is_court(complement.span);
            if matches!(preposition, "by" | "por" | "por parte de" | "a manos de") && actor {
                setting.who = setting.who.or_else(|| Some(self.worded(complement.span)));
            } else if self.is_place(complement.span, complement.head) {
                let place = Some(self.worded(self.place_span(complement.span)));
                if leads(code) && FROM.contains(&preposition) {
                    setting.from = setting.from.or(place);
                } else if (leads(code) && TO.contains(&preposition))
                    || (!leads(code) && AT.contains(&preposition) && preposition != "de")
                {
                    setting.place = setting.place.or(place);
                }
            }
        }
        if let Some(clause) = self.subject_clause(phrase) {
            let around = self.setting(clause, code, false);
            setting.when = setting.when.or(around.when);
            setting.place = setting.place.or(around.place);
        }
        setting
    }

    /// The clause "took place", "ocurrió" whose subject a phrase is.
    pub(crate) fn subject_clause(&self, phrase: &Phrase) -> Option<&paradero_lang::Clause> {
        const HAPPEN: [&str; 12] = [
            "occur",
            "happen",
            "take",
            "come",
            "follow",
            "ocurrir",
            "suceder",
            "producir",
            "tener",
            "registrar",
            "realizar",
            "efectuar",
        ];
        self.found.clauses.iter().find(|clause| {
            HAPPEN.contains(&self.lemma(clause.head))
                && clause.arguments.iter().any(|argument| argument.role == Role::Subject && argument.head == phrase.head)
        })
    }

    /// Whether a phrase is a place: a name of one, a noun for one, a place of custody, "there".
    pub(crate) fn is_place(&self, span: Span, head: usize) -> bool {
        let places = &self.book.places;
        let name =
            self.found.names.iter().find(|name| self.found.words.get(head).is_some_and(|word| name.span.contains(word.span)));
        if name.is_some_and(|name| name.kind == NameKind::Person) {
            return false;
        }
        if name.is_some_and(|name| name.kind == NameKind::Place) || matches!(self.lower(head), "there" | "allí" | "allá" | "ahí")
        {
            return true;
        }
        let text = self.str(span);
        if places.countries.iter().flat_map(|country| &country.names).any(|country| holds_word(text, country)) {
            return true;
        }
        let words = self.words(self.without_tail(span));
        self.holds(words.clone(), &places.custody)
            || self.is(head, &places.place)
            || self.is(head, &places.court) && name.is_some()
    }

    /// A place as a statement writes it: without what follows after a relative clause.
    fn place_span(&self, span: Span) -> Span {
        self.without_tail(span)
    }
}
