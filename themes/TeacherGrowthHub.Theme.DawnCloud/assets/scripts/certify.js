/* certify.js · the queue by keyboard: J K move, X selects, A certifies, R returns; the claim stands beside it. Everything works without it. */
(function () {
  var $ = function (s, c) { return Array.prototype.slice.call((c || document).querySelectorAll(s)); };
  var table = document.querySelector('[data-claims]');
  var panel = document.querySelector('[data-panel]');
  var claimForm = function () { return document.querySelector('form[data-claim]'); };

  function chips(form) {
    var say = form.querySelector('#reason');
    $('[data-reason]', form).forEach(function (chip) {
      chip.hidden = false;
      chip.addEventListener('click', function () { say.value = say.value ? say.value + '；' + chip.getAttribute('data-reason') : chip.getAttribute('data-reason'); say.focus(); });
    });
  }

  if (table) {
    var links = $('a[data-item]', table), at = -1, asked = 0;
    var isBeside = function () { return panel && panel.offsetParent !== null; };
    var boxOf = function (link) { return link.closest('tr').querySelector('input[name="Ids"]'); };
    var paint = function () { $('tbody tr', table).forEach(function (row) { var box = row.querySelector('input[name="Ids"]'); row.classList.toggle('sel', !!box && box.checked); }); };
    var show = function (link) {
      var turn = ++asked;
      fetch(link.getAttribute('href') + '?panel=true&back=' + encodeURIComponent(location.pathname + location.search), { credentials: 'same-origin' })
        .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(); })
        .then(function (html) {
          if (turn !== asked) return;
          panel.innerHTML = html;
          if (claimForm()) chips(claimForm());
        })
        .catch(function () { if (turn === asked) location.href = link.getAttribute('href'); });
    };
    var go = function (place, focus) {
      at = Math.max(0, Math.min(links.length - 1, place));
      links.forEach(function (link, i) { link.closest('tr').classList.toggle('cur', i === at); });
      if (focus) links[at].focus();
      if (isBeside()) show(links[at]);
    };
    var all = table.querySelector('[data-all]');
    if (all) all.addEventListener('change', function () { $('input[name="Ids"]', table).forEach(function (box) { box.checked = all.checked; }); paint(); });
    table.addEventListener('change', paint);
    table.addEventListener('click', function (e) {
      var row = e.target.closest('tbody tr');
      if (!row || !isBeside() || e.target.closest('label') || e.ctrlKey || e.metaKey || e.shiftKey) return;
      e.preventDefault();
      go(links.indexOf(row.querySelector('a[data-item]')), true);
    });
    document.addEventListener('keydown', function (e) {
      if (e.ctrlKey || e.metaKey || e.altKey || /^(TEXTAREA|SELECT)$/.test(e.target.tagName) || (e.target.tagName === 'INPUT' && e.target.type !== 'checkbox')) return;
      if (e.key === 'j') go(at + 1, true);
      if (e.key === 'k') go(at - 1, true);
      if (e.key === 'x' && at >= 0 && boxOf(links[at])) { boxOf(links[at]).checked = !boxOf(links[at]).checked; paint(); }
    });
    if (links.length && isBeside()) go(0, false);
  } else if (claimForm()) chips(claimForm());

  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
    var form = claimForm(), button = form && form.querySelector('[data-key="' + e.key + '"]');
    if (!button) return;
    e.preventDefault();
    // A return needs its reason first.
    var say = form.querySelector('#reason');
    if (e.key === 'r' && !say.value) say.focus(); else button.click();
  });
})();
