//! Named examples of papers with their files.

use super::{FileBox, HeldFile, file_box};
use crate::component::{Example, Press, example};
use domain::form::PaperRequest;

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let Ok(id) = "giay-chung-sinh".parse() else { return Vec::new() };
    let paper = PaperRequest {
        id,
        name: "Giấy chứng sinh".to_owned(),
        hint: Some("Chụp thấy đủ bốn góc, đọc được con dấu.".to_owned()),
        each: None,
        when: Vec::new(),
        later: true,
        optional: false,
    };
    let long = PaperRequest {
        name: "Văn bản ủy quyền của các thành viên trong gia đình cho một người làm chủ hộ kinh doanh, có chữ ký của mọi người".to_owned(),
        later: false,
        optional: true,
        ..paper.clone()
    };
    let file = |number, name: &str, size, picture| HeldFile { number, name: name.to_owned(), size, href: "#".to_owned(), picture };
    let files = [file(1, "IMG_0001.jpg", 2_340_000, false), file(2, "giay-chung-sinh-trang-2-ban-quet-o-benh-vien.pdf", 512_000, false)];
    let of = FileBox { paper: &paper, id: paper.id.as_str(), name: &paper.name, action: "#", files: &[], later: false, error: None };
    let error = Some("Tệp «giay.docx» không phải PDF hay ảnh. Chụp ảnh giấy rồi gửi lại.");
    vec![
        example("nothing yet", file_box(press, of)),
        example("two files held", file_box(press, FileBox { files: &files, ..of })),
        example("brought later", file_box(press, FileBox { later: true, ..of })),
        example("error", file_box(press, FileBox { error, ..of })),
        example("long text, optional", file_box(press, FileBox { paper: &long, name: &long.name, ..of })),
    ]
}
