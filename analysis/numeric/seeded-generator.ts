/** Uniform numbers in [0, 1); the same seed gives the same sequence everywhere. */
export type Generator = () => number;

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

/** splitmix32: spreads one 32-bit seed over the state, which must not be all zero. */
function spread(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

/**
 * The generator xoshiro128**, seeded by splitmix32.
 *
 * result = rotl(s₁ · 5, 7) · 9, then the state is advanced by shifts, exclusive ors and a rotation.
 *
 * @param seed any number; its 32 low bits count
 * @returns a function whose calls give uniform numbers in [0, 1) with 32 bits
 *
 * Not for secrets.
 *
 * Source: Blackman, D. & Vigna, S. (2021). Scrambled linear pseudorandom number generators.
 * ACM Transactions on Mathematical Software 47(4), 36. doi:10.1145/3460772
 */
export function seededGenerator(seed: number): Generator {
  const next = spread(seed);
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return (result >>> 0) / 4_294_967_296;
  };
}
