//! What can be wrong with an input, as a sentence that says what was done about it.

use super::Term;
use paradero_model::Problem;

impl Term for Problem {
    fn every() -> &'static [Self] {
        &Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Empty => ["The source is empty: nothing was read.", "La fuente está vacía: no se leyó nada."],
            Self::Binary => [
                "The source is not text that can be read (an image, a PDF, a program). Save its words as text or HTML and open that.",
                "La fuente no es texto legible (una imagen, un PDF, un programa). Guarde sus palabras como texto o HTML y abra ese archivo.",
            ],
            Self::BadCharacters => [
                "Some characters are broken in the source; each is shown as \u{fffd}.",
                "Algunos caracteres están dañados en la fuente; cada uno se muestra como \u{fffd}.",
            ],
            Self::Charset => [
                "The character set declared is not the one the source is in; another was used.",
                "El juego de caracteres declarado no es el de la fuente; se usó otro.",
            ],
            Self::TooDeep => [
                "Elements are nested too deep; the rest was read without its structure.",
                "Hay demasiados elementos anidados; el resto se leyó sin su estructura.",
            ],
            Self::TooLong => [
                "The source is larger than the limit; the rest was not read. Split it and open the parts.",
                "La fuente supera el límite; el resto no se leyó. Divídala y abra las partes.",
            ],
            Self::BrokenMarkup => [
                "The page's markup is broken; check that no words are missing from the text.",
                "El marcado de la página está dañado; compruebe que al texto no le falten palabras.",
            ],
            Self::NoArticle => [
                "No main article was found; the whole page was read, menus included.",
                "No se encontró el artículo principal; se leyó toda la página, con sus menús.",
            ],
            Self::BadEntry => [
                "An entry is not in the shape its format demands; it was left out.",
                "Una entrada no tiene la forma que exige su formato; se omitió.",
            ],
            Self::BadField => {
                ["A value could not be understood; it was left out.", "Un valor no se pudo interpretar; se omitió."]
            }
            Self::UnknownLanguage => [
                "This part is in neither English nor Spanish and was left unread; translate it, or read it yourself.",
                "Esta parte no está en inglés ni en español y quedó sin leer; tradúzcala o léala usted.",
            ],
            // Problem may grow; a new one is read as this until it has its own sentence (the test asks for one).
            _ => ["Something was wrong with the source.", "Hubo un problema con la fuente."],
        }
    }
}
