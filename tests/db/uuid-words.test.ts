import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytesOfUuids, readUuid, uuidsOfBytes, uuidTexts } from '#db/uuid-words.ts';
import { idSet, includedIds } from '#app/services/results/id-set.ts';

const ids = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ...Array.from({ length: 5_000 }, () => randomUUID()),
];

function wordsOf(texts: readonly string[]): Uint32Array {
  const bytes = new Uint8Array(texts.length * 16);
  texts.forEach((text, index) => readUuid(Buffer.from(text), 0, bytes, index * 16));
  return uuidsOfBytes(bytes);
}

it('uuids survive being bytes', () => {
  expect(uuidTexts(wordsOf(ids))).toEqual(ids);
  expect(uuidTexts(wordsOf(ids.map((id) => id.toUpperCase())))).toEqual(ids);
  const hex = Buffer.from(bytesOfUuids(wordsOf(ids))).toString('hex');
  expect(hex).toBe(ids.join('').replaceAll('-', ''));
  expect(uuidTexts(wordsOf([]))).toEqual([]);
});

it('a set knows its members, from one list or several, and nobody else', () => {
  const words = wordsOf(ids);
  const expected = ids.map((_, index) => (index < 2_000 || index >= 4_000 ? 1 : 0));
  const has = idSet([words.subarray(0, 8_000), words.subarray(16_000)]);
  expect([...includedIds({ n: ids.length, ids: words }, has)]).toEqual(expected);
  // The same first word, which is where the search begins.
  const alike = ids.map((id) => `${ids[2]?.slice(0, 8)}${id.slice(8)}`);
  const some = idSet([wordsOf(alike.slice(0, 50))]);
  const found = includedIds({ n: alike.length, ids: wordsOf(alike) }, some);
  expect(found.reduce((sum, one) => sum + one, 0)).toBe(50);
  expect(idSet([])(words, 0)).toBe(false);
  expect(idSet([new Uint32Array(0)])(words, 0)).toBe(false);
});
