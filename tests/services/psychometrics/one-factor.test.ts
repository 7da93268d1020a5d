import { describe, expect, it } from 'vitest';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import type { Table } from '#analysis/table/table.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { modelNames } from '#app/services/psychometrics/model-names.ts';
import { oneFactorStep } from '#app/services/psychometrics/one-factor-step.ts';
import { oneFactorWords } from '#app/services/psychometrics/one-factor-words.ts';
import { runSteps } from '#app/services/psychometrics/run-steps.ts';
import type { StepOutcomes } from '#app/services/psychometrics/steps.ts';
import type { Shown } from '#app/services/psychometrics/study-analysis.ts';
import { readerIn } from './reader-in.ts';

const items = nurseAiReadiness.items.map(({ id }) => id);
const names = modelNames(items);

/** Answers of two attitudes that share so much: the first five items ask for one, the others for the other. */
function answers(share: number, n = 500): Table {
  const random = seededGenerator(5);
  const noise = () => random() + random() + random() - 1.5;
  const rows = Array.from({ length: n }, () => {
    const common = noise();
    const two = [0, 1].map(() => Math.sqrt(share) * common + Math.sqrt(1 - share) * noise());
    return items.map((_, item) => {
      const level = 3 + 1.3 * (two[item < 5 ? 0 : 1] ?? 0) + 0.9 * noise();
      return Math.min(5, Math.max(1, Math.round(level)));
    });
  });
  const columns = items.map((id, item) => {
    const values = Float64Array.from(rows, (row) => row[item] ?? NaN);
    return [names.get(id) ?? id, { kind: 'number' as const, values }] as const;
  });
  return { n, columns: new Map(columns) };
}

async function wordsOf(table: Table, asked: readonly string[], language: 'en' | 'ar' = 'en') {
  const step = oneFactorStep(nurseAiReadiness, asked);
  const outcomes = await runSteps({ table, steps: [step] }, { onProgress: () => undefined });
  const reader = await readerIn(language);
  const shown = { reader, outcomes: JSON.parse(JSON.stringify(outcomes)) as StepOutcomes };
  return oneFactorWords(shown as Shown<unknown>, 'itemResponse');
}

describe('whether one factor fits the items of a model of a single attitude', () => {
  it('is warned of with index, cut-off and source where the items hold two', async () => {
    const { cautions, methods } = await wordsOf(answers(0.2), items);
    expect(cautions).toHaveLength(1);
    const [, cfi] = /CFI (0\.\d{3}) \(robust\); more than 0\.95/.exec(cautions[0] ?? '') ?? [];
    expect(Number(cfi)).toBeLessThan(0.9);
    expect(cautions[0]).toContain('Reeve and others 2007');
    expect(cautions[0]).toContain('“Number of factors”');
    expect(methods[0]).toContain(`CFI ${cfi ?? ''}`);
  });

  it('needs no warning where there is one, which the methods name all the same', async () => {
    const { cautions, methods } = await wordsOf(answers(1), items);
    expect(cautions).toEqual([]);
    expect(methods[0]).toMatch(/one-factor model .* WLSMV, CFI (0\.9[5-9]\d|1\.000)/);
    expect((await wordsOf(answers(0.2), items.slice(0, 5))).cautions).toEqual([]);
  });

  it('cannot be tested with three items, nor where the model could not be estimated', async () => {
    const three = await wordsOf(answers(1), items.slice(0, 3));
    expect(three).toEqual({ cautions: [expect.stringContaining('three items')], methods: [] });
    const constant: Table = {
      n: 50,
      columns: new Map(
        [...answers(1, 50).columns].map(([name], at) => [
          name,
          { kind: 'number', values: Float64Array.from({ length: 50 }, () => (at === 0 ? 3 : 4)) },
        ]),
      ),
    };
    const none = await wordsOf(constant, items);
    expect(none.cautions[0]).toContain('could not be tested');
    expect(none.methods).toEqual([]);
  });

  it('is said in the reader’s language', async () => {
    const { cautions } = await wordsOf(answers(0.2), items, 'ar');
    expect(cautions[0]).toContain('لا يطابق عامل واحد');
  });
});
