//! The papers of a draft, one small form each.

mod part;

pub(crate) use part::put_part;

use super::{the_form, ticket};
use crate::{
    drafts::{self, Ticket},
    limits,
    object::papers::{Draft, LONGEST_FILE, MOST_FILES, Place, Reply, Wanted},
    problem::{self, Problem},
    request::{SentFile, Visit, pairs},
    respond,
};
use app::{
    component::{file_box::HeldFile, search_box::encode},
    page::papers::{AskedPaper, printed},
    route::Route,
};
use domain::{
    date::Date,
    form::{Form, LATER, PaperDue, Relevance},
    language::Language,
    record::FileKind,
};
use worker::Response;

/// How much may come at once: two pictures of the largest size and the words around them.
/// The runtime reads such a form whole before we see it.
const LONGEST_POST: u64 = 2 * LONGEST_FILE + 256 * 1024;

/// Tells in the address of the page that files went with the row they were of.
pub(super) const DROPPED: &str = "bo";

/// `GET …/giay-to/`.
pub(crate) async fn show(visit: Visit) -> Result<Response, Problem> {
    let (_, form) = the_form(&visit)?;
    match ticket::held(&visit, form).await? {
        // Whoever is busy with papers has the draft for as long again.
        Some((ticket, draft)) if draft.filed.is_none() => {
            let device = ticket::device(&visit, &form.procedure);
            Ok(ticket::keep(page(&visit, form, &draft, None)?, form, &ticket, device.as_deref())?)
        }
        Some(_) => Ok(respond::see(&Route::Check(form.procedure.clone()).path(Language::Vietnamese))?),
        None => Ok(super::to_form(form)?),
    }
}

/// `GET …/giay-to/{paper}/{n}`: a file of the draft, for the one who sent it; by its hash, how far it has come.
pub(crate) async fn file(visit: Visit) -> Result<Response, Problem> {
    if part::names_upload(visit.parameter(2)) {
        return part::arrived(&visit).await;
    }
    let (_, form) = the_form(&visit)?;
    let missing = || Problem::of(&problem::NOT_FOUND);
    let (ticket, _) = ticket::held(&visit, form).await?.ok_or_else(missing)?;
    let number = visit.parameter(2).parse().map_err(|_| missing())?;
    let wanted = Wanted::Pending(visit.parameter(1).to_owned(), number);
    let download = drafts::get(&visit.env, ticket.id(), &wanted).await?.ok_or_else(missing)?;
    // Only pictures are shown in place: the page itself shows them small.
    let picture = matches!(download.kind, FileKind::Jpeg | FileKind::Png);
    Ok(respond::file(download, picture)?)
}

/// `POST …/giay-to/`: a file more, a file less, or «I shall bring it».
pub(crate) async fn change(mut visit: Visit) -> Result<Response, Problem> {
    let (_, form) = the_form(&visit)?;
    let Some((ticket, mut draft)) = ticket::held(&visit, form).await?.filter(|(_, draft)| draft.filed.is_none()) else {
        return Ok(super::to_form(form)?);
    };
    if visit.must_be("multipart/form-data").is_ok() {
        return attach(&mut visit, form, &ticket, &draft).await;
    }
    let fields = visit.fields().await?;
    let wish = fields.get("_do").and_then(|wish| wish.split_once(':'));
    let paper = match wish {
        Some(("drop", file)) => {
            let (paper, number) = file.rsplit_once('.').ok_or(Problem::of(&problem::NOT_FOUND))?;
            let number = number.parse().map_err(|_| Problem::of(&problem::NOT_FOUND))?;
            drafts::remove(&visit.env, ticket.id(), paper, number).await?;
            paper
        }
        Some((said @ (LATER | "now"), paper)) => {
            if due(form, &draft, visit.day, paper).is_none_or(|due| !due.paper.later) {
                return Err(Problem::of(&problem::NOT_FOUND));
            }
            draft.answers.remove(paper);
            if said == LATER {
                draft.answers.set(paper, LATER);
            }
            drafts::rewrite(&visit.env, &ticket, form, &draft.answers, Vec::new()).await?;
            paper
        }
        _ => return page(&visit, form, &draft, None),
    };
    Ok(respond::see(&format!("{}#{paper}-name", Route::Papers(form.procedure.clone()).path(Language::Vietnamese)))?)
}

