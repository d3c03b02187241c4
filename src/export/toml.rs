//! The program's own format, to be corrected by hand.

use std::io::{self, Write};

use super::Exporter;
use crate::briefing::{Briefing, toml};

/// The program's own format. A TOML document holds one briefing, so print one only.
#[derive(Debug, Default)]
pub struct Toml {
    begun: bool,
}

impl Exporter for Toml {
    fn briefing(&mut self, briefing: &Briefing, out: &mut dyn Write) -> io::Result<()> {
        if self.begun {
            let why = "a TOML file holds one briefing, and there are more here: use --format json";
            return Err(io::Error::other(why));
        }
        self.begun = true;
        out.write_all(toml::write(briefing).as_bytes())
    }
}
