//! Pronouns: which words stand for somebody or something, and what they say of it: person, number, gender.

use super::mentions::{Kind, Sex};
use super::tree::Tree;
use crate::names::lists;
use crate::{Pos, Universal};
use paradero_model::Lang;

/// What a pronoun says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) possessive: bool,
    pub(super) reflexive: bool,
    pub(super) person: u8,
    pub(super) plural: Option<bool>,
    pub(super) sex: Option<Sex>,
}

impl Said {
    pub(super) fn kind(self) -> Kind {
        if self.possessive { Kind::Possessive } else { Kind::Pronoun }
    }
}

/// What the word at `at` says, where it is a personal, possessive or reflexive pronoun.
pub(super) fn read(tree: &Tree, lang: Lang, at: usize) -> Option<Said> {
    let low = tree.low[at].as_str();
    let word = &tree.words[at];
    if !matches!(word.pos, Pos::Pron | Pos::Det | Pos::Adj | Pos::Propn | Pos::X | Pos::Adp) {
        return None;
    }
    let said = match lang {
        Lang::En => english(low)?,
        Lang::Es => spanish(low)?,
    };
    let next = tree.words.get(at + 1).filter(|_| tree.sentence.get(at + 1) == Some(&tree.sentence[at]));
    let owns = next.is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Adj | Pos::Propn | Pos::Num));
    let determines = tree.is(at, Universal::Nmod) || tree.is(at, Universal::Det) || word.feature("Poss") == Some("Yes");
    match (lang, low) {
        (Lang::En, "her") => Some(Said { possessive: if tree.head(at).is_some() { determines } else { owns }, ..said }),
        // "let 's": "us"; elsewhere "'s" is another word.
        (Lang::En, "'s" | "’s") => (word.pos == Pos::Pron).then_some(said),
        (Lang::Es, "lo" | "la" | "los" | "las") => (word.pos == Pos::Pron && !impersonal(tree, at, low)).then_some(said),
        (Lang::Es, "él") if word.pos != Pos::Pron => None,
        (Lang::Es, "mi" | "tu" | "su" | "mis" | "tus" | "sus") if word.pos == Pos::Pron => None,
        _ => Some(said),
    }
}

fn english(low: &str) -> Option<Said> {
    use Sex::{Feminine, Masculine, Neuter};
    let possessive =
        matches!(low, "my" | "mine" | "our" | "ours" | "your" | "yours" | "his" | "hers" | "its" | "their" | "theirs");
    let reflexive = low.ends_with("self") || low.ends_with("selves");
    let (person, plural, sex) = match low {
        "i" | "me" | "my" | "mine" | "myself" => (1, Some(false), None),
        "we" | "us" | "our" | "ours" | "ourselves" | "'s" | "’s" => (1, Some(true), None),
        "you" | "your" | "yours" | "yourself" | "ya" | "ye" => (2, None, None),
        "yourselves" => (2, Some(true), None),
        "he" | "him" | "his" | "himself" => (3, Some(false), Some(Masculine)),
        "she" | "her" | "hers" | "herself" => (3, Some(false), Some(Feminine)),
        "it" | "its" | "itself" => (3, Some(false), Some(Neuter)),
        "they" | "them" | "their" | "theirs" | "themselves" | "em" | "'em" | "’em" => (3, Some(true), None),
        _ => return None,
    };
    Some(Said { possessive, reflexive, person, plural, sex })
}

fn spanish(low: &str) -> Option<Said> {
    use Sex::{Feminine, Masculine};
    let possessive = matches!(
        low,
        "mi" | "mis"
            | "mío"
            | "mía"
            | "míos"
            | "mías"
            | "tu"
            | "tus"
            | "tuyo"
            | "tuya"
            | "su"
            | "sus"
            | "suyo"
            | "suya"
            | "suyos"
            | "suyas"
    ) || low.starts_with("nuestr");
    let (person, plural, sex) = match low {
        "yo" | "me" | "mí" | "conmigo" | "mi" | "mis" | "mío" | "mía" | "míos" | "mías" => (1, Some(false), None),
        "nosotros" | "nosotras" | "nos" | "nuestro" | "nuestra" | "nuestros" | "nuestras" => (1, Some(true), None),
        "tú" | "te" | "ti" | "contigo" | "tu" | "tus" | "tuyo" | "tuya" | "usted" | "vos" => (2, Some(false), None),
        "ustedes" | "vosotros" | "vosotras" | "os" => (2, Some(true), None),
        "él" => (3, Some(false), Some(Masculine)),
        "ella" => (3, Some(false), Some(Feminine)),
        "ellos" => (3, Some(true), Some(Masculine)),
        "ellas" => (3, Some(true), Some(Feminine)),
        "lo" => (3, Some(false), Some(Masculine)),
        "la" => (3, Some(false), Some(Feminine)),
        "los" => (3, Some(true), Some(Masculine)),
        "las" => (3, Some(true), Some(Feminine)),
        "le" => (3, Some(false), None),
        "les" => (3, Some(true), None),
        "su" | "sus" | "suyo" | "suya" | "suyos" | "suyas" | "consigo" => (3, None, None),
        _ => return None,
    };
    Some(Said { possessive, reflexive: low == "consigo", person, plural, sex })
}

/// "lo dijo", "lo que", "lo sabe": of a matter, not of a man.
fn impersonal(tree: &Tree, at: usize, low: &str) -> bool {
    let same = |next: &usize| tree.sentence[*next] == tree.sentence[at];
    let verb = tree.head(at).filter(|&head| matches!(tree.words[head].pos, Pos::Verb | Pos::Aux)).or_else(|| {
        let next = (at + 1..tree.words.len().min(at + 4)).take_while(same);
        let mut verbs = next.filter(|&next| tree.words[next].pos == Pos::Verb);
        verbs.next()
    });
    let Some(verb) = verb else { return true };
    let matter = matches!(
        tree.words[verb].lemma.as_str(),
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
    );
    low == "lo" && (matter || lists::words().has("saying", &tree.low[verb]))
}
