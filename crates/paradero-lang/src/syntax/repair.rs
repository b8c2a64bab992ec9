//! What a rule of the language knows better than the parser: repairs of a sentence's tree before phrases and clauses are read off it.
//!
//! The words of the analysis keep the parser's tree; repairs are the clauses' own. Each is a rule of English or Spanish, none knows a
//! sentence: `names` keeps a name together, `expressions` makes prepositions of several words one, `valency` hangs on the verb
//! what belongs to it, `doubles` gives each of two subjects of one verb a verb of its own,
//! `there` tells "there were" from "sent there were", `subjectless` gives
//! an English verb the noun before it, `inverted` finds Spanish subjects behind their verb, `joined` parts two clauses that "and" joins.

mod doubles;
mod expressions;
mod inverted;
mod joined;
mod names;
mod subjectless;
mod there;
mod valency;

use super::Sentence;
use crate::{Relation, Universal as U};
use paradero_model::Lang;

/// Mends the tree of a sentence.
pub(super) fn mend(sentence: &mut Sentence<'_>) {
    names::mend(sentence);
    expressions::mend(sentence);
    valency::mend(sentence);
    doubles::mend(sentence);
    joined::mend(sentence);
    if sentence.lang == Lang::En {
        there::mend(sentence);
        subjectless::mend(sentence);
    }
    if sentence.lang == Lang::Es {
        inverted::mend(sentence);
    }
}

fn plain(universal: U) -> Relation {
    Relation { universal, subtype: "" }
}
