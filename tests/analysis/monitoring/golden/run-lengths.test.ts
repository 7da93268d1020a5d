import { expect, it } from 'vitest';
import { cusumRunLength } from '#analysis/monitoring/run-length/cusum-run-length.ts';
import { designCusum } from '#analysis/monitoring/run-length/design-cusum.ts';
import { designEwma } from '#analysis/monitoring/run-length/design-ewma.ts';
import { ewmaRunLength } from '#analysis/monitoring/run-length/ewma-run-length.ts';
import { normalProbability } from '#analysis/numeric/normal-probability.ts';
import { markovChainRunLength } from '#analysis/numeric/run-length/markov-chain.ts';
import { expectLeaves, readGolden } from './golden.ts';

interface Golden {
  cusum_arl: { k: number; h: number; mu: number }[];
  cusum_crit: { k: number; ARL0: number }[];
  ewma_arl: { lambda: number; L: number }[];
  ewma_crit: { lambda: number; ARL0: number }[];
}

const golden = readGolden('stats-r.json') as Golden;
/** Run lengths of the reference are given to ten digits; its own quadrature ends there. */
const limit = { abs: 1e-7, rel: 1e-7 };

it('run lengths of CUSUM charts equal spc', () => {
  const actual = golden.cusum_arl.map(({ k, h, mu }) => {
    const at = (sides: 'one' | 'two') => cusumRunLength({ reference: k, limit: h, sides }, mu);
    return { k, h, mu, one_sided: at('one'), two_sided: at('two') };
  });
  expectLeaves('CUSUM run lengths', golden.cusum_arl, actual, limit);
});

it('limits of CUSUM charts equal spc', () => {
  const actual = golden.cusum_crit.map(({ k, ARL0 }) => {
    const at = (sides: 'one' | 'two') => designCusum(k, ARL0, sides);
    return { k, ARL0, h_one: at('one'), h_two: at('two') };
  });
  expectLeaves('CUSUM limits', golden.cusum_crit, actual, limit);
});

it('run lengths of EWMA charts equal spc', () => {
  const actual = golden.ewma_arl.map(({ lambda, L }) => {
    const at = (shift: number) => ewmaRunLength(lambda, L, shift);
    return { lambda, L, ARL0: at(0), 'ARL_mu0.5': at(0.5), ARL_mu1: at(1) };
  });
  expectLeaves('EWMA run lengths', golden.ewma_arl, actual, limit);
});

it('limits of EWMA charts equal spc', () => {
  const actual = golden.ewma_crit.map(({ lambda, ARL0 }) => {
    return { lambda, ARL0, L: designEwma(lambda, ARL0), L_500: designEwma(lambda, 500) };
  });
  expectLeaves('EWMA limits', golden.ewma_crit, actual, limit);
});

it('the Markov chain of Brook and Evans agrees with the integral equation', () => {
  for (const mu of [0, 1]) {
    const chain = markovChainRunLength((w) => normalProbability(w - mu + 0.5), 4, 200);
    const equation = cusumRunLength({ reference: 0.5, limit: 4, sides: 'one' }, mu);
    expect(Math.abs(chain / equation - 1)).toBeLessThan(2e-3);
  }
});
