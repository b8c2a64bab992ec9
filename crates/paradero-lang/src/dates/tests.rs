//! Invented sentences with the dates that a careful reader takes from them.

use super::read;
use paradero_model::{Edtf, Lang};

fn check(lang: Lang, published: Option<&str>, rows: &[(&str, &str)]) {
    let published = published.and_then(Edtf::parse);
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let found: Vec<_> = read(text, lang, published.as_ref())
            .iter()
            .map(|date| {
                format!("{}={}", date.span.of(text).unwrap_or("?").split_whitespace().collect::<Vec<_>>().join(" "), date.edtf)
            })
            .collect();
        let found = found.join("; ");
        if found != *expected {
            wrong.push(format!("{text:?}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn english_dates_are_read() {
    // A Wednesday.
    check(
        Lang::En,
        Some("2025-07-23"),
        &[
            ("He was freed on July 18, 2025.", "July 18, 2025=2025-07-18"),
            ("He was freed on 18 July 2025.", "18 July 2025=2025-07-18"),
            ("He was freed on July\n18, 2025.", "July 18, 2025=2025-07-18"),
            ("held Jul. 18 at home", "Jul. 18=2025-07-18"),
            ("his July 18 release", "July 18=2025-07-18"),
            ("the 18th of July", "18th of July=2025-07-18"),
            ("on the twenty-first of May", "twenty-first of May=2025-05-21"),
            ("on Friday, July 18", "Friday, July 18=2025-07-18"),
            ("on Dec. 12", "Dec. 12=2024-12-12"),
            ("on 7/18/2025", "7/18/2025=2025-07-18"),
            ("on 31/08/1976", "31/08/1976=1976-08-31"),
            ("on 2025-07-18", "2025-07-18=2025-07-18"),
            ("sent 2025-07-18T10:00Z", "2025-07-18=2025-07-18"),
            ("in March", "March=2025-03"),
            ("in September", "September=2024-09"),
            ("in March 2025", "March 2025=2025-03"),
            ("He may march on.", ""),
            ("April Ruiz and August Paz spoke.", ""),
            ("in 2021", "2021=2021"),
            ("the 1968 assassination", "1968=1968"),
            ("a crowd of 2000 people", ""),
            ("1500 dollars", ""),
            ("in the 1970s", "1970s=197X"),
            ("He is in his 70s.", ""),
            ("in the summer of 2016", "summer of 2016=2016-22"),
            ("today", "today=2025-07-23"),
            ("yesterday", "yesterday=2025-07-22"),
            ("last night", "last night=2025-07-22"),
            ("on Friday", "Friday=2025-07-18"),
            ("on Wednesday", "Wednesday=2025-07-23"),
            ("last Wednesday", "last Wednesday=2025-07-16"),
            ("He will appear on Friday", "Friday=2025-07-25"),
            ("The judge will rule, she said Monday", "Monday=2025-07-21"),
            ("every Friday they wait", ""),
            ("last week", "last week=2025-07-14/2025-07-20"),
            ("this week", "this week=2025-07-21/2025-07-27"),
            ("last month", "last month=2025-06"),
            ("last year", "last year=2024"),
            ("three days ago", "three days ago=2025-07-20"),
            ("three months ago", "three months ago=2025-04~"),
            ("4 years ago", "4 years ago=2021~"),
            ("in the last 7 days", "last 7 days=2025-07-16/2025-07-23"),
            ("since 2021", "since 2021=2021/.."),
            ("since early March", "since early March=2025-03~/.."),
            ("until July 18", "until July 18=../2025-07-18"),
            ("before July 18, 2025", "before July 18, 2025=../2025-07-18"),
            ("after July 18", "after July 18=2025-07-18/.."),
            ("by May 2", "by May 2=../2025-05-02"),
            ("between March 15 and 16", "between March 15 and 16=2025-03-15/2025-03-16"),
            ("from November 2024 to February 2025", "from November 2024 to February 2025=2024-11/2025-02"),
            ("from 3 to 5 May", "from 3 to 5 May=2025-05-03/2025-05-05"),
            ("in early 2021", "early 2021=2021~"),
            ("in mid-March", "mid-March=2025-03~"),
            ("around March 15", "around March 15=2025-03-15~"),
            ("probably in March 1977", "probably in March 1977=1977-03?"),
            ("on June 24 or 26, 1976", "June 24 or 26, 1976=[1976-06-24,1976-06-26]"),
            ("at 5:00 am", ""),
            ("He is 24 and has 3 sons.", ""),
            ("Law 1257 and case 12/3456", ""),
            ("on July 18 and held since", "July 18=2025-07-18; since=2025-07-18/.."),
            ("on May 7, and died two days later", "May 7=2025-05-07; two days later=2025-05-09"),
            ("on August 29 of last year", "August 29 of last year=2024-08-29"),
            ("In May 20 people were held", "May=2025-05"),
            ("the last week of July", "last week of July=2025-07-28~/2025-08-03~"),
            ("the first Friday of May", "first Friday of May=2025-05-02"),
            ("Friday the 11th", "Friday the 11th=2025-07-11"),
            ("on the 20th of last month", "20th of last month=2025-06-20"),
            ("from 4 to 22 men", ""),
            ("the upcoming Jan. 9 election", "Jan. 9=2026-01-09"),
            ("open Monday to Friday", ""),
            ("the Sept. 11 attacks", ""),
            ("in the third quarter of 2024", "third quarter of 2024=2024-07/2024-09"),
            ("in the first half of March 2025", "first half of March 2025=2025-03-01/2025-03-15"),
            ("later this month", "later this month=2025-07-23/2025-07-31"),
            ("in the 19th century", "19th century=18XX"),
            ("an order of removal from 2014.", "2014=2014"),
            ("this Friday", "this Friday=2025-07-25"),
            ("over the weekend", "weekend=2025-07-19/2025-07-20"),
            ("a January ruling", "January=2025-01"),
            ("in nineteen seventy-six", "nineteen seventy-six=1976"),
            ("taken on 8 February 1977 and freed in April", "8 February 1977=1977-02-08; April=1977-04"),
            ("on May 7; the next day she fled", "May 7=2025-05-07; the next day=2025-05-08"),
            ("on March 9 and on six other days", "March 9=2025-03-09"),
            ("not heard from since March", "since March=2025-03/.."),
            ("between 2019 and 2021", "between 2019 and 2021=2019/2021"),
            ("on Jan. 5 and June 6", "Jan. 5=2025-01-05; June 6=2025-06-06"),
            ("the 2024-03 report, part 10.2.2020.5", "2024-03=2024-03"),
            ("see https://news.example/2025/07/18/x", ""),
            ("aged 19, on 12 March, 2024", "12 March, 2024=2024-03-12"),
            ("a $2021 bail in 2020 dollars", ""),
            ("May 31 to June 2", "May 31 to June 2=2025-05-31/2025-06-02"),
        ],
    );
}

#[test]
fn spanish_dates_are_read() {
    check(
        Lang::Es,
        Some("2025-07-23"),
        &[
            ("el 18 de julio de 2025", "18 de julio de 2025=2025-07-18"),
            ("el 18 de julio", "18 de julio=2025-07-18"),
            ("el 18 de\njulio", "18 de julio=2025-07-18"),
            ("7 de setiembre de 1939", "7 de setiembre de 1939=1939-09-07"),
            ("el 1° de diciembre", "1° de diciembre=2024-12-01"),
            ("el 1º de mayo", "1º de mayo=2025-05-01"),
            ("el primero de mayo", "primero de mayo=2025-05-01"),
            ("el veintiuno de mayo de 1977", "veintiuno de mayo de 1977=1977-05-21"),
            ("el 18/07/2025", "18/07/2025=2025-07-18"),
            ("el 31.08.1976", "31.08.1976=1976-08-31"),
            ("el 31/1/973", "31/1/973=1973-01-31"),
            ("00.09.1978", "00.09.1978=1978-09"),
            ("05-06.10.1976", "05-06.10.1976=1976-10-05/1976-10-06"),
            ("el 3/6, en Barcelona", "3/6=2025-06-03"),
            ("el 24/3/76", "24/3/76=1976-03-24"),
            ("en marzo", "marzo=2025-03"),
            ("en marzo de 1977", "marzo de 1977=1977-03"),
            ("desde noviembre pasado", "desde noviembre pasado=2024-11/.."),
            ("en mayo pasado", "mayo pasado=2025-05"),
            ("el pasado mes de mayo", "pasado mes de mayo=2025-05"),
            ("Julio Abril habló", ""),
            ("en 2021", "2021=2021"),
            ("el golpe de 1976", "1976=1976"),
            ("más de 2000 personas", ""),
            ("la Ley 1257 y la Ley 2591 de 1991", ""),
            ("los años setenta", "los años setenta=197X"),
            ("la década de 1970", "década de 1970=197X"),
            ("tiene 30 años", ""),
            ("hoy", "hoy=2025-07-23"),
            ("ayer", "ayer=2025-07-22"),
            ("anteayer", "anteayer=2025-07-21"),
            ("anoche", "anoche=2025-07-22"),
            ("por la mañana", ""),
            ("el viernes", "viernes=2025-07-18"),
            ("este miércoles", "este miércoles=2025-07-23"),
            ("el pasado martes", "pasado martes=2025-07-22"),
            ("el martes pasado", "martes pasado=2025-07-22"),
            ("el próximo lunes", "próximo lunes=2025-07-28"),
            ("convocó para el lunes a una marcha", "lunes=2025-07-28"),
            ("los lunes", ""),
            ("Domingo Pérez y Santo Domingo", ""),
            ("la semana pasada", "semana pasada=2025-07-14/2025-07-20"),
            ("el mes pasado", "mes pasado=2025-06"),
            ("el año pasado", "año pasado=2024"),
            ("hace tres días", "hace tres días=2025-07-20"),
            ("hace tres meses", "hace tres meses=2025-04~"),
            ("desde 2022", "desde 2022=2022/.."),
            ("a partir del 3 de mayo", "a partir del 3 de mayo=2025-05-03/.."),
            ("hasta el viernes", "hasta el viernes=../2025-07-18"),
            ("antes del 12 de junio", "antes del 12 de junio=../2025-06-12"),
            ("tras el 12 de junio", "tras el 12 de junio=2025-06-12/.."),
            ("entre el 3 y el 5 de mayo", "entre el 3 y el 5 de mayo=2025-05-03/2025-05-05"),
            ("del 3 al 5 de mayo", "del 3 al 5 de mayo=2025-05-03/2025-05-05"),
            ("del 3 de noviembre al 5 de febrero", "del 3 de noviembre al 5 de febrero=2024-11-03/2025-02-05"),
            ("de abril a junio", "de abril a junio=2025-04/2025-06"),
            ("a mediados de marzo", "a mediados de marzo=2025-03~"),
            ("a fines de 2021", "a fines de 2021=2021~"),
            ("el 24 o 26 de junio de 1976", "24 o 26 de junio de 1976=[1976-06-24,1976-06-26]"),
            ("probablemente en marzo de 1977", "probablemente en marzo de 1977=1977-03?"),
            ("el 27 de abril del año pasado", "27 de abril del año pasado=2024-04-27"),
            ("el 7 de enero del corriente año", "7 de enero del corriente año=2025-01-07"),
            ("el 7 de mayo; falleció dos días después", "7 de mayo=2025-05-07; dos días después=2025-05-09"),
            ("el 7 de mayo; desde entonces nada", "7 de mayo=2025-05-07; desde entonces=2025-05-07/.."),
            ("el pasado día 6", "día 6=2025-07-06"),
            ("la Avenida 9 de Julio", ""),
            ("la última semana de mayo", "última semana de mayo=2025-05-26~/2025-06-01~"),
            ("el primer domingo de mayo", "primer domingo de mayo=2025-05-04"),
            ("el viernes de la semana pasada", "viernes de la semana pasada=2025-07-18"),
            ("el quince de marzo de dos mil veinticinco", "quince de marzo de dos mil veinticinco=2025-03-15"),
            ("en mil novecientos setenta y seis", "mil novecientos setenta y seis=1976"),
            ("19-20 de noviembre de 2024", "19-20 de noviembre de 2024=2024-11-19/2024-11-20"),
            ("desde 2019 hasta 2021", "desde 2019 hasta 2021=2019/2021"),
            ("Alejandro Durán fue citado en noviembre", "noviembre=2024-11"),
            ("secuestrada el 8 de febrero de 1977; lo soltaron en abril", "8 de febrero de 1977=1977-02-08; abril=1977-04"),
            ("el 7 de mayo; al otro día", "7 de mayo=2025-05-07; al otro día=2025-05-08"),
            ("la Ley 21.459 de 2022 y la causa 5/2024", ""),
            ("2/8 Lo buscan", ""),
            ("de lunes a jueves", ""),
            ("mañana, viernes", "mañana=2025-07-24; viernes=2025-07-25"),
            ("el lunes día 14", "lunes día 14=2025-07-14"),
            ("la segunda quincena de mayo de 2025", "segunda quincena de mayo de 2025=2025-05-16/2025-05-31"),
            ("en el primer semestre de 2024", "primer semestre de 2024=2024-01/2024-06"),
            ("en lo que va del año", "lo que va del año=2025-01-01/2025-07-23"),
            ("a comienzos del siglo XX", "a comienzos del siglo XX=19XX~"),
            ("la 8/1972 de 10 de mayo de 1972", "10 de mayo de 1972=1972-05-10"),
            (
                "El martes la detuvieron, denunció el miércoles la familia, y la soltaron al día siguiente",
                "martes=2025-07-22; miércoles=2025-07-23; al día siguiente=2025-07-23",
            ),
            ("durante el fin de semana", "fin de semana=2025-07-19/2025-07-20"),
            ("en agosto y setiembre de 1976", "agosto y setiembre de 1976={1976-08,1976-09}"),
            ("será juzgado el 3 de noviembre", "3 de noviembre=2025-11-03"),
            ("el 18 de julio de 2025, a las 5:00", "18 de julio de 2025=2025-07-18"),
            ("cerca de 2021 personas", ""),
            ("a las 17:30 horas del lunes", "lunes=2025-07-21"),
        ],
    );
}

#[test]
fn without_a_day_of_publication_relative_dates_are_none_and_days_lack_their_year() {
    check(
        Lang::En,
        None,
        &[("on July 18", "July 18=XXXX-07-18"), ("on Friday last week, three days ago, today", ""), ("in 2021", "2021=2021")],
    );
    check(
        Lang::Es,
        None,
        &[
            ("Huelga\n\nLa Paz, 3 de abril de 2025 (Altura).- Cumplió ayer", "3 de abril de 2025=2025-04-03; ayer=2025-04-02"),
            ("Lo detuvieron el 3 de abril de 2025. Ayer", "3 de abril de 2025=2025-04-03"),
        ],
    );
    check(Lang::Es, None, &[("el 18 de julio", "18 de julio=XXXX-07-18"), ("ayer, el viernes y la semana pasada", "")]);
}

/// Fragments that dates are made of, to be strung together at random.
const FRAGMENTS: &[&str] = &[
    "since ",
    "until ",
    "between ",
    " and ",
    "from ",
    " to ",
    "mid-",
    "early ",
    "last ",
    "next ",
    "week ",
    "the ",
    "on ",
    "July ",
    "May",
    " 18",
    ", ",
    "31",
    "29 ",
    "February ",
    "Friday ",
    "first ",
    "of ",
    "th ",
    "two days later ",
    "three months ago ",
    "desde ",
    "hasta ",
    "entre ",
    " y ",
    " o ",
    "del ",
    "al ",
    "el ",
    "de ",
    "mayo ",
    "pasado ",
    "martes ",
    "semana ",
    "hace ",
    "días ",
    "999 ",
    "años ",
    "00.",
    "09.",
    "/",
    "-",
    "1/",
    "dos mil ",
    "setenta ",
    "ese día ",
    "\n\n",
    "\n",
    "é",
    "🙂",
    "desde entonces ",
    "probably ",
    "a fines de ",
    "XXXX ",
    "0 ",
    "ago ",
    "weeks ",
    "mil novecientos ",
];

fn sound(text: &str, lang: Lang, published: Option<&str>) -> Result<(), proptest::test_runner::TestCaseError> {
    let published = published.and_then(Edtf::parse);
    let mut end = 0;
    for date in read(text, lang, published.as_ref()) {
        proptest::prop_assert!(date.span.of(text).is_some_and(|words| !words.is_empty()), "{date:?} does not fit {text:?}");
        proptest::prop_assert!(date.span.start() >= end, "{date:?} overlaps the date before it in {text:?}");
        proptest::prop_assert_eq!(Edtf::parse(date.edtf.as_str()), Some(date.edtf.clone()));
        if let (Some(latest), Some(now)) = (date.edtf.latest(), published.as_ref().and_then(Edtf::latest)) {
            // 999 years from now is said, not reckoned.
            let said = text.contains("999") || text.contains("dos mil");
            proptest::prop_assert!(said || latest.year <= now.year + 10, "{date:?} lies too far ahead in {text:?}");
        }
        end = date.span.end();
    }
    Ok(())
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_every_date_is_sound(
        parts in proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..14),
        tail in ".{0,12}",
        es in proptest::bool::ANY,
        dated in proptest::bool::ANY,
    ) {
        let text = parts.concat() + &tail;
        sound(&text, if es { Lang::Es } else { Lang::En }, dated.then_some("2024-02-29"))?;
    }
}
