import type { InvarianceReport } from '#analysis/models/measurement-invariance.ts';
import { decideComparability, type Comparability } from './comparability.ts';
import { comparabilitySentence } from './comparability-words.ts';
import { itemsToFree } from './differing-items.ts';
import { invarianceCautions } from './invariance-cautions.ts';
import { latentMeanTable } from './invariance-means.ts';
import type { InvarianceParams } from './invariance-params.ts';
import { isRead, readInvariance, type InvarianceReading } from './invariance-reading.ts';
import { fewestPerGroup } from './invariance-steps.ts';
import { changeTable, fitTable, groupTable } from './invariance-tables.ts';
import { nothingFound } from './nothing-found.ts';
import { reportOf } from './report-of.ts';
import type { AnalysisView, Shown } from './study-analysis.ts';

type Estimated = Extract<InvarianceReport, { ok: true }>;

function continuousReport({ reader, outcomes }: Shown<InvarianceParams>): Estimated | null {
  const found = reportOf<InvarianceReport>(reader, outcomes, 'continuous');
  return 'report' in found ? found.report : null;
}

/** Items whose intercepts stand out, where intercepts alone are not equal. */
function standingOut(
  { analysed, params, outcomes }: Shown<InvarianceParams>,
  found: Comparability,
) {
  if (found.state !== 'refuted' || found.step !== 'scalar') return [];
  return itemsToFree(analysed.study.instrument, params.scale, outcomes);
}

function decided({ free }: InvarianceParams, reading: InvarianceReading): Comparability {
  const found = decideComparability({ reading, partial: null });
  return found.state === 'supported' ? { ...found, differing: free } : found;
}

/** The verdict in words, the invariance tables, and the factor means where they may be compared. */
export function presentInvariance(shown: Shown<InvarianceParams>): AnalysisView {
  const { reader, params, analysed, outcomes } = shown;
  const { say } = reader;
  const notMeaning = say('invariance.notMeaning');
  const wanted = readInvariance(outcomes, params.items);
  const other = readInvariance(outcomes, 'continuous');
  const reading = isRead(wanted) ? wanted : other;
  const refused = reportOf(reader, outcomes, params.items).why ?? '';
  if (!isRead(reading)) return nothingFound(refused, notMeaning);
  const found = decided(params, reading);
  const items = standingOut(shown, found);
  const readings = reading.items === 'ordered' && isRead(other) ? [reading, other] : [reading];
  const dimension = params.by?.id ?? '';
  const report = continuousReport(shown);
  const means = report && found.state === 'supported' ? latentMeanTable(shown, report) : null;
  return {
    findings: [
      comparabilitySentence(reader, found, params.scale.title),
      ...(isRead(wanted) ? [] : [say('invariance.restsOnContinuous')]),
      ...(items.length > 0 ? [say('invariance.standOut', { items: items.join(', ') })] : []),
    ],
    notMeaning,
    cautions: [
      ...(isRead(wanted) ? [] : [`${refused} ${say('invariance.fallback')}`]),
      ...invarianceCautions(shown, reading),
    ],
    charts: [],
    tables: [
      ...readings.flatMap((one) => [fitTable(reader, one), changeTable(reader, one)]),
      groupTable(reader, analysed.study, reading, dimension),
      ...(means ? [means] : []),
    ],
    methods: [
      ...readings.map((one) => say(`invariance.methods.${one.items}`)),
      ...(params.free.length > 0 ? [say('invariance.methods.partial')] : []),
      say('invariance.methods.cutoffs', { minimum: fewestPerGroup }),
    ],
  };
}
