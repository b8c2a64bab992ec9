//! The forms of Spanish verbs, conjugated from the list of infinitives and what departs from the regular.

use super::lexicon::VerbReading;
use crate::{Form, Gender, Tense, VerbForm};
use std::collections::HashMap;

/// What departs from the regular in one verb; empty fields are regular.
#[derive(Clone, Default)]
struct Irregular {
    fields: HashMap<String, String>,
}

impl Irregular {
    fn get(&self, key: &str) -> Option<&str> {
        self.fields.get(key).map(String::as_str)
    }
    /// The same departures with `prefix` before every stem.
    fn prefixed(&self, prefix: &str) -> Self {
        let with = |value: &String| value.split(',').map(|part| format!("{prefix}{part}")).collect::<Vec<_>>().join(",");
        Self { fields: self.fields.iter().map(|(k, v)| (k.clone(), if k == "ch" { v.clone() } else { with(v) })).collect() }
    }
}

/// Every form with its readings.
pub(super) fn read(list: &str) -> HashMap<String, Vec<VerbReading>> {
    let mut forms = HashMap::with_capacity(90_000);
    let mut known: HashMap<String, Irregular> = HashMap::new();
    let mut section = "";
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = name;
            continue;
        }
        if section == "irregular" {
            let mut fields = line.split_whitespace();
            let Some(verb) = fields.next() else { continue };
            let rest: Vec<&str> = fields.collect();
            let irregular = match rest.as_slice() {
                ["like", model] => {
                    // "devolver like volver", "extraer like traer"; where no prefix fits ("producir like conducir"), the openings are swapped.
                    let shared = verb.bytes().rev().zip(model.bytes().rev()).take_while(|(a, b)| a == b).count();
                    let (new, old) = (&verb[..verb.len() - shared], &model[..model.len() - shared]);
                    let base = known.get(*model).cloned().unwrap_or_default();
                    if old.is_empty() { base.prefixed(new) } else { swapped(&base, old, new) }
                }
                rest => Irregular {
                    fields: rest.iter().filter_map(|f| f.split_once('=')).map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
                },
            };
            conjugate(verb, &irregular, &mut forms);
            known.insert(verb.to_owned(), irregular);
        } else {
            let mut irregular = Irregular::default();
            if section != "regular" {
                irregular.fields.insert("ch".to_owned(), section.to_owned());
            }
            line.split_whitespace().for_each(|verb| conjugate(verb, &irregular, &mut forms));
        }
    }
    forms
}

fn swapped(base: &Irregular, old: &str, new: &str) -> Irregular {
    let swap = |part: &str| part.strip_prefix(old).map_or_else(|| part.to_owned(), |rest| format!("{new}{rest}"));
    let with = |value: &String| value.split(',').map(swap).collect::<Vec<_>>().join(",");
    Irregular { fields: base.fields.iter().map(|(k, v)| (k.clone(), if k == "ch" { v.clone() } else { with(v) })).collect() }
}

fn add(forms: &mut HashMap<String, Vec<VerbReading>>, form: String, lemma: &str, says: Form) {
    let readings = forms.entry(form).or_default();
    if !readings.iter().any(|reading| reading.lemma == lemma && reading.form == says) {
        readings.push(VerbReading { lemma: lemma.to_owned(), form: says });
    }
}

