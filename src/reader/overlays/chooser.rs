//! A list that gets shorter as one types.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use crate::briefing::fold;
use crate::reader::list::{List, Sheet};

/// What is typed, and what is left of a list.
#[derive(Debug, Clone, Default)]
pub struct Chooser {
    /// What is typed.
    pub input: Input,
    /// What is left, by its place in the whole list.
    pub left: Vec<usize>,
    /// Which of it is selected, and what is on the screen.
    pub list: List,
    /// Grows whenever something else is left.
    revision: u64,
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The list is still open.
    Open,
    /// What is typed changed: the list is to be made shorter or longer.
    Typed,
    /// Nothing was chosen.
    Closed,
    /// The item at this place of the whole list was chosen.
    Chosen(usize),
}

impl Chooser {
    /// What `key` does.
    pub fn key(&mut self, key: KeyEvent) -> Outcome {
        let last = self.left.len().saturating_sub(1);
        let selected = self.list.selected;
        let held = key.modifiers.contains(KeyModifiers::CONTROL);
        let to = match key.code {
            KeyCode::Esc => return Outcome::Closed,
            KeyCode::Char('c' | 'g') if held => return Outcome::Closed,
            KeyCode::Enter => {
                return self
                    .left
                    .get(selected)
                    .map_or(Outcome::Open, |place| Outcome::Chosen(*place));
            }
            KeyCode::Down | KeyCode::Tab => (selected + 1) % (last + 1),
            KeyCode::Char('n' | 'j') if held => (selected + 1) % (last + 1),
            KeyCode::Up | KeyCode::BackTab => (selected + last) % (last + 1),
            KeyCode::Char('p' | 'k') if held => (selected + last) % (last + 1),
            KeyCode::PageDown => (selected + self.list.page()).min(last),
            KeyCode::PageUp => selected.saturating_sub(self.list.page()),
            _ => {
                let changed = self.input.handle_event(&Event::Key(key));
                return match changed {
                    Some(change) if change.value => Outcome::Typed,
                    _ => Outcome::Open,
                };
            }
        };
        self.list.select(to);
        Outcome::Open
    }

    /// Keeps what `wanted` says yes to; the best comes first.
    pub fn keep(&mut self, items: usize, rank: impl Fn(usize) -> Option<usize>) {
        let mut ranked: Vec<(usize, usize)> =
            (0..items).filter_map(|item| Some((rank(item)?, item))).collect();
        ranked.sort_unstable();
        self.left = ranked.into_iter().map(|(_, item)| item).collect();
        self.revision += 1;
        self.list.select(0);
    }

    /// Breaks what is left into lines with `sheet`, and fits it to `height` lines.
    pub fn fit(&mut self, width: u16, height: u16, sheet: impl FnOnce(&[usize]) -> Sheet) {
        let made_for = (width, self.revision);
        if self.list.made_for != made_for {
            self.list.take(sheet(&self.left), made_for);
        }
        self.list.settle(usize::from(height));
    }
}

/// How well `text` fits what is typed: every word of it must stand in `text`, case and accents not counting; `Some(0)`
/// where each starts a word. `text` is folded already.
pub fn rank(typed: &str, text: &str) -> Option<usize> {
    let mut rank = 0;
    for word in fold(typed).split_whitespace() {
        let at = text.find(word)?;
        let starts = text.match_indices(word).any(|(at, _)| {
            !text
                .get(..at)
                .is_some_and(|before| before.ends_with(char::is_alphanumeric))
        });
        rank += usize::from(!starts) + usize::from(at > 0 && !starts);
    }
    Some(rank)
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn every_word_counts_and_starts_of_words_come_first() {
        assert_eq!(rank("zelen", "volodymyr zelenskyy"), Some(0));
        assert_eq!(rank("Erdoğan", "recep tayyip erdogan"), Some(0));
        assert_eq!(rank("ruTTe mark", "mark rutte"), Some(0));
        assert!(rank("kyy", "volodymyr zelenskyy") > Some(0));
        assert_eq!(rank("merz mark", "mark rutte"), None);
        assert_eq!(rank("", "anybody"), Some(0));
    }
}
