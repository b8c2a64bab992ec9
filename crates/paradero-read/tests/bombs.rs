//! Input made to be slow: none may take more than linear time, and none may end the process.
//!
//! Work is compared with work, in processor time of this thread where the system tells it: an input twice as large may not cost
//! what a square would, above a floor below which clocks say nothing. A generous guard catches hangs.

#![expect(clippy::disallowed_methods, reason = "tests read their pages from disk and measure time; the library does neither")]

use paradero_model::Problem;
use paradero_read::read;
use std::time::{Duration, Instant};

/// Long enough for any machine, short enough to notice a hang.
const HANG: Duration = Duration::from_secs(20);

/// Processor time of this thread; where the system does not tell it, time of day.
fn spent(start: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// Reads a bomb of size `size` and of twice that size.
fn grows_in_step(name: &str, size: usize, make: impl Fn(usize) -> Vec<u8>) {
    let cost = |bytes: &[u8]| {
        let one = || {
            let start = Instant::now();
            let before = spent(start);
            let _ = std::hint::black_box(read(bytes, Some("bomb.html")));
            spent(start).saturating_sub(before)
        };
        one()
    };
    let (once, twice) = (make(size), make(size * 2));
    let floor = Duration::from_millis(40);
    let mut best = (Duration::MAX, Duration::MAX);
    // Machines are shared, so a bound that fails is measured again; it is for squares (four times), not for noise.
    for _ in 0..4 {
        best = (best.0.min(cost(&once)), best.1.min(cost(&twice)));
        if best.1 <= floor + best.0.mul_f64(3.0) {
            break;
        }
    }
    let (small, large) = best;
    assert!(large < HANG, "{name}: {large:?}");
    assert!(large <= floor + small.mul_f64(3.0), "{name}: {small:?} became {large:?} for twice the input");
}

fn page(part: &str, count: usize) -> Vec<u8> {
    part.repeat(count).into_bytes()
}

#[test]
fn nested_and_unclosed_elements_cost_what_they_are_long() {
    for part in [
        "<ul><li>",
        "<div>",
        "<a><i>",
        "<b><p>",
        "<table><tr><td>",
        "<p><a href=x>y",
        "<dl><dt>",
        "<font><nobr>",
        "<h1><p>",
        "<select><option>",
        "<svg><g>",
        "<x-y>",
        "<form><div class='ad related'>",
    ] {
        grows_in_step(part, 10_000, |count| page(part, count));
    }
}

#[test]
fn closed_and_wrongly_closed_elements_cost_what_they_are_long() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<i>", "</a>"),
        ("<div>x", "</p>"),
        ("<a><b>", "</a></b>"),
        ("<td>", "</table>"),
        ("<p>", "</div>"),
    ] {
        grows_in_step(open, 10_000, |count| [page(open, count), page(close, count)].concat());
    }
}

#[test]
fn attributes_comments_entities_and_scripts_cost_what_they_are_long() {
    grows_in_step("attributes", 50_000, |count| {
        let many: String = (0..count).map(|at| format!(" a{at}=b")).collect();
        format!("<p{many}>x</p>").into_bytes()
    });
    grows_in_step("same attribute", 50_000, |count| format!("<p{}>x</p>", " class=ad".repeat(count)).into_bytes());
    grows_in_step("classes", 50_000, |count| format!("<p class='{}'>x</p>", "relatedBox-ad ".repeat(count)).into_bytes());
    grows_in_step("comments", 50_000, |count| page("<!-- -- >", count));
    grows_in_step("open comments", 50_000, |count| page("<!--", count));
    grows_in_step("half tags", 50_000, |count| page("<p <", count));
    grows_in_step("entities", 5_000, |count| [b"<p>".to_vec(), page("&amp;&eacute;&#x41;&nosuchthing;&", count)].concat());
    grows_in_step("scripts", 10_000, |count| page("<script>{</script>", count));
    grows_in_step("json-ld", 10_000, |count| {
        format!("<script type='application/ld+json'>{}</script>", "{\"a\":[".repeat(count)).into_bytes()
    });
    grows_in_step("line breaks", 50_000, |count| page("<br> ", count));
    grows_in_step("titles", 5_000, |count| page("<title>a - b | c</title><h1>x</h1>", count));
    grows_in_step("inline in inline", 10_000, |count| page("<time datetime='2025-01-01'><a href='/'>x", count));
}

