//! The open briefing, and what the panes show of it: who speaks how much, and what is left when it is narrowed.

use std::collections::HashMap;
use std::sync::Arc;

use crate::briefing::{Actor, ActorId, ActorKind, Briefing, CleanText, Event, Quote, Span, Speaker, fold};

use super::dates::{self, Label};
use super::page::Page;

/// Somebody who is quoted in the open article: an actor, somebody without a name, or nobody that the text tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    /// What to call them; "unknown" where the text does not tell.
    pub name: CleanText,
    /// What the article calls them, beside the name.
    pub role: Option<CleanText>,
    /// Their place among the actors.
    pub actor: Option<usize>,
    /// Whether the text tells who it is.
    pub known: bool,
    /// Their quotes, in article order, by their place in the briefing.
    pub quotes: Vec<usize>,
    /// How many words of theirs are quoted.
    pub words: usize,
}

/// Whose quotes and events are shown, where it is not everybody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Only {
    /// Their place among the voices, if they are quoted.
    pub voice: Option<usize>,
    /// Their place among the actors, if they have a name.
    pub actor: Option<usize>,
}

/// What a line of the timeline stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// All events of the background: folded, or the head of those that follow.
    Earlier,
    /// An event, by its place in the briefing.
    Event(usize),
}

/// The open briefing.
#[derive(Debug, Clone)]
pub struct Desk {
    /// What was extracted and written.
    pub briefing: Arc<Briefing>,
    /// Its article, ready to be wrapped.
    pub page: Page,
    /// Who is quoted, in order of their first quotes.
    pub voices: Vec<Voice>,
    /// The voice of each quote of the briefing.
    voice_of: Vec<usize>,
    /// How many words of each actor are quoted.
    actor_words: Vec<usize>,
    /// What stands before each event of the briefing.
    pub labels: Vec<Label>,
    /// The year that goes without saying.
    year: Option<i16>,
    /// All parts of all quotes, in order of their first bytes.
    pub speech: Vec<Span>,
    /// Whose quotes and events are shown.
    only: Option<Only>,
    /// The quotes that are shown, by their place in the briefing.
    pub quotes: Vec<usize>,
    /// The events that are shown, by their place in the briefing.
    pub events: Vec<usize>,
    /// What the timeline lists of them.
    pub entries: Vec<Entry>,
    /// Whether the events of the background are listed, too.
    unfolded: bool,
}

impl Desk {
    /// Opens `briefing`.
    pub fn new(briefing: Arc<Briefing>) -> Self {
        let (voices, voice_of) = voices(&briefing);
        let mut actor_words = vec![0; briefing.actors.items.len()];
        for voice in &voices {
            if let Some(words) = voice.actor.and_then(|actor| actor_words.get_mut(actor)) {
                *words += voice.words;
            }
        }
        let quotes = &briefing.quotes.items;
        let mut speech: Vec<Span> = quotes
            .iter()
            .flat_map(|quote| quote.parts.iter().copied())
            .collect();
        speech.sort_unstable();
        let year = usual_year(&briefing);
        let events = briefing.timeline.items.iter();
        let mut desk = Self {
            page: Page::new(&briefing.article),
            voices,
            voice_of,
            actor_words,
            labels: events.map(|event| dates::label(&event.date, year)).collect(),
            year,
            speech,
            only: None,
            quotes: Vec::new(),
            events: Vec::new(),
            entries: Vec::new(),
            unfolded: false,
            briefing,
        };
        desk.narrow(None);
        desk
    }

    /// Shows only the quotes and events of `only`, or everybody's.
    pub fn narrow(&mut self, only: Option<Only>) {
        self.only = only;
        self.quotes = match only {
            None => (0..self.briefing.quotes.items.len()).collect(),
            Some(Only { voice, .. }) => voice
                .and_then(|voice| self.voices.get(voice))
                .map_or_else(Vec::new, |voice| voice.quotes.clone()),
        };
        let actor = only.and_then(|only| self.briefing.actors.items.get(only.actor?));
        let names: Vec<String> = actor.map_or_else(Vec::new, |actor| {
            let names = actor.aliases.iter().chain([&actor.name]);
            names.map(|name| fold(name)).collect()
        });
        let events = self.briefing.timeline.items.iter().enumerate();
        self.events = events
            .filter(|(_, event)| actor.is_none_or(|actor| takes_part(actor, &names, event)))
            .map(|(index, _)| index)
            .collect();
        // An event whose date was put right stands where that date belongs; the file keeps its order.
        let events = &self.briefing.timeline.items;
        if events.iter().any(|event| event.corrected) {
            let date = |index: &usize| events.get(*index).map(|event| event.date.clone());
            self.events.sort_by_cached_key(date);
        }
        self.list_events();
    }

