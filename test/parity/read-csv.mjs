import { readFileSync } from 'node:fs';

/** Reads a table: one object a row; numbers as numbers, empty and NA as null, the rest as text. */
export function readCsv(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',').map(unquoted);
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, valueOf(unquoted(fields[i] ?? ''))]));
  });
}

const unquoted = (field) => field.replace(/^"(.*)"$/, '$1');

function valueOf(text) {
  if (text === '' || text === 'NA') return null;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}
