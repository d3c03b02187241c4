//! What stands at the head and foot of every page (the name of the paper, the address, the number of the page) is no part
//! of the article.

use std::collections::HashMap;

use super::columns::Column;
use super::printed::Line;
use crate::briefing::CleanText;
use crate::load::paragraphs::single_spaced;

/// How many lines at the head of a page, and at its foot, may be running.
const EDGE: usize = 3;

/// What a page is numbered with, beside its number.
const OF_NUMBERS: [&str; 5] = ["page # of #", "# of #", "#/#", "page #/#", "p. #/#"];

/// Takes running lines out of `pages`, and tells what they were, each once.
pub(super) fn taken_out(pages: &mut [Vec<Column>]) -> Vec<String> {
    let mut on_pages: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let mut forms: Vec<String> = edge(page).map(|line| form(&line.words)).collect();
        forms.sort_unstable();
        forms.dedup();
        for form in forms {
            *on_pages.entry(form).or_default() += 1;
        }
    }
    let count = pages.len();
    // Heads of left and right pages may differ, and a first page may have none.
    let runs = |form: &str| {
        let times = on_pages.get(form).copied().unwrap_or_default();
        (times >= 2 && times * 5 >= count * 2) || OF_NUMBERS.contains(&form) || is_foot_of_browser(form)
    };
    let mut taken: Vec<String> = Vec::new();
    for page in pages {
        let printed = edge(page).any(|line| is_foot_of_browser(&form(&line.words)));
        let running: Vec<(f32, String)> = edge(page)
            .filter(|line| {
                let form = form(&line.words);
                runs(&form) || (printed && is_head_of_browser(&form))
            })
            .map(|line| (line.y, line.words.clone()))
            .collect();
        let is_running = |line: &Line| {
            running
                .iter()
                .any(|(y, words)| *y == line.y && *words == line.words)
        };
        for column in page.iter_mut() {
            column.retain(|line| !is_running(line));
        }
        page.retain(|column| !column.is_empty());
        for (_, words) in running {
            if !taken.iter().any(|known| form(known) == form(&words)) {
                taken.push(words);
            }
        }
    }
    taken
}

/// The address in running lines, where browsers print it.
pub(super) fn address(running: &[String]) -> Option<CleanText> {
    let words = running.iter().flat_map(|line| line.split_whitespace());
    let mut addresses = words.filter(|word| word.starts_with("https://") || word.starts_with("http://"));
    // Long ones are cut.
    let whole = addresses.find(|address| !address.ends_with(['…', '.']));
    whole.map(CleanText::line)
}

/// The lines at the head and at the foot of a page.
fn edge(page: &[Column]) -> impl Iterator<Item = &Line> {
    let mut lines: Vec<&Line> = page.iter().flatten().collect();
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    let from_foot = lines.len().saturating_sub(EDGE).max(EDGE);
    lines
        .into_iter()
        .enumerate()
        .filter(move |(place, _)| *place < EDGE || *place >= from_foot)
        .map(|(_, line)| line)
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

    fn page(words: &[&str]) -> Vec<Column> {
        let lines = words.iter().zip(0_u8..).map(|(words, place)| Line {
            words: (*words).to_owned(),
            y: f32::from(place) * 12.0,
            size: 10.0,
            ..Line::default()
        });
        vec![lines.collect()]
    }

    fn left(pages: &[Vec<Column>]) -> Vec<&str> {
        let lines = pages.iter().flatten().flatten();
        lines.map(|line| line.words.as_str()).collect()
    }

    #[test]
    fn what_is_on_most_pages_and_numbers_go() {
        let mut pages = [
            page(&["The Harbour Post 1", "a", "b", "c", "d", "e", "1 of 2"]),
            page(&["The Harbour Post 2", "f", "g", "h", "i", "j", "2 of 2"]),
        ];
        assert_eq!(taken_out(&mut pages), ["The Harbour Post 1", "1 of 2"]);
        assert_eq!(left(&pages), ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);
    }

    #[test]
    fn what_a_browser_prints_around_one_page_goes_and_tells_the_address() {
        let mut pages = [page(&[
            "9/4/25, 10:11 AM The ferry sails",
            "The ferry sails",
            "It sailed.",
            "https://post.example/ferry 1/1",
        ])];
        let taken = taken_out(&mut pages);
        assert_eq!(left(&pages), ["The ferry sails", "It sailed."]);
        assert_eq!(
            address(&taken),
            Some(CleanText::line("https://post.example/ferry"))
        );
    }

    #[test]
    fn what_is_said_twice_in_the_middle_stays() {
        let middle = ["a", "b", "c", "He sailed.", "d", "e", "f"];
        let mut pages = [page(&middle), page(&["g", "h", "i", "He sailed.", "j", "k", "l"])];
        assert_eq!(taken_out(&mut pages), Vec::<String>::new());
        assert_eq!(left(&pages).len(), 14);
    }
}
