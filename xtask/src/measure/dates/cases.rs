//! Reads the specification files: sentences, and of each expected entity its words, kind and values, or why it is left out.

use jiff::civil::Date;
use serde_json::Value;
use std::{fs, ops::Range, path::Path};

/// What counts from a date that the sentence does not hold: "that week", "the next day".
pub const OUTSIDE: &str = "of a date outside the sentence";
/// A unit of which nothing says which one it is: "the week", "of the month".
pub const BARE: &str = "a bare unit";

/// A sentence of the specification.
pub struct Sentence {
    /// Its words.
    pub input: String,
    /// The day it is read on, if it says one.
    pub reference: Option<String>,
    /// Whether all the entities it holds are listed.
    pub whole: bool,
    /// Whether it is of the three quarters that rules may be written by.
    pub seen: bool,
    /// The entities in it.
    pub cases: Vec<Case>,
}

/// An entity of a sentence.
pub enum Case {
    /// It has an EDTF reading.
    Counted(Expected),
    /// It has none, or is no date.
    LeftOut {
        /// Why, in a word or two.
        why: &'static str,
        /// Where it stands, in bytes.
        span: Range<usize>,
    },
}

impl Case {
    /// Where it stands, in bytes.
    pub fn span(&self) -> &Range<usize> {
        match self {
            Self::Counted(Expected { span, .. }) | Self::LeftOut { span, .. } => span,
        }
    }

    /// Whether a day may be found in its words.
    pub fn holds_day(&self) -> bool {
        !matches!(self, Self::LeftOut { why: "sets" | "durations" | "clock times", .. })
    }
}

/// An entity that has an EDTF reading.
#[derive(Clone)]
pub struct Expected {
    /// Its words.
    pub words: String,
    /// Where they stand, in bytes.
    pub span: Range<usize>,
    /// What it is, by the form of its TIMEX.
    pub kind: &'static str,
    /// Its TIMEX.
    pub timex: String,
    /// What bounds or blurs it: "before", "since", "start", "mid", "end", "approx", "before-end" and so on.
    pub modifier: String,
    /// What it may be, the earliest first: from the first day up to the day after the last, where it has them.
    pub values: Vec<(Option<Date>, Option<Date>)>,
}

impl Expected {
    /// The values, for people.
    pub fn shown(&self) -> String {
        let day = |day: Option<Date>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
        let values: Vec<String> = self.values.iter().map(|&(first, end)| format!("[{} {})", day(first), day(end))).collect();
        format!("{} {}", self.modifier, values.join(" or "))
    }
}

/// The sentences of one language's folder.
pub fn read(folder: &Path) -> Result<Vec<Sentence>, String> {
    let mut sentences = Vec::new();
    for (file, whole) in [("DateParser", false), ("DatePeriodParser", false), ("DateTimeModel", true)] {
        let path = folder.join(file).with_extension("json");
        let text = fs::read_to_string(&path).map_err(|cause| format!("{} cannot be read: {cause}", path.display()))?;
        let list: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|cause| format!("{} is no list of cases: {cause}", path.display()))?;
        sentences.extend(list.iter().map(|entry| sentence(entry, whole)));
    }
    Ok(sentences)
}

fn sentence(entry: &Value, whole: bool) -> Sentence {
    let input = entry["Input"].as_str().unwrap_or_default().to_owned();
    let reference = entry["Context"]["ReferenceDateTime"].as_str().and_then(|stamp| Some(stamp.get(..10)?.to_owned()));
    let mut cases: Vec<Case> = entry["Results"].as_array().into_iter().flatten().map(|result| case(&input, result)).collect();
    if let Some(Case::Counted(first)) = cases.first_mut()
        && counts_from_another(&first.words)
    {
        cases[0] = Case::LeftOut { why: OUTSIDE, span: first.span.clone() };
    }
    // FNV-1a; the sentence alone decides, so that one that stands in two files is of one part.
    let hash =
        input.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    Sentence { whole, seen: (hash >> 32) % 4 != 3, reference, cases, input }
}