async fn attach(visit: &mut Visit, form: &Form, ticket: &Ticket, draft: &Draft) -> Result<Response, Problem> {
    limits::upload(visit).await?;
    let sent = visit.sent(LONGEST_POST).await?;
    let wish = sent.fields.get("_do").and_then(|wish| wish.strip_prefix("attach:"));
    let paper = wish.and_then(|paper| due(form, draft, visit.day, paper)).ok_or(Problem::of(&problem::NOT_FOUND))?.id;
    let wrong = if sent.files.is_empty() {
        Some("Chọn ảnh hoặc tệp trước, rồi bấm gửi.".to_owned())
    } else {
        store(visit, ticket, draft, &paper, &sent.files).await?
    };
    if let Some(wrong) = wrong {
        let fresh = drafts::look(&visit.env, ticket).await?.ok_or(Problem::of(&problem::NO_DRAFT))?;
        return page(visit, form, &fresh, Some((&paper, wrong)));
    }
    Ok(respond::see(&format!("{}#{paper}-name", Route::Papers(form.procedure.clone()).path(Language::Vietnamese)))?)
}

/// Hands the files on, one after the other; says what is wrong with the first that is not taken.
async fn store(visit: &Visit, ticket: &Ticket, draft: &Draft, paper: &str, files: &[SentFile]) -> Result<Option<String>, Problem> {
    let held = draft.files.iter().filter(|file| file.paper == paper).map(|file| file.number);
    let mut number = held.max().unwrap_or(0);
    for file in files {
        number += 1;
        if number > MOST_FILES {
            return Ok(Some(format!("Giấy này đã có {MOST_FILES} tệp. Bỏ bớt, hoặc ghép các ảnh vào một tệp PDF.")));
        }
        let name = &file.name;
        let place = Place { paper: paper.to_owned(), number, name: name.clone() };
        let wrong = match drafts::put(&visit.env, ticket.id(), &place, file.body.clone()).await? {
            Reply::Held(_) => continue,
            Reply::TooLarge => format!("«{name}» lớn quá 10 MB, hoặc cả hồ sơ quá 100 MB. Chụp lại nhỏ hơn, hoặc chia thành nhiều tệp."),
            Reply::UnknownKind => format!("«{name}» không phải PDF, JPEG, PNG hay HEIC. Chụp ảnh giấy rồi gửi ảnh."),
            Reply::Broken => "Đường truyền đứt giữa chừng. Bạn gửi lại tệp này.".to_owned(),
            _ => return Err(Problem::of(&problem::NO_DRAFT)),
        };
        return Ok(Some(wrong));
    }
    Ok(None)
}

fn page(visit: &Visit, form: &Form, draft: &Draft, wrong: Option<(&str, String)>) -> Result<Response, Problem> {
    let mut asked = asked(form, draft, visit.day);
    let found = wrong.is_some();
    if let Some((paper, words)) = wrong {
        for of in asked.iter_mut().filter(|of| of.due.id == paper) {
            of.error = Some(words.clone());
        }
    }
    let dropped = pairs(&visit.query).iter().any(|(name, _)| name == DROPPED);
    let text = printed(visit.press(), form, &asked, dropped);
    Ok(if found { respond::given_back(text)? } else { respond::shown(text)? })
}

/// The papers that the answers ask for, with the files held.
pub(super) fn asked<'f>(form: &'f Form, draft: &Draft, today: Date) -> Vec<AskedPaper<'f>> {
    let relevance = Relevance::of(form, &draft.answers, today);
    let base = Route::Papers(form.procedure.clone()).path(Language::Vietnamese);
    let held = |id: &str| -> Vec<HeldFile> {
        let files = draft.files.iter().filter(|file| file.paper == id);
        let shown = files.map(|file| HeldFile {
            number: file.number,
            name: file.name.clone(),
            size: file.size,
            href: format!("{base}{}/{}", encode(&file.paper), file.number),
            picture: matches!(file.kind, FileKind::Jpeg | FileKind::Png),
        });
        shown.collect()
    };
    let papers = relevance.papers(&draft.answers).into_iter();
    papers.map(|due| AskedPaper { files: held(&due.id), later: draft.answers.one(&due.id) == LATER, due, error: None }).collect()
}

/// Finds a paper the answers ask for: a page that was opened before they changed may name another row.
fn due<'f>(form: &'f Form, draft: &Draft, today: Date, id: &str) -> Option<PaperDue<'f>> {
    Relevance::of(form, &draft.answers, today).papers(&draft.answers).into_iter().find(|due| due.id == id)
}
