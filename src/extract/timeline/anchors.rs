//! What dates are counted from: the day of writing, and the dates told last.

use jiff::civil::Date;

use super::calendar::{Period, Unit};
use super::reading::From;

/// Paragraphs for which a quarter is talked about after it was told.
const QUARTER_REACH: usize = 2;
/// Days around the day of writing that the news is about.
const STORY: i32 = 10;

/// What dates are counted from at a place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Anchors {
    /// The day of writing.
    pub(super) writing: Option<Date>,
    /// Whether the article tells of times long past: dates without a year belong to the year told last.
    pub(super) history: bool,
    /// The day told last.
    day: Option<Date>,
    /// The paragraph that told it.
    day_paragraph: usize,
    /// The day told last of those about the day of writing: where the story itself has got to.
    story_day: Option<Date>,
    /// A day in the week, month and year told last.
    week: Option<Date>,
    pub(super) month: Option<Date>,
    pub(super) year: Option<Date>,
    /// The quarter told last; one that is not over yet only where no other was told: figures are of what is over.
    quarter: Option<Period>,
    /// The paragraph that is being read, and the one that told the quarter.
    paragraph: usize,
    quarter_paragraph: usize,
    /// Whether a longer stretch than the quarter is talked about: "the nine months".
    longer: bool,
}

impl Anchors {
    /// At the start of the text.
    pub(super) fn new(writing: Option<Date>, history: bool) -> Self {
        Self {
            writing,
            history,
            ..Self::default()
        }
    }

    /// Moves on to the paragraph of that number.
    pub(super) fn enter(&mut self, paragraph: usize) {
        self.paragraph = paragraph;
    }

    /// The quarter told last, here or shortly before.
    pub(super) fn quarter_here(&self) -> Option<Period> {
        self.quarter_of_figures()
            .filter(|_| self.paragraph - self.quarter_paragraph <= QUARTER_REACH)
    }

    /// The quarter told last, unless figures of a longer stretch were given since.
    pub(super) fn quarter_of_figures(&self) -> Option<Period> {
        self.quarter.filter(|_| !self.longer)
    }

    /// The quarter told last.
    pub(super) fn quarter(&self) -> Option<Period> {
        self.quarter
    }

    /// Notes that a stretch longer than a quarter is talked about.
    pub(super) fn told_longer(&mut self) {
        self.longer = true;
    }

    /// Whether the stretch has its last day before the day of writing.
    fn is_over(&self, period: Period) -> bool {
        let days = period.timex().and_then(|value| value.interval());
        self.writing
            .zip(days)
            .is_none_or(|(writing, (_, last))| last < writing)
    }

    /// Notes that the narrator told of `period`.
    pub(super) fn told(&mut self, period: Period) {
        let first = period.first_day();
        match period {
            Period::Day(day) => {
                self.day = first;
                self.day_paragraph = self.paragraph;
                if self.is_of_story(day) {
                    self.story_day = first;
                }
                self.week = first;
                self.month = first;
                self.year = first;
            }
            Period::Week(_) | Period::Weekend(_) => {
                self.week = first;
                self.month = first;
                self.year = first;
            }
            Period::Month(..) => {
                self.month = first;
                self.year = first;
            }
            Period::Quarter(..) | Period::Half(..) => {
                if self.quarter.is_none() || self.is_over(period) {
                    self.quarter = Some(period);
                    self.quarter_paragraph = self.paragraph;
                    self.longer = false;
                }
                self.year = first;
            }
            Period::Season(..) | Period::Year(_) => self.year = first,
            Period::Decade(_) | Period::Century(_) => {}
        }
    }

    /// Whether the day is one that the news of the day of writing may be about.
    fn is_of_story(&self, day: Date) -> bool {
        self.writing
            .and_then(|writing| day.until(writing).ok())
            .is_some_and(|distance| distance.get_days().abs() <= STORY)
    }

    /// The day told last, where this paragraph told it.
    pub(super) fn day_here(&self) -> Option<Date> {
        self.day.filter(|_| self.day_paragraph == self.paragraph)
    }

    /// The day that "the next day" follows: the one told last, but for a look back in another paragraph.
    fn told_day(&self) -> Option<Date> {
        self.day_here().or(self.story_day).or(self.day)
    }

    /// What a step of `unit` is counted from.
    pub(super) fn base(&self, from: From, unit: Option<Unit>) -> Option<Date> {
        if from == From::Writing {
            return self.writing;
        }
        let told = match unit {
            None | Some(Unit::Day) => self.told_day(),
            Some(Unit::Week | Unit::Weekend) => self.week,
            Some(Unit::Month | Unit::Quarter) => self.month,
            Some(Unit::Year | Unit::Decade | Unit::Century) => self.year,
        };
        told.or(self.writing)
    }
}
