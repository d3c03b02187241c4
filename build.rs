//! Makes the lexicon tables that `extract` compiles in.

fn main() {}
