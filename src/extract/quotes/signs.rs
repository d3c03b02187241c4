//! What speaks for and against a candidate's having said a segment: the features of the model `weights/speaker.toml`.

use super::candidates::Candidate;
use super::cues::{REACH, Voice};
use super::phrases::{CUE_VERB, Pronoun, Referent};
use super::sieves::{Scene, Source};
use crate::briefing::{ActorKind, Confidence};
use crate::extract::lexicon::category;
use crate::extract::linear::{Features, speaker};
use crate::extract::text::Shape;

/// Tokens between a verb and the segment that count as near.
const NEAR: usize = 4;
/// Tokens of a clause at most.
const CLAUSE: usize = 40;

/// What the first sieve that answers is worth, and what agreement of the others is: by their order.
const FIRST: [Features; 13] = [
    speaker::FIRST_LABEL,
    speaker::FIRST_OPEN_PARAGRAPH,
    speaker::FIRST_LEFT_ADJACENT,
    speaker::FIRST_RIGHT_ADJACENT,
    speaker::FIRST_ACCORDING_TO,
    speaker::FIRST_JOINED,
    speaker::FIRST_GENITIVE,
    speaker::FIRST_LEFT,
    speaker::FIRST_TRAILING,
    speaker::FIRST_COORDINATED,
    speaker::FIRST_CARRIED_OVER,
    speaker::FIRST_GOVERNING,
    speaker::FIRST_PREVIOUS_PARAGRAPH,
];
const ALSO: [Features; 13] = [
    Features::NONE,
    Features::NONE,
    Features::NONE,
    Features::NONE,
    speaker::ALSO_ACCORDING_TO,
    Features::NONE,
    speaker::ALSO_GENITIVE,
    speaker::ALSO_LEFT,
    speaker::ALSO_TRAILING,
    speaker::ALSO_COORDINATED,
    speaker::ALSO_CARRIED_OVER,
    speaker::ALSO_GOVERNING,
    speaker::ALSO_PREVIOUS_PARAGRAPH,
];

/// What is the same for all candidates of a segment.
pub(super) struct Setting {
    /// The first verb of speech before the segment in its sentence, with a clause after it.
    outermost: Option<usize>,
    /// The last one.
    nearest: Option<usize>,
    fragment: bool,
    alone: bool,
}

impl Setting {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let phrases = scene.phrases;
        let start = scene.quoted.tokens.start();
        let floor = scene.sentence.tokens.start().max(start.saturating_sub(REACH));
        let mut cues =
            (floor..start).filter(|index| phrases.is_cue(*index) && phrases.voice(*index) == Voice::Active);
        let words = scene.inner().map(|index| phrases.token(index));
        let first = words
            .into_iter()
            .find(|token| token.is_word())
            .unwrap_or_default();
        let outermost = cues.clone().find(|verb| opens_clause(scene, *verb));
        Self {
            outermost,
            nearest: cues.next_back(),
            fragment: !first.is_capitalised(),
            alone: scene.stands_alone(),
        }
    }
}

impl Setting {
    /// The features of nobody's having said it.
    pub(super) fn nobody(&self) -> Features {
        let mut features = speaker::NOBODY;
        features.add(speaker::NOBODY_AND_FRAGMENT, self.fragment);
        features.add(speaker::NOBODY_AND_ALONE, self.alone);
        features
    }
}

/// Whether a clause with a subject of its own stands after the verb: "said that …", "said the plan was".
fn opens_clause(scene: &Scene<'_>, verb: usize) -> bool {
    let phrases = scene.phrases;
    let end = scene.quoted.tokens.start();
    let next = phrases.after_adverbs(verb + 1, end);
    if phrases.token(next).is(category::THAT) {
        return true;
    }
    phrases
        .opening(verb + 1, end)
        .is_some_and(|phrase| phrases.is_finite(phrases.after_phrase(phrase, end)))
}

/// The features of `candidate`.
pub(super) fn features(scene: &Scene<'_>, setting: &Setting, candidate: &Candidate) -> Features {
    let mut features = Features::NONE;
    for (number, (first, also)) in FIRST.iter().zip(ALSO).enumerate() {
        let proposes = candidate.sieves & (1 << number) != 0;
        let leads = candidate.first && candidate.sieves.trailing_zeros() as usize == number;
        features.add(*first, leads);
        features.add(also, proposes && !leads);
    }
    let sure = candidate.found.confidence;
    features.add(speaker::SIEVE_SURE, candidate.first && sure == Confidence::High);
    features.add(speaker::SIEVE_UNSURE, candidate.first && sure == Confidence::Low);
    features.add(speaker::NO_SIEVE, candidate.sieves == 0);
    place(scene, setting, candidate, &mut features);
    kind(scene, candidate, &mut features);
    verb(scene, setting, candidate, &mut features);
    features
}

