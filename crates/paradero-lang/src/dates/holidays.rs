//! Holidays that both languages name and that fall on one day for everybody who names them so: "Christmas Eve", "Viernes Santo", "el
//! Día de los Derechos Humanos", "Thanksgiving".
//!
//! Deliberately absent: national days and mothers' days, which fall on other days in other countries, and days of the moon.

use super::{
    cursor::Cursor,
    reading::{Point, Reading, Side},
    words::Words,
};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use paradero_model::Lang;

/// How a holiday falls.
#[derive(Clone, Copy)]
enum Falls {
    /// On a month and day.
    On(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i16),
    /// On the nth weekday (Monday is 1, -1 the last) of a month, and so many days after it.
    Nth(i8, i8, i8, i8),
}
use Falls::{Easter, Nth, On};

const ENGLISH: &[(&str, Falls)] = &[
    ("christmas", On(12, 25)),
    ("christmas day", On(12, 25)),
    ("xmas", On(12, 25)),
    ("christmas eve", On(12, 24)),
    ("new year ' s eve", On(12, 31)),
    ("new years eve", On(12, 31)),
    ("new year ' s day", On(1, 1)),
    ("new years day", On(1, 1)),
    ("new year ' s", On(1, 1)),
    ("new year day", On(1, 1)),
    ("epiphany", On(1, 6)),
    ("valentine ' s day", On(2, 14)),
    ("valentines day", On(2, 14)),
    ("st patrick ' s day", On(3, 17)),
    ("april fools day", On(4, 1)),
    ("earth day", On(4, 22)),
    ("international workers ' day", On(5, 1)),
    ("international workers day", On(5, 1)),
    ("may day", On(5, 1)),
    ("international women ' s day", On(3, 8)),
    ("juneteenth", On(6, 19)),
    ("halloween", On(10, 31)),
    ("all saints day", On(11, 1)),
    ("all saints ' day", On(11, 1)),
    ("all souls day", On(11, 2)),
    ("veterans day", On(11, 11)),
    ("human rights day", On(12, 10)),
    ("world refugee day", On(6, 20)),
    ("easter", Easter(0)),
    ("easter day", Easter(0)),
    ("easter sunday", Easter(0)),
    ("easter monday", Easter(1)),
    ("good friday", Easter(-2)),
    ("holy saturday", Easter(-1)),
    ("palm sunday", Easter(-7)),
    ("ash wednesday", Easter(-46)),
    ("pentecost", Easter(49)),
    ("thanksgiving", Nth(11, 4, 4, 0)),
    ("thanksgiving day", Nth(11, 4, 4, 0)),
    ("black friday", Nth(11, 4, 4, 1)),
    ("cyber monday", Nth(11, 4, 4, 4)),
    ("labor day", Nth(9, 1, 1, 0)),
    ("memorial day", Nth(5, -1, 1, 0)),
    ("martin luther king day", Nth(1, 3, 1, 0)),
    ("mlk day", Nth(1, 3, 1, 0)),
    ("presidents day", Nth(2, 3, 1, 0)),
    ("presidents ' day", Nth(2, 3, 1, 0)),
    ("columbus day", Nth(10, 2, 1, 0)),
];

const SPANISH: &[(&str, Falls)] = &[
    ("navidad", On(12, 25)),
    ("dia de navidad", On(12, 25)),
    ("nochebuena", On(12, 24)),
    ("nochevieja", On(12, 31)),
    ("noche vieja", On(12, 31)),
    ("ano nuevo", On(1, 1)),
    ("dia de ano nuevo", On(1, 1)),
    ("dia de reyes", On(1, 6)),
    ("dia de los reyes magos", On(1, 6)),
    ("san valentin", On(2, 14)),
    ("dia de san valentin", On(2, 14)),
    ("dia internacional de la mujer", On(3, 8)),
    ("dia de la tierra", On(4, 22)),
    ("dia del trabajador", On(5, 1)),
    ("dia de los trabajadores", On(5, 1)),
    ("dia del trabajo", On(5, 1)),
    ("dia internacional de los trabajadores", On(5, 1)),
    ("dia internacional del trabajador", On(5, 1)),
    ("dia internacional del detenido desaparecido", On(8, 30)),
    ("dia internacional de las victimas de desapariciones forzadas", On(8, 30)),
    ("dia del detenido desaparecido", On(8, 30)),
    ("dia mundial del refugiado", On(6, 20)),
    ("dia de la hispanidad", On(10, 12)),
    ("dia de la raza", On(10, 12)),
    ("halloween", On(10, 31)),
    ("noche de brujas", On(10, 31)),
    ("dia de todos los santos", On(11, 1)),
    ("todos los santos", On(11, 1)),
    ("dia de los muertos", On(11, 2)),
    ("dia de muertos", On(11, 2)),
    ("dia de los fieles difuntos", On(11, 2)),
    ("dia de la inmaculada", On(12, 8)),
    ("dia de los derechos humanos", On(12, 10)),
    ("dia internacional de los derechos humanos", On(12, 10)),
    ("dia de los inocentes", On(12, 28)),
    ("dia de los santos inocentes", On(12, 28)),
    ("domingo de resurreccion", Easter(0)),
    ("domingo de pascua", Easter(0)),
    ("pascua", Easter(0)),
    ("lunes de pascua", Easter(1)),
    ("viernes santo", Easter(-2)),
    ("jueves santo", Easter(-3)),
    ("sabado santo", Easter(-1)),
    ("sabado de gloria", Easter(-1)),
    ("domingo de ramos", Easter(-7)),
    ("miercoles de ceniza", Easter(-46)),
    ("corpus christi", Easter(60)),
    ("accion de gracias", Nth(11, 4, 4, 0)),
    ("dia de accion de gracias", Nth(11, 4, 4, 0)),
    ("viernes negro", Nth(11, 4, 4, 1)),
];

