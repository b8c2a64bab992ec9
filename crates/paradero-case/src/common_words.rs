//! Names that many bear: given names and surnames so common that even three of them together tell nobody apart.
//!
//! The lists hold the commonest words of names in Spanish-speaking countries and in English, folded. They are short on purpose: a
//! word that is missing only makes the rule for joining a little bolder with one name.

use crate::names::PersonName;

/// Common given names, first or second.
const GIVEN: &[&str] = &[
    "jose",
    "juan",
    "luis",
    "carlos",
    "jesus",
    "antonio",
    "manuel",
    "francisco",
    "miguel",
    "pedro",
    "angel",
    "alejandro",
    "jorge",
    "fernando",
    "eduardo",
    "alberto",
    "alexander",
    "andres",
    "daniel",
    "david",
    "javier",
    "rafael",
    "ramon",
    "ricardo",
    "roberto",
    "mario",
    "victor",
    "enrique",
    "gabriel",
    "julio",
    "cesar",
    "oscar",
    "maria",
    "ana",
    "carmen",
    "rosa",
    "elena",
    "isabel",
    "guadalupe",
    "patricia",
    "luz",
    "marta",
    "martha",
    "gloria",
    "laura",
    "john",
    "james",
    "michael",
    "robert",
    "william",
    "joseph",
    "thomas",
    "mary",
    "elizabeth",
    "ann",
    "lee",
    "marie",
];

/// Common surnames.
const SURNAMES: &[&str] = &[
    "garcia",
    "rodriguez",
    "gonzalez",
    "gonzales",
    "hernandez",
    "lopez",
    "martinez",
    "perez",
    "sanchez",
    "ramirez",
    "torres",
    "flores",
    "rivera",
    "gomez",
    "diaz",
    "reyes",
    "morales",
    "cruz",
    "ortiz",
    "gutierrez",
    "chavez",
    "ramos",
    "ruiz",
    "mendoza",
    "alvarez",
    "jimenez",
    "castillo",
    "vasquez",
    "vazquez",
    "romero",
    "moreno",
    "herrera",
    "medina",
    "aguilar",
    "vargas",
    "castro",
    "guzman",
    "mendez",
    "munoz",
    "rojas",
    "fernandez",
    "salazar",
    "suarez",
    "rivas",
    "smith",
    "johnson",
    "williams",
    "brown",
    "jones",
    "miller",
    "davis",
    "wilson",
];

/// Whether every word of the name is a common one.
pub(crate) fn all_common(name: &PersonName) -> bool {
    name.core().iter().all(|word| GIVEN.contains(&word.as_str()) || SURNAMES.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_rare_word_makes_a_name_telling() {
        let common = |name: &str| all_common(&PersonName::read(name));
        assert!(common("José Luis Rodríguez") && common("María de la Cruz Pérez"));
        assert!(!common("José Quenallata Rodríguez") && !common("Yoel Pérez García"));
    }
}
