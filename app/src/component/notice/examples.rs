//! Named examples of notices.

use super::notice;
use crate::component::{Example, Press, example};
use domain::{
    date::{Moment, Time},
    language::{Language, Localized},
    notice::{Notice, NoticeKind},
};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let Ok(id) = "bao-tri".parse() else { return Vec::new() };
    let at = Moment { date: press.as_of, time: Time::new(22, 0) };
    let text = Localized {
        vi: "Cổng tạm dừng để bảo trì từ 22:00 thứ Bảy 05/12/2026 đến 02:00 Chủ nhật 06/12/2026.".to_owned(),
        en: "The portal stops for maintenance from 22:00 on Saturday 5 December 2026 to 02:00 on Sunday.".to_owned(),
    };
    let stop = Notice { id, kind: NoticeKind::PlannedStop, announced_on: press.as_of, from: at, until: at, text };
    let information = Notice { kind: NoticeKind::Information, ..stop.clone() };
    vec![
        example("planned stop", notice(press, &stop)),
        example("information", notice(press, &information)),
        example("English", notice(press.in_language(Language::English), &stop)),
    ]
}
