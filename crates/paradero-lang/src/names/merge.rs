//! What the rules read and what the trained tagger reads, made one list of candidates.
//!
//! The tagger knows more words and more settings than the rules; the rules know titles, lists and the shape of Spanish names. So the
//! tagger's names stand, unless the rules have evidence in the words themselves; what only the rules see stands on such evidence alone.

use super::scan::{Case, Token};
use super::tagged::Tagged;
use super::{Candidate, Evidence, lists, runs, titles};
use crate::NameKind;
use paradero_grammar::lexicon::places;
use paradero_model::Span;

/// One list out of both, in the order of the text, none overlapping another.
pub(super) fn merge(body: &str, tokens: &[Token], mut ruled: Vec<Candidate>, tagged: Vec<Tagged>) -> Vec<Candidate> {
    ruled.sort_by_key(|candidate| (candidate.words.start, candidate.words.end));
    let mut merged: Vec<Candidate> = Vec::with_capacity(ruled.len().max(tagged.len()));
    let (mut rules, mut tags) = (ruled.into_iter().peekable(), tagged.into_iter().peekable());
    loop {
        // What overlaps, on either side, is settled together.
        let start = match (rules.peek(), tags.peek()) {
            (None, None) => break,
            (Some(rule), None) => rule.words.start,
            (None, Some(tag)) => tag.words.start,
            (Some(rule), Some(tag)) => rule.words.start.min(tag.words.start),
        };
        let mut end = start + 1;
        let (mut by_rules, mut by_tags) = (Vec::new(), Vec::new());
        loop {
            if let Some(rule) = rules.next_if(|rule| rule.words.start < end) {
                end = end.max(rule.words.end);
                by_rules.push(rule);
            } else if let Some(tag) = tags.next_if(|tag| tag.words.start < end) {
                end = end.max(tag.words.end);
                by_tags.push(tag);
            } else {
                break;
            }
        }
        settle(body, tokens, by_rules, by_tags, &mut merged);
    }
    merged
}

/// Settles what overlaps.
fn settle(body: &str, tokens: &[Token], rules: Vec<Candidate>, tags: Vec<Tagged>, merged: &mut Vec<Candidate>) {
    if tags.is_empty() {
        merged.extend(rules.into_iter().filter_map(|rule| alone(body, tokens, rule)));
        return;
    }
    if let [rule] = &rules[..]
        && let [tag] = &tags[..]
        && rule.words == tag.words
    {
        let mut rule = rule.clone();
        if rule.by == Evidence::Setting {
            rule.by = Evidence::Tags;
        }
        rule.kind = Some(same_words(body, tokens, &rule, tag)).filter(|kind| believable(tokens, rule.words.clone(), *kind));
        if rule.kind != Some(NameKind::Person) {
            rule.title = None;
        }
        merged.push(rule);
        return;
    }
    // Where both see a name and draw it differently, the tagger's stands, unless it took to pieces what the rules know whole.
    let overlap = |rule: &Candidate, tag: &Tagged| rule.words.start < tag.words.end && tag.words.start < rule.words.end;
    let (met, free): (Vec<_>, Vec<_>) = rules.into_iter().partition(|rule| tags.iter().any(|tag| overlap(rule, tag)));
    let mut kept: Vec<Candidate> = Vec::new();
    for rule in &met {
        if let Some(kind) = whole(tokens, rule, &tags) {
            kept.push(Candidate { kind: Some(kind), ..rule.clone() });
        }
    }
    for tag in tags {
        if kept.iter().all(|rule| !overlap(rule, &tag)) {
            let mut name = crown(body, tokens, tag);
            // The rules may know more of its title: "comisario de Prisiones, Lic.".
            let titled = met.iter().find(|rule| rule.words == name.words && rule.kind == name.kind && rule.title.is_some());
            name.title = titled.map_or(name.title, |rule| rule.title);
            kept.push(name);
        }
    }
    kept.extend(free.into_iter().filter_map(|rule| alone(body, tokens, rule)));
    kept.sort_by_key(|candidate| candidate.words.start);
    merged.extend(kept);
}

