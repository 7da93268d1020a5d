import type { AnalysisReader } from './reader.server.ts';
import type { Comparability } from './comparability.ts';

export const cutoffNames = [
  'cheung-rensvold-2002',
  'chen-2007-above-300',
  'chen-2007-to-300',
  'cosmin',
] as const;

const isKnown = (name: string): name is (typeof cutoffNames)[number] =>
  cutoffNames.some((known) => known === name);

/** The name of a published cut-off. */
export function cutoffWord({ say }: Pick<AnalysisReader, 'say'>, name: string): string {
  return isKnown(name) ? say(`invariance.cutoff.${name}`) : name;
}

/** What was found equal or not, in a sentence, with the cut-offs by their names. */
export function comparabilitySentence(
  { say, number }: Pick<AnalysisReader, 'say' | 'number'>,
  found: Comparability,
  scale: string,
  minimum: number,
): string {
  switch (found.state) {
    case 'supported':
      return found.differing.length > 0
        ? say('comparability.partial', { scale, items: found.differing.join(', ') })
        : say('comparability.supported', { scale });
    case 'refuted': {
      const cutoffs = found.cutoffs.map((name) => cutoffWord({ say }, name)).join('; ');
      return say(`comparability.refuted.${found.step}`, {
        ...{ scale, cutoffs },
        fall: found.fall === null ? '–' : number(found.fall, 3),
      });
    }
    case 'not-testable':
      return say(`comparability.notTestable.${found.reason}`, { scale, minimum });
  }
}
