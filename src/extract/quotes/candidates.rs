//! Everybody whose words a segment may be: what each sieve answers, the subjects of the verbs around, whoever spoke before.

use super::cues::Voice;
use super::owners::owner;
use super::phrases::{Phrase, Referent};
use super::sieves::{self, Found, Scene, Source};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::linear::Features;
use crate::extract::text::TokenRange;

/// Tokens before and after a segment whose verbs are looked at.
const REACH: usize = 60;
/// Verbs to each side at most.
const VERBS: usize = 8;
/// Tokens before a segment in which somebody may own it: "his “great” plan".
const OWNED: usize = 5;
/// Nouns of speech before a segment at most.
const NOUNS: usize = 2;
/// Names before and after a segment that are candidates though nothing makes them so, at most.
const NAMES_BEFORE: usize = 2;
const NAMES_AFTER: usize = 1;
/// Candidates at most.
const MOST: usize = 24;

/// Somebody whose words a segment may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Who, and why.
    pub found: Found,
    /// The words that name them.
    pub mention: TokenRange,
    /// Which sieves answer so: a bit each, by their order.
    pub sieves: u32,
    /// Whether the first sieve that has an answer gives this one.
    pub first: bool,
    /// The verb that they are the subject of.
    pub verb: Option<usize>,
    /// What speaks for and against them.
    pub features: Features,
}

/// The candidates of a scene, those of the sieves first, in their order.
pub(super) fn candidates(scene: &Scene<'_>) -> Vec<Candidate> {
    let mut list = List {
        scene,
        candidates: Vec::with_capacity(MOST),
    };
    let mut first = true;
    for (number, sieve) in sieves::SIEVES.iter().enumerate() {
        if let Some(found) = sieve(scene) {
            list.add(found, 1 << number, first);
            first = false;
        }
    }
    list.verbs_before();
    list.verbs_after();
    list.owners();
    list.names();
    list.sentence_before();
    list.last_speaker();
    list.candidates
}

struct List<'s, 'a> {
    scene: &'s Scene<'a>,
    candidates: Vec<Candidate>,
}

impl List<'_, '_> {
    fn add(&mut self, found: Found, sieves: u32, first: bool) {
        let mention = match found.source {
            Source::Phrase(phrase) => phrase.mention,
            Source::Utterance(index) => {
                let Some(mention) = self.scene.done.get(index).and_then(|earlier| earlier.mention) else {
                    return;
                };
                mention
            }
        };
        let verb = found.cue.map(TokenRange::start);
        let referent = referent(&found);
        let same = |known: &Candidate| {
            known.mention == mention
                || matches!(
                    (known.referent(), referent),
                    (Some(Referent::Noun(known)), Some(Referent::Noun(head))) if known == head
                )
        };
        if let Some(known) = self.candidates.iter_mut().find(|known| same(known)) {
            known.sieves |= sieves;
            known.verb = known.verb.or(verb);
            return;
        }
        if self.candidates.len() < MOST {
            self.candidates.push(Candidate {
                found,
                mention,
                sieves,
                first,
                verb,
                features: Features::NONE,
            });
        }
    }

    fn phrase(&mut self, phrase: Option<Phrase>, verb: Option<usize>, rule: Rule) {
        if let Some(phrase) = phrase.filter(|phrase| !self.scene.phrases.token(phrase.mention.start()).quoted)
        {
            self.add(Found::phrase(phrase, verb, rule, Confidence::Low), 0, false);
        }
    }

    /// The subjects of the verbs before the segment in its sentence.
    fn verbs_before(&mut self) {
        let phrases = self.scene.phrases;
        let sentence = self.scene.sentence.tokens;
        let start = self.scene.quoted.tokens.start();
        let floor = sentence.start().max(start.saturating_sub(REACH));
        let verbs = (floor..start)
            .rev()
            .filter(|index| phrases.is_cue(*index) || phrases.is_finite(*index))
            .take(VERBS);
        for verb in verbs {
            let phrase = match phrases.voice(verb) {
                Voice::Active => phrases.subject(verb, sentence),
                Voice::Passive => phrases.agent(verb, sentence.end()),
            };
            self.phrase(phrase, Some(verb), Rule::LeftInSentence);
        }
        self.phrase(phrases.opening_subject(sentence, start), None, Rule::Governing);
    }

