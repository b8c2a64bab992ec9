//! Which of the two languages a text is in, told from its commonest words.

use paradero_model::Lang;

/// The language whose commonest words the text holds more of; English where neither has any.
pub(crate) fn of(body: &str) -> Lang {
    const EN: [&str; 14] = ["the", "of", "and", "to", "was", "in", "his", "her", "that", "were", "by", "who", "has", "with"];
    const ES: [&str; 14] = ["el", "la", "de", "que", "y", "los", "las", "en", "fue", "su", "por", "una", "con", "del"];
    let (mut en, mut es) = (0_usize, 0_usize);
    for word in body.split(|c: char| !c.is_alphabetic()).take(4_000) {
        let word = word.to_lowercase();
        en += usize::from(EN.contains(&word.as_str()));
        es += usize::from(ES.contains(&word.as_str()));
    }
    if es > en { Lang::Es } else { Lang::En }
}
