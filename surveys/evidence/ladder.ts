import type { Evidence, EvidenceKind } from './evidence.ts';
import { isTranslationSupported } from './is-translation-supported.ts';
import { speaksFor } from './verdicts.ts';

/** How far the evidence for a language version in a population reaches, from the lowest rung. */
export const rungs = [
  'draft',
  'linguistically-validated',
  'structure-supported',
  'validated-within-language',
  'comparable-with-source',
] as const;
export type Rung = (typeof rungs)[number];

/** Why the next rung is not reached. */
export type Lack = EvidenceKind | 'independent-sample';

export type Standing = {
  rung: Rung;
  /** What the next rung still asks for; empty at the top. */
  lacks: readonly Lack[];
};

type Placed = Evidence & {
  /** The items it was gathered on have been changed since, or the words it rests on were taken back. */
  isExpired: boolean;
};

/** From answers that a computer invented, or people that somebody made up. */
export function isInvented({ origin }: Pick<Evidence, 'origin'>): boolean {
  return 'isSynthetic' in origin && origin.isSynthetic;
}

/** Two samples are independent when they differ in what they came from. */
function sampleOf({ origin, on, n }: Evidence): string {
  return 'runId' in origin ? origin.runId : `${origin.source} ${on} ${n}`;
}

/**
 * The rung of one language version in one population.
 *
 * Linguistically validated: a translation after good practice; for the source language, which nobody
 * translated, content validity. Structure supported: besides, a proper model that fits and a consistent
 * score in one sample. Validated within the language: besides, retest, hypotheses, and structure or
 * consistency again in a sample of its own. Comparable with the source: besides, scalar invariance, at
 * least partial. Consistency without structure promotes nothing.
 *
 * @param evidence for this language and population; what has expired does not count.
 * @returns the rung and what the next one lacks.
 */
export function standingOf(
  evidence: readonly Placed[],
  { isSource }: { isSource: boolean },
): Standing {
  const counted = evidence.filter((one) => !one.isExpired && !isInvented(one));
  const isTranslated = isTranslationSupported(counted);
  const valid = counted.filter((one) =>
    one.finding.kind === 'translation' ? isTranslated : speaksFor(one),
  );
  const of = (kind: EvidenceKind) => valid.filter(({ finding }) => finding.kind === kind);
  const missing = (kinds: readonly EvidenceKind[]) => kinds.filter((kind) => of(kind).length === 0);
  const lacksOf: Record<Exclude<Rung, 'draft'>, () => Lack[]> = {
    'linguistically-validated': () => missing([isSource ? 'content-validity' : 'translation']),
    'structure-supported': () => missing(['structure', 'internal-consistency']),
    'validated-within-language': () => {
      const samples = new Set([...of('structure'), ...of('internal-consistency')].map(sampleOf));
      const lacks: Lack[] = missing(['retest', 'hypotheses']);
      return samples.size > 1 ? lacks : [...lacks, 'independent-sample'];
    },
    'comparable-with-source': () => (isSource ? [] : missing(['invariance'])),
  };
  let rung: Rung = 'draft';
  for (const next of rungs) {
    if (next === 'draft') continue;
    const lacks = lacksOf[next]();
    if (lacks.length > 0) return { rung, lacks };
    rung = next;
  }
  return { rung, lacks: [] };
}
