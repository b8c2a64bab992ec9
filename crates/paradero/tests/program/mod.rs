//! Running the program as a user does: in a folder of its own, in a known language, its output piped.

// Each test program uses the part it needs.
#![allow(dead_code)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A folder that is empty at first and gone at the end.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("has a folder")).expect("folder");
        fs::write(&path, bytes).expect("file");
        path
    }

    /// Everything in the folder, with its bytes: to see that nothing was written.
    pub fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).expect("listed").flatten().map(|entry| entry.path()) {
                if path.is_dir() { folders.push(path) } else { found.push((path.clone(), fs::read(&path).expect("read"))) }
            }
        }
        found.sort();
        found
    }

    /// The program, to be run here: English, no colours, nothing inherited that could change what it says.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_paradero"));
        command.args(arguments).current_dir(self.path()).stdin(Stdio::null());
        for name in ["LC_ALL", "LC_MESSAGES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        command.env("LANG", "C");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().expect("the program runs"))
    }
}

/// What a run said.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Self { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// What it said on standard output, where it must have gone well.
    pub fn well(self) -> String {
        assert_eq!(self.code, 0, "out: {}\nerr: {}", self.out, self.err);
        self.out
    }
}

/// An invented report.
pub const REPORT: &str = "Court frees tailor\n\nMarta Quillay Osorno was arrested on May 2, 2025 in Laredo. \
She was released on June 3, 2025, said her lawyer, Tomás Berrueta.\n";
