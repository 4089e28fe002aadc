// Versions that libraries tell of themselves. Runs in the page's own world: what it says is a
// hint by the page about itself, never more.
(() => {
  const ask = (tell) => { try { const said = tell(); return typeof said === "string" ? said.slice(0, 40) : ""; } catch { return ""; } };
  return {
    "jQuery": ask(() => window.jQuery.fn.jquery),
    "jQuery UI": ask(() => window.jQuery.ui.version),
    "jQuery Migrate": ask(() => window.jQuery.migrateVersion),
    "Bootstrap": ask(() => (window.bootstrap ? window.bootstrap.Modal.VERSION : window.jQuery.fn.modal.Constructor.VERSION)),
    "AngularJS": ask(() => window.angular.version.full),
    "Lodash": ask(() => (window._.chunk ? window._.VERSION : "")),
    "Underscore": ask(() => (window._.chunk && window._.templateSettings.imports ? "" : window._.VERSION)),
    "Moment": ask(() => window.moment.version),
    "Handlebars": ask(() => window.Handlebars.VERSION),
    "Vue": ask(() => window.Vue.version),
    "CKEditor": ask(() => window.CKEDITOR.version),
    "TinyMCE": ask(() => window.tinymce.majorVersion + "." + window.tinymce.minorVersion),
    "Knockout": ask(() => window.ko.version),
    "Prototype": ask(() => window.Prototype.Version),
    "MooTools": ask(() => window.MooTools.version),
    "DOMPurify": ask(() => window.DOMPurify.version),
  };
})()
