//! Runs the specs: documents of prose, a text, and the statements that are drafted from it.
//!
//! A spec is a Markdown file in `spec/<language>/`, named as the rule it is about. After a change of rules or codebook,
//! `UPDATE_SPECS=1 cargo test -p paradero-draft --test spec` writes what is drafted now into the files; read the difference.

// Specs are files and are rewritten on request: a test may read the disk and the environment, a library may not.
#![allow(clippy::disallowed_methods)]

use paradero_draft::{Codebook, draft};
use paradero_lang::analyse;
use paradero_model::{About, ByteMap, Claim, Edtf, Hash, Lang, SourceId, Statement, Text};
use std::{fs, path::Path};

#[test]
fn what_the_specs_say_is_what_is_drafted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec");
    let update = std::env::var_os("UPDATE_SPECS").is_some();
    let book = Codebook::built_in();
    let mut seen = 0;
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let folder = root.join(lang.code());
        let mut files: Vec<_> =
            fs::read_dir(&folder).expect("the folder of specs").map(|entry| entry.expect("an entry").path()).collect();
        files.sort();
        for file in files {
            let written = fs::read_to_string(&file).expect("a spec");
            let drafted = redrafted(&written, &book);
            seen += 1;
            if drafted != written {
                if update {
                    fs::write(&file, &drafted).expect("write the spec");
                } else {
                    wrong.push(format!("{}:\n{}", file.display(), first_difference(&written, &drafted)));
                }
            }
        }
    }
    assert!(seen > 0, "there are no specs");
    assert!(wrong.is_empty(), "{}\nwhere the new drafts are right: UPDATE_SPECS=1", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_spec_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(root.join("src/rule")).expect("the rules") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let rule = path.file_stem().expect("a name").to_string_lossy().into_owned();
            for lang in Lang::ALL {
                assert!(root.join(format!("spec/{}/{rule}.md", lang.code())).is_file(), "write spec/{}/{rule}.md", lang.code());
            }
        }
    }
}

/// The document with the statements that are drafted from its texts today.
fn redrafted(document: &str, book: &Codebook) -> String {
    let mut out = String::new();
    let mut lines = document.lines().peekable();
    let mut statements: Option<String> = None;
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let Some(opening) = line.strip_prefix("```") else { continue };
        let mut body = Vec::new();
        for inner in lines.by_ref().take_while(|inner| *inner != "```") {
            body.push(inner);
        }
        if let Some(about) = opening.strip_prefix("text ") {
            statements = Some(drafted(&body.join("\n"), about, book));
            out.push_str(&body.join("\n"));
            out.push('\n');
        } else if opening == "statements" {
            out.push_str(&statements.take().expect("a text before the statements"));
        } else {
            out.push_str(&body.join("\n"));
            out.push('\n');
        }
        out.push_str("```\n");
    }
    out
}

fn drafted(body: &str, about: &str, book: &Codebook) -> String {
    let (lang, published) = about.split_once(' ').unwrap_or((about, ""));
    let about = About { lang: Lang::of_tag(lang), published: Edtf::parse(published), ..About::default() };
    let source = SourceId(Hash::of(body.as_bytes()));
    let text = Text::new(source, 0, "spec", body.to_owned(), ByteMap::verbatim(0, body.len()), about);
    let drafted = draft(&text, &analyse(&text), book).value;
    drafted.iter().map(|statement| line(statement) + "\n").collect()
}

/// One statement on one line: where, what, and each field that says something.
fn line(statement: &Statement) -> String {
    let span = statement.anchor().span();
    let mut out = format!("{}..{}", span.start(), span.end());
    let mut say = |word: &str, value: Option<&str>| {
        if let Some(value) = value {
            out.push_str(&format!("  {word} {value:?}"));
        }
    };
    match statement.claim() {
        Claim::Act(act) => {
            say(act.code.name(), Some(&act.whom.join(" + ")));
            say("by", act.who.as_deref());
            say("at", act.place.as_deref());
            say("from", act.from.as_deref());
            say("on", act.when.as_ref().map(Edtf::as_str));
            say("says", act.says.as_deref());
            say("decides", act.outcome.as_deref());
            mark(&mut out, act.group, act.modality.name());
        }
        Claim::Attribute(attribute) => {
            say(attribute.property.name(), Some(&attribute.value));
            say("of", Some(&attribute.person));
            say("says", attribute.says.as_deref());
        }
        Claim::Allegation(allegation) => {
            say("allegation", Some(&allegation.claim));
            say("about", Some(&allegation.about.join(" + ")));
            say("by", allegation.by.as_deref());
            allegation.evidence.iter().for_each(|evidence| say("evidence", Some(evidence)));
            allegation.answer.iter().for_each(|answer| say("answer", Some(answer)));
            mark(&mut out, allegation.group, "stated");
        }
        Claim::Quote(quote) => {
            say("quote", Some(&quote.quoted));
            say("speaker", quote.speaker.as_deref());
        }
        Claim::Origin(origin) => say(origin.relation.name(), Some(&origin.outlet)),
        Claim::Count(count) => {
            let number = count.number.map_or("unknown".to_owned(), |number| number.to_string());
            say("count", Some(&format!("{} {number}", count.bound.name())));
            say("of", Some(&count.of));
            say("act", count.act.map(|act| act.name()));
        }
    }
    out
}

fn mark(out: &mut String, group: bool, modality: &str) {
    if group {
        out.push_str("  group");
    }
    if modality != "stated" {
        out.push_str(&format!("  {modality}"));
    }
}

fn first_difference(one: &str, other: &str) -> String {
    let pair = one.lines().zip(other.lines()).find(|(a, b)| a != b);
    pair.map_or("their lengths differ".to_owned(), |(a, b)| format!("  written: {a}\n  drafted: {b}"))
}
