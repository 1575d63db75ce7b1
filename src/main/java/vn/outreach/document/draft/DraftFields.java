package vn.outreach.document.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that templates may name, and what each becomes. Nothing else is ever put into a paper: a template can ask
 * for no other column, no file and no address. Of candidates there is no field, on purpose.
 */
final class DraftFields {

    /** A field, by the name between its braces. */
    record Field(String name, String meaning) {}

    /** The field for a paper's number: it alone has no value before the number is reserved. */
    static final String NUMBER = "soVanBan";

    static final String CONTACTS = "tiepXuc";
    static final String ASSIGNMENTS = "phanCong";

    private static final List<Field> PAPER = List.of(
            new Field("capTren", "Tên cơ quan cấp trên, chữ in hoa (góc trái, dòng đầu)"),
            new Field("coQuan", "Tên cơ quan ban hành, chữ in hoa"),
            new Field("tenCoQuan", "Tên cơ quan ban hành trong câu"),
            new Field("tenCapTren", "Tên cơ quan cấp trên trong câu"),
            new Field("capQuyetDinh", "Cấp có thẩm quyền quyết định (nơi kính gửi của tờ trình)"),
            new Field("capQuyetDinhGon", "Tổ chức mà chi bộ mới sẽ trực thuộc"),
            new Field(
                    NUMBER,
                    "Số và ký hiệu: 01-CV/ĐUK, hệ thống cấp khi tạo dự thảo; của kế hoạch năm: khi được phê duyệt"),
            new Field("diaDanh", "Địa danh trước ngày tháng"),
            new Field("ngay", "Ngày tạo dự thảo, hai chữ số"),
            new Field("thang", "Tháng; tháng 1 và 2 có số 0 đứng trước"),
            new Field("nam", "Năm, bốn chữ số"),
            new Field("nhiemKy", "Nhiệm kỳ hiện tại: 2025–2030"),
            new Field("thayMat", "Thẩm quyền ký: T/M BAN THƯỜNG VỤ"),
            new Field("chucVuKy", "Chức vụ người ký"),
            new Field("nguoiKy", "Họ tên người ký"),
            new Field("nguoiLap", "Họ tên người tạo dự thảo"),
            new Field("namKeHoach", "Năm kế hoạch"));

    private static final List<Field> ENTERPRISE = List.of(
            new Field("tenDoanhNghiep", "Tên doanh nghiệp"),
            new Field("maSoThue", "Mã số thuế"),
            new Field("diaChi", "Địa chỉ"),
            new Field("khuCongNghiep", "Khu, cụm công nghiệp"),
            new Field("nganhNghe", "Ngành nghề"),
            new Field("loaiHinh", "Loại hình doanh nghiệp"),
            new Field("congTyMe", "Công ty mẹ"),
            new Field("soLaoDong", "Số lao động"),
            new Field("soDoanVienCongDoan", "Số đoàn viên công đoàn"),
            new Field("soDoanVienThanhNien", "Số đoàn viên thanh niên"),
            new Field("soDangVienChinhThuc", "Số đảng viên chính thức"),
            new Field("soDangVienDuBi", "Số đảng viên dự bị"),
            new Field("soDangVienDongY", "Số đảng viên chính thức muốn chuyển sinh hoạt về"),
            new Field("hinhThucToChuc", "Chi bộ, hoặc Đảng bộ cơ sở khi từ 30 đảng viên chính thức"),
            new Field("ngayKhaoSat", "Ngày khảo sát gần nhất"),
            new Field("ngayChuDoanhNghiepDongY", "Ngày chủ doanh nghiệp đồng ý"),
            new Field("ngayCongDoan", "Ngày công đoàn cơ sở được công nhận"),
            new Field("ngayDoanThanhNien", "Ngày tổ chức Đoàn được thành lập"),
            new Field("ngayThanhLapChiBo", "Ngày công bố tổ chức đảng"),
            new Field("nguoiPhuTrach", "Họ tên người phụ trách doanh nghiệp"),
            new Field("donViPhuTrach", "Đơn vị của người phụ trách"),
            new Field("boPhanThamMuu", "Bộ phận tham mưu trong kế hoạch năm"),
            new Field("chiTieuKetNap", "Chỉ tiêu kết nạp của doanh nghiệp trong kế hoạch năm"),
            new Field("canCuQuyDinh", "Quy định thi hành Điều lệ Đảng áp dụng cho vụ việc"),
            new Field("ngayHen", "Ngày hẹn khảo sát hoặc gặp gỡ; khi đã ghi kết quả: ngày diễn ra"),
            new Field("ngayDaiHoi", "Ngày đại hội công đoàn cơ sở"),
            new Field("soDonGiaNhap", "Số đơn gia nhập công đoàn"),
            new Field("soUyVienBanChapHanh", "Số ủy viên ban chấp hành được bầu"));

