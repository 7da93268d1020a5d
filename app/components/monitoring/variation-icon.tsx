import type { Assurance } from '#analysis/monitoring/rules/read-assurance.ts';
import type { Variation } from '#analysis/monitoring/rules/read-variation.ts';

/** Points of a small chart in a circle: wandering, or going up or down. */
const paths = {
  common: 'M8 21 13 15 18 22 23 14 28 20 33 16',
  high: 'M8 25 14 24 20 18 26 17 33 10',
  low: 'M8 11 14 12 20 18 26 19 33 26',
} as const;

interface VariationIconProps {
  variation: Variation;
  label: string;
}

/** Of concern are dashed rings, of improvement whole ones: told apart without colour, and by the words beside. */
export function VariationIcon({ variation, label }: VariationIconProps) {
  const path =
    variation === 'common-cause' ? 'common' : variation.endsWith('high') ? 'high' : 'low';
  const isConcern = variation.startsWith('concern');
  const isBetter = variation.startsWith('improvement');
  const colour = isConcern ? 'negative-3' : isBetter ? 'positive-3' : 'ink-muted';
  return (
    <span className="variation">
      <svg viewBox="0 0 41 36" width="41" height="36" aria-hidden="true" focusable="false">
        <ellipse
          cx="20.5"
          cy="18"
          rx="19"
          ry="16.5"
          fill="none"
          stroke={`var(--${colour})`}
          strokeWidth="2"
          strokeDasharray={isConcern ? '5 3' : undefined}
        />
        <path d={paths[path]} fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
      {label}
    </span>
  );
}

/** The line of the target: always reached, never, or now and then. */
export function AssuranceIcon({ assurance, label }: { assurance: Assurance; label: string }) {
  const y = { 'consistently-pass': 28, 'consistently-fail': 8, 'hit-or-miss': 18 }[assurance];
  return (
    <span className="variation">
      <svg viewBox="0 0 41 36" width="41" height="36" aria-hidden="true" focusable="false">
        <rect x="2" y="2" width="37" height="32" rx="6" fill="none" stroke="var(--ink-muted)" />
        <path d={paths.common} fill="none" stroke="currentColor" strokeWidth="1.8" />
        <path d={`M5 ${y}H36`} stroke="var(--positive-2)" strokeWidth="2" strokeDasharray="4 2" />
      </svg>
      {label}
    </span>
  );
}
