//! Whether an item may be used: an agency withholds it, takes it back, or puts an embargo on it.

use crate::briefing::CleanText;

/// What must be said of an item with this status (`withheld`, `stat:canceled`) and this embargo (a moment); nothing where
/// it may be used.
pub(super) fn notice(status: Option<&str>, embargoed: Option<&str>) -> Option<CleanText> {
    let status = last_part(status.unwrap_or_default()).to_lowercase();
    let notice = match status.as_str() {
        "" | "usable" => return embargo(embargoed),
        "withheld" => "WITHHELD by its publisher: not for publication".to_owned(),
        "canceled" | "cancelled" | "killed" => {
            "CANCELLED by its publisher: do not use it, and take it back where it was used".to_owned()
        }
        other => format!("NOT CLEARED by its publisher, whose status for it is “{other}”"),
    };
    let notice = match embargo(embargoed) {
        Some(embargo) => format!("{notice}; {embargo}"),
        None => notice,
    };
    Some(CleanText::line(&notice))
}

/// What a term of a list stands for: the last part of `stat:usable`, of `http://cv.iptc.org/newscodes/pubstatusg2/usable`,
/// or `usable`.
pub(super) fn last_part(term: &str) -> &str {
    let term = term.trim().trim_end_matches('/');
    term.rsplit([':', '/']).next().unwrap_or(term)
}

/// Whether the embargo is over is for the reader's own clock to say: the same file gives the same article, always.
fn embargo(embargoed: Option<&str>) -> Option<CleanText> {
    let until = embargoed?.trim();
    let notice = match until {
        "" => "EMBARGOED by its publisher until further notice".to_owned(),
        until => format!("EMBARGOED by its publisher: not for publication before {until}"),
    };
    Some(CleanText::line(&notice))
}
