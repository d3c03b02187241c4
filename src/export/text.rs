//! Plain text, for people.
//!
//! ```text
//! Leaders meet in Paris
//! Western leaders met on Thursday …
//! Some Paper · by A. Writer · Thu 4 Sep 2025 · summit.txt
//!
//! SUMMARY
//!   • …
//!
//! ACTORS                                                              words quoted
//!   Mark Rutte, NATO chief                                                      52
//!
//! QUOTES
//!   Mark Rutte
//!     “Why are we interested in what Russia thinks …”
//!       direct · high confidence · Thu 4 Sep 2025
//!
//! TIMELINE
//!   Thu 4 Sep 2025  leaders meet in Paris
//! ```

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::wrap::wrap;
use super::{Exporter, dates, words};
use crate::briefing::{Article, Briefing, CleanText, Event, Origin, Quote, Section, Speaker};

/// The narrowest lines that are still wrapped as asked; below, lines are this wide.
const NARROWEST: usize = 30;

/// Columns for the words quoted, at the right of an actor.
const COUNT_COLUMNS: usize = 6;

/// Plain text, for people.
#[derive(Debug)]
pub struct Text {
    width: usize,
    styled: bool,
    begun: bool,
}

impl Text {
    /// Lines are `width` columns at most. Where `styled`, headings are bold and side remarks dim, with escape codes.
    pub fn new(width: usize, styled: bool) -> Self {
        Self {
            width: width.max(NARROWEST),
            styled,
            begun: false,
        }
    }
}

impl Exporter for Text {
    fn briefing(&mut self, briefing: &Briefing, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Page {
            width: self.width,
            styled: self.styled,
            out,
        };
        if self.begun {
            writeln!(page.out)?;
            page.line(Style::Dim, &"─".repeat(self.width))?;
            writeln!(page.out)?;
        }
        self.begun = true;
        page.head(&briefing.article)?;
        page.summary(briefing)?;
        page.actors(briefing)?;
        page.quotes(briefing)?;
        page.timeline(briefing)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Bold,
    Dim,
}

/// Where one briefing is laid out.
struct Page<'a> {
    width: usize,
    styled: bool,
    out: &'a mut dyn Write,
}

