//! Where an English stretch between white space is cut, by the network: "10am" in two, "F-102" in three, "its" in two where it stands
//! for "it's". The rules' own cuts are among what it sees; inside web addresses there is nothing to ask.

use super::net::{Key, Net, both, key};
use std::ops::Range;

/// The most cuts that are asked about in one stretch: longer ones are left to the rules.
const MOST: usize = 48;

/// Words without a mark that some writers make of two, and where the second begins.
const GLUED: &[(&str, usize)] = &[
    ("its", 2),
    ("your", 3),
    ("dont", 2),
    ("im", 1),
    ("wont", 2),
    ("cant", 2),
    ("ive", 1),
    ("didnt", 3),
    ("lets", 3),
    ("thats", 4),
    ("elses", 4),
    ("hes", 2),
    ("shes", 3),
    ("theres", 5),
    ("doesnt", 4),
    ("youre", 3),
    ("couldnt", 5),
    ("aint", 2),
    ("arnt", 2),
    ("arent", 3),
    ("wouldnt", 5),
    ("shouldnt", 6),
    ("whats", 4),
    ("isnt", 2),
    ("wasnt", 3),
    ("werent", 4),
    ("havent", 4),
    ("hasnt", 3),
    ("hadnt", 3),
    ("theyre", 4),
    ("theyve", 4),
    ("youll", 3),
    ("youve", 3),
    ("itll", 2),
    ("heres", 4),
    ("hows", 3),
    ("ill", 1),
    ("id", 1),
    ("iv", 1),
    ("ur", 1),
    ("cannot", 3),
    ("gonna", 3),
    ("wanna", 3),
    ("gotta", 3),
    ("outta", 3),
    ("kinda", 4),
    ("sorta", 4),
    ("lotta", 3),
    ("awhile", 1),
    ("wana", 3),
    ("everyday", 5),
    ("setup", 3),
    ("alot", 1),
    ("others", 5),
    ("doctors", 6),
    ("visitors", 7),
    ("owners", 5),
    ("friends", 6),
    ("travellers", 9),
    ("travelers", 8),
    ("kids", 3),
    ("dogs", 3),
    ("cats", 3),
    ("cars", 3),
    ("mothers", 6),
    ("todays", 5),
    ("peoples", 6),
    ("childrens", 8),
    ("anyones", 6),
    ("everyones", 8),
    ("someones", 7),
    ("valentines", 9),
];

/// What stands around a stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'a> {
    /// The stretch before it.
    pub before: &'a str,
    /// The stretch behind it; empty before an empty line.
    pub after: &'a str,
}

/// A place where a stretch may be cut.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// In bytes from the start of the stretch.
    pub at: usize,
    /// Whether the rules cut there.
    pub rule: bool,
    /// Whether there is nothing to ask: the rules are sure.
    pub sure: bool,
}

/// Where the second word of a word without a mark begins, if it may be two.
pub(super) fn glued(word: &str) -> Option<usize> {
    if word.len() > 10 {
        return None;
    }
    GLUED.iter().find(|(one, _)| word.eq_ignore_ascii_case(one)).map(|&(_, at)| at)
}

/// The places of `word` to ask about, into `places`. `rule` holds the rules' cuts in order, `address` the addresses among its tokens.
pub(super) fn places(word: &str, rule: &[usize], address: &[Range<usize>], places: &mut Vec<Place>) {
    places.clear();
    let mut cuts = rule.iter().copied().peekable();
    let mut last: Option<char> = None;
    for (at, c) in word.char_indices() {
        let ruled = cuts.next_if_eq(&at).is_some();
        if let Some(before) = last {
            let inside = address.iter().any(|one| one.start < at && at < one.end);
            let edge = address.iter().any(|one| one.start == at || at == one.end);
            let differs = class(before) != class(c);
            if ruled || (differs && !inside) {
                places.push(Place { at, rule: ruled, sure: edge || inside });
            }
        }
        last = Some(c);
    }
    if places.is_empty()
        && let Some(at) = glued(word)
    {
        places.push(Place { at, rule: false, sure: false });
    }
}

/// Letters are alike, digits are alike, every mark is itself.
fn class(c: char) -> u32 {
    if c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}') {
        1
    } else if c.is_ascii_digit() {
        2
    } else {
        u32::from(c)
    }
}

