//! The one rule that may join two mentions of different texts without a person's judgement (principle 8).
//!
//! Never on a name alone. The names must be the **same full name** (given name and surname, no initials, after folding case,
//! accents and spacing), **nothing** may speak against ([`against`]), and:
//!
//! | words of the name, particles apart | what is asked besides |
//! |---|---|
//! | four or more: given names and two surnames | nothing: such a name is as telling as a name gets |
//! | three: given name and two surnames | no doubt; or one thing of its own |
//! | three, all of them among the commonest ([`all_common`]) | one thing of its own, or one other thing in common and no doubt |
//! | two | one thing of its own, or two others in common but nationality and place; and no doubt |
//!
//! Of its own are: story, birth date, number, relative, role ([`strong`]). Others: act, place of an act, lawyer, age, home,
//! occupation, nationality ([`support`]). A doubt is what may be a plain conflict of reports: homes, spouses, two places at once.
//! An exact name of three parts is as telling as names of the reports get. Measured over 350 labelled pairs and two lists with a key
//! (29 equal names of three words that are of one person or undecided, 13 of two people): no false join and none of an undecided
//! pair, for what tells homonyms apart (ages, births, parents) is told of them. "José Luis Rodríguez" stays a name alone, and so does
//! every given name with one surname.
//!
//! A minor never joins by rule on fewer than four words: a child's name in two reports is left to a person.

use crate::{
    Reason, ReasonCode, Stories,
    against::{against, doubts},
    common_words::all_common,
    facts::Facts,
    names::PersonName,
    support::{strong, support},
};

/// Whether two mentions of these names are one person by rule: the reasons, or `None`.
pub(crate) fn safe_join(names: (&PersonName, &PersonName), a: &Facts, b: &Facts, stories: &Stories) -> Option<Vec<Reason>> {
    let (name, other) = names;
    if !name.full() || !other.full() || name.folded() != other.folded() || !against(a, b).is_empty() {
        return None;
    }
    let found = support(a, b, stories);
    let own = found.iter().filter(|reason| strong(reason.code)).count();
    // In a record of one country, or of one prison, everybody shares them.
    let others =
        found.iter().filter(|reason| !matches!(reason.code, ReasonCode::SameNationality | ReasonCode::SamePlace)).count();
    let carried = match name.core().len() {
        0 | 1 => false,
        2 => (own > 0 || others >= 2) && doubts(a, b).is_empty() && !(a.minor || b.minor),
        3 => {
            let telling = !found.is_empty() || !all_common(name);
            telling && (own > 0 || doubts(a, b).is_empty()) && !(a.minor || b.minor)
        }
        _ => true,
    };
    let mut reasons = vec![Reason::new(ReasonCode::SameFullName, &name.folded(), &other.folded())];
    if name.core().len() >= 4 {
        reasons.push(Reason::new(ReasonCode::TwoSurnames, "", ""));
    }
    reasons.extend(found);
    carried.then_some(reasons)
}
