import type { InstrumentLibrary, MakeReport } from '@waymark/collector';
import { changeReport, renderReport } from '@waymark/outcomes';

/** How a collector's report is made, with its clock and whether the data is made up. */
export function reportOf(
  { instruments }: InstrumentLibrary,
  { now = () => new Date(), simulated = false } = {},
): MakeReport {
  return (submissions, programs) => {
    const json = changeReport(submissions, {
      instruments,
      programs,
      generatedAt: now(),
      simulated,
    });
    return { html: renderReport(json), json };
  };
}
