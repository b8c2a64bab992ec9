//! The sentences and headings of the pages, each once, in both languages.

use super::Term;

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $es:literal;)+) => {
        /// A heading, a label or a sentence of a page or a release.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Phrase {
            $(
                #[doc = $en]
                $name,
            )+
        }

        impl Term for Phrase {
            fn every() -> &'static [Self] {
                &[$(Self::$name),+]
            }

            fn both(self) -> [&'static str; 2] {
                match self {
                    $(Self::$name => [$en, $es],)+
                }
            }
        }
    };
}

phrases! {
    // The frame of every page.
    SkipToContent: "Skip to the content", "Saltar al contenido";
    People: "People", "Personas";
    About: "About", "Acerca de";
    Tagline: "Who was taken, where they are, and who says so.", "A quién se llevaron, dónde está y quién lo dice.";
    LocalOnly: "This page is served on this machine only. Nothing is sent anywhere.",
        "Esta página se sirve solo en este equipo. No se envía nada a ninguna parte.";
    NotFound: "Not found", "No encontrado";
    NotFoundHint: "There is no page at this address. Go back to the list of people.",
        "No hay ninguna página en esta dirección. Vuelva a la lista de personas.";
    MethodNotAllowed: "This page can only be read", "Esta página solo se puede leer";
    WrongHost: "Wrong address", "Dirección incorrecta";
    WrongHostHint: "Open the page at the address that the program printed.", "Abra la página en la dirección que mostró el programa.";
    BackToList: "All people", "Todas las personas";

    // The list.
    Search: "Search names", "Buscar nombres";
    SearchDo: "Search", "Buscar";
    SearchClear: "Show all", "Mostrar todo";
    NobodyFound: "No name contains these words.", "Ningún nombre contiene estas palabras.";
    NobodyYet: "No person is named in the reports.", "En los informes no se nombra a ninguna persona.";
    PersonsOfTheCase: "Persons of the case", "Personas del caso";
    OthersNamed: "Others named in the reports", "Otras personas nombradas en los informes";
    Unsure: "May be one person", "Podrían ser la misma persona";
    UnsureHint: "Nothing was joined: each of these needs a person's judgement.",
        "No se unió nada: cada caso necesita el juicio de una persona.";
    Report: "report", "informe";
    Reports: "reports", "informes";
    IndependentOrigin: "independent origin", "origen independiente";
    OneOrigin: "Nothing here is confirmed by a second, independent source.",
        "Nada de esto está confirmado por una segunda fuente independiente.";
    IndependentOrigins: "independent origins", "orígenes independientes";

    // The case file.
    CaseFile: "Case file", "Expediente";
    WhereNow: "Fate and whereabouts", "Suerte y paradero";
    Fate: "Fate", "Suerte";
    Whereabouts: "Whereabouts", "Paradero";
    AMinor: "a minor", "una persona menor de edad";
    LastSign: "Last sign", "Última señal";
    AccordingTo: "according to", "según";
    ReportedBy: "reported by", "informa";
    NotRecorded: "not recorded", "no consta";
    Who: "Who", "Quién";
    AlsoNamed: "Also named", "También nombrado como";
    Chronology: "Chronology", "Cronología";
    UndatedSteps: "Without a date or without a year", "Sin fecha o sin año";
    Undated: "Date not recorded", "Fecha no consta";
    Allegations: "Allegations", "Acusaciones";
    AllegedBy: "Alleged by", "Quién acusa";
    Evidence: "Offered as evidence", "Ofrecido como prueba";
    Answers: "Answers", "Respuestas";
    NoAnswer: "No answer is recorded.", "No consta ninguna respuesta.";
    NoEvidence: "No evidence is recorded.", "No consta ninguna prueba.";
    Voices: "Voices", "Voces";
    LegalSteps: "Legal steps", "Pasos legales";
    Conflicts: "Where reports disagree", "Donde los informes discrepan";
    ConflictsHint: "Both are kept. Nothing here picks a winner.", "Se conservan todas las versiones. Nada aquí elige una.";
    Sources: "Reports and origins", "Informes y orígenes";
    SourcesHint: "Reports of one story are near copies; reports of one origin do not confirm each other.",
        "Los informes de una misma noticia son casi copias; los de un mismo origen no se confirman entre sí.";
    Missing: "Not recorded", "No consta";
    MissingHint: "What a form of the UN Working Group on Enforced Disappearances asks for at least and no report says.",
        "Lo mínimo que pide el formulario del Grupo de Trabajo de la ONU sobre Desapariciones Forzadas y ningún informe dice.";
    By: "by", "por";
    From: "from", "desde";
    To: "to", "a";
    In: "in", "en";
    Outcome: "Outcome", "Decisión";
    SeeWords: "see the words in the report", "ver las palabras en el informe";
    Words: "Words in the reports", "Palabras de los informes";
    GroupNotPerson: "said of a group, not of this person", "se dice de un grupo, no de esta persona";

    // Protection.
    Withheld: "withheld", "reservado";
    ProtectedHidden: "Protected values are hidden.", "Los valores protegidos están ocultos.";
    ProtectedShown: "Protected values are shown. Do not leave this page open or share it.",
        "Los valores protegidos están a la vista. No deje esta página abierta ni la comparta.";
    ShowProtected: "Show them on this page", "Mostrarlos en esta página";
    HideProtected: "Hide them", "Ocultarlos";

    Described: "No report gives a name: these are the words that describe the person.",
        "Ningún informe da un nombre: estas son las palabras que describen a la persona.";
    Deeds: "What reports say this person did or said", "Lo que según los informes hizo o dijo esta persona";
    Told: "Statements that reports take from this person", "Afirmaciones que los informes atribuyen a esta persona";
    NumberUnknown: "an unstated number of", "un número no indicado de";
    Groups: "Said of groups in the same reports", "Dicho de grupos en los mismos informes";
    Earlier: "Earlier signs", "Señales anteriores";
    UnknownPlace: "Unknown: nobody says where", "Desconocido: nadie dice dónde";
    UnnamedSpeaker: "speaker not named", "no consta quién habla";
    WithOthers: "together with others", "junto con otras personas";
    Story: "story", "noticia";
    Origin: "origin", "origen";
    WorkingGroup: "Asked by the UN Working Group on Enforced or Involuntary Disappearances at least",
        "Lo mínimo que pide el Grupo de Trabajo de la ONU sobre las Desapariciones Forzadas o Involuntarias";
    OtherMinimum: "Asked by other UN forms", "Lo que piden otros formularios de la ONU";
    Policy: "Not included, whether recorded or not", "No se incluye, conste o no";
    Minors: "Minors", "Menores de edad";

    // The text of a report.
    Text: "Text of the report", "Texto del informe";
    TextHint: "The words as they were read. Each mark is a statement; its number leads to the list.",
        "Las palabras tal como se leyeron. Cada marca es una afirmación; su número lleva a la lista.";
    NamedHere: "People in this report", "Personas en este informe";
    Published: "Published", "Publicado";
    Outlet: "Outlet", "Medio";
    Author: "Author", "Autoría";
    Captured: "Captured", "Capturado";
    CapturedFrom: "Captured from", "Capturado de";
    StandardInput: "standard input", "entrada estándar";
    Fingerprint: "SHA-256 of the source", "SHA-256 de la fuente";
    Reader: "Read by", "Leído por";
    Address: "Address", "Dirección";
    LanguageOfText: "Language", "Idioma";
    Untitled: "Report without a title", "Informe sin título";
    Warnings: "Problems met while reading", "Problemas al leer";
    StatementsOfText: "Statements drawn from this text", "Afirmaciones extraídas de este texto";
    NoStatements: "No statement was drawn from this text.", "De este texto no se extrajo ninguna afirmación.";
    BackToWords: "back to the words", "volver a las palabras";
    DraftedBy: "drafted by rule", "redactada por la regla";

    // Kinds of statement.
    KindAct: "Act", "Acto";
    KindAttribute: "Attribute", "Atributo";
    KindAllegation: "Allegation", "Acusación";
    KindQuote: "Quote", "Cita";
    KindOrigin: "Origin", "Origen";
    KindCount: "Count", "Recuento";

    // About.
    AboutBody: "Paradero reads what is published, keeps every source, and writes down who did what to whom, when, where and who says so. Every value is one statement that carries its exact words. Two reports that disagree are both kept. Copies of one story count as one origin. A name alone never joins two persons. What no report says reads “not recorded”.",
        "Paradero lee lo que se publica, conserva cada fuente y anota quién hizo qué a quién, cuándo, dónde y quién lo dice. Cada valor es una afirmación que lleva sus palabras exactas. Si dos informes discrepan, se conservan los dos. Las copias de una misma noticia cuentan como un solo origen. Un nombre por sí solo nunca une a dos personas. Lo que ningún informe dice aparece como «no consta».";
    DraftWarning: "Statements are drafts made by rules. Read the words before you rely on a value.",
        "Las afirmaciones son borradores hechos por reglas. Lea las palabras antes de confiar en un valor.";
    Glossary: "Words", "Palabras que se usan";
    ModalityStated: "The report, or somebody it quotes, says that it is so.", "El informe, o alguien a quien cita, dice que es así.";
    ModalityAlleged: "Marked in the report as a claim.", "El informe lo presenta como una acusación o versión.";
    ModalityDenied: "Somebody says that it is not so.", "Alguien dice que no es así.";
    ModalityPossible: "Planned, ordered, feared or demanded, not done.", "Previsto, ordenado, temido o exigido, no realizado.";
    WordOrigin: "Who first said it. Corroboration counts origins, never outlets.",
        "Quién lo dijo primero. La corroboración cuenta orígenes, nunca medios.";
    WordWhereabouts: "Where the person is: always as of a day, according to somebody, with the last sign.",
        "Dónde está la persona: siempre a una fecha, según alguien, con la última señal.";

    WordWithheld: "Protected: sexual orientation, religion, politics, health, document numbers, and the names of minors. Hidden on every page and left out of every release unless you ask for it.",
        "Protegido: orientación sexual, religión, política, salud, números de documento y nombres de menores. Se oculta en cada página y no sale en ninguna publicación si usted no lo pide.";

    // Release.
    ReleaseOf: "Case file of", "Expediente de";
    ReleaseNote: "Made from published reports. Protected values are withheld. Statements are drafts until a person has confirmed them.",
        "Elaborado a partir de informes publicados. Los valores protegidos se reservan. Las afirmaciones son borradores hasta que una persona las confirme.";
}
