package vn.outreach.demo;

import java.util.List;

/**
 * The 24 enterprises of the demo round, with the figures that their surveys find. Names are invented and tax codes are
 * valid but fictional; neither was taken from a business register.
 */
final class DemoEnterprises {

    // A table is read by its lines.
    // spotless:off
    private static final List<Row> ROWS = List.of(
            new Row("E01", "3500370371", "TNHH Thép Sóng Đông", "Phú Mỹ I", "thép", "FDI", "ko", 1250, 1180, 46, 5, 1, "SUPPORTIVE", "EASY", "officer1"),
            new Row("E02", "3500370741", "TNHH Giày Hải Triều Xanh", "Mỹ Xuân A2", "giày", "FDI", "zh", 4200, 3900, 310, 4, 0, "NEUTRAL", "EASY", "officer2"),
            new Row("E03", "3500371110", "CP Gạch Men Tam Long", "Mỹ Xuân A", "gạch men", "DOMESTIC", "vi", 620, 590, 28, 3, 1, "SUPPORTIVE", "EASY", "officer3"),
            new Row("E04", "3500371488", "TNHH Dệt Kim Bàu Sen", "Mỹ Xuân A2", "dệt", "FDI", "ko", 1900, 1640, 120, 2, 0, "HESITANT", "EASY", "officer1"),
            new Row("E05", "3500371858", "CP Cảng Vịnh Lam", "Cái Mép", "cảng", "MIXED", "vi", 780, 760, 52, 9, 2, "SUPPORTIVE", "EASY", "officer2"),
            new Row("E06", "3500372227", "TNHH Ống Thép Núi Dinh", "Phú Mỹ II", "thép", "FDI", "zh", 540, 0, 14, 1, 0, "OPPOSED", "HARD", "officer3"),
            new Row("E07", "3500372594", "TNHH Phân Bón Đất Lành", "Phú Mỹ I", "phân bón", "DOMESTIC", "vi", 410, 395, 20, 6, 0, "SUPPORTIVE", "EASY", "officer1"),
            new Row("E08", "3500372964", "TNHH Bao Bì Minh Hải Lộc", "Đông Xuyên", "bao bì", "DOMESTIC", "vi", 230, 205, 11, 2, 1, "NEUTRAL", "EASY", "officer2"),
            new Row("E09", "3500373333", "TNHH Cơ Khí Dầu Khí Sao Khơi", "Đông Xuyên", "cơ khí", "DOMESTIC", "vi", 860, 840, 33, 7, 0, "UNKNOWN", "EASY", "officer3"),
            new Row("E10", "3500373703", "TNHH Điện Tử Hoa Muối", "Châu Đức", "điện tử", "FDI", "ja", 1480, 0, 95, 0, 0, "UNKNOWN", "HARD", "officer1"),
            new Row("E11", "3500375186", "TNHH Nội Thất Rừng Phi Lao", "Châu Đức", "nội thất", "FDI", "en", 720, 0, 18, 1, 0, "HESITANT", "HARD", "officer2"),
            new Row("E12", "3500375556", "CP Hóa Chất Bình Giã Mới", "Phú Mỹ 3", "hóa chất", "DOMESTIC", "vi", 310, 280, 12, 3, 0, "UNKNOWN", "EASY", "officer3"),
            new Row("E13", "3500375926", "TNHH Thực Phẩm Biển Hồ Tràm Xưa", "Đất Đỏ", "hải sản", "DOMESTIC", "vi", 960, 870, 60, 2, 0, "NEUTRAL", "EASY", "officer1"),
            new Row("E14", "3500376292", "TNHH Kính Sáng Mỹ Xuân Đông", "Mỹ Xuân B1 - CONAC", "kính", "FDI", "ja", 450, 0, 9, 0, 0, "UNKNOWN", "HARD", "officer2"),
            new Row("E15", "3500376662", "TNHH May Tiên Sa Biển", "Mỹ Xuân B1 - Tiến Hùng", "may mặc", "FDI", "zh", 2350, 2010, 175, 3, 2, "UNKNOWN", "EASY", "officer3"),
            new Row("E16", "3500377031", "TNHH Nhựa Đại Tùng Dương", "Mỹ Xuân B1 - Đại Dương", "nhựa", "FDI", "ko", 380, 0, 7, 0, 0, "UNKNOWN", "HARD", "officer1"),
            new Row("E17", "3500377401", "CP Khí Hóa Lỏng Gió Nam", "Cái Mép", "khí đốt", "MIXED", "vi", 260, 255, 15, 8, 0, "UNKNOWN", "EASY", "officer2"),
            new Row("E18", "3500377779", "TNHH Logistics Bến Sao", "Cái Mép", "logistics", "FDI", "en", 340, 0, 10, 1, 0, "UNKNOWN", "HARD", "officer3"),
            new Row("E19", "3500378148", "TNHH Thức Ăn Chăn Nuôi Cù Bị", "Châu Đức", "thức ăn chăn nuôi", "FDI", "en", 290, 240, 8, 1, 1, "UNKNOWN", "EASY", "officer1"),
            new Row("E20", "3500378518", "TNHH Sợi Mây Trắng Phú", "Phú Mỹ II", "sợi", "FDI", "ko", 1120, 0, 40, 2, 0, "UNKNOWN", "HARD", "officer2"),
            new Row("E21", "3500378885", "CP Xi Măng Đá Vàng", "Phú Mỹ I", "xi măng", "DOMESTIC", "vi", 480, 470, 25, 11, 1, "UNKNOWN", "EASY", "officer3"),
            new Row("E22", "3500379254", "TNHH Thiết Bị Lặn Xanh", "Long Sơn", "hàng hải", "DOMESTIC", "vi", 185, 0, 5, 0, 0, "UNKNOWN", "HARD", "officer1"),
            new Row("E23", "3500379624", "TNHH Linh Kiện Trăng Rằm", "Đất Đỏ", "linh kiện", "FDI", "ja", 1640, 0, 88, 1, 0, "UNKNOWN", "HARD", "officer2"),
            new Row("E24", "3500379991", "TNHH Da Thuộc Hồng Phúc Nam", "Mỹ Xuân A", "da thuộc", "FDI", "zh", 690, 610, 22, 0, 0, "UNKNOWN", "EASY", "officer3"));
    // spotless:on

    private DemoEnterprises() {}

    static List<Row> all() {
        return ROWS;
    }

    static Row of(String code) {
        return ROWS.stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow();
    }

    /** One enterprise; {@code unionMembers} 0 means that it has no union. */
    record Row(
            String code,
            String taxCode,
            String name,
            String zone,
            String sector,
            String ownership,
            String ownerLanguage,
            int workers,
            int unionMembers,
            int youthUnionMembers,
            int fullMembers,
            int probationaryMembers,
            String attitude,
            String accessibility,
            String officer) {}
}
