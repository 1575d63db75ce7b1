-- What is handed to an owner: one row per paper and language of the owner; the title is Vietnamese, for the person who
-- chooses.
create table material (
    code varchar(40) not null,
    language varchar(2) not null,
    title varchar(255) not null,
    topic varchar(20) not null,
    edition varchar(20) not null,
    primary key (code, language)
);

insert into material (code, language, title, topic, edition) values
    ('LAW_DIGEST', 'vi', 'Tóm tắt chín văn bản về quyền và nghĩa vụ của doanh nghiệp đối với tổ chức đảng, đoàn thể', 'LAW', '2026.1'),
    ('UNION_RIGHTS', 'vi', 'Quyền của người lao động về công đoàn và trách nhiệm của người sử dụng lao động', 'UNION', '2026.1'),
    ('PARTY_BODY_ROLE', 'vi', 'Vai trò, chức năng, nhiệm vụ của tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước', 'PARTY', '2026.1'),
    ('OWNER_BENEFITS', 'vi', 'Lợi ích của doanh nghiệp khi có tổ chức đảng, công đoàn, đoàn thanh niên', 'BENEFIT', '2026.1'),
    ('PEER_EXAMPLES', 'vi', 'Kinh nghiệm của các doanh nghiệp trong khu công nghiệp đã có tổ chức đảng', 'EXAMPLE', '2026.1'),
    ('LAW_DIGEST', 'en', 'Tóm tắt chín văn bản về quyền và nghĩa vụ của doanh nghiệp đối với tổ chức đảng, đoàn thể (bản tiếng Anh)', 'LAW', '2026.1'),
    ('UNION_RIGHTS', 'en', 'Quyền của người lao động về công đoàn và trách nhiệm của người sử dụng lao động (bản tiếng Anh)', 'UNION', '2026.1'),
    ('PARTY_BODY_ROLE', 'en', 'Vai trò, chức năng, nhiệm vụ của tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước (bản tiếng Anh)', 'PARTY', '2026.1'),
    ('OWNER_BENEFITS', 'en', 'Lợi ích của doanh nghiệp khi có tổ chức đảng, công đoàn, đoàn thanh niên (bản tiếng Anh)', 'BENEFIT', '2026.1'),
    ('PEER_EXAMPLES', 'en', 'Kinh nghiệm của các doanh nghiệp trong khu công nghiệp đã có tổ chức đảng (bản tiếng Anh)', 'EXAMPLE', '2026.1'),
    ('LAW_DIGEST', 'ko', 'Tóm tắt chín văn bản về quyền và nghĩa vụ của doanh nghiệp đối với tổ chức đảng, đoàn thể (bản tiếng Hàn)', 'LAW', '2026.1'),
    ('UNION_RIGHTS', 'ko', 'Quyền của người lao động về công đoàn và trách nhiệm của người sử dụng lao động (bản tiếng Hàn)', 'UNION', '2026.1'),
    ('PARTY_BODY_ROLE', 'ko', 'Vai trò, chức năng, nhiệm vụ của tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước (bản tiếng Hàn)', 'PARTY', '2026.1'),
    ('OWNER_BENEFITS', 'ko', 'Lợi ích của doanh nghiệp khi có tổ chức đảng, công đoàn, đoàn thanh niên (bản tiếng Hàn)', 'BENEFIT', '2026.1'),
    ('PEER_EXAMPLES', 'ko', 'Kinh nghiệm của các doanh nghiệp trong khu công nghiệp đã có tổ chức đảng (bản tiếng Hàn)', 'EXAMPLE', '2026.1'),
    ('LAW_DIGEST', 'zh', 'Tóm tắt chín văn bản về quyền và nghĩa vụ của doanh nghiệp đối với tổ chức đảng, đoàn thể (bản tiếng Trung)', 'LAW', '2026.1'),
    ('UNION_RIGHTS', 'zh', 'Quyền của người lao động về công đoàn và trách nhiệm của người sử dụng lao động (bản tiếng Trung)', 'UNION', '2026.1'),
    ('PARTY_BODY_ROLE', 'zh', 'Vai trò, chức năng, nhiệm vụ của tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước (bản tiếng Trung)', 'PARTY', '2026.1'),
    ('OWNER_BENEFITS', 'zh', 'Lợi ích của doanh nghiệp khi có tổ chức đảng, công đoàn, đoàn thanh niên (bản tiếng Trung)', 'BENEFIT', '2026.1'),
    ('PEER_EXAMPLES', 'zh', 'Kinh nghiệm của các doanh nghiệp trong khu công nghiệp đã có tổ chức đảng (bản tiếng Trung)', 'EXAMPLE', '2026.1'),
    ('LAW_DIGEST', 'ja', 'Tóm tắt chín văn bản về quyền và nghĩa vụ của doanh nghiệp đối với tổ chức đảng, đoàn thể (bản tiếng Nhật)', 'LAW', '2026.1'),
    ('UNION_RIGHTS', 'ja', 'Quyền của người lao động về công đoàn và trách nhiệm của người sử dụng lao động (bản tiếng Nhật)', 'UNION', '2026.1'),
    ('PARTY_BODY_ROLE', 'ja', 'Vai trò, chức năng, nhiệm vụ của tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước (bản tiếng Nhật)', 'PARTY', '2026.1'),
    ('OWNER_BENEFITS', 'ja', 'Lợi ích của doanh nghiệp khi có tổ chức đảng, công đoàn, đoàn thanh niên (bản tiếng Nhật)', 'BENEFIT', '2026.1'),
    ('PEER_EXAMPLES', 'ja', 'Kinh nghiệm của các doanh nghiệp trong khu công nghiệp đã có tổ chức đảng (bản tiếng Nhật)', 'EXAMPLE', '2026.1');
