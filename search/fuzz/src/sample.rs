//! A few records and sayings: of each kind one, with and without everything that can be left out.

use search::{Audiences, Kind, Levels, Lexicon, Phrase, Record, Traits};

fn record(code: &str, title: &str, field: &str, levels: Levels) -> Record {
    Record {
        code: code.to_owned(),
        slug: search::slugify(title),
        title: title.to_owned(),
        field: field.to_owned(),
        agency: if levels == Levels::COMMUNE { "Ủy ban nhân dân cấp xã" } else { "Văn phòng đăng ký đất đai" }.to_owned(),
        levels,
        audiences: Audiences::CITIZEN,
        traits: if levels == Levels::COMMUNE { Traits::ONLINE } else { Traits::NONE },
        prior: 5,
        ..Record::default()
    }
}

/// Procedures and a life event.
pub fn records() -> Vec<Record> {
    let mut birth = record("1.001193", "Đăng ký khai sinh", "Hộ tịch", Levels::COMMUNE);
    "Birth registration".clone_into(&mut birth.english);
    birth.names = ["làm giấy khai sinh", "khai sinh cho con"].map(str::to_owned).into();
    "Ghi vào Sổ hộ tịch việc một đứa trẻ được sinh ra (trong 60 ngày).".clone_into(&mut birth.summary);
    birth.prior = 15;
    let mut residence = record("1.004222", "Đăng ký thường trú", "Cư trú", Levels::COMMUNE);
    "Đăng ký thường trú theo Luật Cư trú".clone_into(&mut residence.official);
    residence.names = vec!["nhập hộ khẩu".to_owned()];
    let mut land = record(
        "1.013978",
        "Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất lần đầu",
        "Đất đai",
        Levels::PROVINCE.and(Levels::COMMUNE),
    );
    land.audiences = Audiences::CITIZEN.and(Audiences::ORGANISATION);
    let mut event = record("", "Sinh con", "", Levels::NONE);
    "sinh-con-dau-long".clone_into(&mut event.slug);
    event.traits = Traits::LIFE_EVENT.and(Traits::GUIDE);
    let mut old = record("BTP-277211", "Cấp bản sao Trích lục hộ tịch – kết hôn/khai tử", "Hộ tịch", Levels::PROVINCE);
    old.prior = 0;
    vec![
        birth,
        residence,
        land,
        event,
        old,
        record("1.000894", "Đăng ký kết hôn", "Hộ tịch", Levels::COMMUNE),
        record("1.004873", "Cấp giấy xác nhận tình trạng hôn nhân", "Hộ tịch", Levels::COMMUNE),
        record("2.000720", "Đăng ký thay đổi nội dung đăng ký hộ kinh doanh", "Kinh doanh", Levels::COMMUNE),
        record("3.000333", "Cấp Phiếu lý lịch tư pháp", "Tư pháp", Levels::PROVINCE),
        record("1.004194", "Đăng ký tạm trú (KT3)", "Cư trú", Levels::COMMUNE),
        record("1.000001", "ĐĂNG KÝ", "Tư pháp", Levels::CENTRAL),
    ]
}

/// Sayings of every kind.
pub fn lexicon() -> Lexicon {
    let phrase = |kind, says: &[&str], means: &[&str]| Phrase {
        kind,
        says: says.iter().map(ToString::to_string).collect(),
        means: means.iter().map(ToString::to_string).collect(),
    };
    Lexicon {
        phrases: vec![
            phrase(Kind::Abbreviation, &["LLTP", "GCN QSDĐ"], &["lý lịch tư pháp", "giấy chứng nhận quyền sử dụng đất"]),
            phrase(Kind::OldName, &["sổ hộ khẩu"], &["thường trú", "tạm trú"]),
            phrase(Kind::Everyday, &["sổ đỏ", "sổ hồng"], &["giấy chứng nhận quyền sử dụng đất"]),
            phrase(Kind::Everyday, &["giấy độc thân"], &["xác nhận tình trạng hôn nhân"]),
            phrase(Kind::LifeEvent, &["mới sinh con"], &["khai sinh", "sinh con"]),
            phrase(Kind::English, &["birth certificate", "marriage"], &["khai sinh", "kết hôn"]),
            phrase(Kind::Agency, &["ủy ban xã"], &["Ủy ban nhân dân cấp xã"]),
            phrase(Kind::Level, &["cấp tỉnh", "Hà Nội"], &[]),
            phrase(Kind::Filler, &["tôi muốn", "làm"], &[]),
        ],
    }
}
