// @ts-check
/**
 * Puts other texts in the place of those that a program has no translation for, wherever and whenever they are drawn: whole
 * texts of nodes and of the attributes that people read. What is typed and what is sent is never touched.
 */

const ATTRIBUTES = ['placeholder', 'title', 'aria-label', 'label', 'uib-tooltip'];

/**
 * @param {string} within selector of the part of the page
 * @param {Record<string, string>} texts what stands for what
 * @param {[RegExp, (...groups: string[]) => string][]} patterns pairs of a regular expression and a function of its groups, for texts with something in them
 */
export function replaceTexts(within, texts = {}, patterns = []) {
  const known = new Map(Object.entries(texts));

  /** @param {string} text */
  function substitute(text) {
    const whole = text.trim().replace(/\s+/g, ' ');
    if (known.has(whole)) {
      return text.replace(text.trim(), () => known.get(whole) ?? '');
    }
    for (const [pattern, sentence] of patterns) {
      const found = pattern.exec(whole);
      if (found) {
        return sentence(...found.slice(1));
      }
    }
    return text;
  }

  /** @param {Node} node */
  function inNode(node) {
    if (node instanceof Text) {
      inText(node);
    } else if (node instanceof Element) {
      ATTRIBUTES.filter(name => node.hasAttribute(name)).forEach(name => inAttribute(node, name));
      node.childNodes.forEach(inNode);
    }
  }

  /** @param {Text} node */
  function inText(node) {
    const text = substitute(node.data);
    const isValue = node.parentElement?.matches('option:not([value]), textarea, script, style');
    if (text !== node.data && !isValue) {
      node.data = text;
    }
  }

  /** @type {(element: Element, name: string) => void} */
  function inAttribute(element, name) {
    const before = element.getAttribute(name) ?? '';
    const text = substitute(before);
    if (text !== before) {
      element.setAttribute(name, text);
    }
  }

  /** @param {Node} node */
  function drawn(node) {
    const element = node instanceof Element ? node : node.parentElement;
    if (element?.closest(within)) {
      inNode(node);
    } else if (node instanceof Element) {
      node.querySelectorAll(within).forEach(inNode);
    }
  }

  new MutationObserver(changes => changes.forEach(change => {
    if (change.type === 'childList') {
      change.addedNodes.forEach(drawn);
    } else if (change.target instanceof Element && change.attributeName) {
      change.target.closest(within) && inAttribute(change.target, change.attributeName);
    } else {
      drawn(change.target);
    }
  })).observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES});
}
