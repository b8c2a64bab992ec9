//! Stage 8: from a case file and a policy to a release. Built up from chosen fields, never cut down.

use crate::{Masked, Policy, Release, Veil, release as out};
use paradero_case::{CaseFile, Cited, GroupEntry, Minimum, Recorded, Sign, Step, StoryId, WhereSign};
use paradero_model::{Claim, Modality, Property, StatementId, TextId};
use std::collections::BTreeMap;

/// A release was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which rule refuses it.
    pub rule: Rule,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.rule.name())
    }
}

impl std::error::Error for Refused {}

paradero_model::named! {
    /// Why a release is refused. The sentences are in [`crate::terms`].
    Rule {
        /// The person was a minor, and the policy does not let minors be named. Initials are a name too.
        Minor = "minor",
        /// The person's own name holds a value that is withheld: a release under that name would tell it.
        NameTells = "name_tells",
    }
}

use serde::{Deserialize, Serialize};

/// Leads from the numbers of a release back to the statements. It stays on this machine: it is not part of the release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    statements: Vec<(StatementId, TextId)>,
    reports: Vec<TextId>,
}

impl Trace {
    /// The statement of a number and the text that it stands in.
    #[must_use]
    pub fn statement(&self, number: out::Number) -> Option<(StatementId, TextId)> {
        self.statements.get(number.checked_sub(1)?).copied()
    }

    /// The text of a report's number.
    #[must_use]
    pub fn report(&self, number: usize) -> Option<TextId> {
        self.reports.get(number.checked_sub(1)?).copied()
    }
}

/// Makes the release of a case file.
///
/// # Errors
/// Where the policy forbids the whole of it: a minor, or a name that itself tells what is withheld.
pub fn redact(case: &CaseFile, policy: &Policy) -> Result<Release, Refused> {
    redact_traced(case, policy).map(|(release, _)| release)
}

/// Makes the release, and the way back from its numbers to the statements, for the page on the user's own machine.
///
/// # Errors
/// As [`redact`].
pub fn redact_traced(case: &CaseFile, policy: &Policy) -> Result<(Release, Trace), Refused> {
    if case.head.minor.is_some() && !policy.shows_minors() {
        return Err(Refused { rule: Rule::Minor });
    }
    let withheld: Vec<(Property, &str)> = case.cited.values().filter_map(|cited| withheld_value(cited, policy)).collect();
    let names =
        || std::iter::once(&case.head.name).chain(case.head.mentions.iter().map(|mention| &mention.name)).map(String::as_str);
    let told = Veil::of_wholes(withheld.iter().map(|(_, value)| *value));
    if names().any(|name| told.touches(name)) {
        return Err(Refused { rule: Rule::NameTells });
    }
    let minors = policy.minors_beside(case.head.person).map(|name| (None, name));
    let all = withheld.into_iter().map(|(property, value)| (Some(property), value)).chain(policy.guarded()).chain(minors);
    let veil = Veil::new(policy, all, names());
    let mut builder = Builder { case, policy, veil, numbers: BTreeMap::new(), order: Vec::new(), reports: BTreeMap::new() };
    let release = builder.build();
    let trace = Trace {
        statements: builder.order.iter().map(|cited| (cited.id(), cited.text())).collect(),
        reports: case.origins.reports.iter().map(|report| report.text).collect(),
    };
    Ok((release, trace))
}

/// The property and the value of a statement that the policy withholds.
fn withheld_value<'a>(cited: &'a Cited, policy: &Policy) -> Option<(Property, &'a str)> {
    match cited.statement.claim() {
        Claim::Attribute(attribute) if !policy.shows(attribute.property) => Some((attribute.property, &attribute.value)),
        _ => None,
    }
}

struct Builder<'a> {
    case: &'a CaseFile,
    policy: &'a Policy,
    veil: Veil,
    numbers: BTreeMap<StatementId, out::Number>,
    order: Vec<&'a Cited>,
    reports: BTreeMap<TextId, usize>,
}

