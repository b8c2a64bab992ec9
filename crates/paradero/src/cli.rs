//! The command line: what can be asked, in both languages.

use crate::{
    fault::{Fault, FaultKind},
    words::say,
};
use clap::{
    Arg, ArgAction, ArgMatches, Command,
    builder::PossibleValuesParser,
    error::{ContextKind, ErrorKind},
    value_parser,
};
use paradero_model::{Lang, Property};

/// The store used where `--store` names none: a file in the folder the program is started in.
pub const STORE: &str = "record.paradero";

/// The whole command line in `lang`.
#[must_use]
pub fn command(lang: Lang) -> Command {
    let t = |key: &str| say(lang, key, &[]);
    let arg = |id: &'static str| Arg::new(id).help(t(&format!("arg.{id}"))).help_heading(t("options"));
    let value = |id: &'static str| arg(id).long(id).value_name(t(&format!("value.{id}")));
    let places = |required: bool| {
        arg("places").value_name(t("value.places")).num_args(1..).required(required).help_heading(t("arguments"))
    };
    let store = || value("store").default_value(STORE).hide_default_value(true);
    // The first value is the one that is taken where none is given.
    let one_of = |id: &'static str, values: &[&'static str]| {
        value(id)
            .value_parser(PossibleValuesParser::new(values.to_vec()))
            .default_value(values[0])
            .hide_default_value(true)
            .hide_possible_values(true)
    };
    let name = |id: &'static str| arg(id).value_name(t("value.name")).required(true).help_heading(t("arguments"));
    let sub = |id: &'static str| {
        Command::new(id)
            .about(t(&format!("command.{id}")))
            .after_help(t(&format!("command.{id}.examples")))
            .help_template(t("template"))
            .disable_help_flag(true)
            .arg(help_flag(lang))
    };
    Command::new("paradero")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t("about"))
        .after_help(format!("{}\n\n{}", t("examples"), t("exit_codes")))
        .help_template(t("template"))
        .subcommand_help_heading(t("commands"))
        .subcommand_value_name(t("value.command"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag(lang))
        .arg(arg("version").short('V').long("version").action(ArgAction::Version))
        .arg(value("lang").global(true).value_parser(PossibleValuesParser::new(["en", "es"])).hide_possible_values(true))
        .subcommand(
            sub("open")
                .arg(places(false))
                .arg(store())
                .arg(arg("no-serve").long("no-serve").action(ArgAction::SetTrue))
                .arg(value("port").value_parser(value_parser!(u16)).default_value("0").hide_default_value(true)),
        )
        .subcommand(
            sub("read")
                .arg(places(true))
                .arg(one_of("show", &["statements", "analysis"]).help(t("arg.show.what")).value_name(t("value.show")))
                .arg(one_of("format", &["text", "jsonl", "conllu"])),
        )
        .subcommand(sub("people").arg(store()))
        .subcommand(sub("case").arg(name("name")).arg(store()).arg(protected(arg("show"))))
        .subcommand(
            sub("judge")
                .arg(
                    arg("verdict")
                        .value_name(t("value.verdict"))
                        .required(true)
                        .value_parser(PossibleValuesParser::new(["same", "different", "unsure"]))
                        .hide_possible_values(true)
                        .help_heading(t("arguments")),
                )
                .arg(name("a"))
                .arg(name("b"))
                .arg(value("why").required(true))
                .arg(store()),
        )
        .subcommand(sub("publish").arg(name("name")).arg(value("to").required(true)).arg(protected(arg("show"))).arg(store()))
        .subcommand(sub("verify").arg(store()))
}

fn help_flag(lang: Lang) -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help(say(lang, "arg.help", &[])).help_heading(say(
        lang,
        "options",
        &[],
    ))
}

/// The option that lets protected properties out, one by one.
fn protected(arg: Arg) -> Arg {
    let names = Property::ALL.iter().filter(|property| property.sensitive()).map(|property| property.name());
    arg.long("show")
        .value_name("PROPERTY")
        .value_delimiter(',')
        .action(ArgAction::Append)
        .value_parser(PossibleValuesParser::new(names.chain(["minors"])))
        .hide_possible_values(true)
}

/// Reads the command line. `Ok(None)` where help or the version was asked for; the text to print comes with it.
///
/// # Errors
/// Where an option is unknown, a value is wrong or something is lacking, in the reader's language.
pub fn parse(lang: Lang, arguments: &[String]) -> Result<Parsed, Fault> {
    let error = match command(lang).try_get_matches_from(arguments) {
        Ok(matches) => return Ok(Parsed::Run(matches)),
        Err(error) => error,
    };
    let part = |kind: ContextKind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let what = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand]
        .into_iter()
        .map(part)
        .find(|text| !text.is_empty())
        .unwrap_or_default();
    let key = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return Ok(Parsed::Show(error.render())),
        ErrorKind::UnknownArgument => "usage_unknown",
        ErrorKind::InvalidSubcommand => "usage_command",
        ErrorKind::MissingSubcommand => "usage_no_command",
        ErrorKind::MissingRequiredArgument => "usage_lacking",
        _ => "usage_value",
    };
    let value = part(ContextKind::InvalidValue);
    Err(Fault::new(FaultKind::User, key, &[("what", &what), ("value", &value)]))
}

/// What a command line asks for.
pub enum Parsed {
    /// A command.
    Run(ArgMatches),
    /// Help or the version, to print.
    Show(clap::builder::StyledStr),
}
