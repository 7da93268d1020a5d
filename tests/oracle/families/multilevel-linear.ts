import {
  multilevelLinear as compute,
  type MultilevelLinearReport,
} from '#analysis/multilevel/multilevel-linear.ts';
import type { OracleFamily } from '../family.ts';
import { byName, multilevelOptions } from './multilevel-options.ts';

function keys(model: MultilevelLinearReport['ml']) {
  if (!model.ok) return {};
  return {
    logLik: model.logLik,
    beta: byName(model.coefficients, ({ estimate }) => estimate),
    se: byName(model.coefficients, ({ standardError }) => standardError),
    var_between: model.varianceGroup,
    var_within: model.varianceWithin,
    icc: model.icc,
  };
}

export const multilevelLinear: OracleFamily = {
  compute: (table, options) => {
    const { n, reml, ml } = compute(table, multilevelOptions.parse(options));
    return { n, reml: keys(reml), ml: keys(ml) };
  },
  tolerances: [],
};
