//! Pages of very different make, all invented: `tests/pages/NAME.html` is read and must give exactly `NAME.expected.txt`: what the
//! page says about itself, a line `---`, the words. To add one, put both files there.

#![expect(clippy::disallowed_methods, reason = "tests read their pages from disk and measure time; the library does neither")]

use paradero_model::{About, Edtf, Lang};
use paradero_read::read;
use std::path::Path;

fn written(about: &About, body: &str) -> String {
    let mut lines = String::new();
    let published = about.published.as_ref().map(Edtf::to_string);
    let lang = about.lang.map(Lang::code).map(str::to_owned);
    let fields = [
        ("title", &about.title),
        ("publisher", &about.publisher),
        ("author", &about.author),
        ("published", &published),
        ("url", &about.url),
        ("lang", &lang),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            lines += &format!("{name}: {value}\n");
        }
    }
    format!("{lines}---\n{body}\n")
}

#[test]
fn every_page_gives_the_words_a_reader_came_for() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<_> = std::fs::read_dir(folder).expect("the pages are there").flatten().map(|entry| entry.path()).collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    pages.sort();
    assert!(pages.len() >= 6);
    let mut wrong = Vec::new();
    for page in pages {
        let made = read(&std::fs::read(&page).expect("it can be read"), None);
        let expected = std::fs::read_to_string(page.with_extension("expected.txt")).expect("it has an expected text");
        let got = made.value.first().map(|text| written(&text.about, text.body())).unwrap_or_default();
        if got != expected {
            wrong.push(format!("{}\n-- expected\n{expected}\n-- got\n{got}", page.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