/// Stem and ending joined, spelt as the sound asks: `detuv`+`e`, `busqu`+`é`, `persig`+`o`.
fn join(stem: &str, ending: &str, class: char) -> String {
    let soft = ending.starts_with(['e', 'é', 'i', 'í']);
    let (head, tail): (&str, &str) = match class {
        'a' if soft => {
            if let Some(head) = stem.strip_suffix("gu") {
                (head, "gü")
            } else if let Some(head) = stem.strip_suffix('c') {
                (head, "qu")
            } else if let Some(head) = stem.strip_suffix('g') {
                (head, "gu")
            } else if let Some(head) = stem.strip_suffix('z') {
                (head, "c")
            } else {
                (stem, "")
            }
        }
        'e' | 'i' if !soft => {
            if let Some(head) = stem.strip_suffix("gu") {
                (head, "g")
            } else if let Some(head) = stem.strip_suffix("qu") {
                (head, "c")
            } else if let Some(head) = stem.strip_suffix('g') {
                (
                    head,
                    if stem.ends_with("ng") && stem.len() < 6 || stem.ends_with("lg") || stem.ends_with("ig") && stem.len() < 5 {
                        "g"
                    } else {
                        "j"
                    },
                )
            } else if let Some(head) = stem.strip_suffix('c') {
                (head, if head.ends_with(['a', 'e', 'i', 'o', 'u']) { "zc" } else { "z" })
            } else {
                (stem, "")
            }
        }
        _ => (stem, ""),
    };
    let joined = format!("{head}{tail}");
    // i between vowels is y: "huyó", "cayeron"; after a vowel it takes the accent elsewhere: "leíste".
    if joined.ends_with(['a', 'e', 'o', 'u', 'í']) && !joined.ends_with("gu") && !joined.ends_with("qu") && class != 'a' {
        for (plain, y) in [("ió", "yó"), ("ie", "ye")] {
            if let Some(rest) = ending.strip_prefix(plain) {
                return format!("{joined}{y}{rest}");
            }
        }
        if let Some(rest) = ending.strip_prefix('i').filter(|_| !joined.ends_with('u')) {
            return format!("{joined}í{rest}");
        }
    }
    format!("{joined}{ending}")
}

/// The stem with its last vowel changed: `ie`: cerr → cierr, `ue`: mor → muer, `i`: ped → pid, `í`: env(i) → enví.
fn stressed(stem: &str, change: &str) -> String {
    let from: &[char] = match change {
        "ie" => &['e', 'i'],
        "i" => &['e'],
        "ue" => &['o', 'u'],
        "í" => &['i'],
        "ú" => &['u'],
        _ => return stem.to_owned(),
    };
    // "gu" and "qu" are one sound: the u of "segu" is no vowel.
    let end = if stem.ends_with("gu") || stem.ends_with("qu") { stem.len() - 1 } else { stem.len() };
    match stem[..end].rfind(from) {
        Some(at) => format!("{}{change}{}", &stem[..at], &stem[at + 1..]),
        None => stem.to_owned(),
    }
}

fn says(verb: VerbForm, tense: Option<Tense>, person: usize) -> Form {
    let plural = person >= 3;
    let person = u8::try_from(person % 3).unwrap_or(0) + 1;
    Form { verb: Some(verb), tense, person: Some(person), plural: Some(plural), gender: None }
}

