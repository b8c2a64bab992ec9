//! Names in invented sentences: `kind name [title]` for each, in order; `-` where there is none.

mod reading;

use paradero_lang::NameKind;
use paradero_model::Lang::{self, En, Es};
use reading::Reading;

fn check(lang: Lang, body: &str, expected: &[&str]) {
    let read = Reading::of(lang, body);
    let found: Vec<String> = read
        .found
        .names
        .iter()
        .map(|name| {
            let kind = match name.kind {
                NameKind::Person => "person",
                NameKind::Organisation => "organisation",
                NameKind::Place => "place",
                NameKind::Other => "other",
            };
            let title = name.title.map_or(String::new(), |title| format!(" [{}]", read.words(title)));
            format!("{kind} {}{title}", read.words(name.span)).replace('\n', "/")
        })
        .collect();
    assert_eq!(found, expected, "in {body:?}");
}

#[test]
fn a_spanish_name_keeps_both_surnames_and_its_role() {
    check(Es, "La abogada Rosaura Quintela Meza llegó a Caracas.", &["person Rosaura Quintela Meza [abogada]", "place Caracas"]);
}

#[test]
fn an_office_behind_a_comma_is_the_title() {
    check(
        Es,
        "El gobernador de Bolívar, Anselmo Treviera Luz, rechazó la denuncia.",
        &["place Bolívar", "person Anselmo Treviera Luz [gobernador de Bolívar]"],
    );
}

#[test]
fn a_possessive_stays_in_the_title() {
    check(En, "His lawyer, Marta Ellingsworth, appealed.", &["person Marta Ellingsworth [His lawyer]"]);
    check(Es, "Su esposa, Celia Barrantes, esperaba afuera.", &["person Celia Barrantes [Su esposa]"]);
}

#[test]
fn titles_in_capitals_are_cut_off() {
    check(En, "They wrote to Rep. Laura Penfold (D-CA) in May.", &["person Laura Penfold [Rep.]"]);
    check(En, "They met Secretary of State Paul Orvane.", &["person Paul Orvane [Secretary of State]"]);
    check(En, "It was signed by Venezuelan President Julio Ansótegui.", &["person Julio Ansótegui [Venezuelan President]"]);
    check(
        En,
        "It was said by Open Door Campaign President Susan Vorly.",
        &["organisation Open Door Campaign", "person Susan Vorly [Open Door Campaign President]"],
    );
}

#[test]
fn a_role_behind_the_name_is_its_title() {
    check(
        En,
        "Ruth Calloway, director of Casa Abierta, spoke.",
        &["person Ruth Calloway [director of Casa Abierta]", "organisation Casa Abierta"],
    );
    check(
        Es,
        "Próspero Lindarte, de 61 años, profesor jubilado, sigue preso.",
        &["person Próspero Lindarte [profesor jubilado]"],
    );
}

#[test]
fn particles_initials_and_hyphens_belong_to_the_name() {
    check(Es, "Detuvieron a María de la Cruz Ferrán-Oltra.", &["person María de la Cruz Ferrán-Oltra"]);
    check(En, "Agents held J. P. Moravec and Ahmed al-Tarsi.", &["person J. P. Moravec", "person Ahmed al-Tarsi"]);
    check(Es, "Fue imputado Rigoberto “N” en Puebla.", &["person Rigoberto “N”", "place Puebla"]);
}

#[test]
fn the_mark_of_possession_is_no_part() {
    check(En, "Elena Voss’s brother saw it.", &["person Elena Voss"]);
}

#[test]
fn months_weekdays_and_demonyms_are_no_names() {
    check(En, "On Monday the Venezuelan men left. In March, Cuban police came.", &[]);
    check(Es, "Desde enero nadie responde. El Lunes hubo misa.", &[]);
}

#[test]
fn a_sentence_may_open_with_a_common_word() {
    check(En, "Yesterday agents came. Prisoners shouted. However, nobody answered.", &[]);
    check(Es, "Según vecinos, llovía. Detuvieron a dos. Nadie sabe nada.", &[]);
}

#[test]
fn a_bare_surname_is_the_person_named_before() {
    check(Es, "Habló Teresa Olmedilla. Olmedilla pidió calma.", &["person Teresa Olmedilla", "person Olmedilla"]);
}

#[test]
fn organisations_are_told_by_their_words() {
    check(
        Es,
        "Lo denunció el Observatorio Obrero del Orinoco ante la Fiscalía General de la República.",
        &["organisation Observatorio Obrero del Orinoco", "organisation Fiscalía General de la República"],
    );
    check(
        En,
        "The Department of Homeland Security and the Harbor Rights Watch disagreed.",
        &["organisation Department of Homeland Security", "organisation Harbor Rights Watch"],
    );
}

#[test]
fn an_acronym_is_of_the_kind_of_the_name_before_it() {
    check(
        En,
        "He is at the Northern Confinement Center (NCC). NCC is full.",
        &["place Northern Confinement Center", "place NCC", "place NCC"],
    );
}

#[test]
fn places_are_told_by_list_and_by_preposition() {
    check(En, "She fled from Guatemala to Eagle Pass, Texas.", &["place Guatemala", "place Eagle Pass", "place Texas"]);
    check(Es, "Está recluido en El Rodeo, cerca de Zaraguara.", &["place El Rodeo", "place Zaraguara"]);
}

#[test]
fn a_wrapped_line_does_not_break_a_name() {
    check(
        En,
        "The court was told that the agents had never once asked Osvaldo Abreu\nQuiroga for his papers, and that he had shown them to nobody else.",
        &["person Osvaldo Abreu/Quiroga"],
    );
}

#[test]
fn a_line_in_capitals_yields_only_the_names_it_shares_with_the_text() {
    check(
        En,
        "REMEMBERING TOMAS HERRIDGE\n\nWe remember Tomas Herridge today.",
        &["person TOMAS HERRIDGE", "person Tomas Herridge"],
    );
}

#[test]
fn a_paper_is_no_person() {
    check(En, "According to the Anacreon Ledger, he left.", &["organisation Anacreon Ledger"]);
}

#[test]
fn an_outlet_with_a_place_in_its_name_is_one_organisation() {
    check(Es, "Según vio El Correo del Golfo, la maestra está herida.", &["organisation El Correo del Golfo"]);
}

#[test]
fn one_word_behind_in_is_a_place_though_people_bear_it() {
    check(En, "He was held in Florence, according to a complaint.", &["place Florence"]);
    check(En, "Florence Adderly was jailed. He saw hope in Florence.", &["person Florence Adderly", "person Florence"]);
}
