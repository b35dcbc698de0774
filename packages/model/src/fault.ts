import type * as z from 'zod/mini';

/** One thing wrong with data from outside; it names the value's type, never the value. */
export type Fault = { readonly path: string; readonly found: string; readonly rule: string };

/** What a check of data from outside gives. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: Fault[] };

/** `answers.sc1` for `['answers', 'sc1']`; the whole value is `(whole)`. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return text.replace(/^\./, '') || '(whole)';
}

/** The type of a value in words a form author knows. */
export function typeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value;
}

/** The value a path leads to, or undefined. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );
}

function limit(within: string, beyond: string, { inclusive }: { inclusive?: boolean }): string {
  return inclusive === false ? beyond : within;
}

const rules: { [code: string]: (issue: z.core.$ZodIssue) => string } = {
  invalid_type: (issue) =>
    'expected' in issue ? `must be ${String(issue.expected)}` : 'wrong type',
  invalid_value: (issue) =>
    'values' in issue ? `must be one of ${issue.values.map(String).join(', ')}` : 'wrong value',
  invalid_format: (issue) =>
    'pattern' in issue && issue.pattern ? `must match ${issue.pattern}` : 'has the wrong form',
  too_small: (issue) =>
    'minimum' in issue
      ? `must be ${limit('at least', 'above', issue)} ${issue.minimum}`
      : 'too small',
  too_big: (issue) =>
    'maximum' in issue ? `must be ${limit('at most', 'below', issue)} ${issue.maximum}` : 'too big',
  unrecognized_keys: (issue) =>
    'keys' in issue ? `must not have ${issue.keys.length} unknown field(s)` : 'unknown field',
  invalid_union: (issue) =>
    'options' in issue && Array.isArray(issue.options) && issue.options.length > 0
      ? `must be one of ${issue.options.map(String).join(', ')}`
      : 'must have one of the allowed forms',
  invalid_key: () => 'has a field name of the wrong form',
};

function faultsOf(issue: z.core.$ZodIssue, whole: unknown, base: readonly PropertyKey[]): Fault[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length === 1)
    return issue.errors[0]!.flatMap((inner) => faultsOf(inner, whole, path));
  const rule = rules[issue.code]?.(issue) ?? issue.message;
  return [{ path: pathText(path), found: typeOf(valueAt(whole, path)), rule }];
}

/** Checks a value against a schema; faults carry path, type and rule, so they can be shown and logged. */
export function check<S extends z.core.$ZodType>(
  schema: S & { safeParse(value: unknown): z.core.util.SafeParseResult<z.core.output<S>> },
  value: unknown,
): Checked<z.core.output<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, faults: parsed.error.issues.flatMap((i) => faultsOf(i, value, [])) };
}
