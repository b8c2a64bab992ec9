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

/// Verbs that a clause without "that" may follow: those of saying, thinking, seeing.
pub(super) fn takes_clause(lemma: &str, lang: Lang) -> bool {
    says(lemma, lang)
        || lang == Lang::En
            && [
                "know",
                "hope",
                "fear",
                "see",
                "feel",
                "find",
                "learn",
                "ensure",
                "mean",
                "show",
                "understand",
                "decide",
                "demand",
                "wish",
                "realize",
                "discover",
                "hear",
                "prove",
                "guarantee",
                "admit",
                "acknowledge",
                "promise",
                "swear",
                "reveal",
                "indicate",
                "suspect",
                "pray",
                "be",
                "remember",
                "assume",
                "doubt",
                "guess",
                "imagine",
                "worry",
                "emphasize",
                "stress",
                "request",
                "relieve",
                "concern",
                "know",
            ]
            .contains(&lemma)
}

/// Spanish verbs whose noun phrase after them is their subject: "murió Ana", "llegaron dos agentes".
pub(super) fn subject_follows(lemma: &str) -> bool {
    [
        "morir",
        "fallecer",
        "llegar",
        "desaparecer",
        "ocurrir",
        "suceder",
        "salir",
        "existir",
        "faltar",
        "venir",
        "aparecer",
        "reaparecer",
        "quedar",
        "nacer",
        "regresar",
        "volver",
        "huir",
        "escapar",
        "ingresar",
        "participar",
        "intervenir",
        "acudir",
        "viajar",
        "caer",
        "figurar",
        "constar",
        "bastar",
        "permanecer",
        "continuar",
        "seguir",
        "comparecer",
        "terminar",
        "comenzar",
        "empezar",
        "circular",
        "transcurrir",
        "surgir",
        "gritar",
        "ser",
        "estar",
        "viajar",
        "vivir",
        "rezar",
        "entrar",
        "marchar",
        "protestar",
    ]
    .contains(&lemma)
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

/// Verbs that join a subject to what it is.
pub(super) fn joins(lemma: &str) -> bool {
    matches!(
        lemma,
        "be" | "become"
            | "remain"
            | "seem"
            | "appear"
            | "feel"
            | "ser"
            | "estar"
            | "parecer"
            | "resultar"
            | "permanecer"
            | "quedar"
            | "llamar"
    )
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
