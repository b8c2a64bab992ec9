//! Spanish months, years, decades and seasons that stand alone, where the words around say that they are dates.

use super::{month, year};
use crate::dates::{
    cursor::Cursor,
    numbered,
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
        "al",
        "y",
        "e",
        "o",
        "ano",
        "fines",
        "mediados",
        "principios",
        "comienzos",
        "probablemente",
        "posiblemente",
    ];
    let led = leads.contains(&before);
    let start = c.phrase(at, "mes de").unwrap_or(at);
    if let Some((end, month)) = month(c, start) {
        let short = c.word(end - 1) == "." && !c.is(start, &["mar", "set"]);
        let full = c.word(start).len() > 4 || c.word(start) == "mayo" || short;
        let listed = before == "," && at > 1 && self::month(c, at - 2).is_some();
        let name = c.piece(start)?.capital()
            && (c.piece(end).is_some_and(|piece| piece.capital()) || matches!(before, "de" | "a" | "y" | "e" | "o" | "del"));
        return (full
            && !name
            && (led && before != "a" && before != "y"
                || listed
                || before == "y" && !c.piece(start)?.capital()
                || start > at
                || before == "a" && !c.piece(start)?.capital()))
        .then_some((end, Reading::Point(Point { month: Some(month), ..Point::default() })));
    }
    let start = c.phrase(at, "ano calendario").or_else(|| c.phrase(at, "ano")).or_else(|| c.phrase(at, "el ano")).unwrap_or(at);
    let (end, year) = c.year(start).filter(|_| !c.is_tail(start))?;
    let Year::Full(full) = year else { return None };
    let next = c.piece(end);
    let bare = next.is_none_or(|next| next.kind != Kind::Word);
    let counted = numbered::counts(c, end);
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
        "fines" | "mediados" | "principios" | "comienzos" => !counted,
        _ if c.longest(end, super::WORDS.trailing).is_some() => !counted,
        "en" | "desde" | "durante" | "hasta" | "tras" | "hacia" => !counted,
        "entre" => full >= 1900 && (bare || stated) && !counted,
        "de" | "del" => full >= 1900 && (bare || stated) && !counted && !law,
        "y" | "a" | "al" | "para" | "e" | "o" => full >= 1800 && bare && !counted,
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
    let heads = ["decada de los anos", "decada de los", "decada de", "decada del", "decada", "los anos", "anos", "los"];
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
    let spelt = c.year(inside).and_then(|(end, year)| match year {
        Year::Full(year) if year % 10 == 0 => Some((end, u32::try_from(year).ok()?)),
        _ => None,
    });
    let (end, value) = spelt.or_else(|| c.longest(inside, &words)).or_else(|| {
        let (value, digits) = c.digits(inside)?;
        (value % 10 == 0 && !c.goes_on(inside + 1) && (digits == 2 || digits == 4)).then_some((inside + 1, value))
    })?;
    // "Los 70" may be men; "los 1970" are years.
    (c.word(at) != "los" || c.word(at + 1) == "anos" || (1900..2100).contains(&value) && !numbered::counts(c, end))
        .then_some(())?;
    let decade = match value {
        20..=99 => 190 + value / 10,
        1500..=2090 => value / 10,
        _ => return None,
    };
    Some((end, Reading::Point(Point { year: Some(Year::Decade(decade as i16)), ..Point::default() })))
}
