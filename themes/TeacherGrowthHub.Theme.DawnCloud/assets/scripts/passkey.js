/* passkey.js · makes and uses passkeys. Its forms stay hidden where the browser has none or the page is not on a secure address. */
(function () {
  var able = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON && navigator.credentials;

  async function run(form) {
    var answer = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), redirect: 'error' });
    if (!answer.ok) throw new Error('options');
    var options = await answer.json();
    var credential = form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.Credential.value = JSON.stringify(credential);
    form.submit();
  }

  document.addEventListener('DOMContentLoaded', function () {
    if (!able) return;
    document.querySelectorAll('form[data-passkey]').forEach(function (form) {
      var problem = form.querySelector('[data-problem]');
      form.hidden = false;
      form.addEventListener('submit', function (event) {
        event.preventDefault();
        problem.hidden = true;
        // The person cancelled, or the device has no passkey for this site.
        run(form).catch(function () { problem.hidden = false; });
      });
    });
  });
})();
