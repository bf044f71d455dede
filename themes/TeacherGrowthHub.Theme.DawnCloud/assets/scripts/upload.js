/* upload.js · resumable uploads, drafts that save themselves, the form that fills itself. Pages work without it. */
import { sha256 as createSha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import * as tus from 'tus-js-client';

const api = '/api/v1';
const chunkSize = 8 * 1024 * 1024;
const autosaveDelay = 1500;
const readingInterval = 1000;

const sizeText = (bytes) => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

const postJson = async (url, body) => {
  const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.detail || answer.statusText);
  return json;
};

// Streams through the file, so that a gigabyte needs no memory; works on plain http, where WebCrypto does not.
const sha256 = async (file, onProgress) => {
  const hash = createSha256.create();
  for (let at = 0; at < file.size; at += chunkSize) {
    hash.update(new Uint8Array(await file.slice(at, at + chunkSize).arrayBuffer()));
    onProgress(at / file.size);
  }
  return bytesToHex(hash.digest());
};

const row = (list, file) => {
  const item = document.createElement('li');
  item.className = 'hub-row align-items-center';
  item.innerHTML = '<div class="grow"><b class="text-break"></b> <span class="mute small"></span><progress class="hub-meter" max="1" value="0"></progress><p class="small mb-0" role="status"></p></div>';
  item.querySelector('b').textContent = file.name;
  item.querySelector('span').textContent = sizeText(file.size);
  item.querySelector('progress').setAttribute('aria-label', file.name);
  list.append(item);
  const note = item.querySelector('p');
  return { say: (text) => { note.textContent = text; }, progress: (share) => { item.querySelector('progress').value = share; } };
};

const send = (file, workId, line) =>
  new Promise((resolve, reject) => {
    const upload = new tus.Upload(file, {
      endpoint: `${api}/uploads`,
      chunkSize,
      retryDelays: [0, 1000, 3000, 5000, 10000],
      metadata: { filename: file.name, work: workId },
      removeFingerprintOnSuccess: true,
      fingerprint: async () => `hub-${workId}-${file.name}-${file.size}-${file.lastModified}`,
      onProgress: (sent, total) => line.progress(sent / total),
      onSuccess: resolve,
      onError: reject,
    });
    upload.findPreviousUploads().then((earlier) => {
      if (earlier.length) upload.resumeFromPreviousUpload(earlier[0]);
      upload.start();
    });
  });

const uploadOne = async (file, workId, list) => {
  const texts = list.dataset;
  const line = row(list, file);
  try {
    line.say(texts.textHash);
    const known = await postJson(`${api}/resources/hash`, { sha256: await sha256(file, line.progress), workId });
    line.say(texts.textSend);
    await send(file, workId, line);
    const where = known.isOwn ? texts.textOwn : texts.textPublic;
    line.say(known.isKnown ? where.replace('{0}', known.title) : texts.textDone);
    return { known: known.isKnown };
  } catch (error) {
    const answer = error.originalResponse && error.originalResponse.getBody();
    let detail = '';
    try { detail = JSON.parse(answer).detail; } catch { /* not a problem document */ }
    line.say(detail || texts.textFail);
    return { failed: true };
  }
};

// Refused before a byte is sent.
const acceptable = (files, max, list) =>
  [...files].filter((file) => {
    if (file.size > 0 && file.size <= max) return true;
    row(list, file).say(file.size > 0 ? list.dataset.textLarge : list.dataset.textEmpty);
    return false;
  });

const uploadAll = async (files, workId, list) => {
  const results = [];
  for (const file of files) results.push(await uploadOne(file, workId, list));
  return results;
};

const onDrop = (zone, take) => {
  zone.addEventListener('dragover', (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  });
  zone.querySelector('[data-files]').addEventListener('change', (event) => take(event.target.files));
};

const list = document.querySelector('[data-uploads]');

const begin = document.querySelector('[data-upload-new]');
if (begin) {
  const start = async (files) => {
    const wanted = acceptable(files, +begin.dataset.max, list);
    if (!wanted.length) return;
    const work = await postJson(`${api}/resources`, { kind: new FormData(begin).get('Kind') });
    const results = await uploadAll(wanted, work.id, list);
    if (!results.every((result) => result.failed)) location.href = `/my/resources/${work.id}`;
  };
  onDrop(begin.querySelector('[data-drop]'), start);
}

const more = document.querySelector('[data-upload-work]');
if (more) {
  onDrop(more, async (files) => {
    const results = await uploadAll(acceptable(files, +more.dataset.max, list), more.dataset.uploadWork, list);
    if (results.length && results.every((result) => !result.failed)) location.reload();
  });
}

// Whether something was typed since the page came: then it is not loaded anew, only what is still empty is taken over.
let typed = false;

const isEmpty = (field) => (field.type === 'checkbox' || field.type === 'radio' ? !field.checked : !field.value);

const takeFilled = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const here = document.querySelector('[data-autosave]');
  const there = page.querySelector('[data-autosave]');
  const [steps, filledSteps] = [here, there].map((form) => form.querySelector('#steps'));
  if (steps && [...steps.querySelectorAll('input, textarea')].every(isEmpty)) steps.replaceWith(filledSteps);
  for (const field of there.elements) {
    const same = [...here.querySelectorAll(`[name="${CSS.escape(field.name)}"]`)];
    if (field.type === 'checkbox' && same.every(isEmpty)) same.filter((box) => box.value === field.value).forEach((box) => { box.checked = field.checked; });
    else if (field.name === 'Revision' || (same.length === 1 && isEmpty(same[0]))) same.forEach((one) => { one.value = field.value; });
  }
  reading.querySelector('span').textContent = here.dataset.textFilled;
  here.dispatchEvent(new Event('input'));
};

const reading = document.querySelector('[data-reading]');
if (reading) {
  const ask = async () => {
    const state = await (await fetch(reading.dataset.reading)).json();
    if (!state.isFinished) setTimeout(ask, readingInterval);
    else if (typed) await takeFilled();
    else location.reload();
  };
  setTimeout(ask, readingInterval);
}

const form = document.querySelector('[data-autosave]');
if (form) {
  const state = document.querySelector('[data-saved]');
  const revision = form.querySelector('[name=Revision]');
  let timer;
  let saving = Promise.resolve();
  const save = async () => {
    state.textContent = state.dataset.textSaving;
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new FormData(form) });
      if (!answer.ok) throw new Error(answer.statusText);
      revision.value = (await answer.json()).revision;
      state.textContent = state.dataset.textSaved;
    } catch {
      state.textContent = state.dataset.textFailed;
    }
  };
  form.addEventListener('input', () => {
    typed = true;
    clearTimeout(timer);
    timer = setTimeout(() => { saving = saving.then(save); }, autosaveDelay);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}
