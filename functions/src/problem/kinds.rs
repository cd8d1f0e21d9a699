//! Every kind of problem there is. Outsiders rely on the codes: one is added or dies, none changes its meaning.

use super::Kind;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $status:literal $code:literal, $vietnamese:literal, $english:literal;)+) => {
        $($(#[$doc])* pub(crate) static $name: Kind = Kind { status: $status, code: $code, vietnamese: $vietnamese, english: $english };)+

        /// All of them.
        #[cfg(test)]
        pub(super) static ALL: &[&Kind] = &[$(&$name),+];
    };
}

kinds! {
    /// The body is no JSON.
    NOT_JSON = 400 "not-json", "Nội dung gửi lên không phải JSON.", "The body is not JSON.";
    /// The body is JSON of another shape.
    JSON_SHAPE = 422 "json-shape", "JSON không đúng khuôn dạng của địa chỉ này.", "The JSON is not of the shape this address takes.";
    /// The body is not UTF-8.
    NOT_UTF_8 = 400 "not-utf-8", "Nội dung gửi lên không phải UTF-8.", "The body is not UTF-8.";
    /// The body holds the character NUL.
    HOLDS_NUL = 400 "holds-nul", "Nội dung gửi lên có ký tự NUL.", "The body holds the character NUL.";
    /// The JSON is nested too deep.
    TOO_DEEP = 400 "too-deep", "JSON lồng quá 16 tầng.", "The JSON is more than 16 levels deep.";
    /// The line broke while the body came.
    BODY_BROKEN = 400 "body-broken", "Đường truyền đứt giữa chừng. Bạn gửi lại.", "The connection broke half-way. Please send it again.";
    /// `Idempotency-Key` is missing or too short.
    IDEMPOTENCY_KEY = 400 "idempotency-key", "Cần tiêu đề Idempotency-Key mang ít nhất 128 bit ngẫu nhiên: từ 22 ký tự base64url hoặc 32 chữ số hệ 16, tới 128 ký tự.", "Idempotency-Key is wanted, with at least 128 random bits: 22 base64url characters or 32 hexadecimal digits, up to 128 characters.";
    /// A part of an upload does not say where it begins and how long the whole is.
    NO_OFFSET = 400 "no-offset", "Cần tiêu đề Upload-Offset và Upload-Length, tính bằng byte.", "The headers Upload-Offset and Upload-Length are wanted, in bytes.";
    /// Nobody is signed in.
    UNAUTHENTICATED = 401 "unauthenticated", "Bạn chưa đăng nhập, hoặc phiên đã hết giờ. Đăng nhập lại.", "You are not signed in, or the session has ended. Sign in again.";
    /// Name and password do not belong together.
    SIGN_IN = 401 "sign-in", "Tên đăng nhập hoặc mật khẩu chưa đúng.", "The name or the password is not right.";
    /// The CSRF token is missing or of another session.
    CSRF = 403 "csrf", "Thiếu mã X-CSRF-Token của phiên này. Tải lại trang rồi làm lại.", "The X-CSRF-Token of this session is missing. Reload the page and try again.";
    /// The role does not allow it.
    FORBIDDEN = 403 "forbidden", "Vai trò của bạn không làm được việc này.", "Your role does not allow this.";
    /// The account is locked.
    LOCKED = 403 "account-locked", "Tài khoản đang bị khoá. Liên hệ người quản trị.", "The account is locked. Ask an administrator.";
    /// There is no such thing.
    NOT_FOUND = 404 "not-found", "Không có địa chỉ hoặc mã này.", "There is no such address or code.";
    /// The address takes other methods.
    METHOD = 405 "method-not-allowed", "Địa chỉ này không nhận phương thức ấy.", "This address does not take that method.";
    /// The body did not arrive in time.
    TOO_SLOW = 408 "too-slow", "Nội dung gửi lên đến quá chậm. Bạn gửi lại.", "The body came too slowly. Please send it again.";
    /// It is already so, or something else is.
    CONFLICT = 409 "conflict", "Việc này đã làm rồi, hoặc trạng thái đã đổi. Tải lại để xem.", "This was already done, or the state has changed. Reload to see.";
    /// The key was used for something else.
    KEY_REUSED = 409 "idempotency-key-reused", "Idempotency-Key này đã dùng cho một nội dung khác.", "This Idempotency-Key was used for something else.";
    /// The body is too long.
    TOO_LARGE = 413 "too-large", "Nội dung gửi lên quá lớn.", "The body is too large.";
    /// The body is of a type not taken here.
    UNSUPPORTED_TYPE = 415 "unsupported-type", "Địa chỉ này nhận loại nội dung khác.", "This address takes another type of body.";
    /// There is no such guide.
    NO_SUCH_PROCEDURE = 404 "no-such-procedure", "Không có thủ tục này.", "There is no such procedure.";
    /// There is no such agency.
    NO_SUCH_AGENCY = 404 "no-such-agency", "Không có cơ quan này.", "There is no such agency.";
    /// The guide has no form here.
    NO_FORM = 404 "no-form", "Thủ tục này không nộp trên cổng này.", "This procedure is not filed on this portal.";
    /// There is no such draft, its key is another, or its 24 hours are over.
    NO_DRAFT = 404 "no-draft", "Không có bản nháp này, hoặc bản nháp đã quá 24 giờ.", "There is no such draft, or its 24 hours are over.";
    /// The procedure has ended.
    ENDED = 410 "procedure-ended", "Thủ tục này đã hết hiệu lực.", "This procedure has ended.";
    /// The survey takes no more answers.
    SURVEY_CLOSED = 410 "survey-closed", "Khảo sát này đã đóng.", "This survey is closed.";
    /// The rating can no longer be changed.
    RATING_CLOSED = 410 "rating-closed", "Đã quá 30 ngày từ khi đánh giá nên không sửa được nữa.", "This was rated more than 30 days ago and can no longer be changed.";
    /// There is no result to be rated.
    NO_RESULT_YET = 409 "no-result-yet", "Hồ sơ chưa có kết quả nên chưa đánh giá được lúc có kết quả.", "The dossier has no result yet that could be rated.";
    /// The access key is not the dossier's.
    WRONG_KEY = 403 "wrong-key", "Khóa truy cập không đúng với hồ sơ này.", "The access key is not the key of this dossier.";
    /// The draft is a dossier by now.
    DRAFT_FILED = 409 "draft-filed", "Bản nháp này đã thành hồ sơ.", "This draft has become a dossier.";
    /// The rules do not allow this move now.
    MOVE_REFUSED = 409 "move-refused", "Trạng thái hiện tại của hồ sơ không cho làm việc này.", "The dossier does not allow this now.";
    /// A paper has as many files as it may have.
    TOO_MANY_FILES = 409 "too-many-files", "Giấy này đã có 20 tệp. Bỏ bớt, hoặc ghép các ảnh vào một tệp PDF.", "This paper has twenty files already. Take some away, or put the pictures into one PDF.";
    /// No kind of file that is taken.
    UNSUPPORTED_FILE = 415 "unsupported-file", "Chỉ nhận tệp PDF, JPEG, PNG hoặc HEIC.", "Only PDF, JPEG, PNG and HEIC files are taken.";
    /// Fields have faults; all are named.
    FAULTY_FIELDS = 422 "faulty-fields", "Có ô cần sửa.", "Some fields need mending.";
    /// Too many requests.
    TOO_MANY = 429 "too-many", "Có quá nhiều yêu cầu. Bạn đợi một lát rồi thử lại.", "Too many requests. Please wait a moment and try again.";
    /// A failure of ours.
    OURS = 500 "ours", "Chúng tôi đang gặp trục trặc. Không có gì của bạn bị mất. Bạn thử lại sau ít phút.", "Something is wrong on our side. Nothing of yours is lost. Please try again in a few minutes.";
    /// What we need does not answer.
    UNAVAILABLE = 503 "unavailable", "Chúng tôi đang gặp trục trặc. Bạn thử lại sau ít phút.", "Something is wrong on our side. Please try again in a few minutes.";
}
