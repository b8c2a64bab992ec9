//! The codebook: for each act, attribute, allegation and origin, the words of each language and which role stands where.
//!
//! It is read from data files that people can read and extend (`codebook/README.md` says how). [`Codebook::built_in`] carries the
//! files of the project; [`Codebook::parse`] takes others of the same shape.

mod files;
mod pattern;

pub(crate) use files::{Accuse, Persons, Places, Speech};
pub(crate) use pattern::{Needs, Phrases, VerbPattern};

use files::{Claims, OriginCues};
use paradero_model::{ActCode, Canon, Lang};
use std::fmt;

/// The words and roles that drafting goes by, read from data files.
#[derive(Clone, Debug)]
pub struct Codebook {
    en: Words,
    es: Words,
    version: String,
}

/// The codebook of one language.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// The verbs of all acts.
    pub verbs: Vec<ActVerb>,
    /// The nouns of all acts; the index is one of [`Words::codes`].
    pub nouns: Phrases<ActCode>,
    /// The states of all acts.
    pub states: Phrases<ActCode>,
    /// Which act a verb of this act tells of where its form says that it lasts.
    pub lasting: Vec<(ActCode, ActCode)>,
    /// Verbs of saying, cues of modality.
    pub speech: Speech,
    /// Words for persons and their attributes.
    pub persons: Persons,
    /// Countries, custody, courts.
    pub places: Places,
    /// Frames of accusation.
    pub accuse: Accuse,
    /// Cues of origin.
    pub origin: OriginCues,
}

/// One verb entry of an act.
#[derive(Clone, Debug)]
pub(crate) struct ActVerb {
    /// The act it tells of.
    pub code: ActCode,
    /// Where the person stands to whom it happens.
    pub stands: Stands,
    /// The words.
    pub pattern: VerbPattern,
}

/// Where the person stands to whom a verb's act happens: the lists `on`, `by` and `about` of the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// The object; in a passive, the subject.
    Object,
    /// The subject.
    Subject,
    /// Somewhere around: a possessor, "for …", or the person the report is about.
    Around,
}

/// Why a codebook cannot be used. Its text names the file, the line and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodebookError {
    /// The file, as it was named to [`Codebook::parse`].
    pub file: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong there and what to do.
    pub message: String,
}

impl fmt::Display for CodebookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for CodebookError {}

/// The files that ship with the project, by name.
const BUILT_IN: [(&str, &str); 10] = [
    ("en/acts.toml", include_str!("../codebook/en/acts.toml")),
    ("en/speech.toml", include_str!("../codebook/en/speech.toml")),
    ("en/persons.toml", include_str!("../codebook/en/persons.toml")),
    ("en/places.toml", include_str!("../codebook/en/places.toml")),
    ("en/claims.toml", include_str!("../codebook/en/claims.toml")),
    ("es/acts.toml", include_str!("../codebook/es/acts.toml")),
    ("es/speech.toml", include_str!("../codebook/es/speech.toml")),
    ("es/persons.toml", include_str!("../codebook/es/persons.toml")),
    ("es/places.toml", include_str!("../codebook/es/places.toml")),
    ("es/claims.toml", include_str!("../codebook/es/claims.toml")),
];

impl Codebook {
    /// The codebook that ships with the project.
    #[must_use]
    pub fn built_in() -> Self {
        // The files are part of this crate and read by its tests: that they parse is a fact of the build.
        match Self::parse(&BUILT_IN) {
            Ok(book) => book,
            Err(error) => unreachable!("the codebook of the project: {error}"),
        }
    }

    /// The files of the built-in codebook, by name: what to copy in order to write another.
    #[must_use]
    pub fn files() -> &'static [(&'static str, &'static str)] {
        &BUILT_IN
    }

    /// A codebook from the text of its ten files, each with its name (`en/acts.toml`).
    ///
    /// # Errors
    /// Where a file is missing, is no TOML, has a key or an act that does not exist, or an entry that cannot be read.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, CodebookError> {
        let canon = files.iter().fold(Canon::new("paradero/codebook/v1"), |canon, (name, text)| canon.text(name).text(text));
        Ok(Self { en: Words::parse("en", files)?, es: Words::parse("es", files)?, version: canon.finish().short() })
    }

    /// The codebook's version, for the record of who drafted what: a digest of its files.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The words of one language.
    pub(crate) fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::En => &self.en,
            Lang::Es => &self.es,
        }
    }
}

