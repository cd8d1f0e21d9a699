//! Every call of `/api/v1` that citizens and their programs make; the desk has its own.

/// What a call takes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Input {
    Nothing,
    Json(&'static str),
    File,
}

/// A call.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) id: &'static str,
    pub(super) summary: &'static str,
    pub(super) headers: &'static [&'static str],
    pub(super) input: Input,
    pub(super) status: u16,
    /// The shape of the answer; `file` for bytes, nothing for none.
    pub(super) output: &'static str,
    pub(super) problems: &'static [u16],
}

const KEY: &str = "Idempotency-Key";

#[rustfmt::skip]
pub(super) const CALLS: &[Call] = &[
    Call { method: "get", path: "/api/v1/forms/{procedure}", id: "form", summary: "A form and a complete, valid example.", headers: &[], input: Input::Nothing, status: 200, output: "ShownForm", problems: &[404, 410, 500] },
    Call { method: "post", path: "/api/v1/dossiers", id: "file", summary: "Files a dossier.", headers: &[KEY, "Draft-Key"], input: Input::Json("NewDossier"), status: 201, output: "FiledDossier", problems: &[400, 404, 409, 410, 413, 415, 422, 500] },
    Call { method: "get", path: "/api/v1/dossiers/{code}", id: "glance", summary: "Code and state.", headers: &[], input: Input::Nothing, status: 200, output: "ShownState", problems: &[404, 429, 500] },
    Call { method: "post", path: "/api/v1/dossiers/{code}/view", id: "view", summary: "The dossier, for its owner.", headers: &[], input: Input::Json("KeyOnly"), status: 200, output: "ShownDossier", problems: &[400, 403, 404, 413, 415, 422, 429, 500] },
    Call { method: "post", path: "/api/v1/dossiers/{code}/supplement", id: "supplement", summary: "Answers a request for a supplement, with the files uploaded before.", headers: &[KEY], input: Input::Json("NewSupplement"), status: 200, output: "Moved", problems: &[400, 403, 404, 409, 413, 415, 422, 429, 500] },
    Call { method: "post", path: "/api/v1/dossiers/{code}/withdraw", id: "withdraw", summary: "Asks to withdraw.", headers: &[KEY], input: Input::Json("NewWithdrawal"), status: 200, output: "Moved", problems: &[400, 403, 404, 409, 413, 415, 422, 429, 500] },
    Call { method: "delete", path: "/api/v1/dossiers/{code}/withdraw", id: "cancelWithdrawal", summary: "Takes the wish to withdraw back.", headers: &[KEY, "Access-Key"], input: Input::Nothing, status: 200, output: "Moved", problems: &[400, 403, 404, 409, 429, 500] },
    Call { method: "post", path: "/api/v1/dossiers/{code}/messages", id: "message", summary: "Writes to the office.", headers: &[KEY], input: Input::Json("NewMessage"), status: 200, output: "Moved", problems: &[400, 403, 404, 409, 413, 415, 422, 429, 500] },
    Call { method: "put", path: "/api/v1/dossiers/{code}/files/{component}/{n}", id: "putSupplementFile", summary: "Uploads a file an office asked for.", headers: &["Access-Key", "Content-Disposition"], input: Input::File, status: 201, output: "ShownFile", problems: &[400, 403, 404, 409, 413, 415, 429, 500] },
    Call { method: "get", path: "/api/v1/dossiers/{code}/files/{component}/{n}", id: "getDossierFile", summary: "A file of the dossier.", headers: &["Access-Key"], input: Input::Nothing, status: 200, output: "file", problems: &[403, 404, 429, 500] },
    Call { method: "delete", path: "/api/v1/dossiers/{code}/files/{component}/{n}", id: "deleteSupplementFile", summary: "Takes an upload back that was not sent yet.", headers: &["Access-Key"], input: Input::Nothing, status: 204, output: "", problems: &[403, 404, 429, 500] },
    Call { method: "post", path: "/api/v1/drafts", id: "begin", summary: "Begins a draft, kept for 24 hours.", headers: &[], input: Input::Json("NewDraft"), status: 201, output: "BegunDraft", problems: &[400, 404, 410, 413, 415, 422, 429, 500] },
    Call { method: "get", path: "/api/v1/drafts/{draft}", id: "draft", summary: "A draft and its files.", headers: &["Draft-Key"], input: Input::Nothing, status: 200, output: "ShownDraft", problems: &[404, 500] },
    Call { method: "put", path: "/api/v1/drafts/{draft}/files/{component}/{n}", id: "putDraftFile", summary: "Uploads a file, at most 10 MiB: PDF, JPEG, PNG or HEIC.", headers: &["Draft-Key", "Content-Disposition"], input: Input::File, status: 201, output: "ShownFile", problems: &[400, 404, 409, 413, 415, 429, 500] },
    Call { method: "get", path: "/api/v1/drafts/{draft}/files/{component}/{n}", id: "getDraftFile", summary: "A file of the draft.", headers: &["Draft-Key"], input: Input::Nothing, status: 200, output: "file", problems: &[404, 500] },
    Call { method: "delete", path: "/api/v1/drafts/{draft}/files/{component}/{n}", id: "deleteDraftFile", summary: "Takes a file out of the draft.", headers: &["Draft-Key"], input: Input::Nothing, status: 204, output: "", problems: &[404, 500] },
    Call { method: "post", path: "/api/v1/dossiers/{code}/rating", id: "rate", summary: "Says how it went, once for each moment; within 30 days another may take its place.", headers: &[], input: Input::Json("NewRating"), status: 200, output: "KeptRating", problems: &[400, 403, 404, 409, 410, 413, 415, 422, 429, 500] },
    Call { method: "post", path: "/api/v1/surveys/{slug}", id: "answerSurvey", summary: "Answers a survey without a name, counted once for each key.", headers: &[KEY], input: Input::Json("NewSurveyAnswers"), status: 201, output: "CountedAnswers", problems: &[400, 404, 409, 410, 413, 415, 422, 429, 500] },
    Call { method: "get", path: "/api/v1/search", id: "search", summary: "What fits words, best first: the ranking of the pages.", headers: &[], input: Input::Nothing, status: 200, output: "ShownAnswer", problems: &[500] },
    Call { method: "get", path: "/api/v1/statistics", id: "statistics", summary: "What was received and resolved, and what people say; nothing that rests on fewer than five of them.", headers: &[], input: Input::Nothing, status: 200, output: "ShownStatistics", problems: &[500] },
];
