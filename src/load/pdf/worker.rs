//! The process in which a PDF is taken apart: a [`Task`] and the PDF come on standard input, what is printed on it goes
//! to standard output.
//!
//! A parser of PDF may panic, overflow its stack or take all memory there is. Panics are caught page by page; the rest
//! ends this process, and no other.

use std::io::{self, Read, Write as _};
use std::process::{self, ExitCode};
use std::thread;

use pdf_extract::{Dictionary, Document, Error, Object, output_doc, output_doc_page};

use super::printed::{Answer, Printed};
use super::sheet::Sheets;
use crate::load::guard::guarded;
use crate::load::limits::Deadline;

/// The argument by which this program is asked to take a PDF apart.
pub const PDF_WORKER: &str = "--take-pdf-apart";

/// Who parses PDFs.
const PARSER: &str = "pdf-extract";

/// Bytes of the stack that the parser gets: it calls itself for each form in a form.
const STACK: usize = 64 << 20;

/// Bytes of memory that the process may use for itself, and for each byte of its PDF.
const MEMORY: u64 = 512 << 20;
const MEMORY_FOR_EACH: u64 = 6;

/// What comes on standard input before a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Task {
    /// Bytes of the PDF.
    length: u64,
    /// Seconds that it may take.
    seconds: u64,
}

impl Task {
    /// Taking apart the PDF in `bytes`.
    pub(super) fn of(bytes: &[u8], deadline: &Deadline) -> Self {
        Self {
            length: bytes.len() as u64,
            seconds: deadline.left().as_secs() + 1,
        }
    }

    /// The task in bytes: two numbers, the lowest byte first.
    pub(super) fn head(self) -> [u8; 16] {
        let both = u128::from(self.seconds) << 64 | u128::from(self.length);
        both.to_le_bytes()
    }

    fn read(input: &mut impl Read) -> io::Result<Self> {
        let mut number = || {
            let mut bytes = [0; 8];
            input.read_exact(&mut bytes).map(|()| u64::from_le_bytes(bytes))
        };
        Ok(Self {
            length: number()?,
            seconds: number()?,
        })
    }
}

/// The task on standard input, and its PDF.
fn read_task() -> io::Result<(Task, Vec<u8>)> {
    let mut input = io::stdin().lock();
    let task = Task::read(&mut input)?;
    let mut bytes = Vec::new();
    input.take(task.length).read_to_end(&mut bytes)?;
    Ok((task, bytes))
}

/// Ends this process when its standard input closes: whoever waited for it is gone.
fn end_with_input() {
    let _ = io::stdin().read(&mut [0]);
    process::exit(1);
}

/// Takes the PDF on standard input apart, and writes what is printed on it to standard output, as one line.
pub fn take_pdf_apart() -> ExitCode {
    let Ok((task, bytes)) = read_task() else {
        return ExitCode::FAILURE;
    };
    limit(&task);
    thread::spawn(end_with_input);
    let working = thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || answer(&bytes))
        .map(thread::JoinHandle::join);
    let Ok(Ok(answer)) = working else {
        return ExitCode::FAILURE;
    };
    let Ok(mut line) = serde_json::to_vec(&answer) else {
        return ExitCode::FAILURE;
    };
    // A parser may have printed something itself: the answer is the last line.
    line.insert(0, b'\n');
    match io::stdout().write_all(&line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Lets the system refuse this process more memory and time than its task has any use for.
fn limit(task: &Task) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = MEMORY.saturating_add(MEMORY_FOR_EACH.saturating_mul(task.length));
    for (resource, most) in [(Resource::As, most), (Resource::Cpu, task.seconds)] {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        // Where the system knows no such limit, whoever waits for this process still ends it.
        let _ = setrlimit(resource, limit);
    }
}

/// What is printed on a PDF.
pub(super) fn answer(bytes: &[u8]) -> Answer {
    let mut document = match guarded(PARSER, || Document::load_mem(bytes)) {
        Ok(Ok(document)) => document,
        Ok(Err(Error::InvalidPassword | Error::Decryption(_))) => return Answer::Locked,
        Ok(Err(error)) => return Answer::Damaged(error.to_string()),
        Err(failed) => return Answer::Damaged(failed.reason.to_string()),
    };
    if document.is_encrypted() {
        // Many are locked against printing alone, and open without a password.
        let opened = guarded(PARSER, || document.decrypt("").is_ok());
        if opened != Ok(true) {
            return Answer::Locked;
        }
    }
    let pages = pages(&document);
    let told = guarded(PARSER, || properties(&document)).unwrap_or_default();
    Answer::Printed(Printed {
        pages: pages.pages,
        ..told
    })
}

/// Prints all pages; one that cannot be read costs itself alone.
fn pages(document: &Document) -> Sheets {
    let mut sheets = Sheets::default();
    let whole = guarded(PARSER, || output_doc(document, &mut sheets));
    if matches!(whole, Ok(Ok(()))) {
        return sheets;
    }
    sheets.fail_page();
    let count = guarded(PARSER, || document.get_pages().len()).unwrap_or_default();
    while sheets.pages.len() < count {
        let number = sheets.pages.len() + 1;
        let page = guarded(PARSER, || {
            output_doc_page(document, &mut sheets, u32::try_from(number).unwrap_or(u32::MAX))
        });
        if !matches!(page, Ok(Ok(()))) {
            if sheets.pages.len() < number {
                sheets.pages.push(super::printed::Page::default());
            }
            sheets.fail_page();
        }
    }
    sheets
}

/// What the PDF says of itself.
fn properties(document: &Document) -> Printed {
    let info = document
        .trailer
        .get(b"Info")
        .ok()
        .and_then(|info| dictionary(document, info));
    let told = |key: &[u8]| {
        let value = info.and_then(|info| info.get(key).ok());
        value.and_then(|value| words(document, value)).unwrap_or_default()
    };
    let language = document
        .catalog()
        .ok()
        .and_then(|catalog| catalog.get(b"Lang").ok());
    Printed {
        title: told(b"Title"),
        author: told(b"Author"),
        created: day(&told(b"CreationDate")),
        language: language
            .and_then(|language| words(document, language))
            .unwrap_or_default(),
        pages: Vec::new(),
    }
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    let (_, object) = document.dereference(object).ok()?;
    object.as_dict().ok()
}

fn words(document: &Document, object: &Object) -> Option<String> {
    let (_, object) = document.dereference(object).ok()?;
    pdf_extract::decode_text_string(object).ok()
}

/// `D:20250904101112+02'00'` → `2025-09-04`.
fn day(written: &str) -> String {
    let digits = written.trim_start_matches("D:");
    let part = |range| {
        digits
            .get(range)
            .filter(|part: &&str| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    match (part(0..4), part(4..6), part(6..8)) {
        (Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        _ => String::new(),
    }
}
