//! From drafts to statements: each telling once, in the order of the text.

use crate::{
    rule::{self, Draft},
    scene::Scene,
};
use paradero_model::{Act, ActCode, Claim, Property, Relation, Span, Statement};

/// Leaves out drafts that tell what another draft of the same words tells, gives the others their anchors, and puts them in order.
pub(crate) fn sift(scene: &Scene, mut drafts: Vec<Draft>) -> Vec<Statement> {
    // "The post … appeared first on …" repeats a title: it tells where the report comes from and nothing else.
    let imprints: Vec<Span> = drafts.iter().filter(|draft| is_imprint(&draft.claim)).map(|draft| draft.span).collect();
    drafts.retain(|draft| draft.claim.kind() == "origin" || !imprints.iter().any(|imprint| imprint.contains(draft.span)));
    // A match report has "rulings" and "returns" too: where nobody is held, hurt, taken or freed, these words tell of no case.
    let case = drafts.iter().any(|draft| matches!(&draft.claim, Claim::Act(act) if CASE.contains(&act.code)))
        || scene.holds(0..scene.found.words.len(), &scene.book.places.custody);
    drafts.retain(|draft| case || !matches!(&draft.claim, Claim::Act(_) | Claim::Count(_)));
    let mut kept: Vec<Draft> = Vec::new();
    for draft in drafts {
        let rival = kept.iter().position(|other| other.span.overlaps(draft.span) && same(&other.claim, &draft.claim));
        match rival {
            None => kept.push(draft),
            Some(at) if better(&draft, &kept[at]) => kept[at] = draft,
            Some(_) => {}
        }
    }
    kept.sort_by_key(|draft| (draft.span, draft.claim.kind()));
    let mut statements: Vec<Statement> = kept.iter().filter_map(|draft| rule::anchored(scene, draft)).collect();
    let mut seen = std::collections::HashSet::new();
    statements.retain(|statement| seen.insert(statement.id()));
    statements
}

/// Acts that make a report one of a case.
const CASE: [ActCode; 13] = [
    ActCode::Release,
    ActCode::Threat,
    ActCode::Flight,
    ActCode::AsylumClaim,
    ActCode::Arrest,
    ActCode::Detention,
    ActCode::Transfer,
    ActCode::Removal,
    ActCode::Disappearance,
    ActCode::CustodyDenied,
    ActCode::IllTreatment,
    ActCode::Death,
    ActCode::Charge,
];

fn is_imprint(claim: &Claim) -> bool {
    matches!(claim, Claim::Origin(origin) if matches!(origin.relation, Relation::PublishedBy | Relation::RepublishedFrom))
}

/// Whether two claims whose words overlap tell the same thing.
fn same(one: &Claim, other: &Claim) -> bool {
    match (one, other) {
        (Claim::Act(one), Claim::Act(other)) => {
            one.code == other.code && one.group == other.group && share(&one.whom, &other.whom)
        }
        (Claim::Attribute(one), Claim::Attribute(other)) => {
            let one_value = one.value == other.value || one.property == Property::Role;
            one.person == other.person && one.property == other.property && one_value
        }
        (Claim::Allegation(one), Claim::Allegation(other)) => one.group == other.group && share(&one.about, &other.about),
        (Claim::Origin(one), Claim::Origin(other)) => one.outlet == other.outlet,
        (Claim::Count(one), Claim::Count(other)) => one.number == other.number && one.of == other.of,
        (Claim::Quote(one), Claim::Quote(other)) => one.quoted == other.quoted,
        _ => false,
    }
}

fn share(one: &[String], other: &[String]) -> bool {
    one.iter().any(|name| other.contains(name))
}

/// Whether a draft says more than its rival, or the same in fewer words.
fn better(draft: &Draft, rival: &Draft) -> bool {
    let says = |claim: &Claim| match claim {
        Claim::Act(act) => filled(act),
        _ => 0,
    };
    let (new, old) = (says(&draft.claim), says(&rival.claim));
    new > old || new == old && draft.span.len() < rival.span.len()
}

fn filled(act: &Act) -> usize {
    let slots =
        [act.who.is_some(), act.when.is_some(), act.place.is_some(), act.from.is_some(), act.says.is_some(), act.whom.len() > 1];
    slots.iter().filter(|slot| **slot).count()
}
