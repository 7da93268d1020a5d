import { concernKinds, safeguardingPhrases, type ConcernKind } from './safeguarding-phrases.ts';
import { phrasePattern, phraseText } from './phrase-pattern.ts';

const patterns = concernKinds.map((kind) => ({
  kind,
  patterns: Object.values(safeguardingPhrases).flatMap((phrases) =>
    phrases[kind].map(phrasePattern),
  ),
}));

/**
 * What a text may be a sign of, by phrases in all languages, for people write of it in the one that is
 * nearest to them; null where none stands in it. It misses much and it errs: a person reads and decides.
 */
export function findConcern(text: string): ConcernKind | null {
  const compared = phraseText(text);
  const found = patterns.find((kind) => kind.patterns.some((pattern) => pattern.test(compared)));
  return found?.kind ?? null;
}
