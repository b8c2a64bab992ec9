//! Spanish dates that count from the day of publication or from the date before them.

use super::month;
use super::words::*;
use crate::dates::{
    cursor::Cursor,
    reading::{Point, Reading, Side},
    reckon::{self, Unit},
};

/// "hoy", "anoche", "el viernes", "el pasado martes", "la semana pasada", "mayo pasado", "desde entonces".
pub(super) fn relative(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    if let Some(found) = anaphoric(c, at) {
        return Some(found);
    }
    let now = c.now.day?;
    if let Some(found) = near(c, now, at) {
        return Some(found);
    }
    let step_before = c.longest(
        at,
        &[
            ("pasado", -1),
            ("pasada", -1),
            ("ultimo", -1),
            ("ultima", -1),
            ("este", 0),
            ("esta", 0),
            ("este mismo", 0),
            ("este pasado", -1),
            ("proximo", 1),
            ("proxima", 1),
        ],
    );
    let after = step_before.map_or(at, |(end, _)| end);
    let step_after = |end| {
        c.longest(
            end,
            &[
                ("pasado", -1),
                ("pasada", -1),
                ("anterior", -1),
                ("ultimo", -1),
                ("ultima", -1),
                ("proximo", 1),
                ("proxima", 1),
                ("que viene", 1),
                ("actual", 0),
                ("siguiente", 1),
                ("en curso", 0),
            ],
        )
    };
    let side = |by: i32| [Side::Past, Side::Unsaid, Side::Future][(by + 1) as usize];
    if let Some((end, weekday)) = c.longest(after, WEEKDAYS) {
        let capital = c.piece(after)?.capital();
        let opens = at == 0 || matches!(c.behind(at, 1), "." | "" | "|");
        let free = matches!(c.behind(at, 1), "los" | "cada" | "todos" | "santo")
            || capital && step_before.is_none() && c.piece(end).is_some_and(|next| next.capital())
            || capital && !opens && step_before.is_none() && c.behind(at, 1) != "el";
        // "De lunes a viernes" are all of them.
        let span = |at: usize| c.longest(at, WEEKDAYS).is_some();
        let all = c.is(end, &["a"]) && span(end + 1) || c.behind(at, 1) == "a" && at > 1 && span(at - 2);
        (!free && !all).then_some(())?;
        let weeks =
            [("de la semana pasada", -1), ("de la pasada semana", -1), ("de esta semana", 0), ("de la proxima semana", 1)];
        if let Some((end, by)) = c.longest(end, &weeks) {
            let Reading::Interval(Some(monday), _) = reckon::whole(now, Unit::Week, by)? else { return None };
            return Some((end, Reading::Point(reckon::shifted(monday.exact()?, Unit::Day, i32::from(weekday) - 1)?)));
        }
        let (end, by) = step_after(end).or(step_before.map(|(_, by)| (end, by))).unwrap_or((end, 2));
        let side = match by {
            -1 => Side::Past,
            1 => Side::Future,
            _ if matches!((c.behind(at, 2), c.behind(at, 1)), ("para", "el") | ("manana", ",")) => Side::Future,
            _ => c.side(at),
        };
        return Some((end, Reading::Point(Point::day(reckon::weekday(now, weekday, side)?))));
    }
    let of_month = c.phrase(after, "mes de").unwrap_or(after);
    if let Some((end, month)) = month(c, of_month).filter(|_| c.word(of_month).len() > 3) {
        let dated = c.longest(end, &[("de", ()), ("del", ())]).is_some_and(|(end, ())| c.year(end).is_some());
        (!dated).then_some(())?;
        let (end, by) = step_after(end).or(step_before.map(|(_, by)| (end, by)))?;
        return Some((end, Reading::Point(Point { month: Some(month), side: side(by), ..Point::default() })));
    }
    let (end, unit) = c.longest(after, UNITS)?;
    let plural = c.word(end - 1).ends_with('s') && c.word(end - 1) != "mes";
    if unit == Unit::Weekend && step_before.is_none() && step_after(end).is_none() && c.behind(at, 1) == "el" {
        let by = if now.weekday().to_monday_one_offset() < 6 { -1 } else { 0 };
        return Some((end, reckon::whole(now, unit, by)?));
    }
    let article = matches!(c.behind(at, 1), "el" | "la" | "del" | "al" | "lo");
    let (end, by) = step_after(end).filter(|_| article).or(step_before.map(|(_, by)| (end, by)))?;
    (unit != Unit::Day && !plural).then_some(())?;
    Some((end, reckon::whole(now, unit, by)?))
}

