//! Files inside a `.tar.gz` archive, and inside `.gz` files of it.

use flate2::read::GzDecoder;
use std::{collections::BTreeMap, io::Read as _};

/// The files of `archive` whose path ends in one of `endings`, by that ending; those named `.gz` are unpacked.
///
/// # Errors
/// What is wrong with the archive, or which file it lacks.
pub fn files(archive: &[u8], endings: &[&'static str]) -> Result<BTreeMap<&'static str, Vec<u8>>, String> {
    let mut found = BTreeMap::new();
    let mut tar = tar::Archive::new(GzDecoder::new(archive));
    for entry in tar.entries().map_err(|error| error.to_string())? {
        let mut entry = entry.map_err(|error| error.to_string())?;
        let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let Some(ending) = endings.iter().find(|ending| path.ends_with(**ending)) else { continue };
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|error| format!("{path}: {error}"))?;
        if path.ends_with(".gz") {
            let mut unpacked = Vec::new();
            GzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked).map_err(|error| format!("{path}: {error}"))?;
            bytes = unpacked;
        }
        found.insert(*ending, bytes);
    }
    match endings.iter().find(|ending| !found.contains_key(**ending)) {
        Some(lacking) => Err(format!("the archive holds no {lacking}")),
        None => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::files;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write as _;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut gz = GzEncoder::new(Vec::new(), Compression::fast());
        gz.write_all(bytes).expect("memory");
        gz.finish().expect("memory")
    }

    fn archive() -> Vec<u8> {
        let mut tar = tar::Builder::new(Vec::new());
        for (path, bytes) in [("p-1/data/a.json.gz", packed(b"[1]")), ("p-1/data/b.json", b"[2]".to_vec())] {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            tar.append_data(&mut header, path, bytes.as_slice()).expect("memory");
        }
        packed(&tar.into_inner().expect("memory"))
    }

    #[test]
    fn files_are_found_by_their_ending_and_unpacked() {
        let found = files(&archive(), &["/a.json.gz", "/b.json"]).expect("whole");
        assert_eq!((found["/a.json.gz"].as_slice(), found["/b.json"].as_slice()), (&b"[1]"[..], &b"[2]"[..]));
    }

    #[test]
    fn a_missing_file_and_a_broken_archive_are_told() {
        assert_eq!(files(&archive(), &["/c.json"]), Err("the archive holds no /c.json".to_owned()));
        assert!(files(&archive()[..40], &["/a.json.gz"]).is_err());
    }
}
