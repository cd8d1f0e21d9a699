//! Named examples of the photo desk.

use super::{PhotoPage, photo_desk, photo_page, photo_refused};
use crate::{
    component::{Example, Press, example},
    document::Print as _,
};
use leptos::prelude::*;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let good = PhotoPage::default();
    let cropping = photo_page(press, PhotoPage { cropping: true, ..good }).printed();
    let two = view! { {photo_page(press, good)}{photo_page(press, PhotoPage { blurred: true, dark: true, ..good })} }.printed();
    let refused = view! { {photo_page(press, good)}{photo_refused(press, "«IMG_0123.HEIC»", true)} }.printed();
    vec![
        example("two pages, the second blurred and dark", photo_desk(press, "Khai sinh cho con", two)),
        example("corners are moved", photo_desk(press, "Khai sinh cho con", cropping)),
        example("a picture that cannot be opened", photo_desk(press, "Khai sinh cho con", refused)),
        example("nothing left", photo_desk(press, "Bản sao giấy khai sinh, trích lục hộ tịch", ().into_any())),
    ]
}