    /// The subjects of the verbs after it.
    fn verbs_after(&mut self) {
        let phrases = self.scene.phrases;
        let sentence = self.scene.sentence.tokens;
        let end = self.scene.quoted.tokens.end();
        let verbs = (end..sentence.end().min(end + REACH))
            .filter(|index| phrases.is_cue(*index) || phrases.is_finite(*index))
            .take(VERBS);
        for verb in verbs {
            self.phrase(phrases.subject(verb, sentence), Some(verb), Rule::Trailing);
        }
    }

    /// Whoever owns what the segment describes, or a noun of speech before it: "his “great” plan", "his claim that …".
    fn owners(&mut self) {
        let phrases = self.scene.phrases;
        let start = self.scene.quoted.tokens.start();
        let opens = self.scene.sentence.tokens.start();
        let floor = opens.max(start.saturating_sub(OWNED));
        self.phrase(owner(&phrases, start, floor), None, Rule::Genitive);
        let nouns = (opens.max(start.saturating_sub(REACH))..start)
            .rev()
            .filter(|index| phrases.token(*index).is(category::UTTERANCE_NOUN))
            .take(NOUNS);
        for noun in nouns {
            self.phrase(owner(&phrases, noun, opens), Some(noun), Rule::Genitive);
        }
    }

    /// The names nearest to the segment in its sentence.
    fn names(&mut self) {
        let phrases = self.scene.phrases;
        let mentions = &phrases.cast.mentions;
        let (quoted, sentence) = (self.scene.quoted.tokens, self.scene.sentence.tokens);
        let before = mentions.partition_point(|mention| mention.tokens.end() <= quoted.start());
        let after = mentions.partition_point(|mention| mention.tokens.start() < quoted.end());
        let left = mentions
            .get(..before)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(NAMES_BEFORE);
        let right = mentions.get(after..).unwrap_or_default().iter().take(NAMES_AFTER);
        for mention in left
            .chain(right)
            .filter(|mention| sentence.holds(mention.tokens.start()))
        {
            // Not "Leeds" in "the Leeds councillor".
            let within = self.candidates.iter().any(|candidate| {
                candidate.extent().holds(mention.tokens.start())
                    && matches!(candidate.referent(), Some(Referent::Noun(head)) if head > mention.tokens.start())
            });
            if within {
                continue;
            }
            let phrase = phrases.ending(mention.tokens.end(), sentence.start());
            self.phrase(phrase, None, Rule::Governing);
        }
    }

    /// The subjects of the sentence before, in the same paragraph.
    fn sentence_before(&mut self) {
        let phrases = self.scene.phrases;
        let text = phrases.text;
        let here = text.sentence_of(self.scene.quoted.tokens.start());
        let Some(before) = here
            .checked_sub(1)
            .and_then(|before| text.sentences.get(before))
            .filter(|before| before.paragraph == self.scene.sentence.paragraph)
            .map(|before| before.tokens)
        else {
            return;
        };
        let end = before.end();
        let cue = (before.start().max(end.saturating_sub(REACH))..end)
            .find(|index| phrases.is_cue(*index) && phrases.voice(*index) == Voice::Active);
        if let Some(verb) = cue {
            self.phrase(phrases.subject(verb, before), Some(verb), Rule::CarriedOver);
        }
        self.phrase(phrases.opening_subject(before, end), None, Rule::CarriedOver);
    }

    /// Whoever spoke last.
    fn last_speaker(&mut self) {
        let Some(last) = self.scene.done.len().checked_sub(1) else {
            return;
        };
        if self
            .scene
            .done
            .get(last)
            .is_some_and(super::Utterance::is_attributed)
        {
            self.add(
                Found {
                    source: Source::Utterance(last),
                    cue: None,
                    rule: Rule::CarriedOver,
                    confidence: Confidence::Low,
                },
                0,
                false,
            );
        }
    }
}

impl Candidate {
    /// The whole phrase that names them.
    pub(super) fn extent(&self) -> TokenRange {
        match self.found.source {
            Source::Phrase(phrase) => phrase.extent,
            Source::Utterance(_) => self.mention,
        }
    }

    /// What the words that name them refer by, where they were read here.
    pub(super) fn referent(&self) -> Option<Referent> {
        referent(&self.found)
    }
}

fn referent(found: &Found) -> Option<Referent> {
    match found.source {
        Source::Phrase(phrase) => Some(phrase.referent),
        Source::Utterance(_) => None,
    }
}
