/**
 * Cockpit reads no dateFormat from config.js, as its sisters do, but sets its own. An AngularJS module that comes after
 * it may; so this is one of AMD, which is what Cockpit loads, and says again what config.js says.
 */
define(['angular'], angular => {
  angular.module('outreach.dates', []).config(['camDateFormatProvider', formats => {
    Object.entries(window.camCockpitConf.dateFormat).forEach(([name, format]) => formats.setDateFormat(format, name));
  }]);
});
