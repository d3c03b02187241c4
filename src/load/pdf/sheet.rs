//! Letters → lines: one page as it is printed, letter by letter.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

use super::printed::{Line, Page};

/// The least gap, in sizes of the letters, that is a space: most fonts have one of a quarter.
const SPACE: f32 = 0.15;

/// The least gap, in sizes of the letters, that parts one line from another beside it.
const APART: f32 = 1.2;

/// As much of a document is kept, in letters: no article comes near.
const MOST_LETTERS: usize = 4_000_000;

/// A letter, or several that a font has as one. Turned so that its line is level.
struct Letter {
    words: String,
    x: f32,
    y: f32,
    advance: f32,
    size: f32,
    /// By how many quarters its line was turned.
    turn: usize,
}

/// Collects the pages that a parser prints.
#[derive(Default)]
pub(super) struct Sheets {
    pub(super) pages: Vec<Page>,
    letters: Vec<Letter>,
    count: usize,
}

impl Sheets {
    /// Ends the page that is being printed, which could not be read to its end.
    pub(super) fn fail_page(&mut self) {
        self.finish_page();
        if let Some(page) = self.pages.last_mut() {
            page.failed = true;
        }
    }

    fn finish_page(&mut self) {
        let letters = std::mem::take(&mut self.letters);
        // What stands across the page is no part of the text: a mark of the archive, a watermark.
        let mut turns = [0_usize; 4];
        for letter in &letters {
            if let Some(count) = turns.get_mut(letter.turn) {
                *count += 1;
            }
        }
        let most = turns.iter().max().copied().unwrap_or_default();
        let turn = turns.iter().position(|count| *count == most).unwrap_or_default();
        if let Some(page) = self.pages.last_mut() {
            page.lines = lines(letters.into_iter().filter(|letter| letter.turn == turn));
        }
    }
}

impl OutputDev for Sheets {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.pages.push(Page::default());
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.finish_page();
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        words: &str,
    ) -> Result<(), OutputError> {
        self.count += 1;
        if self.count <= MOST_LETTERS
            && let Some(letter) = letter(place, width, font_size, words)
        {
            self.letters.push(letter);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// The letter that is printed at `place`, which moves the start of its line to the page and turns it; `width` counts
/// sizes of the font.
fn letter(place: &Transform, width: f64, font_size: f64, words: &str) -> Option<Letter> {
    let along = place.m11.hypot(place.m12);
    let (cosine, sine) = (place.m11 / along, place.m12 / along);
    let (turn, cosine, sine) = if cosine > 0.9 {
        (0, 1.0, 0.0)
    } else if sine > 0.9 {
        (1, 0.0, 1.0)
    } else if cosine < -0.9 {
        (2, -1.0, 0.0)
    } else if sine < -0.9 {
        (3, 0.0, -1.0)
    } else {
        return None;
    };
    let (x, y) = (place.m31, place.m32);
    let height = place.m21.hypot(place.m22);
    let size = font_size.abs() * height;
    let letter = Letter {
        words: words.to_owned(),
        x: (x * cosine + y * sine) as f32,
        y: (x * sine - y * cosine) as f32,
        advance: (width * font_size.abs() * along) as f32,
        size: size as f32,
        turn,
    };
    let is_placed = [letter.x, letter.y, letter.advance, letter.size]
        .iter()
        .all(|length| length.is_finite());
    (is_placed && letter.size > 0.0).then_some(letter)
}

fn lines(letters: impl Iterator<Item = Letter>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut last: Option<Letter> = None;
    for letter in letters {
        let is_again = last.as_ref().is_some_and(|last| is_printed_again(last, &letter));
        if !is_again {
            match lines.last_mut() {
                Some(line) if goes_on(line, &letter) => add(line, &letter),
                _ => lines.push(Line {
                    words: letter.words.clone(),
                    left: letter.x,
                    right: letter.x + letter.advance,
                    y: letter.y,
                    size: letter.size,
                }),
            }
        }
        last = Some(letter);
    }
    lines.retain(|line| !line.words.trim().is_empty());
    lines
}

/// Whether a letter is printed over itself, which makes it bold.
fn is_printed_again(last: &Letter, letter: &Letter) -> bool {
    last.words == letter.words
        && (letter.x - last.x).abs() < 0.3 * last.advance.abs()
        && (letter.y - last.y).abs() < 0.1 * last.size
}

fn goes_on(line: &Line, letter: &Letter) -> bool {
    let size = line.size.max(letter.size);
    let gap = letter.x - line.right;
    (letter.y - line.y).abs() <= 0.35 * size && gap > -0.6 * size && gap < APART * size
}

fn add(line: &mut Line, letter: &Letter) {
    let gap = letter.x - line.right;
    let is_parted =
        line.words.ends_with(char::is_whitespace) || letter.words.starts_with(char::is_whitespace);
    if gap > SPACE * line.size && !is_parted {
        line.words.push(' ');
    }
    line.words.push_str(&letter.words);
    line.right = line.right.max(letter.x + letter.advance);
    // A sign that is set small and high does not say where the line stands.
    if letter.size > line.size {
        (line.size, line.y) = (letter.size, letter.y);
    }
}
