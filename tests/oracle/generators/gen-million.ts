/**
 * Ordered answers of n respondents to p items, the same in every language with IEEE doubles: Park and Miller's
 * generator, one stream, row by row; a trait of four uniforms, an error of two, loadings .52 … .9, four cuts.
 *
 * @see Park, S. K., Miller, K. W. (1988). Communications of the ACM 31, 1192–1201.
 *   https://doi.org/10.1145/63039.63042.
 */
export function genMillion(n: number, p: number, seed: number): Uint8Array {
  const modulus = 2147483647;
  let state = seed;
  const next = () => {
    state = (16807 * state) % modulus;
    return state / modulus;
  };
  const answers = new Uint8Array(n * p);
  for (let row = 0, cell = 0; row < n; row += 1) {
    const first = next() + next();
    const trait = (first + (next() + next()) - 2) * Math.sqrt(3);
    for (let item = 1; item <= p; item += 1, cell += 1) {
      const error = (next() + next() - 1) * Math.sqrt(6);
      const y = (0.5 + 0.02 * item) * trait + error;
      const shift = (item - 10.5) / 20;
      let answer = 1;
      for (let cut = -1.5; cut <= 1.5; cut += 1) if (y >= cut + shift) answer += 1;
      answers[cell] = answer;
    }
  }
  return answers;
}
