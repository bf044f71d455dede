/* transfer.js · one file on its way: hashed, told whether it is known, sent resumably. */
import { sha256 as createSha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import * as tus from 'tus-js-client';

export const api = '/api/v1';
const chunkSize = 8 * 1024 * 1024;

const sizeText = (bytes) => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

export const postJson = async (url, body) => {
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

export const row = (list, file) => {
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

export const uploadOne = async (file, workId, list) => {
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
