//! Following a dossier: by its code alone, with its key, and what its owner does there.

mod owner;

use super::{receipt, ticket};
use crate::{
    filing,
    following::{self, Seen, agency_of, folded},
    limits,
    object::agency::Followed,
    problem::{self, Problem},
    request::{Visit, decoded, pairs},
    respond, secret,
};
use app::{
    component::receipt::Receipt,
    page::{
        follow::{Lookup, LookupFault, Opened, Said, diary, glance as glance_page, opened, start},
        receipt::{Sent, printed as receipt_page},
    },
    route::Route,
};
use domain::{
    access_key::AccessKey,
    dossier_code::{DossierCode, TypedCode},
    form::{Answer, Fault, RawAnswers},
    language::Language,
    money::Dong,
    record::HeldFile,
};
use worker::Response;

/// `GET /tra-cuu/?ma=…`: the little form on the home page, which knows no key.
pub(crate) fn start_page(visit: &Visit) -> Result<Response, Problem> {
    let query = pairs(&visit.query);
    let typed = query.iter().find(|(name, _)| name == "ma" || name == "code").map(|(_, value)| value.trim()).unwrap_or_default();
    match read_code(typed) {
        Ok(code) => Ok(respond::see(&address(&code))?),
        Err(_) if typed.is_empty() => Ok(respond::shown(start(visit.press(), Lookup::default()))?),
        Err(fault) => Ok(respond::given_back(start(visit.press(), Lookup { code: typed, key: "", fault: Some(&fault) }))?),
    }
}

/// `POST /tra-cuu/`: code and, perhaps, key.
pub(crate) async fn look_up(mut visit: Visit) -> Result<Response, Problem> {
    let fields = visit.fields().await?;
    let (typed, key) = (fields.get("code").unwrap_or_default().trim(), fields.get("key").unwrap_or_default().trim());
    let again = |fault: LookupFault| -> Result<Response, Problem> {
        Ok(respond::given_back(start(visit.press(), Lookup { code: typed, key, fault: Some(&fault) }))?)
    };
    let code = match read_code(typed) {
        Ok(code) => code,
        Err(fault) => return again(fault),
    };
    if key.is_empty() {
        return Ok(respond::see(&address(&code))?);
    }
    match look(&visit, &code, key).await? {
        Ok((followed, key)) => show(&visit, &followed, &key, Shown::default()).await,
        Err(fault) => again(fault),
    }
}

/// `GET /tra-cuu/{code}`: the receipt for who just sent it, the state for everybody else.
pub(crate) async fn of_code(visit: Visit) -> Result<Response, Problem> {
    let typed = String::from_utf8(decoded(visit.parameter(0))).unwrap_or_default();
    let code = match read_code(&typed) {
        Ok(code) => code,
        Err(fault) => return Ok(respond::given_back(start(visit.press(), Lookup { code: &typed, key: "", fault: Some(&fault) }))?),
    };
    if let Some(held) = receipt::held(&visit, &code)
        && let Seen::This(followed) = following::follow(&visit.env, &visit.content.catalogue, &code, &held.key).await?
    {
        return receipt_of(&visit, &followed, &held);
    }
    glance(&visit, &code, Lookup { code: &typed, ..Lookup::default() }).await
}

/// `POST /tra-cuu/{code}`: the key, and what the owner wants to do.
pub(crate) async fn act(mut visit: Visit) -> Result<Response, Problem> {
    let typed = String::from_utf8(decoded(visit.parameter(0))).unwrap_or_default();
    let Ok(code) = read_code(&typed) else { return Err(Problem::of(&problem::NOT_FOUND)) };
    if visit.must_be("multipart/form-data").is_ok() {
        return owner::supplement(visit, &code).await;
    }
    let fields = visit.fields().await?;
    let key = fields.get("key").unwrap_or_default().trim();
    match look(&visit, &code, key).await? {
        Ok((followed, key)) => owner::act(&visit, &code, followed, &key, &fields).await,
        Err(fault) => glance(&visit, &code, Lookup { code: &typed, key, fault: Some(&fault) }).await,
    }
}

async fn glance(visit: &Visit, code: &DossierCode, typed: Lookup<'_>) -> Result<Response, Problem> {
    limits::look_up(visit, code).await?;
    let Some(found) = following::glance(&visit.env, &visit.content.catalogue, code).await? else {
        let fault = LookupFault::Unknown;
        return Ok(respond::given_back(start(visit.press(), Lookup { fault: Some(&fault), ..typed }))?);
    };
    let text = glance_page(visit.press(), code, found.status, typed);
    Ok(if typed.fault.is_some() { respond::given_back(text)? } else { respond::shown(text)? })
}

