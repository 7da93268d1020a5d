import { expect, it } from 'vitest';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { presentItems, type ItemResult } from '#app/services/results/present-items.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { getReaderFor } from './reader-for.ts';

it('an item in a sentence brings no full stop of its own', () => {
  const study = { instrument: nurseAiReadiness, minimumCellSize: 5 } as unknown as ResultsStudy;
  const results = nurseAiReadiness.items.map(({ id }, index) => ({
    id,
    result: { shown: true, n: 50, percents: [10, 10, 20, 40 - index, 20 + index] },
  }));
  const frame = { group: 'Everybody', wave: '1', n: '50' };
  const [chart] = presentItems(
    getReaderFor('en'),
    study,
    results as unknown as readonly ItemResult[],
    frame,
  );
  expect(nurseAiReadiness.items[0]?.stem.en).toMatch(/\.$/);
  expect(`${chart?.title} ${chart?.sentence}`).not.toMatch(/\.[”»]/);
  expect(chart?.rows[0]?.label).toMatch(/\.$/);
});
