package vn.outreach.demo;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import vn.outreach.engine.command.UncheckedUsers;

/** The people of the demo; names and addresses are invented. Password = user name, which only the demo allows. */
@Component
public class DemoUsers {

    private static final List<Person> PEOPLE = List.of(
            new Person("officer1", "Nguyễn Thị", "Hạnh", "outreachOfficers", "heads"),
            new Person("officer2", "Trần Văn", "Bình", "outreachOfficers"),
            new Person("officer3", "Lê Thị", "Thu", "outreachOfficers"),
            new Person("organisation", "Phạm Văn", "Tổ", "organisationBoard", "heads"),
            new Person("organisation2", "Đỗ Thị", "Chức", "organisationBoard"),
            new Person("propaganda", "Vũ Thị", "Giáo", "propagandaBoard"),
            new Person("massmob", "Hoàng Văn", "Vận", "massMobilisationBoard"),
            new Person("office", "Bùi Thị", "Phòng", "committeeOffice"),
            new Person("committee", "Đặng Văn", "Thường", "standingCommittee"),
            new Person("committee2", "Ngô Thị", "Vụ", "standingCommittee"),
            new Person("board", "Dương Văn", "Chỉ", "steeringBoard"),
            new Person("zoneunion", "Lý Thị", "Công", "zoneUnion", "heads"),
            new Person("zoneunion2", "Mai Văn", "Đoàn", "zoneUnion"),
            new Person("youth", "Phan Thị", "Trẻ", "youthUnion"),
            new Person("mobilecell", "Tạ Văn", "Động", "mobileCell"),
            new Person("mobilecell2", "Hồ Thị", "Cơ", "mobileCell"),
            new Person("integration", "Hệ thống", "tích hợp", "integrations"),
            new Person("admin", "Quản trị", "viên", "camunda-admin"));

    private final IdentityService identities;

    DemoUsers(IdentityService identities) {
        this.identities = identities;
    }

    /** Makes who is missing; saved past the password policy, which forbids a password that is the user's name. */
    public void create() {
        for (Person person : PEOPLE) {
            if (identities.createUserQuery().userId(person.id()).count() == 0) {
                UncheckedUsers.save(identities, user(person));
            }
            for (String group : person.groups()) {
                if (identities
                                .createGroupQuery()
                                .groupId(group)
                                .groupMember(person.id())
                                .count()
                        == 0) {
                    identities.createMembership(person.id(), group);
                }
            }
        }
    }

    /** Those of them who are in this database: the name alone may be a real person's, the invented address is not. */
    List<String> present() {
        return PEOPLE.stream()
                .map(Person::id)
                .filter(id -> identities
                                .createUserQuery()
                                .userId(id)
                                .userEmail(address(id))
                                .count()
                        > 0)
                .toList();
    }

    static List<String> ids() {
        return PEOPLE.stream().map(Person::id).toList();
    }

    private User user(Person person) {
        User user = identities.newUser(person.id());
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(address(person.id()));
        user.setPassword(person.id());
        return user;
    }

    private static String address(String id) {
        return id + "@example.vn";
    }

    private record Person(String id, String firstName, String lastName, List<String> groups) {

        Person(String id, String firstName, String lastName, String... groups) {
            this(id, firstName, lastName, List.of(groups));
        }
    }
}
