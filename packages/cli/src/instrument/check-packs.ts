import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mayShipWording, wholeFault, type FileFault, type Instrument } from '@waymark/model';
import { checkWordings } from './check-wordings.js';
import { entries } from './entries.js';

/** What is wrong with the wording packs of a library: `<pack>/<id>/wording/<language>.json`. */
export async function checkPacks(
  folder: string,
  instruments: readonly Instrument[],
): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (const pack of await entries(folder)) {
    const names = await entries(join(folder, pack));
    if (!names.includes('LICENSE.md'))
      faults.push(wholeFault(join(folder, pack, 'LICENSE.md'), 'nothing', 'must give its terms'));
    for (const name of names) {
      const path = join(folder, pack, name);
      if ((await stat(path)).isDirectory())
        faults.push(...(await checkPacked(path, name, instruments)));
    }
  }
  return faults;
}

async function checkPacked(
  folder: string,
  id: string,
  instruments: readonly Instrument[],
): Promise<FileFault[]> {
  const instrument = instruments.find((known) => known.id === id);
  if (!instrument)
    return [wholeFault(folder, 'folder', 'must be named like an instrument without faults')];
  const { rights } = instrument;
  if (mayShipWording(rights))
    return [wholeFault(folder, 'folder', `must stand in ${id}/wording (${rights.class})`)];
  if (rights.class !== 'non-commercial')
    return [wholeFault(folder, 'folder', `must not be in the library (${rights.class})`)];
  return checkWordings(join(folder, 'wording'), instrument);
}
