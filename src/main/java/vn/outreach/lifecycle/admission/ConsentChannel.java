package vn.outreach.lifecycle.admission;

/** How the consent was given: it must be possible to print, copy and check it (Luật 91/2025/QH15, điều 9). */
enum ConsentChannel {
    PAPER,
    ELECTRONIC,
    RECORDED
}
