//! What a person probably meant by a word that is not known.

/// A word of more letters than this is not compared with others.
const LONGEST: usize = 64;

/// The one of `known` that `written` was probably meant to be.
pub(super) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = Word::new(written)?;
    let distances = known
        .into_iter()
        .filter_map(|candidate| Some((written.distance(&Word::new(candidate)?)?, candidate)));
    distances
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A word to compare with others.
pub(super) struct Word {
    letters: Vec<char>,
}

impl Word {
    /// `None` where it is too long to be compared.
    pub(super) fn new(written: &str) -> Option<Self> {
        let letters: Vec<char> = written.chars().take(LONGEST + 1).collect();
        let letters = letters
            .into_iter()
            .flat_map(char::to_lowercase)
            .collect::<Vec<_>>();
        (letters.len() <= LONGEST).then_some(Self { letters })
    }

    /// How many letters it has.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// How many letters another word may have wrong to be meant by this one.
    pub(super) fn allowed(&self) -> usize {
        (self.len() / 3).clamp(1, 3)
    }

    /// How far `other` is from this word, where it is near enough to be meant by it.
    pub(super) fn distance(&self, other: &Self) -> Option<usize> {
        if self.len().abs_diff(other.len()) > self.allowed() {
            return None;
        }
        let distance = edit_distance(&self.letters, &other.letters);
        (distance <= self.allowed()).then_some(distance)
    }
}

/// How many letters must be added, taken away, changed or swapped with their neighbour to make `b` of `a`.
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut two_rows_ago: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    let mut last: Option<char> = None;
    for (i, letter) in a.iter().copied().enumerate() {
        let mut next = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut least = (cell(&row, j + 1) + 1)
                .min(cell(&next, j) + 1)
                .min(cell(&row, j) + usize::from(letter != *other));
            let swapped = j > 0 && last == Some(*other) && b.get(j - 1) == Some(&letter);
            if swapped {
                least = least.min(cell(&two_rows_ago, j - 1) + 1);
            }
            next.push(least);
        }
        two_rows_ago = std::mem::replace(&mut row, next);
        last = Some(letter);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{edit_distance, nearest};

    #[test]
    fn distances() {
        for (a, b, distance) in [
            ("title", "titel", 1),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("same", "same", 0),
        ] {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(edit_distance(&letters(a), &letters(b)), distance, "{a} {b}");
        }
    }

    #[test]
    fn only_what_is_near_is_meant() {
        assert_eq!(nearest("sumary", ["summary", "quotes"]), Some("summary"));
        assert_eq!(nearest("Title", ["title", "text"]), Some("title"));
        assert_eq!(nearest("weather", ["summary", "quotes"]), None);
        let long = "a".repeat(100_000);
        assert_eq!(nearest(&long, [&*format!("{long}b")]), None);
    }
}