impl Page<'_> {
    fn head(&mut self, article: &Article) -> io::Result<()> {
        let title = article.display_title();
        self.paragraph(Style::Bold, "", &title)?;
        if let Some(standfirst) = &article.standfirst
            && CleanText::line(standfirst) != title
        {
            self.paragraph(Style::Plain, "", standfirst)?;
        }
        self.paragraph(Style::Dim, "", &words::provenance(article).join(" · "))?;
        if let Some(url) = &article.url {
            self.paragraph(Style::Dim, "", url)?;
        }
        for notice in article.notices() {
            self.paragraph(Style::Bold, "", &format!("{notice}."))?;
        }
        Ok(())
    }

    fn summary(&mut self, briefing: &Briefing) -> io::Result<()> {
        if self.heading("SUMMARY", &briefing.summary, "")? {
            for point in &briefing.summary.items {
                if point.gist {
                    self.paragraph(Style::Bold, "  ", &point.text)?;
                } else {
                    self.hanging(Style::Plain, "  • ", "    ", &point.text)?;
                }
            }
        }
        Ok(())
    }

    fn actors(&mut self, briefing: &Briefing) -> io::Result<()> {
        if !self.heading("ACTORS", &briefing.actors, "words quoted")? {
            return Ok(());
        }
        let spoken = words::spoken(briefing);
        for actor in &briefing.actors.items {
            let count = match spoken.get(&actor.id) {
                Some(count) if *count > 0 => count.to_string(),
                _ => String::new(),
            };
            let lines = wrap(&words::actor(actor), self.width.saturating_sub(2 + COUNT_COLUMNS));
            for (index, line) in lines.iter().enumerate() {
                let (indent, count) = if index == 0 {
                    ("  ", count.as_str())
                } else {
                    ("    ", "")
                };
                // An address may leave no room for the count.
                let room = self.width.saturating_sub(indent.len() + line.width());
                let gap = if count.is_empty() {
                    0
                } else {
                    room.max(count.len() + 1)
                };
                writeln!(self.out, "{indent}{line}{count:>gap$}")?;
            }
        }
        Ok(())
    }

    fn quotes(&mut self, briefing: &Briefing) -> io::Result<()> {
        if !self.heading("QUOTES", &briefing.quotes, "")? {
            return Ok(());
        }
        let actors = briefing.actors_by_id();
        let mut speaker: Option<&Speaker> = None;
        for quote in &briefing.quotes.items {
            // Quotes of one speaker in a row share the name; two unknown speakers need not be the same.
            if speaker != Some(&quote.speaker) || quote.speaker == Speaker::Unknown {
                if speaker.is_some() {
                    writeln!(self.out)?;
                }
                self.paragraph(Style::Bold, "  ", &words::speaker(&actors, quote))?;
            }
            speaker = Some(&quote.speaker);
            self.paragraph(Style::Plain, "    ", &quote.text)?;
            self.paragraph(Style::Dim, "      ", &remark(quote))?;
        }
        Ok(())
    }

    fn timeline(&mut self, briefing: &Briefing) -> io::Result<()> {
        if !self.heading("TIMELINE", &briefing.timeline, "")? {
            return Ok(());
        }
        let (earlier, story) = words::by_background(&briefing.timeline.items);
        if !earlier.is_empty() {
            self.paragraph(Style::Dim, "  ", words::EARLIER)?;
            self.events(&earlier)?;
            writeln!(self.out)?;
        }
        self.events(&story)
    }

    fn events(&mut self, events: &[&Event]) -> io::Result<()> {
        let dates: Vec<String> = events.iter().map(|event| dates::timex(&event.date)).collect();
        let column = dates.iter().map(|date| date.width()).max().unwrap_or_default();
        // On narrow lines the dates stand above their events.
        let beside = column + NARROWEST <= self.width;
        for (event, date) in events.iter().zip(&dates) {
            if beside {
                let first = format!("  {date:<column$}  ");
                self.hanging(Style::Plain, &first, &" ".repeat(column + 4), &event.text)?;
            } else {
                self.paragraph(Style::Bold, "  ", date)?;
                self.paragraph(Style::Plain, "    ", &event.text)?;
            }
        }
        Ok(())
    }

    /// A heading, for a section that has something in it. Returns whether it has.
    fn heading<T>(&mut self, title: &str, section: &Section<T>, at_the_right: &str) -> io::Result<bool> {
        if section.items.is_empty() {
            return Ok(false);
        }
        writeln!(self.out)?;
        let by_hand = match section.origin {
            Origin::Written => " (written by hand)",
            Origin::Extracted => "",
        };
        let left = format!("{title}{by_hand}");
        let gap = self.width.saturating_sub(left.width());
        if at_the_right.is_empty() || gap <= at_the_right.width() {
            self.line(Style::Bold, &left)?;
        } else {
            self.line(Style::Bold, &format!("{left}{at_the_right:>gap$}"))?;
        }
        Ok(true)
    }

    fn paragraph(&mut self, style: Style, indent: &str, text: &str) -> io::Result<()> {
        self.hanging(style, indent, indent, text)
    }

    fn hanging(&mut self, style: Style, first: &str, rest: &str, text: &str) -> io::Result<()> {
        let room = self.width.saturating_sub(rest.width());
        for (index, line) in wrap(text, room).iter().enumerate() {
            let indent = if index == 0 { first } else { rest };
            self.line(style, &format!("{indent}{line}"))?;
        }
        Ok(())
    }

    fn line(&mut self, style: Style, line: &str) -> io::Result<()> {
        match (self.styled, style) {
            (true, Style::Bold) => writeln!(self.out, "\x1b[1m{line}\x1b[0m"),
            (true, Style::Dim) => writeln!(self.out, "\x1b[2m{line}\x1b[0m"),
            (false, _) | (_, Style::Plain) => writeln!(self.out, "{line}"),
        }
    }
}

/// Kind, confidence and date of a quote.
fn remark(quote: &Quote) -> String {
    let mut remark = format!(
        "{} · {} confidence",
        quote.kind.as_str(),
        quote.confidence.as_str()
    );
    if let Some(date) = &quote.said_on {
        remark.push_str(" · ");
        remark.push_str(&dates::timex(date));
    }
    remark
}
