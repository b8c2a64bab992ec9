//! Invented sentences with the dates that a careful reader takes from them.

use super::read;
use paradero_model::{Edtf, Lang};

mod any_text;
mod english;
mod forms;
mod spanish;

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
