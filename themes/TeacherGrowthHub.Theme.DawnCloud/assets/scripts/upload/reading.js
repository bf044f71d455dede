/* reading.js · the form that fills itself once the files of a draft have been read. */
import { hasTyped } from './draft.js';

const readingInterval = 1000;

// What was typed stays; only what is still empty is taken over.
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
    else if (hasTyped) await takeFilled();
    else location.reload();
  };
  setTimeout(ask, readingInterval);
}
