//! The saved inputs of the fuzz targets, each given to its target again, and damaged.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

#[path = "../fuzz/src/targets.rs"]
mod targets;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, panic};

/// How many damaged inputs each target gets where nothing else is asked for.
const RUNS: usize = 25;

/// The longest piece that is moved, in bytes.
const PIECE: usize = 200;

/// Bytes that mean something in most formats.
const TELLING: &[u8] = b"\0\n\r\t \"'-/0:<=>[]{}9A&\x1b\x80\xe2\xff";

/// The saved inputs of a target, by name.
fn saved(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut inputs: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{target} has no saved input");
    let read = |input: PathBuf| (input.clone(), fs::read(&input).unwrap());
    inputs.into_iter().map(read).collect()
}

#[test]
fn every_saved_input_of_every_target_holds() {
    name_program();
    for (name, _) in targets::TARGETS {
        for (input, bytes) in saved(name) {
            println!("{}", input.display());
            targets::run(name, &bytes);
        }
    }
}

/// The saved inputs, damaged at random but the same on every run. `BRIEFING_FUZZ_RUNS=1000000 BRIEFING_FUZZ_TARGET=html
/// cargo test --release --test fuzzed -- --nocapture` tries that many of one target and tells how long the slowest took;
/// what fails is left in `target/tmp`.
#[test]
fn damaged_inputs_hold() {
    name_program();
    let runs = env::var("BRIEFING_FUZZ_RUNS").map_or(RUNS, |runs| runs.parse().unwrap());
    let only = env::var("BRIEFING_FUZZ_TARGET").ok();
    for (name, _) in targets::TARGETS {
        if only.as_ref().is_some_and(|only| only != name) {
            continue;
        }
        let seeds = saved(name);
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        let (begun, mut slowest) = (Instant::now(), Duration::ZERO);
        for run in 0..runs {
            let bytes = damaged(&seeds, &mut random);
            let before = worked(&begun);
            if panic::catch_unwind(|| targets::run(name, &bytes)).is_err() {
                let left = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{run}"));
                fs::write(&left, &bytes).unwrap();
                panic!("{name} failed on {}", left.display());
            }
            slowest = slowest.max(worked(&begun).saturating_sub(before));
        }
        println!("{name}: {runs} runs, the slowest took {slowest:.3?}");
    }
}

/// How long this thread has worked, however busy the machine is; where the system does not tell that, how long it is since
/// `begun`.
fn worked(begun: &Instant) -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

/// Names the program whose process takes PDFs apart.
fn name_program() {
    briefing::load::take_pdfs_apart_with(env!("CARGO_BIN_EXE_briefing").into());
}

/// Numbers that look random (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).unwrap()
    }
}

/// One of `seeds`, some bytes of which are others, pieces moved, repeated, or taken from another seed; or cut.
fn damaged(seeds: &[(PathBuf, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    let mut bytes = seeds[random.below(seeds.len())].1.clone();
    for _ in 0..=random.below(6) {
        let place = random.below(bytes.len() + 1);
        match random.below(6) {
            0 => bytes.truncate(place),
            1 => {
                let end = (place + random.below(PIECE)).min(bytes.len());
                bytes.drain(place..end);
            }
            2 => {
                let other = &seeds[random.below(seeds.len())].1;
                let start = random.below(other.len());
                let end = (start + random.below(PIECE)).min(other.len());
                bytes.splice(place..place, other[start..end].iter().copied());
            }
            3 => {
                let end = (place + random.below(PIECE)).min(bytes.len());
                let piece = bytes[place..end].repeat(1 + random.below(4));
                bytes.splice(place..place, piece);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = TELLING[random.below(TELLING.len())];
                }
            }
        }
    }
    bytes
}
