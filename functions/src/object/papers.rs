//! `Papers`: one draft with its answers and uploads, and later the papers of the dossier it became.
//!
//! | request | meaning |
//! |---|---|
//! | `POST` | a [`Call`], answered by a [`Reply`] |
//! | `PUT ?paper=…&number=…&name=…` | an upload, its body streamed; answered by a [`Reply`] |
//! | `PUT ?paper=…&part-of=…&offset=…&length=…&name=…` | a part of one, which goes on where the last part ended |
//! | `GET ?sha256=…` or `?paper=…&number=…` | a file, its body streamed |

mod download;
mod draft;
mod name;
mod narrow;
mod resume;
mod schema;
mod upload;

pub(crate) use download::{KIND, NAME, NO_FILE, Wanted};
pub(crate) use draft::Draft;
pub(crate) use resume::Part;
pub(crate) use upload::Place;

use super::{Body, answer, woken};
use crate::{call, fault::Fault};
use domain::{code::AgencyCode, dossier_code::DossierCode, form::RawAnswers, record::HeldFile, slug::Slug};
use serde::{Deserialize, Serialize};
use worker::{DurableObject, Env, Method, Request, Response, Result, State, durable_object};

/// The longest file.
pub(crate) const LONGEST_FILE: u64 = 10 * 1024 * 1024;
/// The most bytes of one draft or dossier; a supplement counts anew.
const MOST_BYTES: u64 = 100 * 1024 * 1024;
/// The most files of one paper.
pub(crate) const MOST_FILES: u16 = 20;

/// The object.
#[durable_object(alarm)]
#[derive(Debug)]
pub struct Papers {
    body: Body,
}

/// What it may be asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Call {
    /// Begins a draft. `Done`.
    Begin { procedure: Slug, form_version: u32, answers: RawAnswers },
    /// Puts answers in the place of others; the files of some papers go to another with them, or are let go. `Done`, `NoDraft` or `Filed`.
    Rewrite {
        form_version: u32,
        answers: RawAnswers,
        #[serde(default)]
        moved: Vec<(String, Option<String>)>,
    },
    /// What is there. `Draft` or `NoDraft`.
    Look,
    /// What is there, just before an agency is asked to take it; `request` is a hash of the request's key.
    /// A request that was answered before finds the files of then. `Draft` or `NoDraft`.
    Sending { agency: AgencyCode, request: String },
    /// An agency has taken these files for a request. `Done`.
    Taken { code: DossierCode, request: String, files: Vec<HeldFile> },
    /// Makes room for a dossier that was filed without papers. `Done`.
    Adopt { code: DossierCode, procedure: Slug },
    /// How far an upload has come that goes by its hash. `Held`, `Arrived` or `NoDraft`.
    Arrived { paper: String, sha256: String },
    /// Takes a pending file away. `Done` or `NoFile`.
    Drop { paper: String, number: u16 },
    /// Of each of these papers only these files stay pending, by their hashes and in this order.
    /// `Done`, or `NoFile` where one of them is not there: then all stay as they are.
    Narrow { papers: Vec<(String, Vec<String>)> },
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// It is done.
    Done,
    /// The draft.
    Draft(Box<Draft>),
    /// There is no draft, or its time is over.
    NoDraft,
    /// It is a dossier by now.
    Filed(DossierCode),
    /// The file is held.
    Held(HeldFile),
    /// So many bytes of the file have come.
    Arrived(u64),
    /// There is no such file.
    NoFile,
    /// The file, or all together, is too large.
    TooLarge,
    /// There are as many files of the paper as there may be.
    TooMany,
    /// No kind of file the desk takes.
    UnknownKind,
    /// The line broke.
    Broken,
}

/// Asks an object; the name must be one the Worker made.
pub(crate) async fn ask(env: &Env, name: &str, call: &Call) -> std::result::Result<Reply, Fault> {
    call::send(env, "PAPERS", name, call).await
}

impl DurableObject for Papers {
    fn new(state: State, env: Env) -> Self {
        Self { body: Body::new(state, env, schema::MIGRATIONS) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        match request.method() {
            Method::Put => self.upload(request).await,
            Method::Get => Ok(self.download(&request)),
            _ => answer(request, async |call| self.answer(call).await).await,
        }
    }

    async fn alarm(&self) -> Result<Response> {
        woken(self.expire().await)
    }
}

impl Papers {
    async fn answer(&self, call: Call) -> std::result::Result<Reply, Fault> {
        match call {
            Call::Begin { procedure, form_version, answers } => self.begin(&procedure, form_version, &answers).await,
            Call::Rewrite { form_version, answers, moved } => self.rewrite(form_version, &answers, &moved),
            Call::Look => self.look(),
            Call::Sending { agency, request } => self.sending(&agency, &request),
            Call::Taken { code, request, files } => self.taken(&code, &request, &files),
            Call::Adopt { code, procedure } => self.adopt(&code, &procedure),
            Call::Arrived { paper, sha256 } => self.arrived(&paper, &sha256),
            Call::Drop { paper, number } => self.drop_file(&paper, number),
            Call::Narrow { papers } => self.narrow(&papers),
        }
    }
}
