//! The routes as data.

/// What a route leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Whether the store answers.
    Health,
    /// The first account.
    DeskSetup,
    /// Begins a session.
    DeskSignIn,
    /// Ends it.
    DeskSignOut,
    /// Who is signed in.
    DeskMe,
    /// One's own password.
    DeskPassword,
    /// Every officer.
    DeskOfficers,
    /// A new one.
    DeskCreateOfficer,
    /// Name, roles, agencies, lock.
    DeskChangeOfficer,
    /// Keeps an officer out.
    DeskLock,
    /// Lets an officer in again.
    DeskUnlock,
    /// A new password by an administrator.
    DeskResetPassword,
    /// What was done to accounts.
    DeskAudit,
    DeskMissed,
    /// A form filled in by a link or a draft.
    FormPage,
    /// A posted form.
    PostForm,
    /// The papers of a draft.
    PapersPage,
    /// A paper more or less.
    PostPapers,
    /// A file of the draft this browser fills in, or how far it has come.
    PapersFile,
    /// A part of a file for it.
    PutPart,
    /// Everything once more.
    CheckPage,
    /// The button that sends.
    PostCheck,
    /// The little form that asks for a code.
    FollowPage,
    /// Code and key, posted.
    PostFollow,
    /// The state of a dossier, or its receipt.
    FollowDossier,
    /// The key of a dossier, and what its owner wants.
    PostDossier,
    /// A list of dossiers.
    DeskList,
    /// One dossier.
    DeskOpen,
    /// A move.
    DeskAct,
    /// A paper.
    DeskFile,
    /// The file of a result, sent.
    DeskPutResult,
    /// The file of a result, shown.
    DeskResult,
    /// A slip to print.
    DeskSlip,
    /// The application to print.
    DeskApplication,
    /// A form with its example.
    Form,
    /// Files a dossier.
    CreateDossier,
    /// Code and state of a dossier.
    GlanceDossier,
    /// A dossier, for its owner.
    ViewDossier,
    /// The owner answers a request.
    Supplement,
    /// The owner asks to withdraw.
    Withdraw,
    /// The owner does not withdraw after all.
    CancelWithdrawal,
    /// The owner writes.
    Message,
    /// A file for a supplement.
    PutSupplement,
    /// A file of a dossier.
    GetFiled,
    /// A file for a supplement, taken away.
    DeleteSupplement,
    /// Begins a draft.
    CreateDraft,
    /// A draft.
    ShowDraft,
    /// A file for a draft.
    PutFile,
    /// A file of a draft.
    GetFile,
    /// A file of a draft, taken away.
    DeleteFile,
    /// Rates a dossier.
    RateDossier,
    /// Answers a survey.
    AnswerSurvey,
    /// What fits words.
    Search,
    /// Public totals.
    Statistics,
    /// What a token rates.
    RatingPage,
    /// Rates by a token.
    PostRating,
    /// Answers a survey by its page.
    PostSurvey,
    /// What was answered.
    SurveyResults,
    /// Public totals as a page.
    StatisticsPage,
    /// Those of one procedure.
    StatisticsOf,
}

