// @ts-check
import {language} from './text.js';

/**
 * Camunda's apps draw some labels before their translation has come, and those stay keys (DUE_DATE) until the next visit.
 * They take a translation at once from their own store in the browser: a first visit fills it before the app begins.
 */
export async function labelsReady() {
  const base = document.querySelector('base');
  const prefix = `${base?.getAttribute('app-root')}/app/${base?.getAttribute('app-name')}/locales/`;
  const key = `${prefix}_locales_data_${language()}_${window.bust}`;
  const store = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  if (store[key] === undefined) {
    const answer = await fetch(`${prefix}${language()}.json?bust=${window.bust}`);
    if (answer.ok) {
      localStorage.setItem('camunda-web', JSON.stringify({...store, [key]: JSON.stringify(await answer.json())}));
    }
  }
}
