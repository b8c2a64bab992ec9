//! The bounds of reading. Every loop of this crate ends because of one of them or of the input's length.

/// Bytes of one source that are decoded; a file of reports may hold many texts.
pub(crate) const SOURCE_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of one page or plain text that are read.
pub(crate) const TEXT_BYTES: usize = 10 * 1024 * 1024;
/// Levels of open elements that are kept apart, as browsers do.
pub(crate) const DEPTH: usize = 512;
/// Elements of one page that are kept apart: ten times what the longest real pages have.
pub(crate) const ELEMENTS: usize = 500_000;
/// Attributes kept of one element: the rest cannot matter.
pub(crate) const ATTRIBUTES: usize = 64;
/// Entries read of one feed or file of reports.
pub(crate) const ENTRIES: usize = 100_000;
/// Warnings kept of one source.
pub(crate) const WARNINGS: usize = 1_000;
/// Bytes at the beginning in which a declaration of the charset and the format are looked for.
pub(crate) const HEAD_BYTES: usize = 16 * 1024;

/// The longest prefix of `text` of at most `limit` bytes that cuts no character.
pub(crate) fn prefix(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
