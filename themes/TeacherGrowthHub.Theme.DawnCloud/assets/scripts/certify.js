/* certify.js · the queue by keyboard: J K move, X selects, A certifies, R returns. Everything works without it. */
(function () {
  var $ = function (s, c) { return Array.prototype.slice.call((c || document).querySelectorAll(s)); };
  var table = document.querySelector('[data-claims]');
  var form = document.querySelector('form[data-claim]');

  if (table) {
    var links = $('a[data-item]', table), at = -1;
    var boxOf = function (link) { return link.closest('tr').querySelector('input[name="Ids"]'); };
    var paint = function () { $('tbody tr', table).forEach(function (row) { var box = row.querySelector('input[name="Ids"]'); row.classList.toggle('sel', !!box && box.checked); }); };
    var move = function (step) {
      at = Math.max(0, Math.min(links.length - 1, at + step));
      links.forEach(function (link, i) { link.closest('tr').classList.toggle('cur', i === at); });
      if (links[at]) links[at].focus();
    };
    var all = table.querySelector('[data-all]');
    if (all) all.addEventListener('change', function () { $('input[name="Ids"]', table).forEach(function (box) { box.checked = all.checked; }); paint(); });
    table.addEventListener('change', paint);
    document.addEventListener('keydown', function (e) {
      if (e.ctrlKey || e.metaKey || e.altKey || /^(TEXTAREA|SELECT)$/.test(e.target.tagName) || (e.target.tagName === 'INPUT' && e.target.type !== 'checkbox')) return;
      if (e.key === 'j') move(1);
      if (e.key === 'k') move(-1);
      if (e.key === 'x' && at >= 0 && boxOf(links[at])) { boxOf(links[at]).checked = !boxOf(links[at]).checked; paint(); }
    });
  }

  if (form) {
    var say = form.querySelector('#reason');
    $('[data-reason]', form).forEach(function (chip) {
      chip.hidden = false;
      chip.addEventListener('click', function () { say.value = say.value ? say.value + '；' + chip.getAttribute('data-reason') : chip.getAttribute('data-reason'); say.focus(); });
    });
    document.addEventListener('keydown', function (e) {
      if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
      var button = form.querySelector('[data-key="' + e.key + '"]');
      if (!button) return;
      e.preventDefault();
      // A return needs its reason first.
      if (e.key === 'r' && !say.value) say.focus(); else button.click();
    });
  }
})();