/// Looks for a dossier with its key; limits come before anything is hashed.
async fn look(visit: &Visit, code: &DossierCode, key: &str) -> Result<Result<(Followed, AccessKey), LookupFault>, Problem> {
    let key: AccessKey = match key.parse() {
        Ok(key) => key,
        Err(error) => return Ok(Err(LookupFault::Key(error))),
    };
    if limits::look_up(visit, code).await.is_err() {
        return Ok(Err(LookupFault::TooOften));
    }
    Ok(match following::follow(&visit.env, &visit.content.catalogue, code, &key).await? {
        Seen::This(followed) => Ok((followed, key)),
        Seen::WrongKey => Err(LookupFault::WrongKey),
        Seen::NoSuchDossier => Err(LookupFault::Unknown),
    })
}

fn read_code(typed: &str) -> Result<DossierCode, LookupFault> {
    match typed.parse::<TypedCode>() {
        Ok(TypedCode::Ours(code)) => Ok(code),
        Ok(TypedCode::Older(_)) => Err(LookupFault::Older),
        Err(error) => Err(LookupFault::Code(error)),
    }
}

fn address(code: &DossierCode) -> String {
    Route::FollowDossier(code.clone()).path(Language::Vietnamese)
}

/// What stands on the page besides the dossier.
#[derive(Default)]
struct Shown<'a> {
    said: Option<Said>,
    typed: Option<&'a RawAnswers>,
    faults: &'a [Fault],
    arrived: &'a [HeldFile],
}

async fn show(visit: &Visit, followed: &Followed, key: &AccessKey, shown: Shown<'_>) -> Result<Response, Problem> {
    let faulty = !shown.faults.is_empty();
    let arrived = following::arrived(&visit.env, followed).await?;
    let text = with_opened(visit, followed, key, Shown { arrived: &arrived, ..shown }, |of| opened(visit.press(), of))?;
    Ok(if faulty { respond::given_back(text)? } else { respond::shown(text)? })
}

/// The dates ahead; nothing where there are none.
fn diary_of(visit: &Visit, followed: &Followed, key: &AccessKey) -> Result<Option<String>, Problem> {
    with_opened(visit, followed, key, Shown::default(), |of| diary(visit.press(), of))
}

/// Gathers what a dossier is shown with.
fn with_opened<T>(
    visit: &Visit,
    followed: &Followed,
    key: &AccessKey,
    shown: Shown<'_>,
    print: impl FnOnce(Opened<'_>) -> T,
) -> Result<T, Problem> {
    let record = &followed.record;
    let dossier = folded(followed)?;
    let agency = agency_of(&visit.content.catalogue, &record.code).ok_or(Problem::of(&problem::NOT_FOUND))?;
    let next = secret::base32(&secret::random::<20>()?);
    Ok(print(Opened {
        record,
        dossier: &dossier,
        agency,
        now: visit.now,
        key,
        idempotency_key: &next,
        fee: fee(visit, followed),
        typed: shown.typed,
        faults: shown.faults,
        arrived: shown.arrived,
        said: shown.said,
        rating: Some(&followed.rating),
    }))
}

/// The whole fee by the answers; nothing where the form has none any more.
fn fee(visit: &Visit, followed: &Followed) -> Option<Dong> {
    let catalogue = &visit.content.catalogue;
    let record = &followed.record;
    let guide = catalogue.procedure(record.procedure.as_str())?;
    let form = catalogue.form(record.procedure.as_str()).filter(|form| form.version == record.form_version && !form.fees.is_empty())?;
    let verdict = filing::judge(catalogue, (guide, form), &record.answers, None, record.filed_on());
    Some(form.fee(&verdict.answers, record.filed_on()).total())
}

fn receipt_of(visit: &Visit, followed: &Followed, held: &receipt::Receipt) -> Result<Response, Problem> {
    let catalogue = &visit.content.catalogue;
    let record = &followed.record;
    let found = catalogue.procedure(record.procedure.as_str()).zip(agency_of(catalogue, &record.code));
    let (procedure, agency) = found.ok_or(Problem::of(&problem::NOT_FOUND))?;
    let form = catalogue.form(record.procedure.as_str());
    let verdict = form.map(|form| {
        filing::judge(catalogue, (procedure, form), &record.answers, Some(&crate::drafts::counted(&record.files)), record.filed_on())
    });
    let later = verdict.iter().flat_map(|verdict| verdict.answers.iter()).filter(|(_, answer)| **answer == Answer::Later);
    let names: Vec<String> = later.filter_map(|(id, _)| form?.paper_name(id, &record.answers)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let dossier = folded(followed)?;
    // Another draft may have been begun since this one was sent; that one goes on.
    let is_sent = ticket::is_sent(visit, &procedure.slug);
    let device = ticket::device(visit, &procedure.slug).filter(|_| is_sent);
    let receipt = Receipt {
        code: &record.code,
        key: &held.key,
        title: &procedure.title.vi,
        procedure: procedure.slug.as_str(),
        draft: device.as_deref(),
        sent_at: dossier.submitted_at,
    };
    let sent = Sent { receipt, procedure, agency, fee: fee(visit, followed), later: &names, rating: Some(&held.rating) };
    let mut shown = respond::shown(receipt_page(visit.press(), sent))?;
    if is_sent {
        shown = ticket::drop(shown, &procedure.slug)?;
    }
    Ok(ticket::drop_sending(shown, &procedure.slug)?)
}
