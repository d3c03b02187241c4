//! The words around dates: what they are dates of, what joins their parts, time zones.

/// What stands before a date, in lower case, and whether it is about a later change.
pub(super) const LABELS: &[(&str, bool)] = &[
    ("published", false),
    ("first published", false),
    ("originally published", false),
    ("date published", false),
    ("publication date", false),
    ("publish date", false),
    ("published date", false),
    ("pub date", false),
    ("posted", false),
    ("issued", false),
    ("created", false),
    ("filed", false),
    ("released", false),
    ("release date", false),
    ("date", false),
    ("updated", true),
    ("last updated", true),
    ("date updated", true),
    ("update", true),
    ("modified", true),
    ("last modified", true),
    ("last edited", true),
    ("edited", true),
    ("last changed", true),
    ("revised", true),
    ("veröffentlicht", false),
    ("publié", false),
    ("publicado", false),
    ("pubblicato", false),
    ("gepubliceerd", false),
    ("publicerad", false),
    ("yayınlanma", false),
    ("giriş", false),
    ("opublikowano", false),
    ("aktualisiert", true),
    ("mis à jour", true),
    ("actualizado", true),
    ("aggiornato", true),
    ("atualizado", true),
    ("bijgewerkt", true),
    ("uppdaterad", true),
    ("güncelleme", true),
    ("güncellenme", true),
    ("aktualizacja", true),
];

/// Words between the parts of a date that say nothing of their own.
pub(super) const FILLERS: &[&str] = &[
    "on", "at", "of", "the", "and", "|", "·", "•", "-", "–", "—", "/", "time", "local", "hrs", "hours",
];

/// The same in other languages, and what stands before a date and a time there: "le 7 octobre", "um 14:30 Uhr".
pub(super) const FOREIGN_FILLERS: &[&str] = &[
    "am", "um", "uhr", "stand", "den", "der", "vom", "le", "à", "el", "a", "las", "il", "alle", "ore", "em",
    "às", "op", "om", "uur", "kl", "klockan", "saat", "tarihi", "godz",
];

/// Names of time zones; the publisher's own clock is what counts, so they are passed over.
pub(super) const ZONES: &[&str] = &[
    "z", "gmt", "utc", "bst", "wet", "west", "cet", "cest", "eet", "eest", "msk", "trt", "et", "est", "edt",
    "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "akst", "akdt", "hst", "ist", "pkt", "sgt",
    "hkt", "jst", "kst", "aest", "aedt", "acst", "awst", "nzst", "nzdt", "sast", "eat", "wat", "cat", "gst",
    "brt", "art", "eastern", "central", "mountain", "pacific",
];
