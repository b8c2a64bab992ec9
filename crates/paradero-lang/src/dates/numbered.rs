//! Numbers that are no dates: of laws, files and rooms ("Ley 9/2003", "causa 5/2024"), and of what is counted ("2000 people").

use super::{cursor::Cursor, pieces::Kind};

/// What is numbered with a year.
const DOCUMENTS: &[&str] = &[
    "acta",
    "act",
    "cedula",
    "ci",
    "dni",
    "id",
    "rut",
    "run",
    "telefono",
    "phone",
    "tel",
    "acuerdo",
    "amparo",
    "art",
    "articulo",
    "auto",
    "averiguacion",
    "bill",
    "carpeta",
    "case",
    "caso",
    "causa",
    "circular",
    "comunicado",
    "convocatoria",
    "decision",
    "decree",
    "decreto",
    "dictamen",
    "docket",
    "exhorto",
    "exp",
    "expediente",
    "file",
    "folio",
    "indictment",
    "informe",
    "judgment",
    "law",
    "ley",
    "medida",
    "memorandum",
    "nº",
    "n",
    "no",
    "nota",
    "num",
    "numero",
    "number",
    "oficio",
    "opinion",
    "orden",
    "order",
    "ordinance",
    "ordenanza",
    "partes",
    "radicado",
    "recurso",
    "report",
    "res",
    "resolucion",
    "resolution",
    "rol",
    "ruc",
    "ruling",
    "section",
    "sentencia",
    "sumario",
];

/// Whether the number at `at` is that of a document: its kind stands before it, or a name in capitals.
pub(super) fn document(c: &Cursor<'_>, at: usize) -> bool {
    let named = at > 0
        && !c.pieces[at].opens_line
        && !c.pieces[at - 1].opens_line
        && !matches!(c.behind(at, 2), "." | "")
        && c.pieces[at - 1].kind == Kind::Word
        && c.pieces[at - 1].capital()
        && !c.is(at - 1, &["fecha", "date", "en", "in"]);
    // "La 8/1972" is a law or a file that was named before.
    let feminine = matches!(c.behind(at, 1), "la" | "las" | "los");
    named || feminine || (1..=3).any(|back| DOCUMENTS.contains(&c.behind(at, back)))
}

/// Whether what follows is counted: "2000 people", "1500 detenidos".
pub(super) fn counts(c: &Cursor<'_>, at: usize) -> bool {
    let Some(next) = c.piece(at) else { return false };
    let plural = next.kind == Kind::Word
        && next.folded.len() > 3
        && next.folded.ends_with('s')
        && !c.is(at, &["always", "this", "was", "has", "tras", "despues", "ellos", "ellas", "antes", "years"]);
    let noun = ["people", "men", "women", "children", "percent", "million", "millones", "mil", "%", "$"];
    plural || c.is(at, &noun)
}
