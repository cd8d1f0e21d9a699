//! Named examples of the line under a form.

use super::{FormStatus, form_status};
use crate::component::{Example, Press, example};
use domain::date::{Moment, Time};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let sent = Moment { date: press.as_of, time: Time::new(14, 5) };
    vec![
        example("kept on the device", form_status(press, FormStatus::OnDevice)),
        example("kept as a draft", form_status(press, FormStatus::OnServer)),
        example("waiting", form_status(press, FormStatus::Waiting)),
        example("sent", form_status(press, FormStatus::Sent(sent))),
    ]
}
