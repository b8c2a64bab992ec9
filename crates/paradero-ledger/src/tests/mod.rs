//! The tests of the record: invented entries, and what must never happen to them.

mod flips;
mod foreign;
mod format;
mod kills;
mod rebuilds;
mod records;
mod refusals;
mod settings;
mod specimen;
mod tamperings;
