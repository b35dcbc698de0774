import { expect, test } from 'vitest';
import { emptyReport, exampleReport } from './render/example-reports.js';
import { summaryTable } from './summary-table.js';

const table = summaryTable(exampleReport());

test('has a line for each program under each scale', () => {
  const lines = table.split('\n').filter((line) => line.startsWith('  A large program'));
  expect(lines).toHaveLength(2);
});

test('columns stand under their headings', () => {
  const [, heading, first] = table.slice(table.indexOf('Scale sum')).split('\n');
  expect(first!.search(/\d/)).toBe(heading!.indexOf('Started'));
});

test('withholds what the report withholds', () => {
  expect(table).toMatch(/A small program[^\n]* {2}1 to 10 {2}[^\n]*withheld: fewer than 11 people/);
});

test('says when data is simulated', () => {
  expect(summaryTable(exampleReport({ simulated: true }))).toContain('SIMULATED DATA');
  expect(table).not.toContain('SIMULATED');
});

test('an empty report says so', () => {
  expect(summaryTable(emptyReport())).toContain('There are no check-ins to report yet.');
});

test('has no number that is not one', () => {
  expect(table).not.toMatch(/NaN|undefined|Infinity/);
});
