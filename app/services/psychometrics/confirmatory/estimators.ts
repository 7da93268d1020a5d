import { orderedOptions } from '../../results/build-readiness-input.ts';
import type { Step } from '../steps.ts';
import type { AnalysedStudy } from '../study-analysis.ts';

export type Estimator = 'WLSMV' | 'MLR' | 'ML' | 'FIML';

/** COSMIN and Rhemtulla et al. (2012): up to five categories are ordered words, more may count as numbers. */
const mostOrderedCategories = 5;

/** The one that suits the answer scale first. */
export function offeredEstimators({ study }: AnalysedStudy): readonly [Estimator, ...Estimator[]] {
  const { instrument } = study;
  const isOrdered = instrument.items.every(
    ({ optionSet }) => orderedOptions(instrument, optionSet).length <= mostOrderedCategories,
  );
  return isOrdered ? ['WLSMV', 'MLR', 'ML', 'FIML'] : ['MLR', 'ML', 'FIML', 'WLSMV'];
}

/** Factor variances are one, so that every loading has a standard error. */
export function modelStep(model: string, estimator: Estimator): Step {
  const name = 'model';
  switch (estimator) {
    case 'WLSMV':
      return { name, family: 'cfa_ordinal', options: { model, estimator, stdLv: true } };
    case 'FIML':
      return {
        ...{ name, family: 'cfa' },
        options: { model, estimator: 'MLR', missing: 'fiml', stdLv: true },
      };
    case 'MLR':
    case 'ML':
      return {
        ...{ name, family: 'cfa' },
        options: { model, estimator, missing: 'listwise', stdLv: true },
      };
  }
}
