import { describe, expect, it } from 'vitest';
import { families } from './families.ts';
import { readCases } from './read-case.ts';
import { runCase } from './run-case.ts';

const directory = 'tests/fixtures/oracle';

describe('reference cases on simulated data', () => {
  const cases = readCases(directory).filter(({ family }) => family in families);

  it.each(cases.map((test) => [test.id, test] as const))('%s equals R', async (_, test) => {
    const { leaves, error } = await runCase(directory, test);
    expect(error).toBeUndefined();
    expect(leaves.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(leaves.some(({ status }) => status === 'passed')).toBe(true);
  });
});
