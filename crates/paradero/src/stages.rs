//! Every stage of a case as a file: what `cases/` shows and the golden tests compare. The five-minute tour of the program.

mod analysis;
mod statements;

use crate::{
    pipeline,
    render::{self, Showing},
};
use paradero_draft::Codebook;
use paradero_ledger::{Error, Ledger};
use paradero_model::{Event, Lang, Moment, Place, Source};
use paradero_publish::{Policy, html, json, redact};
use std::fmt::Write as _;

/// The stage files made from the sources of a case, by name, in the order of the stages. The ledger should be empty; `now` is the
/// moment of the record, so that the files are the same every time.
///
/// # Errors
/// The ledger's.
pub fn of(sources: &[Source], ledger: &mut Ledger, now: Moment, lang: Lang) -> Result<Vec<(String, String)>, Error> {
    let codebook = Codebook::built_in();
    let [mut texts, mut analyses, mut drafted] = [const { String::new() }; 3];
    for source in sources {
        let read = pipeline::read(source, &codebook);
        for warning in &read.warnings {
            let _ = writeln!(texts, "warning: {:?} {}", warning.what, warning.detail);
        }
        for drafts in &read.value {
            texts.push_str(&text(source, &drafts.text));
            analyses.push_str(&analysis::told(&drafts.text, &paradero_lang::analyse(&drafts.text)));
            drafted.push_str(&statements::told(drafts));
        }
        pipeline::record(ledger, source, read, &codebook, now)?;
    }
    let entries = ledger.events()?.iter().map(|(index, event)| entry(*index, event)).collect();
    let (record, people) = pipeline::people(ledger)?;
    let policy = Showing::policy(&record, &people, &[]);
    let showing = Showing::new(&policy, lang);
    let file = |person: &paradero_case::Person| pipeline::case_file(&record, &people, person);
    let list = render::people(&people, file, &showing, lang);
    let mut files = vec![
        ("2-text.txt".to_owned(), texts),
        ("3-analysis.txt".to_owned(), analyses),
        ("4-statements.txt".to_owned(), drafted),
        ("5-ledger.txt".to_owned(), entries),
        ("6-people.txt".to_owned(), plain(&list)),
    ];
    let mut cases = Vec::new();
    let mut releases = Vec::new();
    for person in people.persons.iter().filter(|person| person.standing == paradero_case::Standing::OfTheCase) {
        let case = file(person);
        cases.push(plain(&render::case(&case, &showing, lang)));
        releases.extend(release(&case, &policy, lang));
    }
    files.push(("7-case.md".to_owned(), cases.join("\n---\n\n")));
    files.extend(releases);
    Ok(files)
}

/// The release of a case file, as JSON and HTML, or the reason why there is none.
fn release(case: &paradero_case::CaseFile, policy: &Policy, lang: Lang) -> Vec<(String, String)> {
    let name = format!("8-release/{}", paradero_case::fold(&case.head.name).replace(' ', "-"));
    let release = match redact(case, policy) {
        Ok(release) => release,
        // The name of a refused release would tell whose it is.
        Err(refused) => return vec![(format!("8-release/refused-{}.txt", refused.rule.name()), format!("{refused}\n"))],
    };
    let [mut as_json, mut as_html] = [Vec::new(), Vec::new()];
    // Writing into memory does not fail.
    let _ = json::write(&release, &mut as_json);
    let _ = html::write(&release, lang, &mut as_html);
    let said = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    vec![(format!("{name}.json"), said(as_json)), (format!("{name}.html"), said(as_html))]
}

/// A text with what its source says about it and how it maps back.
fn text(source: &Source, text: &paradero_model::Text) -> String {
    let from = match &source.capture.from {
        Place::File(path) => path.as_str(),
        _ => "-",
    };
    let about = &text.about;
    let mut told = format!(
        "=== {from} #{} ({} bytes, sha256 {}, {})\n",
        text.entry(),
        source.bytes.len(),
        source.id().0.short(),
        text.reader()
    );
    let fields = [
        ("report", about.report.as_deref()),
        ("title", about.title.as_deref()),
        ("publisher", about.publisher.as_deref()),
        ("author", about.author.as_deref()),
        ("published", about.published.as_ref().map(paradero_model::Edtf::as_str)),
        ("url", about.url.as_deref()),
        ("lang", about.lang.map(Lang::code)),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            let _ = writeln!(told, "{name}: {value}");
        }
    }
    let _ = writeln!(told, "map: {} pieces\n---\n{}\n", text.map().pieces().len(), text.body());
    told
}

/// An entry of the ledger, without what is random in it (object id, nonce, commitment) and so without the root.
fn entry(index: u64, event: &Event) -> String {
    let what = match event {
        Event::Captured(capture) => format!("source {} ({} bytes)", capture.source.0.short(), capture.length),
        Event::Read { text, .. } => {
            format!("text {} of source {} #{}", text.id().0.short(), text.source().0.short(), text.entry())
        }
        Event::Drafted { statement, by } => {
            let anchor = statement.anchor();
            format!("statement {} on text {} at {:?} by {by}", statement.id().0.short(), anchor.text().0.short(), anchor.span())
        }
        _ => String::new(),
    };
    format!("{index:>4}  {:<18} {what}\n", event.kind())
}

/// Without the colours of a terminal.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}
