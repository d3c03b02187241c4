//! Start here: parse the command line, run the command, turn an error into a message and an exit code.

fn main() {}
