//! `briefing check`: what is wrong in briefings and corrections that people wrote.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Outcome, config, report};
use crate::briefing::{ArticleId, CleanText, Lost, Written, lost, toml};
use crate::cli::Check;
use crate::library;
use crate::load::{
    Limits, LoadError, Loaded, corrected, correction, held, is_sidecar, kept_in, load_entries, load_entry,
    sidecar_of, sidecar_path,
};

/// What is checked together.
enum Checked {
    /// A briefing, or an article with the correction beside it.
    Article(ArticleId),
    /// A correction whose article is not there.
    Orphan(PathBuf),
}

impl Checked {
    /// Whether both are articles of the same file of many.
    fn is_of_file(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Article(a), Self::Article(b)) => {
                a.path == b.path && a.entry.is_some() && b.entry.is_some()
            }
            _ => false,
        }
    }
}

/// What to say of an article, and of each thing in its correction whose words it does not have.
type Told = (CleanText, Vec<CleanText>);

/// Checks what the command line names.
pub fn run(arguments: &Check) -> anyhow::Result<Outcome> {
    let limits = config::read()?.limits;
    let (mut checked, mut all_well) = find(&arguments.paths);
    checked.dedup_by(|a, b| matches!((a, b), (Checked::Article(a), Checked::Article(b)) if a == b));
    let mut out = io::stdout().lock();
    for together in checked.chunk_by(Checked::is_of_file) {
        for result in told(together, &limits) {
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
    }
    if checked.is_empty() && all_well {
        writeln!(out, "There is no briefing and no correction here to check.")?;
    }
    Ok(Outcome::of(all_well))
}

/// What to say of each thing that is `checked`: of one, or of some articles of one file, which is read once for all of them.
fn told(checked: &[Checked], limits: &Limits) -> Vec<Result<Told, LoadError>> {
    let mut of_file = Vec::new();
    for checked in checked {
        match checked {
            Checked::Orphan(path) => return vec![orphan(path, limits).map(|told| (told, Vec::new()))],
            Checked::Article(id) if id.entry.is_none() => {
                return vec![load_entry(id, limits).and_then(|loaded| article(&loaded, limits))];
            }
            Checked::Article(id) => of_file.push(id),
        }
    }
    let Some(first) = of_file.first() else {
        return Vec::new();
    };
    let keys: Vec<String> = of_file.iter().filter_map(|id| id.entry.clone()).collect();
    let all = load_entries(&first.path, &keys, limits).into_iter();
    all.map(|loaded| loaded.and_then(|loaded| article(&loaded, limits)))
        .collect()
}

/// What is to be checked under `paths`, and whether every path could be looked at.
fn find(paths: &[PathBuf]) -> (Vec<Checked>, bool) {
    let mut checked = Vec::new();
    let mut all_well = true;
    let mut folders = Folders::default();
    for path in paths {
        if path.is_dir() {
            // A folder without articles may still have corrections, so its problems are none here.
            let (articles, _) = library::walk(std::slice::from_ref(path));
            let by_hand = articles.into_iter().filter(|path| is_kept_by_hand(path));
            checked.extend(by_hand.map(|path| Checked::Article(path.into())));
            checked.extend(library::corrections_in(path).into_iter().filter_map(|path| {
                match folders.article_of(&path) {
                    // The articles of a file of one have been found already.
                    Some(id) => id.entry.is_some().then_some(Checked::Article(id)),
                    None => Some(Checked::Orphan(path)),
                }
            }));
        } else if let Err(error) = path.metadata() {
            report(&LoadError::unreadable(path, &error).to_string());
            all_well = false;
        } else if is_sidecar(path) {
            let article = folders.article_of(path);
            checked.push(article.map_or_else(|| Checked::Orphan(path.clone()), Checked::Article));
        } else if let entries = folders.entries_of(path)
            && (is_kept_by_hand(path) || !entries.is_empty())
        {
            // A message has a correction of its own, and so may have what is attached to it.
            checked.extend(is_kept_by_hand(path).then(|| Checked::Article(path.clone().into())));
            checked.extend(entries.into_iter().map(Checked::Article));
        } else {
            let beside = sidecar_path(path);
            report(&format!(
                "{}: nobody has written anything about this article; a correction would be {}",
                shown(path),
                shown(&beside)
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
        || is_there(&sidecar_path(path))
}

/// Whether there is anything at `path`, be it a link that leads to nothing.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The name of a file as it is shown, on one line whatever is in it.
fn shown(path: &Path) -> CleanText {
    CleanText::line(&path.to_string_lossy())
}

/// What stands in the folders where corrections are, each of which is listed once.
#[derive(Default)]
struct Folders(HashMap<PathBuf, Folder>);

/// What stands in one folder.
#[derive(Default)]
struct Folder {
    /// The names of corrections.
    corrections: Vec<OsString>,
    /// The first of the names that a correction of this name would be the correction of.
    corrected: HashMap<OsString, OsString>,
    /// The articles of files of many that have corrections, by the file; found where they are asked for.
    entries: Option<HashMap<PathBuf, Vec<ArticleId>>>,
}

impl Folders {
    /// The folder where `path` stands.
    fn of(&mut self, path: &Path) -> &mut Folder {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        self.0
            .entry(folder.to_path_buf())
            .or_insert_with(|| Folder::list(folder))
    }

    /// The article that a correction stands beside.
    fn article_of(&mut self, sidecar: &Path) -> Option<ArticleId> {
        let beside = self.of(sidecar).corrected.get(sidecar.file_name()?);
        let beside = beside.map(|name| sidecar.with_file_name(name));
        beside.map(Into::into).or_else(|| corrected(sidecar))
    }

    /// The articles of the file at `path` that have corrections of their own, in order of their keys.
    fn entries_of(&mut self, path: &Path) -> Vec<ArticleId> {
        let Folder {
            corrections, entries, ..
        } = self.of(path);
        let entries = entries.get_or_insert_with(|| {
            let mut entries: HashMap<PathBuf, Vec<ArticleId>> = HashMap::new();
            for name in corrections.iter() {
                if let Some(id) = corrected(&path.with_file_name(name)).filter(|id| id.entry.is_some()) {
                    entries.entry(id.path.clone()).or_default().push(id);
                }
            }
            for of_file in entries.values_mut() {
                of_file.sort_by(|a, b| a.entry.cmp(&b.entry));
            }
            entries
        });
        entries.get(path).cloned().unwrap_or_default()
    }
}

impl Folder {
    fn list(folder: &Path) -> Self {
        let mut listed = Self::default();
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut names: Vec<OsString> = entries.map(|entry| entry.file_name()).collect();
        names.sort();
        for name in names {
            if is_sidecar(Path::new(&name)) {
                listed.corrections.push(name);
            } else {
                let correction = sidecar_path(Path::new(&name)).into_os_string();
                listed.corrected.entry(correction).or_insert(name);
            }
        }
        listed
    }
}

/// What to say of an article.
fn article(loaded: &Loaded, limits: &Limits) -> Result<Told, LoadError> {
    let beside = loaded.article.id().map(|id| sidecar_of(&id));
    let kept = kept_in(&loaded.article).filter(|_| !beside.as_deref().is_some_and(is_there));
    let file = kept.or(beside).unwrap_or_default();
    let text = held(&file, limits)?.unwrap_or_default();
    let name = shown(&file);
    let mut told = format!("{name}: {}", sections(&loaded.written));
    for note in &loaded.article.notes {
        told.push_str("\n  ");
        told.push_str(note);
    }
    let places = toml::places(&String::from_utf8_lossy(&text));
    let lost = strangers(&loaded.written, &loaded.article.text, &places);
    let lost = lost.into_iter().map(|(line, words)| {
        CleanText::line(&format!(
            "{name}:{line}: the article does not have these words: {words}"
        ))
    });
    Ok((CleanText::new(&told), lost.collect()))
}

fn orphan(path: &Path, limits: &Limits) -> Result<CleanText, LoadError> {
    let name = shown(path);
    let file = correction(path, limits)?.unwrap_or_default();
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
