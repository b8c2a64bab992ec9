//! `cargo xtask train parser`: the network of one language, from the treebanks in `../shared/lang` or another folder.

use super::Files;
use paradero_grammar::lexicon::Lexicon;
use paradero_model::Lang;
use paradero_train::parser::{Figures, Recipe, Sample, corpora, evaluate, inputs, train};
use std::{fs, path::Path, time::Instant};

/// How the task is called.
pub const USAGE: &str = "parser --lang en|es [--data FOLDER] [NAME=VALUE …]";

/// Trains as the arguments say and gives back the file. The same data and recipe give the same bytes.
///
/// # Errors
/// What to write or to get instead.
pub fn network(root: &Path, arguments: &[String]) -> Result<Files, String> {
    let mut folder = root.join("../shared/lang");
    let mut lang = None;
    let mut recipe = Recipe::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match (argument.as_str(), argument.split_once('=')) {
            ("--lang", _) => {
                lang = match rest.next().map(String::as_str) {
                    Some("en") => Some(Lang::En),
                    Some("es") => Some(Lang::Es),
                    _ => return Err("--lang: write en or es".to_owned()),
                }
            }
            ("--data", _) => folder = rest.next().ok_or("--data: name the folder of the language data")?.into(),
            (_, Some((name, value))) => recipe.set(name, value)?,
            _ => return Err(format!("{argument}: usage: cargo xtask train {USAGE}")),
        }
    }
    let lang = lang.ok_or_else(|| format!("usage: cargo xtask train {USAGE}"))?;
    let read = |path: &str| fs::read(folder.join(path)).map_err(|error| format!("{}: {error}", folder.join(path).display()));
    let (corpora, inputs) = inputs::corpora(lang, read)?;
    let dev = dev(lang, |path| read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok()));
    let start = Instant::now();
    println!("train: {recipe:?}");
    let lexicon = Lexicon::of(lang);
    let network = train(&corpora, lexicon, &recipe, |epoch, loss, network| {
        println!("train: epoch {epoch} of {}, loss {loss:.4}, {:.0} s", recipe.epochs, start.elapsed().as_secs_f32());
        if epoch % 4 == 0 || epoch == recipe.epochs {
            for (name, mark, samples) in &dev {
                let Figures { words, pos, bundles, heads, labelled, names } = evaluate(network, samples, Some(mark), lexicon);
                println!(
                    "  {name}, {words} words as the treebank cuts them: UPOS {pos:.2} with features {bundles:.2} UAS {heads:.2} LAS {labelled:.2} names {names:.2}"
                );
            }
        }
    });
    let file = network.file(&inputs).map_err(|fault| fault.to_string())?;
    let name = match lang {
        Lang::En => "parser.en.bin",
        Lang::Es => "parser.es.bin",
    };
    Ok(vec![(name, file)])
}

/// Sentences to measure on while training: name, mark to read them with, sentences. Spanish trains on its dev parts, so it has none.
fn dev(lang: Lang, read: impl Fn(&str) -> Option<String>) -> Vec<(&'static str, &'static str, Vec<Sample>)> {
    if lang == Lang::Es {
        return Vec::new();
    }
    let parts = [("EWT dev", "ud/en_ewt-dev.conllu", Some("ner/en_uner-dev.iob")), ("GUM dev", "ud/en_gum-dev.conllu", None)];
    parts
        .into_iter()
        .filter_map(|(name, trees, names)| {
            let names = names.and_then(&read);
            Some((name, "ewt", corpora::treebank("dev", &read(trees)?, names.as_deref(), false).sentences))
        })
        .collect()
}
