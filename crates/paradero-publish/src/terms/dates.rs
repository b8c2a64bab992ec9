//! Dates for people: EDTF in words, never narrower than it was written.
//!
//! "2025-03" becomes "March 2025" and nothing like a first of March. What no sentence fits is shown as it is written.

use edtf_core::{Date, DateField, Edtf as Parsed, Interval, IntervalEndpoint as End, SetElement, SetKind, YearKind};
use paradero_model::{Day, Edtf, Lang, Moment};

const MONTHS: [[&str; 2]; 12] = [
    ["January", "enero"],
    ["February", "febrero"],
    ["March", "marzo"],
    ["April", "abril"],
    ["May", "mayo"],
    ["June", "junio"],
    ["July", "julio"],
    ["August", "agosto"],
    ["September", "septiembre"],
    ["October", "octubre"],
    ["November", "noviembre"],
    ["December", "diciembre"],
];

/// The codes 21 to 24 of EDTF.
const SEASONS: [[&str; 2]; 4] = [["spring", "primavera"], ["summer", "verano"], ["autumn", "otoño"], ["winter", "invierno"]];

/// A date in words: `2025-03~` is "March 2025 (approximately)" and "marzo de 2025 (aproximadamente)".
///
/// ```
/// use paradero_model::{Edtf, Lang};
/// let date = Edtf::parse("XXXX-07-18").unwrap();
/// assert_eq!(paradero_publish::terms::date(&date, Lang::En), "18 July, year not given");
/// assert_eq!(paradero_publish::terms::date(&date, Lang::Es), "18 de julio, sin año");
/// ```
#[must_use]
pub fn date(date: &Edtf, lang: Lang) -> String {
    Parsed::parse(date.as_str()).ok().and_then(|parsed| Words(lang).any(&parsed)).unwrap_or_else(|| date.to_string())
}

/// A date as the day for which something is told: "as of 18 July 2025", "al 18 de julio de 2025", "en marzo de 2025". A date that
/// is a span or lacks its year says itself how it is meant.
#[must_use]
pub fn as_of(edtf: &Edtf, lang: Lang) -> String {
    let words = date(edtf, lang);
    match Parsed::parse(edtf.as_str()) {
        Ok(Parsed::Date(parsed)) if parsed.year.value().is_some() => match (lang, parsed.day) {
            (Lang::En, _) => format!("as of {words}"),
            (Lang::Es, Some(day)) if day.value().is_some() => format!("al {words}"),
            (Lang::Es, _) => format!("en {words}"),
        },
        _ => words,
    }
}

/// One calendar day in words.
#[must_use]
pub fn day(day: Day, lang: Lang) -> String {
    Edtf::parse(&day.to_string()).map_or_else(|| day.to_string(), |edtf| date(&edtf, lang))
}

/// A moment in words, to the minute, in universal time: "20 July 2025, 09:30 UTC".
#[must_use]
pub fn moment(at: Moment, lang: Lang) -> String {
    let Ok(time) = jiff::Timestamp::from_second(at.0) else { return at.0.to_string() };
    let time = jiff::tz::Offset::UTC.to_datetime(time);
    let words = day(Day { year: time.year().into(), month: time.month().unsigned_abs(), day: time.day().unsigned_abs() }, lang);
    format!("{words}, {:02}:{:02} UTC", time.hour(), time.minute())
}

/// One language's way of saying dates. Every method gives `None` for what it has no words for.
struct Words(Lang);

impl Words {
    fn pick(&self, [en, es]: [&str; 2]) -> String {
        if self.0 == Lang::En { en } else { es }.to_owned()
    }

    fn any(&self, parsed: &Parsed) -> Option<String> {
        match parsed {
            Parsed::Date(date) => self.date(date),
            Parsed::Interval(interval) => self.interval(interval),
            Parsed::Set(set) => {
                let joint = match set.kind {
                    SetKind::OneMember => self.pick([" or ", " o "]),
                    SetKind::AllMembers => self.pick([" and ", " y "]),
                };
                let parts: Option<Vec<_>> = set.elements.iter().map(|element| self.element(element)).collect();
                Some(parts?.join(&joint))
            }
            Parsed::DateTime(_) => None,
        }
    }

    fn element(&self, element: &SetElement) -> Option<String> {
        match element {
            SetElement::Date(date) => self.date(date),
            SetElement::OnOrBefore(date) => self.until(date),
            SetElement::OnOrAfter(date) => self.from(date),
            SetElement::Range(a, b) => self.between(a, b),
        }
    }

