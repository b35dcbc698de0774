import { isRounding, isStated, toleranceFor } from './tolerances.mjs';

const isRefusal = (value) => value?.computable === false;
const isNothing = (value) =>
  value === null || (Array.isArray(value) && value.length > 0 && value.every(isNothing));

/** The standard error beside an estimate: a sibling key, at the same places of the list. */
function standardErrorBeside(parents, keys) {
  const at = keys.lastIndexOf('estimate');
  return keys.slice(at + 1).reduce((value, key) => value?.[key], parents[at]?.se);
}

/** The modelled standard deviation of an item, or its variance beside a uniqueness. */
function spreadOfItem(parents, keys) {
  const { loadings, uniqueness } = parents.at(-2);
  const variance = loadings[keys.at(-1)] ** 2 + uniqueness[keys.at(-1)];
  return keys.at(-2) === 'uniqueness' ? variance : Math.sqrt(variance);
}

function unitOf(row, parents, keys, expected) {
  if (row.scale === 'absolute') return 1;
  if (row.scale === 'standard errors') {
    return standardErrorBeside(parents, keys) ?? Math.max(Math.abs(expected), 1e-3);
  }
  if (row.scale === 'spread of the item') return spreadOfItem(parents, keys);
  if (row.scale === 'runs') {
    const spread = parents.at(-2).bca95SdAcrossRuns[keys.at(-1)];
    return Math.max(spread, 1e-12 * Math.abs(expected));
  }
  return Math.max(Math.abs(expected), row.floor ?? 0);
}

/**
 * Compares everything a fixture expects with what was computed. Returns the number of values, the
 * mismatches at each tolerance, and the number that is relatively furthest off. A value that was
 * not computed is a mismatch; where the fixture has `null`, a refusal or `null` must stand.
 */
export function compare(name, expected, actual, given = []) {
  const found = { compared: 0, must: [], goal: [], worst: { error: 0, path: '' } };

  function leaf(wanted, got, path, parents, keys) {
    found.compared++;
    const fails = { path, expected: wanted, actual: got };
    if (typeof wanted !== 'number' || typeof got !== 'number') {
      if (wanted === got || (isNothing(wanted) && (isNothing(got) || isRefusal(got)))) return;
      found.must.push(fails);
      found.goal.push(fails);
      return;
    }
    const difference = Math.abs(wanted - got);
    const row = toleranceFor(path);
    const unit = unitOf(row, parents, keys, wanted);
    if (!(difference <= row.must * unit)) found.must.push({ ...fails, kind: row.kind });
    if (!(difference <= row.goal * unit)) found.goal.push({ ...fails, kind: row.kind });
    const error = difference === 0 ? 0 : difference / Math.max(Math.abs(wanted), row.floor ?? 0);
    const random = row.scale === 'runs' || path.includes('monteCarlo');
    if (!random && error > found.worst.error) found.worst = { error, path };
  }

  function walk(wanted, got, path, parents, keys) {
    if (isStated(path, wanted, given)) return;
    if (wanted === null || typeof wanted !== 'object' || isNothing(wanted)) {
      leaf(wanted, got, path, parents, keys);
      return;
    }
    for (const key of Object.keys(wanted)) {
      const below = `${path}/${key}`;
      const value = isRounding(below, wanted[key], wanted) ? null : wanted[key];
      walk(value, got?.[key], below, [...parents, wanted], [...keys, key]);
    }
  }

  walk(expected, actual, name, [], []);
  return found;
}
