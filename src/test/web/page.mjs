/** As much of a browser as the modules of lib/ ask for; what they draw is looked at in e2e. */

export class FakeNode extends EventTarget {
  parentElement = null;

  get isConnected() {
    return this === document.body || this === document.head || this.parentElement?.isConnected === true;
  }

  remove() {
    const among = this.parentElement?.childNodes;
    among?.splice(among.indexOf(this), 1);
    this.parentElement = null;
  }

  replaceWith(other) {
    const {parentElement} = this;
    parentElement.childNodes.splice(parentElement.childNodes.indexOf(this), 1, other);
    other.parentElement = parentElement;
    this.parentElement = null;
  }
}

export class FakeText extends FakeNode {
  constructor(data) {
    super();
    this.data = data;
  }

  get textContent() {
    return this.data;
  }
}

export class FakeElement extends FakeNode {
  childNodes = [];
  attributes = new Map();
  style = {};
  validity = {valid: true};
  customError = '';
  focused = false;
  #value;

  constructor(tag) {
    super();
    this.tag = tag;
  }

  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  hasAttribute(name) {
    return this.attributes.has(name);
  }

  toggleAttribute(name, on) {
    on ? this.setAttribute(name, '') : this.attributes.delete(name);
  }

  get id() {
    return this.getAttribute('id') ?? '';
  }

  set id(id) {
    this.setAttribute('id', id);
  }

  get hidden() {
    return this.hasAttribute('hidden');
  }

  set hidden(on) {
    this.toggleAttribute('hidden', on);
  }

  get value() {
    return this.#value ?? this.getAttribute('value') ?? '';
  }

  set value(value) {
    this.#value = String(value);
  }

  get textContent() {
    return this.childNodes.map(child => child.textContent).join('');
  }

  set textContent(text) {
    this.replaceChildren(text);
  }

  append(...children) {
    children.forEach(child => {
      const node = child instanceof FakeNode ? child : new FakeText(String(child));
      node.remove();
      node.parentElement = this;
      this.childNodes.push(node);
    });
  }

  replaceChildren(...children) {
    [...this.childNodes].forEach(child => child.remove());
    this.append(...children);
  }

  focus() {
    this.focused = true;
  }

  setCustomValidity(sentence) {
    this.customError = sentence;
  }

  /** Selectors of a tag, .class, [attribute] or tag:not([attribute]), also several with commas. */
  matches(selectors) {
    return selectors.split(',').map(selector => selector.trim()).some(selector => {
      const [, tag, style, wanted, unwanted] = /^(\w*)(?:\.([\w-]+))?(?:\[([\w-]+)\])?(?::not\(\[([\w-]+)\]\))?$/.exec(selector);
      return (!tag || tag === this.tag) && (!style || (this.getAttribute('class') ?? '').split(' ').includes(style))
        && (!wanted || this.hasAttribute(wanted)) && (!unwanted || !this.hasAttribute(unwanted));
    });
  }

  closest(selectors) {
    return this.matches(selectors) ? this : this.parentElement?.closest(selectors) ?? null;
  }

  querySelectorAll(selectors) {
    return this.childNodes.filter(child => child instanceof FakeElement)
      .flatMap(child => [...child.matches(selectors) ? [child] : [], ...child.querySelectorAll(selectors)]);
  }

  querySelector(selectors) {
    return this.querySelectorAll(selectors)[0] ?? null;
  }
}

class FakeDocument extends EventTarget {
  styleSheets = [];
  head = new FakeElement('head');
  body = new FakeElement('body');
  hidden = false;

  createElement(tag) {
    return new FakeElement(tag);
  }

  createElementNS(namespace, tag) {
    return new FakeElement(tag);
  }

  querySelector(selectors) {
    return this.body.querySelector(selectors);
  }
}

/** An empty page whose person has chosen this language; what is stored is its `localStorage`. */
export function open(language = 'vi') {
  const stored = new Map([['outreach.language', language]]);
  const globals = {
    document: new FakeDocument(),
    Text: FakeText,
    Element: FakeElement,
    localStorage: {getItem: key => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value)}
  };
  Object.entries(globals).forEach(([name, value]) => Object.defineProperty(globalThis, name, {value, configurable: true, writable: true}));
}

let copies = 0;

/** A module of lib/ as a page that was just opened has it, without what another test made it remember. */
export const fresh = name => import(`../../main/resources/static/app/lib/${name}?${++copies}`);
