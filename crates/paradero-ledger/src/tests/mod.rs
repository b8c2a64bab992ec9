//! The tests of the record: invented records, and what must never happen to them.

mod records;
mod specimen;
