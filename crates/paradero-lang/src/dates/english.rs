//! The dates of English: "July 18, 2025", "the 18th of July", "last Tuesday", "three days ago", "in 2021", "the 1970s".

use super::{
    cursor::Cursor,
    phrase::{Edge, Words},
    pieces::Kind,
    reading::{Point, Reading, Side, Year},
    reckon::{self, Unit},
};

/// The words of English around its dates.
pub(super) const WORDS: Words = Words {
    edges: &[
        ("since", Edge::From),
        ("ever since", Edge::From),
        ("after", Edge::From),
        ("as from", Edge::From),
        ("from", Edge::From),
        ("starting", Edge::From),
        ("beginning", Edge::From),
        ("until", Edge::Until),
        ("till", Edge::Until),
        ("up until", Edge::Until),
        ("up to", Edge::Until),
        ("through", Edge::Until),
        ("by", Edge::Until),
        ("no later than", Edge::Until),
        ("before", Edge::Until),
        ("prior to", Edge::Until),
        ("about", Edge::About),
        ("around", Edge::About),
        ("on or about", Edge::About),
        ("on or around", Edge::About),
        ("circa", Edge::About),
        ("approximately", Edge::About),
        ("roughly", Edge::About),
        ("early", Edge::About),
        ("early in", Edge::About),
        ("mid", Edge::About),
        ("mid -", Edge::About),
        ("late", Edge::About),
        ("late in", Edge::About),
        ("the beginning of", Edge::About),
        ("beginning of", Edge::About),
        ("the start of", Edge::About),
        ("start of", Edge::About),
        ("the middle of", Edge::About),
        ("middle of", Edge::About),
        ("the end of", Edge::About),
        ("end of", Edge::About),
        ("probably", Edge::Doubtful),
        ("presumably", Edge::Doubtful),
        ("possibly", Edge::Doubtful),
        ("perhaps", Edge::Doubtful),
        ("apparently", Edge::Doubtful),
        ("maybe", Edge::Doubtful),
    ],
    small: &["on", "in", "the"],
    between: &["between"],
    and: &["and"],
    or: &["or"],
    from: &["from"],
    to: &["to", "until", "till", "through", "-"],
    point,
    day,
};

