//! Character references (`&eacute;`, `&#233;`, `&#xE9;`), with their length, as the HTML standard reads them in text.

use quick_xml::escape::resolve_html5_entity;

/// Names that the standard also reads without their semicolon, because old pages leave it out.
const WITHOUT_SEMICOLON: &[&str] = &[
    "AElig", "AMP", "Aacute", "Acirc", "Agrave", "Aring", "Atilde", "Auml", "COPY", "Ccedil", "ETH", "Eacute", "Ecirc", "Egrave",
    "Euml", "GT", "Iacute", "Icirc", "Igrave", "Iuml", "LT", "Ntilde", "Oacute", "Ocirc", "Ograve", "Oslash", "Otilde", "Ouml",
    "QUOT", "REG", "THORN", "Uacute", "Ucirc", "Ugrave", "Uuml", "Yacute", "aacute", "acirc", "acute", "aelig", "agrave", "amp",
    "aring", "atilde", "auml", "brvbar", "ccedil", "cedil", "cent", "copy", "curren", "deg", "divide", "eacute", "ecirc",
    "egrave", "eth", "euml", "frac12", "frac14", "frac34", "gt", "iacute", "icirc", "iexcl", "igrave", "iquest", "iuml", "laquo",
    "lt", "macr", "micro", "middot", "nbsp", "not", "ntilde", "oacute", "ocirc", "ograve", "ordf", "ordm", "oslash", "otilde",
    "ouml", "para", "plusmn", "pound", "quot", "raquo", "reg", "sect", "shy", "sup1", "sup2", "sup3", "szlig", "thorn", "times",
    "uacute", "ucirc", "ugrave", "uml", "uuml", "yacute", "yen", "yuml",
];

/// The longest name of an entity.
const LONGEST: usize = 32;

/// The characters of the reference at the beginning of `text` (which begins with `&`) and its length in bytes; `None` where there
/// is no reference and the `&` is an `&`.
pub(crate) fn reference(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix('&')?;
    if let Some(number) = rest.strip_prefix('#') {
        let (digits, radix, lead) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 3),
            None => (number, 10, 2),
        };
        let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
        if length == 0 {
            return None;
        }
        let value = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
        let semicolon = usize::from(digits[length..].starts_with(';'));
        return Some((numbered(value).to_string(), lead + length + semicolon));
    }
    let length = rest.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    if length > 0
        && rest[length..].starts_with(';')
        && let Some(found) = resolve_html5_entity(&rest[..length])
    {
        return Some((found.to_owned(), length + 2));
    }
    (2..=length.min(6)).rev().find_map(|length| {
        let name = WITHOUT_SEMICOLON.iter().find(|name| **name == &rest[..length])?;
        Some((resolve_html5_entity(name)?.to_owned(), length + 1))
    })
}

/// The character of a numbered reference. Numbers 128 to 159 mean windows-1252, as old pages do and the standard says.
fn numbered(value: u32) -> char {
    if let Ok(byte @ 0x80..=0x9F) = u8::try_from(value) {
        let bytes = [byte];
        return encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.chars().next().unwrap_or('\u{FFFD}');
    }
    match value {
        0 => '\u{FFFD}',
        value => char::from_u32(value).unwrap_or('\u{FFFD}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_browsers_read_them() {
        let read = |text: &str| {
            reference(text).map(|(words, length)| (words, &text[length..])).map(|(words, rest)| format!("{words}|{rest}"))
        };
        assert_eq!(read("&eacute;x").as_deref(), Some("é|x"));
        assert_eq!(read("&eacutex").as_deref(), Some("é|x"));
        assert_eq!(read("&#233;x").as_deref(), Some("é|x"));
        assert_eq!(read("&#xE9 x").as_deref(), Some("é| x"));
        assert_eq!(read("&#147;x").as_deref(), Some("“|x"));
        assert_eq!(read("&rsquo;s").as_deref(), Some("’|s"));
        assert_eq!(read("&#99999999999999;").as_deref(), Some("\u{FFFD}|"));
        assert_eq!(read("& co"), None);
        assert_eq!(read("&nosuch;"), None);
        assert_eq!(read("&#;"), None);
    }
}
