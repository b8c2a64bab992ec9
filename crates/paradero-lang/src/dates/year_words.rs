//! Years in words, as courts write them: "dos mil veinticinco", "mil novecientos setenta y seis", "nineteen seventy-six".

use super::{cursor::Cursor, reading::Year};
use paradero_model::Lang;

/// The year in words at `at`, and where it ends.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(usize, Year)> {
    let (end, year) = match c.lang {
        Lang::En => english(c, at),
        Lang::Es => spanish(c, at),
    }?;
    let last = c.now.latest.map_or(2100, |day| day.year() + 25);
    (1500..=last).contains(&year).then_some((end, Year::Full(year)))
}

/// What begins a year in words.
pub(super) fn phrases(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => &["one thousand", "two thousand", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
        Lang::Es => &["mil", "dos mil"],
    }
}

const UNITS_EN: &[(&str, i16)] =
    &[("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9)];
const TEENS_EN: &[(&str, i16)] = &[
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
];
const TENS_EN: &[(&str, i16)] = &[
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

fn english(c: &Cursor<'_>, at: usize) -> Option<(usize, i16)> {
    let under_hundred = |at: usize| {
        if let Some((end, tens)) = c.longest(at, TENS_EN) {
            let unit = c.longest(c.skip(end, &["-"]), UNITS_EN);
            return Some(unit.map_or((end, tens), |(end, unit)| (end, tens + unit)));
        }
        c.longest(at, TEENS_EN)
    };
    if let Some(after) = c.phrase(at, "two thousand") {
        let rest = c.skip(after, &["and"]);
        let small = |rest: usize, and: bool| under_hundred(rest).or_else(|| and.then(|| c.longest(rest, UNITS_EN)).flatten());
        // "From two thousand until two thousand and fourteen"; alone it counts something else.
        let ranged = c.is(after, &["and", "to", "until", "through"])
            && c.phrase(after + 1, "two thousand")
                .is_some_and(|next| small(c.skip(next, &["and"]), c.is(next, &["and"])).is_some());
        let year = small(rest, rest > after).map(|(end, small)| (end, 2000 + small));
        return year.or_else(|| ranged.then_some((after, 2000)));
    }
    let centuries = [("sixteen", 1600), ("seventeen", 1700), ("eighteen", 1800), ("nineteen", 1900), ("twenty", 2000)];
    let hundreds = [("six", 600), ("seven", 700), ("eight", 800), ("nine", 900)];
    let thousand = c.phrase(at, "one thousand").and_then(|after| {
        let (after, hundreds) = c.longest(after, &hundreds)?;
        Some((c.phrase(after, "hundred")?, 1000 + hundreds))
    });
    let (after, century) = thousand.or_else(|| c.longest(at, &centuries))?;
    let rest = c.skip(c.skip(after, &["hundred"]), &["and"]);
    if let Some((end, unit)) =
        c.longest(c.skip(rest, &["zero", "oh", "o"]), UNITS_EN).filter(|_| rest > after || c.is(rest, &["zero", "oh", "o"]))
    {
        return Some((end, century + unit));
    }
    let (end, rest) = under_hundred(rest).filter(|(_, rest)| *rest >= 10)?;
    Some((end, century + rest))
}

const HUNDREDS_ES: &[(&str, i16)] =
    &[("quinientos", 500), ("seiscientos", 600), ("setecientos", 700), ("ochocientos", 800), ("novecientos", 900)];
const TENS_ES: &[(&str, i16)] =
    &[("treinta", 30), ("cuarenta", 40), ("cincuenta", 50), ("sesenta", 60), ("setenta", 70), ("ochenta", 80), ("noventa", 90)];
const SMALL_ES: &[(&str, i16)] = &[
    ("uno", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("once", 11),
    ("doce", 12),
    ("trece", 13),
    ("catorce", 14),
    ("quince", 15),
    ("dieciseis", 16),
    ("diecisiete", 17),
    ("dieciocho", 18),
    ("diecinueve", 19),
    ("veinte", 20),
    ("veintiuno", 21),
    ("veintidos", 22),
    ("veintitres", 23),
    ("veinticuatro", 24),
    ("veinticinco", 25),
    ("veintiseis", 26),
    ("veintisiete", 27),
    ("veintiocho", 28),
    ("veintinueve", 29),
];

fn spanish(c: &Cursor<'_>, at: usize) -> Option<(usize, i16)> {
    let rest = |at: usize| {
        if let Some((end, tens)) = c.longest(at, TENS_ES) {
            let unit = c.is(end, &["y"]).then(|| c.longest(end + 1, SMALL_ES)).flatten().filter(|(_, unit)| *unit < 10);
            return Some(unit.map_or((end, tens), |(end, unit)| (end, tens + unit)));
        }
        c.longest(at, SMALL_ES)
    };
    if let Some(after) = c.phrase(at, "dos mil") {
        // "Entre dos mil y dos mil catorce"; alone it counts something else.
        let ranged = c.is(after, &["y", "a", "hasta"]) && c.phrase(after + 1, "dos mil").is_some_and(|next| rest(next).is_some());
        return rest(after).map(|(end, rest)| (end, 2000 + rest)).or_else(|| ranged.then_some((after, 2000)));
    }
    let (after, hundreds) = c.longest(c.phrase(at, "mil")?, HUNDREDS_ES)?;
    Some(rest(after).map_or((after, 1000 + hundreds), |(end, rest)| (end, 1000 + hundreds + rest)))
}