/// The days around the day of publication.
pub(super) fn near(c: &Cursor<'_>, now: jiff::civil::Date, at: usize) -> Option<(usize, Reading)> {
    let days = [
        ("hoy", 0),
        ("esta manana", 0),
        ("esta tarde", 0),
        ("esta noche", 0),
        ("esta madrugada", 0),
        ("ayer", -1),
        ("anoche", -1),
        ("antes de ayer", -2),
        ("anteayer", -2),
        ("antier", -2),
        ("antenoche", -2),
        ("manana", 1),
        ("pasado manana", 2),
    ];
    let (end, by) = c.longest(at, &days)?;
    let not = c.word(at) == "hoy" && c.phrase(end, "en dia").is_some()
        || c.word(at) == "manana"
            && matches!(c.behind(at, 1), "la" | "una" | "esa" | "cada" | "por" | "misma" | "media" | "de" | "del" | "el");
    // "ayer 5/1", "hoy lunes", "ayer lunes 5 de mayo": what follows says it better and is read next.
    (!not).then_some(())?;
    let end = c
        .phrase(end, "por la noche")
        .or_else(|| c.phrase(end, "por la manana"))
        .or_else(|| c.phrase(end, "por la tarde"))
        .unwrap_or(end);
    Some((end, reckon::whole(now, Unit::Day, by)?))
}

/// What counts from the date before: "desde entonces", "ese mismo día", "al día siguiente", "dos días después".
pub(super) fn anaphoric(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let context = c.nearby(at)?;
    let since = [
        ("desde entonces", ()),
        ("desde ese dia", ()),
        ("desde esa fecha", ()),
        ("desde esa noche", ()),
        ("desde aquel dia", ()),
        ("desde esa hora", ()),
        ("a partir de entonces", ()),
    ];
    if let Some((end, ())) = c.longest(at, &since) {
        return Some((end, Reading::Interval(Some(context), None)));
    }
    let same = [
        ("ese dia", 0),
        ("ese mismo dia", 0),
        ("el mismo dia", 0),
        ("esa noche", 0),
        ("esa misma noche", 0),
        ("esa misma tarde", 0),
        ("aquel dia", 0),
        ("al dia siguiente", 1),
        ("el dia siguiente", 1),
        ("al otro dia", 1),
        ("a la manana siguiente", 1),
        ("la manana siguiente", 1),
        ("la noche siguiente", 1),
        ("esa madrugada", 0),
        ("esa tarde", 0),
        ("esa manana", 0),
        ("esa misma manana", 0),
        ("un dia despues", 1),
        ("el dia anterior", -1),
        ("un dia antes", -1),
        ("la vispera", -1),
    ];
    if let Some((end, by)) = c.longest(at, &same) {
        return Some((end, Reading::Point(reckon::shifted(context.exact()?, Unit::Day, by)?)));
    }
    let (after, number) = count(c, at)?;
    let (after, unit) = c.longest(after, UNITS)?;
    let (end, sign) = c.longest(after, &[("despues", 1), ("mas tarde", 1), ("antes", -1), ("atras", 0)])?;
    (sign != 0 && !c.is(end, &["de", "del"])).then_some(())?;
    Some((end, Reading::Point(reckon::shifted(context.exact()?, unit, number * sign)?)))
}

/// "hace tres días", "tres semanas atrás", "los últimos siete días".
pub(super) fn counted(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let now = c.now.day?;
    if let Some((after, sign)) =
        c.longest(at, &[("ultimos", -1), ("ultimas", -1), ("pasados", -1), ("pasadas", -1), ("proximos", 1), ("proximas", 1)])
    {
        let (after, number) = count(c, after)?;
        let (end, unit) = c.longest(after, UNITS)?;
        return Some((end, reckon::stretch(now, unit, number * sign)?));
    }
    if let Some(after) = c.phrase(at, "dentro de") {
        let (after, number) = count(c, after)?;
        let (end, unit) = c.longest(after, UNITS)?;
        return Some((end, Reading::Point(reckon::shifted(now, unit, number)?)));
    }
    if let Some(after) = c.phrase(at, "hace") {
        let (after, number) = count(c, c.skip(after, &["unos", "unas", "casi", "ya"]))?;
        let (end, unit) = c.longest(after, UNITS)?;
        let rough = c.is(at + 1, &["unos", "unas", "casi"]);
        let point = reckon::shifted(now, unit, -number)?;
        return Some((end, Reading::Point(if rough { point.about() } else { point })));
    }
    let (after, number) = count(c, at)?;
    let (after, unit) = c.longest(after, UNITS)?;
    let end = c.phrase(after, "atras")?;
    Some((end, Reading::Point(reckon::shifted(now, unit, -number)?)))
}

pub(super) fn count(c: &Cursor<'_>, at: usize) -> Option<(usize, i32)> {
    if let Some((value, digits)) = c.digits(at) {
        return (digits <= 3 && !c.goes_on(at + 1) && !c.is_tail(at)).then_some((at + 1, value as i32));
    }
    c.longest(at, NUMBERS).filter(|_| c.word(at) != "primero").map(|(end, number)| (end, i32::from(number)))
}