const MONTHS: &[(&str, u8)] = &[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sept", 9),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

const WEEKDAYS: &[(&str, i8)] = &[
    ("monday", 1),
    ("tuesday", 2),
    ("wednesday", 3),
    ("thursday", 4),
    ("friday", 5),
    ("saturday", 6),
    ("sunday", 7),
    ("mon", 1),
    ("tue", 2),
    ("tues", 2),
    ("wed", 3),
    ("thu", 4),
    ("thurs", 4),
    ("fri", 5),
    ("sat", 6),
    ("sun", 7),
];

const UNITS: &[(&str, Unit)] = &[
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("week", Unit::Week),
    ("weeks", Unit::Week),
    ("weekend", Unit::Weekend),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("year", Unit::Year),
    ("years", Unit::Year),
];

const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const CARDINALS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

fn point(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    dated(c, at).or_else(|| relative(c, at)).or_else(|| counted(c, at)).or_else(|| lone(c, at)).or_else(|| decade(c, at))
}

/// A day of the month: "18", "18th", "eighteenth", "twenty-first".
fn day(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    if let Some((value, digits)) = c.digits(at) {
        let suffixed = c.glued(at + 1) && c.is(at + 1, &["st", "nd", "rd", "th"]);
        let end = at + 1 + usize::from(suffixed);
        let month_glued = c.longest(end, MONTHS).is_some();
        let fits = digits <= 2 && (1..=31).contains(&value) && !c.is_tail(at) && (!c.goes_on(end) || month_glued);
        return fits.then_some((end, value as u8));
    }
    let small = |at: usize, list: &[&str]| list.iter().position(|word| *word == c.word(at)).map(|found| found as u8 + 1);
    let tens = |word: &str| match word {
        "twenty" | "twentieth" => Some(20),
        "thirty" | "thirtieth" => Some(30),
        _ => None,
    };
    if let Some(ten) = tens(c.word(at)) {
        let next = c.skip(at + 1, &["-"]);
        let unit = small(next, ORDINALS).or_else(|| small(next, CARDINALS)).filter(|unit| ten + unit <= 31 && *unit < 10);
        return Some(unit.map_or((at + 1, ten), |unit| (next + 1, ten + unit)));
    }
    small(at, ORDINALS).or_else(|| small(at, CARDINALS)).map(|day| (at + 1, day))
}

/// A month's name. In small letters "may", "march" and the short forms are other words.
fn month(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    let (end, month) = c.longest(at, MONTHS)?;
    let short = c.word(at).len() < 4 && month != 5;
    let capital = c.piece(at)?.capital();
    (capital || !matches!(c.word(at), "may" | "march" | "mar" | "dec")).then_some(())?;
    Some((if short || c.word(at) == "sept" { c.skip(end, &["."]) } else { end }, month))
}

/// A year after a day or month: ", 2025", "of 2025", "last year", "of that year".
fn year(c: &Cursor<'_>, at: usize) -> Option<(usize, Year, Side)> {
    let inside = c.skip(c.skip(at, &[",", "-", "/", "."]), &["of", "in"]);
    if let Some((end, year)) = c.year(inside) {
        return Some((end, year, Side::Unsaid));
    }
    let now = c.now.latest.map(|day| day.year())?;
    let of = c.skip(at, &["of", "in"]);
    let relative = [("last year", -1), ("this year", 0), ("the same year", 0), ("the current year", 0), ("next year", 1)];
    if let Some((end, by)) = c.longest(of, &relative).filter(|(end, _)| c.word(end - 2) != "same") {
        return Some((end, Year::Full(now + by), Side::Unsaid));
    }
    let (end, ()) = c.longest(of, &[("that year", ()), ("the same year", ()), ("that same year", ())])?;
    Some((end, c.nearby(at)?.year?, Side::Unsaid))
}

/// "Friday, July 18, 2025", "July 18", "18 July", "the 18th of July", "July 2025", "Friday the 22nd".
fn dated(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let named = c.longest(at, WEEKDAYS).map(|(end, weekday)| (c.skip(c.skip(c.skip(end, &["."]), &[","]), &["the"]), weekday));
    let weekday = named.map(|(_, weekday)| weekday);
    let start = named.map_or(at, |(end, _)| end);
    if let Some((end, point)) = calendar(c, start) {
        return (point.day.is_some() || weekday.is_none()).then_some((end, Reading::Point(Point { weekday, ..point })));
    }
    let (end, day) = named.and_then(|_| day(c, start)).filter(|(end, _)| c.is(end - 1, &["st", "nd", "rd", "th"]))?;
    Some((end, Reading::Point(Point { day: Some(day), ..Point::default() })))
}

fn calendar(c: &Cursor<'_>, at: usize) -> Option<(usize, Point)> {
    let with_year = |end: usize, month: u8, day: Option<u8>| {
        let point = Point { month: Some(month), day, ..Point::default() };
        year(c, end).map_or((end, point), |(end, year, side)| (end, Point { year: Some(year), side, ..point }))
    };
    if let Some((after, month)) = month(c, at) {
        let digits = c.skip(c.skip(after, &["-", "/"]), &["the"]);
        if let Some((end, day)) = day(c, digits).filter(|&(end, _)| month_day(c, at, digits, end)) {
            return Some(with_year(end, month, Some(day)));
        }
        let (end, point) = with_year(after, month, None);
        return point.year.is_some().then_some((end, point));
    }
    let (after, day) = day(c, at)?;
    let between = c.skip(c.skip(after, &["-", "/"]), &["of"]);
    let (end, month) = month(c, between)?;
    Some(with_year(end, month, Some(day)))
}

/// Whether what follows a month is its day: not in "In May 20 people were held", nor a number in words of anything else.
fn month_day(c: &Cursor<'_>, at: usize, number: usize, end: usize) -> bool {
    let follows =
        c.piece(end).is_some_and(|piece| piece.kind == Kind::Word && piece.folded.len() > 4 && piece.folded.ends_with('s'));
    let people = follows || c.is(end, &["people", "men", "women", "children", "other", "more"]);
    let in_words = c.piece(number).is_some_and(|piece| piece.kind == Kind::Word);
    !(people && (c.behind(at, 1) == "in" || in_words)) && !c.is(end, &["percent", "%", "am", "pm"])
}

/// "today", "last night", "on Friday", "last Tuesday", "last week", "this month", "since then".
fn relative(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    if let Some(found) = anaphoric(c, at) {
        return Some(found);
    }
    let now = c.now.day?;
    let days = [
        ("today", 0),
        ("tonight", 0),
        ("this morning", 0),
        ("this afternoon", 0),
        ("this evening", 0),
        ("yesterday", -1),
        ("last night", -1),
        ("last evening", -1),
        ("the day before yesterday", -2),
        ("day before yesterday", -2),
        ("tomorrow", 1),
        ("the day after tomorrow", 2),
        ("day after tomorrow", 2),
    ];
    if let Some((end, by)) = c.longest(at, &days) {
        return Some((end, reckon::whole(now, Unit::Day, by)?));
    }
    let steps = [
        ("last", -1),
        ("this past", -1),
        ("the past", -1),
        ("past", -1),
        ("previous", -1),
        ("the previous", -1),
        ("this", 0),
        ("next", 1),
        ("the next", 1),
        ("the coming", 1),
    ];
    let step = c.longest(at, &steps);
    let after = step.map_or(at, |(end, _)| end);
    if let Some((end, weekday)) = c.longest(after, WEEKDAYS) {
        let plain = c.piece(after)?.capital()
            && c.word(after).len() > 4
            && !c.is(end, &["times", "herald", "mass", "service", "prayers", "school"]);
        let said = plain && !matches!(c.behind(at, 1), "every" | "each" | "good" | "black" | "bloody");
        let side = match step {
            Some((_, -1)) => Side::Past,
            Some((_, 1)) => Side::Future,
            _ => c.side(at),
        };
        // "Friday last week", "Friday of next week".
        if let Some((end, by)) = c.longest(c.skip(end, &["of"]), &[("last week", -1), ("this week", 0), ("next week", 1)]) {
            let Reading::Interval(Some(monday), _) = reckon::whole(now, Unit::Week, by)? else { return None };
            return Some((
                end,
                Reading::Point(Point::day(monday.exact()?.checked_add(jiff::Span::new().days(weekday - 1)).ok()?)),
            ));
        }
        return said.then_some((end, Reading::Point(Point::day(reckon::weekday(now, weekday, side)?))));
    }
    let (after, by) = step?;
    if let Some((end, month)) = month(c, after).filter(|_| by != 0 || c.piece(after).is_some_and(|piece| piece.capital())) {
        let side = [Side::Past, Side::Unsaid, Side::Future][(by + 1) as usize];
        return Some((end, Reading::Point(Point { month: Some(month), side, ..Point::default() })));
    }
    let (end, unit) = c.longest(after, UNITS)?;
    (unit != Unit::Day && !c.word(end - 1).ends_with('s')).then_some(())?;
    Some((end, reckon::whole(now, unit, by)?))
}

/// What counts from the date before: "since then", "that same day", "the next day", "two days later".
fn anaphoric(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let context = c.nearby(at)?;
    if let Some((end, ())) = c.longest(at, &[("since then", ()), ("ever since", ()), ("since", ())]) {
        let closes =
            c.word(end - 1) == "then" || c.piece(end).is_none_or(|piece| matches!(piece.folded.as_str(), "." | "," | ";" | ""));
        return closes.then_some((end, Reading::Interval(Some(context), None)));
    }
    let same = [
        ("that day", 0),
        ("the same day", 0),
        ("that same day", 0),
        ("that night", 0),
        ("the next day", 1),
        ("the following day", 1),
        ("a day later", 1),
        ("the day before", -1),
    ];
    if let Some((end, by)) = c.longest(at, &same) {
        (c.word(end) != "yesterday").then_some(())?;
        return Some((end, Reading::Point(reckon::shifted(context.exact()?, Unit::Day, by)?)));
    }
    let (after, number) = count(c, at)?;
    let (after, unit) = c.longest(after, UNITS)?;
    let (end, sign) = c.longest(after, &[("later", 1), ("afterwards", 1), ("earlier", -1), ("before that", -1)])?;
    Some((end, Reading::Point(reckon::shifted(context.exact()?, unit, number * sign)?)))
}

/// "three days ago", "the last two weeks", "two weeks from now".
fn counted(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let now = c.now.day?;
    if let Some((after, sign)) =
        c.longest(at, &[("the last", -1), ("the past", -1), ("last", -1), ("past", -1), ("next", 1), ("the next", 1)])
    {
        let (after, number) = count(c, after)?;
        let (end, unit) = c.longest(after, UNITS)?;
        return Some((end, reckon::stretch(now, unit, number * sign)?));
    }
    let (after, number) = count(c, at)?;
    let (after, unit) = c.longest(after, UNITS)?;
    let (end, sign) = c.longest(after, &[("ago", -1), ("back", -1), ("from now", 1), ("from today", 1)])?;
    let exact_week = unit == Unit::Week && number == 1 && c.word(at) != "a";
    let point = reckon::shifted(now, unit, number * sign)?;
    Some((end, Reading::Point(if exact_week { Point { rough: true, ..point } } else { point })))
}

/// A count of units: "3", "three", "a".
fn count(c: &Cursor<'_>, at: usize) -> Option<(usize, i32)> {
    if let Some((value, digits)) = c.digits(at) {
        return (digits <= 3 && !c.goes_on(at + 1) && !c.is_tail(at)).then_some((at + 1, value as i32));
    }
    let words = [("a", 1), ("an", 1), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50)];
    c.longest(at, &words)
        .or_else(|| CARDINALS.iter().position(|word| *word == c.word(at)).map(|found| (at + 1, found as i32 + 1)))
}

