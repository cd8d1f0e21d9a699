//! Writes the inputs the fuzzer begins with: `cargo run --example seed` in `search/fuzz`.

use search::{Fault, Lexicon, write};
use search_fuzz::{index::joined, sample};
use std::{error::Error, fs, path::Path};

/// What people type, and what nobody should.
const QUERIES: [&str; 36] = [
    "đăng ký khai sinh",
    "dang ky khai sinh",
    "Đa\u{306}ng ky\u{301} thường trú",
    "ddawng kys keets hoon",
    "dang9 ky1 ket61 hon6",
    "thuowngf trus",
    "khaisinh",
    "dang kykhaisinh",
    "dang ky khia sinh",
    "ket h",
    "kết hôn ",
    "giay doc than",
    "tôi muốn làm sổ đỏ",
    "GCN QSDĐ lần đầu",
    "LLTP số 2",
    "sổ hộ khẩu ở Hà Nội",
    "mới sinh con ủy ban xã cấp tỉnh",
    "birth certificate",
    "marriage registration in Vietnam?",
    "1.004222",
    "mã 1.0042, xã",
    "004222",
    "BTP-277211",
    "H99.12.3-261121-0007",
    "hồ sơ 000.00.12.h99-261121-0007",
    "nghị định 123/2015/NĐ-CP",
    "KT3 (tạm trú)",
    "chú lí lịch tu phap",
    "đđăăng  kký",
    "  \u{a0}\t\n ",
    "-- ' OR 1=1; <script>",
    "出生登记 家族",
    "\u{301}\u{323}\u{31b} ơ\u{301}",
    "👩‍👧 khai sinh \u{200d}\u{fe0f}",
    "İSTANBUL ǆ ß ﬁ Ａ１",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
];

fn main() -> Result<(), Box<dyn Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for (number, query) in QUERIES.iter().enumerate() {
        fs::write(corpus.join(format!("query/seed-{number:02}")), query)?;
    }
    for (name, bytes) in indexes()? {
        fs::write(corpus.join(format!("index/seed-{name}")), bytes)?;
    }
    Ok(())
}

/// Real indexes: of everything, of one kind of thing only, of two parts.
fn indexes() -> Result<Vec<(&'static str, Vec<u8>)>, Fault> {
    let (records, lexicon) = (sample::records(), sample::lexicon());
    let none = Lexicon::default();
    let one = |from: usize| records.get(from..=from).unwrap_or_default();
    let mut all = vec![
        ("all", write(&records, &lexicon, None)?.concat()),
        ("empty", write(&[], &none, None)?.concat()),
        ("lexicon", write(&[], &lexicon, None)?.concat()),
        ("one", write(one(0), &none, None)?.concat()),
        ("life-event", write(one(3), &none, None)?.concat()),
        ("old-code", write(one(4), &none, None)?.concat()),
        ("records", write(&records, &none, None)?.concat()),
    ];
    for (name, hot, lexicon) in [("two-parts", 2, &lexicon), ("two-small-parts", 10, &none)] {
        if let [first, second] = write(&records, lexicon, Some(hot))?.as_slice() {
            all.extend(joined(first, second).map(|bytes| (name, bytes)));
        }
    }
    Ok(all)
}
