package vn.outreach.security.identity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.base.text.Folding;

/**
 * The engine's users as the rest of the product sees them: who is asking, who belongs to a unit, who has which address.
 */
@Component
public class EngineUsers implements ActingAs, Addresses, CurrentUserProvider, Members, Memberships, PeopleNames {

    private final IdentityService identities;
    private final PersonalData personalData;
    private final Units units;

    /** Lazy: the engine itself is built with listeners that ask for users. */
    EngineUsers(@Lazy IdentityService identities, PersonalData personalData, Units units) {
        this.identities = identities;
        this.personalData = personalData;
        this.units = units;
    }

    /** The members of a group, whoever asks: no right to read users is needed to be told of a task. */
    @Override
    public Set<String> membersOf(String group) {
        return asSystem(() -> {
            Set<String> members = new LinkedHashSet<>();
            for (User user : identities
                    .createUserQuery()
                    .memberOfGroup(group)
                    .orderByUserId()
                    .asc()
                    .list()) {
                members.add(user.getId());
            }
            return members;
        });
    }

    @Override
    public List<String> groupsOf(String userId) {
        return asSystem(() -> identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList());
    }

    /** Somebody with the groups that they have now; with none, somebody unknown. */
    public CurrentUser person(String userId) {
        return units.person(userId, groupsOf(userId));
    }

    /** The ids of all users. */
    public List<String> ids() {
        return asSystem(() -> identities.createUserQuery().orderByUserId().asc().unlimitedList().stream()
                .map(User::getId)
                .toList());
    }

    @Override
    public boolean exists(String userId) {
        return asSystem(() -> identities.createUserQuery().userId(userId).count() > 0);
    }

    /**
     * Whom a typed login name can mean, the likeliest first: blanks at its ends, and the capital with which a phone
     * begins a line, are not the person's.
     */
    public static List<String> idsOf(String loginName) {
        String name = Folding.kept(loginName);
        if (name == null || name.chars().anyMatch(Character::isISOControl)) {
            return List.of(loginName);
        }
        return Stream.of(name, name.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    /** The id of whom a typed login name means; the name itself where nobody has it. */
    public String idOf(String loginName) {
        List<String> ids = idsOf(loginName);
        return ids.stream().filter(this::exists).findFirst().orElse(ids.get(0));
    }

    @Override
    public boolean mayBeResponsible(String userId) {
        CurrentUser person = person(userId);
        // Whoever is in a unit has an account: the engine deletes both together.
        return personalData.worksWithOwners(person) && !person.isAdministrator();
    }

    @Override
    public Optional<Addresses.Person> find(String userId) {
        return asSystem(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult())
                .map(user -> new Addresses.Person(user.getId(), displayName(user), user.getEmail())));
    }

    @Override
    public Map<String, String> of(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        return asSystem(
                () -> identities.createUserQuery().userIdIn(userIds.toArray(String[]::new)).unlimitedList().stream()
                        .collect(Collectors.toMap(User::getId, EngineUsers::displayName)));
    }

    @Override
    public CurrentUser current() {
        Authentication authentication = identities.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            return units.person("system", Set.of());
        }
        List<String> groups = authentication.getGroupIds();
        return units.person(authentication.getUserId(), groups == null ? Set.of() : groups);
    }

    private static String displayName(User user) {
        return (nonNull(user.getFirstName()) + " " + nonNull(user.getLastName())).strip();
    }

    private static String nonNull(String text) {
        return text == null ? "" : text;
    }

    /** Asks the engine without the asking person's rights, for what the product itself must know or do. */
    public <T> T asSystem(Supplier<T> question) {
        Authentication before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (before != null) {
                identities.setAuthentication(before);
            }
        }
    }

    @Override
    public <T> T actingAs(String userId, Supplier<T> work) {
        Authentication before = identities.getCurrentAuthentication();
        identities.setAuthentication(userId, groupsOf(userId));
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
            if (before != null) {
                identities.setAuthentication(before);
            }
        }
    }
}