/// A month or a year alone, where the word before says that it is one: "in March", "since 2021", "the 1968 killing".
fn lone(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let before = c.behind(at, 1);
    let leads = [
        "in",
        "since",
        "until",
        "till",
        "by",
        "during",
        "before",
        "after",
        "from",
        "through",
        "between",
        "early",
        "mid",
        "late",
        "around",
        "about",
        "circa",
        "of",
        "to",
        "and",
        "throughout",
        "-",
        "middle",
        "end",
        "beginning",
        "start",
        "probably",
        "possibly",
        "presumably",
        "perhaps",
    ];
    let led = leads.contains(&before) && (before != "-" || c.behind(at, 2) == "mid");
    let owned = matches!(before, "the" | "his" | "her" | "their" | "its" | "a" | "this" | "s")
        && c.piece(at + 1)
            .is_some_and(|piece| piece.kind == Kind::Word && piece.spaced && piece.raw.chars().all(char::is_lowercase));
    if let Some((end, month)) = month(c, at) {
        let name = c.piece(end).is_some_and(|piece| piece.capital() && piece.spaced && piece.kind == Kind::Word);
        let full = c.word(at).len() > 4 || matches!(month, 5..=7);
        let joined = matches!(before, "to" | "and" | "of" | "by" | "about" | "from") && !c.piece(at)?.capital();
        return (full && !joined && (led || owned && !c.is(end, &["on", "in"])) && c.piece(at)?.capital() && !name)
            .then_some((end, Reading::Point(Point { month: Some(month), ..Point::default() })));
    }
    let (end, year) = c.year(at)?;
    if let Some((_, Year::Full(full))) = c.year(at)
        && (owned && full % 100 != 0 && full >= 1900 || led && year_follows(c, before, end))
        && !c.is_tail(at)
    {
        return Some((end, Reading::Point(Point { year: Some(year), ..Point::default() })));
    }
    None
}

