// @ts-check
/** Camunda's calendars begin on Sunday and count weeks; here a week begins on Monday, and nobody counts them. A module of AMD, as the webapps load it. */
define(['angular'], angular => {
  angular.module('outreach.calendars', []).config(['uibDatepickerConfig', (/** @type {object} */ calendar) => {
    Object.assign(calendar, {startingDay: 1, showWeeks: false});
  }]);
});
