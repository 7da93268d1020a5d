import { expect, it } from 'vitest';
import { whyNoWords } from '#app/services/themes/coded-words.ts';
import type { ReportInputs } from '#app/services/themes/report-inputs.ts';

const minimum = 5;

/** As many people as said so, all with one code, of whom some agreed to be quoted. */
function inputs({ people, quotable }: { people: number; quotable: number }): ReportInputs {
  const rows = Array.from({ length: people }, (_, row) => row);
  return {
    texts: rows.map((row) => ({
      ...{ id: `t${row}`, text: 'So long', language: 'en', memberId: `m${row}` },
      quoteConsentId: row < quotable ? `q${row}` : null,
    })),
    codes: [{ id: 'c', name: 'Waiting', themeId: null, mergedInto: null, retired: false }],
    assignments: rows.map((row) => ({
      ...{ contributionId: `t${row}`, codeId: 'c', start: 0, end: 7, origin: 'human' },
    })),
  } as unknown as ReportInputs;
}

it.each([
  [{ people: 0, quotable: 0 }, 'uncoded'],
  [{ people: 4, quotable: 4 }, 'few'],
  [{ people: 5, quotable: 0 }, 'unquoted'],
  [{ people: 5, quotable: 1 }, null],
])('%o: the file of words is empty because %s', (made, reason) => {
  expect(whyNoWords(inputs(made), minimum)).toBe(reason);
});
