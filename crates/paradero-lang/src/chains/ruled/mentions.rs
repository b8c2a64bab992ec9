//! What may speak of a person or group, in the order of the text, before it is known of whom.

use crate::names::lists;
use crate::{Analysis, Gender, MentionForm, NameKind, Pos, Role, Word};
use paradero_model::{Lang, Span};
use std::collections::HashMap;

/// How a description is introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Introduction {
    /// "the man", "el joven": somebody known.
    Definite,
    /// "a man", "un joven", "27 trabajadores": somebody new.
    Indefinite,
    /// "his lawyer", "su hijo": somebody known through another.
    Owned,
    /// "my son", "mi papá".
    Mine,
    /// "Gay asylum seeker" in a headline.
    Bare,
}

/// What a mention is, with what only its kind knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An index of the names.
    Name(usize),
    Pronoun,
    Possessive,
    /// Its head noun, lower-cased.
    Description(Introduction, String),
    Empty,
}

/// A mention not yet given to anybody.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) sentence: usize,
    pub(super) heading: bool,
    pub(super) gender: Option<Gender>,
    pub(super) plural: Option<bool>,
    /// Whether it is the subject of its clause.
    pub(super) subject: bool,
    /// The clause it is an argument of.
    pub(super) clause: Option<usize>,
    /// Of a possessive: whether what it owns is kin or a lawyer, as the one a text is about has.
    pub(super) close: bool,
}

impl Raw {
    pub(super) fn form(&self) -> MentionForm {
        match self.kind {
            Kind::Name(_) => MentionForm::Name,
            Kind::Pronoun => MentionForm::Pronoun,
            Kind::Possessive => MentionForm::Possessive,
            Kind::Description(..) => MentionForm::Description,
            Kind::Empty => MentionForm::Empty,
        }
    }
}

/// What a text says of where a word stands: the clause it is an argument of, and whether its subject.
struct Places {
    /// For each word of a verb group, its clause.
    groups: HashMap<usize, usize>,
    arguments: HashMap<usize, (usize, bool)>,
    phrases: HashMap<usize, Span>,
}

/// The mentions of the text.
pub(super) fn collect(body: &str, found: &Analysis) -> Vec<Raw> {
    let places = Places {
        groups: found
            .clauses
            .iter()
            .enumerate()
            .flat_map(|(at, clause)| clause.group.clone().map(move |word| (word, at)))
            .collect(),
        arguments: arguments(found),
        phrases: found.phrases.iter().rev().map(|phrase| (phrase.head, phrase.span)).collect(),
    };
    let mut raw = Vec::new();
    for (at, name) in found.names.iter().enumerate().filter(|(_, name)| name.kind == NameKind::Person) {
        let words = found.words.partition_point(|word| word.span.start() < name.span.start());
        let inside = (words..found.words.len()).take_while(|&word| found.words[word].span.end() <= name.span.end());
        // The subject of "El gobernador de Lara, Ana Paz, dijo" is headed by the title.
        let titled = name.title.map(|title| found.words.partition_point(|word| word.span.start() < title.start()));
        let title = titled.map_or(0..0, |from| {
            from..from
                + found.words[from..]
                    .iter()
                    .take_while(|word| name.title.is_some_and(|title| word.span.end() <= title.end()))
                    .count()
        });
        let argument = inside.clone().chain(title).find_map(|word| places.arguments.get(&word)).copied();
        let subject =
            argument.map_or_else(|| before_verb(found, inside.last().map_or(words, |word| word + 1)), |(_, subject)| subject);
        raw.push(mention(found, name.span, Kind::Name(at), None, Some(false), subject, argument.map(|(clause, _)| clause)));
    }
    let mut titles: Vec<Span> =
        found.names.iter().filter(|name| name.kind == NameKind::Person).filter_map(|name| name.title).collect();
    titles.sort();
    // Names and titles are in order: only those beside the word can hold it.
    let taken = |span: Span| {
        let name = found.names.partition_point(|name| name.span.end() <= span.start());
        let title = titles.partition_point(|title| title.start() <= span.start());
        found.names.get(name).is_some_and(|name| name.span.overlaps(span))
            || titles[..title].iter().rev().take(3).any(|title| title.contains(span))
    };
    for (at, word) in found.words.iter().enumerate() {
        let Some(text) = word.span.of(body) else { continue };
        let low = text.to_lowercase();
        if let Some(pronoun) = pronoun(body, found, at, &low, &places) {
            raw.push(pronoun);
        } else if matches!(word.pos, Pos::Noun | Pos::Adj | Pos::Propn | Pos::Num | Pos::Verb | Pos::Pron) && !taken(word.span) {
            raw.extend(description(body, found, at, &low, &places));
        }
    }
    for (clause, argument) in
        found.clauses.iter().enumerate().flat_map(|(at, clause)| clause.arguments.iter().map(move |argument| (at, argument)))
    {
        let group = &found.clauses[clause].group;
        let (Some(first), Some(last)) =
            (found.words.get(group.start), group.end.checked_sub(1).and_then(|last| found.words.get(last)))
        else {
            continue;
        };
        if argument.role == Role::Subject && argument.span == first.span.to(last.span) {
            let verb = |word: &&Word| word.form.person.is_some() && matches!(word.pos, Pos::Verb | Pos::Aux);
            let finite = group.clone().filter_map(|word| found.words.get(word)).find(verb);
            if finite.is_none_or(|word| word.form.person == Some(3)) {
                let plural = finite.and_then(|word| word.form.plural);
                raw.push(mention(found, argument.span, Kind::Empty, None, plural, true, Some(clause)));
            }
        }
    }
    raw.sort_by_key(|mention| (mention.span.start(), mention.span.end()));
    raw.dedup_by_key(|mention| mention.span);
    raw
}