    fn interval(&self, interval: &Interval) -> Option<String> {
        match (&interval.start, &interval.end) {
            (End::Date(a), End::Date(b)) => self.between(a, b),
            (End::Open | End::Unknown, End::Date(b)) => self.until(b),
            (End::Date(a), End::Open) => self.since(a),
            (End::Date(a), End::Unknown) => Some(self.since(a)? + &self.pick([", end not known", ", sin fecha de fin"])),
            _ => None,
        }
    }

    fn between(&self, a: &Date, b: &Date) -> Option<String> {
        let (first, second) = (self.placed(a)?, self.placed(b)?);
        Some(match self.0 {
            Lang::En => format!("between {first} and {second}"),
            Lang::Es => format!("entre {first} y {second}"),
        })
    }

    fn until(&self, date: &Date) -> Option<String> {
        Some(match self.0 {
            Lang::En => format!("on or before {}", self.date(date)?),
            Lang::Es => format!("{} o antes", self.date(date)?),
        })
    }

    fn from(&self, date: &Date) -> Option<String> {
        Some(match self.0 {
            Lang::En => format!("on or after {}", self.date(date)?),
            Lang::Es => format!("{} o después", self.date(date)?),
        })
    }

    fn since(&self, date: &Date) -> Option<String> {
        Some(match self.0 {
            Lang::En => format!("since {}", self.date(date)?),
            Lang::Es => format!("desde {}", self.placed(date)?),
        })
    }

    /// After a preposition: Spanish puts "el" before a day, nothing before a month or a year.
    fn placed(&self, date: &Date) -> Option<String> {
        let words = self.date(date)?;
        let article = self.0 == Lang::Es && date.day.is_some_and(|day| day.value().is_some());
        Some(if article { format!("el {words}") } else { words })
    }

    fn date(&self, date: &Date) -> Option<String> {
        let words = self.bare(date)?;
        let doubt = match (date.is_approximate(), date.is_uncertain()) {
            (false, false) => return Some(words),
            (true, false) => ["approximately", "aproximadamente"],
            (false, true) => ["uncertain", "dudosa"],
            (true, true) => ["uncertain and approximate", "dudosa y aproximada"],
        };
        Some(format!("{words} ({})", self.pick(doubt)))
    }

    fn bare(&self, date: &Date) -> Option<String> {
        let YearKind::Standard { negative: false, digits } = date.year.kind else { return None };
        if date.year.significant_digits.is_some() {
            return None;
        }
        let unknown = |field: Option<DateField>| field.is_some_and(|field| field.digits == [None, None]);
        match (digits, date.month, date.day) {
            ([None, None, None, None], Some(month), Some(day)) => {
                Some(format!("{}, {}", self.day_of(month, day)?, self.pick(["year not given", "sin año"])))
            }
            ([None, None, None, None], Some(month), None) => {
                Some(format!("{}, {}", self.month(month)?, self.pick(["year not given", "sin año"])))
            }
            ([Some(a), Some(b), Some(c), None], None, None) => Some(match self.0 {
                Lang::En => format!("{a}{b}{c}0s"),
                Lang::Es => format!("década de {a}{b}{c}0"),
            }),
            ([Some(a), Some(b), None, None], None, None) => Some(match self.0 {
                Lang::En => format!("between {a}{b}00 and {a}{b}99"),
                Lang::Es => format!("entre {a}{b}00 y {a}{b}99"),
            }),
            _ => {
                let year = date.year.value()?;
                match (date.month, date.day) {
                    (None, _) => Some(year.to_string()),
                    (month, None) if unknown(month) => Some(format!("{year}, {}", self.pick(["month not given", "sin mes"]))),
                    (month, day) if unknown(month) && unknown(day) => {
                        Some(format!("{year}, {}", self.pick(["month and day not given", "sin mes ni día"])))
                    }
                    (month, Some(day)) if unknown(month) => {
                        let day = day.value()?;
                        Some(match self.0 {
                            Lang::En => format!("day {day} of a month not given, {year}"),
                            Lang::Es => format!("día {day} de un mes que no consta, {year}"),
                        })
                    }
                    (Some(month), None) => Some(self.month_and_year(month, year)?),
                    (Some(month), day) if unknown(day) => {
                        Some(format!("{}, {}", self.month_and_year(month, year)?, self.pick(["day not given", "sin día"])))
                    }
                    (Some(month), Some(day)) => Some(match self.0 {
                        Lang::En => format!("{} {year}", self.day_of(month, day)?),
                        Lang::Es => format!("{} de {year}", self.day_of(month, day)?),
                    }),
                }
            }
        }
    }