/// Where the words stand that name the candidate.
fn place(scene: &Scene<'_>, setting: &Setting, candidate: &Candidate, features: &mut Features) {
    let phrases = scene.phrases;
    let text = phrases.text;
    let at = candidate.mention.start();
    let (quoted, sentence) = (scene.quoted.tokens, scene.sentence.tokens);
    let before = sentence.holds(at) && at < quoted.start();
    let after = sentence.holds(at) && at >= quoted.end();
    let paragraph = text.paragraph_of(at) == scene.sentence.paragraph;
    let earlier = !before && !after;
    let back = text
        .sentence_of(quoted.start())
        .saturating_sub(text.sentence_of(at));
    features.add(speaker::AFTER, after);
    features.add(speaker::AFTER_AND_FRAGMENT, after && setting.fragment);
    features.add(speaker::AFTER_AND_OPENS, after && scene.opens_sentence());
    features.add(
        speaker::AFTER_AND_COMMA_INSIDE,
        after && scene.last_inside() == Shape::Punctuation(','),
    );
    features.add(speaker::AFTER_AND_BESIDE, after && at < quoted.end() + 4);
    features.add(speaker::ONE_SENTENCE_BACK, earlier && paragraph && back == 1);
    features.add(speaker::FURTHER_BACK, earlier && paragraph && back > 1);
    features.add(speaker::OTHER_PARAGRAPH, earlier && !paragraph);
    features.add(speaker::EARLIER_AND_ALONE, earlier && setting.alone);
    features.add(speaker::EARLIER_AND_FRAGMENT, earlier && setting.fragment);
    let last = scene.done.last().filter(|last| last.is_attributed());
    features.add(
        speaker::SPOKE_LAST,
        last.is_some_and(|last| last.mention == Some(candidate.mention)),
    );
    features.add(
        speaker::SPOKE_LAST_IN_SENTENCE,
        last.is_some_and(|last| {
            last.mention == Some(candidate.mention) && sentence.holds(last.tokens.start())
        }),
    );
    let extent = candidate.extent();
    let left = extent
        .start()
        .checked_sub(1)
        .map(|index| text.token(index))
        .unwrap_or_default();
    let opens = extent.start() == sentence.start();
    features.add(speaker::OPENS_SENTENCE, opens);
    features.add(
        speaker::AFTER_PREPOSITION,
        !opens && left.is(category::PREPOSITION),
    );
    let by = |verb: usize| verb < at && phrases.is_cue(verb) && phrases.voice(verb) == Voice::Passive;
    features.add(
        speaker::BY,
        left.is(category::AGENT) && candidate.verb.is_some_and(by),
    );
    features.add(speaker::TOLD, is_told(scene, candidate));
    features.add(speaker::AFTER_COMMA, !opens && left.is_punctuation(','));
    let apposed = left.is_punctuation(',')
        && extent.start().checked_sub(2).is_some_and(|before| {
            text.token(before).is_punctuation(')') || phrases.cast.mention_at(before).is_some()
        });
    let noun = matches!(candidate.referent(), Some(Referent::Noun(_)));
    features.add(speaker::APPOSED, noun && apposed);
    features.add(
        speaker::AFTER_CONJUNCTION,
        !opens && left.is(category::CONJUNCTION),
    );
    features.add(
        speaker::GENITIVE,
        text.token(extent.end()).shape == Shape::Possessive,
    );
    let inside = before
        && setting
            .outermost
            .is_some_and(|verb| verb < at && at < verb + CLAUSE);
    let broken = setting.outermost.is_some_and(|verb| {
        (verb..at).any(|index| text.token(index).is_punctuation(',') || text.token(index).is_punctuation(';'))
    });
    features.add(speaker::WITHIN_REPORT, inside && !broken);
    features.add(speaker::WITHIN_REPORT_PAST_COMMA, inside && broken);
}

/// Whether the candidate is spoken to or of: "Smith was asked".
fn is_told(scene: &Scene<'_>, candidate: &Candidate) -> bool {
    let phrases = scene.phrases;
    let Source::Phrase(phrase) = candidate.found.source else {
        return false;
    };
    let verb = phrases.after_phrase(phrase, phrase.extent.end() + CLAUSE);
    phrases.is_cue(verb)
        && phrases.voice(verb) == Voice::Passive
        && !phrases.token(verb + 1).is(category::SUBORDINATOR)
}

