//! Small closed lists of verbs and nouns by how they build a sentence. Nothing here says what an act is.

use paradero_model::Lang;

/// Verbs of saying: their clause may stand after what is said.
pub(super) fn says(lemma: &str, lang: Lang) -> bool {
    match lang {
        Lang::En => [
            "say", "tell", "add", "allege", "claim", "report", "announce", "deny", "confirm", "denounce", "warn", "insist",
            "explain", "state", "declare", "argue", "write", "note", "recall", "reply", "respond", "testify", "estimate",
            "conclude", "believe", "think", "suggest", "maintain", "ask", "assert",
        ]
        .contains(&lemma),
        Lang::Es => [
            "decir",
            "afirmar",
            "denunciar",
            "señalar",
            "informar",
            "indicar",
            "asegurar",
            "sostener",
            "explicar",
            "relatar",
            "contar",
            "agregar",
            "añadir",
            "declarar",
            "confirmar",
            "negar",
            "alertar",
            "reportar",
            "anunciar",
            "manifestar",
            "expresar",
            "advertir",
            "insistir",
            "recordar",
            "precisar",
            "apuntar",
            "comentar",
            "narrar",
            "detallar",
            "responder",
            "preguntar",
            "reiterar",
            "lamentar",
            "aseverar",
            "subrayar",
            "destacar",
            "exigir",
            "reclamar",
            "advertir",
            "testificar",
            "opinar",
            "creer",
            "estimar",
            "publicar",
            "atajar",
            "admitir",
            "reconocer",
            "soltar",
        ]
        .contains(&lemma),
    }
}

/// Verbs whose "a" or "to" says where to or leads on, not whom.
pub(super) fn goes(lemma: &str) -> bool {
    [
        "ir",
        "llegar",
        "volver",
        "regresar",
        "viajar",
        "trasladar",
        "entrar",
        "ingresar",
        "acudir",
        "salir",
        "subir",
        "bajar",
        "huir",
        "retornar",
        "pertenecer",
        "asistir",
        "responder",
        "comparecer",
        "venir",
        "caer",
        "escapar",
        "marchar",
        "emigrar",
        "partir",
        "arribar",
        "acercar",
        "dirigir",
        "referir",
        "aspirar",
        "renunciar",
        "acceder",
        "negar",
        "unir",
        "sumar",
        "enfrentar",
        "equivaler",
        "oler",
        "exiliar",
        "corresponder",
        "proceder",
        "recurrir",
    ]
    .contains(&lemma)
}

/// Verbs that take the person with "a" as the one spoken or given to: "pidió a la jueza".
pub(super) fn gives(lemma: &str) -> bool {
    [
        "pedir",
        "exigir",
        "decir",
        "dar",
        "entregar",
        "preguntar",
        "informar",
        "solicitar",
        "comunicar",
        "enviar",
        "relatar",
        "contar",
        "explicar",
        "ordenar",
        "prohibir",
        "permitir",
        "conceder",
        "otorgar",
        "negar",
        "imputar",
        "atribuir",
        "notificar",
        "escribir",
        "rogar",
        "demandar",
        "advertir",
        "asegurar",
        "confirmar",
        "declarar",
        "prometer",
        "quitar",
        "mostrar",
        "presentar",
        "pagar",
        "robar",
        "impedir",
        "reclamar",
        "recomendar",
        "tell",
        "give",
        "show",
        "send",
        "deny",
        "grant",
        "offer",
        "ask",
        "hand",
        "teach",
        "promise",
        "pay",
        "serve",
        "issue",
        "inform",
    ]
    .contains(&lemma)
}

/// Verbs that make one verb group with a participle after them: "remains detained", "permanecen recluidos".
pub(super) fn stays(lemma: &str) -> bool {
    matches!(
        lemma,
        "remain"
            | "stay"
            | "permanecer"
            | "seguir"
            | "continuar"
            | "quedar"
            | "resultar"
            | "encontrar"
            | "hallar"
            | "mantener"
            | "ver"
    )
}

/// Nouns of time: without a preposition they are no object.
pub(super) fn time(lemma: &str) -> bool {
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "week",
        "month",
        "year",
        "day",
        "morning",
        "afternoon",
        "evening",
        "night",
        "time",
        "weekend",
        "hour",
        "minute",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "ayer",
        "hoy",
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "setiembre",
        "octubre",
        "noviembre",
        "diciembre",
        "semana",
        "mes",
        "año",
        "día",
        "mañana",
        "tarde",
        "noche",
        "madrugada",
        "hora",
        "minuto",
        "vez",
        "mediodía",
        "momento",
    ]
    .contains(&lemma)
}