    fn month_and_year(&self, month: DateField, year: i64) -> Option<String> {
        Some(match self.0 {
            Lang::En => format!("{} {year}", self.month(month)?),
            Lang::Es => format!("{} de {year}", self.month(month)?),
        })
    }

    fn day_of(&self, month: DateField, day: DateField) -> Option<String> {
        Some(match self.0 {
            Lang::En => format!("{} {}", day.value()?, self.month(month)?),
            Lang::Es => format!("{} de {}", day.value()?, self.month(month)?),
        })
    }

    /// A month or one of the four seasons.
    fn month(&self, month: DateField) -> Option<String> {
        match month.value()? {
            code @ 1..=12 => Some(self.pick(MONTHS[usize::from(code) - 1])),
            code @ 21..=24 => Some(self.pick(SEASONS[usize::from(code) - 21])),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> [String; 2] {
        let edtf = Edtf::parse(text).expect(text);
        [date(&edtf, Lang::En), date(&edtf, Lang::Es)]
    }

    #[test]
    fn each_precision_is_said_as_it_is_written_and_no_narrower() {
        for (text, en, es) in [
            ("2025", "2025", "2025"),
            ("2025-03", "March 2025", "marzo de 2025"),
            ("2025-03-15", "15 March 2025", "15 de marzo de 2025"),
            ("2024-05~", "May 2024 (approximately)", "mayo de 2024 (aproximadamente)"),
            ("2024-05-02?", "2 May 2024 (uncertain)", "2 de mayo de 2024 (dudosa)"),
            ("197X", "1970s", "década de 1970"),
            ("19XX", "between 1900 and 1999", "entre 1900 y 1999"),
            ("2024-XX", "2024, month not given", "2024, sin mes"),
            ("2024-03-XX", "March 2024, day not given", "marzo de 2024, sin día"),
            ("2024-XX-XX", "2024, month and day not given", "2024, sin mes ni día"),
            ("XXXX-07-18", "18 July, year not given", "18 de julio, sin año"),
            ("2024-22", "summer 2024", "verano de 2024"),
            (
                "2025-03-15/2025-03-16",
                "between 15 March 2025 and 16 March 2025",
                "entre el 15 de marzo de 2025 y el 16 de marzo de 2025",
            ),
            ("2025-03/2025-04", "between March 2025 and April 2025", "entre marzo de 2025 y abril de 2025"),
            ("../2025-07-18", "on or before 18 July 2025", "18 de julio de 2025 o antes"),
            ("2025-03-11/..", "since 11 March 2025", "desde el 11 de marzo de 2025"),
            ("2025-03/..", "since March 2025", "desde marzo de 2025"),
            ("[2025-03-14,2025-03-16]", "14 March 2025 or 16 March 2025", "14 de marzo de 2025 o 16 de marzo de 2025"),
        ] {
            assert_eq!(said(text), [en, es], "{text}");
        }
    }

    #[test]
    fn the_day_for_which_something_is_told_reads_as_a_sentence() {
        let said = |text: &str| Lang::ALL.map(|lang| as_of(&Edtf::parse(text).expect(text), lang));
        assert_eq!(said("2025-07-18"), ["as of 18 July 2025", "al 18 de julio de 2025"]);
        assert_eq!(said("2025-03~"), ["as of March 2025 (approximately)", "en marzo de 2025 (aproximadamente)"]);
        assert_eq!(said("2025-03-11/.."), ["since 11 March 2025", "desde el 11 de marzo de 2025"]);
        assert_eq!(said("XXXX-07-18"), ["18 July, year not given", "18 de julio, sin año"]);
    }

    #[test]
    fn a_date_without_words_is_shown_as_written() {
        assert_eq!(said("2025-03-15T10:00:00Z")[0], "2025-03-15T10:00:00Z");
        assert_eq!(said("Y-17E7")[1], "Y-17E7");
    }

    #[test]
    fn moments_are_said_in_universal_time() {
        assert_eq!(moment(Moment(0), Lang::En), "1 January 1970, 00:00 UTC");
        assert_eq!(moment(Moment(951_827_696), Lang::En), "29 February 2000, 12:34 UTC");
        assert_eq!(moment(Moment(1_763_930_100), Lang::Es), "23 de noviembre de 2025, 20:35 UTC");
        assert_eq!(moment(Moment(-1), Lang::En), "31 December 1969, 23:59 UTC");
    }
}
