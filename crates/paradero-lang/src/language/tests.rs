//! Paragraphs of many languages, alone and beside each other.

use super::*;
use proptest::prelude::*;

const EN: &str =
    "The lawyer said that she had not been told where her client was being held, and that nobody answered the phone.";
const ES: &str = "La abogada dijo que no le habían informado dónde tenían a su cliente y que nadie contestaba el teléfono.";
const PT: &str = "A advogada disse que não lhe informaram onde estava o seu cliente e que ninguém atendia o telefone.";

fn langs(body: &str, declared: Option<Lang>) -> String {
    let code = |one: &Paragraph| one.lang.map_or("-", Lang::code);
    paragraphs(body, declared).iter().map(code).collect::<Vec<_>>().join(" ")
}

#[test]
fn english_and_spanish_are_told_apart() {
    assert_eq!(langs(EN, None), "en");
    assert_eq!(langs(ES, None), "es");
    assert_eq!(langs("A man was freed.", None), "en");
    assert_eq!(langs("Un hombre fue liberado.", None), "es");
    assert_eq!(langs("LIBERAN A LA MAESTRA DETENIDA EN EL PUERTO", None), "es");
    assert_eq!(langs("La detencio\u{301}n de la maestra fue el lunes.", None), "es", "accents written apart");
}

#[test]
fn a_third_language_is_neither() {
    for other in [
        PT,
        "O avogado dixo que non lle informaran onde estaba o seu cliente e que ninguén collía o teléfono.",
        "L'advocada va dir que no li havien dit on tenien el seu client i que ningú no contestava el telèfon.",
        "L'avocate a déclaré qu'on ne lui avait pas dit où se trouvait son client et que personne ne répondait.",
        "L'avvocata ha detto che non le avevano comunicato dove fosse il suo cliente e che nessuno rispondeva al telefono.",
        "Avoka a di ke yo pa t di li ki kote kliyan li a ye epi pèsonn pa t reponn telefòn nan.",
        "Die Anwältin sagte, man habe ihr nicht mitgeteilt, wo ihr Mandant festgehalten wird, und niemand gehe ans Telefon.",
        "De advocaat zei dat haar niet was verteld waar haar cliënt werd vastgehouden en dat niemand de telefoon opnam.",
        "Avocata a spus că nu i s-a comunicat unde este ținut clientul ei și că nimeni nu răspunde la telefon.",
        "Prawniczka powiedziała, że nie poinformowano jej, gdzie przetrzymywany jest jej klient, i że nikt nie odbiera telefonu.",
        "Sinabi ng abogado na hindi sinabi sa kanya kung nasaan ang kanyang kliyente at walang sumasagot sa telepono.",
        "Luật sư nói rằng bà không được cho biết thân chủ của mình đang bị giữ ở đâu và không ai trả lời điện thoại.",
        "Адвокат сказала, что ей не сообщили, где находится её подзащитный, и что никто не отвечает на звонки.",
        "قالت المحامية إنها لم تُبلَّغ بمكان احتجاز موكلها وإن أحداً لم يرد على الهاتف.",
        "律师说，没有人告诉她当事人被关押在哪里，也没有人接电话。",
        "변호사는 의뢰인이 어디에 있는지 듣지 못했고 아무도 전화를 받지 않았다고 말했다.",
    ] {
        assert_eq!(langs(other, None), "-", "{other}");
    }
}

#[test]
fn a_language_that_is_in_no_table_is_neither() {
    let welsh = "Dywedodd y cyfreithiwr nad oedd neb wedi dweud wrthi ble roedd ei chleient yn cael ei gadw, ac nad oedd neb yn ateb y \
                 ffôn pan geisiodd hi alw swyddfa'r heddlu unwaith eto fore trannoeth.";
    assert_eq!(langs(welsh, None), "-");
}

#[test]
fn each_paragraph_has_its_own_language() {
    assert_eq!(langs(&format!("{EN}\n\n{ES}\n \t\n{PT}\n\n{EN}"), None), "en es - en");
}

#[test]
fn headings_names_and_numbers_go_with_what_stands_around_them() {
    assert_eq!(langs(&format!("No\n\n{EN}\n\nCENTRO PENAL\n\n{EN}"), None), "en en en en");
    assert_eq!(langs(&format!("Ana Ruiz\n\n{ES}\n\n14.30\n\n{ES}\n\nRobert Hill"), None), "es es es es es");
    assert_eq!(langs(&format!("{EN}\n\n***\n\n{ES}"), None), "en es es", "a heading belongs to what follows it");
}

#[test]
fn a_quotation_in_another_language_stays_in_its_paragraph() {
    let quoting =
        "The sister wrote “no sabemos dónde está” on a sheet of paper and held it up before the gate, where two guards read it.";
    assert_eq!(langs(quoting, None), "en");
    let quoting = "La hermana escribió “we do not know where he is” en una hoja y la sostuvo ante el portón, donde la leyeron dos guardias.";
    assert_eq!(langs(quoting, None), "es");
}

#[test]
fn a_declared_language_decides_where_words_do_not_and_yields_where_they_do() {
    assert_eq!(langs("Ana Ruiz, 34", Some(Lang::Es)), "es");
    assert_eq!(langs("Ana Ruiz, 34", Some(Lang::En)), "en");
    assert_eq!(langs("No", Some(Lang::En)), "en");
    assert_eq!(langs(ES, Some(Lang::En)), "es");
    assert_eq!(langs(PT, Some(Lang::Es)), "-");
}

#[test]
fn what_has_no_words_is_read_as_declared_or_english() {
    assert_eq!(langs("", None), "");
    assert_eq!(langs(" \n\n\t\n", None), "");
    assert_eq!(langs("1 2 3\n\n—", None), "en en");
    assert_eq!(langs("1 2 3", Some(Lang::Es)), "es");
}

#[test]
fn addresses_are_in_no_language() {
    let body = "Write to: avokat.nan.pou@peyi.example, https://yo.example/ki/pa/gen/anpil/moun www.og.det.som.en.example";
    assert_eq!(langs(body, None), "en");
}

#[test]
fn most_of_the_text_names_its_language() {
    assert_eq!(most(&paragraphs(&format!("{EN}\n\n{ES} {ES}"), None)), Some(Lang::Es));
    assert_eq!(most(&paragraphs(PT, None)), None);
}

proptest! {
    #[test]
    fn paragraphs_leave_out_only_white_space(body in "[a-zñé \\n\\r\\t\u{0}\u{202e}\u{301}.A中]{0,200}") {
        let mut at = 0;
        for one in paragraphs(&body, None) {
            prop_assert!(body[at..one.span.start()].trim().is_empty());
            let words = &body[one.span.range()];
            prop_assert!(!words.is_empty() && words.trim() == words);
            at = one.span.end();
        }
        prop_assert!(body[at..].trim().is_empty());
    }
}