    private static final List<Field> CONTACT = List.of(
            new Field("ngayTiepXuc", "Ngày tiếp xúc"),
            new Field("hinhThuc", "Hình thức tiếp xúc"),
            new Field("voiAi", "Bộ phận của doanh nghiệp đã tiếp xúc"));

    private static final List<Field> PLAN = List.of(
            new Field("soDoanhNghiep", "Số doanh nghiệp trong kế hoạch"),
            new Field("chiTieuKhaoSat", "Chỉ tiêu khảo sát"),
            new Field("chiTieuGapGo", "Chỉ tiêu gặp gỡ chủ doanh nghiệp"),
            new Field("chiTieuCongDoan", "Chỉ tiêu công đoàn cơ sở"),
            new Field("chiTieuChiBo", "Chỉ tiêu chi bộ"),
            new Field("chiTieuKetNapNam", "Chỉ tiêu kết nạp của cả năm"),
            new Field("canCu", "Căn cứ của kế hoạch"),
            new Field("mucDich", "Mục đích, yêu cầu của kế hoạch"),
            new Field("kemTheo", "Dòng dưới tên phụ lục: kèm theo kế hoạch số nào, ngày nào"));

    private static final List<Field> ASSIGNMENT = List.of(
            new Field("stt", "Số thứ tự"),
            new Field("tenDoanhNghiep", "Tên doanh nghiệp"),
            new Field("maSoThue", "Mã số thuế"),
            new Field("khuCongNghiep", "Khu, cụm công nghiệp"),
            new Field("soLaoDong", "Số lao động"),
            new Field("nguoiPhuTrach", "Họ tên người phụ trách"),
            new Field("boPhanThamMuu", "Bộ phận tham mưu"),
            new Field("donViPhoiHop", "Đơn vị phối hợp"),
            new Field("hang", "Hạng ưu tiên"),
            new Field("lyDoHang", "Hạng ưu tiên và lý do"),
            new Field("noiDungGiao", "Nội dung giao trong năm và số người kết nạp"),
            new Field("sanPham", "Sản phẩm"),
            new Field("batDau", "Ngày bắt đầu"),
            new Field("hoanThanh", "Ngày phải hoàn thành"),
            new Field("chiTieuKetNap", "Chỉ tiêu kết nạp"),
            new Field("ghiChu", "Ghi chú"));

    private DraftFields() {}

    /** The fields of a template, outside its tables' repeated rows. */
    static List<Field> of(DraftTemplate template) {
        List<Field> fields = new ArrayList<>(PAPER);
        fields.addAll(template.isOfPlan() ? PLAN : ENTERPRISE);
        return fields;
    }

    /** The rows that a template may repeat, by the name after # and /, each with the fields that only it has. */
    static Map<String, List<Field>> rowsOf(DraftTemplate template) {
        return template.isOfPlan() ? Map.of(ASSIGNMENTS, ASSIGNMENT) : Map.of(CONTACTS, CONTACT);
    }

    static boolean knows(DraftTemplate template, String name) {
        return has(of(template), name);
    }

    /** The repeated row that a field belongs to, if it is one's. */
    static Optional<String> rowWith(DraftTemplate template, String name) {
        return rowsOf(template).entrySet().stream()
                .filter(row -> has(row.getValue(), name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean has(List<Field> fields, String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }
}
