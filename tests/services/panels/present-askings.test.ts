import { expect, it } from 'vitest';
import { presentAskings } from '#app/services/panels/present-askings.ts';

const minimum = 5;
const present = (asked: number, done: number, asksWords = true) =>
  presentAskings({ asked, done, asksWords }, minimum);

it('says how many have finished, where neither they nor the others are few', () => {
  expect(present(12, 7)).toEqual({ asked: { count: 12 }, done: { count: 7 } });
  expect(present(12, 12)).toEqual({ asked: { count: 12 }, done: { count: 12 } });
  expect(present(0, 0)).toEqual({ asked: { count: 0 }, done: { count: 0 } });
  expect(present(4, 3)).toEqual({ asked: { fewerThan: minimum }, done: 'hidden' });
});

it('leaves no number from which one to four people could be had by subtraction', () => {
  for (let asked = 0; asked <= 30; asked += 1) {
    for (let done = 0; done <= asked; done += 1) {
      const shown = present(asked, done);
      if (typeof shown.done === 'string' || !('count' in shown.done)) continue;
      const known = 'count' in shown.asked ? shown.asked.count : 0;
      const numbers = [shown.done.count, known, known - shown.done.count];
      expect(numbers.filter((n) => n > 0 && n < minimum)).toEqual([]);
    }
  }
});

it('says nothing of who has finished a round that asks a questionnaire alone', () => {
  expect(present(12, 0, false)).toEqual({ asked: { count: 12 }, done: 'unknowable' });
});
