import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { candidateTypes, type Candidate } from '#analysis/representation/candidate-types.ts';
import type { BandQuota } from '#analysis/representation/composition.ts';
import { drawPanel } from '#analysis/representation/draw-panel.ts';
import { fairestLottery, type Lottery } from '#analysis/representation/fairest-lottery.ts';
import type { SolveLinear } from '#analysis/representation/linear-program.ts';
import { remainingQuotas } from '#analysis/representation/remaining-quotas.ts';
import { loadSolver } from '#app/services/recruitment/solve-linear.server.ts';

const examples = '../shared/fixtures/themes/sortition';
const hasExamples = existsSync(examples);
if (!hasExamples) {
  process.stdout.write(`${examples} is not there: published draws were not compared\n`);
}

const seats = 6;
const strata = [
  ['woman', 'man', 'not-said'],
  ['young', 'old'],
  ['near', 'far'],
];

/** A pool in which some combinations are rare, as pools are. */
function pool(seed: number, size: number): Candidate[] {
  const random = seededGenerator(seed);
  return Array.from({ length: size }, (_, index) => ({
    number: 100 + index,
    bands: strata.map((bands) => bands[Math.floor(random() ** 2 * bands.length)] ?? ''),
  }));
}

const quotas: BandQuota[] = [
  { stratum: 0, band: 'woman', fewest: 2, most: 4 },
  { stratum: 0, band: 'man', fewest: 2, most: 3 },
  { stratum: 1, band: 'old', fewest: 2, most: 4 },
  { stratum: 2, band: 'far', fewest: 2, most: 3 },
];

const keeps = (chosen: readonly Candidate[], given: readonly BandQuota[]) =>
  given.every(({ stratum, band, fewest, most }) => {
    const n = chosen.filter(({ bands }) => bands[stratum] === band).length;
    return n >= fewest && n <= most;
  });

/** All compositions within the quotas, one by one: what the column generation must not miss. */
function everyComposition(types: ReturnType<typeof candidateTypes>): number[][] {
  const found: number[][] = [];
  const grow = (composition: number[], left: number) => {
    const t = composition.length;
    if (t === types.length) {
      const chosen = types.flatMap(({ bands }, index) =>
        Array.from({ length: composition[index] ?? 0 }, () => ({ number: 0, bands })),
      );
      if (left === 0 && keeps(chosen, quotas)) found.push(composition);
      return;
    }
    const most = Math.min(left, types[t]?.numbers.length ?? 0);
    for (let n = 0; n <= most; n += 1) grow([...composition, n], left - n);
  };
  grow([], seats);
  return found;
}

function smallestBySearch(types: ReturnType<typeof candidateTypes>, solve: SolveLinear): number {
  const all = everyComposition(types);
  const reached = types.map((_, t) => all.some((composition) => (composition[t] ?? 0) > 0));
  const solution = solve({
    objective: [...all.map(() => 0), 1],
    constraints: [
      { coefficients: [...all.map(() => 1), 0], lower: 1, upper: 1 },
      ...types.flatMap(({ numbers }, t) =>
        reached[t] === true
          ? [
              {
                coefficients: [
                  ...all.map((composition) => (composition[t] ?? 0) / numbers.length),
                  -1,
                ],
                lower: 0,
              },
            ]
          : [],
      ),
    ],
    upperBounds: [...all.map(() => 1), 1],
    isInteger: false,
  });
  return solution.ok ? solution.value : NaN;
}

