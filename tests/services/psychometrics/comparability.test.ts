import { describe, expect, it } from 'vitest';
import { judgeInvariance } from '#analysis/models/invariance/judge-invariance.ts';
import { decideComparability } from '#app/services/psychometrics/comparability.ts';
import type {
  InvarianceLevel,
  InvarianceReading,
  InvarianceReadingStep,
} from '#app/services/psychometrics/invariance-reading.ts';

type Fall = { cfi: number; rmsea?: number; srmr?: number };

function step(level: InvarianceLevel, n: number, fall?: Fall, cfi = 0.98): InvarianceReadingStep {
  const change = fall && { cfi: -fall.cfi, rmsea: fall.rmsea ?? 0, srmr: fall.srmr ?? 0 };
  return {
    level,
    test: { chiSquare: 30, degreesOfFreedom: 20, p: 0.07 },
    fit: { cfi, tli: cfi, rmsea: { estimate: 0.07, lower: 0, upper: 1, closeFitP: 1 }, srmr: 0.09 },
    nested: null,
    change: change ?? null,
    verdicts: change ? judgeInvariance(change, level === 'metric' ? 'loadings' : 'later', n) : [],
  };
}

function reading(
  falls: { thresholds?: Fall; metric?: Fall; scalar?: Fall; strict?: Fall },
  { n = 600, cfi = 0.98 } = {},
): InvarianceReading {
  const none = { cfi: 0 };
  return {
    items: falls.thresholds ? 'ordered' : 'continuous',
    n,
    groups: [
      { level: 'en', n: n / 2 },
      { level: 'kk', n: n / 2 },
    ],
    steps: [
      step('configural', n, undefined, cfi),
      ...(falls.thresholds ? [step('thresholds', n, falls.thresholds)] : []),
      step('metric', n, falls.metric ?? none),
      step('scalar', n, falls.scalar ?? none),
      step('strict', n, falls.strict ?? none),
    ],
    stopped: null,
  };
}

const decide = (found: InvarianceReading, partial: InvarianceReading | null = null) =>
  decideComparability({
    reading: found,
    partial: partial && { reading: partial, differing: ['b'] },
  });

describe('whether means may be compared', () => {
  it('is supported where every step to equal intercepts holds, whatever the residuals do', () => {
    const strict = { cfi: 0.2, rmsea: 0.1, srmr: 0.1 };
    expect(decide(reading({ strict }))).toEqual({
      ...{ state: 'supported', levels: ['en', 'kk'], items: 'continuous', differing: [] },
    });
  });

  it.each([
    ['thresholds', { thresholds: { cfi: 0.02, rmsea: 0.03 } }],
    ['metric', { metric: { cfi: 0.02, rmsea: 0.03 } }],
    ['scalar', { scalar: { cfi: 0.064, rmsea: 0.03 } }],
  ])('is refuted at the first step that fails: %s', (level, falls) => {
    expect(decide(reading(falls))).toMatchObject({
      ...{ state: 'refuted', step: level, levels: ['en', 'kk'] },
      cutoffs: ['cheung-rensvold-2002', 'chen-2007-above-300'],
    });
  });

  it('is refuted by one cut-off alone, which is named with the fall', () => {
    expect(decide(reading({ scalar: { cfi: 0.012 } }))).toMatchObject({
      ...{ state: 'refuted', fall: 0.012, cutoffs: ['cheung-rensvold-2002'] },
    });
  });

  it('goes by the cut-offs for the sample: a fall that passes above 300 fails below', () => {
    const scalar = { cfi: 0.007, rmsea: 0.02 };
    expect(decide(reading({ scalar })).state).toBe('supported');
    expect(decide(reading({ scalar }, { n: 260 }))).toMatchObject({
      ...{ state: 'refuted', cutoffs: ['chen-2007-to-300'] },
    });
  });

  it('is refuted where the model fits in no way that COSMIN counts', () => {
    expect(decide(reading({}, { cfi: 0.85 }))).toMatchObject({
      ...{ state: 'refuted', step: 'configural', cutoffs: ['cosmin'] },
    });
  });

  it('is supported partially once the items that differ may, and only at the intercepts', () => {
    const broken = { cfi: 0.05, rmsea: 0.03 };
    expect(decide(reading({ scalar: broken }), reading({}))).toMatchObject({
      ...{ state: 'supported', differing: ['b'] },
    });
    expect(decide(reading({ scalar: broken }), reading({ scalar: broken })).state).toBe('refuted');
    expect(decide(reading({ metric: broken }), reading({})).state).toBe('refuted');
  });

  it('is not testable where the answers do not determine a step that means rest on', () => {
    const whole = reading({});
    const stopped = {
      ...whole,
      steps: whole.steps.slice(0, 2),
      stopped: { level: 'scalar' as const, reason: 'no-convergence' },
    };
    expect(decide(stopped)).toEqual({ state: 'not-testable', reason: 'not-estimable' });
    for (const reason of ['too-few-per-group', 'too-few-items', 'not-run'] as const) {
      expect(decideComparability({ missing: reason })).toEqual({ state: 'not-testable', reason });
    }
  });
});
