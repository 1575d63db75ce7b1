import {t} from '../../../../app/lib/text.js';
import {labelsReady} from '../../../../app/lib/labels.js';
import {settings} from '../../../../app/lib/webapp.js';

await labelsReady();

const page = path => new URL(`../../../../${path}`, import.meta.url).href;

/** The links are the product's own, in place of Camunda's documentation in English. */
export default {
  ...settings('Trang cá nhân', 'Welcome'),
  links: [
    {label: t('Ngày của tôi', 'My day'), href: page('app'), description: t('Việc cần làm hôm nay và doanh nghiệp của tôi', 'What is to do today, and my enterprises')},
    {label: t('Hướng dẫn', 'Guide'), href: page('app/help'), description: t('Hướng dẫn sử dụng cho cán bộ, một trang', 'One page for officers')}
  ]
};
