//! Pronouns written on the end of a Spanish verb: "verlo", "llevándoselo", "hazte".
//!
//! Without a dictionary of the language: an infinitive or gerund is told by its ending and its accent, and the few nouns that end
//! alike ("parte", "charla", "gobiernos") by what they have in common, their pronoun or their stem.

/// A verb with pronouns on its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Enclitics {
    /// How many bytes the verb has.
    pub verb: usize,
    /// The verb as it is written without the pronouns.
    pub form: String,
    /// How many bytes each pronoun has.
    pub pronouns: [Option<usize>; 2],
}

const PRONOUNS: [&str; 11] = ["los", "las", "les", "nos", "lo", "la", "le", "me", "te", "se", "os"];

/// Takes a token apart, if it is a verb with pronouns.
pub(super) fn split(token: &str) -> Option<Enclitics> {
    if token.len() < 4 || token.len() > 40 || !token.ends_with(['e', 'o', 'a', 's', 'E', 'O', 'A', 'S']) {
        return None;
    }
    if !token.chars().all(char::is_alphabetic) {
        return None;
    }
    let low = token.to_lowercase();
    if low.len() != token.len() {
        return None;
    }
    let capital = token.chars().next().is_some_and(char::is_uppercase);
    let (one, last) = strip(&low)?;
    if let Some((two, first)) = strip(one).filter(|(_, first)| matches!(*first, "se" | "me" | "te" | "nos" | "os")) {
        // Two pronouns: the second is one of "lo, la, los, las, le, les, me, nos".
        if last.starts_with('l') && (marked(two) || plain_infinitive(two, first) || gerund(two)) {
            return Some(found(token, two, [Some(first.len()), Some(last.len())]));
        }
    }
    let fits = marked(one)
        || (gerund(one) && one.len() > 6 && !capital)
        || plain_infinitive(one, last) && !(capital && (name(&low) || matches!(last, "te" | "me" | "nos")));
    if fits || command(one, last) {
        return Some(found(token, one, [Some(last.len()), None]));
    }
    None
}

/// A token without the pronoun at its end, and the pronoun.
fn strip(low: &str) -> Option<(&str, &'static str)> {
    let pronoun = PRONOUNS.into_iter().find(|pronoun| low.ends_with(pronoun))?;
    let rest = &low[..low.len() - pronoun.len()];
    (rest.len() >= 2).then_some((rest, pronoun))
}

/// An infinitive or gerund with the accent that only pronouns bring.
fn marked(verb: &str) -> bool {
    (["ándo", "éndo"].iter().any(|end| verb.ends_with(end)) && verb.len() >= 6)
        || (["ár", "ér", "ír"].iter().any(|end| verb.ends_with(end)) && verb.len() >= 4)
}

fn gerund(verb: &str) -> bool {
    ["ando", "iendo", "yendo"].iter().any(|end| verb.ends_with(end))
}

/// An infinitive without accent, and a pronoun that no noun or adjective ends in after it.
fn plain_infinitive(verb: &str, pronoun: &str) -> bool {
    let Some(stem) = ["ar", "er", "ir"].iter().find_map(|end| verb.strip_suffix(end)) else { return false };
    if SHORT.contains(&verb) {
        return !matches!(pronoun, "os");
    }
    let vowels = stem.chars().filter(|c| vowel(*c)).count();
    match pronoun {
        "se" => !stem.is_empty() && (vowels > 0 || stem.len() > 1),
        "lo" | "la" | "los" | "las" | "le" | "les" => stem.len() >= 3 && vowels > 0 && !stem.contains(['á', 'é', 'í', 'ó', 'ú']),
        "te" | "me" | "nos" => stem.len() >= 3 && vowels > 0 && !NOUNS.iter().any(|noun| verb.ends_with(noun)),
        _ => false,
    }
}

/// Short infinitives that would not be told by their length.
const SHORT: &[&str] =
    &["dar", "ver", "ser", "ir", "oír", "leer", "creer", "usar", "atar", "unir", "abrir", "haber", "tener", "hacer"];
/// Ends of verbs that also end nouns, adjectives or other verb forms with "te", "me" or "nos" behind them.
const NOUNS: &[&str] = &[
    "par", "ser", "vier", "fuer", "muer", "iner", "est", "andar", "sper", "conv", "adv", "ier", "uer", "ern", "bier", "vern",
    "der", "mier", "luar", "duar", "comfor", "compar", "repar", "depor", "repor", "confir", "infor", "confor", "transfor",
    "enfer", "alar", "inter", "exter",
];

fn vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'á' | 'é' | 'í' | 'ó' | 'ú' | 'ü')
}

/// Given names that look like an infinitive with a pronoun.
fn name(low: &str) -> bool {
    ["carlo", "carla", "carlos", "charles", "perla"].iter().any(|name| low.ends_with(name))
}

/// A command: a few common verbs, or an accent on the last syllable but two before "nse".
fn command(verb: &str, pronoun: &str) -> bool {
    const SINGULAR: &[&str] =
        &["da", "di", "haz", "pon", "pón", "dé", "díga", "déja", "háble", "hága", "déme", "ayúda", "ayúde", "llév", "cuénta"];
    SINGULAR.contains(&verb)
        && (pronoun == "me" || (matches!(verb, "haz" | "pon" | "pón" | "díga" | "déja" | "hága") && pronoun != "os"))
        || (pronoun == "se" && verb.ends_with('n') && verb.contains(['á', 'é', 'í', 'ó', 'ú']) && verb.len() > 4)
}

/// What was found, with the verb as it is written alone: "quitárselas" is of "quitar", "oírlo" of "oír".
fn found(token: &str, verb: &str, pronouns: [Option<usize>; 2]) -> Enclitics {
    let mut form = String::with_capacity(verb.len());
    let written = &token[..verb.len()];
    let keeps = verb.ends_with("ír") && verb[..verb.len() - "ír".len()].ends_with(['a', 'e', 'o']);
    for c in written.chars() {
        form.push(match c {
            _ if keeps => c,
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' => 'u',
            'Á' => 'A',
            'É' => 'E',
            'Í' => 'I',
            'Ó' => 'O',
            'Ú' => 'U',
            other => other,
        });
    }
    Enclitics { verb: verb.len(), form, pronouns }
}
