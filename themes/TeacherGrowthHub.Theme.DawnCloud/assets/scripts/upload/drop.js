/* drop.js · files dropped or chosen, on the page that begins a work and on the page of a draft. */
import { api, postJson, row, uploadOne } from './transfer.js';

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
