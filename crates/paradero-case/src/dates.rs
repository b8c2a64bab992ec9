//! Days between bounds: whether two vague dates can be one, and which days both allow.

use paradero_model::{Day, Edtf};

/// The days that a date allows; an open side is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) earliest: Option<Day>,
    pub(crate) latest: Option<Day>,
}

impl Days {
    pub(crate) fn of(date: Option<&Edtf>) -> Self {
        Self { earliest: date.and_then(Edtf::earliest), latest: date.and_then(Edtf::latest) }
    }

    /// Whether nothing bounds it.
    pub(crate) fn unknown(self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }

    /// Whether some day fits both.
    pub(crate) fn meets(self, other: Self) -> bool {
        let after = |start: Option<Day>, end: Option<Day>| matches!((start, end), (Some(start), Some(end)) if start > end);
        !after(self.earliest, other.latest) && !after(other.earliest, self.latest)
    }

    /// The days that fit both; only where they meet.
    pub(crate) fn both(self, other: Self) -> Self {
        let latest = match (self.latest, other.latest) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self { earliest: self.earliest.max(other.earliest), latest }
    }

    /// Whether it is one day.
    pub(crate) fn one_day(self) -> bool {
        self.earliest.is_some() && self.earliest == self.latest
    }

    /// About how many days it allows; `None` where a side is open.
    pub(crate) fn width(self) -> Option<i64> {
        Some(number(self.latest?) - number(self.earliest?))
    }
}

/// A day as a number that grows with the calendar: good for widths, months counted as 31 days.
fn number(day: Day) -> i64 {
    day.year.saturating_mul(372).saturating_add(i64::from(day.month) * 31).saturating_add(i64::from(day.day))
}

/// The years that a worded date of birth allows: EDTF, or the one number of four digits in the words.
pub(crate) fn birth(value: &str) -> Option<Days> {
    if let Some(date) = Edtf::parse(value.trim()) {
        return Some(Days::of(Some(&date))).filter(|days| !days.unknown());
    }
    let numbers: Vec<&str> = value.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let mut years = numbers.iter().filter(|part| part.len() == 4);
    let year: i64 = years.next()?.parse().ok()?;
    if years.next().is_some() {
        return None;
    }
    let others: Vec<u8> = numbers.iter().filter(|part| part.len() < 4).filter_map(|part| part.parse().ok()).collect();
    let day = |month: u8, day: u8| Edtf::parse(&format!("{year:04}-{month:02}-{day:02}")).map(|date| Days::of(Some(&date)));
    match (month(value), others.as_slice()) {
        (Some(month), [one]) => day(month, *one),
        (Some(month), _) => Edtf::parse(&format!("{year:04}-{month:02}")).map(|date| Days::of(Some(&date))),
        // Day first or month first: only where one reading is left.
        (None, [one, two]) if *one > 12 || one == two => day(*two, *one),
        (None, [one, two]) if *two > 12 => day(*one, *two),
        _ => Edtf::parse(&format!("{year:04}")).map(|date| Days::of(Some(&date))),
    }
}

/// The month whose name stands in the words, in English or Spanish.
fn month(value: &str) -> Option<u8> {
    const MONTHS: [[&str; 2]; 12] = [
        ["jan", "ene"],
        ["feb", "feb"],
        ["mar", "mar"],
        ["apr", "abr"],
        ["may", "may"],
        ["jun", "jun"],
        ["jul", "jul"],
        ["aug", "ago"],
        ["sep", "set"],
        ["oct", "oct"],
        ["nov", "nov"],
        ["dec", "dic"],
    ];
    let folded = crate::fold(value);
    (1..)
        .zip(MONTHS)
        .find(|(_, names)| folded.split(' ').any(|word| names.iter().any(|name| word.starts_with(name))))
        .map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_dates_meet_where_a_day_fits_both() {
        let days = |text: &str| Days::of(Edtf::parse(text).as_ref());
        assert!(days("2025-03").meets(days("2025-03-15")));
        assert!(days("../2025-07-18").meets(days("2025-03-15")));
        assert!(!days("2025-03").meets(days("2025-04-01")));
        assert_eq!(days("2025-03").both(days("2025-03-15/..")).earliest, days("2025-03-15").earliest);
    }

    #[test]
    fn a_birth_date_is_read_as_worded() {
        let day = |text: &str| birth(text).and_then(|days| days.earliest).map(|day| day.to_string());
        assert_eq!(day("12 de marzo de 1994").as_deref(), Some("1994-03-12"));
        assert_eq!(day("March 12, 1994").as_deref(), Some("1994-03-12"));
        assert_eq!(day("25/03/1994").as_deref(), Some("1994-03-25"));
        assert_eq!(day("1994-03").as_deref(), Some("1994-03-01"));
        assert_eq!(birth("03/04/1994").and_then(Days::width), birth("1994").and_then(Days::width));
        assert_eq!(day("in his thirties"), None);
    }
}
