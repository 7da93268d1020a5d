import type { NotEstimable } from '#analysis/estimate.ts';
import type { CfaOrdinalReport } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import { judgedVariant } from './confirmatory/fit-verdicts.ts';
import { fittedOrdered } from './confirmatory/fitted-ordered.ts';
import { reportOf } from './report-of.ts';
import type { Shown } from './study-analysis.ts';

/**
 * CFI above 0.95, the least that item banks are held to: Reeve, B. B. et al. (2007).
 * https://doi.org/10.1097/01.mlr.0000250483.85507.04. RMSEA is left out: with few items it strays far
 * (Kenny, D. A. et al. 2015. https://doi.org/10.1177/0049124114543236).
 */
const leastCfi = 0.95;

type Words = { cautions: string[]; methods: string[] };

/** A warning where one factor does not fit the items or that could not be tested; and how it was tested. */
export function oneFactorWords(
  { reader, outcomes }: Shown<unknown>,
  page: 'itemResponse' | 'itemFunctioning',
): Words {
  const { say, number } = reader;
  const found = reportOf<CfaOrdinalReport | NotEstimable>(reader, outcomes, 'one-factor');
  if (!('report' in found)) {
    return { cautions: [say('oneFactor.notTested', { why: found.why })], methods: [] };
  }
  const model = fittedOrdered(found.report);
  const variant = judgedVariant(model);
  if (model.degreesOfFreedom <= 0 || typeof variant?.cfi !== 'number') {
    return { cautions: [say('oneFactor.alwaysFits')], methods: [] };
  }
  const values = {
    cfi: number(variant.cfi, 3),
    variant: say(`confirmatory.variantName.${variant.name}`),
    n: number(model.n, 0),
  };
  const then = say(`oneFactor.then.${page}`, { dimensions: say('name.dimensions') });
  return {
    cautions: variant.cfi > leastCfi ? [] : [`${say('oneFactor.doesNotFit', values)} ${then}`],
    methods: [say('oneFactor.methods', values)],
  };
}