fn conjugate(verb: &str, irregular: &Irregular, forms: &mut HashMap<String, Vec<VerbReading>>) {
    let plain = verb.replace('í', "i");
    let class = plain.chars().rev().nth(1).unwrap_or('a');
    let (stem, inf) = (&plain[..plain.len() - 2], plain.as_str());
    let change = irregular.get("ch").unwrap_or("");
    let strong = stressed(stem, change);
    let yers = class == 'i' && stem.ends_with('u') && !stem.ends_with("gu") && !stem.ends_with("qu");
    let mut put = |form: String, tense: Tense, person: usize| add(forms, form, verb, says(VerbForm::Finite, Some(tense), person));

    let present: [&str; 6] = match class {
        'a' => ["o", "as", "a", "amos", "áis", "an"],
        'e' => ["o", "es", "e", "emos", "éis", "en"],
        _ => ["o", "es", "e", "imos", "ís", "en"],
    };
    if let Some(list) = irregular.get("pres") {
        list.split(',').enumerate().for_each(|(person, form)| put(form.to_owned(), Tense::Present, person));
    } else {
        for (person, ending) in present.iter().enumerate() {
            let base = if matches!(person, 3 | 4) { stem } else { strong.as_str() };
            let form = match irregular.get("g").filter(|_| person == 0) {
                Some(g) => format!("{g}o"),
                None if yers && !matches!(person, 3 | 4) => format!("{base}y{ending}"),
                None => join(base, ending, class),
            };
            put(form, Tense::Present, person);
        }
    }
    let subjunctive: [&str; 6] =
        if class == 'a' { ["e", "es", "e", "emos", "éis", "en"] } else { ["a", "as", "a", "amos", "áis", "an"] };
    if let Some(list) = irregular.get("subjw") {
        list.split(',').enumerate().for_each(|(person, form)| put(form.to_owned(), Tense::Subjunctive, person));
    } else {
        for (person, ending) in subjunctive.iter().enumerate() {
            let weak = matches!(person, 3 | 4);
            let form = match irregular.get("subj").or_else(|| irregular.get("g")) {
                Some(base) => format!("{base}{ending}"),
                None if yers => format!("{stem}y{ending}"),
                None => {
                    let shifted = match change {
                        "i" | "ie" if class == 'i' => stressed(stem, "i"),
                        "ue" if class == 'i' => stressed(stem, "u"),
                        _ => stem.to_owned(),
                    };
                    // stressed(.., "u") would look for o: "dorm" → "durm".
                    let weak_stem = if change == "ue" && class == 'i' { lowered(stem) } else { shifted };
                    join(if weak { &weak_stem } else { &strong }, ending, class)
                }
            };
            put(form, Tense::Subjunctive, person);
        }
    }

    // Past simple.
    let low = if class == 'i' && matches!(change, "i" | "ie" | "ue") { lowered(stem) } else { stem.to_owned() };
    let mut past_third = String::new();
    if let Some(list) = irregular.get("pretw") {
        list.split(',').enumerate().for_each(|(person, form)| put(form.to_owned(), Tense::Past, person));
    } else if let Some(base) = irregular.get("pret") {
        let they = if base.ends_with('j') { "eron" } else { "ieron" };
        for (person, ending) in ["e", "iste", "o", "imos", "isteis", they].iter().enumerate() {
            let form = format!("{base}{ending}");
            put(if form.ends_with("hico") { form.replace("hico", "hizo") } else { form }, Tense::Past, person);
        }
        past_third = format!("{base}{}", &they[..they.len() - 2]);
    } else {
        let endings = if class == 'a' {
            ["é", "aste", "ó", "amos", "asteis", "aron"]
        } else {
            ["í", "iste", "ió", "imos", "isteis", "ieron"]
        };
        for (person, ending) in endings.iter().enumerate() {
            let base = if matches!(person, 2 | 5) { low.as_str() } else { stem };
            put(join(base, ending, class), Tense::Past, person);
        }
        past_third = if class == 'a' { format!("{stem}ar") } else { join(&low, "ier", class) };
    }
    let past_third = irregular.get("impf").map_or(past_third, str::to_owned);
    let accented = past_third.replace("ier", "iér").replace("yer", "yér").replace("jer", "jér").replace("ar", "ár");
    for (person, (ra, se)) in
        [("a", "se"), ("as", "ses"), ("a", "se"), ("amos", "semos"), ("ais", "seis"), ("an", "sen")].iter().enumerate()
    {
        let base = if person == 3 { &accented } else { &past_third };
        put(format!("{base}{ra}"), Tense::Subjunctive, person);
        put(format!("{}{se}", base.strip_suffix('r').unwrap_or(base)), Tense::Subjunctive, person);
    }

    // Imperfect, future, conditional.
    if let Some(list) = irregular.get("imperfw") {
        list.split(',').enumerate().for_each(|(person, form)| put(form.to_owned(), Tense::Past, person));
    } else {
        let (base, endings) = match (irregular.get("imperf"), class) {
            (Some(form), _) => (form.strip_suffix("ía").unwrap_or(form), ["ía", "ías", "ía", "íamos", "íais", "ían"]),
            (None, 'a') => (stem, ["aba", "abas", "aba", "ábamos", "abais", "aban"]),
            _ => (stem, ["ía", "ías", "ía", "íamos", "íais", "ían"]),
        };
        endings.iter().enumerate().for_each(|(person, ending)| put(format!("{base}{ending}"), Tense::Past, person));
    }
    let future = irregular.get("fut").unwrap_or(inf);
    for (person, ending) in ["é", "ás", "á", "emos", "éis", "án"].iter().enumerate() {
        put(format!("{future}{ending}"), Tense::Future, person);
    }
    for (person, ending) in ["ía", "ías", "ía", "íamos", "íais", "ían"].iter().enumerate() {
        put(format!("{future}{ending}"), Tense::Conditional, person);
    }

    // Forms without person.
    add(forms, verb.to_owned(), verb, Form { verb: Some(VerbForm::Infinitive), ..Form::default() });
    let gerund = irregular
        .get("ger")
        .map_or_else(|| if class == 'a' { format!("{stem}ando") } else { join(&low, "iendo", class) }, str::to_owned);
    add(forms, gerund, verb, Form { verb: Some(VerbForm::Gerund), ..Form::default() });
    let participle = irregular
        .get("part")
        .map_or_else(|| if class == 'a' { format!("{stem}ado") } else { join(stem, "ido", class) }, str::to_owned);
    if let Some(base) = participle.strip_suffix('o') {
        for (ending, gender, plural) in [
            ("o", Gender::Masculine, false),
            ("a", Gender::Feminine, false),
            ("os", Gender::Masculine, true),
            ("as", Gender::Feminine, true),
        ] {
            let form = Form { verb: Some(VerbForm::Participle), gender: Some(gender), plural: Some(plural), ..Form::default() };
            add(forms, format!("{base}{ending}"), verb, form);
        }
    }
}

