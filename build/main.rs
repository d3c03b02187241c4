//! Compiles in what the extractor knows: the lexicon (`lexicon`), the marks of other languages (`languages`) and the weights
//! of its models (`weights`).

mod languages;
mod lexicon;
mod weights;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use words::Words;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let root = Path::new("src/extract/lexicon");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut all = BTreeMap::new();
    for folder in sorted(root)?.into_iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap_or_default();
        all.insert(name.to_string_lossy().into_owned(), lexicon::read(&folder)?);
    }
    let mut words = Words::default();
    let mut source = lexicon::source(&all, &mut words)?;
    languages::write(&root.join("languages.toml"), &mut words, &mut source)?;
    source.push_str(&words.source());
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("lexicon.rs"), source)?;
    fs::write(Path::new(&out).join("weights.rs"), weights::source()?)?;
    Ok(())
}

/// What is in `folder`, by name.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    Ok(paths)
}
