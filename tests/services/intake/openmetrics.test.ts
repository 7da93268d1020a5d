import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedExposition } from '#app/services/intake/openmetrics/exposition.ts';
import { readExpositions } from '#app/services/intake/openmetrics/read-exposition.ts';
import { invalid, valid } from './openmetrics-vectors.ts';

const whole = (lines: string) => `${lines}\n# EOF\n`;
/** What a text is refused with; nothing where it is read. */
function refusalOf(text: string): MalformedExposition | undefined {
  try {
    readExpositions(text);
    return undefined;
  } catch (error) {
    if (error instanceof MalformedExposition) return error;
    throw error;
  }
}
const first = (lines: string) => readExpositions(whole(lines))[0]?.[0];

describe('OpenMetrics', () => {
  it('is read where the specification says that it is valid', () => {
    for (const lines of valid)
      expect([lines, refusalOf(whole(lines))?.message]).toEqual([lines, undefined]);
    expect(refusalOf('# EOF')).toBeUndefined();
    expect(refusalOf('a 1\n# EOF')).toBeUndefined();
  });

  it.each(Object.entries(invalid))('is refused for %s', (_, cases) => {
    for (const lines of cases) {
      const refusal = refusalOf(whole(lines));
      expect(refusal, JSON.stringify(lines)).toBeInstanceOf(MalformedExposition);
      expect(refusal?.line).toBeLessThanOrEqual(lines.split('\n').length);
    }
  });

  it('ends with # EOF, each scrape with its own', () => {
    for (const text of [
      '',
      '\n',
      'a 1',
      'a 1\n',
      'a 1\n# EOF\nb 1',
      'a 1\n# EOF\n\n',
      '# EOF\n# EOFx',
    ]) {
      expect(refusalOf(text), JSON.stringify(text)).toBeDefined();
    }
    const two = readExpositions('a 1\n# EOF\na 2\nb 1\n# EOF\n');
    expect(two.map((scrape) => scrape.map(({ name }) => name))).toEqual([['a'], ['a', 'b']]);
    expect(refusalOf('a 1\n# EOF\na 2\nb x\n# EOF\n')?.line).toBe(4);
  });

  it('has labels, escapes, numbers and times as they are written', () => {
    const written = String.raw`a{foo="b\"a\nr",bar="b\\a\z # "} -1.5e3 1.25`;
    expect(first(written)?.samples[0]).toMatchObject({
      ...{ value: -1500, timestamp: 1.25, line: 1 },
      labels: new Map([
        ['foo', 'b"a\nr'],
        ['bar', 'b\\a\\z # '],
      ]),
    });
    expect(first('a +inf')?.samples[0]?.value).toBe(Infinity);
    expect(first('a NAN')?.samples[0]?.value).toBeNaN();
  });

  it('is read or refused with a line, whatever it is', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'a_total',
        'a_bucket',
        'b',
        '{',
        '}',
        '"',
        '=',
        ',',
        ' ',
        '\n',
        '#',
        ' # ',
        '\\',
        '\0',
      ],
      ...[
        '# TYPE a ',
        'counter',
        'histogram',
        'summary',
        '# HELP a ',
        '# UNIT a ',
        '# EOF\n',
        'le="+Inf"',
      ],
      ...['1', '-1', '+Inf', 'NaN', '1e9', '{le="1"} 1', '🩺', '\r', '__proto__', 'quantile="0.5"'],
    );
    const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    let read = 0;
    const base = valid.map(whole);
    const cut = fc
      .tuple(fc.constantFrom(...base), fc.nat(400), piece, fc.nat(2))
      .map(([from, at, odd, gone]) => `${from.slice(0, at)}${odd}${from.slice(at + gone)}`);
    fc.assert(
      fc.property(fc.oneof(text, cut), (sent) => {
        const refusal = refusalOf(sent);
        if (!refusal) read += 1;
        else expect(refusal.line).toBeGreaterThan(0);
      }),
      { numRuns: 20_000, seed: 20_261_126 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it('of two million signs is read or refused within a second or two', () => {
    const started = performance.now();
    for (const line of ['a 1\n', '# EOF\n', '\n', 'a{b="c"} 1 1\n', '# HELP a x\n', '"']) {
      refusalOf(line.repeat(Math.floor(2_000_000 / line.length)));
    }
    const series = Array.from({ length: 60_000 }, (_, n) => `a{n="${n}"} 1\n`).join('');
    expect(refusalOf(`${series}# EOF\n`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
