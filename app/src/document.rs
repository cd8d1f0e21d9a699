//! The whole document around a page's view: head, header, main, footer.

use crate::{
    component::{
        Press,
        footer::footer,
        header::header,
        notice::{notices, release_note},
    },
    route::Route,
};
use domain::language::Language;
use hydration_context::SsrSharedContext;
use leptos::{
    prelude::*,
    tachys::{html::InertElement, view::RenderHtml},
};
use std::sync::Arc;

/// What stands around a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// Header, notices and footer of the portal.
    Site,
    /// Nothing: the desk fills the screen.
    Desk,
}

/// A page before it is put into its document.
#[derive(Debug)]
pub struct Page {
    /// Which page it is.
    pub route: Route,
    /// What was asked of it, with the question mark; the other language is asked the same.
    pub query: String,
    /// Its title, unique among all pages.
    pub title: String,
    /// What search engines show of it.
    pub description: String,
    /// Everything between header and footer.
    pub main: AnyView,
    /// Structured data (schema.org, JSON-LD), where it has some.
    pub structured: Option<String>,
    /// Whether the guide's bundle helps on it.
    pub with_guide_bundle: bool,
    /// Further style sheets.
    pub styles: Vec<String>,
    /// Whether the bundle of forms helps on it.
    pub with_forms_bundle: bool,
    /// A script of its own, besides the bundles; empty in a build without them.
    pub script: Option<String>,
    /// What stands around it.
    pub frame: Frame,
    /// Attributes of the body that the bundle reads.
    pub days_off: Option<String>,
    /// Whether search engines should leave it alone.
    pub hidden_from_search: bool,
}

impl Page {
    /// Makes a page with nothing special about it.
    pub fn new(route: Route, title: String, description: String, main: impl IntoView + 'static) -> Self {
        let main = main.printed();
        Self {
            route,
            query: String::new(),
            title,
            description,
            main,
            structured: None,
            with_guide_bundle: false,
            styles: Vec::new(),
            with_forms_bundle: false,
            script: None,
            frame: Frame::Site,
            days_off: None,
            hidden_from_search: false,
        }
    }
}

/// A part of a page, printed at once.
///
/// Every page here is text, printed once and never hydrated, so a part that only has to be carried about can be text already.
/// `into_any` would carry along all that a living page may do with it: five sixths of the Worker's views, before this.
pub trait Print {
    /// Prints the part; what comes out is put into the page as it is.
    fn printed(self) -> AnyView;
}

impl<V: IntoView + 'static> Print for V {
    fn printed(self) -> AnyView {
        InertElement::new(self.into_view().to_html()).into_any()
    }
}

/// Prints a view; every view of the portal is printed by this.
pub fn print<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let text = owner.with(|| view().into_view().to_html());
    owner.unset_with_forced_cleanup();
    // Marks for hydration; no page has an island that would look for them.
    text.replace("<!>", "").replace("<!---->", "")
}

/// Prints the whole document of a page.
pub fn document(press: Press<'_>, page: impl FnOnce() -> Page) -> String {
    let mut text = String::from("<!doctype html>");
    text.push_str(&print(|| whole(press, page())));
    text.push('\n');
    text
}

/// Prints a sheet of paper: nothing around it, a style of its own, for the office's eyes only.
pub fn sheet<V: IntoView + 'static>(press: Press<'_>, title: &str, main: impl FnOnce() -> V) -> String {
    let (style, title) = (press.assets.slip_style.clone(), title.to_owned());
    let mut text = String::from("<!doctype html>");
    text.push_str(&print(|| {
        view! {
            <html lang="vi">
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title>{title}</title>
                    <meta name="robots" content="noindex"/>
                    <link rel="stylesheet" href=style/>
                </head>
                <body><main class="sheet">{main()}</main></body>
            </html>
        }
    }));
    text.push('\n');
    text
}

/// A line of the Open Graph protocol, which other sites show when somebody shares the page.
fn open_graph(property: &'static str, content: String) -> impl IntoView {
    leptos::html::meta().attr("property", property).content(content)
}

fn whole(press: Press<'_>, page: Page) -> impl IntoView + use<> {
    let language = press.language;
    let site = &press.catalogue.site;
    let other = language.pick(Language::English, Language::Vietnamese);
    let canonical = format!("{}{}", site.base_url, page.route.path(language));
    let listed = !page.hidden_from_search && page.route != Route::NotFound;
    let twin = (page.route != Route::Gallery && page.route.exists_in(other)).then(|| format!("{}{}", page.route.path(other), page.query));
    let title =
        if page.route == Route::Home { page.title.clone() } else { format!("{} – {}", page.title, site.portal.in_language(language)) };
    let alternates = listed.then(|| {
        let alternate = |of: Language| {
            let href = format!("{}{}", site.base_url, page.route.path(of));
            view! { <link rel="alternate" hreflang=of.tag() href=href/> }
        };
        let both = twin.is_some().then(|| Language::ALL.map(alternate).collect_view());
        view! { <link rel="canonical" href=canonical.clone()/>{both} }
    });
    let robots = (!listed).then(|| view! { <meta name="robots" content="noindex"/> });
    let assets = press.assets;
    let desk = page.frame == Frame::Desk;
    let loaders =
        [(page.with_guide_bundle, &assets.guide), (page.with_forms_bundle, &assets.forms), (desk, &assets.desk), (!desk, &assets.finder)];
    let loaders = loaders.into_iter().filter(|(wanted, _)| *wanted).map(|(_, bundle)| bundle.loader.clone());
    let loaders: Vec<String> = loaders.chain(page.script).filter(|address| !address.is_empty()).collect();
    let bundle = (!loaders.is_empty()).then(|| {
        let scripts = loaders.into_iter().map(|loader| view! { <script type="module" src=loader></script> }).collect_view();
        view! { <meta name="build" content=press.assets.build.clone()/>{scripts} }
    });
    let styles =
        page.styles.into_iter().filter(|style| !style.is_empty()).map(|style| view! { <link rel="stylesheet" href=style/> }).collect_view();
    let body = match page.frame {
        Frame::Site => {
            let main = view! { <main id="noi-dung" class="wide" tabindex="-1">{page.main}</main> };
            let release = (!assets.finder.loader.is_empty()).then(|| release_note(press, press.href(&page.route)));
            view! { {header(press, &page.route, twin)}{notices(press)}{release}{main}{footer(press)} }.into_any()
        }
        Frame::Desk => page.main,
    };
    let live = (!press.assets.live.is_empty()).then(|| view! { <script type="module" src=press.assets.live.clone()></script> });
    let structured = page.structured.map(|data| view! { <script type="application/ld+json" inner_html=data></script> });
    let image = format!("{}/og.png", site.base_url);
    view! {
        <html lang=language.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                <meta name="description" content=page.description.clone()/>
                {robots}
                <link rel="stylesheet" href=press.assets.style.clone()/>
                {styles}
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/apple-touch-icon.png"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                <meta name="theme-color" content="#FBF8F3" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#131716" media="(prefers-color-scheme: dark)"/>
                {alternates}
                {open_graph("og:type", "website".to_owned())}
                {open_graph("og:title", page.title)}
                {open_graph("og:description", page.description)}
                {open_graph("og:url", canonical)}
                {open_graph("og:image", image)}
                {open_graph("og:site_name", site.portal.in_language(language).to_owned())}
                {open_graph("og:locale", language.pick("vi_VN", "en_GB").to_owned())}
                {bundle}
                {live}
                {structured}
            </head>
            <body data-days-off=page.days_off>
                {body}
            </body>
        </html>
    }
}
