import { expect, it } from 'vitest';
import { peopleFacts } from '#app/services/outcomes/people-facts.ts';

const counts = {
  joined: 20,
  left: 0,
  contributed: 10,
  withdrawn: { contributions: 0, people: 0 },
  modes: [] as { mode: 'self' | 'phone'; people: number }[],
  channels: [],
};

const keysOf = (modes: (typeof counts)['modes']) =>
  peopleFacts({ ...counts, modes }, 5).map(({ key }) => key);

it('shows no mode that tells, beside those who contributed, how few used another', () => {
  const keys = keysOf([
    { mode: 'self', people: 9 },
    { mode: 'phone', people: 1 },
  ]);
  expect(keys).toContain('contributed');
  expect(keys).not.toContain('mode.self');
  expect(keys).not.toContain('mode.phone');
  expect(keys).toContain('someHidden');
});

it('shows modes of enough people with enough others', () => {
  const keys = keysOf([
    { mode: 'self', people: 5 },
    { mode: 'phone', people: 5 },
  ]);
  expect(keys).toContain('mode.self');
  expect(keys).toContain('mode.phone');
});
