//! The dates of Spanish: "18 de julio de 2025", "1° de diciembre", "el pasado martes", "hace tres días", "en 2021", "los años setenta".

use super::{
    cursor::Cursor,
    phrase::{Edge, Words},
    pieces::Kind,
    reading::{Point, Reading, Side, Year},
    reckon::{self, Unit},
};

/// The words of Spanish around its dates.
pub(super) const WORDS: Words = Words {
    edges: &[
        ("desde", Edge::From),
        ("a partir de", Edge::From),
        ("a partir del", Edge::From),
        ("a contar de", Edge::From),
        ("a contar del", Edge::From),
        ("despues de", Edge::From),
        ("despues del", Edge::From),
        ("luego de", Edge::From),
        ("luego del", Edge::From),
        ("tras", Edge::From),
        ("posterior a", Edge::From),
        ("posterior al", Edge::From),
        ("hasta", Edge::Until),
        ("antes de", Edge::Until),
        ("antes del", Edge::Until),
        ("previo a", Edge::Until),
        ("previo al", Edge::Until),
        ("a mas tardar", Edge::Until),
        ("alrededor de", Edge::About),
        ("alrededor del", Edge::About),
        ("aproximadamente", Edge::About),
        ("cerca de", Edge::About),
        ("cerca del", Edge::About),
        ("hacia", Edge::About),
        ("hacia el", Edge::About),
        ("en torno a", Edge::About),
        ("en torno al", Edge::About),
        ("a mediados de", Edge::About),
        ("a mediados del", Edge::About),
        ("mediados de", Edge::About),
        ("mediados del", Edge::About),
        ("a fines de", Edge::About),
        ("a fines del", Edge::About),
        ("fines de", Edge::About),
        ("fines del", Edge::About),
        ("a finales de", Edge::About),
        ("a finales del", Edge::About),
        ("finales de", Edge::About),
        ("finales del", Edge::About),
        ("a fin de", Edge::About),
        ("a principios de", Edge::About),
        ("a principios del", Edge::About),
        ("principios de", Edge::About),
        ("principios del", Edge::About),
        ("a principio de", Edge::About),
        ("a comienzos de", Edge::About),
        ("a comienzos del", Edge::About),
        ("comienzos de", Edge::About),
        ("comienzos del", Edge::About),
        ("a inicios de", Edge::About),
        ("inicios de", Edge::About),
        ("los primeros dias de", Edge::About),
        ("los ultimos dias de", Edge::About),
        ("primeros dias de", Edge::About),
        ("ultimos dias de", Edge::About),
        ("probablemente", Edge::Doubtful),
        ("presumiblemente", Edge::Doubtful),
        ("presuntamente", Edge::Doubtful),
        ("posiblemente", Edge::Doubtful),
        ("al parecer", Edge::Doubtful),
        ("quiza", Edge::Doubtful),
        ("quizas", Edge::Doubtful),
        ("tal vez", Edge::Doubtful),
    ],
    small: &["el", "la", "en", "del", "de", "dia"],
    between: &["entre"],
    and: &["y", "e"],
    or: &["o", "u"],
    from: &["de", "del", "desde"],
    to: &["a", "al", "hasta", "-"],
    point,
    day,
};