#[test]
fn prose_in_many_elements_costs_what_it_is_long() {
    let sentence = "The family said on Friday that they had not been told where he was held. ";
    for part in [
        format!("<div><p>{sentence}</p>"),
        format!("<article><h1>A</h1><p>{sentence}</p></article>"),
        format!("{sentence}<br><br>"),
        format!("<li>{sentence}</li>"),
        format!("<h1>{sentence}</h1>"),
        format!("<div><h2><a href=x>y</a></h2><p>{sentence}</p><img></div>"),
        format!("<div>{sentence}</div><blockquote>The family said on Friday</blockquote>"),
        format!("<tr><td>{sentence}</td><td>b</td></tr>"),
    ] {
        grows_in_step(&part, 2_000, |count| page(&format!("<html>{part}")[6..], count));
    }
}

#[test]
fn xml_bombs_are_not_expanded() {
    grows_in_step("billion laughs", 5_000, |count| {
        let entities: String = (1..count).map(|at| format!("<!ENTITY l{at} \"&l{};&l{};\">", at - 1, at - 1)).collect();
        format!("<!DOCTYPE rss [<!ENTITY l0 \"lol\">{entities}]><rss><channel><item><title>a</title><description>&l{};</description></item></channel></rss>", count - 1).into_bytes()
    });
    grows_in_step("depth", 10_000, |count| [b"<rss><channel><item><description>".to_vec(), page("<a>", count)].concat());
    grows_in_step("feed items", 5_000, |count| {
        [b"<rss><channel>".to_vec(), page("<item><title>a</title><description>&lt;p&gt;b</description></item>", count)].concat()
    });
    grows_in_step("attributes", 50_000, |count| {
        let many: String = (0..count).map(|at| format!(" a{at}='b'")).collect();
        format!("<feed><entry><link{many} href='x'/><title>t</title></entry></feed>").into_bytes()
    });
    grows_in_step("open feed", 10_000, |count| page("<feed><entry>", count));
}

#[test]
fn legacy_charsets_and_files_of_reports_cost_what_they_are_long() {
    grows_in_step("bad utf-8", 50_000, |count| [b"<p>".to_vec(), page("a", 1), vec![0xC3; count]].concat());
    grows_in_step("shift_jis", 50_000, |count| [b"<meta charset=shift_jis><p>".to_vec(), [0x82, 0xA0].repeat(count)].concat());
    grows_in_step("windows-1252", 50_000, |count| [b"<meta charset=windows-1252><p>".to_vec(), vec![0xE9; count]].concat());
    grows_in_step("reports", 5_000, |count| page("{\"text\":\"a\\u00e9\"}\n", count));
    grows_in_step("bad reports", 5_000, |count| [page("{\"text\":\"a\"}\n", 1), page("{\"text\":\n", count)].concat());
    grows_in_step("json depth", 50_000, |count| [b"{\"text\":\"a\",\"x\":".to_vec(), page("[", count)].concat());
    grows_in_step("escapes", 50_000, |count| format!("{{\"text\":\"{}\"}}", "\\u00e9\\n\\ud83d".repeat(count)).into_bytes());
}

#[test]
fn what_is_beyond_a_limit_is_told() {
    let deep = format!("<p>Start.{}in{}<p>End.", "<div>".repeat(3000), "</div>".repeat(3000));
    let made = read(deep.as_bytes(), None);
    assert!(made.warnings.iter().any(|warning| warning.what == Problem::TooDeep));
    let body = made.value[0].body();
    assert!(body.contains("Start.") && body.contains("in") && body.contains("End."), "{body}");
    let long = "palabra ".repeat(1_400_000);
    let made = read(long.as_bytes(), None);
    assert!(made.warnings.iter().any(|warning| warning.what == Problem::TooLong));
    assert!(made.value[0].body().len() <= 10 * 1024 * 1024);
}
