//! What stands at the head and foot of every page (the name of the paper, the address, the number of the page) is no part
//! of the article.

use std::collections::{HashMap, HashSet};

use super::printed::Line;
use crate::briefing::{CleanText, Published};
use crate::load::date_line;
use crate::load::limits::Deadline;
use crate::load::paragraphs::single_spaced;

/// How many rows at the head of a page, and at its foot, may be running.
const EDGE: usize = 3;

/// Of a page of few rows, one in so many at most.
const SHARE: usize = 4;

/// What a page is numbered with, beside its number.
const OF_NUMBERS: [&str; 5] = ["page # of #", "# of #", "#/#", "page #/#", "p. #/#"];

/// What parts a day from the name of the paper.
const BESIDE_DATE: [&str; 7] = [" | ", " · ", " • ", " – ", " — ", " - ", ", "];

/// Takes running lines out of `pages`, and tells what they were, each once; `None` where there is no time for it.
pub(super) fn taken_out(pages: &mut [Vec<Line>], deadline: &Deadline) -> Option<Vec<String>> {
    let on_pages = on_pages(pages, deadline)?;
    let count = pages.len();
    // Heads of left and right pages may differ, and a first page may have none.
    let repeats = |form: &str| {
        let times = on_pages.get(form).copied().unwrap_or_default();
        (times >= 2 && times * 5 >= count * 2) || OF_NUMBERS.contains(&form)
    };
    let mut taken: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    for page in pages {
        if deadline.is_over() {
            return None;
        }
        let running = running_of(page, repeats);
        for (line, form) in page.iter().zip(&running) {
            if let Some(form) = form
                && known.insert(form.clone())
            {
                taken.push(line.words.clone());
            }
        }
        let mut running = running.iter();
        page.retain(|_| running.next().is_none_or(Option::is_none));
    }
    Some(taken)
}

/// On how many pages each form stands at an edge.
fn on_pages(pages: &[Vec<Line>], deadline: &Deadline) -> Option<HashMap<String, usize>> {
    let mut on_pages: HashMap<String, usize> = HashMap::new();
    for page in pages {
        if deadline.is_over() {
            return None;
        }
        let rows = edge(page);
        let lines = rows.iter().flatten();
        let forms: HashSet<String> = lines.map(|(_, line)| form(&line.words)).collect();
        for form in forms {
            *on_pages.entry(form).or_default() += 1;
        }
    }
    Some(on_pages)
}

/// Of each line of a page its form, where it is a running one.
fn running_of(page: &[Line], repeats: impl Fn(&str) -> bool) -> Vec<Option<String>> {
    let mut running = vec![None; page.len()];
    let rows: Vec<_> = edge(page).into_iter().map(|row| (row_form(&row), row)).collect();
    let is_printed = rows.iter().any(|(form, _)| is_foot_of_browser(form));
    for (form_of_row, row) in rows {
        let is_of_browser =
            is_foot_of_browser(&form_of_row) || (is_printed && is_head_of_browser(&form_of_row));
        for (place, line) in row {
            let form = form(&line.words);
            if (is_of_browser || repeats(&form))
                && let Some(slot) = running.get_mut(place)
            {
                *slot = Some(form);
            }
        }
    }
    running
}

/// The address in running lines, where browsers print it.
pub(super) fn address(running: &[String]) -> Option<CleanText> {
    let words = running.iter().flat_map(|line| line.split_whitespace());
    let mut addresses = words.filter(|word| word.starts_with("https://") || word.starts_with("http://"));
    // Long ones are cut.
    let whole = addresses.find(|address| !address.ends_with(['…', '.']));
    whole.map(CleanText::line)
}

/// The day in running lines, where papers print it. Browsers print the day on which one printed.
pub(super) fn date(running: &[String]) -> Option<Published> {
    let mut lines = running.iter().filter(|line| !is_head_of_browser(&form(line)));
    lines.find_map(|line| {
        let parts = BESIDE_DATE.iter().flat_map(|mark| line.split(mark));
        std::iter::once(line.as_str())
            .chain(parts)
            .find_map(date_line::published)
    })
}

/// Lines that stand level, each with its place on the page.
type Row<'l> = Vec<(usize, &'l Line)>;

/// The rows at the head and at the foot of a page.
fn edge(page: &[Line]) -> Vec<Row<'_>> {
    let mut lines: Row<'_> = page.iter().enumerate().collect();
    lines.sort_by(|(_, a), (_, b)| a.y.total_cmp(&b.y));
    let mut rows: Vec<Row<'_>> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|(_, first)| first.is_level_with(line.1)) => row.push(line),
            _ => rows.push(vec![line]),
        }
    }
    for row in &mut rows {
        row.sort_by(|(_, a), (_, b)| a.left.total_cmp(&b.left));
    }
    let edge = EDGE.min(rows.len() / SHARE).max(1);
    let from_foot = rows.len().saturating_sub(edge).max(edge);
    let at_edge = rows
        .into_iter()
        .enumerate()
        .filter(|(place, _)| *place < edge || *place >= from_foot);
    at_edge.map(|(_, row)| row).collect()
}

