/** Whether the id at `place` of `words` is in the set. */
export type HasId = (words: Uint32Array, place: number) => boolean;

/**
 * A set of uuids given as four words each. Their first word is random enough to start looking from; a
 * Set would need a string for each of a million.
 */
export function idSet(members: readonly Uint32Array[]): HasId {
  const all = members.length === 1 && members[0] ? members[0] : concatenate(members);
  let size = 4;
  while (size < all.length / 2) size *= 2;
  // One more than the place among all, so that 0 is free.
  const slots = new Int32Array(size);
  const slotOf: (words: Uint32Array, place: number) => number = (words, place) => {
    let slot = (words[place] ?? 0) & (size - 1);
    for (let at = slots[slot] ?? 0; at !== 0; at = slots[slot] ?? 0) {
      const [own, other] = [at - 1, place];
      const isSame =
        all[own] === words[other] &&
        all[own + 1] === words[other + 1] &&
        all[own + 2] === words[other + 2] &&
        all[own + 3] === words[other + 3];
      if (isSame) return slot;
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  };
  for (let place = 0; place < all.length; place += 4) slots[slotOf(all, place)] = place + 1;
  return (words, place) => slots[slotOf(words, place)] !== 0;
}

function concatenate(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** One per row, 1 where its id is in the set. */
export function includedIds({ n, ids }: { n: number; ids: Uint32Array }, has: HasId): Uint8Array {
  const included = new Uint8Array(n);
  for (let row = 0; row < n; row += 1) included[row] = has(ids, row * 4) ? 1 : 0;
  return included;
}
