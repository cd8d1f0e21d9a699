//! `content import`: reads the nation's files, shows what would change in a content folder, and changes it when told to.

use content::{
    compile,
    import::{Covered, FOLDER, Imported, Raw, Wanted, plan::Plan, read},
    source::Sources,
};
use domain::{date::Date, language::Language};
use std::{
    collections::BTreeMap,
    env::Args,
    fs, io,
    iter::Skip,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What is imported, from where, whither.
struct Order {
    from: PathBuf,
    list: Option<PathBuf>,
    content: PathBuf,
    taken_on: Date,
    apply: bool,
    everything: bool,
    many_may_go: bool,
    language: Language,
}

const USAGE: &str =
    "content import --from DIR --taken-on 2026-07-18 [--list FILE] [--content DIR] [--apply] [--many-may-go] [--everything] [--lang vi|en]";

fn order(mut arguments: Skip<Args>) -> Option<Order> {
    let (mut from, mut list, mut taken_on) = (None, None, None);
    let mut content = PathBuf::from("content");
    let (mut apply, mut everything, mut many_may_go) = (false, false, false);
    let mut language = Language::Vietnamese;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--apply" => apply = true,
            "--everything" => everything = true,
            "--many-may-go" => many_may_go = true,
            "--from" => from = Some(arguments.next()?.into()),
            "--list" => list = Some(arguments.next()?.into()),
            "--content" => content = arguments.next()?.into(),
            "--taken-on" => taken_on = Some(arguments.next()?.parse().ok()?),
            "--lang" => language = if arguments.next()? == "en" { Language::English } else { Language::Vietnamese },
            _ => return None,
        }
    }
    Some(Order { from: from?, list, content, taken_on: taken_on?, apply, everything, many_may_go, language })
}

/// Runs the command.
pub(crate) fn run(arguments: Skip<Args>, as_of: Date) -> ExitCode {
    let Some(order) = order(arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match imported(&order, as_of) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn imported(order: &Order, as_of: Date) -> Result<ExitCode, String> {
    let language = order.language;
    let said = |path: &Path, error: io::Error| format!("{}: {error}", path.display());
    let sources = Sources::read(&order.content).map_err(|error| said(&order.content, error))?;
    let Some(catalogue) = compile(&sources, as_of).catalogue else {
        return Err(language
            .pick(
                "Nội dung đang có lỗi, nên không biết thủ tục nào đã có hướng dẫn. Chạy `cargo xtask check`, sửa lỗi rồi nhập lại.",
                "The content has errors, so nobody can tell which procedures have guides. Run `cargo xtask check`, mend them, then import.",
            )
            .to_owned());
    };
    let raw = raw(order).map_err(|(path, error)| said(&path, error))?;
    if raw.list.is_none() && raw.records.is_empty() && raw.texts.is_empty() {
        return Err(format!("{}: national-catalogue.json, national-records/, national-procedures/?", order.from.display()));
    }
    let wanted =
        Wanted { taken_on: order.taken_on, own_publisher: format!("UBND {}", catalogue.site.name.vi), everything: order.everything };
    let imported = read(&raw, &wanted, &Covered::by(&catalogue));
    print!("{}", imported.report.shown(language));
    let plan = Plan::new(&imported, &sources);
    println!("\n{}/{FOLDER}", order.content.display());
    print!("{}", plan.shown(language));
    finished(order, &imported, &plan)
}

/// Applies the plan when told to, unless it would empty the folder.
fn finished(order: &Order, imported: &Imported, plan: &Plan) -> Result<ExitCode, String> {
    let language = order.language;
    if imported.files.is_empty() {
        return Err(language
            .pick("Không có thủ tục nào để đăng; thư mục giữ nguyên.", "There is nothing to publish; the folder stays as it is.")
            .to_owned());
    }
    if plan.is_empty() {
        println!("\n{}", language.pick("Không có gì thay đổi.", "Nothing changes."));
        return Ok(ExitCode::SUCCESS);
    }
    if plan.empties_the_folder() && !order.many_may_go {
        return Err(language
            .pick(
                "\nHơn một phần mười số tệp sẽ bị xóa; có thể danh mục đầu vào bị thiếu. Nếu đúng là vậy, thêm `--many-may-go`.",
                "\nMore than a tenth of the files would be removed; the input may be cut short. If it is right, add `--many-may-go`.",
            )
            .to_owned());
    }
    if !order.apply {
        println!("\n{}", language.pick("Chưa ghi gì. Thêm `--apply` để ghi.", "Nothing was written. Add `--apply` to write."));
        return Ok(ExitCode::SUCCESS);
    }
    let folder = order.content.join(FOLDER);
    apply(plan, &folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    println!("\n{}", language.pick("Đã ghi.", "Written."));
    Ok(ExitCode::SUCCESS)
}

fn apply(plan: &Plan, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let changed = plan.changed.iter().map(|(name, (text, _))| (name, text));
    for (name, text) in plan.new.iter().chain(changed) {
        fs::write(folder.join(name), text)?;
    }
    plan.gone.iter().try_for_each(|name| fs::remove_file(folder.join(name)))
}

/// Reads the nation's files as they lie in the folder.
fn raw(order: &Order) -> Result<Raw, (PathBuf, io::Error)> {
    let list = order.list.clone().unwrap_or_else(|| order.from.join("national-catalogue.json"));
    let text = |path: &Path| fs::read_to_string(path).map_err(|error| (path.to_owned(), error));
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = |folder: &str| -> Result<BTreeMap<String, String>, (PathBuf, io::Error)> {
        let path = order.from.join(folder);
        if order.list.is_some() || !path.exists() {
            return Ok(BTreeMap::new());
        }
        let entries = fs::read_dir(&path).map_err(|error| (path.clone(), error))?;
        let paths =
            entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "json"));
        paths.map(|path| Ok((name(&path), text(&path)?))).collect()
    };
    let wanted = order.list.is_some() || list.exists();
    let list = if wanted { Some((name(&list), text(&list)?)) } else { None };
    Ok(Raw { list, records: folder("national-records")?, texts: folder("national-procedures")? })
}
