//! The saved inputs of the fuzz targets, each given to its target again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

#[path = "../fuzz/src/targets.rs"]
mod targets;

use std::fs;
use std::path::Path;

#[test]
fn every_saved_input_of_every_target_holds() {
    briefing::load::take_pdfs_apart_with(env!("CARGO_BIN_EXE_briefing").into());
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, _) in targets::TARGETS {
        let folder = corpus.join(name);
        let mut inputs: Vec<_> = fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .map(|entry| entry.unwrap().path())
            .collect();
        inputs.sort();
        assert!(!inputs.is_empty(), "{name} has no saved input");
        for input in inputs {
            println!("{}", input.display());
            targets::run(name, &fs::read(&input).unwrap());
        }
    }
}
