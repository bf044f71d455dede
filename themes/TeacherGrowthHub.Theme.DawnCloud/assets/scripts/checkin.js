/* Keeps codes fresh: a piece of the page is fetched again every few seconds. Plain enough for an old phone. */
(function () {
  function load(piece) {
    var request = new XMLHttpRequest();
    request.open('GET', piece.getAttribute('data-refresh'));
    request.onload = function () { if (request.status === 200) piece.innerHTML = request.responseText; };
    request.send();
  }

  document.addEventListener('DOMContentLoaded', function () {
    Array.prototype.forEach.call(document.querySelectorAll('[data-refresh]'), function (piece) {
      setInterval(function () { if (!document.hidden) load(piece); }, 1000 * piece.getAttribute('data-every'));
      // Who comes back to the page sees no old code.
      document.addEventListener('visibilitychange', function () { if (!document.hidden) load(piece); });
    });
  });
})();