impl<'a> Builder<'a> {
    fn build(&mut self) -> Release {
        let case = self.case;
        self.reports = case.origins.reports.iter().enumerate().map(|(at, report)| (report.text, at + 1)).collect();
        let fate = &case.fate;
        let (fates, wheres) = (
            |s: &_| (Some(*s), None),
            |s: &WhereSign| match s {
                WhereSign::At(place) => (None, Some(place.clone())),
                WhereSign::Unknown => (None, None),
            },
        );
        let fate = out::FateParts {
            fate: self.signs(&fate.fate, fates),
            whereabouts: self.signs(&fate.whereabouts, wheres),
            earlier_fate: self.signs(&fate.earlier_fate, fates),
            earlier_whereabouts: self.signs(&fate.earlier_whereabouts, wheres),
        };
        let person = out::Named {
            name: self.mask(&case.head.name),
            described: case.head.described,
            other_names: self.masks(&case.head.other_names),
        };
        let who = self.who();
        let chronology = case.chronology.dated.iter().filter_map(|step| self.step(step)).collect();
        let undated = case.chronology.undated.iter().filter_map(|step| self.step(step)).collect();
        let allegations = self.allegations();
        let voices = self.voices();
        let deeds = case.deeds.iter().filter_map(|step| self.step(step)).collect();
        let told = self.cite(&case.told).unwrap_or_default();
        let groups = case.groups.iter().filter_map(|one| self.group(one)).collect();
        let counts = self.counts();
        let conflicts = self.conflicts();
        let missing = self.missing();
        let reports = self.reports_told();
        let statements = (1..).zip(self.order.clone()).map(|(number, cited)| self.statement(number, cited)).collect();
        Release {
            schema: "paradero-release/1",
            withheld: self.policy.withheld(),
            person,
            fate,
            who,
            chronology,
            undated,
            allegations,
            voices,
            deeds,
            told,
            groups,
            counts,
            conflicts,
            missing,
            reports,
            stories: case.origins.stories,
            independent_origins: case.origins.independent,
            statements,
        }
    }

    fn mask(&self, text: &str) -> Masked {
        self.veil.mask(text)
    }

    fn masks(&self, texts: &[String]) -> Vec<Masked> {
        let mut masked: Vec<Masked> = texts.iter().map(|text| self.mask(text)).collect();
        // Two texts that become one under the mask are one: their number would tell.
        masked.dedup();
        masked
    }

    /// The numbers of the statements that may go out; `None` where none may, and then the value that rests on them may not either.
    fn cite(&mut self, ids: &[StatementId]) -> Option<Vec<out::Number>> {
        let case = self.case;
        let open = ids.iter().filter_map(|id| case.statement(*id)).filter(|cited| withheld_value(cited, self.policy).is_none());
        let numbers: Vec<out::Number> = open
            .map(|cited| {
                *self.numbers.entry(cited.id()).or_insert_with(|| {
                    self.order.push(cited);
                    self.order.len()
                })
            })
            .collect();
        (!numbers.is_empty()).then_some(numbers)
    }

    fn signs<T>(
        &mut self,
        signs: &[Sign<T>],
        split: impl Fn(&T) -> (Option<paradero_case::FateSign>, Option<String>),
    ) -> Vec<out::Sign> {
        let told = signs.iter().filter_map(|sign| {
            let (fate, place) = split(&sign.says);
            Some(out::Sign {
                fate,
                place: place.map(|place| self.mask(&place)),
                act: sign.act,
                as_of: sign.as_of.clone(),
                last_sign: sign.last_sign.map(|day| day.to_string()),
                according_to: self.masks(&sign.according_to),
                modality: sign.modality.clone(),
                origins: sign.origins,
                statements: self.cite(&sign.statements)?,
            })
        });
        told.collect()
    }

    fn who(&mut self) -> Vec<out::Entry> {
        let mut entries = Vec::new();
        for entry in self.case.who.entries.iter().filter(|entry| self.policy.shows(entry.property)) {
            let values = entry.values.iter().filter_map(|value| {
                Some(out::Value {
                    value: self.mask(&value.value),
                    modality: value.modality.clone(),
                    origins: value.origins,
                    statements: self.cite(&value.statements)?,
                })
            });
            let values: Vec<_> = values.collect();
            if !values.is_empty() {
                entries.push(out::Entry { property: entry.property, conflict: entry.conflict, values });
            }
        }
        entries
    }

    fn step(&mut self, step: &Step) -> Option<out::Step> {
        Some(out::Step {
            act: step.code,
            when: step.when.clone(),
            places: self.masks(&step.places),
            from: self.masks(&step.from),
            who: self.masks(&step.who),
            outcomes: self.masks(&step.outcomes),
            modality: step.modality.clone(),
            says: self.masks(&step.says),
            origins: step.origins,
            statements: self.cite(&step.statements)?,
        })
    }

