import { listIn } from '../../../i18n/isolate.ts';
import { changeRemarks } from '../../results/change-remarks.ts';
import type { ChangedWaves } from '../../results/load-change.server.ts';
import { presentChange } from '../../results/present-change.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysisView } from '../study-analysis.ts';
import {
  changeEffects,
  changeTable,
  changeTests,
  compared,
  holmOf,
  type Compared,
} from './change-tables.ts';
import { scaleChanges, type ChangeParts } from './scale-changes.ts';

const significance = 0.05;

/** Which scales moved, in a sentence. */
function finding(reader: AnalysisReader, scales: readonly Compared[], waves: ChangedWaves) {
  const { say, t, signed, language } = reader;
  if (scales.length === 0) return t('change.sentenceNone');
  const holm = holmOf(scales);
  const moved = scales
    .filter(({ id }) => (holm.get(id)?.t ?? 1) < significance)
    .map(({ title, report: { pairedT } }) => {
      const [low, high] = pairedT.interval;
      return say('change.by', {
        ...{ scale: title, change: signed(pairedT.meanChange, 2) },
        ...{ low: signed(low, 2), high: signed(high, 2) },
      });
    });
  if (moved.length === 0) return say('change.none', waves);
  return say('change.moved', { ...waves, scales: listIn(language, moved) });
}

/** What the change of the same people says of every scale that may be compared. */
export function changeView(
  reader: AnalysisReader,
  parts: ChangeParts & {
    waves: ChangedWaves;
    /** What is said of the comparison of the waves. */
    cautions: readonly string[];
    isSynthetic: boolean;
  },
): AnalysisView {
  const { study, result, locked, waves, isSynthetic } = parts;
  const { say, t } = reader;
  const all = scaleChanges(reader, parts);
  const scales = compared(all);
  return {
    findings: [finding(reader, scales, waves)],
    notMeaning: t('change.notMeaning'),
    cautions: [
      ...locked.values(),
      ...(locked.size > 0 ? [say('lockedOn')] : []),
      ...parts.cautions,
      ...changeRemarks(reader, result),
      say('sample'),
      ...(isSynthetic ? [say('synthetic')] : []),
    ],
    charts: presentChange(reader, study, result, parts),
    tables: [
      changeTable(reader, all),
      ...(scales.length > 0 ? [changeTests(reader, scales), changeEffects(reader, scales)] : []),
    ],
    methods: [say('change.methods.pairs', waves), say('change.methods.tests')],
  };
}
