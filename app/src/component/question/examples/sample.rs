//! A small form with a question of every kind, for the gallery and the tests.

use domain::{
    form::{
        Applicant, Appointment, Choice, Computed, Condition, DateBounds, FeeRule, Form, Formula, Group, Kind, OFFICE, Page, PaperRequest,
        Path, Question, Range, Table, Test, Wants, YES,
        person::{BIRTH, COUNTRY, ELSEWHERE, FEMALE, MALE, NAME, NATIONALITY, PASSPORT, PERSONAL_ID, SEX, VIETNAM},
    },
    markup::Markup,
    money::Dong,
    slug::Slug,
};

/// The form; `None` only if one of its slugs were none.
pub(crate) fn form() -> Option<Form> {
    let when = |question: &str, is: &[&str]| -> Option<Vec<Condition>> {
        let wants = Wants::Is(is.iter().filter_map(|id| slug(id)).collect());
        Some(vec![Condition::Test(Test { question: path(question)?, wants })])
    };
    let past = Kind::Date(DateBounds { past: true, not_before: None });
    let cases = vec![
        choice("cua-minh", "Giấy của tôi", None)?,
        choice("nguoi-khac", "Giấy của người khác trong gia đình", Some("Cha mẹ, vợ chồng, con, anh chị em ruột."))?,
    ];
    let work = vec![choice("hoc", "Đi học", None)?, choice("lam", "Đi làm", None)?, choice("khac", "Việc khác", None)?];
    let members = Group {
        noun: "người".to_owned(),
        least: 1,
        greatest: 3,
        questions: vec![
            ask("ten", "Họ và tên", Kind::Text(30))?,
            ask("con-nho", "Người này dưới 14 tuổi không?", Kind::YesNo)?,
            Question { when: when("con-nho", &["khong"])?, ..ask("phone", "Số điện thoại", Kind::Phone)? },
        ],
    };
    Some(Form {
        procedure: slug("khai-sinh")?,
        version: 1,
        title: "Tờ khai mẫu".to_owned(),
        source: None,
        addressed_to: "Kính gửi: Ủy ban nhân dân phường Mẫu".to_owned(),
        minutes: 8,
        applicant: Some(Applicant {
            name: path("ho-ten")?,
            personal_id: path("so-dinh-danh"),
            birth: path("ngay-sinh"),
            address: path("noi-o"),
            sex: None,
        }),
        people: Vec::new(),
        owner: None,
        pages: vec![
            page("noi-nop", "Gửi hồ sơ đến đâu", Vec::new(), vec![ask(OFFICE, "Nơi nộp hồ sơ", Kind::Office)?])?,
            page("truong-hop", "Trường hợp của bạn", Vec::new(), vec![ask("truong-hop", "Bạn cần giấy của ai?", Kind::Choice(cases))?])?,
            page(
                "nguoi",
                "Về bạn",
                Vec::new(),
                vec![
                    hinted(ask("ho-ten", "Họ, chữ đệm và tên của bạn", Kind::Text(100))?, "Ghi như trên thẻ căn cước."),
                    Question { autocomplete: Some("bday".to_owned()), ..ask("ngay-sinh", "Ngày sinh của bạn", past)? },
                    ask("tuoi", "Tuổi của bạn", Kind::Computed(Computed { from: Formula::Age(path("ngay-sinh")?), money: false }))?,
                    hinted(ask("so-dinh-danh", "Số định danh cá nhân của bạn", Kind::PersonalId)?, "12 chữ số, mặt trước thẻ căn cước."),
                    ask("noi-o", "Nơi ở hiện tại của bạn", Kind::Address)?,
                    optional(ask("thu", "Địa chỉ thư điện tử", Kind::Email)?),
                ],
            )?,
            page(
                "gia-dinh",
                "Người trong nhà",
                when("truong-hop", &["nguoi-khac"])?,
                vec![
                    ask("da-cuoi", "Bạn đã đăng ký kết hôn chưa?", Kind::YesNo)?,
                    Question { when: when("da-cuoi", &[YES])?, ..ask("noi-cuoi", "Nơi đăng ký kết hôn", Kind::Text(50))? },
                    Question {
                        when: when("da-cuoi", &[YES])?, ..ask("vo-chong", "Vợ hoặc chồng của bạn", Kind::Person(person()?))?
                    },
                    ask("thanh-vien", "Những người cùng đứng tên", Kind::Group(members))?,
                ],
            )?,
            page(
                "them",
                "Thêm vài điều",
                Vec::new(),
                vec![
                    Question {
                        preset: Some("1".to_owned()), ..ask("so-ban", "Số bản", Kind::Number(Range { least: 1, greatest: 20 }))?
                    },
                    optional(ask("von", "Vốn kinh doanh", Kind::Money(Range { least: 1, greatest: 1_000_000_000 }))?),
                    ask("viec", "Bạn cần giấy để làm gì?", Kind::Choices(work))?,
                    optional(ask(
                        "ly-do",
                        "Điều bạn muốn nói thêm với nơi nhận hồ sơ, nếu có gì khác với giấy tờ bạn đang giữ",
                        Kind::LongText(500),
                    )?),
                    optional(ask("tung-tang", "Từng tầng của ngôi nhà", Kind::Table(floors()?))?),
                    optional(ask("hen", "Bạn muốn đến ngày nào?", Kind::Appointment(Appointment { within: 15 }))?),
                    optional(ask("thue", "Mã số thuế", Kind::TaxCode)?),
                    optional(hinted(ask("tai-khoan", "Tài khoản nhận tiền của bạn", Kind::BankAccount)?, "Chép từ ứng dụng ngân hàng.")),
                ],
            )?,
        ],
        papers: vec![
            paper("giay-chung-sinh", "Giấy chứng sinh", Vec::new(), true)?,
            paper("giay-uy-quyen", "Văn bản ủy quyền", when("truong-hop", &["nguoi-khac"])?, false)?,
        ],
        fees: vec![FeeRule { what: "Bản sao".to_owned(), amount: Dong(8000), steps: None, times: path("so-ban"), when: Vec::new() }],
        sheet: None,
        declaration: "Tôi cam đoan những điều khai trên là đúng sự thật.".to_owned(),
        review_note: None,
        example: String::new(),
    })
}