fn arguments(found: &Analysis) -> HashMap<usize, (usize, bool)> {
    let mut arguments = HashMap::new();
    for (at, clause) in found.clauses.iter().enumerate() {
        for argument in &clause.arguments {
            arguments.entry(argument.head).or_insert((at, argument.role == Role::Subject));
        }
    }
    arguments
}

fn mention(
    found: &Analysis,
    span: Span,
    kind: Kind,
    gender: Option<Gender>,
    plural: Option<bool>,
    subject: bool,
    clause: Option<usize>,
) -> Raw {
    let sentence = found.sentence_at(span.start()).unwrap_or(0);
    let heading = found.sentences.get(sentence).is_some_and(|sentence| sentence.heading);
    Raw { span, kind, sentence, heading, gender, plural, subject, clause, close: false }
}

/// Where syntax does not say: whether a verb follows at word `at`.
fn before_verb(found: &Analysis, at: usize) -> bool {
    found.words.get(at).is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::Aux))
}

fn pronoun(body: &str, found: &Analysis, at: usize, low: &str, places: &Places) -> Option<Raw> {
    use Gender::{Feminine, Masculine};
    let word = &found.words[at];
    let next = found.words.get(at + 1);
    let owns = next.is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Adj | Pos::Propn | Pos::Num));
    let clitic = || {
        word.pos == Pos::Pron
            && next.is_some_and(|next| matches!(next.pos, Pos::Verb | Pos::Aux | Pos::Pron))
            && !impersonal(body, found, at)
    };
    let (kind, gender, plural) = match (found.lang, low) {
        (Lang::En, "he" | "him" | "himself") => (Kind::Pronoun, Some(Masculine), Some(false)),
        (Lang::En, "she" | "herself") => (Kind::Pronoun, Some(Feminine), Some(false)),
        (Lang::En, "her") => (if owns { Kind::Possessive } else { Kind::Pronoun }, Some(Feminine), Some(false)),
        (Lang::En, "his") => (Kind::Possessive, Some(Masculine), Some(false)),
        (Lang::En, "they" | "them" | "themselves") => (Kind::Pronoun, None, Some(true)),
        (Lang::En, "their") => (Kind::Possessive, None, Some(true)),
        (Lang::Es, "él") => (Kind::Pronoun, Some(Masculine), Some(false)),
        (Lang::Es, "ella") => (Kind::Pronoun, Some(Feminine), Some(false)),
        (Lang::Es, "ellos") => (Kind::Pronoun, Some(Masculine), Some(true)),
        (Lang::Es, "ellas") => (Kind::Pronoun, Some(Feminine), Some(true)),
        (Lang::Es, "lo") if clitic() => (Kind::Pronoun, Some(Masculine), Some(false)),
        (Lang::Es, "la") if clitic() => (Kind::Pronoun, Some(Feminine), Some(false)),
        (Lang::Es, "los") if clitic() => (Kind::Pronoun, Some(Masculine), Some(true)),
        (Lang::Es, "las") if clitic() => (Kind::Pronoun, Some(Feminine), Some(true)),
        (Lang::Es, "le") => (Kind::Pronoun, None, Some(false)),
        (Lang::Es, "les") => (Kind::Pronoun, None, Some(true)),
        (Lang::Es, "su" | "sus" | "suyo" | "suya" | "cuyo") if low != "cuyo" => (Kind::Possessive, None, None),
        _ => return None,
    };
    let argument = places.arguments.get(&at).copied();
    let subject = matches!(low, "he" | "she" | "they") || argument.is_some_and(|(_, subject)| subject);
    let clause = argument.map(|(clause, _)| clause).or_else(|| places.groups.get(&at).copied());
    let close = kind == Kind::Possessive
        && found.words[at + 1..].iter().take(2).filter_map(|word| word.span.of(body)).any(|word| {
            let word = word.to_lowercase();
            lists::roles().any(&["kin m", "kin f", "kin u"], &word) || lists::synonyms("lawyer", &word)
        });
    Some(Raw { close, ..mention(found, word.span, kind, gender, plural, subject, clause) })
}

