//! What the owner does on the page of a dossier. Every form there posts the key again.

use super::{super::not_here, Shown, look, show};
use crate::{
    drafts, filing,
    following::{self, Outcome, Seen, Supplement},
    held::Held,
    object::{
        agency::Followed,
        papers::{LONGEST_FILE, Place, Reply},
    },
    problem::{self, Problem},
    request::{Fields, IdempotencyKey, Sent, Visit},
    respond,
};
use app::{
    component::question::Filled,
    page::{follow::Said, form::printed},
    text,
};
use domain::{access_key::AccessKey, dossier::Move, dossier_code::DossierCode, form::RawAnswers, language::Language, record::HeldFile};
use serde::Serialize;
use worker::Response;

/// How much an answer with its papers may have.
const LONGEST_POST: u64 = 3 * LONGEST_FILE;
/// The longest message or reason, in characters.
const LONGEST_WORDS: usize = 2000;
/// The hidden field that makes a repeated press do nothing twice.
const REQUEST: &str = "Idempotency-Key";

/// Does what a button of the page says; without one, shows the page.
pub(super) async fn act(
    visit: &Visit,
    code: &DossierCode,
    followed: Followed,
    key: &AccessKey,
    fields: &Fields,
) -> Result<Response, Problem> {
    let wish = fields.get("_do").unwrap_or_default();
    match wish {
        "result" => return result(visit, &followed).await,
        "application" => return application(visit, followed),
        "calendar" => return calendar(visit, &followed, key).await,
        "again" => return again(visit, &followed),
        _ => {}
    }
    let Some(wish) = Move::from_name(wish) else { return show(visit, &followed, key, Shown::default()).await };
    let request = request_of(fields.get(REQUEST))?;
    let words: String = fields.get("text").unwrap_or_default().trim().chars().take(LONGEST_WORDS).collect();
    let said = |said| Shown { said: Some(said), ..Shown::default() };
    if words.is_empty() && wish.needs_reason() {
        return show(visit, &followed, key, said(Said::NoWords)).await;
    }
    let (env, catalogue) = (&visit.env, &visit.content.catalogue);
    let (outcome, done) = match wish {
        Move::AskWithdrawal => (following::withdraw(env, catalogue, code, key, &request, &words).await?, Said::WithdrawalAsked),
        Move::CancelWithdrawal => {
            (following::cancel_withdrawal(env, catalogue, code, key, &request, visit.now).await?, Said::WithdrawalCancelled)
        }
        Move::WriteToOffice => (following::write(env, catalogue, code, key, &request, &words).await?, Said::MessageSent),
        _ => return Err(Problem::of(&problem::NOT_FOUND)),
    };
    after(visit, code, key, outcome, done).await
}

/// The answer to a request for a supplement: fields and papers in one form.
pub(super) async fn supplement(mut visit: Visit, code: &DossierCode) -> Result<Response, Problem> {
    let sent = visit.sent(LONGEST_POST).await?;
    let typed = sent.fields.get("key").unwrap_or_default();
    let Ok((mut followed, key)) = look(&visit, code, typed.trim()).await? else { return Err(Problem::of(&problem::WRONG_KEY)) };
    let request = request_of(sent.fields.get(REQUEST))?;
    let answers = answers(&sent.fields);
    let asked = following::folded(&followed)?.open_request().map(|asked| asked.request.clone());
    if let Some(asked) = asked
        && let Some(papers) = upload(&visit, code, &key, &asked.papers, &sent).await?
    {
        // A dossier that was filed without papers has room for them only now.
        followed.papers = Some(papers);
    }
    let given = Supplement { answers: &answers, today: visit.day, now: visit.now };
    match following::supplement(&visit.env, &visit.content.catalogue, code, &key, &request, &given).await? {
        Outcome::Faulty(faults) => {
            let mut typed = followed.record.answers.clone();
            for (path, values) in answers.iter() {
                typed.remove(path);
                for value in values {
                    typed.add(path, value.as_str());
                }
            }
            show(&visit, &followed, &key, Shown { typed: Some(&typed), faults: &faults, ..Shown::default() }).await
        }
        outcome => after(&visit, code, &key, outcome, Said::Supplemented).await,
    }
}

/// Shows the dossier as it is now, with what came of it.
async fn after(visit: &Visit, code: &DossierCode, key: &AccessKey, outcome: Outcome, done: Said) -> Result<Response, Problem> {
    let said = match outcome {
        Outcome::Done(_) => done,
        Outcome::Refused(_) | Outcome::Changed => Said::TooLate,
        Outcome::KeyReused => return Err(Problem::of(&problem::KEY_REUSED)),
        Outcome::WrongKey => return Err(Problem::of(&problem::WRONG_KEY)),
        Outcome::NoSuchDossier => return Err(Problem::of(&problem::NOT_FOUND)),
        Outcome::Faulty(_) => Said::NoWords,
    };
    match following::follow(&visit.env, &visit.content.catalogue, code, key).await? {
        Seen::This(followed) => show(visit, &followed, key, Shown { said: Some(said), ..Shown::default() }).await,
        _ => Err(Problem::of(&problem::NOT_FOUND)),
    }
}

fn request_of(typed: Option<&str>) -> Result<IdempotencyKey, Problem> {
    typed.unwrap_or_default().parse().map_err(|()| Problem::of(&problem::IDEMPOTENCY_KEY))
}

