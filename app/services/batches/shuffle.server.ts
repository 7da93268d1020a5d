import { randomInt } from 'node:crypto';

/** A shuffled copy (Fisher–Yates), unpredictable to whoever knows what came in when. */
export function shuffle<Value>(values: readonly Value[]): Value[] {
  const shuffled = [...values];
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    const [a, b] = [shuffled[i], shuffled[j]];
    if (a !== undefined && b !== undefined) [shuffled[i], shuffled[j]] = [b, a];
  }
  return shuffled;
}
