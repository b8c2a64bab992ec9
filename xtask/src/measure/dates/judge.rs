//! When a date of ours says what the specification says.
//!
//! | the specification | right is |
//! |---|---|
//! | a day, week, month, year, decade | the same first and last day; `~` and `?` are not compared |
//! | a range, a stretch ("the last 3 days") | the same first day; the last point ends the day before its `end`, or begins or ends on it: the specification writes the end of "from May to July" as 1 July and of "from the 3rd to the 5th" as the 5th, and lets the stretch up to a day stop before it |
//! | since, after; before, until | open on the same side, and the bound the same point, in it or out of it (EDTF intervals hold their ends, and "after March" is never written narrower than `2025-03/..`) |
//! | early, mid, late, about (their exact days are an invention) | the whole period with `~`; or their days |
//! | one of two that stand beside each other ("Monday or Tuesday") | a member of our set, which we write as one date (`[A,B]`, `{A,B}`) |
//! | a range whose ends are early, mid or late | both ends `~`, and theirs in the periods of ours or on the day after |
//! | a season | its EDTF number, of the same year where they tell one |
//! | one day that is counted in months or years ("three months ago") | that day; or its month, or year, with `~` |

use super::cases::{Expected, season};
use jiff::{ToSpan, civil::Date};
use paradero_model::{Day, Edtf};

/// Whether `ours` is one of the expected values.
pub fn right(expected: &Expected, ours: &Edtf) -> bool {
    if let Some((year, number)) = season(&expected.timex) {
        let text = ours.as_str().trim_end_matches(['~', '?', '%']);
        return text.ends_with(&format!("-{number}")) && year.is_none_or(|year| text.starts_with(year));
    }
    let members = ours.as_str().strip_prefix(['{', '[']).and_then(|list| list.strip_suffix(['}', ']']));
    let members = members.into_iter().flat_map(|list| list.split(',')).filter_map(Edtf::parse);
    { members }.chain([ours.clone()]).any(|ours| expected.values.iter().any(|&value| is_value(expected, value, &ours)))
}

type Bounds = (Option<Date>, Option<Date>);

fn is_value(expected: &Expected, value: Bounds, ours: &Edtf) -> bool {
    let (first, end) = value;
    let rough = ours.as_str().contains(['~', '%']);
    let modifier = expected.modifier.as_str();
    let blurred = modifier.split('-').any(|part| ["start", "mid", "end", "approx"].contains(&part));
    let Some(ours) = Ours::of(ours) else { return false };
    match (ours.first, ours.last, first, end) {
        // Open to the right: since, after.
        (Some(from), None, Some(first), None) => {
            at(from, first) || blurred && rough && period(expected, first).is_some_and(|period| same(period, from))
        }
        // Open to the left: until, before.
        (None, Some(to), None, Some(end)) => {
            ends(to, end) || blurred && rough && period(expected, end).is_some_and(|period| same(period, to))
        }
        (Some(from), Some(to), Some(first), Some(end)) => {
            let exact = from.0 == Some(first) && if ours.interval { ends(to, end) } else { to.1 == end.yesterday().ok() };
            // "Between the middle of March and the end of September".
            let in_period = |point: Bounds, day: Date| {
                rough
                    && point.0.is_some_and(|first| first <= day)
                    && point.1.and_then(|last| last.tomorrow().ok()).is_some_and(|after| day <= after)
            };
            let ends_about = ours.interval && in_period(from, first) && in_period(to, end);
            let about = blurred && rough && period(expected, first).is_some_and(|period| same(period, (from.0, to.1)));
            let counted =
                rough && !ours.interval && end.yesterday().is_ok_and(|last| last == first) && vague(expected, first, from);
            exact || about || counted || ends_about
        }
        _ => false,
    }
}

/// A date of ours: its first and its last point, each with its own first and last day.
struct Ours {
    first: Option<Bounds>,
    last: Option<Bounds>,
    interval: bool,
}

impl Ours {
    fn of(edtf: &Edtf) -> Option<Self> {
        let civil =
            |day: Option<Day>| day.and_then(|day| Date::new(i16::try_from(day.year).ok()?, day.month as i8, day.day as i8).ok());
        let point = |text: &str| {
            let edtf = Edtf::parse(text)?;
            Some((civil(edtf.earliest()), civil(edtf.latest())))
        };
        let text = edtf.as_str();
        if let Some((first, last)) = text.split_once('/') {
            let side = |text: &str| if text == ".." { Some(None) } else { point(text).map(Some) };
            return Some(Self { first: side(first)?, last: side(last)?, interval: true });
        }
        // A set of days is as wide as the first and last of them.
        if let Some(list) = text.strip_prefix(['{', '[']).and_then(|list| list.strip_suffix(['}', ']'])) {
            let (first, last) = list.split_once(',')?;
            return Some(Self { first: Some(point(first)?), last: Some(point(last)?), interval: true });
        }
        let only = point(text)?;
        Some(Self { first: Some(only), last: Some(only), interval: false })
    }
}

fn same(a: Bounds, b: Bounds) -> bool {
    a == b && a.0.is_some()
}

/// Whether a range that ends with the point `to` ends where the specification says `end`.
fn ends(to: Bounds, end: Date) -> bool {
    to.1 == end.yesterday().ok() || to.0 == Some(end) || to.1 == Some(end)
}

/// Whether a range open to the right from the point `from` begins where the specification says `first`.
fn at(from: Bounds, first: Date) -> bool {
    from.0 == Some(first) || from.1 == first.yesterday().ok()
}

/// The whole week, month or year that "early", "mid" or "late" is a part of; `near` tells the year where the words do not.
fn period(expected: &Expected, near: Date) -> Option<Bounds> {
    let timex = expected.timex.as_str();
    let between = |first: Date, end: Date| Some((Some(first), end.yesterday().ok()));
    if let Some((year, week)) = timex.split_once("-W") {
        let week: i32 = week.get(..2)?.parse().ok()?;
        let january = Date::new(year.parse().ok()?, 1, 4).ok()?;
        let monday = january.checked_sub(i32::from(january.weekday().to_monday_zero_offset()).days()).ok()?;
        let first = monday.checked_add((week - 1).weeks()).ok()?;
        return between(first, first.checked_add(7.days()).ok()?);
    }
    let numbers: Vec<&str> = timex.split('-').collect();
    match numbers.as_slice() {
        [year] => {
            let first = Date::new(year.parse().ok()?, 1, 1).ok()?;
            between(first, first.checked_add(1.year()).ok()?)
        }
        [year, month] => {
            let year = year.parse().unwrap_or_else(|_| near.year());
            let first = Date::new(year, month.parse().ok()?, 1).ok()?;
            between(first, first.checked_add(1.month()).ok()?)
        }
        [..] => {
            let day: Date = timex.parse().ok()?;
            between(day, day.tomorrow().ok()?)
        }
    }
}

/// Whether `from` is the month or year of a day that the words count in months or years.
fn vague(expected: &Expected, day: Date, from: Bounds) -> bool {
    let words: Vec<String> = expected.words.to_lowercase().split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
    let has = |units: &[&str]| words.iter().any(|word| units.contains(&word.as_str()));
    if has(&["day", "days", "día", "días", "dia", "dias", "week", "weeks", "semana", "semanas"]) {
        return false;
    }
    let month = (Some(day.first_of_month()), Some(day.last_of_month()));
    let year = (Some(day.first_of_year()), Some(day.last_of_year()));
    has(&["month", "months", "mes", "meses"]) && same(from, month)
        || has(&["year", "years", "año", "años", "ano", "anos"]) && same(from, year)
}
