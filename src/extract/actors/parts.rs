//! Takes a run of capitalised words apart: titles, peoples and days of the week are no part of a name.

use crate::extract::actors::names::{GIVEN, Name};
use crate::extract::actors::pieces::{
    ORGANISATION_END, Piece, What, covered, is_courtesy, is_full_name, is_national_body, is_ordinary, office,
    opens_place, second_name, trim_joints,
};
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text, TokenRange};

/// Collects the names of one run after the other.
pub(super) struct Parts<'t, 'a> {
    text: &'t Text<'a>,
    names: Vec<Name>,
    /// The pieces of the run at hand; kept for its capacity.
    pieces: Vec<Piece>,
    opens: bool,
    /// Whether what opens the run may say what somebody is minister of.
    matter: bool,
    heading: bool,
}

impl<'t, 'a> Parts<'t, 'a> {
    pub(super) fn new(text: &'t Text<'a>) -> Self {
        Self {
            text,
            names: Vec::new(),
            pieces: Vec::new(),
            opens: false,
            matter: false,
            heading: false,
        }
    }

    pub(super) fn into_names(self) -> Vec<Name> {
        self.names
    }

    /// Adds the names in `run`, which `opens` a sentence or stands in a `heading`.
    pub(super) fn take(&mut self, run: TokenRange, opens: bool, heading: bool) {
        self.opens = opens;
        self.matter = self.follows_office(run.start());
        self.heading = heading;
        let mut pieces = std::mem::take(&mut self.pieces);
        pieces.clear();
        let mut index = run.start();
        while index < run.end() {
            let piece = Piece::at(self.text, index, run.end(), pieces.last().copied());
            index = piece.tokens.end();
            pieces.push(piece);
        }
        for days_apart in pieces.split(|piece| piece.what == What::Calendar) {
            self.part(days_apart);
        }
        self.pieces = pieces;
    }

    /// One stretch of a run without days in it.
    fn part(&mut self, pieces: &[Piece]) {
        let pieces = trim_joints(pieces);
        let Some((first, last)) = pieces.first().zip(pieces.last()) else {
            return;
        };
        if let [only] = pieces {
            return match only.what {
                What::Known | What::Plain => self.push(pieces, None),
                What::Title if only.categories.any(category::SURNAME) => self.push(pieces, None),
                _ => {}
            };
        }
        if let Some(at) = second_name(pieces) {
            let (left, right) = pieces.split_at(at);
            self.part(left);
            self.opens = false;
            return self.part(right);
        }
        if is_national_body(pieces) {
            return self.push_as(pieces, None, category::ORGANISATION);
        }
        if let Some(at) = office(pieces) {
            let (office, after) = pieces.split_at(at);
            self.opens = false;
            return self.titled(after, covered(office));
        }
        let title = pieces
            .iter()
            .rposition(|piece| piece.what == What::Title)
            .filter(|at| at + 1 < pieces.len());
        let joined = pieces
            .iter()
            .any(|piece| piece.what == What::Joint && piece.categories.any(category::NAME_PREPOSITION));
        let headed =
            joined || last.categories.any(ORGANISATION_END) || last.categories.any(category::PLACE_HEAD);
        let company = last.categories.any(category::COMPANY_SUFFIX);
        match title {
            Some(at) if !company && (!headed || !joined && (at > 0 || pieces.len() > 2)) => {
                let (before, after) = pieces.split_at(at + 1);
                let titles = before
                    .iter()
                    .rev()
                    .take_while(|piece| piece.what == What::Title)
                    .count();
                let (modifiers, titles) = before.split_at(before.len() - titles);
                self.modifiers(modifiers);
                let title = covered(titles);
                self.opens = false;
                self.titled(after, title);
            }
            _ if headed => self.headed(pieces),
            // "Mr. King": the office is a surname.
            _ if last.what == What::Title
                && last.categories.any(category::SURNAME)
                && is_courtesy(pieces) =>
            {
                let (title, surname) = pieces.split_at(pieces.len() - 1);
                self.titled(surname, covered(title));
            }
            _ if last.what == What::Title => {
                let kept = pieces.len()
                    - pieces
                        .iter()
                        .rev()
                        .take_while(|piece| piece.what == What::Title)
                        .count();
                let (kept, _) = pieces.split_at(kept);
                self.modifiers(kept);
            }
            _ if first.what == What::Demonym => {
                self.opens = false;
                self.part(pieces.get(1..).unwrap_or_default());
            }
            _ => self.plain(pieces),
        }
    }

