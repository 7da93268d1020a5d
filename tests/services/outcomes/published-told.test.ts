import { expect, it } from 'vitest';
import { publishedTold } from '#app/services/outcomes/published-told.ts';

const minimum = 5;

/** One message for each person, told in time, late, or not yet. */
const counted = (inTime: number, late: number, pending: number) => ({
  people: inTime + late + pending,
  ...{ inTime, peopleInTime: inTime, peopleLate: late, due: inTime + late },
  ...{ pending, peoplePending: pending },
});

it('says nothing of nobody and of few', () => {
  expect(publishedTold(counted(0, 0, 0), minimum)).toEqual({ shown: false, reason: 'none' });
  expect(publishedTold(counted(2, 1, 1), minimum)).toEqual({
    ...{ shown: false, reason: 'below-minimum' },
  });
});

it('says how many of all were told, where neither they nor the others are few', () => {
  expect(publishedTold(counted(7, 5, 0), minimum)).toMatchObject({ due: { told: 7, of: 12 } });
  expect(publishedTold(counted(9, 0, 6), minimum)).toMatchObject({
    ...{ due: { told: 9, of: 9 }, pending: 6 },
  });
});

/** Whoever sees the page knows every number on it and each difference of two of them. */
it('leaves no number and no difference about one to four people', () => {
  for (let inTime = 0; inTime <= 12; inTime += 1) {
    for (let late = 0; late <= 12; late += 1) {
      for (let pending = 0; pending <= 12; pending += 1) {
        const told = publishedTold(counted(inTime, late, pending), minimum);
        if (!told.shown) continue;
        const due =
          told.due === null || typeof told.due === 'string'
            ? []
            : [told.due.told, told.due.of, told.due.of - told.due.told];
        const numbers = [...due, ...(typeof told.pending === 'number' ? [told.pending] : [])];
        expect(numbers.filter((n) => n > 0 && n < minimum)).toEqual([]);
      }
    }
  }
});

it('counts people, not messages: one person with many messages is one', () => {
  const one = {
    ...{ people: 9, inTime: 40, peopleInTime: 8, due: 52, peopleLate: 1, pending: 0 },
    peoplePending: 0,
  };
  expect(publishedTold(one, minimum)).toMatchObject({ due: 'all-but-few' });
});
