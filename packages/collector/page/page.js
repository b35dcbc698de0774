/* global document, FormData, location */
const form = document.querySelector('#start');
const keyField = document.querySelector('#key-field');
const again = document.querySelector('#again');

// The program key stands behind the # of the link: that part of an address is never sent.
const linked = location.hash.slice(1);
const hasKey = /^wm1\.[\w-]{22}\.[\w-]{87}$/.test(linked);

// The key goes along to the page in another language, still behind the #.
for (const link of document.querySelectorAll('.languages a')) link.hash = location.hash;

// The words around the questions; English ones are in the script itself.
const { lang } = document.documentElement;
const words = lang === 'en' ? undefined : import(`/messages.${lang}.js`);
// Without them a check-in is still better than none.
words?.catch(() => undefined);

if (keyField) {
  keyField.hidden = hasKey;
  keyField.querySelector('input').required = !hasKey;
  form.addEventListener('submit', start);
  again.querySelector('button').addEventListener('click', () => location.reload());
}

// Some questions are asked only where someone is there for the person.
form?.addEventListener('change', ({ target }) => {
  const field = document.querySelector('#attended-field');
  if (!field || target.name !== 'instrument') return;
  const box = field.querySelector('input');
  box.required = 'attended' in target.dataset;
  box.checked = false;
  field.hidden = !box.required;
});

async function start(event) {
  event.preventDefault();
  const chosen = new FormData(form);
  const tag = document.createElement('waymark-check-in');
  const attributes = {
    instrument: chosen.get('instrument'),
    language: form.dataset.language,
    program: form.dataset.program,
    'program-name': form.dataset.name,
    timepoint: chosen.get('timepoint'),
    participant: chosen.get('participant').toUpperCase(),
    collector: location.origin,
    key: hasKey ? linked : chosen.get('key').trim(),
  };
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
  if (chosen.has('attended')) tag.setAttribute('attended', '');
  tag.addEventListener('waymark-kept', () => (again.hidden = false));
  form.hidden = true;
  for (const links of document.querySelectorAll('.languages')) links.hidden = true;
  form.reset();
  tag.tabIndex = -1;
  const read = await words?.catch(() => undefined);
  if (read) tag.messages = read.messages;
  document.querySelector('#check-in').replaceChildren(tag);
  tag.focus();
}