/// Of what a name is that both see.
fn same_words(body: &str, tokens: &[Token], rule: &Candidate, tag: &Tagged) -> NameKind {
    match (rule.kind, rule.by, tag.kind) {
        // A false person hurts more than a missed one.
        (Some(kind @ (NameKind::Place | NameKind::Organisation)), Evidence::Words, NameKind::Person) => kind,
        // To the tagger a country that acts is an organisation, as in AnCora; here it stays the place it is.
        (Some(NameKind::Place), Evidence::Words, NameKind::Organisation) => NameKind::Place,
        (Some(NameKind::Person), Evidence::Title, NameKind::Place | NameKind::Other) => NameKind::Person,
        (Some(NameKind::Person), Evidence::Title, _) if rule.words.len() > 1 && titled_before(tokens, rule) => NameKind::Person,
        // A given name and two more are nobody's firm.
        (Some(NameKind::Person), Evidence::Words, NameKind::Organisation | NameKind::Other) if rule.words.len() > 2 => {
            NameKind::Person
        }
        // "Florence Adderly" is no place that anybody knows.
        (Some(NameKind::Person), Evidence::Words, NameKind::Place) if rule.words.len() > 1 => {
            let name = &body[tokens[rule.words.start].start..tokens[rule.words.end - 1].end];
            if places().named(name).is_some() { NameKind::Place } else { NameKind::Person }
        }
        _ => tag.kind,
    }
}

/// Whether the title stands before the name; what a comma parts from its end may be of somebody else.
fn titled_before(tokens: &[Token], rule: &Candidate) -> bool {
    rule.title.is_some_and(|title| title.end() <= tokens[rule.words.start].start)
}

/// The kind of what the rules know as one name, by its own words or by its title, and the tagger took to pieces: "University of |
/// Minnesota". `None` where the tagger's pieces stand.
fn whole(tokens: &[Token], rule: &Candidate, tags: &[Tagged]) -> Option<NameKind> {
    let covers = |tag: &&Tagged| rule.words.start <= tag.words.start && tag.words.end <= rule.words.end;
    let inside: Vec<&Tagged> = tags.iter().filter(covers).collect();
    let crossed = tags.iter().any(|tag| !covers(&tag) && tag.words.start < rule.words.end && rule.words.start < tag.words.end);
    let (first, last) = (inside.first()?, inside.last()?);
    if crossed {
        return None;
    }
    let rest = &tokens[last.words.end..rule.words.end];
    let persons = inside.iter().all(|tag| tag.kind == NameKind::Person)
        || titled_before(tokens, rule) && inside.iter().all(|tag| tag.kind != NameKind::Organisation);
    let one_line = tokens[rule.words.clone()].windows(2).all(|pair| pair[1].joined || pair[1].lower.chars().count() == 1);
    // "Vicente | del Olmo": a particle carries the name on, whatever the rules make of it.
    let particle = rest.first().is_some_and(|token| token.case == Case::Lower && token.lower.starts_with("de"));
    if particle && persons && one_line && first.words.start == rule.words.start && rest.len() < 5 {
        return matches!(rule.kind, None | Some(NameKind::Person | NameKind::Other)).then_some(NameKind::Person);
    }
    let whole = rule.by >= Evidence::Words
        && match rule.kind {
            Some(NameKind::Person) => {
                // The tagger lost the given name before, or what goes on behind: a second surname, a withheld one.
                let quiet = |token: &Token| !token.loud || rule.by == Evidence::Title;
                let lost = rest.len() < 4 && rest.iter().all(|token| quiet(token) && !lists::is_role(&token.lower));
                one_line && (rest.is_empty() || lost && persons)
            }
            // A head alone ("Ministerio") is no whole name; several words ("Consejo Europeo") may be.
            Some(NameKind::Organisation) => {
                let opens = first.words.start == rule.words.start;
                // In AnCora, from which the tagger learnt, a name ends before a contraction: "Defensoría | del Pueblo".
                let contracted = tokens[first.words.end..rule.words.end].first().is_some_and(|next| next.lower == "del");
                let complete = first.kind == NameKind::Organisation && opens && first.words.len() > 1 && !contracted;
                !complete && (inside.len() > 1 || first.kind == NameKind::Place || opens)
            }
            // "Oaxaca de | Juárez".
            Some(NameKind::Place) => one_line && rest.is_empty() && last.kind != NameKind::Organisation,
            _ => false,
        };
    rule.kind.filter(|_| whole)
}

