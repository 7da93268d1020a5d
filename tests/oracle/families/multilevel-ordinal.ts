import {
  multilevelOrdinal as compute,
  type MultilevelOrdinalReport,
} from '#analysis/multilevel/multilevel-ordinal.ts';
import type { OracleFamily } from '../family.ts';
import { byName, logitKeys, multilevelOptions } from './multilevel-options.ts';

function keys({ n, model }: MultilevelOrdinalReport) {
  if (!model.ok) return {};
  return {
    ...logitKeys(n, model),
    thresholds: byName(model.thresholds, ({ estimate }) => estimate),
    thresholds_se: byName(model.thresholds, ({ standardError }) => standardError),
  };
}

export const multilevelOrdinal: OracleFamily = {
  compute: (table, options) => {
    const model = multilevelOptions.parse(options);
    const laplace = compute(table, { ...model, quadraturePoints: 1 });
    const test = laplace.model.ok ? laplace.model.randomInterceptTest : undefined;
    return {
      hospital_laplace: keys(laplace),
      hospital_agq11: keys(compute(table, { ...model, quadraturePoints: 11 })),
      country_hospital_laplace: table.columns.has('country')
        ? keys(compute(table, { ...model, higherGroup: 'country' }))
        : undefined,
      lr_test_random: { statistic: test?.statistic, p_boundary: test?.p },
    };
  },
  tolerances: [[/se\./, 'se']],
};
