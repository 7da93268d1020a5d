import { describe, expect, it } from 'vitest';
import { english } from '#surveys/library/nurse-ai-readiness/en.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Answers } from '#surveys/model/answers.ts';
import { languages } from '#surveys/model/languages.ts';
import { parseInstrument } from '#surveys/model/parse-instrument.ts';
import { isPilotLanguage, publishingProblems } from '#surveys/model/publishable.ts';
import { listWording } from '#surveys/model/wording.ts';
import { lintTranslations } from '#surveys/quality/lint-translations.ts';
import { scoreResponse } from '#surveys/scoring/score-response.ts';

describe('the nurse readiness scale', () => {
  it('passes the same door as an instrument from outside', () => {
    expect(parseInstrument(nurseAiReadiness)).toEqual({ ok: true, instrument: nurseAiReadiness });
  });

  it('can be published in all seven languages, six of them as a pilot', () => {
    expect(publishingProblems(nurseAiReadiness, languages)).toEqual([]);
    const pilots = languages.filter((language) => isPilotLanguage(nurseAiReadiness, language));
    expect(pilots).toEqual(languages.filter((language) => language !== 'en'));
  });

  it('has nine items in two subscales that share none and leave none out', () => {
    const [total, ...subscales] = nurseAiReadiness.scales;
    expect(total?.items).toHaveLength(9);
    expect(subscales.map(({ subscaleOf }) => subscaleOf)).toEqual(['total', 'total']);
    expect(subscales.flatMap(({ items }) => items).sort()).toEqual(total?.items.toSorted());
  });

  it('asks at most four items on a page, in the order of the items', () => {
    const { pages, items } = nurseAiReadiness;
    expect(pages).toHaveLength(3);
    expect(Math.max(...pages.map((page) => page.items.length))).toBeLessThanOrEqual(4);
    expect(pages.flatMap((page) => page.items)).toEqual(items.map(({ id }) => id));
  });

  it('shows no damage in any text, and no text equal to another language', () => {
    expect(lintTranslations(nurseAiReadiness)).toEqual([]);
    for (const { text, register } of listWording(nurseAiReadiness)) {
      if (register === 'easy-read') continue;
      expect(new Set(Object.values(text)).size).toBe(languages.length);
    }
  });

  it('has an easy-read wording of its own for each item, in short sentences', () => {
    const texts = Object.values<string>(english.easyRead ?? {});
    expect(texts).toHaveLength(9);
    for (const text of texts) {
      expect(Object.values(english.items)).not.toContain(text);
      const sentences = text.split('. ').map((sentence) => sentence.split(' ').length);
      expect(Math.max(...sentences)).toBeLessThanOrEqual(13);
    }
  });

  it('scores 1 to 5, and gives a score with two answers missing but not with three', () => {
    const codes = [5, 4, 3, 2, 1, 5, 5, 4, 4];
    const answers: Answers = Object.fromEntries(codes.map((code, i) => [`nai-${i + 1}`, { code }]));
    expect(scoreResponse(nurseAiReadiness, answers)).toEqual({
      total: { ok: true, score: 33 / 9, answered: 9 },
      'operations-workforce': { ok: true, score: 3, answered: 5 },
      'clinical-benefit': { ok: true, score: 4.5, answered: 4 },
    });
    const two: Answers = {
      ...answers,
      'nai-1': { missing: 'dont-know' },
      'nai-9': { missing: 'skipped' },
    };
    expect(scoreResponse(nurseAiReadiness, two)).toMatchObject({
      total: { ok: true, answered: 7 },
      'operations-workforce': { ok: true, score: 2.5, answered: 4 },
      'clinical-benefit': { ok: true, answered: 3 },
    });
    const three: Answers = { ...two, 'nai-2': { missing: 'dont-know' } };
    expect(scoreResponse(nurseAiReadiness, three)).toMatchObject({
      total: { ok: false, reason: 'too-few-answered', answered: 6 },
      'operations-workforce': { ok: false, reason: 'too-few-answered', answered: 3 },
    });
  });
});
