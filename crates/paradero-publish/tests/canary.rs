//! Nothing withheld is in the bytes of a release, in whatever form, wherever the reports said it.

mod invented;

use invented::case;
use paradero_model::{Hash, Lang, Property};
use paradero_publish::{Policy, Refused, Rule, html, json, redact};
use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Every file that a release is written to.
fn written(case: &paradero_case::CaseFile, policy: &Policy) -> Vec<(&'static str, Vec<u8>)> {
    let release = redact(case, policy).expect("nothing refuses it");
    let mut files = vec![("json", Vec::new()), ("en", Vec::new()), ("es", Vec::new())];
    json::write(&release, &mut files[0].1).expect("written");
    html::write(&release, Lang::En, &mut files[1].1).expect("written");
    html::write(&release, Lang::Es, &mut files[2].1).expect("written");
    files
}

fn bare(text: &str) -> String {
    text.nfd().filter(|letter| !is_combining_mark(*letter) && *letter != '\u{200b}').flat_map(char::to_lowercase).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn percent(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("%{byte:02x}")).collect()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    bits.chunks_exact(6).map(|six| char::from(LETTERS[six.iter().fold(0, |sum, bit| sum << 1 | usize::from(*bit))])).collect()
}

/// The forms of a word under which no release may hold it.
fn forms(word: &str) -> Vec<String> {
    let bytes = word.as_bytes();
    vec![bare(word), hex(bytes), percent(bytes), base64(bytes).to_lowercase(), Hash::of(bytes).to_string()]
}

fn leaks(files: &[(&str, Vec<u8>)], words: &[String]) -> Option<String> {
    for (name, bytes) in files {
        let haystack = bare(&String::from_utf8_lossy(bytes));
        for form in words.iter().flat_map(|word| forms(word)) {
            if haystack.contains(&form) {
                return Some(format!("{name} holds {form}"));
            }
        }
    }
    None
}

/// Words that are nobody's, so that a hit is a leak and not a coincidence.
fn word() -> impl Strategy<Value = String> {
    "(zq|xv|wk|jx)[a-zñáéíóú]{4,9}(qz|vx|kw)"
}

fn property() -> impl Strategy<Value = Property> {
    prop::sample::select(vec![Property::Orientation, Property::Religion, Property::Politics, Property::Health])
}

