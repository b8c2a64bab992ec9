//! The page in a real browser, as a reader walks it: list, case file, text, in both languages, wide and narrow.

mod chromium;
mod site;

use chromium::Browser;
use paradero_model::Lang;
use serde_json::json;
use site::{HOSTILE, NAME, Served};

/// What holds of every page: it asked this machine only, nothing was refused or went wrong, and nothing hangs over the edge.
fn sound(browser: &mut Browser, site: &Served, what: &str) {
    let ours = format!("http://127.0.0.1:{}/", site.port);
    let foreign: Vec<String> = browser.requests().into_iter().filter(|address| !address.starts_with(&ours)).collect();
    assert!(foreign.is_empty(), "{what} asked for {foreign:?}");
    assert_eq!(browser.complaints(), Vec::<String>::new(), "{what}");
    assert_eq!(browser.value("document.scripts.length"), json!(0), "{what} holds a script");
    assert_eq!(browser.value("getComputedStyle(document.body).margin"), json!("0px"), "{what} came without its style sheet");
    let over = browser.value("document.scrollingElement.scrollWidth - document.documentElement.clientWidth");
    assert_eq!(over, json!(0), "{what} is wider than its window");
}

/// Walks list, case file and text in one language and looks for the words that a reader must see.
fn walk(browser: &mut Browser, site: &Served, lang: Lang, heads: [&str; 4]) {
    let [list, case, chronology, statements] = heads;
    browser.open(&format!("http://127.0.0.1:{}/?lang={}", site.port, lang.code()));
    sound(browser, site, "the list");
    assert_eq!(browser.value("document.documentElement.lang"), json!(lang.code()));
    let text = browser.text();
    assert!(text.contains(list) && text.contains(NAME), "the list shows: {text}");

    browser.follow("a.name");
    sound(browser, site, "the case file");
    let text = browser.text();
    for words in [NAME, case, chronology, "Puerto Lirio", "I bake bread"] {
        assert!(text.contains(words), "the case file lacks {words}: {text}");
    }
    assert!(!text.contains("lesbian"), "the case file tells what is protected");

    browser.follow(".timeline .refs a");
    sound(browser, site, "the text");
    assert_eq!(browser.value("document.documentElement.lang"), json!(lang.code()));
    let text = browser.text();
    assert!(text.contains(statements) && text.contains("Ilda Brusco Fanti"), "the text shows: {text}");
    assert!(
        browser.value("document.querySelectorAll('mark.here').length").as_u64() > Some(0),
        "the words that the link names are marked"
    );
    let seen = "(() => { const box = document.querySelector('mark.here').getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; })()";
    assert_eq!(browser.value(seen), json!(true), "the marked words are in sight");
}

const ENGLISH: [&str; 4] = ["Persons of the case", "Fate and whereabouts", "Chronology", "Statements drawn from this text"];
const SPANISH: [&str; 4] = ["Personas del caso", "Suerte y paradero", "Cronología", "Afirmaciones extraídas de este texto"];

#[test]
fn a_reader_walks_from_the_list_to_the_words_in_both_languages_wide_and_narrow() {
    let site = Served::new("", Lang::En);
    let mut browser = Browser::start();
    for width in [1280, 390, 320] {
        browser.width(width);
        walk(&mut browser, &site, Lang::En, ENGLISH);
        walk(&mut browser, &site, Lang::Es, SPANISH);
    }
}

#[test]
fn hostile_words_run_nothing_load_nothing_and_break_no_line() {
    let long = "x".repeat(400);
    let site = Served::new(&format!("{HOSTILE}{long}"), Lang::En);
    let mut browser = Browser::start();
    browser.width(390);
    walk(&mut browser, &site, Lang::En, ENGLISH);
}

#[test]
fn the_page_can_be_used_from_the_keyboard_and_read_aloud() {
    let site = Served::new("", Lang::En);
    let mut browser = Browser::start();
    browser.width(1280);
    browser.open(&format!("http://127.0.0.1:{}/", site.port));
    for next in ["a.name", ".timeline .refs a", ".top nav a:nth-of-type(2)", ""] {
        let unnamed = "[...document.querySelectorAll('a, button, input:not([type=hidden])')].filter(one => !(one.innerText || one.ariaLabel || (one.labels && one.labels.length))).length";
        assert_eq!(browser.value(unnamed), json!(0), "a link or field has no name");
        assert_eq!(browser.value("document.querySelectorAll('h1').length"), json!(1));
        assert_eq!(browser.value("document.querySelectorAll('main').length"), json!(1));
        assert_eq!(
            browser.value("document.links[0].getAttribute('href')"),
            json!("#content"),
            "the first stop of the keyboard skips to the content"
        );
        let twice =
            "document.querySelectorAll('[id]').length - new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size";
        assert_eq!(browser.value(twice), json!(0), "an id stands twice");
        if !next.is_empty() {
            browser.follow(next);
        }
    }
}

/// Each element with words of its own whose colour stands out less than 4.5 to 1 from what is behind it (WCAG 2.2, AA).
const FAINT: &str = "(() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = one => { for (; one; one = one.parentElement) { const c = numbers(getComputedStyle(one).backgroundColor); if (c[3] !== 0) return c; } return [255, 255, 255]; };
  const worded = [...document.body.querySelectorAll('*')].filter(one => [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
  return worded.flatMap(one => {
    const [a, b] = [light(numbers(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    return ratio < 4.5 ? [`${one.tagName}.${one.className} ${ratio.toFixed(2)}: ${one.innerText.slice(0, 40)}`] : [];
  });
})()";

#[test]
fn every_word_stands_out_from_what_is_behind_it() {
    let site = Served::new("", Lang::En);
    let mut browser = Browser::start();
    browser.width(1280);
    browser.open("data:text/html,<p style='color:%23999'>faint</p>");
    assert_eq!(browser.value(FAINT).as_array().map(Vec::len), Some(1), "the check itself can fail");
    browser.open(&format!("http://127.0.0.1:{}/", site.port));
    for next in ["a.name", ".timeline .refs a", ".guard a", ".top nav a:nth-of-type(2)", ""] {
        assert_eq!(browser.value(FAINT), json!([]), "{}", browser.value("location.href"));
        if !next.is_empty() {
            browser.follow(next);
        }
    }
}
