import { expect, it } from 'vitest';
import { noticedIn } from '#app/services/intake/noticed-in.ts';
import { firstOfEach, notesOf } from '#app/services/intake/warning-codes.ts';

const fewer = (metric: string) => ({ code: 'fewer-than-half', detail: { metric } });

it('of each code the first are kept, with how many more there are', () => {
  const sixty = Array.from({ length: 60 }, (_, number) => fewer(`m${number}`));
  const kept = firstOfEach([...sixty, { code: 'runs-part-of-period', record: 4 }]);
  const noticed = noticedIn(kept);
  expect(noticed.fewer).toHaveLength(20);
  expect(noticed.moreOf('fewer-than-half')).toBe(40);
  expect(noticed.partial).toEqual([5]);
  expect(noticed.moreOf('runs-part-of-period')).toBe(0);
});

it('what only a file tells is told again when its batch is released', () => {
  const reset = { code: 'counter-reset', detail: { metric: 'override' } };
  expect(notesOf([reset, { code: 'unregistered-version' }, fewer('override')])).toEqual([reset]);
});
