//! Listing and reading articles, on threads of their own.

use std::collections::{HashMap, HashSet};
use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread;

use crate::briefing::{Briefing, CleanText};
use crate::library::{self, LoadError, Options};
use crate::reader::Fetched;
use crate::reader::events::Wake;
use crate::reader::update::Message;

/// Whether an entry of the library stands for standard input.
pub(in crate::reader) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What a file gave, article by article.
type Results = Vec<Result<Arc<Briefing>, CleanText>>;

/// What the threads share.
struct Shared {
    wake: Sender<Wake>,
    options: Options,
    /// What standard input held; it can be read once.
    standard_input: OnceLock<Result<Vec<u8>, CleanText>>,
    /// What the addresses gave.
    fetched: HashMap<PathBuf, Results>,
}

/// Starts the threads that list and read.
pub(in crate::reader) struct Loading {
    shared: Arc<Shared>,
    /// For the first thread that reads: it reads one article, and goes on when the first frame is on the screen.
    painted: Option<Receiver<()>>,
    paint: Option<Sender<()>>,
}

impl Loading {
    pub(super) fn new(wake: Sender<Wake>, fetched: Vec<Fetched>, options: Options) -> Self {
        let (paint, painted) = channel();
        let fetched = fetched.into_iter();
        Self {
            shared: Arc::new(Shared {
                wake,
                options,
                standard_input: OnceLock::new(),
                fetched: fetched
                    .map(|fetched| (fetched.address, told(fetched.results)))
                    .collect(),
            }),
            painted: Some(painted),
            paint: Some(paint),
        }
    }

    pub(super) fn list(&self, paths: Vec<PathBuf>) -> io::Result<()> {
        let shared = Arc::clone(&self.shared);
        spawn("list", move || {
            // What was piped in or fetched is what the person wants to read: it comes first, and once.
            let (mut given, named): (Vec<_>, Vec<_>) =
                paths.into_iter().partition(|path| shared.is_given(path));
            let mut seen = HashSet::new();
            given.retain(|path| seen.insert(path.clone()));
            let (found, problems) = library::walk(&named);
            let paths = given.into_iter().chain(found).collect();
            let _ = shared.wake.send(Wake::Work(Message::Listed { paths, problems }));
        })
    }

    pub(super) fn load(&mut self, generation: u64, paths: Vec<PathBuf>) -> io::Result<()> {
        let shared = Arc::clone(&self.shared);
        let painted = self.painted.take();
        spawn("read", move || {
            // The first one is what will be looked at.
            let Some((first, others)) = paths.split_first() else {
                return;
            };
            if shared.read(generation, std::slice::from_ref(first)).is_break() {
                return;
            }
            if let Some(painted) = painted {
                // It ends with the frame, or with the reader.
                let _ = painted.recv();
            }
            let _ = shared.read(generation, others);
        })
    }

    pub(super) fn first_frame_is_painted(&mut self) {
        self.paint = None;
    }
}

impl Shared {
    /// Whether `path` is in no file, but standard input or at an address.
    fn is_given(&self, path: &Path) -> bool {
        is_standard_input(path) || self.fetched.contains_key(path)
    }

    /// What stands in no file.
    fn read_given(&self, path: &Path) -> Results {
        match self.fetched.get(path) {
            Some(results) => results.clone(),
            None => self.read_standard_input(),
        }
    }

    /// Reads `paths` and sends what they gave, until it is done or the reader is gone.
    fn read(&self, generation: u64, mut paths: &[PathBuf]) -> ControlFlow<()> {
        while let Some(first) = paths.first() {
            if self.is_given(first) {
                self.send_message(generation, first, self.read_given(first))?;
                paths = paths.get(1..).unwrap_or_default();
                continue;
            }
            let until_given = paths.iter().position(|path| self.is_given(path));
            let files = paths
                .get(..until_given.unwrap_or(paths.len()))
                .unwrap_or_default();
            let mut done = 0;
            let reading = catch_unwind(AssertUnwindSafe(|| {
                let mut flow = ControlFlow::Continue(());
                library::read_all(files, &self.options, |path, results| {
                    done += 1;
                    flow = self.send(generation, path, results);
                    flow
                });
                flow
            }));
            match reading {
                Ok(flow) => flow?,
                // One article that the program cannot stomach must not take the others along.
                Err(_) => {
                    if let Some(path) = files.get(done) {
                        self.send_message(generation, path, vec![Err(fault_of_ours(path))])?;
                        done += 1;
                    }
                }
            }
            paths = paths.get(done.max(1)..).unwrap_or_default();
        }
        ControlFlow::Continue(())
    }

    fn send(
        &self,
        generation: u64,
        path: &Path,
        results: Vec<Result<Briefing, LoadError>>,
    ) -> ControlFlow<()> {
        self.send_message(generation, path, told(results))
    }

    fn send_message(&self, generation: u64, path: &Path, results: Results) -> ControlFlow<()> {
        let message = Message::Loaded {
            generation,
            path: path.to_path_buf(),
            results,
        };
        match self.wake.send(Wake::Work(message)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }

    fn read_standard_input(&self) -> Results {
        let bytes = self.standard_input.get_or_init(|| {
            let read = library::standard_input(&self.options.limits);
            read.map_err(|error| CleanText::line(&error.to_string()))
        });
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(message) => return vec![Err(message.clone())],
        };
        let reading = catch_unwind(|| library::read_bytes(bytes, None, &self.options));
        match reading {
            Ok(results) => told(results),
            Err(_) => vec![Err(fault_of_ours(Path::new("standard input")))],
        }
    }
}

fn told(results: Vec<Result<Briefing, LoadError>>) -> Results {
    let message = |error: LoadError| CleanText::line(&error.to_string());
    let told = |result: Result<Briefing, LoadError>| result.map(Arc::new).map_err(message);
    results.into_iter().map(told).collect()
}

fn fault_of_ours(path: &Path) -> CleanText {
    CleanText::line(&format!(
        "{}: the program failed on this article, which is its fault: please report it",
        path.display()
    ))
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
}
