//! ZIP: its files, in their order; and which ZIP is a document of an office program or an e-book.

use std::io::Cursor;

use zip::ZipArchive;
use zip::result::ZipError;

use super::budget::{Budget, Refusal};
use super::{may_be_article, pages, read_inner};
use crate::load::found::Found;
use crate::load::guard;
use crate::load::limits::{Deadline, Limits};

/// What a ZIP archive is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Kind {
    /// Files that somebody put together.
    Archive,
    /// A Word document.
    Docx,
    /// An e-book.
    Epub,
    /// A document of a kind that is not read: what it is.
    Other(&'static str),
}

const WORKBOOK: Kind = Kind::Other("an Excel workbook");
const PRESENTATION: Kind = Kind::Other("a PowerPoint presentation");

/// Files by which the kind of an archive is known.
const TELLING: &[(&str, Kind)] = &[
    ("word/document.xml", Kind::Docx),
    ("META-INF/container.xml", Kind::Epub),
    ("xl/workbook.xml", WORKBOOK),
    ("ppt/presentation.xml", PRESENTATION),
    ("META-INF/manifest.xml", Kind::Other("an OpenDocument file")),
    ("META-INF/MANIFEST.MF", Kind::Other("a Java archive")),
];

/// What each package of Microsoft Office has.
const OF_OFFICE: &str = "[Content_Types].xml";

/// Folders by which the kind of such a package is known, whatever the files in them are called.
const FOLDERS: &[(&str, Kind)] = &[("word", Kind::Docx), ("xl", WORKBOOK), ("ppt", PRESENTATION)];

/// The kind of the ZIP archive in `bytes`; a damaged one is an archive.
pub(in crate::load) fn kind(bytes: &[u8]) -> Kind {
    let names = |archive: &ZipArchive<Cursor<&[u8]>>| {
        let told = TELLING
            .iter()
            .find(|(name, _)| archive.index_for_name(name).is_some());
        let told = told.map(|(_, kind)| *kind);
        told.or_else(|| kind_of_office(archive)).unwrap_or(Kind::Archive)
    };
    match guard::guarded("zip", || {
        ZipArchive::new(Cursor::new(bytes)).map(|archive| names(&archive))
    }) {
        Ok(Ok(kind)) => kind,
        _ => Kind::Archive,
    }
}

fn kind_of_office(archive: &ZipArchive<Cursor<&[u8]>>) -> Option<Kind> {
    archive.index_for_name(OF_OFFICE)?;
    let names = || archive.file_names().filter_map(Result::ok);
    // Some programs part folders as Windows does.
    let is_in = |name: &str, folder: &str| {
        let rest = name.strip_prefix(folder);
        rest.is_some_and(|rest| rest.starts_with(['/', '\\']))
    };
    let told = FOLDERS
        .iter()
        .find(|(folder, _)| names().any(|name| is_in(&name, folder)))?;
    Some(told.1)
}

/// Reads the articles among the files of an archive.
pub(in crate::load) fn read_zip(bytes: &[u8], found: &mut Found<'_>) {
    let opened = guard::guarded("zip", || ZipArchive::new(Cursor::new(bytes)));
    let mut archive = match opened {
        Ok(Ok(archive)) => archive,
        Ok(Err(error)) => {
            return found.bad(&format!(
                "this archive is damaged: {error}; pack or download it again"
            ));
        }
        Err(failed) => return found.failed(&failed),
    };
    let pages = pages(archive.file_names().filter_map(Result::ok));
    let mut budget = Budget::new(bytes.len(), found.limits);
    for place in 0..archive.len() {
        if found.is_full() || found.has_too_many(place) {
            return;
        }
        let name = match archive.name_for_index(place) {
            Some(Ok(name)) => name.into_owned(),
            _ => continue,
        };
        if !may_be_article(&name, &pages) {
            continue;
        }
        let read = guard::guarded("zip", || match archive.by_index(place) {
            Ok(file) if file.is_file() => budget.read(file).map(Some),
            // A folder, or a link.
            Ok(_) => Ok(None),
            Err(error) => Err(Refusal::File(reason(&error))),
        });
        match read {
            Ok(Ok(None)) => {}
            Ok(Ok(Some(bytes))) => read_inner(&name, &bytes, found),
            Ok(Err(Refusal::File(reason))) => found.inside(&name, |found| found.bad(&reason)),
            Ok(Err(Refusal::Archive(reason))) => return found.bad(&reason),
            Err(failed) => found.inside(&name, |found| found.failed(&failed)),
        }
    }
}

fn reason(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            "it is locked with a password; unpack it yourself".to_owned()
        }
        error => format!("it cannot be unpacked: {error}; unpack it yourself"),
    }
}

/// Whether no more comes out of a ZIP archive than may: reads all of it and keeps nothing.
pub(in crate::load) fn check_sizes(bytes: &[u8], limits: &Limits, deadline: &Deadline) -> Result<(), String> {
    let mut budget = Budget::new(bytes.len(), limits);
    let counted = guard::guarded("zip", || {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| reason(&error))?;
        for place in 0..archive.len() {
            if deadline.is_over() {
                return Err(deadline.reason());
            }
            // What cannot be unpacked is told when it is needed.
            let Ok(file) = archive.by_index(place) else {
                continue;
            };
            if let Err(Refusal::Archive(reason)) = budget.count(file) {
                return Err(reason);
            }
        }
        Ok(())
    });
    counted.unwrap_or_else(|failed| Err(failed.to_string()))
}
