//! Pairs of mentions that may be one person: whom they are taken for now, and what speaks for and against it, in words.

use super::{Site, frame::Frame};
use paradero_case::{Reason, ReasonCode, Unsure};
use paradero_model::{ActCode, Edtf, Mention};
use paradero_publish::{
    Masked,
    terms::{self, Term as _},
};

/// Two mentions that may be one person, and what speaks for and against it.
pub struct Pair {
    pub a: Side,
    pub b: Side,
    pub why: Vec<Why>,
}

/// One mention, as the person that it belongs to now.
pub struct Side {
    pub name: Masked,
    /// Whether the name is hidden because it is a minor's.
    pub minor: bool,
    /// The person's number in the list, with the address of the case file.
    pub person: Option<(usize, String)>,
}

/// One reason, with the two values that it compares, where they tell more than the names above it.
pub struct Why {
    /// `for`, `against`, or `neither`.
    pub speaks: &'static str,
    pub said: &'static str,
    pub a: Masked,
    pub b: Masked,
}

/// The pair as the page shows it.
pub fn offered(site: &Site, frame: &Frame, pair: &Unsure) -> Pair {
    let side = |mention: &Mention| {
        let known = site.of_mention(mention);
        let minor = known.is_some_and(|(_, case)| case.head.minor.is_some()) && !frame.open;
        let name = if minor { paradero_publish::TOKEN } else { &mention.name };
        let person = known.map(|(number, case)| (number, frame.link(&format!("/case/{}", case.head.person))));
        Side { name: site.mask(name, frame.open), minor, person }
    };
    Pair { a: side(&pair.a), b: side(&pair.b), why: pair.why.iter().map(|reason| why(site, frame, reason)).collect() }
}

fn why(site: &Site, frame: &Frame, reason: &Reason) -> Why {
    let value = |value: &str| if names_alone(reason.code) { String::new() } else { in_words(value, frame) };
    Why {
        speaks: match reason.code {
            ReasonCode::NameAlone | ReasonCode::JudgedUnsure => "neither",
            code if code.against() => "against",
            _ => "for",
        },
        said: reason.code.say(frame.lang),
        a: site.mask(&value(&reason.a), frame.open),
        b: site.mask(&value(&reason.b), frame.open),
    }
}

/// Whether a reason compares only the names, which stand above it already.
fn names_alone(code: ReasonCode) -> bool {
    use ReasonCode as Code;
    matches!(
        code,
        Code::SameFullName | Code::ShorterName | Code::Initials | Code::OtherOrder | Code::NearSpelling | Code::NameAlone
    )
}

/// A value of a reason: the fixed names of acts and the dates in it are said in the reader's language, the rest is as worded.
fn in_words(value: &str, frame: &Frame) -> String {
    let part = |part: &str| match (ActCode::of_name(part), Edtf::parse(part)) {
        (Some(act), _) => act.say(frame.lang).to_owned(),
        (None, Some(date)) if part.contains('-') => terms::date(&date, frame.lang),
        _ => part.to_owned(),
    };
    value.split(", ").map(part).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use paradero_model::Lang;

    #[test]
    fn acts_and_dates_that_are_compared_stand_in_the_readers_language() {
        let frame = Frame::new(&"/?lang=es".parse().expect("an address"), Lang::En);
        assert_eq!(in_words("asylum_claim, 2025-03-20, La Paz", &frame), "Solicitud de asilo, 20 de marzo de 2025, La Paz");
        assert_eq!(in_words("29", &frame), "29");
    }
}
