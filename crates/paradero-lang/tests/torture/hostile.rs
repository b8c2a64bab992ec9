//! Texts made to take long or to break something: for the property tests of `paradero-lang` and `paradero-grammar`, and for
//! `cargo xtask torture`.

/// Texts of about `size` bytes made to take long or break something, each with its name.
#[must_use]
pub fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let fill = |piece: &str| piece.repeat(size / piece.len() + 1);
    vec![
        ("one word", fill("a")),
        ("one word of two-byte letters", fill("ñ")),
        ("words of many marks", fill(&format!("e{} ", "\u{301}".repeat(300)))),
        ("opening quotation marks", fill("“")),
        ("straight quotation marks", fill("\"")),
        ("apostrophes", fill("'")),
        ("quotations never closed", fill("“Ana dijo que ")),
        ("brackets", fill("(")),
        ("brackets and words", fill("(la ")),
        ("empty lines", fill("\n\n")),
        ("lines of one word", fill("Ana\n")),
        ("paragraphs of one word", fill("Ana\n\n")),
        ("paragraphs in turns", fill("La policía no lo dijo.\n\nThe police did not say so.\n\nA polícia não o disse.\n\n")),
        ("nothing but NUL", fill("\0")),
        ("NUL between words", fill("said\0that\0")),
        ("direction marks", fill("\u{202e}Ana\u{202c} \u{2066}")),
        ("zero-width spaces", fill("de\u{200b}te\u{200d}ni\u{feff}do ")),
        ("full stops", fill(".")),
        ("initials", fill("J. ")),
        ("abbreviations", fill("Sr. ")),
        ("commas", fill("y, ")),
        ("names in a row", fill("Ana Ruiz ")),
        ("names and titles", fill("Sr. Juez Ana de la Paz y ")),
        ("numbers", fill("7")),
        ("numbers and dates", fill("3 de mayo de 2025, ")),
        ("dates that go on", fill("May 3 to May 4 to ")),
        ("verbs only", fill("was said was ")),
        ("said that", fill("said that ")),
        ("que", fill("dijo que ")),
        ("of the of the", fill("of the lawyer ")),
        ("and", fill("and Ana ")),
        ("pronouns", fill("he told him that he ")),
        ("possessives", fill("her ")),
        ("hyphens", fill("a-")),
        ("dashes", fill("—dijo Ana— ")),
        ("capitals", fill("LA POLICÍA DETUVO A ANA ")),
        ("Chinese", fill("律师说")),
        ("emoji", fill("👩‍👩‍👧")),
        ("letters of all kinds", fill("aЖع中é\u{301}한")),
        ("addresses", fill("https://a.example/b?c=d&e=")),
        ("list items", fill("- Ana\n1. Ana\n• ")),
        ("questions and answers", fill("Q: Who?\nA: Ana.\n")),
        ("spaces", format!("Ana{}dijo.", fill(" "))),
        ("tabs and returns", fill("Ana\t\r\n")),
    ]
}
