/* hub.js · progressive enhancement only; every page works without it. */
(function () {
  var root = document.documentElement, store = null;
  try { store = localStorage; } catch (e) { /* private mode */ }
  var asked = new URLSearchParams(location.search).get('theme');
  var saved = asked || (store && store.getItem('theme'));
  var dark = saved ? saved === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.setAttribute('data-bs-theme', dark ? 'dark' : 'light');

  document.addEventListener('DOMContentLoaded', function () {
    var $ = function (s, c) { return Array.prototype.slice.call((c || document).querySelectorAll(s)); };

    $('[data-theme-toggle]').forEach(function (b) {
      b.addEventListener('click', function () {
        var next = root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
        root.setAttribute('data-bs-theme', next);
        if (store) store.setItem('theme', next);
        document.dispatchEvent(new CustomEvent('hub:theme'));
      });
    });

    // Facets are open in the markup (no-JS default); fold them on small screens.
    if (matchMedia('(max-width: 991.98px)').matches) $('details[data-fold-sm]').forEach(function (d) { d.open = false; });

    // Copy buttons: data-copy="#id-of-text"
    $('[data-copy]').forEach(function (b) {
      b.addEventListener('click', function () {
        var t = document.querySelector(b.getAttribute('data-copy')), say = document.querySelector('#live');
        if (t && navigator.clipboard) navigator.clipboard.writeText(t.textContent.trim());
        if (say) say.textContent = b.getAttribute('data-copied');
      });
    });

    // Toggle chips
    $('button[aria-pressed]').forEach(function (b) {
      b.addEventListener('click', function () { b.setAttribute('aria-pressed', b.getAttribute('aria-pressed') !== 'true'); });
    });

    // Show what is typed into a password field
    $('[data-reveal]').forEach(function (b) {
      var field = document.getElementById(b.getAttribute('data-reveal'));
      b.hidden = false;
      b.addEventListener('click', function () { field.type = field.type === 'password' ? 'text' : 'password'; });
    });

    // Filters apply at once; without script the button does it
    $('form[data-apply]').forEach(function (form) {
      form.addEventListener('change', function () { form.submit(); });
    });

    // Ask once before what cannot be undone
    $('form[data-confirm]').forEach(function (form) {
      form.addEventListener('submit', function (e) { if (!confirm(form.getAttribute('data-confirm'))) e.preventDefault(); });
    });

    $('[data-print]').forEach(function (b) { b.hidden = false; b.addEventListener('click', function () { print(); }); });

    // Queue: J K move, Enter opens; only while no field has focus
    var queue = document.querySelector('[data-queue]');
    if (queue) {
      var links = $('a[data-item]', queue), at = -1;
      document.addEventListener('keydown', function (e) {
        if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
        if (e.key !== 'j' && e.key !== 'k') return;
        at = Math.max(0, Math.min(links.length - 1, at + (e.key === 'j' ? 1 : -1)));
        if (links[at]) links[at].focus();
      });
    }

    // The draft keeps its state visible to a reader of the screen
    var note = document.querySelector('.hub-done');
    if (note) setTimeout(function () { note.hidden = true; }, 5000);
  });
})();
