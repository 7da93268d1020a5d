export const paintNames = [
  'ink',
  'ink-muted',
  'surface',
  'surface-sunk',
  'line',
  'line-strong',
  'accent',
  'accent-soft',
  'unknown',
  'negative-3',
  'negative-3-ink',
  'negative-2',
  'negative-2-ink',
  'negative-1',
  'negative-1-ink',
  'neutral-0',
  'neutral-0-ink',
  'positive-1',
  'positive-1-ink',
  'positive-2',
  'positive-2-ink',
  'positive-3',
  'positive-3-ink',
] as const;

export type PaintName = (typeof paintNames)[number];
export type ChartPaint = Readonly<Record<PaintName, string>>;

/** On a page the colours follow the reader's light or dark tokens. */
export const pagePaint = Object.fromEntries(
  paintNames.map((name) => [name, `var(--${name})`]),
) as ChartPaint;

/** The light tokens, for a file that leaves the page; a test holds them equal to tokens.css. */
export const embeddedPaint: ChartPaint = {
  ink: '#17212b',
  'ink-muted': '#4d5b68',
  surface: '#ffffff',
  'surface-sunk': '#f4f6f8',
  line: '#dce1e6',
  'line-strong': '#73818e',
  accent: '#0b5c8f',
  'accent-soft': '#e3f0f8',
  unknown: '#5f4f8a',
  'negative-3': '#8a3f14',
  'negative-3-ink': '#ffffff',
  'negative-2': '#b0602c',
  'negative-2-ink': '#ffffff',
  'negative-1': '#e0b090',
  'negative-1-ink': '#17212b',
  'neutral-0': '#e3e7ec',
  'neutral-0-ink': '#17212b',
  'positive-1': '#92c2d2',
  'positive-1-ink': '#17212b',
  'positive-2': '#2f7b97',
  'positive-2-ink': '#ffffff',
  'positive-3': '#175c75',
  'positive-3-ink': '#ffffff',
};
