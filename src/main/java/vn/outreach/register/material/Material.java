package vn.outreach.register.material;

/** A paper for owners, in the owner's language; the title is Vietnamese, for the person who chooses. */
public record Material(String code, String language, String title, String topic, String edition) {}
