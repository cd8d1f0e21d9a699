//! `cargo xtask backup --prove`: a backup under load, restored into an empty folder and served, holds everything acknowledged before it.

use crate::{
    backup,
    bench::{
        applicant::Form,
        crash::{Known, under_load},
        trial::Trial,
        witness,
    },
    sink::Manner,
    step::step,
    tool::root,
};
use anyhow::{Context, Result, bail, ensure};
use std::{fs, thread, time::Duration};

/// Files before and during a backup, then looks for everything of before in what was restored.
pub(crate) fn run() -> Result<()> {
    let folder = root().join("target/backup-prove");
    let mut trial = Trial::start("backup-prove", Manner::Silent)?;
    let (copy, restored) = (folder.join("copy"), folder.join("restored"));
    for old in [&copy, &restored] {
        if old.exists() {
            fs::remove_dir_all(old)?;
        }
    }
    let form = Form::read(trial.port, trial.agencies()?)?;
    let (known, mut before) = (Known::default(), Vec::new());
    step("A backup while people file", || {
        under_load(trial.port, &form, &known, None, || {
            thread::sleep(Duration::from_secs(3));
            before.clone_from(&*known.filed.lock().ok().context("a person panicked")?);
            backup::take(&trial.data, &copy)?.print();
            thread::sleep(Duration::from_secs(1));
            Ok(())
        })
    })?;
    let filed = known.filed.lock().ok().context("a person panicked")?.len();
    ensure!(!before.is_empty(), "nothing was filed before the backup began");
    trial.kill();
    step("Restoring into an empty folder", || backup::restore::put(&copy, &restored))?;
    trial.serve(restored)?;
    let (lost, differing, uploads) =
        step("Asking for everything acknowledged before the backup", || Ok(witness::restored(trial.port, &form, &before)))?;
    println!("\n  acknowledged before the backup began {:>8}", before.len());
    println!("    with an uploaded picture           {uploads:>8}");
    println!("  acknowledged in all                  {filed:>8}");
    println!("  lost after the restore               {lost:>8}");
    println!("  pictures that differ                 {differing:>8}");
    if lost + differing > 0 {
        bail!("the restored store is not as people were told");
    }
    Ok(())
}
