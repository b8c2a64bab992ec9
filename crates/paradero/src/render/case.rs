//! A case file: every value with its words, its report, who says it, and how many independent origins.

use super::{AGAINST, DOUBT, LABEL, QUIET, Showing, cite, clean, heading, paint, weight, whither};
use paradero_case::{CaseFile, Recorded, Sign, Step, WhereSign};
use paradero_model::{Lang, Modality, StatementId};
use paradero_publish::terms::{self, Phrase, Term as _, date, day};

/// The case file, in Markdown. What `showing` protects is shown as withheld.
#[must_use]
pub fn case(file: &CaseFile, showing: &Showing, lang: Lang) -> String {
    let page = Page { file, showing, lang };
    let mut out = page.head();
    page.fate(&mut out);
    page.who(&mut out);
    page.chronology(&mut out);
    page.allegations(&mut out);
    page.voices(&mut out);
    page.conflicts(&mut out);
    page.groups(&mut out);
    page.sources(&mut out);
    page.missing(&mut out);
    out
}

struct Page<'a> {
    file: &'a CaseFile,
    showing: &'a Showing,
    lang: Lang,
}

impl Page<'_> {
    fn say(&self, phrase: Phrase) -> &'static str {
        phrase.say(self.lang)
    }

    fn section(&self, out: &mut String, phrase: Phrase) {
        out.push_str(&format!("\n{}\n\n", heading(2, self.say(phrase))));
    }

    fn head(&self) -> String {
        let head = &self.file.head;
        let name = self.showing.name(&head.name, head.minor.is_some());
        let mut out = format!("{}\n\n{}\n", heading(1, &name), weight(self.file, self.lang));
        if !head.other_names.is_empty() && !self.showing.hides(head.minor.is_some()) {
            out.push_str(&format!("{}: {}\n", self.say(Phrase::AlsoNamed), self.showing.list(&head.other_names)));
        }
        out
    }

    fn fate(&self, out: &mut String) {
        self.section(out, Phrase::WhereNow);
        let fate = &self.file.fate;
        self.signs(out, Phrase::Fate, &fate.fate, |sign| sign.say(self.lang).to_owned());
        self.signs(out, Phrase::Whereabouts, &fate.whereabouts, |sign| match sign {
            WhereSign::At(place) => self.showing.show(place),
            WhereSign::Unknown => self.say(Phrase::UnknownPlace).to_owned(),
        });
    }

    fn signs<T>(&self, out: &mut String, label: Phrase, signs: &[Sign<T>], what: impl Fn(&T) -> String) {
        let label = paint(LABEL, self.say(label));
        if signs.is_empty() {
            out.push_str(&format!("- {label}: {}\n", paint(QUIET, self.say(Phrase::NotRecorded))));
        }
        for sign in signs {
            let mut line = format!("- {label}: {}", what(&sign.says));
            if let Some(as_of) = &sign.as_of {
                line.push_str(&format!("; {}", terms::as_of(as_of, self.lang)));
            }
            if !sign.according_to.is_empty() {
                line.push_str(&format!("; {} {}", self.say(Phrase::AccordingTo), self.showing.list(&sign.according_to)));
            }
            if let Some(last) = sign.last_sign {
                line.push_str(&format!("; {}: {}", self.say(Phrase::LastSign), day(last, self.lang)));
            }
            out.push_str(&format!("{line}{}{}\n", self.doubt(&sign.modality), self.origins(sign.origins)));
            self.words(out, &sign.statements);
        }
    }

    fn who(&self, out: &mut String) {
        self.section(out, Phrase::Who);
        if self.file.who.entries.is_empty() {
            out.push_str(&format!("{}\n", paint(QUIET, self.say(Phrase::NotRecorded))));
        }
        for entry in &self.file.who.entries {
            let label = paint(LABEL, entry.property.say(self.lang));
            for value in &entry.values {
                let shown = self.showing.value(entry.property, &value.value);
                out.push_str(&format!("- {label}: {shown}{}{}\n", self.doubt(&value.modality), self.origins(value.origins)));
                self.words(out, &value.statements);
            }
        }
    }

    fn chronology(&self, out: &mut String) {
        self.section(out, Phrase::Chronology);
        let chronology = &self.file.chronology;
        if chronology.dated.is_empty() && chronology.undated.is_empty() {
            out.push_str(&format!("{}\n", paint(QUIET, self.say(Phrase::NotRecorded))));
        }
        for step in &chronology.dated {
            self.step(out, step);
        }
        for step in &chronology.undated {
            self.step(out, step);
        }
    }

    fn step(&self, out: &mut String, step: &Step) {
        let when: Vec<_> = step.when.iter().map(|when| date(when, self.lang)).collect();
        let when = if when.is_empty() { paint(QUIET, self.say(Phrase::Undated)) } else { when.join(" / ") };
        let mut line = format!("- {when}: {}", paint(LABEL, step.code.say(self.lang)));
        for (phrase, values) in [(Phrase::From, &step.from), (whither(step.code), &step.places), (Phrase::By, &step.who)] {
            if !values.is_empty() {
                line.push_str(&format!(" {} {}", self.say(phrase), self.showing.list(values)));
            }
        }
        if !step.outcomes.is_empty() {
            line.push_str(&format!("; {}: {}", self.say(Phrase::Outcome).to_lowercase(), self.showing.list(&step.outcomes)));
        }
        if !step.says.is_empty() {
            line.push_str(&format!("; {} {}", self.say(Phrase::AccordingTo), self.showing.list(&step.says)));
        }
        out.push_str(&format!("{line}{}{}\n", self.doubt(&step.modality), self.origins(step.origins)));
        self.words(out, &step.statements);
    }

    fn allegations(&self, out: &mut String) {
        if self.file.allegations.is_empty() {
            return;
        }
        self.section(out, Phrase::Allegations);
        for entry in &self.file.allegations {
            let by = if entry.by.is_empty() { self.say(Phrase::NotRecorded).to_owned() } else { self.showing.list(&entry.by) };
            let claim = paint(DOUBT, &self.showing.show(&entry.claim));
            out.push_str(&format!(
                "- {claim}; {}: {by}{}\n",
                self.say(Phrase::AllegedBy).to_lowercase(),
                self.origins(entry.origins)
            ));
            self.quotes(out, Phrase::Evidence, &entry.evidence, Phrase::NoEvidence);
            self.quotes(out, Phrase::Answers, &entry.answers, Phrase::NoAnswer);
            self.words(out, &entry.statements);
        }
    }

    fn quotes(&self, out: &mut String, label: Phrase, quotes: &[String], none: Phrase) {
        if quotes.is_empty() {
            out.push_str(&format!("  {}\n", paint(QUIET, self.say(none))));
        }
        for quote in quotes {
            let shown = self.showing.quote(quote);
            out.push_str(&format!("  {}: {shown}\n", paint(LABEL, self.say(label))));
        }
    }

    fn voices(&self, out: &mut String) {
        if self.file.voices.is_empty() {
            return;
        }
        self.section(out, Phrase::Voices);
        for voice in &self.file.voices {
            let speaker =
                voice.speaker.as_deref().map_or(self.say(Phrase::NotRecorded).to_owned(), |speaker| self.showing.show(speaker));
            let shown = self.showing.quote(&voice.quoted);
            out.push_str(&format!("- {}: {shown} {}\n", paint(LABEL, &speaker), self.reports(&voice.statements)));
        }
    }

    fn conflicts(&self, out: &mut String) {
        if self.file.conflicts.is_empty() {
            return;
        }
        self.section(out, Phrase::Conflicts);
        for conflict in &self.file.conflicts {
            let property = conflict.property.map(|property| property.say(self.lang));
            let act = conflict.act.map(|act| act.say(self.lang));
            let about: Vec<_> = [Some(conflict.kind.say(self.lang)), property, act].into_iter().flatten().collect();
            out.push_str(&format!("- {}\n", paint(AGAINST, &about.join(", "))));
            for side in &conflict.sides {
                let value = side_value(conflict.kind, &side.value, self.lang);
                let value =
                    conflict.property.map_or_else(|| self.showing.show(&value), |property| self.showing.value(property, &value));
                out.push_str(&format!("  - {value} {}{}\n", self.reports(&side.statements), self.origins(side.origins)));
            }
        }
    }

    fn groups(&self, out: &mut String) {
        if self.file.groups.is_empty() && self.file.counts.is_empty() {
            return;
        }
        self.section(out, Phrase::GroupNotPerson);
        for entry in &self.file.groups {
            out.push_str(&format!("- {} {}\n", self.showing.list(&entry.group), self.reports(&entry.statements)));
            self.words(out, &entry.statements);
        }
        for entry in &self.file.counts {
            let number = entry.count.number.map_or_else(|| "?".to_owned(), |number| number.to_string());
            let bound = entry.count.bound.say(self.lang);
            out.push_str(&format!(
                "- {bound} {number}: {} {}\n",
                self.showing.show(&entry.count.of),
                self.reports(&entry.statements)
            ));
        }
    }

    fn sources(&self, out: &mut String) {
        self.section(out, Phrase::Sources);
        for report in &self.file.origins.reports {
            let title = report.about.title.as_deref().map(|title| self.showing.quote(title)).unwrap_or_default();
            out.push_str(&format!("- [{}] {} {title}\n", report.origin + 1, clean(&cite(&report.about, self.lang))));
            for depends in &report.depends {
                out.push_str(&format!("  {}: {}\n", depends.relation.say(self.lang), clean(&depends.outlet)));
            }
        }
    }

    fn missing(&self, out: &mut String) {
        let missing: Vec<_> =
            self.file.missing.iter().filter(|one| one.recorded == Recorded::Not).map(|one| one.what.say(self.lang)).collect();
        if missing.is_empty() {
            return;
        }
        self.section(out, Phrase::Missing);
        out.push_str(&format!("{}\n\n", paint(QUIET, self.say(Phrase::MissingHint))));
        for what in missing {
            out.push_str(&format!("- {what}\n"));
        }
    }

    /// The exact words of each statement, with its report.
    fn words(&self, out: &mut String, statements: &[StatementId]) {
        for cited in statements.iter().filter_map(|id| self.file.statement(*id)) {
            let report = self.file.origins.report(cited.text()).map(|report| cite(&report.about, self.lang)).unwrap_or_default();
            let words = self.showing.quote(cited.words());
            out.push_str(&format!("  > {words} {}\n", paint(QUIET, &format!("({})", clean(&report)))));
        }
    }

    /// The reports of statements, in brackets.
    fn reports(&self, statements: &[StatementId]) -> String {
        let mut reports: Vec<String> = Vec::new();
        for cited in statements.iter().filter_map(|id| self.file.statement(*id)) {
            let report =
                self.file.origins.report(cited.text()).map(|report| clean(&cite(&report.about, self.lang))).unwrap_or_default();
            if !reports.contains(&report) {
                reports.push(report);
            }
        }
        paint(QUIET, &format!("({})", reports.join("; ")))
    }

    /// What is not plainly stated, said in words.
    fn doubt(&self, modality: &[Modality]) -> String {
        let doubts: Vec<_> =
            modality.iter().filter(|one| **one != Modality::Stated || modality.len() > 1).map(|one| one.say(self.lang)).collect();
        if doubts.is_empty() { String::new() } else { format!(" {}", paint(DOUBT, &format!("[{}]", doubts.join(", ")))) }
    }

    fn origins(&self, origins: usize) -> String {
        if origins < 2 {
            return String::new();
        }
        format!(" [{origins} {}]", self.say(Phrase::IndependentOrigins))
    }
}

/// The value of a conflict's side in words: dates and fixed names are spelled out, the rest is as worded.
fn side_value(kind: paradero_case::ConflictKind, value: &str, lang: Lang) -> String {
    use paradero_case::{ConflictKind, FateSign};
    match kind {
        ConflictKind::Date => paradero_model::Edtf::parse(value).map(|when| date(&when, lang)),
        ConflictKind::Denied => Modality::of_name(value).map(|modality| modality.say(lang).to_owned()),
        ConflictKind::Fate => FateSign::of_name(value).map(|sign| sign.say(lang).to_owned()),
        ConflictKind::Whereabouts if value.is_empty() => Some(Phrase::UnknownPlace.say(lang).to_owned()),
        _ => None,
    }
    .unwrap_or_else(|| value.to_owned())
}