/// What names the candidate.
fn kind(scene: &Scene<'_>, candidate: &Candidate, features: &mut Features) {
    let text = scene.phrases.text;
    let is = |category| text.token(candidate.mention.start()).is(category);
    match candidate.referent() {
        None => {}
        Some(Referent::Name(member)) => {
            let kind = scene
                .phrases
                .cast
                .members
                .get(member)
                .map(|member| member.actor.kind);
            features.add(speaker::PERSON, kind == Some(ActorKind::Person));
            features.add(speaker::PLACE, kind == Some(ActorKind::Place));
            features.add(
                speaker::BODY,
                !matches!(kind, Some(ActorKind::Person | ActorKind::Place)),
            );
        }
        Some(Referent::Pronoun(pronoun)) => {
            features.add(speaker::HE_OR_SHE, matches!(pronoun, Pronoun::He | Pronoun::She));
            features.add(speaker::THEY, pronoun == Pronoun::They);
            features.add(speaker::IT, pronoun == Pronoun::It);
            features.add(speaker::FIRST_PERSON, pronoun == Pronoun::First);
        }
        Some(Referent::Noun(head)) => {
            let head = text.token(head);
            let person = head.is(category::PERSON_NOUN.or(category::ROLE_NOUN));
            let source = head.is(category::SOURCE_NOUN);
            features.add(speaker::PERSON_NOUN, person);
            features.add(speaker::SOURCE_NOUN, source && !person);
            features.add(speaker::OTHER_NOUN, !source && !person);
            features.add(
                speaker::INDEFINITE,
                is(category::ARTICLE) && !is(category::DEFINITE),
            );
        }
    }
    features.add(speaker::RELATIVE, is(category::RELATIVE));
}

/// The verb that the candidate is the subject of.
fn verb(scene: &Scene<'_>, setting: &Setting, candidate: &Candidate, features: &mut Features) {
    let phrases = scene.phrases;
    let text = phrases.text;
    let Some(verb) = candidate.verb else {
        features.add(speaker::NO_VERB, true);
        return;
    };
    let quoted = scene.quoted.tokens;
    let token = text.token(verb);
    let cue = phrases.is_cue(verb);
    let before = verb < quoted.start() && scene.sentence.tokens.holds(verb);
    features.add(speaker::OWNS_SPEECH, !cue && token.is(category::UTTERANCE_NOUN));
    features.add(speaker::SAYS, cue && token.is(category::SPEECH_VERB));
    features.add(
        speaker::JUDGES,
        cue && token.is(category::JUDGEMENT_VERB) && !token.is(category::SPEECH_VERB),
    );
    features.add(speaker::CUE_IN_BASE_FORM, cue && !token.is(CUE_VERB));
    features.add(speaker::NO_CUE, !cue);
    features.add(speaker::NOUN_OR_VERB, token.is(category::NOUN_OR_VERB));
    features.add(speaker::PARTICIPLE, phrases.is_participle(verb));
    features.add(speaker::PASSIVE, phrases.voice(verb) == Voice::Passive);
    features.add(
        speaker::OUTERMOST,
        setting.outermost == Some(verb) && setting.nearest != Some(verb),
    );
    features.add(
        speaker::NEAREST,
        setting.nearest == Some(verb) && setting.outermost != Some(verb),
    );
    if !before {
        return;
    }
    let gap = quoted.start() - verb - 1;
    features.add(speaker::VERB_BESIDE, gap <= 1);
    features.add(speaker::VERB_NEAR, (2..=NEAR).contains(&gap));
    features.add(speaker::VERB_FAR, gap > 15);
    let between = || (verb + 1).max(quoted.start().saturating_sub(REACH))..quoted.start();
    features.add(
        speaker::COMMA_BETWEEN,
        between()
            .rev()
            .skip(1)
            .any(|index| text.token(index).is_punctuation(',')),
    );
    features.add(
        speaker::OTHER_VERB_BETWEEN,
        between().any(|index| phrases.is_finite(index)),
    );
    features.add(
        speaker::CONJUNCTION_BETWEEN,
        between().any(|index| text.token(index).is(category::CONJUNCTION)),
    );
    features.add(
        speaker::SUBORDINATE_BETWEEN,
        between().any(|index| {
            text.token(index).is(category::SUBORDINATOR) && !text.token(index).is(category::THAT)
        }),
    );
    let introduces = matches!(
        text.token(quoted.start() - 1).shape,
        Shape::Punctuation(':' | ',')
    );
    let last = setting.nearest == Some(verb);
    features.add(speaker::INTRODUCES, last && introduces && !setting.fragment);
    features.add(
        speaker::INTRODUCES_FRAGMENT,
        last && introduces && setting.fragment,
    );
    features.add(speaker::OPENS_CLAUSE, opens_clause(scene, verb));
    features.add(speaker::DISTANT_SUBJECT, candidate.mention.end() + 6 < verb);
}
