//! Which events only tell where the story comes from: what lies well before it.

use jiff::civil::Date;

use crate::briefing::{Event, Published, TimexValue};

/// Days before the publication that still belong to the story: about a year.
const RECENT_DAYS: i32 = 366;

/// Marks the events of the background. Where most of what is told lies that far back, the past is the story: a life, a
/// history. Where nothing says when the story was written, nothing is far from it.
pub(super) fn mark_background(events: &mut [Event], published: Option<Published>) {
    let Some(today) = published.map(|published| published.date) else {
        return;
    };
    let earlier = |event: &Event| is_well_before(&event.date, today);
    let count = events.iter().filter(|event| earlier(event)).count();
    if count * 2 > events.len() {
        return;
    }
    for event in events {
        event.background = is_well_before(&event.date, today);
    }
}

/// An earlier year that is told without its months, or what ended more than a year ago.
fn is_well_before(value: &TimexValue, today: Date) -> bool {
    let Some((first, last)) = value.interval() else {
        return false;
    };
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    let years = days(first, last) >= RECENT_DAYS - 2;
    last < today && (years || days(last, today) > RECENT_DAYS)
}
