//! Spanish months, years, decades and seasons that stand alone, where the words around say that they are dates.

use super::{month, year};
use crate::dates::{
    cursor::Cursor,
    pieces::Kind,
    reading::{Point, Reading, Year},
};

/// A month or a year alone, where the word before says that it is one: "en marzo", "desde 2021", "el golpe de 1976".
pub(super) fn lone(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let before = c.behind(at, 1);
    let leads = [
        "en",
        "de",
        "del",
        "desde",
        "hasta",
        "durante",
        "tras",
        "hacia",
        "entre",
        "para",
        "a",
        "y",
        "e",
        "o",
        "ano",
        "probablemente",
        "posiblemente",
    ];
    let led = leads.contains(&before);
    let start = c.phrase(at, "mes de").unwrap_or(at);
    if let Some((end, month)) = month(c, start) {
        let full = c.word(start).len() > 3;
        let name = c.piece(start)?.capital()
            && (c.piece(end).is_some_and(|piece| piece.capital()) || matches!(before, "de" | "a" | "y" | "e" | "o" | "del"));
        return (full
            && !name
            && (led && before != "a" && before != "y"
                || before == "y" && !c.piece(start)?.capital()
                || start > at
                || before == "a" && !c.piece(start)?.capital()))
        .then_some((end, Reading::Point(Point { month: Some(month), ..Point::default() })));
    }
    let start = c.phrase(at, "ano").or_else(|| c.phrase(at, "el ano")).unwrap_or(at);
    let (end, year) = c.year(start).filter(|_| !c.is_tail(start))?;
    let Year::Full(full) = year else { return None };
    let next = c.piece(end);
    let bare = next.is_none_or(|next| next.kind != Kind::Word);
    let counted = next.is_some_and(|next| {
        next.kind == Kind::Word
            && next.folded.len() > 3
            && next.folded.ends_with('s')
            && !c.is(end, &["tras", "despues", "ellos", "ellas", "antes"])
    }) || c.is(end, &["%", "$", "millones", "mil"]);
    let stated = c.is(
        end,
        &[
            "y", "que", "por", "en", "cuando", "a", "con", "hasta", "el", "la", "los", "las", "fue", "se", "como", "para", "e",
            "o", "sobre", "contra",
        ],
    );
    let law = before.starts_with("de") && of_law(c, at);
    let fits = match before {
        _ if start > at => !counted,
        "en" | "desde" | "durante" | "hasta" | "tras" | "hacia" => !counted,
        "entre" => full >= 1900 && (bare || stated) && !counted,
        "de" | "del" => full >= 1900 && (bare || stated) && !counted && !law,
        "y" | "a" | "para" | "e" | "o" => full >= 1900 && bare && !counted,
        _ => false,
    };
    fits.then_some((end, Reading::Point(Point { year: Some(year), ..Point::default() })))
}

/// Whether "de 1991" dates a law: "el Decreto 2591 de 1991", "la Ley N° 21.459 de 2022".
pub(super) fn of_law(c: &Cursor<'_>, at: usize) -> bool {
    let laws = [
        "ley",
        "decreto",
        "resolucion",
        "acuerdo",
        "sentencia",
        "constitucion",
        "codigo",
        "expediente",
        "causa",
        "convencion",
        "auto",
        "circular",
    ];
    (2..=8).any(|back| laws.contains(&c.behind(at, back)))
}

/// "los años setenta", "la década de 1970", "los 70", "verano de 2016".
pub(super) fn decade(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    if let Some((after, season)) = c.longest(at, super::SEASONS) {
        let (end, year, _) = year(c, after)?;
        return Some((end, Reading::Point(Point { year: Some(year), month: Some(season), ..Point::default() })));
    }
    let heads = ["decada de los anos", "decada de los", "decada de", "decada del", "los anos", "anos"];
    let inside = heads.iter().filter_map(|head| c.phrase(at, head)).max()?;
    let words = [
        ("veinte", 20),
        ("treinta", 30),
        ("cuarenta", 40),
        ("cincuenta", 50),
        ("sesenta", 60),
        ("setenta", 70),
        ("ochenta", 80),
        ("noventa", 90),
    ];
    // "Los años 70" are a decade, "años 70" after a number an age or a sentence.
    (c.word(at) != "anos" || c.behind(at, 1) == "los").then_some(())?;
    let (end, value) = c.longest(inside, &words).or_else(|| {
        let (value, digits) = c.digits(inside)?;
        (value % 10 == 0 && !c.goes_on(inside + 1) && (digits == 2 || digits == 4)).then_some((inside + 1, value))
    })?;
    let decade = match value {
        20..=99 => 190 + value / 10,
        1500..=2090 => value / 10,
        _ => return None,
    };
    Some((end, Reading::Point(Point { year: Some(Year::Decade(decade as i16)), ..Point::default() })))
}