/// Spanish nouns likely of a person, by what they are or how they end.
pub(super) fn person(lemma: &str) -> bool {
    let kin = [
        "hijo",
        "hija",
        "padre",
        "madre",
        "hermano",
        "hermana",
        "esposo",
        "esposa",
        "hombre",
        "mujer",
        "persona",
        "niño",
        "niña",
        "joven",
        "juez",
        "jueza",
        "familia",
        "familiar",
        "gente",
        "víctima",
        "miembro",
        "vecino",
        "vecina",
        "pareja",
        "marido",
        "policía",
        "fiscal",
        "líder",
        "preso",
        "presa",
        "reo",
        "grupo",
        "gobierno",
        "tribunal",
        "ministerio",
    ]
    .contains(&lemma);
    let ending = [
        "dor", "dora", "ista", "ante", "ente", "ado", "ada", "ido", "ida", "ero", "era", "ario", "aria", "tor", "tora", "ano",
        "ana", "eño", "eña", "ense", "és",
    ]
    .iter()
    .any(|end| lemma.ends_with(end));
    let thing = matches!(
        lemma,
        "estado"
            | "mercado"
            | "resultado"
            | "cuidado"
            | "lado"
            | "llamada"
            | "entrada"
            | "salida"
            | "vida"
            | "comida"
            | "frontera"
            | "carretera"
            | "semana"
            | "ventana"
            | "mañana"
            | "ambiente"
            | "juzgado"
            | "consulado"
            | "centro"
            | "medida"
            | "manera"
            | "calendario"
            | "escenario"
            | "plano"
            | "verano"
    );
    kin || ending && !thing
}

/// Spanish nouns of bodies that act, though they end like abstractions.
pub(super) fn body(lemma: &str) -> bool {
    matches!(
        lemma,
        "organización"
            | "asociación"
            | "institución"
            | "comisión"
            | "agencia"
            | "dirección"
            | "federación"
            | "coalición"
            | "policía"
            | "inteligencia"
    )
}

/// Spanish nouns that say why after "por", not who.
pub(super) fn cause(lemma: &str) -> bool {
    matches!(
        lemma,
        "delito"
            | "cargo"
            | "hecho"
            | "crimen"
            | "falta"
            | "motivo"
            | "razón"
            | "caso"
            | "causa"
            | "protesta"
            | "lado"
            | "parte"
            | "segundo"
            | "tercero"
    )
}

/// Verbs whose infinitive, without a person they are said to, has a doer that nobody names: "ordenó liberarlo".
pub(super) fn orders(lemma: &str) -> bool {
    matches!(
        lemma,
        "ordenar"
            | "mandar"
            | "prohibir"
            | "permitir"
            | "autorizar"
            | "exigir"
            | "recomendar"
            | "impedir"
            | "solicitar"
            | "disponer"
            | "order"
            | "recommend"
            | "suggest"
            | "allow"
            | "permit"
            | "require"
    )
}

/// Verbs whose infinitive is done by their own subject, though they have an object: "promised her to stay".
pub(super) fn keeps_subject(lemma: &str) -> bool {
    matches!(lemma, "promise" | "threaten" | "prometer" | "jurar" | "amenazar" | "negar" | "deny" | "vow" | "admitir" | "decidir")
}

/// Verbs that hold something against their object: what it is said to have done is its own doing.
pub(super) fn blames(lemma: &str) -> bool {
    matches!(
        lemma,
        "accuse"
            | "charge"
            | "convict"
            | "sentence"
            | "suspect"
            | "arrest"
            | "detain"
            | "jail"
            | "imprison"
            | "fine"
            | "blame"
            | "acusar"
            | "condenar"
            | "sentenciar"
            | "imputar"
            | "detener"
            | "arrestar"
            | "encarcelar"
            | "culpar"
            | "multar"
    )
}

/// Verbs that make or let their object do something: an infinitive behind the object is what it is to do.
pub(super) fn directs(lemma: &str) -> bool {
    matches!(
        lemma,
        "order"
            | "tell"
            | "ask"
            | "force"
            | "allow"
            | "urge"
            | "permit"
            | "compel"
            | "require"
            | "instruct"
            | "direct"
            | "want"
            | "help"
            | "lead"
            | "cause"
            | "enable"
            | "invite"
            | "persuade"
            | "encourage"
            | "forbid"
            | "advise"
            | "press"
            | "pressure"
            | "beg"
            | "obligar"
            | "forzar"
            | "ayudar"
            | "invitar"
            | "instar"
            | "animar"
            | "llamar"
    )
}
