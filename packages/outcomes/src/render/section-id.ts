import type { InstrumentReport, ScaleReport } from '../report/report.js';

/** The address of a scale's section within the page. */
export function sectionId(
  { id, version }: Pick<InstrumentReport, 'id' | 'version'>,
  scale: Pick<ScaleReport, 'id'>,
): string {
  return `${id}-${version.replaceAll('.', '-')}-${scale.id}`;
}