fn case(input: &str, result: &Value) -> Case {
    let number = |name: &str| result[name].as_u64().and_then(|value| usize::try_from(value).ok());
    let start = number("Start").unwrap_or(0);
    let end = number("End").map(|last| last + 1).or(number("Length").map(|length| start + length)).unwrap_or(start);
    let byte = |place: usize| input.char_indices().nth(place).map_or(input.len(), |(at, _)| at);
    let span = byte(start)..byte(end);
    let words = result["Text"].as_str().unwrap_or_default().to_owned();
    let name = ["Type", "TypeName", "Typename"].iter().find_map(|key| result[key].as_str()).unwrap_or_default();
    let left_out = |why: &'static str| Case::LeftOut { why, span: span.clone() };
    match name.rsplit('.').next().unwrap_or_default() {
        "date" | "daterange" => {}
        "datetime" | "datetimerange" => return left_out("days with a clock time"),
        "time" | "timerange" | "timezone" => return left_out("clock times"),
        "duration" => return left_out("durations"),
        "set" => return left_out("sets"),
        _ => return left_out("of no type"),
    }
    let resolved = resolved(result);
    let Some((timex, modifier, values)) = resolved else { return left_out("not resolved by the specification") };
    if modifier == "ref_undef" {
        return left_out(OUTSIDE);
    }
    if is_bare_unit(&words) {
        return left_out(BARE);
    }
    let season = season(&timex).is_some();
    // The specification writes a day that no calendar has ("31 November") as the first day of year 1.
    if values.iter().any(|&(first, _)| first.is_some_and(|first| first.year() <= 1)) {
        return left_out("not resolved by the specification");
    }
    if values.iter().all(|&(first, end)| first.is_none() && end.is_none()) && !season {
        return left_out("not resolved by the specification");
    }
    Case::Counted(Expected { kind: kind(&timex, &modifier, season), words, span, timex, modifier, values })
}

/// The words in small letters.
fn folded(words: &str) -> Vec<String> {
    words.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether the words name a day, week, month or year and nothing else.
fn is_bare_unit(words: &str) -> bool {
    let small = ["the", "my", "of", "in", "el", "la", "del", "de", "en", "mi", "los", "las"];
    let units = ["day", "week", "month", "year", "día", "dia", "semana", "mes", "año", "ano", "fortnight"];
    let words = folded(words);
    let named: Vec<&String> = words.iter().filter(|word| !small.contains(&word.as_str())).collect();
    matches!(named.as_slice(), [only] if units.contains(&only.as_str()))
}

/// Whether the words count from a date said before them: "the next day", "2 weeks later", "el día siguiente".
fn counts_from_another(words: &str) -> bool {
    let words = folded(words).join(" ");
    let days = [
        "the next day",
        "the day before",
        "the day after",
        "el día siguiente",
        "el dia siguiente",
        "el día anterior",
        "el dia anterior",
    ];
    days.contains(&words.as_str())
        || ["later", "después", "despues", "más tarde"].iter().any(|end| words.ends_with(end)) && !words.contains("from")
}

type Resolved = (String, String, Vec<(Option<Date>, Option<Date>)>);

/// TIMEX, modifier and values, the earliest first.
fn resolved(result: &Value) -> Option<Resolved> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let day = |value: &Value| value.as_str().and_then(|day| day.parse::<Date>().ok());
    let value = |value: &Value| match day(&value["value"]).or_else(|| day(&value["date"])) {
        Some(only) => (Some(only), only.tomorrow().ok()),
        None => {
            (day(&value["start"]).or_else(|| day(&value["startDate"])), day(&value["end"]).or_else(|| day(&value["endDate"])))
        }
    };
    let parsed = &result["Value"];
    if parsed.is_object() {
        let mut values = vec![value(&parsed["PastResolution"]), value(&parsed["FutureResolution"])];
        values.dedup();
        return Some((text(&parsed["Timex"]), text(&parsed["Mod"]), values));
    }
    let listed = result["Resolution"]["values"].as_array()?;
    let first = listed.first()?;
    let mut values: Vec<_> = listed.iter().map(value).collect();
    values.dedup();
    Some((text(&first["timex"]), text(&first["Mod"]), values))
}

/// The EDTF number of a TIMEX season ("2016-SU", "SU"), and its year.
pub fn season(timex: &str) -> Option<(Option<&str>, &'static str)> {
    let (year, name) = timex.rsplit_once('-').map_or((None, timex), |(year, name)| (Some(year), name));
    let number = match name {
        "SP" => "21",
        "SU" => "22",
        "FA" => "23",
        "WI" => "24",
        _ => return None,
    };
    Some((year, number))
}

fn kind(timex: &str, modifier: &str, season: bool) -> &'static str {
    let form: String = timex.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    match form.as_str() {
        _ if ["start", "mid", "end", "approx"].iter().any(|part| modifier.ends_with(part)) => "early, mid, late, about",
        _ if !modifier.is_empty() => "open: since, until",
        _ if season => "season",
        "9999-99-99" => "day",
        "XXXX-WXX-9" => "weekday",
        "XXXX-XX-99" => "day without a month",
        "9999-99" | "XXXX-99" => "month",
        "9999" => "year",
        _ if form.contains("-W99") || form.contains("-WXX") && !form.starts_with('(') => "week, weekend, nth weekday",
        _ if form.starts_with('(') => "range, stretch, decade",
        _ => "day without a year",
    }
}
