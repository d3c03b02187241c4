//! Where the items of a TOML briefing stand in their file.

use ::toml::de::DeTable;

/// The lines, counted from 1, on which the items of each section begin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// `[[actors]]`
    pub actors: Vec<usize>,
    /// `[[quotes]]`
    pub quotes: Vec<usize>,
    /// `[[timeline]]`
    pub timeline: Vec<usize>,
}

/// The places of the items in `text`; none where it is no TOML.
pub fn places(text: &str) -> Places {
    let Ok(table) = DeTable::parse(text) else {
        return Places::default();
    };
    let table = table.get_ref();
    Places {
        actors: lines(text, table, "actors"),
        quotes: lines(text, table, "quotes"),
        timeline: lines(text, table, "timeline"),
    }
}

fn lines(text: &str, table: &DeTable<'_>, key: &str) -> Vec<usize> {
    let items = table.get(key).and_then(|value| value.get_ref().as_array());
    let mut line = 1;
    let mut counted = 0;
    let starts = items.into_iter().flat_map(|items| items.iter());
    starts
        .map(|item| {
            let start = item.span().start;
            // Items stand in order, so that every byte is looked at once.
            if let Some(between) = text.as_bytes().get(counted..start) {
                line += memchr::memchr_iter(b'\n', between).count();
                counted = start;
            }
            line
        })
        .collect()
}
