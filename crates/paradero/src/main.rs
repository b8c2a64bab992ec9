//! `paradero`: reads the command line, runs the command, tells what went wrong, and exits with the code that `--help` documents.

use paradero::{
    cli::{self, Parsed},
    command, words,
};
use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| env::var(name).ok());
    let lang = words::language(&arguments, &locale);
    let done = cli::parse(lang, &arguments).and_then(|parsed| match parsed {
        Parsed::Show(help) => {
            command::print(&help.ansi().to_string());
            Ok(())
        }
        Parsed::Run(matches) => command::run(&matches, lang),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            command::complain(&fault.tell(lang));
            ExitCode::from(fault.kind.exit_code())
        }
    }
}