    /// What stands after a title.
    fn titled(&mut self, pieces: &[Piece], title: Option<TokenRange>) {
        match pieces {
            [first, ..] if first.what == What::Demonym => self.part(pieces),
            // "President George Bush White House": what the lexicon lists stands by itself.
            _ => {
                let split = pieces
                    .iter()
                    .skip(1)
                    .position(|piece| piece.what == What::Known)
                    .map_or(pieces.len(), |at| at + 1);
                let (name, rest) = pieces.split_at(split);
                self.push(name, title);
                self.part(rest);
            }
        }
    }

    /// What stands before a title: "White House", "US Defense", "Acme".
    fn modifiers(&mut self, pieces: &[Piece]) {
        let pieces = trim_joints(pieces);
        for piece in pieces {
            if piece.what == What::Known {
                self.push(std::slice::from_ref(piece), None);
            }
        }
        if pieces
            .iter()
            .all(|piece| matches!(piece.what, What::Plain | What::Joint))
        {
            self.plain(pieces);
        }
    }

    /// A name whose last word, or the word before "of", says what it is.
    fn headed(&mut self, pieces: &[Piece]) {
        let mut pieces = pieces;
        while let [first, rest @ ..] = pieces {
            let known = rest.len() == 1 && rest.iter().all(|piece| piece.what == What::Known);
            let single = rest.len() < 2 && !known;
            let opening = self.opens
                && first.categories.any(category::COMMON_WORD)
                && !first.categories.any(GIVEN.or(category::ORGANISATION_HEAD));
            if !(known && first.what != What::Known || opening && !single) {
                break;
            }
            self.opens = false;
            pieces = rest;
        }
        self.push(pieces, None);
    }

    /// Names without a word that says what they are.
    fn plain(&mut self, pieces: &[Piece]) {
        let mut pieces = pieces;
        while let [first, rest @ ..] = pieces {
            let ordinary = first.categories.any(category::COMMON_WORD)
                && !first.categories.any(GIVEN)
                && first.what == What::Plain;
            if !((self.opens || self.matter && rest.len() > 1) && ordinary && !rest.is_empty()) {
                break;
            }
            self.opens = false;
            pieces = rest;
        }
        while let [first, second, .., last] = pieces
            && first.categories.any(GIVEN)
            && (is_ordinary(last) && !second.categories.any(GIVEN) || last.categories.any(category::CREDIT))
        {
            // A caption: "Jane Doe Image".
            pieces = pieces.get(..pieces.len() - 1).unwrap_or_default();
        }
        let boundary = pieces.iter().enumerate().skip(1).find(|(at, piece)| {
            let before = pieces.get(at - 1).map_or(What::Joint, |before| before.what);
            piece.what == What::Known && before != What::Joint && !opens_place(self.text, pieces, *at)
                || piece.what == What::Demonym
                || before == What::Known
                    && piece.what == What::Plain
                    && (piece.categories.any(category::COMMON_WORD)
                        || self.is_abbreviated(pieces.get(at - 1)))
        });
        if let Some((at, _)) = boundary {
            let (left, right) = pieces.split_at(at);
            self.push(trim_joints(left), None);
            self.opens = false;
            self.part(right);
        } else {
            self.push(pieces, None);
        }
    }

    /// Whether the piece is a place's abbreviation, whose full stop may end the sentence: "in Salem, N.H. Doe said".
    fn is_abbreviated(&self, piece: Option<&Piece>) -> bool {
        piece.is_some_and(|piece| {
            piece.categories.any(category::REGION) && self.text.words(piece.tokens).ends_with('.')
        })
    }

    /// Adds a name, unless its words are ordinary ones.
    fn push(&mut self, pieces: &[Piece], title: Option<TokenRange>) {
        let known = match pieces {
            [only] if only.what == What::Known => only.categories,
            _ => Categories::NONE,
        };
        self.push_as(pieces, title, known);
    }