/// The answers among the fields.
fn answers(fields: &Fields) -> RawAnswers {
    let own = |name: &str| name.starts_with('_') || name == "key" || name == super::super::TRAP;
    fields.0.iter().filter(|(name, _)| !own(name)).map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Takes the files that came for the papers that were asked for, all of them or none. A paper for which some came has these
/// and none of an earlier try; one for which none came keeps what it has. Returns the name of the object they lie in.
async fn upload(visit: &Visit, code: &DossierCode, key: &AccessKey, asked: &[String], sent: &Sent) -> Result<Option<String>, Problem> {
    let brought: Vec<&str> = asked.iter().map(String::as_str).filter(|paper| sent.files_of(paper).next().is_some()).collect();
    if brought.is_empty() {
        return Ok(None);
    }
    let Seen::This(place) = following::papers_of(&visit.env, &visit.content.catalogue, code, key).await? else {
        return Err(Problem::of(&problem::NOT_FOUND));
    };
    let earlier = drafts::pending(&visit.env, &place.papers).await?;
    let came = put_behind(visit, &place.papers, &brought, &earlier, sent).await;
    // Nothing of an earlier try goes before all of this one is here; where that fails, this one goes and the other stays.
    let stays = came.as_deref().unwrap_or(&earlier);
    let hashes = |paper: &str| stays.iter().filter(|file| file.paper == paper).map(|file| file.sha256.clone()).collect::<Vec<_>>();
    let only = brought.iter().map(|&paper| (paper.to_owned(), hashes(paper))).collect();
    // Where another request of the owner came between, what that one left is judged.
    drafts::narrow(&visit.env, &place.papers, only).await?;
    came.map(|_| Some(place.papers))
}

/// Puts files behind those that are there; returns them as they are held, or what is wrong with the first that is not taken.
async fn put_behind(visit: &Visit, papers: &str, brought: &[&str], earlier: &[HeldFile], sent: &Sent) -> Result<Vec<HeldFile>, Problem> {
    let mut came = Vec::new();
    for &paper in brought {
        let last = earlier.iter().filter(|file| file.paper == paper).map(|file| file.number).max().unwrap_or(0);
        for (file, number) in sent.files_of(paper).zip(last.saturating_add(1)..) {
            let place = Place { paper: paper.to_owned(), number, name: file.name.clone() };
            let wrong = match drafts::put(&visit.env, papers, &place, file.body.clone()).await? {
                Reply::Held(held) => {
                    came.push(held);
                    continue;
                }
                Reply::TooLarge => &problem::TOO_LARGE,
                Reply::UnknownKind => &problem::UNSUPPORTED_FILE,
                Reply::Broken => &problem::BODY_BROKEN,
                _ => &problem::NO_DRAFT,
            };
            return Err(Problem::of(wrong).detail(file.name.clone()));
        }
    }
    Ok(came)
}

/// What the owner filed, to print.
fn application(visit: &Visit, followed: Followed) -> Result<Response, Problem> {
    let catalogue = &visit.content.catalogue;
    let agency = following::agency_of(catalogue, &followed.record.code).ok_or(Problem::of(&problem::NOT_FOUND))?;
    crate::page::application::printed(visit, &Held::of(agency, followed.record, followed.papers, catalogue)?)
}

/// The dates ahead as a file; where there are none any more, the page says how things stand.
async fn calendar(visit: &Visit, followed: &Followed, key: &AccessKey) -> Result<Response, Problem> {
    match super::diary_of(visit, followed, key)? {
        Some(file) => Ok(respond::calendar(&file, &followed.record.code.to_string())?),
        None => show(visit, followed, key, Shown::default()).await,
    }
}

/// Another dossier like this one: its answers for the script, which keeps them as a draft; else the form with them.
fn again(visit: &Visit, followed: &Followed) -> Result<Response, Problem> {
    let (record, catalogue) = (&followed.record, &visit.content.catalogue);
    let (guide, form) = filing::form_on(catalogue, record.procedure.as_str(), visit.day).map_err(not_here)?;
    let from = format!("hồ sơ ngày {}", text::date(record.code.date, Language::Vietnamese));
    let raw = form.again(&record.answers);
    if !visit.header("accept").is_some_and(|accept| accept.contains("application/json")) {
        let filled = Filled { from: Some(&from), ..Filled::unjudged(&raw) };
        return Ok(respond::shown(printed(visit.press(), form, &filled))?);
    }
    let known = form.learn(&raw, &filing::judge(catalogue, (guide, form), &raw, None, visit.day).answers);
    Ok(respond::ok(&Again {
        procedure: form.procedure.as_str(),
        title: &form.title,
        version: form.version,
        from: &from,
        typed: raw.iter().flat_map(|(path, values)| values.iter().map(move |value| (path, value.as_str()))).collect(),
        facts: &known.facts,
    })?)
}

/// What a draft like a dossier begins with, and what is known of who filed it.
#[derive(Serialize)]
struct Again<'a> {
    procedure: &'a str,
    title: &'a str,
    version: u32,
    from: &'a str,
    typed: Vec<(&'a str, &'a str)>,
    facts: &'a [(String, String)],
}

/// The signed result, for the owner.
async fn result(visit: &Visit, followed: &Followed) -> Result<Response, Problem> {
    let missing = || Problem::of(&problem::NOT_FOUND);
    let dossier = following::folded(followed)?;
    let file = dossier.resolution.and_then(|made| made.file).ok_or_else(missing)?;
    let download = drafts::result(&visit.env, &followed.record.code.agency, &file).await?.ok_or_else(missing)?;
    Ok(respond::file(download, false)?)
}
