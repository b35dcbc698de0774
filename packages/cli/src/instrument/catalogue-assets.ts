/** How the catalogue looks. */
export const style = `
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1c2430; background: #fff; }
h1 { line-height: 1.2; }
h2 { font-size: 1.15rem; margin: 0; }
form { display: flex; flex-wrap: wrap; gap: 0 1rem; }
form p { margin: 0 0 .5rem; flex: 1 1 12rem; }
label { display: block; font-weight: 600; }
input, select { box-sizing: border-box; width: 100%; min-height: 2.75rem; font: inherit; padding: .25rem .5rem; border: 1px solid #5b6675; border-radius: .25rem; background: #fff; color: inherit; }
:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
#count { font-weight: 600; }
article { border-top: 1px solid #c5ccd6; padding: 1rem 0; }
article p { margin: .25rem 0 .5rem; }
dl { margin: 0; display: grid; gap: .15rem 1rem; }
dl div { display: grid; grid-template-columns: 7rem 1fr; }
dt { color: #465264; }
dd { margin: 0; overflow-wrap: anywhere; }
dd ul { margin: 0; padding-left: 1.1rem; }
@media (max-width: 30rem) { dl div { grid-template-columns: 1fr; } }
@media print { form { display: none; } article { break-inside: avoid; } }
`;

/** Shows the instruments that have all the words, the area and the rights asked for, and says how many. */
export const filterScript = `
const find = (id) => document.getElementById(id);
const listed = [...document.querySelectorAll('article')];
function filter() {
  const words = find('words').value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const article of listed) {
    const text = article.textContent.toLowerCase();
    const fits = ['area', 'rights'].every((name) => !find(name).value || article.dataset[name] === find(name).value);
    article.hidden = !(fits && words.every((word) => text.includes(word)));
    if (!article.hidden) shown += 1;
  }
  find('count').textContent = shown + ' of ' + listed.length + ' instruments';
}
document.querySelector('form').addEventListener('input', filter);
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
filter();
`;
