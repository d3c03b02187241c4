//! The weights of the models: a module of constants for each of `src/extract/weights/*.toml`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::{Failure, sorted};

/// The most features that `Features` has bits for.
const FEATURES: usize = 128;

/// The models, a module each.
pub fn source() -> Result<String, Failure> {
    let root = Path::new("src/extract/weights");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut out = String::new();
    for path in sorted(root)? {
        println!("cargo::rerun-if-changed={}", path.display());
        let file: toml::Table = toml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let number = |value: Option<&toml::Value>| {
            value.and_then(toml::Value::as_float).ok_or_else(|| {
                format!(
                    "{}: every weight, and `bias`, is a number like 1.0",
                    path.display()
                )
            })
        };
        let table = file
            .get("weights")
            .and_then(toml::Value::as_table)
            .cloned()
            .unwrap_or_default();
        if table.len() > FEATURES {
            return Err(format!(
                "{}: more than {FEATURES} features: widen `Features`",
                path.display()
            )
            .into());
        }
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        writeln!(
            out,
            "/// The features of the model `{name}`, and their weights.\npub mod {name} {{"
        )?;
        writeln!(out, "    use super::{{Features, Model}};")?;
        let mut rows = String::new();
        for (bit, (feature, weight)) in table.iter().enumerate() {
            writeln!(out, "    /// `{feature}`")?;
            writeln!(
                out,
                "    pub const {}: Features = Features::bit({bit});",
                feature.to_uppercase()
            )?;
            write!(rows, "({feature:?}, {:?}), ", number(Some(weight))?)?;
        }
        writeln!(out, "    /// The weights.")?;
        let bias = number(file.get("bias"))?;
        writeln!(
            out,
            "    pub static MODEL: Model = Model {{ weights: &[{rows}], bias: {bias:?} }};\n}}"
        )?;
    }
    Ok(out)
}
