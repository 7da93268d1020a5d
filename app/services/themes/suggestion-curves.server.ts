import type { Assignment } from '#db/queries/code-assignment.server.ts';
import type { CodedText } from '#db/queries/coding.server.ts';
import type { CurvePoint } from '#analysis/themes/coding/learning-curve.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { log } from '../../log.server.ts';
import { codesOfTexts } from './codes-of-texts.ts';

/** Thousands of coded texts take longer; the page says so then. */
const patienceMs = 30_000;

export type SuggestionCurve = {
  language: string;
  /** Texts that people coded. */
  coded: number;
  /** Null: it took too long. */
  points: CurvePoint[] | null;
};

type Coding = {
  texts: readonly CodedText[];
  assignments: readonly Assignment[];
  codeOf: ReadonlyMap<string, string | null>;
  /** Contributions that people coded, in the order in which they did. */
  order: readonly string[];
};

/** How right suggestions were in each language, learnt as on the coding page from what was coded before. */
export async function suggestionCurves(coding: Coding): Promise<SuggestionCurve[]> {
  const codesOf = codesOfTexts(coding.assignments, coding.codeOf);
  const signal = AbortSignal.timeout(patienceMs);
  const languages = [...new Set(coding.texts.map(({ language }) => language))].sort();
  return Promise.all(
    languages.map(async (language): Promise<SuggestionCurve> => {
      const own = coding.texts.filter((text) => text.language === language);
      const rowOf = new Map(own.map(({ id }, row) => [id, row]));
      const coded = coding.order.flatMap((id) => {
        const [row, codes] = [rowOf.get(id), codesOf.get(id) ?? []];
        return row === undefined || codes.length === 0 ? [] : [{ row, codes }];
      });
      const input = { texts: own.map(({ text }) => text), language, coded };
      const points = await compute('suggestion-curve', input, {
        ...{ signal, onProgress: () => undefined },
      }).catch((error: unknown) => {
        log.warn({ err: error }, 'curve of suggestions');
        return null;
      });
      return { language, coded: coded.length, points };
    }),
  );
}