/// Method, path, place. `{}` stands for one part of a path, which the handler gets; `HEAD` goes where `GET` goes.
/// A path outside `/api/` stands for its English twin too.
const ROUTES: &[(&str, &str, Place)] = &[
    ("GET", "/healthz", Place::Health),
    ("POST", "/api/v1/desk/setup", Place::DeskSetup),
    ("POST", "/api/v1/desk/sign-in", Place::DeskSignIn),
    ("POST", "/api/v1/desk/sign-out", Place::DeskSignOut),
    ("GET", "/api/v1/desk/me", Place::DeskMe),
    ("POST", "/api/v1/desk/password", Place::DeskPassword),
    ("GET", "/api/v1/desk/officers", Place::DeskOfficers),
    ("POST", "/api/v1/desk/officers", Place::DeskCreateOfficer),
    ("PUT", "/api/v1/desk/officers/{}", Place::DeskChangeOfficer),
    ("POST", "/api/v1/desk/officers/{}/lock", Place::DeskLock),
    ("POST", "/api/v1/desk/officers/{}/unlock", Place::DeskUnlock),
    ("POST", "/api/v1/desk/officers/{}/password", Place::DeskResetPassword),
    ("GET", "/api/v1/desk/audit", Place::DeskAudit),
    ("GET", "/api/v1/desk/searches", Place::DeskMissed),
    ("GET", "/thu-tuc/{}/nop-ho-so/", Place::FormPage),
    ("POST", "/thu-tuc/{}/nop-ho-so/", Place::PostForm),
    ("GET", "/thu-tuc/{}/nop-ho-so/giay-to/", Place::PapersPage),
    ("POST", "/thu-tuc/{}/nop-ho-so/giay-to/", Place::PostPapers),
    ("GET", "/thu-tuc/{}/nop-ho-so/giay-to/{}/{}", Place::PapersFile),
    ("PUT", "/thu-tuc/{}/nop-ho-so/giay-to/{}/{}", Place::PutPart),
    ("GET", "/thu-tuc/{}/nop-ho-so/kiem-tra/", Place::CheckPage),
    ("POST", "/thu-tuc/{}/nop-ho-so/kiem-tra/", Place::PostCheck),
    ("GET", "/tra-cuu/", Place::FollowPage),
    ("POST", "/tra-cuu/", Place::PostFollow),
    ("GET", "/tra-cuu/{}", Place::FollowDossier),
    ("POST", "/tra-cuu/{}", Place::PostDossier),
    ("GET", "/api/v1/desk/dossiers", Place::DeskList),
    ("GET", "/api/v1/desk/dossiers/{}", Place::DeskOpen),
    ("POST", "/api/v1/desk/dossiers/{}/moves", Place::DeskAct),
    ("GET", "/api/v1/desk/dossiers/{}/files/{}/{}", Place::DeskFile),
    ("PUT", "/api/v1/desk/dossiers/{}/result", Place::DeskPutResult),
    ("GET", "/api/v1/desk/dossiers/{}/result", Place::DeskResult),
    ("GET", "/api/v1/desk/dossiers/{}/slips/{}", Place::DeskSlip),
    ("GET", "/api/v1/desk/dossiers/{}/application", Place::DeskApplication),
    ("GET", "/api/v1/forms/{}", Place::Form),
    ("POST", "/api/v1/dossiers", Place::CreateDossier),
    ("GET", "/api/v1/dossiers/{}", Place::GlanceDossier),
    ("POST", "/api/v1/dossiers/{}/view", Place::ViewDossier),
    ("POST", "/api/v1/dossiers/{}/supplement", Place::Supplement),
    ("POST", "/api/v1/dossiers/{}/withdraw", Place::Withdraw),
    ("DELETE", "/api/v1/dossiers/{}/withdraw", Place::CancelWithdrawal),
    ("POST", "/api/v1/dossiers/{}/messages", Place::Message),
    ("PUT", "/api/v1/dossiers/{}/files/{}/{}", Place::PutSupplement),
    ("GET", "/api/v1/dossiers/{}/files/{}/{}", Place::GetFiled),
    ("DELETE", "/api/v1/dossiers/{}/files/{}/{}", Place::DeleteSupplement),
    ("POST", "/api/v1/drafts", Place::CreateDraft),
    ("GET", "/api/v1/drafts/{}", Place::ShowDraft),
    ("PUT", "/api/v1/drafts/{}/files/{}/{}", Place::PutFile),
    ("GET", "/api/v1/drafts/{}/files/{}/{}", Place::GetFile),
    ("DELETE", "/api/v1/drafts/{}/files/{}/{}", Place::DeleteFile),
    ("POST", "/api/v1/dossiers/{}/rating", Place::RateDossier),
    ("POST", "/api/v1/surveys/{}", Place::AnswerSurvey),
    ("GET", "/api/v1/search", Place::Search),
    ("GET", "/api/v1/statistics", Place::Statistics),
    ("GET", "/danh-gia/{}", Place::RatingPage),
    ("POST", "/danh-gia/{}", Place::PostRating),
    ("POST", "/khao-sat/{}/", Place::PostSurvey),
    ("GET", "/khao-sat/{}/ket-qua/", Place::SurveyResults),
    ("GET", "/thong-ke/", Place::StatisticsPage),
    ("GET", "/thong-ke/{}/", Place::StatisticsOf),
];