/// The stem of an -ir verb as in "pidió", "durmió", "sintió".
fn lowered(stem: &str) -> String {
    let end = if stem.ends_with("gu") || stem.ends_with("qu") { stem.len() - 1 } else { stem.len() };
    match stem[..end].rfind(['e', 'o']) {
        Some(at) => format!("{}{}{}", &stem[..at], if &stem[at..=at] == "e" { "i" } else { "u" }, &stem[at + 1..]),
        None => stem.to_owned(),
    }
}

/// The likely infinitive of a form that no list holds: "georreferenciaron" → "georreferenciar".
pub(super) fn guess(low: &str) -> Option<VerbReading> {
    use Tense::{Conditional, Future, Past, Subjunctive};
    let finite = |tense, plural| Form {
        verb: Some(VerbForm::Finite),
        tense: Some(tense),
        person: Some(3),
        plural: Some(plural),
        gender: None,
    };
    let bare = |verb| Form { verb: Some(verb), ..Form::default() };
    let participle =
        |gender, plural| Form { verb: Some(VerbForm::Participle), gender: Some(gender), plural: Some(plural), ..Form::default() };
    let table: [(&str, &str, Form); 29] = [
        ("ieron", "ir", finite(Past, true)),
        ("aron", "ar", finite(Past, true)),
        ("ió", "ir", finite(Past, false)),
        ("aban", "ar", finite(Past, true)),
        ("aba", "ar", finite(Past, false)),
        ("arían", "ar", finite(Conditional, true)),
        ("aría", "ar", finite(Conditional, false)),
        ("erían", "er", finite(Conditional, true)),
        ("irían", "ir", finite(Conditional, true)),
        ("arán", "ar", finite(Future, true)),
        ("ará", "ar", finite(Future, false)),
        ("erán", "er", finite(Future, true)),
        ("erá", "er", finite(Future, false)),
        ("irán", "ir", finite(Future, true)),
        ("irá", "ir", finite(Future, false)),
        ("iera", "ir", finite(Subjunctive, false)),
        ("ieran", "ir", finite(Subjunctive, true)),
        ("aran", "ar", finite(Subjunctive, true)),
        ("iendo", "ir", bare(VerbForm::Gerund)),
        ("ando", "ar", bare(VerbForm::Gerund)),
        ("ados", "ar", participle(Gender::Masculine, true)),
        ("adas", "ar", participle(Gender::Feminine, true)),
        ("ado", "ar", participle(Gender::Masculine, false)),
        ("ada", "ar", participle(Gender::Feminine, false)),
        ("idos", "ir", participle(Gender::Masculine, true)),
        ("ido", "ir", participle(Gender::Masculine, false)),
        ("izar", "izar", bare(VerbForm::Infinitive)),
        ("ificar", "ificar", bare(VerbForm::Infinitive)),
        ("ó", "ar", finite(Past, false)),
    ];
    let (stem, ending, form) = table.into_iter().find_map(|(end, inf, form)| Some((low.strip_suffix(end)?, inf, form)))?;
    (stem.chars().count() >= 3 && stem.chars().all(char::is_alphabetic))
        .then(|| VerbReading { lemma: format!("{stem}{ending}"), form })
}
