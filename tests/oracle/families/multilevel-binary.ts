import { multilevelBinary as compute } from '#analysis/multilevel/multilevel-binary.ts';
import type { OracleFamily } from '../family.ts';
import { logitKeys, multilevelOptions } from './multilevel-options.ts';

export const multilevelBinary: OracleFamily = {
  compute: (table, options) => {
    const model = multilevelOptions.parse(options);
    const fitted = (quadraturePoints: number) => {
      const report = compute(table, { ...model, quadraturePoints });
      return logitKeys(report.n, report.model);
    };
    return { hospital_laplace: fitted(1), hospital_agq11: fitted(11) };
  },
  tolerances: [[/\.se\./, 'se']],
};
