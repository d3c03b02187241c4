//! What is to be put right: a line to type in, and below it what Enter would do.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use tui_input::Input;

use crate::briefing::{Actor, Briefing, CleanText, Correction, Speaker, TimexValue, fold};
use crate::reader::dates;
use crate::reader::paint::{put, put_fitting};
use crate::reader::state::State;
use crate::reader::theme::Role;

use super::chooser::{Chooser, Outcome, rank};
use super::{fit_lines, inner, mark_selected, panel, prompt};

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
enum Question {
    Speaker(usize),
    Actors,
    Name(usize),
    Date(usize),
}

/// Something that Enter can do.
#[derive(Debug, Clone, PartialEq)]
struct Choice {
    words: CleanText,
    note: CleanText,
    /// Folded.
    found_by: String,
    /// `None` where the line only says why there is nothing to do.
    correction: Option<Correction>,
}

impl Choice {
    fn new(words: &str, note: &str, correction: Option<Correction>) -> Self {
        Self {
            words: CleanText::line(words),
            note: CleanText::line(note),
            found_by: fold(words),
            correction,
        }
    }
}

/// The question, what is typed, and what can be chosen.
#[derive(Debug, Clone)]
pub struct Asking {
    /// What is typed, and which choice is selected.
    pub chooser: Chooser,
    question: Question,
    title: CleanText,
    label: &'static str,
    fixed: Vec<Choice>,
    shown: Vec<Choice>,
    area: Rect,
}

impl Asking {
    fn new(question: Question, title: &str, label: &'static str, typed: &str, fixed: Vec<Choice>) -> Self {
        let mut asking = Self {
            chooser: Chooser::default(),
            question,
            title: CleanText::line(title),
            label,
            fixed,
            shown: Vec::new(),
            area: Rect::default(),
        };
        asking.chooser.input = Input::new(typed.to_owned());
        asking.search();
        asking
    }

    /// Who said `quote`?
    pub fn speaker(briefing: &Briefing, quote: usize) -> Self {
        let mut fixed: Vec<Choice> = Vec::new();
        let to = |speaker: Speaker| {
            Some(Correction::Speaker {
                quote,
                to: Some(speaker),
            })
        };
        for actor in &briefing.actors.items {
            let role = actor.role.as_deref().unwrap_or(actor.kind.as_str());
            let mut choice = Choice::new(&actor.name, role, to(Speaker::Actor(actor.id.clone())));
            choice.found_by = found_by(actor);
            fixed.push(choice);
        }
        for said in &briefing.quotes.items {
            if let Speaker::Nominal(words) = &said.speaker
                && !fixed.iter().any(|choice| choice.found_by == fold(words))
            {
                fixed.push(Choice::new(
                    words,
                    "as the article calls them",
                    to(said.speaker.clone()),
                ));
            }
        }
        fixed.push(Choice::new("unknown", "nobody can tell", to(Speaker::Unknown)));
        let nobody = Correction::Speaker { quote, to: None };
        fixed.push(Choice::new("nobody", "this is no quote", Some(nobody)));
        Self::new(Question::Speaker(quote), "Who said it?", "name: ", "", fixed)
    }

    /// With whom is the actor at `place` one, or which of its names is another's?
    pub fn actors(briefing: &Briefing, place: usize) -> Self {
        let actors = &briefing.actors.items;
        let name = actors
            .get(place)
            .map(|actor| actor.name.to_string())
            .unwrap_or_default();
        let mut fixed = Vec::new();
        for alias in actors.get(place).iter().flat_map(|actor| &actor.aliases) {
            let part = Correction::Part {
                actor: place,
                alias: alias.clone(),
            };
            fixed.push(Choice::new(
                &format!("part {alias}"),
                "somebody else's name",
                Some(part),
            ));
        }
        for (into, actor) in actors.iter().enumerate().filter(|(into, _)| *into != place) {
            let merge = Correction::Merge { actor: place, into };
            let role = actor.role.as_deref().unwrap_or(actor.kind.as_str());
            let mut choice = Choice::new(&format!("same as {}", actor.name), role, Some(merge));
            choice.found_by.push(' ');
            choice.found_by.push_str(&found_by(actor));
            fixed.push(choice);
        }
        Self::new(Question::Actors, &format!("Who is {name}?"), "name: ", "", fixed)
    }

    /// What are the name and the role of the actor at `place`?
    pub fn name(briefing: &Briefing, place: usize) -> Self {
        let actor = briefing.actors.items.get(place);
        let typed = actor.map_or_else(String::new, |actor| match &actor.role {
            Some(role) => format!("{}, {role}", actor.name),
            None => actor.name.to_string(),
        });
        Self::new(Question::Name(place), "Name, role", "", &typed, Vec::new())
    }

    /// When was the event at `place`?
    pub fn date(briefing: &Briefing, place: usize) -> Self {
        let event = briefing.timeline.items.get(place);
        let typed = event.map_or_else(String::new, |event| event.date.to_string());
        let title = "When was it? (empty: drop the event)";
        Self::new(Question::Date(place), title, "date: ", &typed, Vec::new())
    }

    /// What `key` does; `Chosen` has a place for [`Asking::answer`].
    pub fn key(&mut self, key: KeyEvent) -> Outcome {
        let outcome = self.chooser.key(key);
        if outcome == Outcome::Typed {
            self.search();
        }
        outcome
    }

