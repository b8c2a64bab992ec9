//! What the program says, in both languages: one table, `words/interface.toml`, of keys and sentences.
//!
//! A sentence may hold `{name}` places that the caller fills. Labels of the field (acts, properties, sections of a case file) are
//! not here but in `paradero_publish::terms`, because releases need them too.

use paradero_model::Lang;
use std::{collections::BTreeMap, sync::LazyLock};

static TABLE: LazyLock<BTreeMap<String, BTreeMap<String, String>>> =
    LazyLock::new(|| toml::from_str(include_str!("../words/interface.toml")).unwrap_or_default());

/// The sentence of `key` in `lang`, its places filled from `fill`. An unknown key gives the key itself; a test sees to it that
/// every key in the sources stands in the table.
#[must_use]
pub fn say(lang: Lang, key: &str, fill: &[(&str, &str)]) -> String {
    let sentence = TABLE.get(key).and_then(|both| both.get(lang.code())).map_or(key, String::as_str);
    fill.iter().fold(sentence.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// A sentence with a number: `key.one` for 1, else `key.many`, with the number as `{n}` beside the other places.
#[must_use]
pub fn count(lang: Lang, key: &str, number: usize, fill: &[(&str, &str)]) -> String {
    let form = if number == 1 { "one" } else { "many" };
    let digits = number.to_string();
    let mut all = vec![("n", digits.as_str())];
    all.extend_from_slice(fill);
    say(lang, &format!("{key}.{form}"), &all)
}

/// The language asked for by `--lang` or, without it, by the environment's locale; English where neither says.
/// `locale` is what `LC_ALL`, `LC_MESSAGES` and `LANG` hold, in that order.
#[must_use]
pub fn language(arguments: &[String], locale: &[Option<String>]) -> Lang {
    let mut asked = None;
    for (at, argument) in arguments.iter().enumerate() {
        if argument == "--" {
            break;
        }
        if argument == "--lang" {
            asked = arguments.get(at + 1).map(String::as_str);
        } else if let Some(value) = argument.strip_prefix("--lang=") {
            asked = Some(value);
        }
    }
    asked
        .and_then(Lang::of_tag)
        .or_else(|| locale.iter().flatten().find(|value| !value.is_empty()).and_then(|value| Lang::of_tag(value)))
        .unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(sentence: &str) -> Vec<&str> {
        let mut found: Vec<_> = sentence.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn every_sentence_stands_in_both_languages_with_the_same_places() {
        assert!(
            TABLE.len() > 40,
            "the table was not read: {:?}",
            toml::from_str::<toml::Table>(include_str!("../words/interface.toml")).err()
        );
        for (key, both) in TABLE.iter() {
            let (en, es) = (both.get("en"), both.get("es"));
            let (Some(en), Some(es)) = (en, es) else { panic!("{key} lacks a language") };
            assert!(!en.is_empty() && !es.is_empty(), "{key} is empty");
            assert_eq!(places(en), places(es), "{key} has other places in the two languages");
            assert_eq!(both.len(), 2, "{key} has a third language");
        }
    }

    #[test]
    fn the_language_is_the_option_then_the_locale_then_english() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let es = Some("es_MX.UTF-8".to_owned());
        assert_eq!(language(&words("people --lang es"), &[]), Lang::Es);
        assert_eq!(language(&words("people --lang=en"), std::slice::from_ref(&es)), Lang::En);
        assert_eq!(language(&words("people"), &[None, es]), Lang::Es);
        assert_eq!(language(&words("people"), &[Some("C".into())]), Lang::En);
        assert_eq!(language(&words("case -- --lang es"), &[]), Lang::En);
    }

    /// Every string in the program's sources that stands where a key does.
    fn keys_asked_for() -> Vec<String> {
        let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).expect("listed").flatten().map(|entry| entry.path()) {
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let source = std::fs::read_to_string(&path).expect("read");
                for before in
                    ["say(lang, \"", "say(self.lang, \"", "Fault::new(FaultKind::User, \"", "Fault::new(FaultKind::Refused, \""]
                {
                    found.extend(source.split(before).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
                }
                let counted = source.split("count(lang, \"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()));
                found.extend(counted.flat_map(|key| [format!("{key}.one"), format!("{key}.many")]));
            }
        }
        found
    }

    #[test]
    fn every_key_that_is_asked_for_stands_in_the_table() {
        let asked = keys_asked_for();
        assert!(asked.len() > 20, "the sources were not read");
        for key in asked.iter().filter(|key| !key.contains('{')) {
            assert!(TABLE.contains_key(key.as_str()), "{key} is not in the table");
        }
    }
}
