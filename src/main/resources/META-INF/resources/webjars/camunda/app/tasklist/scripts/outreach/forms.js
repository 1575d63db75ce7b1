import {stylesheet} from '../../../../../app/lib/dom.js';
import {decisionPapers} from '../../../../../app/parts/decisionPapers.js';
import {earlier} from '../../../../../app/parts/said.js';
import {listenToAnswers} from './form/answers.js';
import {draftStrip, keepDrafts} from './form/drafts.js';
import {stopEnter} from './form/enter.js';
import {askForFigures, showNumbers} from './form/figures.js';
import {askWhoLeaves} from './form/leaving.js';
import {watchForms} from './form/open-form.js';
import {accept} from './refused.js';

/** What a form of a task does for the person who fills it, one file a subject; which form it is, and its state: form/open-form.js. */

stylesheet(new URL('./forms.css', import.meta.url));
watchForms({
  read: form => {
    showNumbers(form);
    document.querySelectorAll('.ou-earlier').forEach(old => old.remove());
    if (form.earlier.length > 0) {
      form.pane.before(earlier(form.earlier));
    }
    if (form.papers.length > 0) {
      form.pane.before(decisionPapers(form.papers));
    }
    if (form.draftSavedAt) {
      form.pane.before(draftStrip(form));
    }
  },
  drawn: showNumbers,
  changed: (form, control) => {
    accept(control.closest('.fjs-form-field'));
    showNumbers(form);
  }
});
stopEnter();
askForFigures();
keepDrafts();
askWhoLeaves();
listenToAnswers();

export default [];
