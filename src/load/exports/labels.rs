//! The labels that databases put before what they tell, and what is told.

/// What a label tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Standfirst,
    Byline,
    Dateline,
    Source,
    Published,
    Language,
    Address,
    Identity,
    Body,
    /// At the head of the article, and nothing that is kept.
    Head,
    /// After the article, and nothing that is kept.
    Tail,
}

use Field::{
    Address, Body, Byline, Dateline, Head, Identity, Language, Published, Source, Standfirst, Tail, Title,
};

/// Labels in lower case.
const LABELS: &[(&str, Field)] = &[
    // Nexis
    ("headline", Title),
    ("byline", Byline),
    ("body", Body),
    ("section", Head),
    ("length", Head),
    ("highlight", Standfirst),
    ("dateline", Dateline),
    ("series", Head),
    ("load-date", Tail),
    ("language", Language),
    ("graphic", Tail),
    ("subject", Tail),
    ("publication-type", Tail),
    ("publication type", Tail),
    ("journal-code", Tail),
    ("journal code", Tail),
    ("organization", Tail),
    ("company", Tail),
    ("ticker", Tail),
    ("industry", Tail),
    ("geographic", Tail),
    ("geographic-terms", Tail),
    ("document-type", Tail),
    ("correction-date", Tail),
    ("notes", Tail),
    ("publication-subject", Tail),
    // `ProQuest`
    ("title", Title),
    ("author", Byline),
    ("publication title", Source),
    ("publication date", Published),
    ("publication info", Head),
    ("publication year", Tail),
    ("abstract", Standfirst),
    ("abstract (english)", Standfirst),
    ("full text", Body),
    ("document url", Address),
    ("proquest document id", Identity),
    ("language of publication", Language),
    ("links", Head),
    ("first page", Tail),
    ("pages", Tail),
    ("publisher", Tail),
    ("place of publication", Tail),
    ("country of publication", Tail),
    ("issn", Tail),
    ("source type", Tail),
    ("document type", Tail),
    ("copyright", Tail),
    ("last updated", Tail),
    ("database", Tail),
    ("location", Tail),
    ("identifier / keyword", Tail),
    // Nexis in German
    ("länge", Head),
    ("rubrik", Head),
    ("autor", Byline),
    ("schlagzeile", Title),
    ("überschrift", Title),
    ("sprache", Language),
    ("update", Tail),
    ("ladedatum", Tail),
    ("grafik", Tail),
    ("publikationstyp", Tail),
    ("zeitungs-code", Tail),
    // In French
    ("longueur", Head),
    ("rubrique", Head),
    ("auteur", Byline),
    ("titre", Title),
    ("encart", Standfirst),
    ("origine", Dateline),
    ("langue", Language),
    ("date-chargement", Tail),
    ("date de chargement", Tail),
    ("type-publication", Tail),
    ("type de publication", Tail),
    ("graphique", Tail),
    // In Spanish
    ("longitud", Head),
    ("sección", Head),
    ("titular", Title),
    ("idioma", Language),
    ("lengua", Language),
    ("fecha-carga", Tail),
    ("fecha de carga", Tail),
    ("tipo-publicación", Tail),
    ("tipo de publicación", Tail),
    ("gráfico", Tail),
    // In Dutch
    ("lengte", Head),
    ("sectie", Head),
    ("rubriek", Head),
    ("kop", Title),
    ("taal", Language),
    ("laaddatum", Tail),
    ("publicatietype", Tail),
    ("publicatie-type", Tail),
    ("grafiek", Tail),
    // In Italian
    ("lunghezza", Head),
    ("sezione", Head),
    ("autore", Byline),
    ("titolo", Title),
    ("lingua", Language),
    ("data-caricamento", Tail),
    ("data di caricamento", Tail),
    ("tipo-pubblicazione", Tail),
    ("tipo di pubblicazione", Tail),
    ("grafico", Tail),
    // In Portuguese
    ("comprimento", Head),
    ("tamanho", Head),
    ("seção", Head),
    ("secção", Head),
    ("título", Title),
    ("língua", Language),
    ("data-carregamento", Tail),
    ("data de carregamento", Tail),
    ("tipo-publicação", Tail),
    ("tipo de publicação", Tail),
];

/// No label is longer, in bytes.
const LONGEST_LABEL: usize = 40;

/// "All rights reserved", in lower case and in the languages of the labels.
const RESERVED: &[&str] = &[
    "all rights reserved",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos reservados",
    "derechos reservados",
    "alle rechten voorbehouden",
    "tutti i diritti riservati",
    "todos os direitos reservados",
];

/// The word in "512 words", in the languages of the labels.
const WORDS: &[&str] = &[
    "words", "Words", "Wörter", "mots", "palabras", "woorden", "parole", "palavras",
];

/// Lines without a colon that tell what follows.
const HEADINGS: &[(&str, Field)] = &[
    ("body", Body),
    ("classification", Tail),
    ("graphic", Tail),
    ("full text", Body),
    ("abstract", Standfirst),
    ("abstract (english)", Standfirst),
    ("details", Tail),
];

/// Whether `line` is a label without a colon.
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.trim();
    HEADINGS
        .iter()
        .any(|(heading, _)| line.eq_ignore_ascii_case(heading))
        || is_reserved(line)
}

/// Whether `line` tells that all rights are reserved, and nothing else.
pub(super) fn is_reserved(line: &str) -> bool {
    let line = line.trim().trim_end_matches('.');
    line.len() <= LONGEST_LABEL && RESERVED.contains(&line.to_lowercase().as_str())
}

/// What stands before the word in "512 words", "LENGTH: 1,024 words".
pub(super) fn before_words(line: &str) -> Option<&str> {
    let (before, word) = line.rsplit_once(' ')?;
    WORDS.contains(&word).then_some(before)
}

/// What the label that `line` begins with tells, and what follows the label.
pub(super) fn of(line: &str) -> Option<(Field, &str)> {
    let line = line.trim();
    if let Some((_, field)) = HEADINGS
        .iter()
        .find(|(heading, _)| line.eq_ignore_ascii_case(heading))
    {
        return Some((*field, ""));
    }
    if is_reserved(line) {
        return Some((Head, ""));
    }
    let (label, rest) = line.split_once(':')?;
    let label = label.trim();
    if label.len() > LONGEST_LABEL {
        return None;
    }
    let label = label.to_lowercase();
    let (_, field) = LABELS.iter().find(|(known, _)| *known == label)?;
    Some((*field, rest.trim()))
}
