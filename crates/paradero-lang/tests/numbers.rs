//! Numbers in invented sentences: `span = value bound of`, `!` behind those that count persons.

mod reading;

use paradero_model::{
    Bound,
    Lang::{self, En, Es},
};
use reading::Reading;

fn check(lang: Lang, body: &str, expected: &[&str]) {
    let read = Reading::of(lang, body);
    let found: Vec<String> = read
        .found
        .numbers
        .iter()
        .map(|number| {
            let bound = match number.bound {
                Bound::Exact => "exactly",
                Bound::AtLeast => "at least",
                Bound::AtMost => "at most",
                Bound::About => "about",
            };
            let value = number.value.map_or("some".to_owned(), |value| value.to_string());
            let of = number.of.map_or("-", |of| read.words(of));
            format!("{} = {bound} {value} {of}{}", read.words(number.span), if number.persons { " !" } else { "" })
        })
        .collect();
    assert_eq!(found, expected, "in {body:?}");
}

#[test]
fn figures_and_words_count_what_follows() {
    check(En, "They freed 250 deported migrants.", &["250 = exactly 250 deported migrants !"]);
    check(Es, "Salieron veintisiete trabajadores.", &["veintisiete = exactly 27 trabajadores !"]);
    check(Es, "Hay treinta y dos presos.", &["treinta y dos = exactly 32 presos !"]);
    check(En, "Three hundred and seven men came.", &["Three hundred and seven = exactly 307 men !"]);
}

#[test]
fn bounds_are_part_of_the_number() {
    check(Es, "Murieron al menos 27 personas.", &["al menos 27 = at least 27 personas !"]);
    check(En, "More than 1,400 protesters were held.", &["More than 1,400 = at least 1400 protesters !"]);
    check(Es, "Hubo unos 1.200 detenidos.", &["unos 1.200 = about 1200 detenidos !"]);
    check(En, "Up to 60 women are there.", &["Up to 60 = at most 60 women !"]);
}

#[test]
fn rough_words_have_no_value_or_a_round_one() {
    check(En, "Hundreds of other migrants are waiting.", &["Hundreds = about some other migrants !"]);
    check(Es, "Cientos de familias esperan.", &["Cientos = about some familias !"]);
    check(Es, "Detuvieron a una docena de jóvenes.", &["una docena = about 12 jóvenes !"]);
}

#[test]
fn things_are_counted_but_are_no_persons() {
    check(Es, "Recorrió cuatro cárceles.", &["cuatro = exactly 4 cárceles"]);
}

#[test]
fn dates_ages_money_shares_and_labels_are_no_numbers() {
    check(En, "In 2019 he paid $500, or 30%, at 7:15, under No. 45.", &[]);
    check(Es, "Ana Lobera, de 52 años, pagó 300 bolívares el 3 de mayo de 2020.", &[]);
    check(En, "Nora Pell, 47, once lived at 12 percent.", &[]);
}