    /// Adds a name that is `known` to be something, unless its words are ordinary ones.
    fn push_as(&mut self, pieces: &[Piece], title: Option<TokenRange>, known: Categories) {
        let pieces = trim_joints(pieces);
        let Some((first, last)) = pieces.first().zip(pieces.last()) else {
            return;
        };
        let tokens = TokenRange::new(first.tokens.start(), last.tokens.end());
        let listed = pieces.iter().any(|piece| piece.what == What::Known);
        let headed = pieces.len() > 1 && last.categories.any(ORGANISATION_END.or(category::PLACE_HEAD));
        let joined = pieces.iter().any(|piece| piece.what == What::Joint);
        let event = pieces.len() > 1
            && title.is_none()
            && (last.categories.any(category::EVENT_HEAD) && !joined && !first.categories.any(GIVEN)
                || first.categories.any(category::EVENT_OPENER) && !last.categories.any(ORGANISATION_END));
        if event {
            return;
        }
        let ordinary = pieces.iter().all(|piece| {
            piece.what == What::Joint
                || piece.categories.any(
                    category::COMMON_WORD
                        .or(category::DEMONYM)
                        .or(category::ORGANISATION_HEAD)
                        .or(category::PLACE_HEAD)
                        .or(category::PLACE_OPENER),
                ) && (tokens.len() == 1 || !piece.categories.any(GIVEN))
        });
        if title.is_none() && ordinary && !listed && !headed && !joined {
            return;
        }
        let single = tokens.len() == 1;
        let first_token = self.text.token(tokens.start());
        let shouted = known == Categories::NONE
            && tokens.indices().all(|index| {
                let token = self.text.token(index);
                token.shape != Shape::Capitalised && (!single || token.span.len() > ACRONYM)
            });
        let doubtful = title.is_none()
            && (shouted
                || single && self.opens && (known == Categories::NONE || known.any(category::COMMON_WORD))
                || self.heading && known == Categories::NONE && !is_full_name(pieces)
                || single && first_token.span.len() < 2);
        let office = single && title.is_none() && first.what == What::Title;
        let title = title.or_else(|| self.title_before(tokens));
        self.names.push(Name {
            tokens,
            title,
            known,
            doubtful: doubtful && title.is_none() || office,
        });
    }

    /// Whether an office and its preposition stand before the token at `start`: "Minister of".
    fn follows_office(&self, start: usize) -> bool {
        let before = |back: usize| start.checked_sub(back).map(|index| self.text.token(index));
        before(1).is_some_and(|joint| joint.shape == Shape::Lower && joint.is(category::NAME_PREPOSITION))
            && before(2).is_some_and(|title| title.is_capitalised() && title.is(category::TITLE))
    }

    /// "Minister of Education" in "Minister of Education Jane Doe", where `last` is its last word.
    fn office_before(&self, last: usize) -> Option<TokenRange> {
        let words = (0..4).take_while(|back| {
            last.checked_sub(*back).is_some_and(|index| {
                let token = self.text.token(index);
                token.is_capitalised() || token.is(category::NAME_CONJUNCTION)
            })
        });
        let genitive = (last + 1).checked_sub(words.count())?.checked_sub(1)?;
        let head = genitive.checked_sub(1)?;
        let office = self.text.token(genitive).is(category::NAME_PREPOSITION)
            && self.text.token(head).is(category::TITLE);
        office.then(|| TokenRange::new(head, last + 1))
    }

    /// The role noun in lower case right before a name: "NATO chief Mark Rutte".
    fn title_before(&self, tokens: TokenRange) -> Option<TokenRange> {
        let before = tokens.start().checked_sub(1)?;
        let token = self.text.token(before);
        if token.is_capitalised() && token.is(category::COMMON_WORD) {
            return self.office_before(before);
        }
        let role = token.shape == Shape::Lower && token.is(category::ROLE_NOUN.or(category::TITLE));
        role.then(|| TokenRange::new(before, tokens.start()))
    }
}

/// Bytes of an acronym at most; a longer word in capitals is a word.
const ACRONYM: usize = 6;
