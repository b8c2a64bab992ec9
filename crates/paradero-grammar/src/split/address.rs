//! Web addresses, e-mail addresses and file names, which stay one token.

/// Endings that make a dotted word an address without "www".
const DOMAINS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "mil", "info", "biz", "html", "htm", "mx", "es", "ve", "co", "ar", "cl", "pe", "gt", "sv",
    "hn", "ni", "cu", "uk", "ca", "de", "fr", "eu", "int", "tv", "io", "us", "uy", "ec", "bo", "py", "pa", "cr", "au", "br",
    "ru", "it", "nl", "jp", "cn",
];

/// The length of the address that `rest` opens with, if any: up to a quotation mark or bracket, without the marks of the sentence.
pub(super) fn length(rest: &str) -> Option<usize> {
    let long = rest.find(['"', '“', '”', '«', '»', '<', '>', '’', '(', ')', '[', ']', '|', '{', '}']).unwrap_or(rest.len());
    let mut whole = &rest[..long];
    // A bracket inside an address ("…/Foo_(bar)") is kept where it closes in it.
    if rest[long..].starts_with('(')
        && is_web(whole)
        && let Some(close) = rest[long..].find(')')
    {
        whole = &rest[..long + close + 1];
    }
    let trimmed = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '-']);
    if is_web(trimmed) {
        return Some(trimmed.len());
    }
    let (name, domain) = match trimmed.split_once('@') {
        Some((name, domain)) => (name, domain),
        None => ("", trimmed),
    };
    if trimmed.contains('@') {
        let letter = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '&' | '=');
        return (!name.is_empty()
            && name.chars().all(letter)
            && !domain.is_empty()
            && domain.chars().all(letter)
            && domain.contains('.'))
        .then_some(trimmed.len());
    }
    let host = trimmed.split(['/', '?', '#', ':']).next().unwrap_or("");
    let (labels, last) = host.rsplit_once('.')?;
    let fine = labels.split('.').all(|label| {
        label.chars().any(|c| c.is_alphanumeric()) && label.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    });
    let known = DOMAINS.contains(&last)
        || (last.chars().all(|c| c.is_ascii_uppercase()) && DOMAINS.contains(&last.to_lowercase().as_str()));
    // "el 5.es" and initials are no addresses.
    let long_enough = labels.chars().filter(|c| c.is_alphabetic()).count() >= 3 && (last.len() > 2 || labels.len() >= 4);
    (fine && known && long_enough).then_some(trimmed.len())
}

fn is_web(word: &str) -> bool {
    let head: String = word.chars().take(9).flat_map(char::to_lowercase).collect();
    (["http://", "https://", "ftp://", "mailto:"].iter().any(|scheme| head.starts_with(scheme)) && word.len() > 9)
        || (head.starts_with("www.") && word.len() > 6)
}