    fn group(&mut self, group: &GroupEntry) -> Option<out::Group> {
        let case = self.case;
        let claims = || group.statements.iter().filter_map(|id| case.statement(*id)).map(|cited| cited.statement.claim());
        let mut acts = Vec::new();
        for claim in claims() {
            if let Claim::Act(act) = claim
                && !acts.contains(&act.code)
            {
                acts.push(act.code);
            }
        }
        Some(out::Group {
            group: self.masks(&group.group),
            acts,
            alleged: claims().any(|claim| matches!(claim, Claim::Allegation(_))),
            statements: self.cite(&group.statements)?,
        })
    }

    fn allegations(&mut self) -> Vec<out::Allegation> {
        let told = self.case.allegations.iter().filter_map(|one| {
            Some(out::Allegation {
                claim: self.mask(&one.claim),
                by: self.masks(&one.by),
                evidence: self.masks(&one.evidence),
                answers: self.masks(&one.answers),
                with_others: one.with_others,
                origins: one.origins,
                statements: self.cite(&one.statements)?,
            })
        });
        told.collect()
    }

    fn voices(&mut self) -> Vec<out::Voice> {
        let told = self.case.voices.iter().filter_map(|one| {
            Some(out::Voice {
                speaker: one.speaker.as_deref().map(|speaker| self.mask(speaker)),
                quoted: self.mask(&one.quoted),
                how: one.how,
                origins: one.origins,
                statements: self.cite(&one.statements)?,
            })
        });
        told.collect()
    }

    fn counts(&mut self) -> Vec<out::Counted> {
        let told = self.case.counts.iter().filter_map(|one| {
            Some(out::Counted {
                number: one.count.number,
                bound: one.count.bound,
                of: self.mask(&one.count.of),
                act: one.count.act,
                origins: one.origins,
                statements: self.cite(&one.statements)?,
            })
        });
        told.collect()
    }

    fn conflicts(&mut self) -> Vec<out::Conflict> {
        let mut told = Vec::new();
        for conflict in &self.case.conflicts {
            if conflict.property.is_some_and(|property| !self.policy.shows(property)) {
                continue;
            }
            let sides = conflict.sides.iter().filter_map(|side| {
                Some(out::Side { value: self.mask(&side.value), origins: side.origins, statements: self.cite(&side.statements)? })
            });
            let sides: Vec<_> = sides.collect();
            if sides.len() > 1 {
                told.push(out::Conflict { kind: conflict.kind, property: conflict.property, act: conflict.act, sides });
            }
        }
        told
    }

    /// What no report says. The document number is left out while it is withheld: that it is recorded, or not, tells something.
    fn missing(&self) -> Vec<Minimum> {
        let missing = self.case.missing.iter().filter(|one| one.recorded == Recorded::Not).map(|one| one.what);
        missing.filter(|what| *what != Minimum::IdNumber || self.policy.shows(Property::IdNumber)).collect()
    }

    fn reports_told(&mut self) -> Vec<out::Report> {
        let mut stories: BTreeMap<StoryId, usize> = BTreeMap::new();
        let mut told = Vec::new();
        for (at, report) in self.case.origins.reports.iter().enumerate() {
            let next = stories.len() + 1;
            let about = &report.about;
            let text = |field: &Option<String>| field.as_deref().map(|text| self.mask(text));
            let (title, publisher, author) = (text(&about.title), text(&about.publisher), text(&about.author));
            let depends = report.depends.iter().filter_map(|one| {
                Some(out::Depends {
                    relation: one.relation,
                    outlet: self.mask(&one.outlet),
                    statements: self.cite(&[one.statement])?,
                })
            });
            let depends = depends.collect();
            told.push(out::Report {
                number: at + 1,
                title,
                publisher,
                author,
                published: about.published.clone(),
                url: about.url.as_deref().and_then(|url| self.veil.whole(url)),
                lang: about.lang,
                story: *stories.entry(report.story).or_insert(next),
                origin: report.origin + 1,
                depends,
            });
        }
        told
    }

    fn statement(&self, number: out::Number, cited: &Cited) -> out::Statement {
        let claim = cited.statement.claim();
        let modality = match claim {
            Claim::Act(act) => Some(act.modality),
            Claim::Attribute(attribute) => Some(attribute.modality),
            Claim::Allegation(_) => Some(Modality::Alleged),
            _ => None,
        };
        out::Statement {
            number,
            kind: claim.kind(),
            words: self.mask(cited.words()),
            says: cited.says().map(|says| self.mask(says)),
            modality,
            report: self.reports.get(&cited.text()).copied(),
            drafted_by: self.mask(&cited.by),
        }
    }
}