fn row_form(row: &Row<'_>) -> String {
    let words: Vec<&str> = row.iter().map(|(_, line)| line.words.as_str()).collect();
    form(&words.join(" "))
}

/// A line with every number in it made the same.
fn form(words: &str) -> String {
    let mut form = String::with_capacity(words.len());
    for character in single_spaced(words).to_lowercase().chars() {
        match character {
            '0'..='9' if form.ends_with('#') => {}
            '0'..='9' => form.push('#'),
            other => form.push(other),
        }
    }
    form
}

/// `https://paper.example/story 1/3`, as browsers print it at the foot.
fn is_foot_of_browser(form: &str) -> bool {
    form.starts_with("http") && form.contains("://") && form.ends_with(" #/#")
}

/// `9/4/25, 10:11 AM  The headline`, as browsers print it at the head.
fn is_head_of_browser(form: &str) -> bool {
    ["#/#/#, #:#", "#.#.#, #:#", "#-#-#, #:#"]
        .iter()
        .any(|start| form.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Limits;

    fn taken(pages: &mut [Vec<Line>]) -> Vec<String> {
        taken_out(pages, &Deadline::new(&Limits::default())).unwrap_or_default()
    }

    fn line(words: &str, row: u8) -> Line {
        Line {
            words: words.to_owned(),
            y: f32::from(row) * 12.0,
            size: 10.0,
            ..Line::default()
        }
    }

    fn page(words: &[&str]) -> Vec<Line> {
        words
            .iter()
            .zip(0..)
            .map(|(words, row)| line(words, row))
            .collect()
    }

    fn left(pages: &[Vec<Line>]) -> Vec<&str> {
        let lines = pages.iter().flatten();
        lines.map(|line| line.words.as_str()).collect()
    }

    #[test]
    fn what_is_on_most_pages_and_numbers_go() {
        let mut pages = [
            page(&["The Harbour Post 1", "a", "b", "c", "d", "e", "1 of 2"]),
            page(&["The Harbour Post 2", "f", "g", "h", "i", "j", "2 of 2"]),
        ];
        assert_eq!(taken(&mut pages), ["The Harbour Post 1", "1 of 2"]);
        assert_eq!(left(&pages), ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);
    }

    #[test]
    fn what_a_browser_prints_around_one_page_goes_and_tells_the_address() {
        let mut pages = [page(&["9/4/25, 10:11 AM", "The ferry sails", "It sailed."])];
        pages[0].push(line("The ferry sails - Post", 0));
        pages[0].extend([line("https://post.example/ferry", 9), line("1/1", 9)]);
        let taken = taken(&mut pages);
        assert_eq!(left(&pages), ["The ferry sails", "It sailed."]);
        assert_eq!(
            address(&taken),
            Some(CleanText::line("https://post.example/ferry"))
        );
        assert_eq!(date(&taken), None, "that is when it was printed");
    }

    #[test]
    fn the_day_of_a_paper_is_told_by_its_head() {
        let heads = [
            "The Harbour Post".to_owned(),
            "Friday 5 September 2025".to_owned(),
        ];
        assert_eq!(
            date(&heads).map(|day| day.date.to_string()).as_deref(),
            Some("2025-09-05")
        );
        for beside in [
            "The Harbour Post | 5 September 2025",
            "The Harbour Post, Friday, 5 September 2025",
        ] {
            let told = date(&[beside.to_owned()]).map(|day| day.date.to_string());
            assert_eq!(told.as_deref(), Some("2025-09-05"), "{beside}");
        }
    }

    #[test]
    fn what_is_said_twice_in_the_middle_stays() {
        let middle = ["a", "b", "c", "He sailed.", "d", "e", "f"];
        let mut pages = [page(&middle), page(&["g", "h", "i", "He sailed.", "j", "k", "l"])];
        assert_eq!(taken(&mut pages), Vec::<String>::new());
        assert_eq!(left(&pages).len(), 14);
    }

    #[test]
    fn a_foot_of_thousands_of_lines_is_taken_out_at_once() {
        // No two of them are the same, so that each would be compared with all others.
        let word = |number: usize| {
            let letters = [number / 676 % 26, number / 26 % 26, number % 26];
            letters.map(|letter| char::from(b'a' + u8::try_from(letter).unwrap_or_default()))
        };
        let mut foot: Vec<Line> = (0..17_000)
            .map(|number| line(&String::from_iter(word(number)).repeat(1 + number / 10_000), 9))
            .collect();
        foot.insert(0, line("https://post.example/ferry", 9));
        foot.push(line("1/1", 9));
        let mut pages = [page(&["The ferry sails", "It sailed."])];
        pages[0].extend(foot);
        let taken = taken(&mut pages);
        assert!(taken.len() > 10_000, "{}", taken.len());
        assert_eq!(left(&pages), ["The ferry sails", "It sailed."]);
    }

    #[test]
    fn where_there_is_no_time_nothing_is_taken_out() {
        let none = Limits {
            work: std::time::Duration::ZERO,
            ..Limits::default()
        };
        let mut pages = [page(&["The ferry sails", "It sailed."])];
        assert_eq!(taken_out(&mut pages, &Deadline::new(&none)), None);
    }
}
