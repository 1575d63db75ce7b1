package vn.outreach.rules;

/** The decisions as they stand in the models, for the tests of other packages. */
public final class RulesFixture {

    private static final Rules RULES = new Rules();

    private RulesFixture() {
    }

    public static Rules rules() {
        return RULES;
    }
}
