//! From files to briefings, one or many at a time.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::briefing::{ArticleId, Briefing, CleanText, Published};
use crate::extract::{self, extract_until};
use crate::load::{Deadline, Limits, LoadError, Loaded, load_all, load_all_bytes, load_entry};

/// How many articles may be under way or wait to be delivered, for each thread. Enough that a long article does not
/// make the others wait, and few enough that memory stays small however many articles there are.
const AHEAD: usize = 16;

/// What the caller may choose when reading articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// The publication date of articles that have none.
    pub published: Option<Published>,
    /// How much is read of one file.
    pub limits: Limits,
    /// What the extractor is asked for.
    pub extract: extract::Options,
}

/// Reads one article, with the correction beside it, and makes its briefing.
pub fn read(id: &ArticleId, options: &Options) -> Result<Briefing, LoadError> {
    let deadline = Deadline::new(&options.limits);
    load_entry(id, &options.limits).and_then(|loaded| brief(loaded, options, &deadline))
}

/// Reads the articles of one file, with the corrections beside it, and makes their briefings; there is at least one
/// result.
pub fn read_file(path: &Path, options: &Options) -> Vec<Result<Briefing, LoadError>> {
    let deadline = Deadline::new(&options.limits);
    brief_all(load_all(path, &options.limits), options, &deadline)
}

/// Makes the briefings of the articles in memory, such as standard input (`path` is `None` then).
pub fn read_bytes(bytes: &[u8], path: Option<&Path>, options: &Options) -> Vec<Result<Briefing, LoadError>> {
    let deadline = Deadline::new(&options.limits);
    brief_all(load_all_bytes(bytes, path, &options.limits), options, &deadline)
}

fn brief_all(
    loaded: Vec<Result<Loaded, LoadError>>,
    options: &Options,
    deadline: &Deadline,
) -> Vec<Result<Briefing, LoadError>> {
    let brief =
        |loaded: Result<Loaded, LoadError>| loaded.and_then(|loaded| brief(loaded, options, deadline));
    // One article needs no threads, and threads take time to start.
    if loaded.len() == 1 {
        return loaded.into_iter().map(brief).collect();
    }
    let mut all: Vec<_> = loaded.into_par_iter().map(brief).collect();
    // That there was no time for the rest is told once.
    let mut is_told = false;
    all.retain(|result| {
        !matches!(result, Err(LoadError::Late { .. })) || !std::mem::replace(&mut is_told, true)
    });
    all
}

fn brief(mut loaded: Loaded, options: &Options, deadline: &Deadline) -> Result<Briefing, LoadError> {
    loaded.article.settle_published(options.published);
    let name = loaded.article.full_name();
    let go_on = || match deadline.is_over() {
        true => Err(LoadError::late(
            name.clone().unwrap_or_else(|| CleanText::line("standard input")),
            deadline,
        )),
        false => Ok(()),
    };
    extract_until(loaded.article, loaded.written, &options.extract, go_on)
}

/// Reads every file on all cores and hands what each gave to `deliver` on this thread, in the order of `paths`, as soon
/// as it is ready. Only a few files are in memory at a time, however many there are. Stops early where `deliver` breaks.
pub fn read_all(
    paths: &[PathBuf],
    options: &Options,
    mut deliver: impl FnMut(&Path, Vec<Result<Briefing, LoadError>>) -> ControlFlow<()>,
) {
    // One file needs no threads, and threads take time to start.
    if let [path] = paths {
        let _ = deliver(path, read_file(path, options));
        return;
    }
    let ahead = AHEAD * rayon::current_num_threads();
    rayon::in_place_scope(|scope| {
        let mut under_way: VecDeque<(&Path, Receiver<_>)> = VecDeque::with_capacity(ahead);
        let mut waiting = paths.iter();
        loop {
            while under_way.len() < ahead
                && let Some(path) = waiting.next()
            {
                let (sender, receiver) = sync_channel(1);
                scope.spawn(move |_| {
                    // Nobody listens any more once `deliver` has broken off.
                    let _ = sender.send(read_file(path, options));
                });
                under_way.push_back((path, receiver));
            }
            let Some((path, receiver)) = under_way.pop_front() else {
                return;
            };
            let Ok(result) = receiver.recv() else { return };
            if deliver(path, result).is_break() {
                return;
            }
        }
    });
}
