import type { Instrument } from '#surveys/model/instrument.ts';
import { modelStep } from './confirmatory/estimators.ts';
import { modelNames } from './model-names.ts';
import type { Step } from './steps.ts';

/** One factor of ordered items: what models of a single attitude presume. Its outcome is `one-factor`. */
export function oneFactorStep(instrument: Instrument, items: readonly string[]): Step {
  const names = modelNames(instrument.items.map(({ id }) => id));
  const taken = [...names.values()].includes('factor') ? 'factor.scale' : 'factor';
  const text = `${taken} =~ ${items.map((item) => names.get(item) ?? item).join(' + ')}`;
  return { ...modelStep(text, 'WLSMV'), name: 'one-factor' };
}
