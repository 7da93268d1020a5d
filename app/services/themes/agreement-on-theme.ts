import type { Code } from '#db/queries/codebook.server.ts';
import type { DoubleReading } from '#db/queries/double-reading.server.ts';
import { effectiveCodes } from './effective-codes.ts';
import type { AgreementOnTheme } from './report-content.ts';

type Inputs = {
  codes: readonly Code[];
  doubles: readonly Pick<DoubleReading, 'firstCodes' | 'secondCodes'>[];
};

/**
 * How far two readers agree that texts have a theme, as they read them and whatever was decided later:
 * 2a / (2a + b), with a texts that both put there and b that one did (positive specific agreement; Fleiss
 * 1975, https://doi.org/10.2307/2529556). Nothing is said of fewer than `fewest` texts.
 */
export function agreementOnTheme(
  themeId: string,
  { codes, doubles }: Inputs,
  fewest: number,
): AgreementOnTheme {
  const codeOf = effectiveCodes(codes);
  const own = new Set(codes.flatMap((code) => (code.themeId === themeId ? [code.id] : [])));
  const hasTheme = (given: readonly string[]) =>
    given.some((code) => own.has(codeOf.get(code) ?? ''));
  const counts = { both: 0, one: 0 };
  for (const { firstCodes, secondCodes } of doubles) {
    if (!firstCodes || !secondCodes) continue;
    const [first, second] = [hasTheme(firstCodes), hasTheme(secondCodes)];
    if (first && second) counts.both += 1;
    else if (first || second) counts.one += 1;
  }
  const texts = counts.both + counts.one;
  if (texts < fewest) return { texts: null, agreement: null };
  return { texts, agreement: (2 * counts.both) / (2 * counts.both + counts.one) };
}
