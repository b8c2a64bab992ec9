//! What the running process has taken of the machine: processor time and memory, as Linux says in `/proc/self`.

use std::{
    fs,
    time::{Duration, Instant},
};

/// Memory now and at its most, in MB; zero where the system does not say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    /// Resident now.
    pub now: f64,
    /// The most that was ever resident.
    pub most: f64,
}

/// The memory of this process.
pub fn memory() -> Memory {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
    };
    Memory { now: of("VmRSS:").unwrap_or(0.0), most: of("VmHWM:").unwrap_or(0.0) }
}

/// The processor time this process has taken, which other work on the machine does not lengthen as it does the wall's.
fn processor() -> Option<Duration> {
    // Nanoseconds on a processor come first; of the first thread, which does all the work here.
    let said = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(said.split_whitespace().next()?.parse().ok()?))
}

/// A stretch of work.
pub struct Watch {
    wall: Instant,
    processor: Option<Duration>,
}

impl Watch {
    /// Begins now.
    pub fn start() -> Self {
        Self { wall: Instant::now(), processor: processor() }
    }

    /// Seconds of the wall's clock since.
    pub fn wall(&self) -> f64 {
        self.wall.elapsed().as_secs_f64()
    }

    /// Seconds of processor time since; of the wall's clock where the system does not say.
    pub fn processor(&self) -> f64 {
        match (self.processor, processor()) {
            (Some(before), Some(now)) => now.saturating_sub(before).as_secs_f64(),
            _ => self.wall(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_that_is_taken_shows() {
        let before = memory();
        let taken = vec![7_u8; 64 << 20];
        let after = memory();
        assert!(taken.iter().all(|byte| *byte == 7));
        assert!(before.now == 0.0 || after.most >= before.now + 48.0, "{before:?} {after:?}");
    }
}
