//! Documents of office programs → articles: Word (DOCX) and RTF.

#[cfg(feature = "office")]
mod docx;
mod rtf;
mod rtf_words;

#[cfg(feature = "office")]
pub(super) use docx::read_docx;
pub(super) use rtf::read_rtf;
