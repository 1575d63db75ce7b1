import {stylesheet} from '../../../../app/lib/dom.js';
import bell from './outreach/bell.js';
import candidate from './outreach/candidate.js';
import contacts from './outreach/contacts.js';
import deputy from './outreach/deputy.js';
import forms from './outreach/forms.js';
import './outreach/history.js';
import './outreach/names.js';
import './outreach/english.js';
import './outreach/form-language.js';
import './outreach/clicks.js';
import './outreach/missing.js';
import './outreach/sections.js';
import './outreach/typed.js';
import papers from './outreach/papers.js';
import plan from './outreach/plan.js';
import profile from './outreach/profile.js';
import './outreach/skip.js';
import whose from './outreach/whose.js';
import worklist from './outreach/worklist.js';

/** What the product adds to Tasklist: one file a feature in outreach/, each an array of Camunda's plugins. */

stylesheet(new URL('../../../../app/app.css', import.meta.url));

export default [...profile, ...plan, ...contacts, ...candidate, ...papers, ...forms, ...worklist, ...bell, ...deputy, ...whose];
