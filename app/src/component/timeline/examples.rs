//! Named examples of the timeline, and the sample dossier other examples use.

use super::timeline;
use crate::component::{Example, Press, example};
use domain::{
    calendar::Due,
    date::{Moment, Time},
    dossier::{Actor, DeliveryMethod, Event, Happening, Outcome, SupplementRequest},
    procedure::ChannelKind,
    timestamp::Timestamp,
};

/// So many days after the day of the page, at this time.
fn moment(press: Press<'_>, days: i32, hour: u8, minute: u8) -> Moment {
    Moment { date: press.as_of.plus_days(days), time: Time::new(hour, minute) }
}

/// A dossier from sending to return: asked for a supplement, answered, accepted, handed over, remarked on, resolved.
pub(crate) fn sample(press: Press<'_>) -> Vec<Event> {
    let officer = |name: &str| Actor::Officer { id: "sample".to_owned(), name: name.to_owned() };
    let receiver = || officer("Nguyễn Thị A");
    let at = |days, hour, minute| Timestamp::from_moment(moment(press, days, hour, minute));
    let request = SupplementRequest {
        fields: vec!["ho-ten".to_owned()],
        papers: vec!["giay-chung-sinh".to_owned()],
        note: "Chụp lại giấy chứng sinh cho rõ".to_owned(),
        reason: "Ảnh mờ, không đọc được số".to_owned(),
        until: Some(press.as_of.plus_days(7)),
        second_basis: None,
    };
    let due = Some(Due { at: moment(press, 5, 17, 0), certain: true });
    let steps = [
        (at(0, 9, 12), Actor::Owner, Happening::Submitted { channel: ChannelKind::Online }),
        (at(0, 14, 3), receiver(), Happening::SupplementAsked { request }),
        (at(1, 8, 20), Actor::Owner, Happening::SupplementAnswered { fields: Vec::new(), papers: Vec::new(), due: None }),
        (at(2, 8, 41), receiver(), Happening::Accepted { due }),
        (at(2, 8, 45), receiver(), Happening::HandedOver { to: "Bộ phận Tư pháp – Hộ tịch".to_owned() }),
        (at(2, 10, 0), officer("Trần Văn B"), Happening::Remarked { text: "Chỉ trong cơ quan".to_owned() }),
        (at(3, 9, 30), officer("Trần Văn B"), Happening::MessageToOwner { text: "Chúng tôi đã nhận ảnh mới, ảnh rõ.".to_owned() }),
        (
            at(4, 15, 10),
            officer("Lê Thị C"),
            Happening::Resolved {
                outcome: Outcome::Granted, text: "Giấy khai sinh số 120".to_owned(), file: Some("result".to_owned())
            },
        ),
        (at(5, 8, 30), receiver(), Happening::Returned { method: DeliveryMethod::Desk, proof: None }),
    ];
    steps.into_iter().map(|(at, by, what)| Event { at, by, what }).collect()
}

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let events = sample(press);
    let first = events.iter().take(1).cloned().collect::<Vec<_>>();
    vec![example("just sent", timeline(press, &first)), example("the whole way", timeline(press, &events))]
}