/// Whether a number of four digits after `before` is a year: of what it could count, nothing follows.
fn year_follows(c: &Cursor<'_>, before: &str, end: usize) -> bool {
    let Some(next) = c.piece(end) else { return !matches!(before, "to" | "by") };
    let counts = next.kind == Kind::Word
        && (next.folded.ends_with('s') && next.folded.len() > 3 && !c.is(end, &["always", "this", "was", "has"]))
        || c.is(end, &["people", "men", "women", "children", "other", "more", "percent", "or", "million"])
            && before != "in"
            && before != "since"
        || c.is(end, &["%", "$"]);
    match before {
        "in" | "since" | "during" | "until" | "through" | "mid" | "late" | "early" | "between" | "-" => !counts,
        "of" | "to" | "and" | "by" | "about" | "around" | "from" => {
            next.kind != Kind::Word && !counts || c.is(end, &["and", "to", "until", "when"])
        }
        _ => !counts,
    }
}

/// "the 1970s", "the 70s", "the summer of 2016".
fn decade(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let seasons = [("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)];
    if let Some((after, season)) = c.longest(at, &seasons) {
        let (end, year, _) = year(c, after)?;
        return Some((end, Reading::Point(Point { year: Some(year), month: Some(season), ..Point::default() })));
    }
    let (value, digits) = c.digits(at)?;
    let mark = c.skip(at + 1, &["'"]);
    (c.glued(at + 1) && c.glued(mark) && c.word(mark) == "s" && value % 10 == 0).then_some(())?;
    let decade = match digits {
        4 if (1500..2100).contains(&value) && value % 100 != 0 => value / 10,
        2 if c.behind(at, 1) == "the" || c.behind(at, 2) == "the" => 190 + value / 10,
        _ => return None,
    };
    Some((mark + 1, Reading::Point(Point { year: Some(Year::Decade(decade as i16)), ..Point::default() })))
}
