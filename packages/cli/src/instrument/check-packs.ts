import { join } from 'node:path';
import { readWordingPack } from '@waymark/collector';
import { mayShipWording, wholeFault, type FileFault, type Instrument } from '@waymark/model';
import { entries } from './entries.js';

/** What is wrong with the wording packs of a library, each a folder with `pack.json` in it. */
export async function checkPacks(
  folder: string,
  instruments: readonly Instrument[],
): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (const name of await entries(folder)) {
    const pack = join(folder, name);
    faults.push(...(await readWordingPack(pack, instruments)).faults);
    for (const id of await entries(pack)) {
      const rule = misplaced(instruments.find((known) => known.id === id));
      if (rule) faults.push(wholeFault(join(pack, id), 'folder', rule));
    }
  }
  return faults;
}

/** Why the wording of an instrument may not stand in a pack of the library. */
function misplaced(instrument: Instrument | undefined): string | null {
  if (!instrument || instrument.rights.class === 'non-commercial') return null;
  const { id, rights } = instrument;
  if (mayShipWording(rights)) return `must stand in ${id}/wording (${rights.class})`;
  return `must not be in the library (${rights.class})`;
}
