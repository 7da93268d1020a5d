import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportInstrument } from '#surveys/interchange/json/export-instrument.ts';
import {
  importInstrument,
  maximumDocumentLength,
} from '#surveys/interchange/json/import-instrument.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { canonicalJson } from '#surveys/model/canonical-json.ts';
import { languages } from '#surveys/model/languages.ts';
import { smallInstrument } from '#tests/surveys/support/small-instrument.ts';

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((value) => `a${value}`.replaceAll('\u0000', ''));

describe('JSON exchange', () => {
  it('brings the library instrument back unchanged', () => {
    const json = exportInstrument(nurseAiReadiness);
    expect(importInstrument(json)).toEqual({ ok: true, instrument: nurseAiReadiness });
  });

  it('brings any instrument back, whatever its texts and numbers', () => {
    const instruments = fc.record({
      title: fc.record({ en: text, ar: text, zh: text }),
      stems: fc.array(text, { minLength: 4, maxLength: 4 }),
      scores: fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
        minLength: 3,
        maxLength: 3,
      }),
      easyRead: fc.constantFrom(...languages),
    });
    fc.assert(
      fc.property(instruments, ({ title, stems, scores, easyRead }) => {
        const instrument = smallInstrument({ title });
        for (const [i, item] of instrument.items.entries()) {
          item.stem = { en: stems[i] ?? 'x' };
          item.easyRead = { [easyRead]: stems[i] ?? 'x' };
        }
        for (const [i, option] of (instrument.optionSets[0]?.options ?? []).entries()) {
          option.score = (scores[i] ?? 0) + 0;
        }
        const imported = importInstrument(exportInstrument(instrument));
        expect(imported.ok).toBe(true);
        if (imported.ok) expect(canonicalJson(imported.instrument)).toBe(canonicalJson(instrument));
      }),
    );
  });

  it('writes the same file whatever the order of keys was', () => {
    const reversed = Object.fromEntries(Object.entries(smallInstrument()).reverse());
    const imported = importInstrument(JSON.stringify(reversed));
    expect(imported.ok && exportInstrument(imported.instrument)).toBe(
      exportInstrument(smallInstrument()),
    );
  });

  it('accepts a byte order mark and refuses what is not JSON or too long', () => {
    expect(importInstrument(`\uFEFF${exportInstrument(smallInstrument())}`).ok).toBe(true);
    expect(importInstrument('{')).toEqual({ ok: false, issues: [{ path: '', code: 'not-json' }] });
    expect(importInstrument(' '.repeat(maximumDocumentLength + 1))).toMatchObject({
      issues: [{ path: '', code: 'too-long' }],
    });
    expect(importInstrument('null')).toMatchObject({ issues: [{ path: '', code: 'wrong-type' }] });
  });
});
