import type { ContentValidityReport } from '#analysis/agreement/report-content-validity.ts';
import { contentValidity as family } from '#app/services/analyses/families/content-validity.ts';
import type { OracleFamily } from '../family.ts';

export const contentValidity: OracleFamily = {
  compute: (table, options) => {
    const { relevant_if, scale } = options;
    const given = { relevantIf: relevant_if, scale };
    const report = family.run(table, given, {}) as ContentValidityReport;
    const { items } = report;
    const of = <Value>(
      value: (found: Extract<(typeof items)[number]['relevance'], { ok: true }>) => Value,
    ) => items.map(({ relevance }) => (relevance.ok ? value(relevance) : undefined));
    return {
      n_experts: report.experts.length,
      items: items.map(({ name }) => name),
      i_cvi: of((found) => found.contentValidityIndex),
      modified_kappa: of((found) => found.modifiedKappa),
      cvr: of((found) => found.contentValidityRatio),
      aiken_v: items.map(({ aikenV }) => (aikenV.ok ? aikenV.value : undefined)),
      s_cvi_ave: report.scaleIndexAverage,
      s_cvi_ua: report.scaleIndexUniversalAgreement,
    };
  },
  tolerances: [],
};