/// What only the rules see: on the evidence of its words or title it stands; else of no kind that would be believed.
fn alone(body: &str, tokens: &[Token], mut rule: Candidate) -> Option<Candidate> {
    if part_of_address(body, tokens, &rule) {
        return None;
    }
    let (start, count) = (rule.words.start, rule.words.len());
    let believed = match rule.kind {
        Some(NameKind::Person) => {
            // One word behind "Mr." is a person; beside any other role the tagger would have seen one.
            let called = start > 0 && tokens[start].joined && lists::is_honorific(&tokens[start - 1].lower);
            believable(tokens, rule.words.clone(), NameKind::Person)
                && (rule.by == Evidence::Title && (count > 1 || called) || rule.by == Evidence::Words && count > 1)
        }
        Some(NameKind::Organisation) => {
            rule.by == Evidence::Words && (count > 1 && !(count == 2 && tokens[start].opens) || runs::whole(tokens, start) > 0)
        }
        Some(_) => rule.by == Evidence::Words,
        None => true,
    };
    if !believed {
        rule.kind = None;
        rule.title = None;
        rule.by = Evidence::Setting;
    }
    Some(rule)
}

/// Whether the words are a piece of a file name or an address: "Lisa_resume.doc", "ana@correo".
fn part_of_address(body: &str, tokens: &[Token], rule: &Candidate) -> bool {
    let (start, end) = (tokens[rule.words.start].start, tokens[rule.words.end - 1].end);
    let mut after = body[end..].chars();
    let next = after.next();
    body[..start].ends_with(['_', '@', '.', '/'])
        || matches!(next, Some('_' | '@' | '/'))
        || next == Some('.') && after.next().is_some_and(char::is_alphanumeric)
}

/// A name of the tagger alone, with the title that stands in it or beside it.
fn crown(body: &str, tokens: &[Token], tag: Tagged) -> Candidate {
    let mut words = tag.words;
    let mut title = None;
    if tag.kind == NameKind::Person {
        // "Pressley of Massachusetts" is Pressley.
        if let Some(of) =
            tokens[words.clone()].iter().position(|token| matches!(token.lower.as_str(), "of" | "from")).filter(|of| *of > 0)
        {
            words.end = words.start + of;
        }
        let first = &tokens[words.start].lower;
        let opens = lists::is_role(first) || lists::is_honorific(first) || lists::is_demonym(first);
        if let Some(cut) = titles::inside(&tokens[words.clone()]).filter(|_| opens) {
            title = Some(words.start..words.start + cut);
            words.start += cut;
        } else if words.len() > 1 && lists::is_honorific(first) && first.chars().count() > 2 {
            title = Some(words.start..words.start + 1);
            words.start += 1;
        } else {
            title = titles::before(body, tokens, words.start).or_else(|| titles::after(body, tokens, words.end));
        }
    }
    let kind = Some(tag.kind).filter(|kind| believable(tokens, words.clone(), *kind));
    let title = title
        .filter(|range| kind.is_some() && !range.is_empty())
        .map(|range| Span::new(tokens[range.start].start, tokens[range.end - 1].end));
    let by = if title.is_some() { Evidence::Title } else { Evidence::Tags };
    Candidate { words, kind, title, by }
}

