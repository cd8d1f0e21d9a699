//! Which handler a request gets: a table of routes, and the pages for everything else.

mod table;

use crate::{
    api, clock, content, desk, missed,
    page::{self, printed},
    problem::{self, Problem},
    request::{self, Manner, Visit},
};
#[cfg(all(test, feature = "openapi"))]
pub(crate) use table::routes;
use table::{Found, Place};
use worker::{Env, Request, Response, Result};

/// Answers a request.
pub(crate) async fn answer(request: Request, env: Env) -> Result<Response> {
    let url = request.url()?;
    let accept = request.headers().get("accept")?;
    let (method, path) = (request.method().to_string(), url.path().to_owned());
    let manner = request::manner(&path, accept.as_deref());
    let query = url.query().unwrap_or_default().to_owned();
    let content = match content::of(&env) {
        Ok(content) => content,
        Err(fault) => return Problem::from(fault).response(manner, None),
    };
    let (now, day) = (clock::now(), clock::day(&env));
    let (place, parameters) = match table::find(&method, &path) {
        Found::Place(place, parameters) => (place, parameters),
        Found::NotAllowed(allowed) => {
            let mut response = Problem::of(&problem::METHOD).response(manner, None)?;
            response.headers_mut().set("allow", &allowed)?;
            return Ok(response);
        }
        Found::Nothing if path.starts_with("/api/") => {
            return Problem::of(&problem::NOT_FOUND).response(Manner { html: false, ..manner }, None);
        }
        Found::Nothing => {
            let asked = printed::Asked { method, path, query };
            let answer = printed::answer(&asked, content, day);
            if let printed::Answer::Missed(_, words) = &answer {
                missed::count(&env, request::address_of(&request).as_str(), words).await;
            }
            return printed::response(answer, &asked);
        }
    };
    let visit = Visit { request, env, content, now, day, manner, parameters, query };
    // The handle, not what `Request.clone()` of a browser does.
    let (press, sent) = (visit.press(), Clone::clone(visit.request.inner()));
    match handle(place, visit).await {
        Ok(response) => Ok(response),
        Err(problem) => {
            request::forget_rest(sent).await;
            problem.response(manner, Some(press))
        }
    }
}

async fn handle(place: Place, visit: Visit) -> std::result::Result<Response, Problem> {
    match place {
        Place::Health => api::health::answer(&visit).await,
        Place::DeskSetup => desk::setup::answer(visit).await,
        Place::DeskSignIn => desk::sign_in::sign_in(visit).await,
        Place::DeskSignOut => desk::sign_in::sign_out(&visit).await,
        Place::DeskMe => desk::sign_in::who(&visit).await,
        Place::DeskPassword => desk::sign_in::change_password(visit).await,
        Place::DeskOfficers => desk::officers::list(&visit).await,
        Place::DeskCreateOfficer => desk::officers::create(visit).await,
        Place::DeskChangeOfficer => desk::officers::change(visit).await,
        Place::DeskLock => desk::officers::lock(&visit, true).await,
        Place::DeskUnlock => desk::officers::lock(&visit, false).await,
        Place::DeskResetPassword => desk::officers::reset(&visit).await,
        Place::DeskMissed => desk::missed::answer(&visit).await,
        Place::DeskAudit => desk::officers::record(&visit).await,
        Place::FormPage => page::form::show(visit).await,
        Place::PostForm => page::form::judge(visit).await,
        Place::PapersPage => page::papers::show(visit).await,
        Place::PostPapers => page::papers::change(visit).await,
        Place::PapersFile => page::papers::file(visit).await,
        Place::PutPart => page::papers::put_part(visit).await,
        Place::CheckPage => page::check::show(visit).await,
        Place::PostCheck => page::check::send(visit).await,
        Place::FollowPage => page::follow::start_page(&visit),
        Place::PostFollow => page::follow::look_up(visit).await,
        Place::FollowDossier => page::follow::of_code(visit).await,
        Place::PostDossier => page::follow::act(visit).await,
        Place::DeskList => desk::lists::list(&visit).await,
        Place::DeskOpen => desk::open::open(&visit).await,
        Place::DeskAct => desk::moves::act(visit).await,
        Place::DeskFile => desk::files::show(&visit).await,
        Place::DeskPutResult => desk::files::put_result(visit).await,
        Place::DeskResult => desk::files::show_result(&visit).await,
        Place::DeskSlip => desk::sheets::slip(&visit).await,
        Place::DeskApplication => desk::sheets::application(&visit).await,
        Place::Form => api::forms::show(&visit),
        Place::CreateDossier => api::dossiers::create(visit).await,
        Place::GlanceDossier => api::dossiers::glance(visit).await,
        Place::ViewDossier => api::view::show(visit).await,
        Place::Supplement => api::moves::supplement(visit).await,
        Place::Withdraw => api::moves::withdraw(visit).await,
        Place::CancelWithdrawal => api::moves::cancel_withdrawal(visit).await,
        Place::Message => api::moves::message(visit).await,
        Place::PutSupplement => api::files::put_supplement(visit).await,
        Place::GetFiled => api::files::get_filed(visit).await,
        Place::DeleteSupplement => api::files::delete_supplement(visit).await,
        Place::CreateDraft => api::drafts::create(visit).await,
        Place::ShowDraft => api::drafts::show(visit).await,
        Place::PutFile => api::files::put(visit).await,
        Place::GetFile => api::files::get(visit).await,
        Place::DeleteFile => api::files::delete(visit).await,
        Place::RateDossier => api::rating::rate(visit).await,
        Place::AnswerSurvey => api::surveys::answer(visit).await,
        Place::Search => api::search::answer(&visit),
        Place::Statistics => api::statistics::show(&visit).await,
        Place::RatingPage => page::rating::show(visit).await,
        Place::PostRating => page::rating::rate(visit).await,
        Place::PostSurvey => page::survey::answer(visit).await,
        Place::SurveyResults => page::survey::results(visit).await,
        Place::StatisticsPage => page::statistics::show(&visit).await,
        Place::StatisticsOf => page::statistics::of_procedure(&visit).await,
    }
}
