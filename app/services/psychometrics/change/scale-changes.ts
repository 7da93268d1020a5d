import type { PairedReport } from '#analysis/groups/compare-paired.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { changeOf } from '../../results/change-of.ts';
import type { ChangeResult } from '../../results/specification.ts';
import { suppressedText, wordOf } from '../../results/wording.ts';
import type { AnalysisReader } from '../reader.server.ts';
import { reportOf } from '../report-of.ts';
import type { StepOutcomes } from '../steps.ts';

type Estimated<Part> = Exclude<Part, { ok: false }>;

export type ChangeReport = Omit<PairedReport, 'pairedT' | 'effectSizes' | 'wilcoxonSignedRank'> & {
  pairedT: Estimated<PairedReport['pairedT']>;
  effectSizes: Estimated<PairedReport['effectSizes']>;
  wilcoxonSignedRank: Estimated<PairedReport['wilcoxonSignedRank']>;
};

/** A scale with its comparison, or why it has none. */
export type ScaleChange = { id: string; title: string } & (
  { report: ChangeReport; why?: undefined } | { report?: undefined; why: string }
);

export type ChangeParts = {
  study: ResultsStudy;
  result: ChangeResult;
  outcomes: StepOutcomes;
  locked: ReadonlyMap<string, string>;
};

/** Every scale of the instrument, in its order: those that are locked or withheld with the reason. */
export function scaleChanges(
  reader: AnalysisReader,
  { study, result, outcomes, locked }: ChangeParts,
): ScaleChange[] {
  const { t } = reader;
  return study.instrument.scales.map(({ id, title: words }): ScaleChange => {
    const title = wordOf(reader, study.instrument, words);
    const change = changeOf(result, id);
    if (locked.has(id)) return { id, title, why: t('comparability.locked') };
    if (!change?.shown) {
      const reason = change?.reason ?? 'below-minimum';
      return { id, title, why: suppressedText(reader, reason, study.minimumCellSize) };
    }
    const found = reportOf<PairedReport>(reader, outcomes, id);
    if (!('report' in found)) return { id, title, why: found.why };
    const { pairedT, effectSizes, wilcoxonSignedRank } = found.report;
    for (const part of [pairedT, effectSizes, wilcoxonSignedRank]) {
      if (!part.ok) return { id, title, why: t(`notEstimable.${part.reason}`) };
    }
    return { id, title, report: found.report as ChangeReport };
  });
}
