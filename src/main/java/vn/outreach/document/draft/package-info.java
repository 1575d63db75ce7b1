/**
 * Drafts of papers from Word templates, with their numbers.
 * A draft counts as a paper only when it comes back signed, through paper/.
 * Begin at PaperDrafts; what a draft says is in DraftContents.
 */
package vn.outreach.document.draft;
