import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { embeddedPaint, paintNames } from '#app/components/charts/chart-paint.ts';

const source = readFileSync(new URL('../../../app/styles/tokens.css', import.meta.url), 'utf8');
const light = colours(source.slice(source.indexOf(':root'), source.indexOf('@media')));
const darkStart = source.indexOf('@media screen and (prefers-color-scheme: dark)');
const dark = colours(source.slice(darkStart, source.indexOf('*,')));

const surfaces = ['surface', 'surface-sunk', 'surface-raised'];
const statuses = ['good', 'concern', 'alert', 'unknown'];
const bars = ['negative-3', 'negative-2', 'negative-1', 'neutral-0'].concat([
  'positive-1',
  'positive-2',
  'positive-3',
]);

const demands: { text: string[]; on: string[]; least: number }[] = [
  { text: ['ink'], on: [...surfaces, 'accent-soft'], least: 7 },
  { text: ['ink'], on: statuses.map((status) => `${status}-soft`), least: 7 },
  { text: ['ink-muted'], on: [...surfaces, 'accent-soft'], least: 4.5 },
  { text: ['accent', 'accent-strong'], on: [...surfaces, 'accent-soft'], least: 4.5 },
  { text: ['accent-ink'], on: ['accent', 'accent-strong'], least: 4.5 },
  { text: ['alert-ink'], on: ['alert'], least: 4.5 },
  { text: statuses, on: surfaces, least: 4.5 },
  { text: ['line-strong'], on: [...surfaces, 'accent-soft'], least: 3 },
  { text: ['focus'], on: surfaces, least: 3 },
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s tokens', (_, tokens) => {
  it('hold every colour of both schemes', () => {
    expect([...tokens.keys()]).toEqual([...new Set([...light.keys(), ...dark.keys()])]);
  });

  it.each(demands)('keep $text readable on $on at $least : 1', ({ text, on, least }) => {
    for (const foreground of text) {
      for (const background of on) {
        const ratio = contrast(tokens, foreground, background);
        expect(ratio, `${foreground} on ${background}`).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it.each(statuses)('keep %s readable on its own tint', (status) => {
    expect(contrast(tokens, status, `${status}-soft`)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(bars)('keep the number inside a %s bar readable', (bar) => {
    expect(contrast(tokens, `${bar}-ink`, bar)).toBeGreaterThanOrEqual(4.5);
  });

  it('make neighbouring bars of one side differ in lightness, for print in grey', () => {
    for (const side of ['negative', 'positive']) {
      expect(contrast(tokens, `${side}-1`, `${side}-3`)).toBeGreaterThanOrEqual(3);
      expect(contrast(tokens, `${side}-1`, `${side}-2`)).toBeGreaterThanOrEqual(1.5);
      expect(contrast(tokens, `${side}-2`, `${side}-3`)).toBeGreaterThanOrEqual(1.4);
    }
  });
});

it('gives a stand-alone chart the light tokens', () => {
  for (const name of paintNames) expect(embeddedPaint[name], name).toBe(light.get(name));
});

it('gives both schemes a colour of their own for each status', () => {
  for (const status of statuses) expect(dark.get(status)).not.toBe(light.get(status));
});

function colours(css: string): Map<string, string> {
  const found = css.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/gu);
  return new Map([...found].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function contrast(tokens: Map<string, string>, foreground: string, background: string): number {
  const luminances = [foreground, background].map((name) => {
    const colour = tokens.get(name);
    if (colour === undefined) throw new Error(`no token ${name}`);
    return luminance(colour);
  });
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
}
