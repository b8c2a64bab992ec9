//! Descriptions of persons: "the makeup artist", "un joven", "los detenidos", "his lawyer"; the nouns that say a person are data.

use super::mentions::{Introduction, Kind, Mention, Scene, Sex};
use super::tree::Tree;
use crate::names::lists;
use crate::{Gender, NameKind, Part, Pos, Word};
use paradero_model::Lang;

/// Whether what the possessive at `at` owns is kin or a lawyer, as the one a text is about has.
pub(super) fn close(tree: &Tree, at: usize) -> bool {
    tree.low[at + 1..]
        .iter()
        .take(2)
        .any(|word| lists::roles().any(&["kin m", "kin f", "kin u"], word) || lists::synonyms("lawyer", word))
}

/// A noun phrase whose head says a person: "the makeup artist", "un joven", "los detenidos", "his lawyer".
pub(super) fn read(scene: &Scene, at: usize) -> Option<Mention> {
    let (found, tree) = (scene.found, scene.tree);
    if !matches!(tree.words[at].pos, Pos::Noun | Pos::Adj | Pos::Propn | Pos::Num | Pos::Verb | Pos::Pron) {
        return None;
    }
    let low = tree.low[at].as_str();
    let group = lists::roles().has("group u", low) || lists::words().has("demonym plural", low) || plural_role(low);
    let generic = lists::chains().has("generic", low);
    if !(group || generic || lists::is_role(low) && !low.ends_with('.')) || lists::chains().has("never", low) {
        return None;
    }
    let sentence = found.sentences.get(tree.sentence[at])?;
    // In English the last noun is the head: "prisoner exchange" is no prisoner.
    let text = |at: usize| tree.low.get(at).map_or("", String::as_str);
    let touches = |next: &Word| next.pos == Pos::Noun && next.span.start() - found.words[at].span.end() <= 2;
    if found.lang == Lang::En && found.words.get(at + 1).is_some_and(touches) && !text(at + 1).starts_with(['\'', '’']) {
        return None;
    }
    let (introduction, from) = introduction(scene, at, sentence.words.start)?;
    let introduction = introduction.unwrap_or(if group { Introduction::Indefinite } else { Introduction::Bare });
    if introduction == Introduction::Bare && !sentence.heading
        || found.words[at].pos == Pos::Verb && introduction != Introduction::Definite
    {
        return None;
    }
    // An adjective before its noun ("el joven sindicalista", "la detenida abogada") is not the head.
    let role = |word: &str| lists::is_role(word) || lists::chains().has("generic", word);
    let noun = found.words.get(at + 1).is_some_and(|next| next.pos == Pos::Noun);
    if found.lang == Lang::Es && noun && role(text(at + 1)) {
        return None;
    }
    // "el bulevar del Maestro": a capital inside a sentence names something.
    let capital = found.words[at].span.of(scene.body).is_some_and(|text| text.starts_with(char::is_uppercase));
    if capital && !sentence.heading && at > sentence.words.start && !lists::is_demonym(low) {
        return None;
    }
    // "la viuda, señora Ana Paz": the name is the mention, and the description belongs to it.
    let end = found.words[at].span.end();
    let name = found.names.partition_point(|name| name.span.end() < end);
    let beside = found.names.get(name).filter(|name| name.kind == NameKind::Person);
    let beside = beside.and_then(|name| scene.body.get(end..name.span.start()));
    let apposed = beside.and_then(|gap| gap.trim_start().strip_prefix(','));
    if apposed.is_some_and(|gap| gap.split_whitespace().all(|word| lists::is_honorific(&word.to_lowercase()))) {
        return None;
    }
    let own = tree.span(from, at);
    let span = scene.phrases.get(&at).copied().filter(|span| span.contains(found.words[at].span)).unwrap_or(own);
    Some(Mention {
        gender: gender(low, &found.words[at], text(from)),
        plural: Some(group && !generic),
        ..scene.mention(span, at, Kind::Description(introduction, low.to_owned()))
    })
}

/// How the noun at `at` is introduced, and the first word that belongs to it; `None` where it is no noun phrase of its own.
fn introduction(scene: &Scene, at: usize, first: usize) -> Option<(Option<Introduction>, usize)> {
    let (lang, tree) = (scene.found.lang, scene.tree);
    let mut from = at;
    while from > first && at - from < 7 {
        let low = tree.low[from - 1].as_str();
        let before = &tree.words[from - 1];
        if let Some(introduction) = introduces(lang, low) {
            // The article in "del" and a mark of possession stay outside.
            let outside = matches!(low, "al" | "del" | "'s" | "’s" | "'" | "’") || before.part == Part::Rest;
            return Some((Some(introduction), if outside { from } else { from - 1 }));
        }
        // "al menos 27", "un barbero venezolano": no article of this noun, and no noun but an adjective.
        if low == "menos" || lang == Lang::Es && matches!(before.pos, Pos::Noun | Pos::Propn) {
            if low != "menos" && from == at {
                return None;
            }
            break;
        }
        let inside = matches!(before.pos, Pos::Adj | Pos::Num | Pos::Adv | Pos::Propn)
            || lang == Lang::En && before.pos == Pos::Noun
            || low == "-";
        if !inside {
            break;
        }
        from -= 1;
    }
    Some((None, from))
}

fn introduces(lang: Lang, low: &str) -> Option<Introduction> {
    match low {
        "the" | "el" | "la" | "los" | "las" | "this" | "that" | "these" | "those" | "este" | "esta" | "ese" | "esa" | "estos"
        | "estas" | "esos" | "esas" | "al" | "del" | "aquel" | "dicho" | "dicha" | "both" | "ambos" | "ambas" => {
            Some(Introduction::Definite)
        }
        "a" if lang == Lang::En => Some(Introduction::Indefinite),
        "an" | "un" | "una" | "unos" | "unas" | "another" | "otro" | "otra" | "some" | "several" | "varios" | "varias"
        | "many" | "muchos" | "muchas" | "algunos" | "algunas" => Some(Introduction::Indefinite),
        "my" | "mi" | "our" | "nuestro" | "nuestra" | "your" | "tu" => Some(Introduction::Mine),
        "his" | "her" | "their" | "su" | "sus" | "'s" | "’s" | "'" | "’" => Some(Introduction::Owned),
        _ => None,
    }
}

fn plural_role(low: &str) -> bool {
    let Some(stem) = low.strip_suffix('s') else { return false };
    (lists::is_role(stem) || stem.strip_suffix('e').is_some_and(lists::is_role)) && !lists::is_role(low) && stem.len() > 3
}

/// The gender a description says: by its noun, or in Spanish by its article.
fn gender(low: &str, word: &Word, first: &str) -> Option<Sex> {
    let roles = lists::roles();
    match first {
        "el" | "un" | "este" | "ese" | "los" | "unos" | "aquel" | "otro" => return Some(Sex::Masculine),
        "la" | "una" | "esta" | "esa" | "las" | "unas" | "otra" if !matches!(low, "víctima" | "persona" | "pareja") => {
            return Some(Sex::Feminine);
        }
        _ => {}
    }
    if roles.any(&["kin m", "person m"], low) && !roles.any(&["kin f", "person f"], low) {
        Some(Sex::Masculine)
    } else if roles.any(&["kin f", "person f", "office f"], low) && !roles.any(&["kin m", "person m", "office m"], low) {
        Some(Sex::Feminine)
    } else {
        word.form.gender.filter(|_| !matches!(low, "víctima" | "persona" | "pareja")).map(|gender| match gender {
            Gender::Masculine => Sex::Masculine,
            Gender::Feminine => Sex::Feminine,
        })
    }
}
