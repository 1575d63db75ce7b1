// @ts-check
import {tendAlerts} from './alerts.js';
import {tendLogin} from './login.js';
import {watchNetwork} from './network.js';
import {replaceTexts} from './replace.js';
import {choose, language, t} from './text.js';
import {speakOfFields} from './validity.js';
import {WORDS} from './webappWords.js';

/**
 * What Camunda's four webapps have in common here: the product's name, its language, its dates. Each config.js calls this
 * before its app starts. The apps would take the browser's language where they have it; so they are told of one only.
 * @param {string} vi the app's name
 * @param {string} en the same in English
 */
export function settings(vi, en) {
  document.documentElement.lang = language();
  document.querySelector('link[rel=icon]')?.setAttribute('href', new URL('../mark.svg', import.meta.url).href);
  watchNetwork();
  tendAlerts();
  offerOtherLanguage();
  speakOfFields();
  tendLogin();
  if (language() === 'vi') {
    WORDS.forEach(({within, texts, patterns}) => replaceTexts(within, texts, patterns));
  }
  return {
    app: {vendor: t('Vận động doanh nghiệp –', 'Enterprise outreach –'), name: t(vi, en)},
    locales: {availableLocales: [language()], fallbackLocale: language()},
    dateFormat: {monthName: 'MMMM', day: 'DD', abbr: 'L LT', normal: 'L LT', long: 'dddd, L LT', short: 'L'},
    requireJsConfig: {
      ngDeps: ['outreach.calendars'],
      deps: ['outreach-calendars'],
      paths: {'outreach-calendars': new URL('./calendars.js', import.meta.url).href.replace(/\.js$/, '')}
    },
    disableWelcomeMessage: true
  };
}

/** The header is the app's own and comes later; it stays as it is for login and pages. */
function offerOtherLanguage() {
  const place = () => document.querySelector('[cam-widget-header] .app-menu > ul');
  const offer = () => {
    const other = language() === 'vi' ? 'en' : 'vi';
    const button = document.createElement('button');
    button.type = 'button';
    button.lang = other;
    button.textContent = other === 'vi' ? 'Tiếng Việt' : 'English';
    button.addEventListener('click', () => choose(other));
    const item = document.createElement('li');
    item.className = 'ou-other-language';
    item.append(button);
    place()?.append(item);
  };
  const watch = new MutationObserver(() => {
    if (place()) {
      watch.disconnect();
      offer();
    }
  });
  watch.observe(document.body, {childList: true, subtree: true});
}