    /// Lists the events of the background, or folds them into one line.
    pub fn unfold(&mut self, unfolded: bool) {
        self.unfolded = unfolded;
        self.list_events();
    }

    /// Whether the events of the background are listed.
    pub fn is_unfolded(&self) -> bool {
        self.unfolded
    }

    fn list_events(&mut self) {
        let events = &self.briefing.timeline.items;
        let background = |place: &usize| events.get(*place).is_some_and(|event| event.background);
        let (earlier, story): (Vec<usize>, Vec<usize>) =
            self.events.iter().partition(|place| background(place));
        let head = (!earlier.is_empty()).then_some(Entry::Earlier);
        let earlier = earlier.into_iter().filter(|_| self.unfolded);
        let listed = earlier.chain(story).map(Entry::Event);
        self.entries = head.into_iter().chain(listed).collect();
    }

    /// The years of the background, each once.
    pub fn earlier_years(&self) -> Vec<i16> {
        let events = self
            .events
            .iter()
            .filter_map(|place| self.briefing.timeline.items.get(*place));
        let dates = events
            .filter(|event| event.background)
            .filter_map(|event| event.date.interval());
        let mut years: Vec<i16> = dates.map(|(first, _)| first.year()).collect();
        years.dedup();
        years
    }

    /// Whose quotes and events are shown, where it is not everybody's.
    pub fn only(&self) -> Option<Only> {
        self.only
    }

    /// What the actor at `place` is; `None` for somebody without a name.
    pub fn kind_of(&self, place: Option<usize>) -> Option<ActorKind> {
        Some(self.briefing.actors.items.get(place?)?.kind)
    }

    /// The name of whom it is narrowed to.
    pub fn only_name(&self) -> Option<&CleanText> {
        let only = self.only?;
        let actor = only.actor.and_then(|actor| self.briefing.actors.items.get(actor));
        actor
            .map(|actor| &actor.name)
            .or_else(|| Some(&self.voices.get(only.voice?)?.name))
    }

    /// The same narrowing in another briefing: who has the same name there.
    pub fn only_named(&self, name: &str) -> Option<Only> {
        let name = fold(name);
        let voice = self
            .voices
            .iter()
            .position(|voice| voice.known && fold(&voice.name) == name);
        let actors = &self.briefing.actors.items;
        let actor = actors.iter().position(|actor| fold(&actor.name) == name);
        (voice.is_some() || actor.is_some()).then_some(Only { voice, actor })
    }

    /// Narrowing to one voice.
    pub fn only_voice(&self, voice: usize) -> Only {
        Only {
            voice: Some(voice),
            actor: self.voices.get(voice).and_then(|voice| voice.actor),
        }
    }

    /// Narrowing to one actor.
    pub fn only_actor(&self, actor: usize) -> Only {
        Only {
            voice: self.voice_of_actor(actor),
            actor: Some(actor),
        }
    }

    /// The day on which the text says that the quote was said: "Wed 3 Sep".
    pub fn said_on(&self, quote: &Quote) -> Option<String> {
        let Label { day, part } = dates::label(quote.said_on.as_ref()?, self.year);
        Some(if part.is_empty() {
            day
        } else {
            format!("{day}, {part}")
        })
    }

    /// The voice of an actor, if they are quoted.
    pub fn voice_of_actor(&self, actor: usize) -> Option<usize> {
        self.voices.iter().position(|voice| voice.actor == Some(actor))
    }

    /// The place of a quote's speaker among the voices.
    pub fn voice_index(&self, quote: usize) -> Option<usize> {
        self.voice_of.get(quote).copied()
    }

    /// The voice of a quote.
    pub fn voice(&self, quote: usize) -> Option<&Voice> {
        self.voices.get(self.voice_index(quote)?)
    }

    /// The quote at a place of the list that is shown: its place in the briefing, and itself.
    pub fn shown_quote(&self, shown: usize) -> Option<(usize, &Quote)> {
        let index = *self.quotes.get(shown)?;
        Some((index, self.briefing.quotes.items.get(index)?))
    }

