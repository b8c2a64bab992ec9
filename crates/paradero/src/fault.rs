//! Why a command could not do what was asked, as a person is told: a sentence, what to do, and an exit code.

use crate::words::say;
use paradero_model::Lang;

/// A command that could not do what was asked.
#[derive(Debug)]
pub struct Fault {
    /// Whose matter it is; decides the exit code.
    pub kind: FaultKind,
    /// Key of the sentence that says what is wrong, in the table of [`crate::words`].
    pub key: &'static str,
    /// What fills the places of the sentence and of the hint (`KEY.hint`).
    pub fill: Vec<(&'static str, String)>,
    /// What lay under it, kept for the person who looks for the cause.
    pub cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// Whose matter a fault is. The exit codes are part of the interface; `--help` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// What was asked cannot be done: a missing file, nothing to read, no such person, a mistyped option. Exit code 1.
    User,
    /// The surroundings do not allow it: a store that is not ours, newer, or open elsewhere; a port in use; a disk that cannot be written. Exit code 2.
    Surroundings,
    /// A rule forbids it, or the record does not verify. Exit code 3.
    Refused,
    /// A fault of the program. Exit code 4.
    Internal,
}

impl FaultKind {
    /// The process's exit code.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::User => 1,
            Self::Surroundings => 2,
            Self::Refused => 3,
            Self::Internal => 4,
        }
    }
}

impl Fault {
    /// A fault of `kind` with the sentence `key`.
    #[must_use]
    pub fn new(kind: FaultKind, key: &'static str, fill: &[(&'static str, &str)]) -> Self {
        let fill = fill.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self { kind, key, fill, cause: None }
    }

    /// The same, with what lay under it.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// What a person reads: the sentence, the cause in brackets where there is one, and a line that says what to do.
    #[must_use]
    pub fn tell(&self, lang: Lang) -> String {
        let fill: Vec<_> = self.fill.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut told = format!("{} {}", say(lang, "fault", &[]), say(lang, self.key, &fill));
        if let Some(cause) = &self.cause {
            told.push_str(&format!(" ({cause})"));
        }
        let hint_key = format!("{}.hint", self.key);
        let hint = say(lang, &hint_key, &fill);
        if hint != hint_key {
            told.push_str(&format!("\n  → {hint}"));
        }
        told
    }
}
