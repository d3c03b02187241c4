//! `briefing check`: what is wrong in briefings and corrections that people wrote.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::{Outcome, config, report};
use crate::briefing::{ArticleId, CleanText, Lost, Written, lost, toml};
use crate::cli::Check;
use crate::library;
use crate::load::{
    Limits, LoadError, corrected, corrected_entries, is_sidecar, kept_in, load_entry, sidecar_of,
    sidecar_path,
};

/// What is checked together.
enum Checked {
    /// A briefing, or an article with the correction beside it.
    Article(ArticleId),
    /// A correction whose article is not there.
    Orphan(PathBuf),
}

/// Checks what the command line names.
pub fn run(arguments: &Check) -> anyhow::Result<Outcome> {
    let limits = config::read()?.limits;
    let (mut checked, mut all_well) = find(&arguments.paths);
    checked.dedup_by(|a, b| matches!((a, b), (Checked::Article(a), Checked::Article(b)) if a == b));
    let mut out = io::stdout().lock();
    for file in &checked {
        let result = match file {
            Checked::Article(id) => article(id, &limits),
            Checked::Orphan(path) => orphan(path).map(|told| (told, Vec::new())),
        };
        match result {
            Ok((told, lost)) => {
                writeln!(out, "{told}")?;
                for lost in &lost {
                    all_well = false;
                    report(lost);
                }
            }
            Err(error) => {
                all_well = false;
                report(&error.to_string());
            }
        }
    }
    if checked.is_empty() && all_well {
        writeln!(out, "There is no briefing and no correction here to check.")?;
    }
    Ok(Outcome::of(all_well))
}

/// What is to be checked under `paths`, and whether every path could be looked at.
fn find(paths: &[PathBuf]) -> (Vec<Checked>, bool) {
    let mut checked = Vec::new();
    let mut all_well = true;
    for path in paths {
        if path.is_dir() {
            // A folder without articles may still have corrections, so its problems are none here.
            let (articles, _) = library::walk(std::slice::from_ref(path));
            let by_hand = articles.into_iter().filter(|path| is_kept_by_hand(path));
            checked.extend(by_hand.map(|path| Checked::Article(path.into())));
            checked.extend(sidecars(path).filter_map(|path| match article_of(&path) {
                // The articles of a file of one have been found already.
                Some(id) => id.entry.is_some().then_some(Checked::Article(id)),
                None => Some(Checked::Orphan(path)),
            }));
        } else if let Err(error) = path.metadata() {
            report(&LoadError::unreadable(path, &error).to_string());
            all_well = false;
        } else if is_sidecar(path) {
            checked.push(article_of(path).map_or_else(|| Checked::Orphan(path.clone()), Checked::Article));
        } else if let entries = corrected_entries(path)
            && (is_kept_by_hand(path) || !entries.is_empty())
        {
            // A message has a correction of its own, and so may have what is attached to it.
            checked.extend(is_kept_by_hand(path).then(|| Checked::Article(path.clone().into())));
            checked.extend(entries.into_iter().map(Checked::Article));
        } else {
            let beside = sidecar_path(path);
            report(&format!(
                "{}: nobody has written anything about this article; a correction would be {}",
                path.display(),
                beside.display()
            ));
            all_well = false;
        }
    }
    (checked, all_well)
}

/// Whether there is anything in or beside the article that a person may have got wrong.
fn is_kept_by_hand(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
        || sidecar_path(path).exists()
}

fn sidecars(folder: &Path) -> impl Iterator<Item = PathBuf> {
    WalkBuilder::new(folder)
        .sort_by_file_name(Ord::cmp)
        .build()
        .filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|path| is_sidecar(path))
}

/// The article that a correction stands beside.
fn article_of(sidecar: &Path) -> Option<ArticleId> {
    let folder = sidecar
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut beside: Vec<PathBuf> = fs::read_dir(folder)
        .ok()?
        .filter_map(Result::ok)
        .map(|entry| sidecar.with_file_name(entry.file_name()))
        .filter(|path| !is_sidecar(path) && sidecar_path(path) == sidecar)
        .collect();
    beside.sort();
    let beside = beside.into_iter().next();
    beside.map(Into::into).or_else(|| corrected(sidecar))
}

/// What to say of an article, and of each thing in its correction whose words it does not have.
fn article(id: &ArticleId, limits: &Limits) -> Result<(CleanText, Vec<CleanText>), LoadError> {
    let loaded = load_entry(id, limits)?;
    let id = loaded.article.id().unwrap_or_else(|| id.clone());
    let beside = sidecar_of(&id);
    let kept = kept_in(&loaded.article).filter(|_| !beside.exists());
    let file = kept.unwrap_or(beside);
    let text = fs::read_to_string(&file).unwrap_or_default();
    let mut told = format!("{}: {}", file.display(), sections(&loaded.written));
    for note in &loaded.article.notes {
        told = format!("{told}\n  {note}");
    }
    let lost = strangers(&loaded.written, &loaded.article.text, &toml::places(&text));
    let lost = lost.into_iter().map(|(line, words)| {
        let place = format!("{}:{line}", file.display());
        CleanText::line(&format!(
            "{place}: the article does not have these words: {words}"
        ))
    });
    Ok((CleanText::new(&told), lost.collect()))
}

fn orphan(path: &Path) -> Result<CleanText, LoadError> {
    let bytes = fs::read(path).map_err(|error| LoadError::unreadable(path, &error))?;
    let name = path.to_string_lossy();
    let file = toml::read(&String::from_utf8_lossy(&bytes), &name)?;
    let told = format!(
        "{name}: {}\n  there is no article beside it, so it corrects nothing: a correction is named like its article",
        sections(&file.written)
    );
    Ok(CleanText::new(&told))
}

/// What a person wrote, counted: "4 actors, 9 quotes by hand, the rest extracted".
fn sections(written: &Written) -> String {
    let counts = [
        ("summary point", written.summary.as_ref().map(Vec::len)),
        ("actor", written.actors.as_ref().map(Vec::len)),
        ("quote", written.quotes.as_ref().map(Vec::len)),
        ("event", written.timeline.as_ref().map(Vec::len)),
    ];
    let there: Vec<String> = counts
        .into_iter()
        .filter_map(|(thing, count)| {
            count.map(|count| format!("{count} {thing}{}", if count == 1 { "" } else { "s" }))
        })
        .collect();
    if there.is_empty() {
        "well formed; every section is extracted".to_owned()
    } else {
        format!("well formed: {}", there.join(", "))
    }
}

/// What was put right about words that `text` does not have: the line that it stands on, and the words.
fn strangers(written: &Written, text: &str, places: &toml::Places) -> Vec<(usize, CleanText)> {
    let actors = written.actors.as_deref().unwrap_or_default();
    let quotes = written.quotes.as_deref().unwrap_or_default();
    let events = written.timeline.as_deref().unwrap_or_default();
    let found = lost(actors, quotes, events, text).into_iter().filter_map(|lost| {
        let (lines, place, words) = match lost {
            Lost::Quote(place) => (&places.quotes, place, quotes.get(place)?.text.clone()),
            Lost::Event(place) => (&places.timeline, place, events.get(place)?.text.clone()),
            Lost::Alias(place, alias) => (&places.actors, place, alias),
        };
        Some((lines.get(place).copied().unwrap_or(1), words))
    });
    found.collect()
}
