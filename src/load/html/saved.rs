//! What a browser wrote into the page that it saved.

use crate::briefing::Published;
use crate::load::date_line;

/// How much of a page is looked at for it, in bytes.
const START: usize = 4096;

/// What stands before the address: Internet Explorer and Chrome, `SingleFile`, others.
const BEFORE_ADDRESS: &[&str] = &["saved from url=", "url: ", "source: "];

/// What stands before the day.
const BEFORE_DAY: &[&str] = &["saved date: "];

/// The address that the page was saved from.
pub(super) fn address(page: &str) -> Option<&str> {
    let mark = after(page, BEFORE_ADDRESS)?;
    let address = mark.trim_start_matches(|character: char| {
        character == '(' || character == ')' || character.is_ascii_digit()
    });
    address
        .split(|character: char| character.is_whitespace() || character == '"')
        .next()
        .filter(|url| url.starts_with("http"))
}

/// The day on which the page was saved.
pub(super) fn day(page: &str) -> Option<Published> {
    date_line::published(after(page, BEFORE_DAY)?.lines().next()?)
}

/// What stands before the moment in an address of the archive of the web, which keeps pages of other addresses.
const ARCHIVES: &[&str] = &["://web.archive.org/web/", "://archive.org/web/"];

/// The day on which an archive of the web kept the page at `address`, and the address that it had:
/// `https://web.archive.org/web/20250904143000/https://post.example/ferry`.
pub(super) fn archived(address: &str) -> Option<(Published, &str)> {
    let kept = ARCHIVES
        .iter()
        .find_map(|archive| Some(address.split_once(archive)?.1))?;
    let (moment, original) = kept.split_once('/')?;
    // "20250904143000if_": after the moment stands how the page is shown.
    let moment = moment
        .split(|character: char| !character.is_ascii_digit())
        .next()?;
    let day = date_line::published(moment)?.date;
    original.starts_with("http").then_some((day.into(), original))
}

/// What stands in the comment at the start of the page after the first of `marks`.
fn after<'p>(page: &'p str, marks: &[&str]) -> Option<&'p str> {
    let start = page.get(..page.floor_char_boundary(START))?;
    let (_, comment) = start.split_once("<!--")?;
    marks.iter().find_map(|mark| Some(comment.split_once(mark)?.1))
}
