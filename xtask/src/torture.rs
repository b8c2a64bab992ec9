//! `cargo xtask torture [SECONDS [SEED]]`: hostile text through the whole analysis, for as long as is wanted.
//!
//! First every text of `hostile` at three sizes, to see how the time grows; then texts made at random from a seed, each held to what the
//! everyday tests and the fuzz target hold it to. (The everyday tests assert no time; this does, by growth alone.)

#[path = "../../crates/paradero-lang/tests/torture/mod.rs"]
mod body;

use body::hostile::hostile;
use std::{
    panic,
    time::{Duration, Instant},
};

/// Sizes in bytes, each four times the one before.
const SIZES: [usize; 3] = [8_000, 32_000, 128_000];

/// Runs for about so many seconds; whether nothing was found.
pub fn run(arguments: &[String]) -> bool {
    let number = |at: usize, default: u64| arguments.get(at).map_or(Some(default), |text| text.parse().ok());
    let (Some(seconds), Some(seed)) = (number(0, 60), number(1, 1)) else {
        eprintln!("usage: cargo xtask torture [SECONDS [SEED]]");
        return false;
    };
    let begun = Instant::now();
    // The networks are read and the tables built before anything is timed.
    body::check("The lawyer said so.\n\nLo dijo la abogada.");
    let mut well = true;
    for (name, _) in hostile(1) {
        let times = SIZES.map(|size| time(name, size));
        let fast = !grows_too_fast(&SIZES, &times);
        println!("{}  {name}: {times:.2?}", if fast { "ok" } else { "TOO SLOW" });
        well &= fast;
    }
    let mut random = Random(seed);
    let mut count = 0_u64;
    while well && begun.elapsed() < Duration::from_secs(seconds) {
        let text = random.text();
        if panic::catch_unwind(|| body::check(&text)).is_err() {
            println!("FAILED with seed {seed}, text {count}: {text:?}");
            well = false;
        }
        count += 1;
    }
    println!(
        "{count} texts at random from seed {seed} in {:.0} s: {}",
        begun.elapsed().as_secs_f64(),
        if well { "ok" } else { "FAILED" }
    );
    well
}

/// How long the analysis of a hostile text of a size takes; the shorter of two runs.
fn time(name: &str, size: usize) -> Duration {
    let text = hostile(size).into_iter().find(|(other, _)| *other == name).map(|(_, text)| text).unwrap_or_default();
    let once = || {
        let begun = Instant::now();
        let found = body::analysed(&text, None);
        let took = begun.elapsed();
        drop(found);
        took
    };
    once().min(once())
}

/// Whether the time grows much faster than the text: more than twice as fast, where it is long enough to be told.
fn grows_too_fast(sizes: &[usize], times: &[Duration]) -> bool {
    let mut pairs = sizes.windows(2).zip(times.windows(2));
    pairs.next_back().is_some_and(|(sizes, times)| {
        let allowed = 2.0 * sizes[1] as f64 / sizes[0] as f64;
        times[1] > Duration::from_millis(300) && times[1].as_secs_f64() > allowed * times[0].as_secs_f64()
    })
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 33).unwrap_or(0) % end.max(1)
    }

    /// Up to 60 scraps of the hostile texts, of sentences, and of characters of any kind.
    fn text(&mut self) -> String {
        const SENTENCES: [&str; 6] = [
            "Marta Quillay Osorno, a tailor, was taken to Laredo on May 2, 2025, said her lawyer. ",
            "“Nadie nos dijo dónde estaba”, afirmó el Lic. Tomás Berrueta Paz, de 52 años. ",
            "Who knows? He didn't.\n\n",
            "Se la llevaron del puerto el lunes; la habrían deportado, según sus familiares.\n",
            "At least 27 men from Peru—among them a minor—were held there, she told reporters. ",
            "Ninguém lhe disse por que foi levada.\n\n",
        ];
        let scraps = hostile(12);
        let mut text = String::new();
        for _ in 0..self.below(60) {
            match self.below(4) {
                0 => text.push_str(&scraps[self.below(scraps.len())].1),
                1 => {
                    let sentence = SENTENCES[self.below(SENTENCES.len())];
                    let words: Vec<&str> = sentence.split_inclusive(' ').collect();
                    let from = self.below(words.len());
                    words.iter().skip(from).take(1 + self.below(8)).for_each(|word| text.push_str(word));
                }
                2 => text.push_str(SENTENCES[self.below(SENTENCES.len())]),
                _ => {
                    let kinds = [0x80, 0x250, 0x370, 0x2100, 0x3100, 0x11_0000];
                    let kind = kinds[self.below(kinds.len())];
                    let code = u32::try_from(self.below(kind)).unwrap_or(0);
                    text.extend(char::from_u32(code));
                }
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_grows_with_the_square_is_found_and_one_that_grows_with_the_text_is_not() {
        let times = |power: i32| SIZES.map(|size| Duration::from_secs_f64((size as f64 / 8_000.0).powi(power) * 0.1));
        assert!(grows_too_fast(&SIZES, &times(2)));
        assert!(!grows_too_fast(&SIZES, &times(1)));
        assert!(!grows_too_fast(&SIZES, &[Duration::ZERO; 3]), "what takes no time tells nothing");
    }

    #[test]
    fn a_seed_gives_the_same_texts() {
        let texts = |seed: u64| {
            let mut random = Random(seed);
            [random.text(), random.text()]
        };
        assert_eq!(texts(3), texts(3));
        assert_ne!(texts(3), texts(4));
    }
}
