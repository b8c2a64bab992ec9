//! The layout of the resource files: a magic number and a version, what they were made from, then named sections.
//!
//! All numbers are little-endian. `PARADERO` · version u16 · number of inputs u16 · number of sections u16 · per input its SHA-256
//! (32 bytes), the length of its name u16 and the name · per section its tag (4 bytes), start u32 (from the beginning of the file) and
//! length u32 · the sections. Files are read where they lie: a [`Pack`] only knows where its sections are.

use std::fmt;

const MAGIC: &[u8; 8] = b"PARADERO";
/// The version of the layout that this program reads and writes.
pub const VERSION: u16 = 1;

/// Why a resource file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not begin as such a file does.
    Magic,
    /// Its layout has another version.
    Version(u16),
    /// It ends before what it says it holds.
    Short,
    /// It lacks a section, or the section is not what its tag says.
    Section([u8; 4]),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => write!(f, "no resource file of Paradero"),
            Self::Version(found) => write!(f, "layout version {found}; this program reads version {VERSION}"),
            Self::Short => write!(f, "cut short"),
            Self::Section(tag) => write!(f, "section {} is missing or broken", String::from_utf8_lossy(tag)),
        }
    }
}

impl std::error::Error for Fault {}

/// What a resource file was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// File name of the package.
    pub name: String,
    /// Its SHA-256.
    pub sha256: [u8; 32],
}

/// A resource file whose parts are known.
pub struct Pack {
    /// What it was made from.
    pub inputs: Vec<Input>,
    sections: Vec<([u8; 4], &'static [u8])>,
}

impl Pack {
    /// Finds the parts of `file`.
    ///
    /// # Errors
    /// [`Fault`] when it is another kind of file, of another version, or cut short.
    pub fn read(file: &'static [u8]) -> Result<Self, Fault> {
        let mut rest = file.strip_prefix(MAGIC).ok_or(Fault::Magic)?;
        let version = half(&mut rest)?;
        if version != VERSION {
            return Err(Fault::Version(version));
        }
        let (inputs, sections) = (half(&mut rest)?, half(&mut rest)?);
        let mut found = Self { inputs: Vec::new(), sections: Vec::new() };
        for _ in 0..inputs {
            let sha256 = *rest.split_first_chunk::<32>().ok_or(Fault::Short)?.0;
            rest = &rest[32..];
            let length = usize::from(half(&mut rest)?);
            let (name, after) = rest.split_at_checked(length).ok_or(Fault::Short)?;
            found.inputs.push(Input { name: String::from_utf8_lossy(name).into_owned(), sha256 });
            rest = after;
        }
        for _ in 0..sections {
            let (tag, after) = rest.split_first_chunk::<4>().ok_or(Fault::Short)?;
            rest = after;
            let (start, length) = (word(&mut rest)? as usize, word(&mut rest)? as usize);
            let bytes = file.get(start..).and_then(|bytes| bytes.get(..length)).ok_or(Fault::Short)?;
            found.sections.push((*tag, bytes));
        }
        Ok(found)
    }

    /// Whether there is a section `tag`.
    #[must_use]
    pub fn has(&self, tag: [u8; 4]) -> bool {
        self.sections.iter().any(|(known, _)| *known == tag)
    }

    /// The bytes of section `tag`.
    ///
    /// # Errors
    /// [`Fault::Section`] when there is none.
    pub fn section(&self, tag: [u8; 4]) -> Result<&'static [u8], Fault> {
        self.sections.iter().find(|(known, _)| *known == tag).map(|(_, bytes)| *bytes).ok_or(Fault::Section(tag))
    }

    /// The automaton in section `tag`.
    ///
    /// # Errors
    /// [`Fault::Section`] when there is none.
    pub fn map(&self, tag: [u8; 4]) -> Result<fst::Map<&'static [u8]>, Fault> {
        fst::Map::new(self.section(tag)?).map_err(|_| Fault::Section(tag))
    }
}

/// A section: its tag and its bytes.
pub type Section = ([u8; 4], Vec<u8>);

/// Puts a resource file together.
///
/// # Errors
/// [`Fault::Short`] when a number does not fit its place: over 65,535 inputs or sections, or over 4 GiB.
pub fn write(inputs: &[Input], sections: &[Section]) -> Result<Vec<u8>, Fault> {
    let small = |number: usize| u16::try_from(number).map_err(|_| Fault::Short);
    let mut file = MAGIC.to_vec();
    for number in [VERSION, small(inputs.len())?, small(sections.len())?] {
        file.extend(number.to_le_bytes());
    }
    for input in inputs {
        file.extend(input.sha256);
        file.extend(small(input.name.len())?.to_le_bytes());
        file.extend(input.name.as_bytes());
    }
    let mut start = file.len() + 12 * sections.len();
    for (tag, bytes) in sections {
        file.extend(tag);
        for number in [start, bytes.len()] {
            file.extend(u32::try_from(number).map_err(|_| Fault::Short)?.to_le_bytes());
        }
        start += bytes.len();
    }
    for (_, bytes) in sections {
        file.extend(bytes);
    }
    Ok(file)
}

fn half(rest: &mut &[u8]) -> Result<u16, Fault> {
    let (number, after) = rest.split_first_chunk::<2>().ok_or(Fault::Short)?;
    *rest = after;
    Ok(u16::from_le_bytes(*number))
}

fn word(rest: &mut &[u8]) -> Result<u32, Fault> {
    let (number, after) = rest.split_first_chunk::<4>().ok_or(Fault::Short)?;
    *rest = after;
    Ok(u32::from_le_bytes(*number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> &'static [u8] {
        let inputs = [Input { name: "words-1.tgz".to_owned(), sha256: [7; 32] }];
        write(&inputs, &[(*b"one ", b"abc".to_vec()), (*b"two ", Vec::new())]).expect("small").leak()
    }

    #[test]
    fn what_is_written_is_found_again() {
        let pack = Pack::read(file()).expect("whole");
        assert_eq!((pack.inputs[0].name.as_str(), pack.inputs[0].sha256), ("words-1.tgz", [7; 32]));
        assert_eq!(pack.section(*b"one "), Ok(&b"abc"[..]));
        assert_eq!(pack.section(*b"two "), Ok(&b""[..]));
        assert_eq!(pack.section(*b"none"), Err(Fault::Section(*b"none")));
    }

    #[test]
    fn a_file_cut_anywhere_is_refused() {
        let file = file();
        for length in 0..file.len() {
            assert!(Pack::read(&file[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn another_version_is_refused() {
        let mut file = file().to_vec();
        file[8] = 9;
        assert_eq!(Pack::read(file.leak()).err(), Some(Fault::Version(9)));
    }
}