/// "lo dijo", "lo que", "lo sabe": of a matter, not of a man.
fn impersonal(body: &str, found: &Analysis, at: usize) -> bool {
    let verb = found.words[at + 1..].iter().take(3).find(|word| word.pos == Pos::Verb);
    verb.is_none_or(|verb| {
        let text = verb.span.of(body).unwrap_or("").to_lowercase();
        lists::words().has("saying", &text)
            || matches!(
                verb.lemma.as_str(),
                "decir"
                    | "saber"
                    | "hacer"
                    | "permitir"
                    | "demostrar"
                    | "probar"
                    | "entender"
                    | "querer"
                    | "ser"
                    | "creer"
                    | "prever"
                    | "indicar"
            )
    })
}

/// A noun phrase whose head says a person: "the makeup artist", "un joven", "los detenidos", "his lawyer".
fn description(body: &str, found: &Analysis, at: usize, low: &str, places: &Places) -> Option<Raw> {
    let group = lists::roles().has("group u", low) || lists::words().has("demonym plural", low) || plural_role(low);
    let generic = lists::chains().has("generic", low);
    if !(group || generic || lists::is_role(low) && !low.ends_with('.')) || lists::chains().has("never", low) {
        return None;
    }
    let sentence = found.sentence_at(found.words[at].span.start())?;
    let heading = found.sentences[sentence].heading;
    // In English the last noun is the head: "prisoner exchange" is no prisoner.
    let text = |at: usize| found.words.get(at).map_or("", |word| word.text(body)).to_lowercase();
    if found.lang == Lang::En
        && found.words.get(at + 1).is_some_and(|next| {
            next.pos == Pos::Noun && next.span.start() - found.words[at].span.end() <= 2 && !text(at + 1).starts_with(['\'', '’'])
        })
    {
        return None;
    }
    let first = found.sentences[sentence].words.start;
    let mut from = at;
    let mut introduction = None;
    while from > first && at - from < 7 {
        let low = text(from - 1);
        introduction = match low.as_str() {
            "the" | "el" | "la" | "los" | "las" | "this" | "that" | "these" | "those" | "este" | "esta" | "ese" | "esa"
            | "estos" | "estas" | "esos" | "esas" | "al" | "del" | "aquel" | "dicho" | "dicha" | "both" | "ambos" | "ambas" => {
                Some(Introduction::Definite)
            }
            "a" if found.lang == Lang::En => Some(Introduction::Indefinite),
            "an" | "un" | "una" | "unos" | "unas" | "another" | "otro" | "otra" | "some" | "several" | "varios" | "varias"
            | "many" | "muchos" | "muchas" | "algunos" | "algunas" => Some(Introduction::Indefinite),
            "my" | "mi" | "our" | "nuestro" | "nuestra" | "your" | "tu" => Some(Introduction::Mine),
            "his" | "her" | "their" | "su" | "sus" => Some(Introduction::Owned),
            "'s" | "’s" | "'" | "’" => Some(Introduction::Owned),
            _ => None,
        };
        if introduction.is_some() {
            if !matches!(low.as_str(), "al" | "del" | "'s" | "’s" | "'" | "’") {
                from -= 1;
            }
            break;
        }
        // "al menos 27", "un barbero venezolano": no article of this noun, and no noun but an adjective.
        if low == "menos" || found.lang == Lang::Es && matches!(found.words[from - 1].pos, Pos::Noun | Pos::Propn) {
            if low != "menos" && from == at {
                return None;
            }
            break;
        }
        let inside = matches!(found.words[from - 1].pos, Pos::Adj | Pos::Num | Pos::Adv | Pos::Propn)
            || found.lang == Lang::En && found.words[from - 1].pos == Pos::Noun
            || low == "-";
        if !inside {
            break;
        }
        from -= 1;
    }
    let introduction = introduction.unwrap_or(if group { Introduction::Indefinite } else { Introduction::Bare });
    if introduction == Introduction::Bare && !heading
        || found.words[at].pos == Pos::Verb && introduction != Introduction::Definite
    {
        return None;
    }
    // An adjective before its noun ("el joven sindicalista", "la detenida abogada") is not the head.
    if found.lang == Lang::Es
        && found.words.get(at + 1).is_some_and(|next| {
            next.pos == Pos::Noun && (lists::is_role(&text(at + 1)) || lists::chains().has("generic", &text(at + 1)))
        })
    {
        return None;
    }
    // "el bulevar del Maestro": a capital inside a sentence names something.
    let capital = found.words[at].span.of(body).is_some_and(|text| text.starts_with(char::is_uppercase));
    if capital && !heading && at > first && !demonym(low) {
        return None;
    }
    // "la viuda, señora Ana Paz": the name is the mention, and the description belongs to it.
    let end = found.words[at].span.end();
    let name = found.names.partition_point(|name| name.span.start() < end);
    let beside =
        found.names.get(name).filter(|name| name.kind == NameKind::Person).and_then(|name| body.get(end..name.span.start()));
    let apposed = beside.and_then(|gap| gap.trim_start().strip_prefix(','));
    if apposed.is_some_and(|gap| gap.split_whitespace().all(|word| lists::is_honorific(&word.to_lowercase()))) {
        return None;
    }
    let own = found.words[from].span.to(found.words[at].span);
    let span = places.phrases.get(&at).copied().filter(|span| span.contains(found.words[at].span)).unwrap_or(own);
    let argument = places.arguments.get(&at).copied();
    let subject = argument.map_or_else(|| before_verb(found, at + 1), |(_, subject)| subject);
    let gender = gender(low, &found.words[at], &text(from));
    Some(mention(
        found,
        span,
        Kind::Description(introduction, low.to_owned()),
        gender,
        Some(group && !generic),
        subject,
        argument.map(|(clause, _)| clause),
    ))
}