/// Returns method and pattern of every route, for the description of the API.
#[cfg(all(test, feature = "openapi"))]
pub(crate) fn routes() -> impl Iterator<Item = (&'static str, &'static str)> {
    ROUTES.iter().map(|(method, pattern, _)| (*method, *pattern))
}

/// What a request leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// A place, with the parts of the path that were left open.
    Place(Place, Vec<String>),
    /// Only to other methods; these.
    NotAllowed(String),
    /// Nothing in the table.
    Nothing,
}

/// Looks a request up.
pub(super) fn find(method: &str, path: &str) -> Found {
    find_in(ROUTES, method, path)
}

fn find_in(routes: &[(&str, &str, Place)], method: &str, path: &str) -> Found {
    let method = if method == "HEAD" { "GET" } else { method };
    let plain = path.strip_prefix("/en").filter(|rest| rest.starts_with('/') && !rest.starts_with("/api/")).unwrap_or(path);
    let mut allowed: Vec<&str> = Vec::new();
    for (takes, pattern, place) in routes {
        if let Some(parameters) = matches(pattern, plain) {
            if *takes == method {
                return Found::Place(*place, parameters);
            }
            allowed.push(takes);
        }
    }
    if allowed.contains(&"GET") {
        allowed.push("HEAD");
    }
    // What stands at an address with forms is a finished page, or the page that says there is none.
    let page = method == "GET" && !path.starts_with("/api/");
    if allowed.is_empty() || page { Found::Nothing } else { Found::NotAllowed(allowed.join(", ")) }
}

/// Returns the open parts where the path fits the pattern.
fn matches(pattern: &str, path: &str) -> Option<Vec<String>> {
    let (mut wanted, mut found) = (pattern.split('/'), path.split('/'));
    let mut open = Vec::new();
    loop {
        match (wanted.next(), found.next()) {
            (None, None) => return Some(open),
            (Some("{}"), Some(part)) if !part.is_empty() => open.push(part.to_owned()),
            (Some(wanted), Some(found)) if wanted == found => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &[(&str, &str, Place)] = &[
        ("GET", "/api/v1/x/{}", Place::Health),
        ("POST", "/api/v1/x/{}", Place::Health),
        ("POST", "/thu-tuc/{}/nop-ho-so/", Place::Health),
    ];

    #[track_caller]
    fn check(method: &str, path: &str, expected: Found) {
        assert_eq!(find_in(TABLE, method, path), expected, "{method} {path}");
    }

    #[test]
    fn paths_are_matched_part_by_part() {
        let place = |part: &str| Found::Place(Place::Health, vec![part.to_owned()]);
        check("GET", "/api/v1/x/7", place("7"));
        check("HEAD", "/api/v1/x/7", place("7"));
        check("POST", "/thu-tuc/khai-sinh/nop-ho-so/", place("khai-sinh"));
        check("POST", "/en/thu-tuc/khai-sinh/nop-ho-so/", place("khai-sinh"));
        check("GET", "/thu-tuc/khai-sinh/nop-ho-so/", Found::Nothing);
        check("PUT", "/thu-tuc/khai-sinh/nop-ho-so/", Found::NotAllowed("POST".to_owned()));
        check("DELETE", "/api/v1/x/7", Found::NotAllowed("GET, POST, HEAD".to_owned()));
        for path in ["/api/v1/x/", "/api/v1/x/7/", "/api/v1/x", "/en/api/v1/x/7", "/api/v1/x/7/8", ""] {
            check("GET", path, Found::Nothing);
        }
    }

    #[test]
    fn no_route_stands_twice() {
        let mut rows: Vec<_> = ROUTES.iter().map(|(method, pattern, _)| (method, pattern)).collect();
        rows.sort();
        let count = rows.len();
        rows.dedup();
        assert_eq!(rows.len(), count);
    }
}
