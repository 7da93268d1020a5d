import { expect, it } from 'vitest';
import { modelNames } from '#app/services/psychometrics/model-names.ts';

it('calls items as R calls the columns of an exported file', () => {
  const names = modelNames(['nai-1', '1a', 'NA', 'a.b', 'a-b', 'plain']);
  expect([...names.values()]).toEqual(['nai.1', 'X1a', 'NA.', 'a.b', 'a.b.1', 'plain']);
});