/// A value as another report may write it.
fn rewritten(value: &str, how: usize) -> String {
    match how {
        0 => value.to_owned(),
        1 => value.to_uppercase(),
        2 => bare(value),
        3 => value.replace(' ', "-"),
        4 => value.replace(' ', "  \n "),
        5 => value.nfd().collect(),
        _ => value.chars().flat_map(|letter| [letter, '\u{200b}']).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_withheld_value_is_in_any_byte_that_goes_out(
        values in prop::collection::vec((property(), prop::collection::vec(word(), 1..4)), 1..3),
        how in 0_usize..7,
    ) {
        let protected: Vec<(Property, String)> = values.iter().map(|(property, words)| (*property, words.join(" "))).collect();
        let hole: Vec<String> = protected.iter().map(|(_, value)| rewritten(value, how)).collect();
        let files = written(&case(&hole.join(" and "), &protected), &Policy::default());
        let words: Vec<String> = values.iter().flat_map(|(_, words)| words.clone()).collect();
        prop_assert_eq!(leaks(&files, &words), None);
    }

    #[test]
    fn a_document_number_does_not_go_out_however_it_is_spaced(number in "[1-9][0-9]{7}", how in 0_usize..3) {
        let spaced = match how {
            0 => number.clone(),
            1 => format!("{}.{}.{}", &number[..2], &number[2..5], &number[5..]),
            _ => format!("{} {} {}", &number[..2], &number[2..5], &number[5..]),
        };
        let files = written(&case(&spaced, &[(Property::IdNumber, format!("V-{number}"))]), &Policy::default());
        prop_assert_eq!(leaks(&files, &[number, spaced]), None);
    }

    #[test]
    fn what_is_withheld_leaves_no_trace_of_its_length_or_number(a in word(), b in word()) {
        let release = |value: &str| written(&case(value, &[(Property::Health, value.to_owned())]), &Policy::default());
        prop_assert_eq!(release(&a), release(&format!("{b} {a}")));
    }
}

#[test]
fn the_test_can_fail_what_is_let_out_is_in_every_file() {
    let value = "zqparálogovx".to_owned();
    let policy = Policy::default().showing(Property::Religion);
    let files = written(&case(&value, &[(Property::Religion, value.clone())]), &policy);
    for file in files {
        assert!(leaks(std::slice::from_ref(&file), std::slice::from_ref(&value)).is_some(), "{}", file.0);
    }
}

#[test]
fn a_word_of_the_list_is_withheld_although_no_statement_says_it() {
    for word in ["gay", "Evangelical", "VIH", "opositora", "transgender woman"] {
        let files = written(&case(word, &[]), &Policy::default());
        assert_eq!(leaks(&files, &[word.to_owned()]), None, "{word}");
    }
}

#[test]
fn a_release_says_what_it_withholds_and_not_whether_there_was_any() {
    let [json, ..] = &written(&case("quiet", &[]), &Policy::default())[..] else { panic!("no file") };
    let told: serde_json::Value = serde_json::from_slice(&json.1).expect("json");
    assert_eq!(told["schema"], "paradero-release/1");
    assert_eq!(told["withheld"], serde_json::json!(["orientation", "religion", "politics", "health", "id_number", "minors"]));
    assert_eq!(told["missing"], serde_json::json!(["sex"]), "whether a document number is recorded is not told");
    let same = written(&case("quiet", &[(Property::Health, "zqmigravx".into())]), &Policy::default());
    assert_eq!(String::from_utf8_lossy(&same[0].1), String::from_utf8_lossy(&json.1));
}

#[test]
fn the_fields_of_the_schema_are_those_that_its_page_tells() {
    let told: Vec<&str> = include_str!("../src/json.rs").lines().filter_map(|line| line.strip_prefix("//! | `")).collect();
    let named = told
        .iter()
        .flat_map(|line| line.split(" | ").next().unwrap_or_default().split(['`', ',', ' ']))
        .filter(|name| !name.is_empty());
    let mut named: Vec<&str> = named.collect();
    let [json, ..] = &written(&case("quiet", &[]), &Policy::default())[..] else { panic!("no file") };
    let release: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&json.1).expect("json");
    let mut fields: Vec<&str> = release.keys().map(String::as_str).collect();
    named.sort_unstable();
    fields.sort_unstable();
    assert_eq!(named, fields);
}

#[test]
fn a_minor_is_refused_whole_unless_minors_are_asked_for() {
    let mut file = case("quiet", &[]);
    file.head.minor = Some(paradero_case::Minor { statements: vec![] });
    assert_eq!(redact(&file, &Policy::default()), Err(Refused { rule: Rule::Minor }));
    assert!(redact(&file, &Policy::default().showing_minors()).is_ok());
}

#[test]
fn a_name_that_tells_what_is_withheld_is_refused() {
    let file = case("quiet", &[(Property::Religion, "brusco".into())]);
    assert_eq!(redact(&file, &Policy::default()), Err(Refused { rule: Rule::NameTells }));
}

#[test]
fn a_release_file_needs_nothing_from_anywhere() {
    let files = written(&case("<script src=//x.example></script>", &[]), &Policy::default());
    let page = String::from_utf8(files[1].1.clone()).expect("utf-8");
    for needle in ["<script", "<img", "<link", "<iframe", "@import", "url(", "<object", "<form", "srcset"] {
        assert!(!page.contains(needle), "{needle}");
    }
    assert!(page.contains("default-src 'none'") && page.contains("&#60;script"));
}
