//! Number, gender and dictionary form of nouns.

use super::tag::Reading;
use crate::{Form, Gender, Pos};

/// An English noun.
pub(super) fn english(low: &str) -> Reading {
    let irregular = match low {
        "men" => Some("man"),
        "women" => Some("woman"),
        "children" => Some("child"),
        "people" => Some("person"),
        "feet" => Some("foot"),
        "teeth" => Some("tooth"),
        "policemen" => Some("policeman"),
        "gunmen" => Some("gunman"),
        "spokesmen" => Some("spokesman"),
        "congressmen" => Some("congressman"),
        "lives" => Some("life"),
        "wives" => Some("wife"),
        "knives" => Some("knife"),
        "selves" => Some("self"),
        _ => None,
    };
    let singular = irregular.map(str::to_owned).or_else(|| {
        if ["ss", "us", "is"].iter().any(|end| low.ends_with(end)) || !low.ends_with('s') || low.len() < 4 {
            return None;
        }
        if matches!(low, "whereabouts" | "news" | "politics" | "proceedings" | "headquarters" | "means" | "series" | "species") {
            return None;
        }
        if let Some(stem) = low.strip_suffix("ies") {
            return Some(format!("{stem}y"));
        }
        let es = ["ches", "shes", "sses", "xes", "zes"].iter().any(|end| low.ends_with(end));
        Some(low[..low.len() - if es { 2 } else { 1 }].to_owned())
    });
    let gender = match singular.as_deref().unwrap_or(low) {
        "woman" | "girl" | "mother" | "daughter" | "sister" | "wife" | "aunt" | "niece" | "grandmother" | "spokeswoman"
        | "congresswoman" => Some(Gender::Feminine),
        "man" | "boy" | "father" | "son" | "brother" | "husband" | "uncle" | "nephew" | "grandfather" | "spokesman"
        | "congressman" => Some(Gender::Masculine),
        _ => None,
    };
    let plural = Some(singular.is_some() || matches!(low, "police" | "troops" | "whereabouts"));
    Reading {
        pos: Pos::Noun,
        lemma: singular.unwrap_or_else(|| low.to_owned()),
        form: Form { gender, plural, ..Form::default() },
    }
}

/// A Spanish noun or adjective.
pub(super) fn spanish(pos: Pos, low: &str) -> Reading {
    let invariable = [
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "crisis",
        "tesis",
        "habeas",
        "corpus",
        "país",
        "mes",
        "juez",
        "vez",
        "autobús",
        "interés",
        "gas",
        "dios",
        "francés",
        "inglés",
        "menos",
        "más",
    ]
    .contains(&low);
    let plural = low.ends_with('s') && !invariable;
    let lemma = if !plural {
        low.to_owned()
    } else if let Some(stem) = low.strip_suffix("ces") {
        format!("{stem}z")
    } else if let Some(stem) = low.strip_suffix("ciones") {
        format!("{stem}ción")
    } else if let Some(stem) = low.strip_suffix("siones") {
        format!("{stem}sión")
    } else if let Some(stem) = low.strip_suffix("es").filter(|stem| {
        stem.ends_with(['r', 'l', 'd', 'n', 'j', 's'])
            && !["parte", "gente", "ente", "ante"].iter().any(|e| format!("{stem}e").ends_with(e))
    }) {
        stem.to_owned()
    } else {
        low[..low.len() - 1].to_owned()
    };
    let root = lemma.as_str();
    let gender = if ["ción", "sión", "dad", "tad", "tud", "umbre"].iter().any(|end| root.ends_with(end))
        || matches!(root, "mujer" | "madre" | "mano" | "radio" | "red" | "cárcel" | "voz" | "ley")
    {
        Some(Gender::Feminine)
    } else if matches!(root, "día" | "problema" | "mapa" | "sistema" | "programa" | "tema" | "policía" | "guardia" | "padre")
        || ["ista", "ante", "ente", "eta", "iota"].iter().any(|end| root.ends_with(end))
    {
        matches!(root, "día" | "problema" | "mapa" | "sistema" | "programa" | "tema" | "padre").then_some(Gender::Masculine)
    } else if root.ends_with('a') {
        Some(Gender::Feminine)
    } else if root.ends_with('o') || root.ends_with("or") {
        Some(Gender::Masculine)
    } else {
        None
    };
    let lemma = if pos == Pos::Adj && lemma.ends_with('a') { format!("{}o", &lemma[..lemma.len() - 1]) } else { lemma };
    Reading { pos, lemma, form: Form { gender, plural: Some(plural), ..Form::default() } }
}