    /// The place in the briefing of the event at a place of the list that is shown.
    pub fn event_at(&self, shown: usize) -> Option<usize> {
        match self.entries.get(shown)? {
            Entry::Earlier => None,
            Entry::Event(place) => Some(*place),
        }
    }

    /// The event at a place of the list that is shown.
    pub fn shown_event(&self, shown: usize) -> Option<&Event> {
        self.briefing.timeline.items.get(self.event_at(shown)?)
    }

    /// Whether the line at a place of the list that is shown folds the background.
    pub fn is_earlier(&self, shown: usize) -> bool {
        self.entries.get(shown) == Some(&Entry::Earlier)
    }

    /// How many words of the actor at this place are quoted.
    pub fn words_of_actor(&self, actor: usize) -> usize {
        self.actor_words.get(actor).copied().unwrap_or_default()
    }

    /// The most words quoted of any actor.
    pub fn most_words(&self) -> usize {
        self.actor_words.iter().copied().max().unwrap_or_default()
    }

    /// How many of the voices the text tells.
    pub fn known_voices(&self) -> usize {
        self.voices.iter().filter(|voice| voice.known).count()
    }

    /// What stands before the event at a place of the list that is shown.
    pub fn shown_label(&self, shown: usize) -> Option<&Label> {
        self.labels.get(self.event_at(shown)?)
    }
}

/// The year that goes without saying: that of publication; where that is not known, the latest.
fn usual_year(briefing: &Briefing) -> Option<i16> {
    let published = briefing.article.published.map(|published| published.date.year());
    let events = briefing.timeline.items.iter();
    let years = events.filter_map(|event| event.date.interval());
    published.or_else(|| years.map(|(first, _)| first.year()).max())
}

/// Whether `actor`, who goes by the folded `names`, is in `event`. A person who wrote the event may not have said who
/// is in it: then its words tell.
fn takes_part(actor: &Actor, names: &[String], event: &Event) -> bool {
    if !event.actors.is_empty() {
        return event.actors.contains(&actor.id);
    }
    let words = fold(&event.text);
    names.iter().any(|name| words.contains(name))
}

/// Who speaks, in order of their first quotes, and the voice of each quote.
fn voices(briefing: &Briefing) -> (Vec<Voice>, Vec<usize>) {
    let mut actors = HashMap::new();
    for (place, actor) in briefing.actors.items.iter().enumerate() {
        actors.entry(&actor.id).or_insert((place, actor));
    }
    let mut voices: Vec<Voice> = Vec::new();
    let mut places: HashMap<Key, usize> = HashMap::new();
    let mut voice_of = Vec::with_capacity(briefing.quotes.items.len());
    for (index, quote) in briefing.quotes.items.iter().enumerate() {
        let place = *places.entry(Key::of(&quote.speaker)).or_insert_with(|| {
            let actor = match &quote.speaker {
                Speaker::Actor(id) => actors.get(id).copied(),
                _ => None,
            };
            voices.push(new_voice(&quote.speaker, actor));
            voices.len() - 1
        });
        if let Some(voice) = voices.get_mut(place) {
            voice.quotes.push(index);
            voice.words += quote.words_quoted();
        }
        voice_of.push(place);
    }
    (voices, voice_of)
}

/// What makes two speakers the same.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Actor(&'a ActorId),
    Words(String),
    Unknown,
}

impl<'a> Key<'a> {
    fn of(speaker: &'a Speaker) -> Self {
        match speaker {
            Speaker::Actor(id) => Self::Actor(id),
            Speaker::Nominal(words) => Self::Words(fold(words)),
            Speaker::Unknown => Self::Unknown,
        }
    }
}

/// The voice of `speaker`, who is `actor` at a place among the actors if they have a name.
fn new_voice(speaker: &Speaker, actor: Option<(usize, &Actor)>) -> Voice {
    let name = match speaker {
        Speaker::Nominal(words) => Some(words),
        _ => actor.map(|(_, actor)| &actor.name),
    };
    Voice {
        known: name.is_some(),
        name: name.cloned().unwrap_or_else(|| CleanText::line("unknown")),
        role: actor.and_then(|(_, actor)| actor.role.clone()),
        actor: actor.map(|(place, _)| place),
        quotes: Vec::new(),
        words: 0,
    }
}
