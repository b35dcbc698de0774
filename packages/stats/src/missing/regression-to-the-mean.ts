import { millsRatio, normalDensity, normalUpper } from '../distributions/index.js';

function check(name: string, reliability: number): void {
  if (!(reliability >= 0 && reliability <= 1))
    throw new RangeError(`${name} requires a reliability between 0 and 1`);
}

/**
 * The change to expect from regression to the mean alone: (1 - reliability) (population mean -
 * mean before), in units of the score and with its sign.
 *
 * For a group that came because of extreme scores (Davis 1976; Barnett et al. 2005). Needs the mean
 * of the population it was drawn from and the test-retest reliability over the same interval.
 */
export function regressionToTheMean({
  meanBefore,
  populationMean,
  reliability,
}: {
  readonly meanBefore: number;
  readonly populationMean: number;
  readonly reliability: number;
}): number {
  check('regressionToTheMean', reliability);
  if (!Number.isFinite(populationMean - meanBefore))
    throw new RangeError('regressionToTheMean requires finite means');
  return (1 - reliability) * (populationMean - meanBefore);
}

/**
 * The same when people were taken in because a normal score lay beyond a cut-off:
 * (1 - reliability) sd phi(z) / (1 - Phi(z)), towards the mean; z = (cut-off - mean) / sd, from
 * the side taken in (Davis 1976). `takenIn` says which side.
 */
export function regressionAfterCutOff({
  cutOff,
  takenIn,
  populationMean,
  populationSd,
  reliability,
}: {
  readonly cutOff: number;
  readonly takenIn: 'above' | 'below';
  readonly populationMean: number;
  readonly populationSd: number;
  readonly reliability: number;
}): number {
  check('regressionAfterCutOff', reliability);
  if (!(populationSd > 0)) throw new RangeError('regressionAfterCutOff requires an SD above zero');
  if (!Number.isFinite(cutOff - populationMean))
    throw new RangeError('regressionAfterCutOff requires a finite cut-off and mean');
  const side = takenIn === 'above' ? 1 : -1;
  const z = (side * (cutOff - populationMean)) / populationSd;
  // Far out density and area are both 0 as doubles; their ratio is not.
  const hazard = z > 0 ? 1 / millsRatio(z) : normalDensity(z) / normalUpper(z);
  const excess = populationSd * hazard;
  return -side * (1 - reliability) * excess;
}
