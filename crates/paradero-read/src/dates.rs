//! The day of publication from how pages, feeds and files write it: ISO stamps, RFC 2822 stamps, and printed dates in English and
//! Spanish. Only days that are written without doubt: `03/04/2025` is no day, `25/04/2025` is one.

use paradero_model::Edtf;

const MONTHS: &[(&str, u8)] = &[
    ("jan", 1),
    ("ene", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("abr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("ago", 8),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("dic", 12),
];

const MONTH_NAMES: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

fn day(year: u32, month: u8, day: u8) -> Option<Edtf> {
    ((1900..=2199).contains(&year)).then(|| Edtf::parse(&format!("{year:04}-{month:02}-{day:02}")))?
}

/// How many days lie between two days, by a count in which every month has 31: enough to tell neighbours.
pub(crate) fn apart(one: &Edtf, other: &Edtf) -> i64 {
    let count = |date: &Edtf| {
        date.earliest().map_or(i64::MAX / 4, |day| (day.year * 12 + i64::from(day.month)) * 31 + i64::from(day.day))
    };
    let (one_last, other_last) = (one.latest(), other.latest());
    // The last day of a month and the first of the next are neighbours too.
    let turn = |date: &Edtf| date.earliest().is_some_and(|day| day.day == 1);
    let end = |day: Option<paradero_model::Day>| day.is_some_and(|day| day.day >= 28);
    let between = (count(one) - count(other)).abs();
    if between <= 4 && (turn(one) && end(other_last) || turn(other) && end(one_last)) { 1 } else { between }
}

/// The local day of a machine-readable stamp: `2025-03-15T06:12:44-04:00`, `20250315`, `Sat, 15 Mar 2025 06:12:44 -0400`.
pub(crate) fn day_of_stamp(stamp: &str) -> Option<Edtf> {
    let stamp = stamp.trim();
    let head: String = stamp.chars().take(10).collect();
    let digits: Vec<&str> = head.split(['-', '/', '.']).collect();
    if let [year, month, date] = digits.as_slice()
        && year.len() == 4
    {
        return day(year.parse().ok()?, month.parse().ok()?, date.trim().parse().ok()?);
    }
    if head.len() >= 8
        && head.bytes().take(8).all(|byte| byte.is_ascii_digit())
        && !stamp.bytes().take(9).all(|byte| byte.is_ascii_digit()) | (stamp.len() == 8 || stamp.len() == 14)
    {
        return day(head[..4].parse().ok()?, head[4..6].parse().ok()?, head[6..8].parse().ok()?);
    }
    if stamp.len() == 7 && stamp.as_bytes()[4] == b'-' && stamp.is_ascii() {
        return Edtf::parse(stamp);
    }
    printed(stamp)
}

/// The first whole date printed in `words`: `May 7, 2025`, `7 May 2025`, `14 de marzo de 2025`, `15 marzo, 2025`, `27/11/2024`.
pub(crate) fn printed(words: &str) -> Option<Edtf> {
    let tokens: Vec<String> = words
        .split(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '.' | '|' | '(' | ')' | '·' | '•' | '-' | '–' | '—' | '/' | ':' | 'T')
        })
        .filter(|token| !token.is_empty() && !matches!(token.to_lowercase().as_str(), "de" | "del" | "of" | "the"))
        .take(40)
        .map(str::to_lowercase)
        .collect();
    let number = |token: &String| -> Option<u32> {
        let digits = token.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', 'º', '°', 'ª']);
        (digits.len() <= 4).then(|| digits.parse().ok())?
    };
    let year = |token: &String| number(token).filter(|year| token.len() == 4 && (1900..=2199).contains(year));
    let date = |token: &String| number(token).and_then(|date| u8::try_from(date).ok()).filter(|date| (1..=31).contains(date));
    tokens.windows(3).find_map(|three| {
        let [one, two, three] = three else { return None };
        if let (Some(month), Some(date), Some(year)) = (month(one), date(two), year(three)) {
            return day(year, month, date);
        }
        if let (Some(date), Some(month), Some(year)) = (date(one), month(two), year(three)) {
            return day(year, month, date);
        }
        if let (Some(first), Some(second), Some(year)) = (date(one), date(two), year(three)) {
            return match (first, second) {
                (13.., 1..=12) => day(year, second, first),
                (1..=12, 13..) => day(year, first, second),
                (a, b) if a == b => day(year, a, b),
                _ => None,
            };
        }
        if let (Some(year), Some(month), Some(date)) = (year(one), date(two), date(three)) {
            return (month <= 12).then(|| day(year, month, date))?;
        }
        None
    })
}

fn month(token: &String) -> Option<u8> {
    let known = token.len() == 3 || token == "sept" || MONTH_NAMES.contains(&token.as_str());
    known.then(|| MONTHS.iter().find(|(start, _)| token.starts_with(start)).map(|(_, month)| *month))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_give_their_local_day() {
        let day = |stamp: &str| day_of_stamp(stamp).map(|day| day.to_string());
        assert_eq!(day("2025-03-15T23:12:44-04:00").as_deref(), Some("2025-03-15"));
        assert_eq!(day("2024-11-27T00:38:00-0300").as_deref(), Some("2024-11-27"));
        assert_eq!(day("2025-03-15 06:12").as_deref(), Some("2025-03-15"));
        assert_eq!(day("20250315").as_deref(), Some("2025-03-15"));
        assert_eq!(day("20250315T061244Z").as_deref(), Some("2025-03-15"));
        assert_eq!(day("Sat, 15 Mar 2025 06:12:44 -0400").as_deref(), Some("2025-03-15"));
        assert_eq!(day("2025-03").as_deref(), Some("2025-03"));
        assert_eq!(day("2025-02-30"), None);
        assert_eq!(day("yesterday"), None);
        assert_eq!(day(""), None);
        assert_eq!(day("ñandú, 3"), None);
    }

    #[test]
    fn printed_dates_are_read_in_both_languages_and_doubtful_ones_are_not() {
        let day = |words: &str| printed(words).map(|day| day.to_string());
        assert_eq!(day("May 7, 2025 6:05 a.m.").as_deref(), Some("2025-05-07"));
        assert_eq!(day("Miércoles 27 de noviembre de 2024 | Actualizado 00:38").as_deref(), Some("2024-11-27"));
        assert_eq!(day("15 marzo, 2025").as_deref(), Some("2025-03-15"));
        assert_eq!(day("3rd of March 2025").as_deref(), Some("2025-03-03"));
        assert_eq!(day("27/11/2024").as_deref(), Some("2024-11-27"));
        assert_eq!(day("03/04/2025"), None);
        assert_eq!(day("in March he left"), None);
    }
}
