import type { Reader } from '../results/reader.server.ts';
import type { Comparability } from './comparability.ts';
import { fewestPerGroup } from './invariance-steps.ts';

/** Published cut-offs as papers cite them, the same in every language. */
const citations: Readonly<Record<string, string>> = {
  'cheung-rensvold-2002': 'Cheung & Rensvold 2002',
  'chen-2007-above-300': 'Chen 2007, n > 300',
  'chen-2007-to-300': 'Chen 2007, n ≤ 300',
  cosmin: 'COSMIN',
};

export const citationOf = (cutoff: string): string => citations[cutoff] ?? cutoff;

/** What was found equal or not, in a sentence, with the cut-offs by their names. */
export function comparabilitySentence(
  { t, number }: Pick<Reader, 't' | 'number'>,
  found: Comparability,
  scale: string,
): string {
  switch (found.state) {
    case 'supported':
      return found.differing.length > 0
        ? t('comparability.partial', { scale, items: found.differing.join(', ') })
        : t('comparability.supported', { scale });
    case 'refuted': {
      const cutoffs = found.cutoffs.map(citationOf).join('; ');
      const fall = found.fall === null ? '–' : number(found.fall, 3);
      return t(`comparability.refuted.${found.step}`, { scale, cutoffs, fall });
    }
    case 'not-testable':
      return t(`comparability.notTestable.${found.reason}`, { scale, minimum: fewestPerGroup });
  }
}
