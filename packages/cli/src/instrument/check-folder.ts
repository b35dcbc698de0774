import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { mayShipWording, wholeFault } from '@waymark/model';
import { checkCases } from './check-cases.js';
import { checkDefinition, type CheckedDefinition } from './check-definition.js';
import { checkWordings, misplacedWordings } from './check-wordings.js';

/** Checks one instrument's folder: definition, wordings, worked examples, and that it says what it is. */
export async function checkFolder(folder: string): Promise<CheckedDefinition> {
  const definition = await checkDefinition(
    join(folder, 'instrument.json'),
    basename(resolve(folder)),
  );
  const { instrument } = definition;
  if (!instrument) return definition;
  const wordings = join(folder, 'wording');
  const readme = join(folder, 'README.md');
  const faults = [
    ...definition.faults,
    ...(mayShipWording(instrument.rights)
      ? await checkWordings(wordings, instrument)
      : await misplacedWordings(wordings, instrument)),
    ...(await checkCases(join(folder, 'cases.json'), instrument)),
    ...((await stat(readme).catch(() => null))
      ? []
      : [wholeFault(readme, 'nothing', 'must say what it measures, who made it and its limits')]),
  ];
  return { instrument, faults };
}
