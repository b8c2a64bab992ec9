//! To whom a verb's act happens: the object or subject that the codebook's list says, or whoever stands around the verb.

use super::{Referent, Scene};
use crate::codebook::{ActVerb, Stands};
use paradero_lang::{Argument, Clause, Form, Link, NameKind, Pos, Role, VerbForm, Voice};
use paradero_model::{ActCode, Lang, Span};

impl Scene<'_> {
    /// The persons to whom a verb's act happens.
    pub(crate) fn patients(&self, clause: &Clause, verb: &ActVerb) -> Vec<Referent> {
        // "Me lo sacaron": of two pronouns the first person is whom it concerns, not whom it happens to.
        let own = |argument: &Argument| matches!(self.lower(argument.head), "me" | "te" | "nos" | "se");
        let of = |role: Role| {
            let mut found = clause.arguments.iter().filter(|argument| argument.role == role);
            found.clone().find(|argument| !own(argument)).or_else(|| found.next())
        };
        let passive = clause.voice == Voice::Passive || clause.form == VerbForm::Participle && clause.voice != Voice::Active;
        if let Some((object, above)) = self.object_before(clause).filter(|_| verb.stands == Stands::Object) {
            return self.meant(object, above);
        }
        let stands = match verb.stands {
            Stands::Around => return self.around(clause),
            Stands::Subject if of(Role::Subject).is_none() => return self.dropped(clause),
            Stands::Subject => of(Role::Subject),
            Stands::Object
                if verb.code == ActCode::Threat
                    && !passive
                    && of(Role::Object).is_none()
                    && !self.threatened(clause).is_empty() =>
            {
                return self.threatened(clause);
            }
            Stands::Object if passive && of(Role::Subject).is_none() => return self.labelled(clause),
            Stands::Object if passive || self.passive_by_coordination(clause) || self.reduced(clause) => of(Role::Subject),
            Stands::Object if verb.code == ActCode::Threat && of(Role::Object).is_none() => return self.threatened(clause),
            Stands::Object => of(Role::Indirect)
                .filter(|indirect| self.means_person(indirect))
                .filter(|_| !of(Role::Object).is_some_and(|object| self.means_person(object)))
                .or_else(|| of(Role::Object))
                .or_else(|| self.shared_object(clause))
                .or_else(|| self.personal_a(clause))
                .or_else(|| self.reflexive_subject(clause)),
        };
        let meant = stands.map(|argument| self.meant_all(argument, clause)).unwrap_or_default();
        // "… a nurse from Dayton, who was picked up": "who" is the person named last, whatever stands between.
        if meant.is_empty() && clause.link == Link::Relative && self.opens_with_who(clause) {
            return self.labelled(clause);
        }
        // "Impuso prisión preventiva": on whom is not said in the clause.
        if meant.is_empty() && verb.code == ActCode::Ruling && verb.stands == Stands::Object && !passive {
            return self.around(clause);
        }
        meant
    }

    /// "Estuvo presa 19 días": a Spanish finite verb of the third person singular without any subject goes on about the same person.
    fn dropped(&self, clause: &Clause) -> Vec<Referent> {
        let third = |word: usize| {
            let form = self.found.words[word].form;
            form.verb == Some(VerbForm::Finite) && form.person == Some(3) && form.plural != Some(true)
        };
        if self.found.lang != Lang::Es || clause.form != VerbForm::Finite || !clause.group.clone().any(third) {
            return Vec::new();
        }
        let gender = Form { gender: self.form(clause.head).gender, ..Form::default() };
        self.focus(clause.span.start(), gender).map(|words| Referent { words, group: false }).into_iter().collect()
    }

    /// "Ordered **him** removed", "saw **her** beaten": the pronoun right before a bare past form is another verb's object, and whom
    /// the act happens to.
    pub(crate) fn object_before<'c>(&'c self, clause: &Clause) -> Option<(&'c Argument, &'c Clause)> {
        let before = clause.group.start.checked_sub(1).filter(|_| clause.group.len() == 1)?;
        if !matches!(self.lower(before), "him" | "her" | "them") {
            return None;
        }
        let above = self.found.clauses.iter().filter(|above| above.sentence == clause.sentence && above.head < clause.head);
        above
            .filter_map(|above| {
                let object = above.arguments.iter().find(|argument| argument.role == Role::Object && argument.head == before)?;
                Some((object, above))
            })
            .next_back()
    }

    fn opens_with_who(&self, clause: &Clause) -> bool {
        let first = self.words(clause.span).start;
        (first.saturating_sub(1)..=first).any(|word| matches!(self.lower(word), "who" | "quien" | "quienes"))
    }

    /// "Detained and persecuted 1,400 protesters": the object stands behind the second verb.
    fn shared_object(&self, clause: &Clause) -> Option<&Argument> {
        let joined = self.found.words.get(clause.group.end)?.pos == Pos::Cconj;
        let next = self.found.clauses.iter().find(|next| joined && next.group.start == clause.group.end + 1)?;
        next.arguments.iter().find(|argument| argument.role == Role::Object)
    }

    /// "Repatriar a un millar de personas": a person behind "a" where there is no other object.
    fn personal_a<'c>(&self, clause: &'c Clause) -> Option<&'c Argument> {
        clause.arguments.iter().find(|argument| {
            argument.role == Role::Oblique
                && argument.preposition.as_deref() == Some("a")
                && argument.head > clause.head
                && self.means_person(argument)
        })
    }

    /// "Young citizens kicked out without a hearing": a bare past form without an object, said of persons, is a passive participle.
    fn reduced(&self, clause: &Clause) -> bool {
        let objectless = !clause.arguments.iter().any(|argument| matches!(argument.role, Role::Object | Role::Indirect));
        let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject);
        let ending = self.lower(clause.head).ends_with("ed")
            || matches!(self.lower(clause.head), "sent" | "taken" | "held" | "beaten" | "shot" | "kept");
        let acting = |argument: &Argument| {
            self.words(argument.span).any(|word| {
                matches!(
                    self.lemma(word),
                    "police"
                        | "officer"
                        | "agent"
                        | "soldier"
                        | "administration"
                        | "government"
                        | "guard"
                        | "they"
                        | "he"
                        | "she"
                        | "we"
                        | "i"
                )
            }) || self.name_at(argument.head).is_some_and(|name| self.bears_office(&self.fullest(name.span)))
        };
        objectless
            && ending
            && clause.group.len() == 1
            && clause.voice == Voice::Active
            && subject.is_some_and(|subject| self.means_person(subject) && !acting(subject))
    }

    /// A participle without a subject belongs to the name that labels it: "Pedro Lugo: condenado a 16 años".
    fn labelled(&self, clause: &Clause) -> Vec<Referent> {
        let Some(sentence) = self.found.sentences.get(clause.sentence) else { return Vec::new() };
        let Some(start) = self.found.words.get(clause.group.start).map(|word| word.span.start()) else { return Vec::new() };
        let named =
            self.found.names.iter().rev().find(|name| {
                name.kind == NameKind::Person && name.span.end() <= start && name.span.start() >= sentence.span.start()
            });
        named.map(|name| Referent { words: self.fullest(name.span), group: false }).into_iter().collect()
    }

    /// "Was held in Mérida, then moved to Tovar": the second participle shares the first one's auxiliary and subject.
    fn passive_by_coordination(&self, clause: &Clause) -> bool {
        let subject = |clause: &Clause| {
            clause.arguments.iter().find(|argument| argument.role == Role::Subject).map(|argument| argument.span)
        };
        let objectless = !clause.arguments.iter().any(|argument| matches!(argument.role, Role::Object | Role::Indirect));
        objectless
            && clause.group.len() == 1
            && self.found.clauses.iter().any(|other| {
                other.sentence == clause.sentence
                    && other.head < clause.head
                    && other.voice == Voice::Passive
                    && subject(other).is_some()
                    && subject(other) == subject(clause)
            })
    }

    /// "Threatened to kill him": whom the threatened act would happen to.
    fn threatened(&self, clause: &Clause) -> Vec<Referent> {
        let index = self.found.clauses.iter().position(|other| std::ptr::eq(other, clause));
        let below = self
            .found
            .clauses
            .iter()
            .find(|below| below.governor == index && (below.link == Link::Complement || below.form == VerbForm::Infinitive));
        let object = below.and_then(|below| {
            below.arguments.iter().find(|argument| argument.role == Role::Object).map(|argument| (argument, below))
        });
        object.map(|(object, below)| self.meant(object, below)).unwrap_or_default()
    }

    /// "Se detuvo a Ruiz" has an object; in "fueron detenidos" and "se llevaron" there is none to find in the subject.
    fn reflexive_subject<'c>(&self, clause: &'c Clause) -> Option<&'c Argument> {
        let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject)?;
        (clause.voice == Voice::Reflexive && !clause.group.contains(&subject.head)).then_some(subject)
    }

    fn means_person(&self, argument: &Argument) -> bool {
        let pronoun = self.found.words.get(argument.head).is_some_and(|word| word.pos == Pos::Pron);
        pronoun || self.is_person_noun(argument.head) || self.name_at(argument.head).is_some()
    }

    /// The person for whom something is filed, asked, decided: whose it is, for or against whom, or the person the report is about.
    fn around(&self, clause: &Clause) -> Vec<Referent> {
        const FOR: [&str; 18] = [
            "on",
            "upon",
            "for",
            "on behalf of",
            "against",
            "of",
            "to",
            "in",
            "de",
            "a favor de",
            "en favor de",
            "por",
            "contra",
            "en contra de",
            "a nombre de",
            "en nombre de",
            "para",
            "with",
        ];
        let mut found = Vec::new();
        for argument in &clause.arguments {
            let named = match argument.role {
                Role::Indirect => self.meant(argument, clause),
                Role::Object | Role::Subject | Role::Predicate => self
                    .phrase_over(argument)
                    .map(|phrase| self.owners(phrase, true))
                    .filter(|owners| !owners.is_empty())
                    .or_else(|| (argument.role == Role::Object).then(|| self.meant(argument, clause)))
                    .unwrap_or_default(),
                Role::Oblique if argument.preposition.as_deref().is_some_and(|word| FOR.contains(&word)) => {
                    let direct = self.meant(argument, clause);
                    let owned = || self.phrase_over(argument).map(|phrase| self.owners(phrase, true)).unwrap_or_default();
                    if direct.is_empty() { owned() } else { direct }
                }
                _ => Vec::new(),
            };
            let direct = argument.role == Role::Indirect
                || argument.preposition.as_deref().is_some_and(|word| !matches!(word, "of" | "de" | "to" | "in" | "with"));
            found.extend(named.into_iter().filter(|referent| {
                referent.group || self.in_story(&referent.words) || direct && !self.bears_office(&referent.words)
            }));
        }
        if found.is_empty() {
            found = self.below(clause);
        }
        // Who speaks of himself, and what is only wanted, is not about whoever was told of last.
        let own = matches!(clause.form, VerbForm::Finite | VerbForm::Participle)
            && !clause.arguments.iter().any(|argument| argument.role == Role::Subject && self.is_first_or_second(argument.head));
        if found.is_empty() && own {
            found.extend(self.named_behind(clause));
        }
        if found.is_empty() && own {
            found.extend(self.focus(clause.span.end(), Form::default()).map(|words| Referent { words, group: false }));
        }
        found.retain({
            let mut seen = Vec::new();
            move |referent: &Referent| {
                !seen.contains(&referent.words) && {
                    seen.push(referent.words.clone());
                    true
                }
            }
        });
        if found.iter().any(|referent| !referent.group) {
            found.retain(|referent| !referent.group);
        }
        found
    }

    /// "A judge found that the case against Lima …": the one person of the story named behind the verb in its sentence.
    fn named_behind(&self, clause: &Clause) -> Option<Referent> {
        let head = self.found.words.get(clause.head)?.span;
        self.named_after(head).map(|words| Referent { words, group: false })
    }

    /// The one person of the story who is named behind some words in their sentence.
    pub(crate) fn named_after(&self, at: Span) -> Option<String> {
        let sentence = self.sentence_span(at.start())?;
        let behind = self
            .found
            .names
            .iter()
            .filter(|name| name.kind == NameKind::Person && name.span.start() > at.start() && sentence.contains(name.span));
        let mut people: Vec<String> = behind.map(|name| self.fullest(name.span)).filter(|name| self.in_story(name)).collect();
        people.dedup();
        (people.len() == 1).then(|| people.remove(0))
    }

    /// "Called on the ministry to free Lima", "demanded that she be released": to whom what is asked would happen.
    fn below(&self, clause: &Clause) -> Vec<Referent> {
        let Some(index) = self.found.clauses.iter().position(|other| std::ptr::eq(other, clause)) else { return Vec::new() };
        let below = self.found.clauses.iter().filter(|below| below.governor == Some(index) && below.link == Link::Complement);
        for below in below {
            for verb in self.verbs_of(below).iter().filter(|verb| verb.stands == Stands::Object) {
                let patients = self.patients(below, verb);
                if !patients.is_empty() {
                    return patients;
                }
            }
        }
        Vec::new()
    }
}
