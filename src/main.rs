//! Start here: parse the command line, run the command, turn an error into a message and an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(feature = "pdf")]
    {
        use briefing::load::{PDF_WORKER, take_pdf_apart, take_pdfs_apart_with};

        // PDFs are taken apart by a process of their own, which is this program too.
        if std::env::args_os()
            .nth(1)
            .is_some_and(|argument| argument == PDF_WORKER)
        {
            return take_pdf_apart();
        }
        // By this name Linux starts the very program that runs, even when its file has been replaced since.
        let itself = std::path::PathBuf::from("/proc/self/exe");
        let program = if itself.exists() {
            Ok(itself)
        } else {
            std::env::current_exe()
        };
        if let Ok(program) = program {
            take_pdfs_apart_with(program);
        }
    }
    match briefing::cli::parse(std::env::args_os()) {
        Ok(arguments) => briefing::commands::run(arguments),
        Err(code) => code,
    }
}