/// Whether the words can be a name of `kind`: an office is nobody ("Presidente de la Junta", "Petitioner", "PRESIDING OFFICER").
fn believable(tokens: &[Token], words: std::ops::Range<usize>, kind: NameKind) -> bool {
    let words = &tokens[words];
    let role = |token: &Token| lists::is_role(&token.lower) && !lists::is_given(&token.lower);
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let office = role(first) || lists::is_honorific(&first.lower) && !lists::is_given(&first.lower);
    kind != NameKind::Person || !(office || role(last) && words.len() < 3 && !lists::is_given(&first.lower))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::{scan, tagged::Tagged};

    /// `tags` are the names the tagger marks; what comes out is shown as `kind name [title]`.
    fn check(body: &str, tags: &[(&str, NameKind)], expected: &[&str]) {
        let tokens = scan::scan(body);
        let mut from = 0;
        let tagged = tags.iter().map(|(name, kind)| {
            let start = from + body[from..].find(name).expect("the text has the name");
            from = start + name.len();
            let first = tokens.partition_point(|token| token.end <= start);
            let last = tokens.partition_point(|token| token.start < from);
            Tagged { words: first..last, kind: *kind }
        });
        let found = crate::names::settled(body, &tokens, Some(tagged.collect()));
        let shown: Vec<String> = found
            .iter()
            .filter(|name| name.kind != NameKind::Other)
            .map(|name| {
                let title = name.title.map_or(String::new(), |title| format!(" [{}]", title.of(body).unwrap_or("?")));
                format!("{:?} {}{title}", name.kind, name.span.of(body).unwrap_or("?"))
            })
            .collect();
        assert_eq!(shown, expected, "in {body:?}");
    }

    use NameKind::{Organisation, Person, Place};

    #[test]
    fn a_tagged_person_gets_the_title_beside() {
        check("El abogado Quirze Solà llegó.", &[("Quirze Solà", Person)], &["Person Quirze Solà [abogado]"]);
        check("They met Senator Wole Adeyinka.", &[("Senator Wole Adeyinka", Person)], &["Person Wole Adeyinka [Senator]"]);
    }

    #[test]
    fn an_office_is_nobody() {
        check("Habló el Presidente de Zorrotza ayer.", &[("Presidente de Zorrotza", Person)], &[]);
        check("The Petitioner responds that he stayed.", &[("Petitioner", Person)], &[]);
    }

    #[test]
    fn what_only_setting_speaks_for_is_no_person_where_the_tagger_is_silent() {
        check("Favorite Restaurant\n\nThey ate there.", &[], &[]);
        check("Great Job! Nice people.", &[], &[]);
    }

    #[test]
    fn the_tagger_s_organisation_is_no_person() {
        check("El mercado premió a Aerolux Vientos.", &[("Aerolux Vientos", Organisation)], &["Organisation Aerolux Vientos"]);
    }

    #[test]
    fn an_institution_taken_to_pieces_is_whole() {
        check(
            "She works at the University of Zorrotza now.",
            &[("University", Organisation), ("Zorrotza", Place)],
            &["Organisation University of Zorrotza"],
        );
    }

    #[test]
    fn what_the_tagger_lost_of_a_person_s_name_is_found_again() {
        check("Habló la abogada Mirlenis Varguillas ayer.", &[("Varguillas", Person)], &["Person Mirlenis Varguillas [abogada]"]);
        check("Ayer vino Vicente del Olmo.", &[("Vicente", Person)], &["Person Vicente del Olmo"]);
        check("Fue imputado Rigoberto “N” en mayo.", &[("Rigoberto", Person)], &["Person Rigoberto “N”"]);
    }

    #[test]
    fn a_name_goes_on_behind_a_contraction() {
        check(
            "Lo dijo el Observatorio Obrero del Orinoco ayer.",
            &[("Observatorio Obrero", Organisation)],
            &["Organisation Observatorio Obrero del Orinoco"],
        );
    }

    #[test]
    fn a_known_place_is_a_place_and_a_given_name_opens_a_person() {
        check("Guatemala pidió calma.", &[("Guatemala", Organisation)], &["Place Guatemala"]);
        check("They saw Florence Adderly.", &[("Florence Adderly", Place)], &["Person Florence Adderly"]);
        check("Nació en Oaxaca de Juárez ayer.", &[("Oaxaca", Place), ("Juárez", Person)], &["Place Oaxaca de Juárez"]);
    }

    #[test]
    fn a_title_before_the_name_outweighs_a_tag() {
        check(
            "Vino doña Blanca Estela Menjívar, de Sonsonate.",
            &[("Blanca", Place), ("Sonsonate", Place)],
            &["Person Blanca Estela Menjívar [doña]", "Place Sonsonate"],
        );
        check(
            "El comisario de Vigilancia Fluvial, Lic. Ana Paz, calló.",
            &[("Vigilancia Fluvial", Organisation), ("Lic. Ana Paz", Person)],
            &["Organisation Vigilancia Fluvial", "Person Ana Paz [comisario de Vigilancia Fluvial, Lic.]"],
        );
    }

    #[test]
    fn a_middle_initial_is_no_title() {
        check("Regards, Marlene D. Hillgrove", &[("Marlene D. Hillgrove", Person)], &["Person Marlene D. Hillgrove"]);
    }

    #[test]
    fn pieces_of_file_names_are_nobody() {
        check("See Lisa_resume.doc and write to Ana@example.org", &[], &[]);
    }
}
