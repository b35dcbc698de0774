import { expect, test } from 'vitest';
import { momentsOfRows } from './moments.js';
import { selectColumns } from './select-columns.js';

const rows = [
  [1, 5, 2],
  [4, 0, 3],
  [2, 2, 8],
];

test.each([{ columns: [0, 2] }, { columns: [2, 0] }, { columns: [1] }])(
  'columns $columns have the moments of those columns alone',
  ({ columns }) => {
    const chosen = rows.map((row) => columns.map((column) => row[column]!));
    expect(selectColumns(momentsOfRows(rows, 3), columns)).toEqual(
      momentsOfRows(chosen, columns.length),
    );
  },
);