fn floors() -> Option<Table> {
    let columns = vec![
        ask("san", "Diện tích sàn", Kind::Number(Range { least: 1, greatest: 2000 }))?,
        optional(ask("tien", "Chi phí", Kind::Money(Range { least: 0, greatest: 1_000_000_000_000 }))?),
    ];
    let rows = vec![choice("tang-1", "Tầng 1", None)?, choice("tang-2", "Tầng 2", None)?];
    Some(Table { rows, columns, totals: vec![slug("san")?, slug("tien")?] })
}

/// Everything that is asked of a person.
fn person() -> Option<Vec<Question>> {
    let nationality = |is: &str| -> Option<Vec<Condition>> {
        let wants = Wants::Is(vec![slug(is)?]);
        Some(vec![Condition::Test(Test { question: path(NATIONALITY)?, wants })])
    };
    let sexes = vec![choice(MALE, "Nam", None)?, choice(FEMALE, "Nữ", None)?];
    let countries = vec![choice(VIETNAM, "Việt Nam", None)?, choice(ELSEWHERE, "Nước khác", None)?];
    Some(vec![
        ask(NAME, "Họ, chữ đệm và tên", Kind::Text(100))?,
        ask(BIRTH, "Ngày sinh", Kind::Date(DateBounds { past: true, not_before: None }))?,
        ask(SEX, "Giới tính", Kind::Choice(sexes))?,
        Question { preset: Some(VIETNAM.to_owned()), ..ask(NATIONALITY, "Quốc tịch", Kind::Choice(countries))? },
        Question { when: nationality(ELSEWHERE)?, ..ask(COUNTRY, "Tên nước", Kind::Text(60))? },
        Question { when: nationality(VIETNAM)?, ..ask(PERSONAL_ID, "Số định danh cá nhân", Kind::PersonalId)? },
        Question { when: nationality(ELSEWHERE)?, ..ask(PASSPORT, "Số hộ chiếu", Kind::Text(20))? },
    ])
}

fn slug(text: &str) -> Option<Slug> {
    text.parse().ok()
}

fn path(text: &str) -> Option<Path> {
    text.parse().ok()
}

fn choice(id: &str, label: &str, hint: Option<&str>) -> Option<Choice> {
    Some(Choice { id: slug(id)?, label: label.to_owned(), hint: hint.map(ToOwned::to_owned) })
}

fn ask(id: &str, label: &str, kind: Kind) -> Option<Question> {
    Some(Question {
        id: slug(id)?,
        label: label.to_owned(),
        hint: None,
        optional: false,
        when: Vec::new(),
        kind,
        preset: None,
        autocomplete: None,
        no_opinion: false,
    })
}

fn hinted(question: Question, hint: &str) -> Question {
    Question { hint: Some(hint.to_owned()), ..question }
}

fn optional(question: Question) -> Question {
    Question { optional: true, ..question }
}

fn page(id: &str, title: &str, when: Vec<Condition>, questions: Vec<Question>) -> Option<Page> {
    Some(Page { id: slug(id)?, title: title.to_owned(), about: Markup::default(), when, questions, stops: Vec::new(), rules: Vec::new() })
}

fn paper(id: &str, name: &str, when: Vec<Condition>, later: bool) -> Option<PaperRequest> {
    Some(PaperRequest { id: slug(id)?, name: name.to_owned(), hint: None, each: None, when, later, optional: false })
}
