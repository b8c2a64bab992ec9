//! What kind of element a name is. Names are in lower case.

/// Whether an element has no inside.
pub(crate) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether an element is a heading.
pub(crate) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Whether words before, in and after an element are different blocks. Elements of unknown names with a hyphen are custom ones,
/// used for boxes far more often than for words.
pub(crate) fn is_block(name: &str) -> bool {
    is_heading(name)
        || name.contains('-')
        || matches!(
            name,
            "address"
                | "article"
                | "aside"
                | "blockquote"
                | "body"
                | "caption"
                | "center"
                | "dd"
                | "details"
                | "dialog"
                | "dir"
                | "div"
                | "dl"
                | "dt"
                | "fieldset"
                | "figcaption"
                | "figure"
                | "footer"
                | "form"
                | "head"
                | "header"
                | "hgroup"
                | "hr"
                | "html"
                | "iframe"
                | "legend"
                | "li"
                | "main"
                | "menu"
                | "nav"
                | "object"
                | "ol"
                | "optgroup"
                | "option"
                | "p"
                | "pre"
                | "search"
                | "section"
                | "select"
                | "summary"
                | "table"
                | "tbody"
                | "td"
                | "template"
                | "tfoot"
                | "th"
                | "thead"
                | "title"
                | "tr"
                | "ul"
                | "video"
                | "audio"
                | "svg"
                | "math"
                | "button"
        )
}

/// Whether the start of an element ends an open paragraph.
pub(crate) fn closes_paragraph(name: &str) -> bool {
    is_block(name)
        && !matches!(
            name,
            "button"
                | "svg"
                | "math"
                | "object"
                | "select"
                | "option"
                | "iframe"
                | "template"
                | "video"
                | "audio"
                | "td"
                | "th"
                | "tr"
        )
        && !name.contains('-')
}
