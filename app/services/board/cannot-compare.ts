import { fewestPerGroup } from '../psychometrics/invariance-steps.ts';
import type { Comparability } from '../psychometrics/comparability.ts';
import { wordOf } from '../results/wording.ts';
import type { BoardReader } from './board-reader.server.ts';
import type { ComparedDimension, StudyView } from './study-view.server.ts';

type Kind = 'refuted' | 'tooFew' | 'untested';

function kindOf(found: Comparability): Kind | null {
  if (found.state === 'supported') return null;
  if (found.state === 'refuted') return 'refuted';
  return found.reason === 'too-few-per-group' ? 'tooFew' : 'untested';
}

const kinds: readonly Kind[] = ['refuted', 'tooFew', 'untested'];

/** Which scales may not be held against each other over sites, waves or languages, and why. */
export function cannotCompare(
  reader: BoardReader,
  { study: { instrument }, comparability }: StudyView,
  dimension: ComparedDimension,
): string[] {
  const { byScale } = comparability[dimension];
  return kinds.flatMap((kind) => {
    const scales = instrument.scales.filter(({ id }) => {
      const found = byScale.get(id);
      return found !== undefined && kindOf(found) === kind;
    });
    if (scales.length === 0) return [];
    const titles = scales.map(({ title }) =>
      reader.t('quoted', { text: wordOf(reader, instrument, title) }),
    );
    const values = { scales: reader.names(titles), minimum: fewestPerGroup };
    return [reader.board(`cannot.${dimension}.${kind}`, values)];
  });
}
