//! Named examples of the receipt.

use super::{Receipt, receipt};
use crate::component::{Example, Press, example};
use domain::{
    access_key::AccessKey,
    date::{Moment, Time},
    dossier_code::DossierCode,
    timestamp::Timestamp,
};

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let Some(agency) = press.catalogue.agencies.first() else { return Vec::new() };
    let code = DossierCode { agency: agency.code.clone(), date: press.as_of, number: 7 };
    let key = AccessKey::from_bytes(&[0x5a; 16]);
    let sent_at = Timestamp::from_moment(Moment { date: press.as_of, time: Time::new(14, 5) });
    let of = |title| Receipt { code: &code, key: &key, title, procedure: "khai-sinh", draft: None, sent_at };
    let long = "Đăng ký lại khai sinh cho người đã có hồ sơ, giấy tờ cá nhân ở nơi thường trú cũ";
    vec![example("sent", receipt(press, of("Đăng ký khai sinh"))), example("long text", receipt(press, of(long)))]
}