    /// The correction that was chosen, and what to call it.
    pub fn answer(&self, place: usize) -> Option<(Correction, CleanText)> {
        let choice = self.shown.get(place)?;
        let what = match &self.question {
            Question::Speaker(_) => format!("Speaker: {}", choice.words),
            Question::Name(_) => format!("Name: {}", choice.words),
            Question::Date(_) if !self.chooser.input.value().trim().is_empty() => {
                format!("Date: {}", choice.words)
            }
            _ => choice.words.to_string(),
        };
        Some((choice.correction.clone()?, CleanText::line(&what)))
    }

    /// Finds what is typed.
    pub fn search(&mut self) {
        let typed = CleanText::line(self.chooser.input.value());
        let mut ranked: Vec<(usize, &Choice)> = self
            .fixed
            .iter()
            .filter_map(|choice| Some((rank(&typed, &choice.found_by)?, choice)))
            .collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        self.shown = ranked.into_iter().map(|(_, choice)| choice.clone()).collect();
        self.shown.extend(self.made_of(&typed));
        self.chooser.keep(self.shown.len(), Some);
    }

    /// What is made of the words that are typed.
    fn made_of(&self, typed: &CleanText) -> Option<Choice> {
        let empty = typed.trim().is_empty();
        match self.question {
            Question::Speaker(quote) => {
                let known = self.fixed.iter().any(|choice| fold(&choice.words) == fold(typed));
                let to = Some(Speaker::Nominal(CleanText::line(typed.trim())));
                (!empty && !known).then(|| {
                    Choice::new(
                        typed.trim(),
                        "a new name",
                        Some(Correction::Speaker { quote, to }),
                    )
                })
            }
            Question::Actors => None,
            Question::Name(actor) => {
                let (name, role) = typed.split_once(',').unwrap_or((typed, ""));
                let (name, role) = (CleanText::line(name.trim()), CleanText::line(role.trim()));
                if name.is_empty() {
                    return Some(Choice::new("write a name; after a comma, a role", "", None));
                }
                let words = match role.as_str() {
                    "" => format!("{name}, no role"),
                    role => format!("{name}, {role}"),
                };
                let role = (!role.is_empty()).then_some(role);
                Some(Choice::new(
                    &words,
                    "",
                    Some(Correction::Name { actor, name, role }),
                ))
            }
            Question::Date(event) if empty => Some(Choice::new(
                "Event dropped",
                "",
                Some(Correction::Date { event, to: None }),
            )),
            Question::Date(event) => Some(match date(typed) {
                Some(to) => {
                    let label = dates::label(&to, None);
                    let words = format!("{} {}", label.day, label.part);
                    Choice::new(
                        words.trim(),
                        to.as_str(),
                        Some(Correction::Date {
                            event,
                            to: Some(to.clone()),
                        }),
                    )
                }
                None => Choice::new("write 2025-09-04, 4 September 2025, 2025-09 or 2025", "", None),
            }),
        }
    }

    /// Fits it to the screen.
    pub fn fit(&mut self, size: Size) {
        let lines = self.shown.len().max(self.fixed.len()).max(1);
        self.area = fit_lines(&mut self.chooser, size, lines, 5);
    }

    /// Draws it.
    pub fn render(&self, buffer: &mut Buffer, state: &State) {
        let theme = &state.theme;
        let dim = theme.style(Role::Dim);
        let inner = inner(self.area);
        let list = &self.chooser.list;
        panel(buffer, self.area, &self.title, list.scroll_position(), state);
        let width = inner.width.saturating_sub(2);
        prompt::render_input(
            buffer,
            (inner.x + 1, inner.y),
            width,
            self.label,
            &self.chooser.input,
            state,
        );
        for (row, line) in list.visible() {
            let Some(choice) = self.shown.get(line.item) else {
                continue;
            };
            let y = inner.y + 2 + row;
            if line.item == list.selected && choice.correction.is_some() {
                mark_selected(buffer, inner, y, state);
            }
            let end = inner.right().saturating_sub(1);
            let room = |at: u16| end.saturating_sub(at);
            let at = inner.x + 1;
            let at = put_fitting(buffer, at, y, room(at), &choice.words, theme.style(Role::Text));
            if !choice.note.is_empty() && room(at) > 10 {
                let at = put(buffer, at, y, 3, " · ", dim);
                put_fitting(buffer, at, y, room(at), &choice.note, dim);
            }
        }
    }
}

fn found_by(actor: &Actor) -> String {
    let mut found_by = fold(&actor.name);
    for part in actor.aliases.iter().chain(actor.role.as_ref()) {
        found_by.push(' ');
        found_by.push_str(&fold(part));
    }
    found_by
}

/// A date as a value, or as people write a day: "4 September 2025", "Sept 4, 2025".
fn date(typed: &str) -> Option<TimexValue> {
    let typed = typed.trim();
    if let Ok(value) = typed.parse() {
        return Some(value);
    }
    let tidy = typed.replace([',', '.'], " ");
    let tidy = tidy.split_whitespace().collect::<Vec<_>>().join(" ");
    let forms = ["%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y"];
    forms
        .iter()
        .find_map(|form| jiff::civil::Date::strptime(form, &tidy).ok())
        .map(TimexValue::day)
}

#[cfg(test)]
mod tests {
    use super::{TimexValue, date};

    #[test]
    fn dates_are_read_as_values_and_as_people_write_them() {
        for (typed, value) in [
            ("2025-09-04", Some("2025-09-04")),
            ("2025-09", Some("2025-09")),
            ("4 September 2025", Some("2025-09-04")),
            ("Sep 4, 2025", Some("2025-09-04")),
            ("31 February 2025", None),
            ("some day", None),
        ] {
            let read = date(typed);
            assert_eq!(read.as_ref().map(TimexValue::as_str), value, "{typed}");
        }
    }
}
