//! Chance from a seed: SplitMix64 (Steele, Lea and Flood, 2014).

/// A stream of numbers that a seed decides.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The stream of `seed` and of a place in it (an epoch, a sentence), so that no stream depends on the order of work.
    #[must_use]
    pub fn new(seed: u64, place: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ place.wrapping_mul(0xd1b5_4a32_d192_ed03));
        chance.bits();
        chance
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number in 0..1.
    pub fn part(&mut self) -> f32 {
        (self.bits() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// Puts `items` in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = (self.bits() % (last as u64 + 1)) as usize;
            items.swap(last, other);
        }
    }

    /// A dropout mask: 0 for a hidden unit, `1 / (1 - share)` for one that is seen.
    pub fn mask(&mut self, length: usize, share: f32) -> Vec<f32> {
        let seen = 1.0 / (1.0 - share);
        (0..length).map(|_| if self.part() < share { 0.0 } else { seen }).collect()
    }
}
