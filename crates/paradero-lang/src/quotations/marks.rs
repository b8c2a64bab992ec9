//! Pairs of quotation marks of all shapes, and Spanish dialogue dashes.

use super::Marked;
use paradero_model::Span;

/// The quotations of `body` in their order; an inner one behind the one that holds it.
pub(super) fn find(body: &str) -> Vec<Marked> {
    let mut marked = Vec::new();
    let mut at = 0;
    while let Some(next) = quote_from(body, at, body.len(), None) {
        let outer = marked.len();
        marked.push(Marked { span: next.0, inside: next.1, outer: None });
        let mut inner = next.1.start();
        let depth = marked.len();
        while let Some(found) = quote_from(body, inner, next.1.end(), body[next.0.start()..].chars().next()) {
            marked.push(Marked { span: found.0, inside: found.1, outer: Some(outer) });
            inner = found.0.end();
            if marked.len() - depth > 50 {
                break;
            }
        }
        at = next.0.end();
    }
    dashes(body, &mut marked);
    marked
}

/// The first quotation that opens in `from..to` and closes there; one that opens with `outer` does not count.
fn quote_from(body: &str, from: usize, to: usize, outer: Option<char>) -> Option<(Span, Span)> {
    for (offset, mark) in body.get(from..to)?.char_indices() {
        if Some(mark) == outer {
            continue;
        }
        let at = from + offset;
        let Some(open) = opener(body, at, mark) else { continue };
        let Some((end, close)) = closer(body, at + open, to, mark) else { continue };
        if end > at + open {
            return Some((Span::new(at, close), Span::new(at + open, end)));
        }
    }
    None
}

/// The length of the opening mark at `at`, where the character there opens a quotation.
fn opener(body: &str, at: usize, mark: char) -> Option<usize> {
    let before = body[..at].chars().next_back();
    let next = body[at + mark.len_utf8()..].chars().next()?;
    let free = before.is_none_or(|c| c.is_whitespace() || "([—–-¿¡:“«\"‘'`".contains(c));
    match mark {
        '“' | '«' | '„' | '‹' => Some(mark.len_utf8()),
        '"' if free && !next.is_whitespace() => Some(1),
        '`' if next == '`' => Some(2),
        '‘' if free && next.is_alphanumeric() || mark == '‘' && free && "¿¡".contains(next) => Some(mark.len_utf8()),
        '\'' if free && next.is_alphanumeric() => Some(1),
        _ => None,
    }
}

/// Where the quotation whose words start at `from` ends: the end of its words, and past its mark.
///
/// A paragraph that ends open goes on where the next opens with the same mark; otherwise the mark was no quotation.
fn closer(body: &str, from: usize, to: usize, mark: char) -> Option<(usize, usize)> {
    let limit = body.len().min(from + 20_000).min(to);
    let limit = (from..=limit).rev().find(|&n| body.is_char_boundary(n))?;
    let mut depth = 0_usize;
    let mut previous = None;
    for (offset, c) in body[from..limit].char_indices() {
        let at = from + offset;
        let after = at + c.len_utf8();
        let next = body[after..].chars().next();
        let ends = next.is_none_or(|c| !c.is_alphanumeric());
        let closes = match mark {
            '“' | '„' => c == '”' || mark == '„' && c == '“' || mark == '“' && c == '"' && ends,
            '«' => c == '»',
            '‹' => c == '›',
            '"' => (c == '"' || c == '”') && ends && previous.is_some_and(|c: char| !matches!(c, '(' | '[')),
            '`' => (c == '\'' && next == Some('\'')) || (c == '"' && ends),
            '‘' => c == '’' && ends && !plural(body, at, limit, '’'),
            '\'' => c == '\'' && ends && !plural(body, at, limit, '\''),
            _ => false,
        };
        if closes && depth == 0 {
            return Some((at, if mark == '`' && c == '\'' { after + 1 } else { after }));
        }
        depth = if closes { depth - 1 } else { depth };
        if matches!(mark, '«') && c == mark && previous != Some('\n') {
            depth += 1;
        }
        if c == '\n' && body[after..].trim_start_matches([' ', '\t', '\r']).starts_with('\n') {
            let rest = body[after..].trim_start();
            if !(rest.starts_with(mark) || mark == '«' && rest.starts_with('»')) || matches!(mark, '\'' | '"') {
                return None;
            }
            if rest.starts_with('»') && mark == '«' {
                // Spanish style: each further paragraph opens with the closing mark.
                depth += 1;
            }
        }
        if matches!(mark, '\'' | '‘') && at - from > 600 {
            return None;
        }
        previous = Some(c);
    }
    None
}

/// Whether a single mark at `at` is rather an apostrophe ("the guards’ room"): a letter before it, and a better end further on.
fn plural(body: &str, at: usize, limit: usize, mark: char) -> bool {
    let before = body[..at].chars().next_back();
    if before != Some('s') {
        return false;
    }
    let line = body[at..limit].find("\n\n").map_or(limit, |n| at + n);
    let rest = &body[at + mark.len_utf8()..line];
    let mut last = None;
    for c in rest.chars() {
        if c == '‘' {
            return false;
        }
        if c == mark && last.is_some_and(|c: char| ".,?!…".contains(c)) {
            return true;
        }
        last = Some(c);
    }
    false
}

/// "—No sé nada —dijo Rosa—. Volvió tarde." at the start of a line: the stretches outside what the narrator says.
fn dashes(body: &str, marked: &mut Vec<Marked>) {
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        let text = line.trim_end();
        let lead = text.len() - text.trim_start().len();
        let opens = text.trim_start().strip_prefix(['—', '–', '―']);
        if let Some(rest) = opens.filter(|rest| rest.starts_with(|c: char| c.is_alphabetic() || "¿¡".contains(c))) {
            let dash = text.len() - lead - rest.len();
            dialogue(start + lead, start + lead + dash, start + text.len(), body, marked);
        }
        start += line.len();
    }
    marked.sort_by_key(|quote| quote.span);
    // The order may have changed: only dashes at the start of lines were added, and they hold nothing.
}

/// One line of dialogue: its dash at `dash..from`, its words to `end`.
fn dialogue(dash: usize, from: usize, end: usize, body: &str, marked: &mut Vec<Marked>) {
    let clear = |span: Span, marked: &[Marked]| !marked.iter().any(|quote| quote.span.overlaps(span));
    let mut spoken = true;
    let mut open = (dash, from);
    for (offset, c) in body[from..end].char_indices().filter(|(_, c)| matches!(c, '—' | '–' | '―')) {
        let at = from + offset;
        if spoken {
            let text = body[open.1..at].trim_end();
            push(Span::new(open.0, open.1 + text.len()), Span::new(open.1, open.1 + text.len()), &clear, marked);
        } else {
            let after = at + c.len_utf8();
            let skip = body[after..end].find(|c: char| c.is_alphabetic() || "¿¡".contains(c)).unwrap_or(end - after);
            open = (after + skip, after + skip);
        }
        spoken = !spoken;
    }
    if spoken && open.1 < end {
        push(Span::new(open.0, end), Span::new(open.1, end), &clear, marked);
    }
}

fn push(span: Span, inside: Span, clear: &impl Fn(Span, &[Marked]) -> bool, marked: &mut Vec<Marked>) {
    if !inside.is_empty() && clear(span, marked) {
        marked.push(Marked { span, inside, outer: None });
    }
}
