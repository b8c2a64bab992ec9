//! `cargo xtask measure dates`: the dates of `paradero-lang` against the Microsoft Recognizers-Text specifications.
//!
//! A case is one expected entity of `DateParser`, `DatePeriodParser` or `DateTimeModel` (the extractor files hold no values), read in
//! its own sentence with its own reference date as day of publication.
//!
//! **Counted** is every entity of type `date` or `daterange` that has a value: days, weekdays, relative days, weeks, months and
//! years, ranges, decades and centuries, seasons, holidays, open bounds, parts ("late March"). **Left out**, and how often, is
//! printed by name: clock times and what holds one, durations, sets ("every Monday"), what the specification itself leaves "not
//! resolved" (fiscal and school years, days that no calendar has), what counts from a date outside the sentence (`ref_undef`: "that
//! same week"; "the next day", "2 weeks later" where they are the first date of it), and a bare unit ("the week", "of the month"), whose
//! words do not say which one. The last two have a reading only for who takes the day of asking for what they leave open; the share
//! with them counted as missed is printed too. Nothing is left out for being hard, nor for what the specification says other
//! programs do not support.
//!
//! **Right** is as [`judge`] says; all our dates that touch the words of the entity must be right, not one of them.
//! Where the specification gives a past and a future value, either is right; how many fell on which side is printed, for in news the
//! past is meant unless the sentence looks ahead.
//!
//! Rules are written while looking at three quarters of the sentences only (`--failures` prints no others); the last quarter, chosen
//! by a hash of the sentence, shows what the rules are worth on sentences that nobody looked at.

mod cases;
mod judge;

use crate::root;
use cases::Case;
use paradero_lang::{Date, analyse};
use paradero_model::{About, ByteMap, Edtf, Lang, SourceId, Text};
use std::collections::BTreeMap;

/// Prints the table of both languages; false where the cases cannot be read.
pub fn run(failures: bool) -> bool {
    let folder = root().join("../shared/lang/dates");
    if !folder.exists() {
        println!("measure dates: skipped, because ../shared/lang/dates is not here");
        return true;
    }
    for (lang, name) in [(Lang::En, "English"), (Lang::Es, "Spanish")] {
        match cases::read(&folder.join(name)) {
            Ok(sentences) => print(name, lang, &sentences, failures),
            Err(fault) => {
                eprintln!("measure dates: {fault}");
                return false;
            }
        }
    }
    true
}

/// Right and all.
#[derive(Clone, Copy, Default)]
struct Tally {
    right: usize,
    all: usize,
}

impl Tally {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    fn share(self) -> String {
        format!("{:>4} of {:>4}  {:.3}", self.right, self.all, self.right as f64 / self.all.max(1) as f64)
    }
}

fn print(name: &str, lang: Lang, sentences: &[cases::Sentence], failures: bool) {
    let mut kinds: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut all, mut seen, mut unseen) = (Tally::default(), Tally::default(), Tally::default());
    let (mut past, mut future) = (0, 0);
    let (mut clean, mut false_dates) = (0, 0);
    for sentence in sentences {
        let found = dates(lang, sentence);
        for case in &sentence.cases {
            match case {
                Case::LeftOut { why, .. } => *left_out.entry(why).or_default() += 1,
                Case::Counted(expected) => {
                    let touching: Vec<&Date> = found.iter().filter(|date| touches(date, &expected.span)).collect();
                    let right = !touching.is_empty() && touching.iter().all(|date| judge::right(expected, &date.edtf));
                    all.add(right);
                    if sentence.seen {
                        seen.add(right)
                    } else {
                        unseen.add(right)
                    }
                    kinds.entry(expected.kind).or_default().add(right);
                    if right && expected.values.len() > 1 {
                        let first = cases::Expected { values: expected.values[..1].to_vec(), ..expected.clone() };
                        let earlier = touching.iter().all(|date| judge::right(&first, &date.edtf));
                        *if earlier { &mut past } else { &mut future } += 1;
                    }
                    if failures && !right && sentence.seen {
                        let ours: Vec<String> = touching
                            .iter()
                            .map(|date| format!("{:?}={}", date.span.of(&sentence.input).unwrap_or(""), date.edtf))
                            .collect();
                        println!(
                            "{} [{}] {:?} in {:?} ({}): {} {}; ours {}",
                            lang.code(),
                            expected.kind,
                            expected.words,
                            sentence.input,
                            sentence.reference.as_deref().unwrap_or("no day"),
                            expected.timex,
                            expected.shown(),
                            if ours.is_empty() { "none".to_owned() } else { ours.join(", ") }
                        );
                    }
                }
            }
        }
        if sentence.whole {
            clean += 1;
            for date in
                found.iter().filter(|date| !sentence.cases.iter().any(|case| case.holds_day() && touches(date, case.span())))
            {
                false_dates += 1;
                if failures && sentence.seen {
                    println!(
                        "{} [false] {:?}={} in {:?}",
                        lang.code(),
                        date.span.of(&sentence.input).unwrap_or(""),
                        date.edtf,
                        sentence.input
                    );
                }
            }
        }
    }
    println!("{name}: dates resolved right   {}", all.share());
    let open: usize = [cases::OUTSIDE, cases::BARE].iter().filter_map(|why| left_out.get(why)).sum();
    println!("  those left open as missed   {}", Tally { all: all.all + open, ..all }.share());
    println!("  three quarters looked at    {}\n  quarter not looked at       {}", seen.share(), unseen.share());
    for (kind, tally) in kinds {
        println!("  {kind:<26}  {}", tally.share());
    }
    println!("  of two values right: the earlier {past}, the later {future}");
    println!("  dates found where the specification has none: {false_dates} in {clean} sentences");
    let left_out: Vec<String> = left_out.iter().map(|(why, count)| format!("{why} {count}")).collect();
    println!("  left out: {}\n", left_out.join(", "));
}

fn touches(date: &Date, span: &std::ops::Range<usize>) -> bool {
    date.span.start() < span.end && span.start < date.span.end()
}

fn dates(lang: Lang, sentence: &cases::Sentence) -> Vec<Date> {
    let about = About { lang: Some(lang), published: sentence.reference.as_deref().and_then(Edtf::parse), ..About::default() };
    let map = ByteMap::verbatim(0, sentence.input.len());
    let text = Text::new(SourceId::of(sentence.input.as_bytes()), 0, "measure/1", sentence.input.clone(), map, about);
    analyse(&text).dates
}

/// How many of a language's counted dates are resolved right, in 0 to 1.
pub fn share(lang: Lang) -> Result<f64, String> {
    let name = if lang == Lang::En { "English" } else { "Spanish" };
    let mut all = Tally::default();
    for sentence in cases::read(&root().join("../shared/lang/dates").join(name))? {
        let found = dates(lang, &sentence);
        for case in &sentence.cases {
            if let Case::Counted(expected) = case {
                let mut touching = found.iter().filter(|date| touches(date, &expected.span)).peekable();
                all.add(touching.peek().is_some() && touching.all(|date| judge::right(expected, &date.edtf)));
            }
        }
    }
    Ok(all.right as f64 / all.all.max(1) as f64)
}
