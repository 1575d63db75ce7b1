/** A control in a field of lib/dom.js says what is wrong with it; nothing where it is right. */
interface HTMLElement {
  showError(sentence?: string | null): void;
}

/** What Camunda's pages have beside the browser's own: the version in its addresses, and AMD. */
interface Window {
  bust: string;
}

declare function define(needs: string[], made: (...modules: any[]) => void): void;
