//! What can be asked: one file for each command, and what they share with the terminal and the store.

mod case;
mod judge;
mod open;
mod people;
mod publish;
mod read;
mod store;
mod verify;

use crate::{
    capture::Got,
    fault::{Fault, FaultKind},
    pipeline::Drafts,
    words::say,
};
use clap::ArgMatches;
use paradero_case::{People, Person};
use paradero_model::{Lang, Moment, Place, Problem, Source, Warned};
use paradero_publish::terms::Term as _;
use std::{
    io::{self, Write as _},
    time::{SystemTime, UNIX_EPOCH},
};

/// Runs the command that was asked for.
///
/// # Errors
/// The command's own, each with what a person is told and an exit code.
pub fn run(matches: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    match matches.subcommand() {
        Some(("open", asked)) => open::run(asked, lang),
        Some(("read", asked)) => read::run(asked, lang),
        Some(("people", asked)) => people::run(asked, lang),
        Some(("case", asked)) => case::run(asked, lang),
        Some(("judge", asked)) => judge::run(asked, lang),
        Some(("publish", asked)) => publish::run(asked, lang),
        Some(("verify", asked)) => verify::run(asked, lang),
        _ => Err(Fault::new(FaultKind::User, "usage_no_command", &[])),
    }
}

/// Prints to standard output: colours only where the terminal has them and `NO_COLOR` is not set. A reader that stops reading
/// (`paradero people | head`) ends the program quietly.
pub fn print(text: &str) {
    let mut out = anstream::stdout();
    if out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

/// Prints a line to standard error.
pub fn complain(line: &str) {
    // Nothing can be said where standard error is gone.
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// The present moment: the one place that asks the clock.
fn now() -> Moment {
    Moment(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs().cast_signed()))
}

/// A text option that has a value (clap gives the default).
fn text<'a>(asked: &'a ArgMatches, id: &str) -> &'a str {
    asked.get_one::<String>(id).map_or("", String::as_str)
}

/// Every value of an option that may be given several times.
fn all(asked: &ArgMatches, id: &str) -> Vec<String> {
    asked.get_many::<String>(id).into_iter().flatten().cloned().collect()
}

/// A source with its drafts, ready to be recorded or shown.
struct Ready {
    got: Got,
    drafts: Warned<Vec<Drafts>>,
}

/// Captures and drafts everything that is named; see [`taken`].
fn drafted(asked: &ArgMatches, codebook: &paradero_draft::Codebook, lang: Lang) -> Result<Vec<Ready>, Fault> {
    let taken = taken(asked, lang, |source| crate::pipeline::read(source, codebook), |one| one.text.body())?;
    Ok(taken.into_iter().map(|Taken { got, read }| Ready { got, drafts: read }).collect())
}

/// A source with what was made of its texts.
struct Taken<T> {
    got: Got,
    read: Warned<Vec<T>>,
}

/// Captures and reads everything that is named, saying on standard error what was wrong and, on a terminal, how far it is. `read` makes
/// something of each text of a source, `body` says the text's words.
///
/// A file that the user named must hold a report; a file found in a folder that holds none is passed over with a note.
fn taken<T>(
    asked: &ArgMatches,
    lang: Lang,
    read: impl Fn(&Source) -> Warned<Vec<T>>,
    body: impl Fn(&T) -> &str,
) -> Result<Vec<Taken<T>>, Fault> {
    let places = all(asked, "places");
    let got = crate::capture::capture(&places, now(), &mut io::stdin().lock())?;
    let mut ready = Vec::new();
    let count = got.len().to_string();
    for (at, got) in got.into_iter().enumerate() {
        progress(&say(lang, "progress", &[("n", &(at + 1).to_string()), ("all", &count)]));
        let read = read(&got.source);
        let place = place_of(&got);
        let hopeless = read.value.iter().all(|one| body(one).trim().is_empty());
        let why = read.warnings.first().map_or(Problem::Empty, |warning| warning.what);
        if hopeless && got.named {
            progress("");
            return Err(Fault::new(FaultKind::User, "unreadable", &[("place", &place), ("why", why.say(lang))]));
        }
        for warning in &read.warnings {
            progress("");
            let detail = if warning.detail.is_empty() { String::new() } else { format!(" ({})", warning.detail) };
            complain(&format!("{} {place}: {}{detail}", say(lang, "warning", &[]), warning.what.say(lang)));
        }
        if !hopeless {
            ready.push(Taken { got, read });
        }
    }
    progress("");
    if ready.is_empty() && !places.is_empty() {
        return Err(Fault::new(FaultKind::User, "no_reports", &[("place", &places.join(", "))]));
    }
    Ok(ready)
}

/// Where a source came from, as the user would name it.
fn place_of(got: &Got) -> String {
    match &got.source.capture.from {
        Place::File(path) => path.clone(),
        _ => "-".to_owned(),
    }
}

/// Shows how far long work is, on one line that is written over; only on a terminal. An empty text wipes the line.
fn progress(line: &str) {
    if io::IsTerminal::is_terminal(&io::stderr()) {
        let _ = write!(io::stderr(), "\r\x1b[2K{line}");
    }
}

/// The one person that a name or number means.
fn person<'a>(people: &'a People, name: &str, lang: Lang) -> Result<&'a Person, Fault> {
    if let Some(person) = name.parse::<usize>().ok().and_then(|number| people.persons.get(number.checked_sub(1)?)) {
        return Ok(person);
    }
    let found = paradero_case::find(people, name);
    match found.as_slice() {
        [] => Err(Fault::new(FaultKind::User, "nobody", &[("name", name)])),
        [one] => Ok(one),
        several => {
            let exact: Vec<_> =
                several.iter().filter(|one| paradero_case::fold(&one.name) == paradero_case::fold(name)).collect();
            if let [one] = exact.as_slice() {
                return Ok(one);
            }
            let number = |one: &Person| people.persons.iter().position(|person| person.id == one.id).map_or(0, |at| at + 1);
            let list: Vec<_> = several.iter().map(|one| format!("    {:>3}. {}", number(one), called(one, lang))).collect();
            Err(Fault::new(FaultKind::User, "several", &[("name", name), ("list", &list.join("\n"))]))
        }
    }
}

/// A person's name as a message may hold it: never a minor's.
fn called(person: &Person, lang: Lang) -> String {
    if person.minor.is_some() { say(lang, "minor", &[]) } else { person.name.clone() }
}