describe('the fairest lottery', () => {
  let solve: SolveLinear;
  beforeAll(async () => {
    solve = await loadSolver();
  });

  const lotteryOf = (types: ReturnType<typeof candidateTypes>, given = quotas): Lottery => {
    const lottery = fairestLottery({ types, quotas: given, seats }, solve);
    if (!lottery.ok) throw new Error(lottery.reason);
    return lottery;
  };

  it.each([1, 2, 3, 4, 5])('has the largest smallest chance there is (pool %i)', (seed) => {
    const types = candidateTypes(pool(seed, 24));
    const { probabilities } = lotteryOf(types);
    const reachable = probabilities.filter((chance) => chance > 1e-9);
    expect(Math.min(...reachable)).toBeCloseTo(smallestBySearch(types, solve), 6);
    const people = probabilities.reduce(
      (sum, chance, t) => sum + chance * (types[t]?.numbers.length ?? 0),
      0,
    );
    expect(people).toBeCloseTo(seats, 6);
  });

  it('gives all the same chance where no quota binds', () => {
    const { probabilities } = lotteryOf(candidateTypes(pool(9, 40)), []);
    for (const chance of probabilities) expect(chance).toBeCloseTo(seats / 40, 6);
  });

  it('draws panels within the quotas, as often as the chances say', () => {
    const people = pool(3, 24);
    const types = candidateTypes(people);
    const lottery = lotteryOf(types);
    const draws = 4000;
    const times = new Map<number, number>();
    for (let seed = 1; seed <= draws; seed += 1) {
      const drawn = drawPanel(types, lottery, seededGenerator(seed));
      expect(new Set(drawn).size).toBe(seats);
      expect(
        keeps(
          people.filter(({ number }) => drawn.includes(number)),
          quotas,
        ),
      ).toBe(true);
      for (const number of drawn) times.set(number, (times.get(number) ?? 0) + 1);
    }
    for (const [t, { numbers }] of types.entries()) {
      const chance = lottery.probabilities[t] ?? 0;
      const error = Math.sqrt((chance * (1 - chance)) / draws);
      for (const number of numbers) {
        expect(Math.abs((times.get(number) ?? 0) / draws - chance)).toBeLessThan(5 * error + 1e-6);
      }
    }
  });

  it('is the same whatever the order of candidates, and so is a draw with one seed', () => {
    const people = pool(4, 24);
    const [types, turned] = [candidateTypes(people), candidateTypes([...people].reverse())];
    expect(turned).toEqual(types);
    const draw = () => drawPanel(types, lotteryOf(types), seededGenerator(11));
    expect(draw()).toEqual(draw());
  });

  it('says why there is none', () => {
    const types = candidateTypes(pool(1, 24));
    const impossible = [{ stratum: 0, band: 'nobody', fewest: 1, most: 2 }];
    expect(fairestLottery({ types, quotas: impossible, seats }, solve)).toEqual({
      ok: false,
      reason: 'quotas-conflict',
    });
    expect(fairestLottery({ types, quotas: [], seats: 25 }, solve)).toEqual({
      ok: false,
      reason: 'too-few-candidates',
    });
  });

  it('replaces somebody under the same quotas', () => {
    const people = pool(2, 24);
    const types = candidateTypes(people);
    const drawn = drawPanel(types, lotteryOf(types), seededGenerator(5));
    for (const gone of drawn) {
      const seated = people.filter(({ number }) => drawn.includes(number) && number !== gone);
      const left = candidateTypes(people.filter(({ number }) => !drawn.includes(number)));
      const given = remainingQuotas(
        quotas,
        seated.map(({ bands }) => bands),
      );
      const lottery = fairestLottery({ types: left, quotas: given, seats: 1 }, solve);
      if (!lottery.ok) continue; // nobody left could keep the balance, and it says so
      const [next] = drawPanel(left, lottery, seededGenerator(gone));
      const whole = [...seated, ...people.filter(({ number }) => number === next)];
      expect(whole).toHaveLength(seats);
      expect(keeps(whole, quotas)).toBe(true);
    }
  });

  it.runIf(hasExamples).each(['example_small_20', 'example_large_200'])(
    'has the smallest chance published for %s, 10.0 %%',
    (example) => {
      const rows = (file: string) =>
        readFileSync(`${examples}/${example}/${file}`, 'utf8')
          .trim()
          .split('\n')
          .map((row) => row.trim().split(','));
      const [head = [], ...people] = rows('respondents.csv');
      const types = candidateTypes(people.map((bands, number) => ({ number, bands })));
      const given = rows('categories.csv')
        .slice(1)
        .map(([stratum = '', band = '', fewest, most]) => ({
          ...{ stratum: head.indexOf(stratum), band },
          ...{ fewest: Number(fewest), most: Number(most) },
        }));
      const size = Number(example.split('_').at(-1));
      const lottery = fairestLottery({ types, quotas: given, seats: size }, solve);
      const chances = lottery.ok ? lottery.probabilities : [];
      expect(Math.min(...chances)).toBeCloseTo(0.1, 6);
      expect(Math.max(...chances)).toBeCloseTo(0.1, 6);
    },
  );
});
