package vn.outreach.security.identity;

import java.util.Optional;
import vn.outreach.base.text.Folding;

/** The address to which a user's mails go. */
public interface Addresses {

    Optional<Person> find(String userId);

    /** {@code mail} is null or blank where none is known yet. */
    record Person(String id, String displayName, String mail) {

        public boolean hasMail() {
            return !Folding.isBlank(mail);
        }

        /** The name, or the id of whom no name is known. */
        public String called() {
            return Folding.isBlank(displayName) ? id : displayName;
        }
    }
}