/// Decides each place in order, into `cuts`.
pub(super) fn decide(word: &str, around: Around, places: &[Place], net: &Net, keys: &mut Vec<Key>, cuts: &mut Vec<usize>) {
    cuts.clear();
    if places.len() > MOST {
        cuts.extend(places.iter().filter(|place| place.rule).map(|place| place.at));
        return;
    }
    for (number, place) in places.iter().enumerate() {
        let cut = if place.sure {
            place.rule
        } else {
            see(word, around, places, number, cuts.last().copied().unwrap_or(0), keys);
            net.weigh(keys) > 0.0
        };
        if cut {
            cuts.push(place.at);
        }
    }
}

/// A hash of letters in lower case, digits as one.
fn hash(part: &str) -> u64 {
    part.chars().take(24).fold(0x71, |sum, c| {
        let low = match c {
            '0'..='9' => '0',
            '’' | '`' => '\'',
            _ if c.is_ascii() => c.to_ascii_lowercase(),
            _ => c.to_lowercase().next().unwrap_or(c),
        };
        both(sum, u64::from(u32::from(low)))
    })
}

/// What is seen at place `number`; the last cut before it is at byte `from`.
pub(super) fn see(word: &str, around: Around, places: &[Place], number: usize, from: usize, keys: &mut Vec<Key>) {
    keys.clear();
    let place = &places[number];
    let at = place.at;
    let (left, right) = word.split_at(at);
    let mut back = left.chars().rev();
    let mut on = right.chars();
    let [l1, l2, l3] = std::array::from_fn(|_| back.next().unwrap_or('\0'));
    let [r1, r2, r3] = std::array::from_fn(|_| on.next().unwrap_or('\0'));
    let low = |c: char| u64::from(u32::from(if c.is_ascii_digit() { '0' } else { c.to_ascii_lowercase() }));
    let coarse = |c: char| -> u64 {
        match c {
            _ if c.is_uppercase() => 1,
            _ if c.is_alphabetic() => 2,
            _ => low(c),
        }
    };
    let earlier = if number > 0 { places[number - 1].at } else { 0 };
    let later = places.get(number + 1).map_or(word.len(), |next| next.at);
    let latest = places.get(number + 2).map_or(word.len(), |next| next.at);
    let before = hash(&word[earlier..at]);
    let behind = hash(&word[at..later]);
    let whole = both(hash(word), at as u64);
    let follow = around.after.chars().next().map_or(0, coarse);
    let last = u64::from(later == word.len());
    let rule = u64::from(place.rule);
    let pair = both(coarse(l1), coarse(r1));
    let cut_before = u64::from(from == earlier && number > 0);
    let long = |part: usize| (part.min(9)) as u64;
    let mut add = |kind: u32, value: u64| keys.push(key(kind, value));
    add(100, rule);
    add(101, both(pair, rule));
    add(102, both(low(l1), low(r1)));
    add(103, both(coarse(l2), pair));
    add(104, both(coarse(r2), pair));
    add(105, both(both(coarse(l2), coarse(r2)), pair));
    add(106, both(both(coarse(l3), coarse(l2)), both(pair, rule)));
    add(107, both(both(coarse(r3), coarse(r2)), both(pair, rule)));
    add(108, both(before, coarse(r1)));
    add(109, both(coarse(l1), behind));
    add(110, both(before, behind));
    add(111, whole);
    add(112, both(hash(&word[from..at]), coarse(r1)));
    add(113, both(hash(right), coarse(l1)));
    add(114, both(pair, both(follow, last)));
    add(115, both(both(before, coarse(r1)), both(follow, last)));
    add(116, both(pair, cut_before * 2 + rule));
    add(117, both(both(long(at - earlier), long(later - at)), pair));
    add(118, both(both(long(at), long(word.len() - at)), pair));
    add(119, both(coarse(l1), both(behind, hash(&word[later..latest]))));
    add(120, both(both(before, behind), follow));
    add(121, both(hash(word), hash(around.after)));
    add(122, both(hash(word), hash(around.before)));
    add(123, both(both(before, coarse(r1)), hash(around.after)));
    let shape = word.chars().take(16).fold((0x73, '\0'), |(sum, last), c| {
        let sign = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            '0'..='9' => '0',
            _ => c,
        };
        if sign == last { (sum, last) } else { (both(sum, u64::from(u32::from(sign))), sign) }
    });
    add(124, both(shape.0, number as u64));
    add(125, both(pair, number.min(4) as u64));
    add(126, both(hash(&word[from..at]), follow));
}