fn demonym(low: &str) -> bool {
    lists::is_demonym(low)
}

fn plural_role(low: &str) -> bool {
    let Some(stem) = low.strip_suffix('s') else { return false };
    (lists::is_role(stem) || stem.strip_suffix('e').is_some_and(lists::is_role)) && !lists::is_role(low) && stem.len() > 3
}

/// The gender a description says: by its noun, or in Spanish by its article.
fn gender(low: &str, word: &Word, first: &str) -> Option<Gender> {
    let roles = lists::roles();
    match first {
        "el" | "un" | "este" | "ese" | "los" | "unos" | "aquel" | "otro" => return Some(Gender::Masculine),
        "la" | "una" | "esta" | "esa" | "las" | "unas" | "otra" if !matches!(low, "víctima" | "persona" | "pareja") => {
            return Some(Gender::Feminine);
        }
        _ => {}
    }
    if roles.any(&["kin m", "person m"], low) && !roles.any(&["kin f", "person f"], low) {
        Some(Gender::Masculine)
    } else if roles.any(&["kin f", "person f", "office f"], low) && !roles.any(&["kin m", "person m", "office m"], low) {
        Some(Gender::Feminine)
    } else {
        word.form.gender.filter(|_| !matches!(low, "víctima" | "persona" | "pareja"))
    }
}