const MONTHS: &[(&str, u8)] = &[
    ("enero", 1),
    ("febrero", 2),
    ("marzo", 3),
    ("abril", 4),
    ("mayo", 5),
    ("junio", 6),
    ("julio", 7),
    ("agosto", 8),
    ("septiembre", 9),
    ("setiembre", 9),
    ("octubre", 10),
    ("noviembre", 11),
    ("diciembre", 12),
    ("ene", 1),
    ("feb", 2),
    ("mar", 3),
    ("abr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("ago", 8),
    ("sept", 9),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("nov", 11),
    ("dic", 12),
];

const WEEKDAYS: &[(&str, i8)] =
    &[("lunes", 1), ("martes", 2), ("miercoles", 3), ("jueves", 4), ("viernes", 5), ("sabado", 6), ("domingo", 7)];

const UNITS: &[(&str, Unit)] = &[
    ("dia", Unit::Day),
    ("dias", Unit::Day),
    ("semana", Unit::Week),
    ("semanas", Unit::Week),
    ("fin de semana", Unit::Weekend),
    ("mes", Unit::Month),
    ("meses", Unit::Month),
    ("ano", Unit::Year),
    ("anos", Unit::Year),
];

const NUMBERS: &[(&str, u8)] = &[
    ("primero", 1),
    ("uno", 1),
    ("un", 1),
    ("una", 1),
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
    ("veintiun", 21),
    ("veintidos", 22),
    ("veintitres", 23),
    ("veinticuatro", 24),
    ("veinticinco", 25),
    ("veintiseis", 26),
    ("veintisiete", 27),
    ("veintiocho", 28),
    ("veintinueve", 29),
    ("treinta", 30),
    ("treinta y uno", 31),
];

fn point(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    dated(c, at).or_else(|| relative(c, at)).or_else(|| counted(c, at)).or_else(|| lone(c, at)).or_else(|| decade(c, at))
}

/// A day of the month: "18", "1°", "1ro", "primero", "treinta y uno".
fn day(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    if let Some((value, digits)) = c.digits(at) {
        let suffixed = c.glued(at + 1) && c.is(at + 1, &["º", "ro", "er", "do", "to", "o"]);
        let end = c.skip(at + 1 + usize::from(suffixed), if suffixed { &["."] } else { &[] });
        let fits = digits <= 2 && (1..=31).contains(&value) && !c.is_tail(at) && !c.goes_on(end);
        return fits.then_some((end, value as u8));
    }
    c.longest(at, NUMBERS).filter(|_| !c.is(at, &["un", "una"]))
}

fn month(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    let (end, month) = c.longest(at, MONTHS)?;
    Some((if c.word(at).len() <= 4 && c.word(at) != "mayo" { c.skip(end, &["."]) } else { end }, month))
}

/// A year after a day or month: "de 2025", "del 2025", ", 2025", "del año pasado", "del corriente año", "de ese año".
fn year(c: &Cursor<'_>, at: usize) -> Option<(usize, Year, Side)> {
    let parted = c.skip(at, &[",", "-", "/", "."]);
    let of = c.skip(parted, &["de", "del"]);
    let inside = c.phrase(of, "ano").or_else(|| c.phrase(of, "el ano")).unwrap_or(of);
    if let Some((end, year)) = c.year(inside) {
        return Some((end, year, Side::Unsaid));
    }
    let of = c.skip(at, &["de", "del"]);
    let that = [("ese ano", ()), ("ese mismo ano", ()), ("aquel ano", ()), ("mismo ano", ()), ("dicho ano", ())];
    if let Some((end, ())) = c.longest(of, &that).filter(|_| of > at) {
        return Some((end, c.nearby(at)?.year?, Side::Unsaid));
    }
    let now = c.now.latest?.year();
    let relative = [
        ("ano pasado", -1),
        ("pasado ano", -1),
        ("ano anterior", -1),
        ("este ano", 0),
        ("este mismo ano", 0),
        ("ano en curso", 0),
        ("corriente ano", 0),
        ("corriente", 0),
        ("presente ano", 0),
        ("ano corriente", 0),
        ("ano que viene", 1),
        ("proximo ano", 1),
        ("ano proximo", 1),
    ];
    let (end, by) = c.longest(of, &relative).filter(|_| of > at)?;
    Some((end, Year::Full(now + by), Side::Unsaid))
}

/// "viernes 18 de julio de 2025", "18 de julio", "18-jul-2025", "julio 18, 2025", "marzo de 1977", "el pasado día 6".
fn dated(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let named =
        c.longest(at, WEEKDAYS).map(|(end, weekday)| (c.skip(c.skip(c.skip(end, &[","]), &["el"]), &["pasado"]), weekday));
    let weekday = named.map(|(_, weekday)| weekday);
    let start = named.map_or(at, |(end, _)| end);
    if let Some((end, point)) = calendar(c, start) {
        return (point.day.is_some() || weekday.is_none()).then_some((end, Reading::Point(Point { weekday, ..point })));
    }
    // "el día 6", "el pasado día 6", "viernes 22".
    let said = c.word(start) == "dia" && matches!(c.behind(start, 1), "el" | "del" | "al" | "pasado");
    let number = if said { start + 1 } else { start };
    c.digits(number).filter(|_| said || named.is_some())?;
    let (end, day) = day(c, number).filter(|(end, _)| !c.is(*end, &["de", "horas", "anos", "personas"]))?;
    Some((end, Reading::Point(Point { day: Some(day), ..Point::default() })))
}

fn calendar(c: &Cursor<'_>, at: usize) -> Option<(usize, Point)> {
    let with_year = |end: usize, month: u8, day: Option<u8>| {
        let point = Point { month: Some(month), day, ..Point::default() };
        year(c, end).map_or((end, point), |(end, year, side)| (end, Point { year: Some(year), side, ..point }))
    };
    let start = c.phrase(at, "mes de").unwrap_or(at);
    if let Some((after, month)) = month(c, start) {
        let number = c.skip(after, &["-"]);
        if let Some((end, day)) = day(c, number) {
            let (end, point) = with_year(end, month, Some(day));
            let closes = c.piece(end).is_none_or(|piece| piece.kind != Kind::Word)
                && c.digits(number).is_none_or(|_| c.piece(number).is_some());
            if point.year.is_some() || closes && (c.piece(start)?.capital() || c.digits(number).is_none()) {
                return Some((end, point));
            }
        }
        let (end, point) = with_year(after, month, None);
        return point.year.is_some().then_some((end, point));
    }
    let start = c.skip(at, &["dia"]);
    let (after, day) = day(c, start)?;
    let between = c.skip(c.skip(after, &["-", "/", "."]), &["de", "del"]);
    let between = c.phrase(between, "mes de").or_else(|| c.phrase(between, "pasado mes de")).unwrap_or(between);
    if let Some((end, by)) = c.longest(
        between,
        &[("presente mes", 0), ("este mes", 0), ("corriente mes", 0), ("mes pasado", -1), ("pasado mes", -1), ("proximo mes", 1)],
    ) {
        let Reading::Point(month) = reckon::whole(c.now.day?, Unit::Month, by)? else { return None };
        return Some((end, Point { day: Some(day), ..month }));
    }
    let (end, month) = month(c, between)?;
    let found = with_year(end, month, Some(day));
    // "Avenida 9 de Julio", "Hospital 25 de Mayo": a place that is called like a day.
    let place = c.piece(end - 1).is_some_and(|piece| piece.capital()) && named_place(c, at) && found.1.year.is_none();
    (!place).then_some(found)
}

fn named_place(c: &Cursor<'_>, at: usize) -> bool {
    let before = c.behind(at, 1);
    let kinds = [
        "avenida",
        "av",
        "calle",
        "plaza",
        "barrio",
        "hospital",
        "escuela",
        "colegio",
        "estadio",
        "municipio",
        "puente",
        "parque",
        "penal",
        "comuna",
    ];
    kinds.contains(&before) || before == "." && kinds.contains(&c.behind(at, 2))
}

/// "hoy", "anoche", "el viernes", "el pasado martes", "la semana pasada", "mayo pasado", "desde entonces".
fn relative(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
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
        (!free).then_some(())?;
        let (end, by) = step_after(end).or(step_before.map(|(_, by)| (end, by))).unwrap_or((end, 2));
        let side = match by {
            -1 => Side::Past,
            1 => Side::Future,
            _ if matches!((c.behind(at, 2), c.behind(at, 1)), ("para", "el")) => Side::Future,
            _ => c.side(at),
        };
        return Some((end, Reading::Point(Point::day(reckon::weekday(now, weekday, side)?))));
    }
    let of_month = c.phrase(after, "mes de").unwrap_or(after);
    if let Some((end, month)) = month(c, of_month).filter(|_| c.word(of_month).len() > 3) {
        let (end, by) = step_after(end).or(step_before.map(|(_, by)| (end, by)))?;
        return Some((end, Reading::Point(Point { month: Some(month), side: side(by), ..Point::default() })));
    }
    let (end, unit) = c.longest(after, UNITS)?;
    let plural = c.word(end - 1).ends_with('s') && c.word(end - 1) != "mes";
    let article = matches!(c.behind(at, 1), "el" | "la" | "del" | "al" | "lo");
    let (end, by) = step_after(end).filter(|_| article).or(step_before.map(|(_, by)| (end, by)))?;
    (unit != Unit::Day && !plural).then_some(())?;
    Some((end, reckon::whole(now, unit, by)?))
}