/// What they are called in `lang`, folded.
pub(super) fn names(lang: Lang) -> impl Iterator<Item = &'static str> {
    let table = if lang == Lang::En { ENGLISH } else { SPANISH };
    table.iter().map(|(name, _)| *name).chain(["weekend", "fin"])
}

/// The holiday at `at`, of the year that is said or nearest, and where it ends.
pub(super) fn read(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    // "The weekend of Thanksgiving 2023".
    let of = c.phrase(at, "weekend of").or_else(|| c.phrase(at, "fin de semana de"));
    let step = c.longest(of.unwrap_or(at), words.steps);
    let start = step.map_or(of.unwrap_or(at), |(end, _)| end);
    let (after, falls) = c.longest(start, if c.lang == Lang::En { ENGLISH } else { SPANISH })?;
    // "Easter Rising", "Navidad Ruiz": names.
    let named = c.piece(after).is_some_and(|next| next.capital() && next.spaced) && !c.is(after, words.the);
    (!named || c.word(start).len() > 9).then_some(())?;
    let weekend = c.is(after, &["weekend"]);
    let year_at = c.skip(c.skip(after + usize::from(weekend), &[","]), words.of);
    if let Some((end, super::reading::Year::Full(year))) = c.year(year_at) {
        return weekend_of(c, (end, weekend || of.is_some()), falls.of(year)?);
    }
    let after = after + usize::from(weekend);
    let (end, by) = c
        .longest(after, words.steps_after)
        .or(step.map(|(_, by)| (after, by)))
        .map_or((after, None), |(end, by)| (end, Some(by)));
    let now = c.now.day?;
    let in_year = |year: i16| falls.of(year);
    let years = (now.year() - 1)..=(now.year() + 1);
    let day = match (by, c.side(at)) {
        (Some(1..), _) => { years }.filter_map(in_year).find(|day| *day > now),
        (Some(..=-1), _) => { years }.rev().filter_map(in_year).find(|day| *day < now),
        (Some(0), _) => in_year(now.year()),
        (None, Side::Future) => { years }.filter_map(in_year).find(|day| *day >= now),
        (None, _) => { years }.rev().filter_map(in_year).find(|day| *day <= now),
    }?;
    weekend_of(c, (end, weekend || of.is_some()), day)
}

/// The holiday, or where "weekend" stands beside it, the days from the one to the other.
fn weekend_of(c: &Cursor<'_>, (end, named): (usize, bool), day: Date) -> Option<(usize, Reading)> {
    let behind = c.is(end, &["weekend"]);
    if !named && !behind {
        return Some((end, Reading::Point(Point::day(day))));
    }
    // The Saturday nearest to it: a Monday's is the one before.
    let to_saturday = match day.weekday().to_monday_one_offset() {
        1 => -2,
        7 => -1,
        weekday => 6 - i32::from(weekday),
    };
    let saturday = day.checked_add(to_saturday.days()).ok()?;
    let sunday = saturday.tomorrow().ok()?;
    Some((end + usize::from(behind), Reading::days(saturday.min(day), sunday.max(day))))
}

impl Falls {
    fn of(self, year: i16) -> Option<Date> {
        match self {
            On(month, day) => Date::new(year, month, day).ok(),
            Easter(after) => easter(year)?.checked_add(i32::from(after).days()).ok(),
            Nth(month, nth, weekday, after) => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                let day = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
                day.checked_add(i32::from(after).days()).ok()
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous computus that *Nature* printed in 1876).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year as i16, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_falls_where_the_calendar_has_it() {
        let known =
            [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2019, 4, 21), date(2024, 3, 31), date(2025, 4, 20)];
        for day in known {
            assert_eq!(easter(day.year()), Some(day));
        }
    }
}
