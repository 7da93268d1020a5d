import { expect, it } from 'vitest';
import { heldCounts } from '#app/services/recruitment/band-release.server.ts';

const shown = { age: { young: 5, old: 6 }, sex: { f: 4 } };

it('keeps what was shown of people who are gone until a group more have gone', () => {
  expect(heldCounts(shown, { age: { young: 6, old: 6 } }, 5)).toEqual({ age: shown.age });
  expect(heldCounts(shown, { age: { young: 8, old: 8 } }, 5)).toEqual({
    age: { young: 8, old: 8 },
  });
});

it('counts anew where so few were gone that nothing was shown', () => {
  expect(heldCounts(shown, { sex: { f: 5 } }, 5)).toEqual({ sex: { f: 5 } });
  expect(heldCounts({}, { age: { young: 1 } }, 5)).toEqual({ age: { young: 1 } });
});
