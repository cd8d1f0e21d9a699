//! The papers: a tick-list, and a viewer so that nobody downloads to read.

use super::super::{act::act, call, mark::icon, state::desk as shared};
use crate::text::desk as words;
use domain::{
    desk::{Deed, FileRow, Opened, PaperRow},
    dossier::Move,
    record::FileKind,
};
use leptos::prelude::*;

/// A file with the paper it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sheet {
    paper: String,
    title: String,
    address: String,
    kind: FileKind,
    size: u64,
}

pub(super) fn shown(opened: &Opened) -> impl IntoView + use<> {
    let sheets: Vec<Sheet> =
        opened.papers.iter().flat_map(|paper| paper.files.iter().map(move |file| sheet(opened, paper, file))).collect();
    let at = shared().sheet;
    let firsts: Vec<Option<usize>> = opened.papers.iter().map(|paper| sheets.iter().position(|sheet| sheet.paper == paper.id)).collect();
    let may_tick = opened.offers.iter().any(|offer| offer.what == Move::CheckPapers);
    let rows = opened.papers.iter().zip(firsts).map(|(paper, first)| row(opened, paper, first, at, may_tick)).collect_view();
    let viewer = if sheets.is_empty() {
        view! { <div class="desk-empty">{icon("papers")}<p><b>"Chưa có tệp nào."</b></p><p class="mute">"Giấy tờ người nộp gửi hoặc mang đến sẽ hiện ở đây."</p></div> }.into_any()
    } else {
        viewer(sheets, at).into_any()
    };
    view! {
        <h2 id="giay-to-ten">"Giấy tờ"</h2>
        <ul class="papers">{rows}</ul>
        {viewer}
    }
}

fn sheet(opened: &Opened, paper: &PaperRow, file: &FileRow) -> Sheet {
    let title = if paper.files.len() > 1 {
        format!("{}, tệp {} trong {}", paper.name, file.number, paper.files.len())
    } else {
        paper.name.clone()
    };
    Sheet {
        paper: paper.id.clone(),
        title,
        address: call::address(&format!("/dossiers/{}/files/{}/{}", opened.code, paper.id, file.number)),
        kind: file.kind,
        size: file.size,
    }
}

fn row(opened: &Opened, paper: &PaperRow, first: Option<usize>, at: RwSignal<usize>, may_tick: bool) -> impl IntoView + use<> {
    let (code, version, id) = (opened.code.clone(), opened.version, paper.id.clone());
    let ticks: Vec<String> = opened.papers.iter().filter(|paper| paper.checked).map(|paper| paper.id.clone()).collect();
    let tick = move |event| {
        let mut ticks: Vec<String> = ticks.iter().filter(|known| **known != id).cloned().collect();
        if event_target_checked(&event) {
            ticks.push(id.clone());
        }
        act(&code, version, Deed::CheckPapers { ticks }, None);
    };
    let state = match (paper.files.len(), paper.later) {
        (0, true) => "mang đến sau".to_owned(),
        (0, false) => "chưa có".to_owned(),
        (1, _) => "1 tệp".to_owned(),
        (count, _) => format!("{count} tệp"),
    };
    let name = match first {
        Some(first) => {
            view! { <button type="button" class="papers-open" on:click=move |_| at.set(first)>{paper.name.clone()}</button> }.into_any()
        }
        None => view! { <span>{paper.name.clone()}</span> }.into_any(),
    };
    let label = format!("Đã kiểm tra: {}", paper.name);
    view! {
        <li>
            <input type="checkbox" aria-label=label prop:checked=paper.checked disabled=!may_tick on:change=tick/>
            {name}
            <span class="mute">{state}</span>
        </li>
    }
}

fn viewer(sheets: Vec<Sheet>, at: RwSignal<usize>) -> impl IntoView {
    let count = sheets.len();
    let (turned, large) = (RwSignal::new(0_u8), RwSignal::new(0_u8));
    let sheet = Memo::new(move |_| sheets.get(at.get()).cloned());
    let to = move |next: usize| {
        at.set(next.min(count - 1));
        turned.set(0);
        large.set(0);
    };
    let at_end = move || at.get() + 1 == count;
    let picture = move || sheet.get().is_some_and(|sheet| matches!(sheet.kind, FileKind::Jpeg | FileKind::Png));
    let title = move || sheet.get().map(|sheet| sheet.title).unwrap_or_default();
    let size = move || sheet.get().map(|sheet| words::size(sheet.size));
    let shown = move || sheet.get().map(|sheet| paper(&sheet, turned, large));
    view! {
        <div class="viewer">
            <div class="viewer-tools" role="group" aria-label="Xem giấy tờ">
                <button type="button" class="desk-quiet viewer-previous" aria-label="Tệp trước" disabled=move || at.get() == 0 on:click=move |_| to(at.get_untracked().saturating_sub(1))>{icon("arrow-left")}</button>
                <span class="number">{move || format!("{}/{count}", at.get() + 1)}</span>
                <button type="button" class="desk-quiet viewer-next" aria-label="Tệp sau" disabled=at_end on:click=move |_| to(at.get_untracked() + 1)>{icon("arrow-right")}</button>
                <span class="viewer-title" aria-live="polite">{title}<span class="mute">" · "{size}</span></span>
                <Show when=picture>
                    <button type="button" class="desk-quiet" aria-label="Thu nhỏ" disabled=move || large.get() == 0 on:click=move |_| large.update(|large| *large = large.saturating_sub(1))>{icon("zoom-out")}</button>
                    <button type="button" class="desk-quiet" aria-label="Phóng to" disabled=move || large.get() == 3 on:click=move |_| large.update(|large| *large = (*large + 1).min(3))>{icon("zoom-in")}</button>
                    <button type="button" class="desk-quiet" aria-label="Xoay phải" on:click=move |_| turned.update(|turned| *turned = (*turned + 1) % 4)>{icon("rotate")}</button>
                </Show>
            </div>
            {shown}
        </div>
    }
}

fn paper(sheet: &Sheet, turned: RwSignal<u8>, large: RwSignal<u8>) -> impl IntoView + use<> {
    let (address, title) = (sheet.address.clone(), sheet.title.clone());
    match sheet.kind {
        // The answer itself is sandboxed (`Content-Security-Policy: sandbox`). With the attribute of that name Chromium shows no PDF at all.
        FileKind::Pdf => view! { <iframe class="viewer-pdf" src=address title=title></iframe> }.into_any(),
        FileKind::Jpeg | FileKind::Png => {
            let label = title.clone();
            let class = move || format!("viewer-picture turned-{} large-{}", turned.get(), large.get());
            view! { <div class="viewer-stage" tabindex="0" role="group" aria-label=label><img class=class src=address alt=title/></div> }.into_any()
        }
        FileKind::Heic => view! {
            <div class="desk-empty">{icon("papers")}<p><b>"Trình duyệt này không mở được ảnh HEIC."</b></p><p><a class="desk-small" href=address download="">{icon("download")}"Tải ảnh về để xem"</a></p></div>
        }
        .into_any(),
    }
}
