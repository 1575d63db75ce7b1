import {el, fill} from '../lib/dom.js';
import {t} from '../lib/text.js';

export const title = t('Ngày của tôi', 'My day');

export default function start(main, {me}) {
  fill(main, el('h1', {}, t(`Chào ${me.name}`, `Good day, ${me.name}`)));
}
