package vn.outreach.lifecycle.union;

/** Who meets at the founding congress: all members, or delegates where there are many (domain.md §0.4, T8). */
enum CongressForm {
    FULL,
    DELEGATES
}