/// The days around the day of publication.
fn near(c: &Cursor<'_>, now: jiff::civil::Date, at: usize) -> Option<(usize, Reading)> {
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
fn anaphoric(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
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
fn counted(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let now = c.now.day?;
    if let Some((after, sign)) =
        c.longest(at, &[("ultimos", -1), ("ultimas", -1), ("pasados", -1), ("pasadas", -1), ("proximos", 1), ("proximas", 1)])
    {
        let (after, number) = count(c, after)?;
        let (end, unit) = c.longest(after, UNITS)?;
        return Some((end, reckon::stretch(now, unit, number * sign)?));
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

fn count(c: &Cursor<'_>, at: usize) -> Option<(usize, i32)> {
    if let Some((value, digits)) = c.digits(at) {
        return (digits <= 3 && !c.goes_on(at + 1) && !c.is_tail(at)).then_some((at + 1, value as i32));
    }
    c.longest(at, NUMBERS).filter(|_| c.word(at) != "primero").map(|(end, number)| (end, i32::from(number)))
}

/// A month or a year alone, where the word before says that it is one: "en marzo", "desde 2021", "el golpe de 1976".
fn lone(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let before = c.behind(at, 1);
    let leads = [
        "en",
        "de",
        "del",
        "desde",
        "hasta",
        "durante",
        "tras",
        "hacia",
        "entre",
        "para",
        "a",
        "y",
        "e",
        "o",
        "ano",
        "probablemente",
        "posiblemente",
    ];
    let led = leads.contains(&before);
    let start = c.phrase(at, "mes de").unwrap_or(at);
    if let Some((end, month)) = month(c, start) {
        let full = c.word(start).len() > 3;
        let name = c.piece(start)?.capital()
            && (c.piece(end).is_some_and(|piece| piece.capital()) || matches!(before, "de" | "a" | "y" | "e" | "o" | "del"));
        return (full
            && !name
            && (led && before != "a" && before != "y"
                || before == "y" && !c.piece(start)?.capital()
                || start > at
                || before == "a" && !c.piece(start)?.capital()))
        .then_some((end, Reading::Point(Point { month: Some(month), ..Point::default() })));
    }
    let start = c.phrase(at, "ano").or_else(|| c.phrase(at, "el ano")).unwrap_or(at);
    let (end, year) = c.year(start).filter(|_| !c.is_tail(start))?;
    let Year::Full(full) = year else { return None };
    let next = c.piece(end);
    let bare = next.is_none_or(|next| next.kind != Kind::Word);
    let counted = next.is_some_and(|next| {
        next.kind == Kind::Word
            && next.folded.len() > 3
            && next.folded.ends_with('s')
            && !c.is(end, &["tras", "despues", "ellos", "ellas", "antes"])
    }) || c.is(end, &["%", "$", "millones", "mil"]);
    let stated = c.is(
        end,
        &[
            "y", "que", "por", "en", "cuando", "a", "con", "hasta", "el", "la", "los", "las", "fue", "se", "como", "para", "e",
            "o", "sobre", "contra",
        ],
    );
    let law = before.starts_with("de") && of_law(c, at);
    let fits = match before {
        _ if start > at => !counted,
        "en" | "desde" | "durante" | "hasta" | "tras" | "hacia" => !counted,
        "de" | "del" => full >= 1900 && (bare || stated) && !counted && !law,
        "entre" | "y" | "a" | "para" | "e" | "o" => full >= 1900 && bare && !counted,
        _ => false,
    };
    fits.then_some((end, Reading::Point(Point { year: Some(year), ..Point::default() })))
}

/// Whether "de 1991" dates a law: "el Decreto 2591 de 1991", "la Ley N° 21.459 de 2022".
fn of_law(c: &Cursor<'_>, at: usize) -> bool {
    let laws = [
        "ley",
        "decreto",
        "resolucion",
        "acuerdo",
        "sentencia",
        "constitucion",
        "codigo",
        "expediente",
        "causa",
        "convencion",
        "auto",
        "circular",
    ];
    (2..=8).any(|back| laws.contains(&c.behind(at, back)))
}

/// "los años setenta", "la década de 1970", "los 70", "verano de 2016".
fn decade(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    if let Some((after, season)) = c.longest(at, &[("primavera", 21), ("verano", 22), ("otono", 23), ("invierno", 24)]) {
        let (end, year, _) = year(c, after)?;
        return Some((end, Reading::Point(Point { year: Some(year), month: Some(season), ..Point::default() })));
    }
    let heads = ["decada de los anos", "decada de los", "decada de", "decada del", "los anos", "anos"];
    let inside = heads.iter().filter_map(|head| c.phrase(at, head)).max()?;
    let words = [
        ("veinte", 20),
        ("treinta", 30),
        ("cuarenta", 40),
        ("cincuenta", 50),
        ("sesenta", 60),
        ("setenta", 70),
        ("ochenta", 80),
        ("noventa", 90),
    ];
    // "Los años 70" are a decade, "años 70" after a number an age or a sentence.
    (c.word(at) != "anos" || c.behind(at, 1) == "los").then_some(())?;
    let (end, value) = c.longest(inside, &words).or_else(|| {
        let (value, digits) = c.digits(inside)?;
        (value % 10 == 0 && !c.goes_on(inside + 1) && (digits == 2 || digits == 4)).then_some((inside + 1, value))
    })?;
    let decade = match value {
        20..=99 => 190 + value / 10,
        1500..=2090 => value / 10,
        _ => return None,
    };
    Some((end, Reading::Point(Point { year: Some(Year::Decade(decade as i16)), ..Point::default() })))
}