impl Words {
    fn parse(lang: &str, files: &[(&str, &str)]) -> Result<Self, CodebookError> {
        let file = |kind: &str| {
            let name = format!("{lang}/{kind}.toml");
            let text = files.iter().find(|(file, _)| *file == name).map(|(_, text)| *text);
            text.map(|text| (name.clone(), text)).ok_or_else(|| CodebookError {
                file: name.clone(),
                line: None,
                message: "the file is missing; a codebook has five files in each language".to_owned(),
            })
        };
        let (name, text) = file("acts")?;
        let acts = files::acts(&name, text)?;
        let mut words = Self {
            verbs: Vec::new(),
            nouns: Phrases::default(),
            states: Phrases::default(),
            lasting: Vec::new(),
            speech: files::read::<Speech>(&file("speech")?)?,
            persons: files::read::<Persons>(&file("persons")?)?,
            places: files::read::<Places>(&file("places")?)?,
            accuse: Accuse::default(),
            origin: OriginCues::default(),
        };
        let claims = files::read::<Claims>(&file("claims")?)?;
        (words.accuse, words.origin) = (claims.accuse, claims.origin);
        for (code, act) in acts {
            let lists = [(Stands::Object, &act.on), (Stands::Subject, &act.by), (Stands::Around, &act.about)];
            for (stands, entries) in lists {
                for entry in entries {
                    let pattern = VerbPattern::parse(entry).map_err(|message| files::at(&name, text, entry, message))?;
                    words.verbs.push(ActVerb { code, stands, pattern });
                }
            }
            for (phrases, entries) in [(&mut words.nouns, &act.nouns), (&mut words.states, &act.states)] {
                for entry in entries {
                    phrases.add(entry, code).map_err(|message| files::at(&name, text, entry, message))?;
                }
            }
            if let Some(lasting) = &act.lasting {
                let other =
                    ActCode::of_name(lasting).ok_or_else(|| files::at(&name, text, lasting, files::unknown_act(lasting)))?;
                words.lasting.push((code, other));
            }
        }
        Ok(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(file: &str, text: &str) -> Result<Codebook, CodebookError> {
        let files: Vec<_> = BUILT_IN.iter().map(|(name, built)| (*name, if *name == file { text } else { built })).collect();
        Codebook::parse(&files)
    }

    #[test]
    fn the_built_in_codebook_parses_and_has_every_act_in_both_languages() {
        let book = Codebook::built_in();
        for lang in Lang::ALL {
            for code in ActCode::ALL {
                let words = book.words(lang);
                assert!(words.verbs.iter().any(|verb| verb.code == *code), "no verb for {} in {}", code.name(), lang.code());
            }
        }
        assert_eq!(book.version().len(), 8);
    }

    #[test]
    fn an_error_names_the_file_the_line_and_what_to_do() {
        let error = with("en/acts.toml", "[arrest]\non = [\"arrest\"]\n\n[jailing]\non = []\n").expect_err("no such act");
        assert_eq!((error.file.as_str(), error.line), ("en/acts.toml", Some(4)));
        assert!(error.to_string().contains("`jailing`") && error.to_string().contains("arrest"), "{error}");
        let error = with("es/acts.toml", "[arrest]\non = [\n  \"llevar [to mars]\",\n]\n").expect_err("no such condition");
        assert_eq!(error.line, Some(3));
        assert!(error.message.contains("[to country]"), "{error}");
        let error = with("en/acts.toml", "[arrest]\nonn = []\n").expect_err("no such key");
        assert!(error.message.contains("onn"), "{error}");
        assert!(Codebook::parse(&BUILT_IN[..9]).expect_err("a file is missing").message.contains("missing"));
    }

    #[test]
    fn another_codebook_is_another_version() {
        let other = with("en/acts.toml", "[arrest]\non = [\"arrest\"]\n").expect("a small codebook");
        assert_ne!(other.version(), Codebook::built_in().version());
    }
}
