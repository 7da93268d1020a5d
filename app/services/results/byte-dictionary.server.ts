import { copyField, textOf, type CopiedRow } from '#db/copy-text.ts';

const [offset, prime] = [0x811c9dc5, 0x01000193];

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = offset;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), prime);
  return hash & 0x3fffffff;
}

function isWord(word: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = from; at < to; at += 1) if (word[at - from] !== bytes[at]) return false;
  return true;
}

/**
 * Numbers words by their bytes, so that a string is made for each distinct one alone. The words known
 * beforehand come first, in their order.
 */
export function byteDictionary(known: readonly string[]) {
  const words: string[] = [];
  const spellings: Uint8Array[] = [];
  // Open addressing; a word's number plus one, so that 0 is free.
  let slots = new Int32Array(64);
  const slotOf = (bytes: Uint8Array, from: number, to: number): number => {
    let slot = hashOf(bytes, from, to) & (slots.length - 1);
    for (let next = slots[slot] ?? 0; next > 0; next = slots[slot] ?? 0) {
      const word = spellings[next - 1];
      if (word && isWord(word, bytes, from, to)) break;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  const add = (word: string, spelling: Uint8Array): number => {
    words.push(word);
    spellings.push(spelling);
    if (2 * words.length > slots.length) {
      slots = new Int32Array(2 * slots.length);
      spellings.forEach((own, number) => (slots[slotOf(own, 0, own.length)] = number + 1));
    } else slots[slotOf(spelling, 0, spelling.length)] = words.length;
    return words.length - 1;
  };
  for (const word of known) add(word, Buffer.from(copyField(word)));
  return {
    words,
    /** The number of a field's word, which must not be null. */
    numberOf(row: CopiedRow, field: number): number {
      const { bytes, starts } = row;
      const [from, to] = [starts[field] ?? 0, (starts[field + 1] ?? 0) - 1];
      const found = slots[slotOf(bytes, from, to)] ?? 0;
      if (found > 0) return found - 1;
      return add(textOf(row, field) ?? '', Uint8Array.from(bytes.subarray(from, to)));
    },
  };
}
