//! The rules, one a file. Each drafts one kind of telling; [`all`] recites them.

mod act_noun;
mod act_state;
mod act_verb;

use crate::scene::Scene;
use paradero_model::{Act, ActCode, Claim, Modality, Span, Statement};

/// What one rule drafts from a report.
type Rule = fn(&Scene) -> Vec<Draft>;

/// Every rule. To add one: a file here with its headings, a line here, a spec in both languages.
const RULES: [Rule; 3] = [act_verb::draft, act_noun::draft, act_state::draft];

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
    RULES.iter().flat_map(|rule| rule(scene)).collect()
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
