//! How fast files become articles, and how fast briefings are printed.
//!
//! ```text
//! cargo bench --bench load
//! ```

#![allow(clippy::unwrap_used, missing_docs)]

mod input;

use std::path::Path;

use briefing::briefing::{Briefing, Written, toml};
use briefing::export::{Exporter, Markdown, Ndjson, Text};
use briefing::extract::{self, Options};
use briefing::load::load_bytes;
use divan::Bencher;
use divan::counter::BytesCount;

const BYTES: usize = 20_000;

fn main() {
    divan::main();
}

fn load(bencher: Bencher, bytes: &[u8], name: &str) {
    bencher
        .counter(BytesCount::of_slice(bytes))
        .bench(|| load_bytes(bytes, Some(Path::new(name))).unwrap());
}

#[divan::bench]
fn plain_text(bencher: Bencher) {
    let text = format!(
        "A headline\n\nPublished On 4 Sep 2025\n\n{}\n",
        input::text(BYTES, 0)
    );
    load(bencher, text.as_bytes(), "a.txt");
}

#[divan::bench]
fn plain_text_in_utf_16(bencher: Bencher) {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(input::text(BYTES, 0).encode_utf16().flat_map(u16::to_le_bytes));
    load(bencher, &bytes, "a.txt");
}

#[divan::bench]
fn markdown(bencher: Bencher) {
    let text = format!(
        "---\ntitle: A headline\ndate: 2025-09-04\n---\n\n{}\n",
        input::text(BYTES, 0)
    );
    load(bencher, text.as_bytes(), "a.md");
}

#[divan::bench]
fn toml_briefing(bencher: Bencher) {
    load(bencher, toml::write(&briefing()).as_bytes(), "a.toml");
}

/// The printed formats; bytes are those that come out.
#[divan::bench(args = ["ndjson", "text", "markdown"])]
fn print(bencher: Bencher, format: &str) {
    let briefing = briefing();
    let exporter = || -> Box<dyn Exporter> {
        match format {
            "text" => Box::new(Text::new(80, false)),
            "markdown" => Box::new(Markdown::default()),
            _ => Box::new(Ndjson),
        }
    };
    let printed = |exporter: &mut dyn Exporter| {
        let mut out = Vec::new();
        exporter.briefing(&briefing, &mut out).unwrap();
        out
    };
    bencher
        .counter(BytesCount::of_slice(&printed(&mut *exporter())))
        .with_inputs(exporter)
        .bench_refs(|exporter| printed(&mut **exporter));
}

fn briefing() -> Briefing {
    extract::extract(input::article(BYTES), Written::default(), &Options::default())
}
