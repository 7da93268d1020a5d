import type { Assignment } from '#db/queries/code-assignment.server.ts';
import type { CodedText } from '#db/queries/coding.server.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { log } from '../../log.server.ts';
import type { SuggestedCodes } from './suggest-for-texts.ts';

/** A page is not held up by its suggestions, in however many languages. */
const patienceMs = 5_000;

/**
 * Suggested codes by contribution, for those that are `wanted`: learnt language by language from what
 * people assigned. Nothing where fewer than two codes were used, or where it takes too long.
 */
export async function suggestCodesFor(
  texts: readonly CodedText[],
  assignments: readonly Pick<Assignment, 'contributionId' | 'codeId' | 'origin'>[],
  { codeOf, wanted }: { codeOf: ReadonlyMap<string, string | null>; wanted: readonly string[] },
): Promise<Map<string, SuggestedCodes>> {
  const chosen = assignments.filter(({ origin }) => origin !== 'suggested');
  const found = new Map<string, SuggestedCodes>();
  const signal = AbortSignal.timeout(patienceMs);
  for (const language of new Set(texts.map((text) => text.language))) {
    const own = texts.filter((text) => text.language === language);
    const rowOf = new Map(own.map(({ id }, row) => [id, row]));
    const coded = chosen.flatMap(({ contributionId, codeId }) => {
      const [row, code] = [rowOf.get(contributionId), codeOf.get(codeId)];
      return row === undefined || !code ? [] : [{ row, code }];
    });
    const ids = wanted.filter((id) => rowOf.has(id));
    if (ids.length === 0 || new Set(coded.map(({ code }) => code)).size < 2) continue;
    const rows = ids.map((id) => rowOf.get(id) ?? 0);
    const input = { texts: own.map(({ text }) => text), language, coded, rows };
    try {
      const lists = await compute('code-suggestions', input, {
        signal,
        onProgress: () => undefined,
      });
      for (const [index, id] of ids.entries()) found.set(id, lists[index] ?? []);
    } catch (error) {
      log.warn({ err: error }, 'suggestions of codes');
    }
  }
  return found;
}
