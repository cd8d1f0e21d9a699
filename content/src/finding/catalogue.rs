//! The catalogue as records: guides and life events.

use super::{national::is_everyday, prior};
use domain::{
    agency::AgencyGroup,
    catalogue::Catalogue,
    life_event::LifeEvent,
    national::{Extent, NationalRecord},
    procedure::{AgencyDuty, Audience, Level, Office, OnlineLevel, Procedure},
};
use search::{Audiences, Levels, Record, Traits};

/// Returns everything of a catalogue that can be found.
pub fn records(catalogue: &Catalogue) -> Vec<Record> {
    let guides = catalogue.procedures.iter().map(|procedure| of_procedure(procedure, catalogue));
    let national = catalogue.national.records.iter().map(|record| of_national(record, catalogue));
    guides.chain(catalogue.life_events.iter().map(of_life_event)).chain(national).collect()
}

fn of_procedure(procedure: &Procedure, catalogue: &Catalogue) -> Record {
    let levels = procedure.levels.iter().fold(Levels::NONE, |all, level| all.and(of_level(*level)));
    let audiences = procedure.audience.iter().fold(Audiences::NONE, |all, audience| all.and(of_audience(*audience)));
    let online = if matches!(procedure.online, OnlineLevel::None(_)) { Traits::NONE } else { Traits::ONLINE };
    let traits = Traits::GUIDE.and(online);
    let mut names = procedure.everyday_names.clone();
    for further in &procedure.also {
        names.push(further.code.as_str().to_owned());
        names.push(further.official_name.clone());
    }
    Record {
        code: procedure.code.as_str().to_owned(),
        slug: procedure.slug.as_str().to_owned(),
        title: procedure.title.vi.clone(),
        official: if procedure.official_name == procedure.title.vi { String::new() } else { procedure.official_name.clone() },
        english: procedure.title.en.clone(),
        names,
        summary: procedure.answer.vi.clone(),
        field: catalogue.field(&procedure.field).map(|field| field.name.vi.clone()).unwrap_or_default(),
        agency: agency(procedure, catalogue),
        levels,
        audiences,
        traits,
        prior: prior(levels, audiences, traits, true, false),
    }
}

/// A record of the nation: its words are its names, and further codes find it too.
fn of_national(record: &NationalRecord, catalogue: &Catalogue) -> Record {
    let levels = record.levels.iter().fold(Levels::NONE, |all, level| all.and(of_level(*level)));
    let audiences = record.audience.iter().fold(Audiences::NONE, |all, audience| all.and(of_audience(*audience)));
    let online = if matches!(record.online, Some(Extent::Full | Extent::Partial)) { Traits::ONLINE } else { Traits::NONE };
    let own = catalogue.field(&record.field).map(|field| field.name.vi.clone());
    let field = own.or_else(|| catalogue.national.field(&record.field).map(|field| field.name.clone())).unwrap_or_default();
    Record {
        code: record.code.as_str().to_owned(),
        slug: record.slug.as_str().to_owned(),
        title: record.title.clone(),
        official: if record.official_name == record.title { String::new() } else { record.official_name.clone() },
        names: record.also.iter().map(|code| code.as_str().to_owned()).collect(),
        agency: record.agency.clone(),
        levels,
        audiences,
        traits: online,
        prior: prior(levels, audiences, online, is_everyday(&field), false),
        field,
        ..Record::default()
    }
}

/// The names of those who decide, or of those who take it in.
fn agency(procedure: &Procedure, catalogue: &Catalogue) -> String {
    let decides = procedure.agencies.iter().find_map(|duty| match duty {
        AgencyDuty::Decides(office) => Some(office),
        _ => None,
    });
    let receives = procedure.agencies.iter().find_map(|duty| match duty {
        AgencyDuty::Receives(office) => Some(office),
        _ => None,
    });
    match decides.or(receives) {
        Some(Office::Group(AgencyGroup::CommuneCentre)) => "Trung tâm Phục vụ hành chính công xã, phường".to_owned(),
        Some(Office::Group(AgencyGroup::Department)) => "Sở".to_owned(),
        Some(Office::Agency(slug)) => catalogue.agency(slug).map(|agency| agency.name.vi.clone()).unwrap_or_default(),
        Some(Office::Body(name)) => name.vi.clone(),
        None => String::new(),
    }
}

const fn of_level(level: Level) -> Levels {
    match level {
        Level::Commune => Levels::COMMUNE,
        Level::Province => Levels::PROVINCE,
        Level::Ministry => Levels::CENTRAL,
        Level::Abroad => Levels::ABROAD,
    }
}

const fn of_audience(audience: Audience) -> Audiences {
    match audience {
        Audience::Citizen => Audiences::CITIZEN,
        Audience::HouseholdBusiness | Audience::Enterprise => Audiences::BUSINESS,
        Audience::Organisation => Audiences::ORGANISATION,
    }
}

fn of_life_event(event: &LifeEvent) -> Record {
    Record {
        slug: event.slug.as_str().to_owned(),
        title: event.title.vi.clone(),
        english: event.title.en.clone(),
        names: event.everyday_names.clone(),
        summary: event.summary.vi.clone(),
        audiences: Audiences::CITIZEN,
        traits: Traits::GUIDE.and(Traits::LIFE_EVENT),
        prior: 12,
        ..Record::default()
    }
}
