//! Chains in invented texts: whom the words at each place take up, by the fullest name; `-` where that is nobody with a name.

mod reading;

use paradero_model::{
    Lang::{self, En, Es},
    Span,
};
use reading::Reading;

/// `expected` lists words in the order they stand in the text, each with the name they must lead to.
fn check(lang: Lang, body: &str, expected: &[(&str, &str)]) {
    let read = Reading::of(lang, body);
    let mut from = 0;
    for (words, name) in expected {
        let whole = |at: &usize| {
            let around = [body[..*at].chars().next_back(), body[at + words.len()..].chars().next()];
            around.into_iter().flatten().all(|c| !c.is_alphanumeric())
        };
        let mut places = body.match_indices(words).map(|(at, _)| at).filter(|at| *at >= from && whole(at));
        let start = places.next().unwrap_or_else(|| panic!("{words:?} stands in {body:?}"));
        let span = Span::new(start, start + words.len());
        let chain = read.found.person_of(span);
        let found = chain.and_then(|chain| chain.name).map_or("-", |name| read.words(name));
        assert_eq!(found, *name, "for {words:?} in {body:?}");
        from = start + words.len();
    }
}

#[test]
fn pronouns_and_possessives_take_up_the_name() {
    check(
        En,
        "Owen Tarrago was held for a year. He was freed in May. His lawyer met him.",
        &[("He", "Owen Tarrago"), ("His", "Owen Tarrago"), ("him", "Owen Tarrago")],
    );
    check(
        Es,
        "Elena Sarratea fue detenida en marzo. La liberaron en mayo. Su hermano la esperaba.",
        &[("La", "Elena Sarratea"), ("Su", "Elena Sarratea"), ("la", "Elena Sarratea")],
    );
}

#[test]
fn surnames_and_given_names_are_the_full_name() {
    check(
        Es,
        "Ildara Quiñones Lozada fue arrestada. Quiñones Lozada está enferma. Quiñones pidió ayuda. Ildara resiste.",
        &[
            ("Quiñones Lozada", "Ildara Quiñones Lozada"),
            ("Quiñones", "Ildara Quiñones Lozada"),
            ("Ildara", "Ildara Quiñones Lozada"),
        ],
    );
}

#[test]
fn two_persons_of_one_surname_stay_two() {
    check(
        En,
        "Robert Garrel wrote a letter. His aunt, Anna Garrel, read it. Robert Garrel was pleased. Anna Garrel was not.",
        &[
            ("Robert Garrel", "Robert Garrel"),
            ("Anna Garrel", "Anna Garrel"),
            ("Robert Garrel", "Robert Garrel"),
            ("Anna Garrel", "Anna Garrel"),
        ],
    );
}

#[test]
fn a_bare_surname_of_two_is_the_one_named_last() {
    let read = Reading::of(En, "Robert Garrel wrote.\n\nAnna Garrel read it. Garrel said so.");
    let bare = Span::new(read.body.rfind("Garrel").unwrap_or(0), read.body.rfind("Garrel").unwrap_or(0) + 6);
    let name = read.found.chain_at(bare).and_then(|chain| chain.name).map(|name| read.words(name).to_owned());
    assert_eq!(name.as_deref(), Some("Anna Garrel"));
}

#[test]
fn gender_tells_pronouns_apart() {
    check(
        En,
        "Owen Tarrago was held. His lawyer, Lucy Hendrane, said he was ill. “He needs care,” she added.",
        &[("he", "Owen Tarrago"), ("He", "Owen Tarrago"), ("she", "Lucy Hendrane")],
    );
}

#[test]
fn a_role_said_of_a_name_is_taken_up() {
    check(
        Es,
        "El dirigente sindical Ramiro Cordovez fue detenido el lunes. El sindicalista salía de su casa. Zulema Parra, su abogada, protestó.",
        &[("El sindicalista", "Ramiro Cordovez"), ("su", "Ramiro Cordovez")],
    );
}

#[test]
fn the_son_is_somebody_else() {
    check(Es, "Ramiro Cordovez fue detenido. Su hijo no sabe nada.", &[("Su hijo", "-")]);
    check(En, "Owen Tarrago was deported. His brother called the police.", &[("His brother", "-")]);
}

#[test]
fn a_headline_describes_who_is_named_below() {
    check(
        En,
        "Gay asylum seeker freed\n\nNestor Lavalle was released on Friday. He had been in prison. His family met him. Lavalle wept.",
        &[("Gay asylum seeker", "Nestor Lavalle")],
    );
}

#[test]
fn a_generic_description_takes_up_the_one_spoken_of() {
    check(En, "Nestor Lavalle was held for weeks. He lost weight. The man asked for a doctor.", &[("The man", "Nestor Lavalle")]);
    check(Es, "Néstor Lavalle lleva un mes preso. El joven padece asma.", &[("El joven", "Néstor Lavalle")]);
}

#[test]
fn a_group_is_a_plural_chain() {
    let read = Reading::of(En, "Nine migrants were arrested on Friday. They were beaten.");
    let at = read.body.find("They").unwrap_or(0);
    let chain = read.found.chain_at(Span::new(at, at + 4)).expect("a chain");
    assert!(chain.plural && chain.name.is_none());
    assert_eq!(read.words(chain.mentions[0].span), "Nine migrants");
}

#[test]
fn an_unspoken_subject_is_the_one_before() {
    check(Es, "Elena Sarratea llegó a Quito en enero. Pidió asilo.", &[("Pidió", "Elena Sarratea")]);
}

#[test]
fn i_is_who_speaks() {
    check(
        En,
        "“I was never charged,” said Nestor Lavalle. “They beat me.”",
        &[("I", "Nestor Lavalle"), ("me", "Nestor Lavalle")],
    );
}

#[test]
fn a_phrase_leads_to_its_own_head_and_not_to_its_possessor() {
    check(
        En,
        "Venezuelan baker Nestor Lavalle met his lawyer, Lucy Hendrane, on Friday.",
        &[("Venezuelan baker Nestor Lavalle", "Nestor Lavalle"), ("his lawyer, Lucy Hendrane", "Lucy Hendrane")],
    );
}

#[test]
fn the_object_of_a_verb_is_not_its_subject() {
    check(En, "Nestor Lavalle was asleep. Paul Drummock shot him.", &[("him", "Nestor Lavalle")]);
}
