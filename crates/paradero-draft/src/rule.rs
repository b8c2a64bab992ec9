//! The rules, one a file. Each drafts one kind of telling; [`all`] recites them.

mod act_attributive;
mod act_noun;
mod act_state;
mod act_verb;
mod allegation;
mod attribute_age;
mod attribute_alias;
mod attribute_body;
mod attribute_home;
mod attribute_kin;
mod attribute_naming;
mod attribute_record;
mod count;
mod origin;
mod quote;

use crate::scene::Scene;
use paradero_lang::{Clause, Role};
use paradero_model::{Act, ActCode, Attribute, Claim, Modality, Property, Span, Statement};

/// What one rule drafts from a report.
type Rule = fn(&Scene) -> Vec<Draft>;

/// Every rule. To add one: a file here with its headings, a line here, a spec in both languages.
const RULES: [Rule; 14] = [
    act_verb::draft,
    act_noun::draft,
    act_state::draft,
    act_attributive::draft,
    attribute_age::draft,
    attribute_alias::draft,
    attribute_body::draft,
    attribute_home::draft,
    attribute_kin::draft,
    attribute_naming::draft,
    attribute_record::draft,
    allegation::draft,
    quote::draft,
    origin::draft,
];

/// A claim with the span that makes it, before it has an anchor.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The words that make the claim.
    pub span: Span,
    /// The claim.
    pub claim: Claim,
    /// The rule that drafted it.
    pub rule: &'static str,
}

/// The drafts of every rule, in the order of the rules.
pub(crate) fn all(scene: &Scene) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = RULES.iter().flat_map(|rule| rule(scene)).collect();
    // What is counted are persons to whom one of the acts above happens.
    let counts = count::draft(scene, &drafts);
    drafts.extend(counts);
    drafts
}

/// The statement that a draft is in the text of the scene.
pub(crate) fn anchored(scene: &Scene, draft: &Draft) -> Option<Statement> {
    Statement::new(scene.text, draft.span, draft.claim.clone(), draft.rule)
}

/// An act with nothing but its code; the rules fill in what they know.
fn act(code: ActCode) -> Act {
    Act {
        code,
        whom: Vec::new(),
        group: false,
        who: None,
        when: None,
        place: None,
        from: None,
        modality: Modality::Stated,
        says: None,
        outcome: None,
    }
}

/// One act for the persons named, and one for each group (a named person and a group in one clause are a statement each).
fn for_each_whom(act: &Act, whom: &[crate::scene::Referent]) -> Vec<Act> {
    let named: Vec<String> = whom.iter().filter(|referent| !referent.group).map(|referent| referent.words.clone()).collect();
    let mut acts = Vec::new();
    if !named.is_empty() {
        acts.push(Act { whom: named, group: false, ..act.clone() });
    }
    for group in whom.iter().filter(|referent| referent.group) {
        acts.push(Act { whom: vec![group.words.clone()], group: true, ..act.clone() });
    }
    acts
}

/// An attribute of a person, with the speaker in force over its words.
fn attribute(scene: &Scene, span: Span, person: &str, property: Property, value: String, rule: &'static str) -> Draft {
    let word = scene.words(span).start;
    let clause = scene.clause_at(word).and_then(|clause| scene.found.clauses.get(clause));
    let says = scene.says_near(span, clause).filter(|says| property != Property::Role && says != person);
    let span = scene.trimmed(span);
    let claim = Claim::Attribute(Attribute { person: person.to_owned(), property, value, modality: Modality::Stated, says });
    Draft { span, claim, rule }
}

/// The one named person who is the subject of a clause.
fn subject_person(scene: &Scene, clause: &Clause) -> Option<String> {
    let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject)?;
    let meant = scene.meant(subject, clause);
    match meant.as_slice() {
        [one] if !one.group => Some(one.words.clone()),
        _ => None,
    }
}
