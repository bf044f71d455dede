/* draft.js · a draft that saves itself while its author writes, and its cover that is sent when it is chosen. */
const autosaveDelay = 1500;

/** Whether something was typed since the page came: then it is not loaded anew. */
export let hasTyped = false;

// A picture goes with a save of its own and not with every pause.
const typedOf = (form) => {
  const data = new FormData(form);
  data.delete('Cover');
  return data;
};

const form = document.querySelector('[data-autosave]');
if (form) {
  const state = document.querySelector('[data-saved]');
  const revision = form.querySelector('[name=Revision]');
  let timer;
  let saving = Promise.resolve();
  const save = async () => {
    state.textContent = state.dataset.textSaving;
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: typedOf(form) });
      if (!answer.ok) throw new Error(answer.statusText);
      revision.value = (await answer.json()).revision;
      state.textContent = state.dataset.textSaved;
    } catch {
      state.textContent = state.dataset.textFailed;
    }
  };
  form.addEventListener('input', () => {
    hasTyped = true;
    clearTimeout(timer);
    timer = setTimeout(() => { saving = saving.then(save); }, autosaveDelay);
  });
  form.addEventListener('submit', () => clearTimeout(timer));

  const cover = form.querySelector('[data-cover]');
  const problem = form.querySelector('[data-cover-problem]');
  cover.addEventListener('change', () => {
    const [picture] = cover.files;
    const isLarge = picture !== undefined && picture.size > +cover.dataset.cover;
    problem.textContent = isLarge ? cover.dataset.textLarge : '';
    if (isLarge) cover.value = '';
    else if (picture) saving = saving.then(() => form.requestSubmit(form.querySelector('[data-cover-save]')));
  });
}
