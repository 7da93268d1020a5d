import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleItems } from '#surveys/flow/visible-items.ts';
import { visiblePages } from '#surveys/flow/visible-pages.ts';
import { withNotShown } from '#surveys/flow/with-not-shown.ts';
import type { Answers } from '#surveys/model/answers.ts';
import { answersTo } from '#tests/surveys/support/arbitraries.ts';
import { smallInstrument } from '#tests/surveys/support/small-instrument.ts';

const instrument = smallInstrument();

function idsOf(answers: Answers): string[] {
  return visibleItems(instrument, answers).map(({ id }) => id);
}

describe('visible items and pages', () => {
  it('opens a question once its condition holds', () => {
    expect(idsOf({})).toEqual(['A1', 'A4']);
    expect(idsOf({ A1: { code: 1 } })).toEqual(['A1', 'A4']);
    expect(idsOf({ A1: { code: 2 } })).toEqual(['A1', 'A2', 'A4']);
    expect(idsOf({ A1: { code: 2 }, A2: { code: 0 } })).toEqual(['A1', 'A2', 'A3', 'A4']);
  });

  it('lets an answer steer nothing once its question is hidden', () => {
    expect(idsOf({ A1: { code: 0 }, A2: { code: 0 } })).toEqual(['A1', 'A4']);
  });

  it('skips a page without visible items and lists only visible ones', () => {
    const pages = visiblePages(instrument, {});
    expect(pages.map(({ id, items }) => [id, items])).toEqual([
      ['p1', ['A1']],
      ['p3', ['A4']],
    ]);
  });
});

describe('withNotShown', () => {
  it('says what was hidden, what was skipped, and forgets what it does not know', () => {
    const answers: Answers = { A1: { code: 1 }, A2: { code: 2 }, B1: { code: 1 } };
    expect(withNotShown(instrument, answers)).toEqual({
      A1: { code: 1 },
      A2: { missing: 'not-shown' },
      A3: { missing: 'not-shown' },
      A4: { missing: 'skipped' },
    });
  });

  it('takes a question that was hidden earlier and is visible now for skipped', () => {
    const answers: Answers = { A1: { code: 2 }, A2: { missing: 'not-shown' } };
    expect(withNotShown(instrument, answers)['A2']).toEqual({ missing: 'skipped' });
  });

  it('answers every item, agrees with what was visible, and changes nothing twice', () => {
    fc.assert(
      fc.property(answersTo(instrument), (answers) => {
        const final = withNotShown(instrument, answers);
        const visible = new Set(idsOf(answers));
        expect(Object.keys(final)).toEqual(instrument.items.map(({ id }) => id));
        for (const [id, answer] of Object.entries(final)) {
          const isNotShown = 'missing' in answer && answer.missing === 'not-shown';
          expect(isNotShown).toBe(!visible.has(id));
        }
        expect(withNotShown(instrument, final)).toEqual(final);
      }),
    );
  });
});
