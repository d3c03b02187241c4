//! Whose a verb is: its subject, found without a parser, past asides, relative clauses and shared subjects.

use crate::briefing::ActorKind;
use crate::extract::lexicon::category;
use crate::extract::quotes::cues::{REACH, Voice};
use crate::extract::quotes::phrases::{Phrase, Phrases, Referent, is_nominal};
use crate::extract::text::{Shape, TokenRange};

/// Tokens of an aside between a subject and its verb, at most.
const ASIDE: usize = 45;
/// Adverbial phrases between a subject and its verb, at most.
const ADVERBIALS: usize = 2;

impl Phrases<'_> {
    /// The agent of a verb in the passive: "was called “dead” by Smith".
    pub(super) fn agent(&self, verb: usize, end: usize) -> Option<Phrase> {
        (verb + 1..end.min(verb + ASIDE))
            .filter(|index| !self.token(*index).quoted)
            .take_while(|index| !self.token(*index).is_punctuation('.'))
            .find(|index| self.token(*index).is(category::AGENT))
            .and_then(|index| self.opening(index + 1, end))
            .filter(|phrase| phrase.is_speaker(self.text))
    }

    /// The subject of the verb at `verb`, in the sentence whose tokens are `sentence`.
    pub(super) fn subject(&self, verb: usize, sentence: TokenRange) -> Option<Phrase> {
        let floor = sentence.start();
        let start = self.before_adverbials(self.group_start(verb, floor), floor);
        if start == floor {
            return if self.is_participle(verb) {
                self.subject_after(verb, sentence)
            } else {
                self.inverted(verb, sentence)
            };
        }
        let before = self.token(start - 1);
        if self.is_break(start - 1) {
            if self.is_participle(verb) {
                return self.governor(start - 1, sentence);
            }
            return self
                .before_aside(start - 1, floor)
                .or_else(|| self.governor(start - 1, sentence));
        }
        if before.is(category::RELATIVE) && !before.is(category::PRONOMINAL) || self.is_that(start - 1) {
            return self.antecedent(start - 1, floor);
        }
        if before.is(category::CONJUNCTION
            .or(category::INFINITIVE)
            .or(category::PREPOSITION))
            || before.is(category::SUBORDINATOR)
        {
            return self
                .governor(start - 1, sentence)
                .or_else(|| self.subject_after(verb, sentence));
        }
        let own = self.ending(start, floor);
        if self.is_participle(verb) {
            // "a note from Smith saying", but "took the stage saying"
            let own = own.filter(|own| own.is_speaker(self.text));
            let governs = own.is_some_and(|own| match own.referent {
                Referent::Noun(head) => {
                    let before = own
                        .extent
                        .start()
                        .checked_sub(1)
                        .map(|i| self.token(i))
                        .unwrap_or_default();
                    let paper = self.is_given_out(own, floor);
                    !paper
                        && (!self.token(head).is(category::PERSON_NOUN) || before.is(category::PREPOSITION))
                }
                _ => true,
            });
            return if governs {
                own
            } else {
                self.governor(own.map_or(start, |own| own.extent.start()), sentence)
                    .or(own)
            };
        }
        // "protesters who marched through the streets chanted"
        let inner = own.filter(|own| {
            let before = own.extent.start().checked_sub(1);
            !own.is_speaker(self.text)
                && before.is_some_and(|before| before > floor && self.token(before).is(category::PREPOSITION))
        });
        let outer = inner.and_then(|inner| self.opening_subject(sentence, inner.extent.start()));
        outer.or(own).or_else(|| self.governor(start, sentence))
    }

    /// The subject behind the verb that opens a sentence: "Added Smith: “…”"
    fn inverted(&self, verb: usize, sentence: TokenRange) -> Option<Phrase> {
        self.opening(verb + 1, sentence.end()).filter(|phrase| {
            (phrase.is_speaker(self.text)
                || matches!(phrase.referent, Referent::Noun(head) if self.token(head).is_capitalised()))
                && matches!(
                    self.token(phrase.extent.end()).shape,
                    Shape::Punctuation(':' | ',')
                )
        })
    }

    /// Where the adverbial phrases that end at `start` begin: "Smith, the leader, on Tuesday called".
    fn before_adverbials(&self, start: usize, floor: usize) -> usize {
        let mut first = start;
        for _ in 0..ADVERBIALS {
            let Some(phrase) = self.core_ending(first, floor) else {
                break;
            };
            let opens = phrase.extent.start();
            let Some(before) = opens.checked_sub(1).filter(|before| *before > floor) else {
                break;
            };
            let Referent::Noun(head) = phrase.referent else {
                break;
            };
            let adverbial = self.token(before).is(category::PREPOSITION)
                && !self.token(before).quoted
                && !self.token(head).is(category::PERSON_NOUN)
                && (self.is_break(before - 1) || self.token(before - 1).is(category::CONJUNCTION));
            if !adverbial {
                break;
            }
            first = before;
        }
        first
    }

    /// Whether somebody gives out the paper that `phrase` is: "Smith issued a statement saying".
    fn is_given_out(&self, phrase: Phrase, floor: usize) -> bool {
        let Some(before) = phrase.extent.start().checked_sub(1) else {
            return false;
        };
        before > floor
            && self.is_finite(before)
            && self
                .own_subject(before, floor)
                .is_some_and(|giver| giver.is_speaker(self.text))
    }

    /// "that" after a noun opens a relative clause: "a report that said".
    fn is_that(&self, index: usize) -> bool {
        self.token(index).is(category::RELATIVE)
            && index
                .checked_sub(1)
                .is_some_and(|before| self.token(before).is_word() && is_nominal(self.token(before)))
    }

    fn antecedent(&self, relative: usize, floor: usize) -> Option<Phrase> {
        let end = if relative > floor && self.is_break(relative - 1) {
            relative - 1
        } else {
            relative
        };
        self.ending(end, floor).map(|phrase| Phrase {
            mention: TokenRange::new(relative, relative + 1),
            ..phrase
        })
    }

    /// The phrase that an aside ending with the comma at `close` belongs to: "Macron, speaking in Paris, said". An aside that
    /// is a name tells who the noun before it is: "the chairman, John Smith, said".
    fn before_aside(&self, close: usize, floor: usize) -> Option<Phrase> {
        let whole =
            |phrase: Phrase| phrase.extent.start() == floor || self.is_break(phrase.extent.start() - 1);
        let mut last = close;
        let mut noun: Option<Phrase> = None;
        let mut passed: Option<Phrase> = None;
        // "Senator Smith (D-Texas), said", but "Smith, the head of the Rescue Agency (RA), said".
        let bracketed = self.token(close.checked_sub(1)?).is_punctuation(')');
        if let Some(named) = self
            .ending(close, floor)
            .filter(|phrase| bracketed && matches!(phrase.referent, Referent::Name(_)) && whole(*phrase))
        {
            return Some(named);
        }
        // "the chairman, John Smith, said"
        let inner = self
            .ending(close, floor)
            .filter(|inner| whole(*inner) && matches!(inner.referent, Referent::Name(_)));
        for _ in 0..5 {
            let Some(open) = (floor..last)
                .rev()
                .take(ASIDE)
                .find(|index| self.is_break(*index))
            else {
                break;
            };
            last = open;
            let Some(phrase) = self
                .ending(open, floor)
                .filter(|phrase| phrase.is_speaker(self.text))
            else {
                continue;
            };
            let before = phrase
                .extent
                .start()
                .checked_sub(1)
                .map(|i| self.token(i))
                .unwrap_or_default();
            if before.is(category::PREPOSITION) && phrase.extent.start() > floor {
                continue;
            }
            match phrase.referent {
                Referent::Noun(_) if noun.is_none() => {
                    if let Some(inner) = inner.filter(|inner| inner.extent.start() == open + 1) {
                        return Some(inner);
                    }
                    noun = Some(phrase);
                    // It may be an apposition itself: "Kaine, the senator from Richmond, Virginia, said".
                    if !whole(phrase) {
                        break;
                    }
                }
                Referent::Noun(_) => break,
                // "Smith, who heads the Harbour Board, which runs the port, said"
                Referent::Name(member) if !whole(phrase) && !self.is_person(member) => {
                    passed = passed.or(Some(phrase));
                }
                // "Smith, of Leeds, Yorkshire, said"
                Referent::Name(member)
                    if open > floor && phrase.extent.start() > floor && self.is_place(member) =>
                {
                    passed = passed.or(Some(phrase));
                }
                _ => return Some(phrase),
            }
        }
        noun.or(passed)
    }

    fn is_person(&self, member: usize) -> bool {
        self.kind_of(member) == Some(ActorKind::Person)
    }

    fn is_place(&self, member: usize) -> bool {
        self.kind_of(member) == Some(ActorKind::Place)
    }

    fn kind_of(&self, member: usize) -> Option<ActorKind> {
        self.cast.members.get(member).map(|member| member.actor.kind)
    }

    /// The subject that what stands at `end` shares: that of the nearest verb of speech before it, or else of the nearest
    /// verb whose subject can speak.
    pub(super) fn governor(&self, end: usize, sentence: TokenRange) -> Option<Phrase> {
        let floor = sentence.start();
        let mut nearest = None;
        for verb in (floor..end).rev().take(REACH) {
            if !self.is_finite(verb) {
                continue;
            }
            let cue = self.is_cue(verb);
            if nearest.is_some() && !cue {
                continue;
            }
            let found = self
                .own_subject(verb, floor)
                .filter(|phrase| phrase.is_speaker(self.text));
            if found.is_some() && cue && self.voice(verb) == Voice::Active {
                return found;
            }
            nearest = nearest.or(found);
        }
        nearest.or_else(|| self.opening_subject(sentence, end))
    }

    /// The subject that stands right before the verb, an aside between them passed over.
    fn own_subject(&self, verb: usize, floor: usize) -> Option<Phrase> {
        let start = self.before_adverbials(self.group_start(verb, floor), floor);
        if start == floor {
            return None;
        }
        let before = self.token(start - 1);
        if self.is_break(start - 1) {
            self.before_aside(start - 1, floor)
        } else if before.is(category::RELATIVE) && !before.is(category::PRONOMINAL) {
            self.antecedent(start - 1, floor)
        } else {
            self.ending(start, floor)
        }
    }

    /// The first phrase of the sentence, when it opens with one.
    pub(super) fn opening_subject(&self, sentence: TokenRange, end: usize) -> Option<Phrase> {
        let floor = sentence.start();
        let skip = usize::from(self.token(floor).is(category::CONJUNCTION));
        self.opening(floor + skip, end)
            .filter(|phrase| phrase.is_speaker(self.text))
    }

    /// The subject after the clause that the participle at `verb` opens: "Calling it “dead,” Smith walked out".
    fn subject_after(&self, verb: usize, sentence: TokenRange) -> Option<Phrase> {
        let end = sentence.end();
        (verb + 1..end.min(verb + ASIDE))
            .filter(|index| self.is_break(*index))
            .find_map(|index| {
                let phrase = self
                    .opening(index + 1, end)
                    .filter(|phrase| phrase.is_speaker(self.text))?;
                let after = self.after_phrase(phrase, end);
                (self.is_finite(after) || self.is_break(phrase.extent.end())).then_some(phrase)
            })
    }

    /// The first token after `phrase`, brackets, attributes, an aside and adverbs passed over: where its verb would stand.
    pub(super) fn after_phrase(&self, phrase: Phrase, end: usize) -> usize {
        let mut next = phrase.extent.end();
        if self.token(next).is_punctuation('(') {
            next = (next..end.min(next + ASIDE))
                .find(|index| self.token(*index).is_punctuation(')'))
                .map_or(next, |close| close + 1);
        }
        for _ in 0..3 {
            if !self
                .token(next)
                .is(category::ATTRIBUTIVE.or(category::COORDINATOR))
            {
                break;
            }
            match self.opening(next + 1, end) {
                Some(inner) => next = inner.extent.end(),
                None => break,
            }
        }
        if next < end && self.is_break(next) {
            let direct = self.after_adverbs(next + 1, end);
            if self.is_cue(direct) && !self.is_participle(direct) {
                return direct;
            }
            let close = (next + 1..end.min(next + ASIDE))
                .find(|index| self.is_break(*index) && self.is_cue(self.after_adverbs(*index + 1, end)));
            if let Some(close) = close {
                next = close + 1;
            }
        } else if self.token(next).is(category::RELATIVE) && !self.token(next).is(category::PRONOMINAL) {
            return next;
        }
        self.after_adverbs(next, end)
    }
}
