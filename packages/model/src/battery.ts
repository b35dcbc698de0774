import * as z from 'zod/mini';
import { check, type Checked, type Fault } from './fault.js';
import { Id } from './id.js';
import type { Instrument } from './instrument.js';
import { repeated } from './name-faults.js';
import { mayShipWording } from './source.js';

/** Instruments that are asked together, in this order, and why just these. */
export const Battery = z.strictObject({
  $schema: z.optional(z.string()),
  id: Id,
  title: z.string().check(z.minLength(2)),
  why: z.string().check(z.minLength(10)),
  /** Minutes to answer all of it: the sum of its instruments' minutes. */
  minutes: z.number().check(z.gt(0)),
  /** True when every wording comes with Waymark, so that nobody has to be asked first. */
  ready: z.boolean(),
  instruments: z.array(Id).check(z.minLength(1)),
});
/** Instruments that are asked together, in this order, and why just these. */
export type Battery = z.infer<typeof Battery>;

/** Checks a battery from outside, and that what it says fits the instruments it names. */
export function parseBattery(value: unknown, library: readonly Instrument[]): Checked<Battery> {
  const checked = check(Battery, value);
  if (!checked.ok) return checked;
  const faults = batteryFaults(checked.value, library);
  return faults.length === 0 ? checked : { ok: false, faults };
}

function batteryFaults(battery: Battery, library: readonly Instrument[]): Fault[] {
  const named = battery.instruments.map((id) => library.find((known) => known.id === id));
  const at = (i: number, rule: string): Fault => ({
    path: `instruments[${i}]`,
    found: 'string',
    rule,
  });
  const unknown = named.flatMap((instrument, i) =>
    instrument ? [] : [at(i, `must name an instrument, not "${battery.instruments[i]!}"`)],
  );
  if (unknown.length > 0) return unknown;
  const minutes = named.reduce((total, instrument) => total + instrument!.minutes, 0);
  return [
    ...repeated('instruments', battery.instruments),
    ...(Math.abs(minutes - battery.minutes) < 1e-9
      ? []
      : [{ path: 'minutes', found: 'number', rule: `must be ${minutes}, the sum of its parts` }]),
    ...named.flatMap((instrument, i) =>
      battery.ready && !mayShipWording(instrument!.rights)
        ? [at(i, `must be free to reproduce in a battery that is ready, or ready must be false`)]
        : [],
    ),
  ];
}
