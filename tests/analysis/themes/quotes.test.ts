import { describe, expect, it } from 'vitest';
import { chooseQuotes, type QuoteCandidate } from '#analysis/themes/choose-quotes.ts';
import { findThemes } from '#analysis/themes/find-themes.ts';
import { readingOrder } from '#analysis/themes/reading-order.ts';
import { steadinessOf } from '#analysis/themes/steadiness.ts';
import { polarityOf } from '#analysis/themes/text/polarity.ts';
import { quoteSpan } from '#analysis/themes/text/quote-span.ts';
import { answersAbout } from './answers-about.ts';

const at = (angle: number) => Float64Array.of(Math.cos(angle), Math.sin(angle));
const sparse = (values: Float64Array) => ({ columnOf: Int32Array.of(0, 1), values });
const candidate = (row: number, more: Partial<QuoteCandidate> = {}): QuoteCandidate => ({
  ...{ row, text: `answer number ${row} of many`, place: sparse(at(row / 10)), person: null },
  ...{ stratum: null, words: 6 },
  ...more,
});

describe('quotes', () => {
  it('hold one that speaks against the others, or none when nobody does', () => {
    const all = [0, 1, 2, 3, 4, 5].map((row) => candidate(row, { stance: row === 4 ? -1 : 0.5 }));
    const roles = chooseQuotes(all, 5);
    expect(roles.map(({ role }) => role)).toEqual([
      ...['central', 'diverse', 'diverse', 'dissent', 'edge'],
    ]);
    expect(roles[3]?.row).toBe(4);
    const agreed = chooseQuotes(
      all.map((one) => ({ ...one, stance: 1 })),
      5,
    );
    expect(agreed.some(({ role }) => role === 'dissent')).toBe(false);
    const few = [candidate(0, { stance: 1 }), candidate(1, { stance: -1 }), candidate(2)];
    expect(chooseQuotes(few, 3).map(({ role }) => role)).not.toContain('dissent');
  });

  it('never give a second one to a person, to dissent either, before everybody had one', () => {
    const all = [0, 1, 2, 3, 4, 5, 6].map((row) =>
      candidate(row, { person: `p${row % 5}`, stance: row === 3 ? -1 : 1 }),
    );
    const rows = chooseQuotes(all, 5).map(({ row }) => row);
    expect(new Set(rows.map((row) => row % 5)).size).toBe(5);
  });

  it('are the same whatever the order of candidates', () => {
    const all = Array.from({ length: 12 }, (_, row) =>
      candidate(row, { person: `p${row % 7}`, stratum: `s${row % 3}`, stance: row === 8 ? -1 : 1 }),
    );
    expect(chooseQuotes([...all].reverse(), 5)).toEqual(chooseQuotes(all, 5));
  });

  it('come from those who agree to be quoted alone', () => {
    const { texts } = answersAbout(120, 2);
    const quotable = texts.map((_, row) => row % 3 === 0);
    const { themes } = findThemes({ texts, language: 'en', k: 4, seed: 1, quotable });
    for (const { quotes } of themes) {
      expect(quotes.length).toBeGreaterThan(0);
      for (const row of quotes) expect(quotable[row]).toBe(true);
    }
    const nobody = findThemes({
      ...{ texts, language: 'en', k: 4, seed: 1 },
      quotable: texts.map(() => false),
    });
    expect(nobody.themes.flatMap(({ quotes }) => quotes)).toEqual([]);
  });

  it('dissent by the scale where there is one', () => {
    const { texts, topics } = answersAbout(120, 2);
    const odd = topics.indexOf('parking');
    const scores = topics.map((topic, row) => (row === odd ? 1 : topic === 'none' ? null : 5));
    const { themes, assignments } = findThemes({ texts, language: 'en', k: 4, seed: 1, scores });
    for (const { index, dissent, quoted } of themes) {
      expect(dissent).toBe(assignments[odd] === index ? odd : null);
      for (const { row, start, end } of quoted) {
        expect(texts[row]?.slice(start, end)).toBe(texts[row]);
      }
    }
  });
});

describe('the words quoted', () => {
  const filler = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ');
  it('are whole sentences about the theme, verbatim, of a long text', () => {
    const about = 'The car park was full and the ticket machine broken.';
    const text = `${filler}. ${filler}. ${about} ${filler}.`;
    const { start, end } = quoteSpan(text, 'en', new Set(['park', 'ticke', 'machi']));
    expect(text.slice(start, end)).toContain(about);
    expect(text.slice(start, end).split(/\s+/u).length).toBeLessThanOrEqual(60);
    expect(text.slice(start, end)).toMatch(/^\S.*\.$/u);
  });

  it('are all of a short text, and the beginning of a sentence without end', () => {
    expect(quoteSpan('  Long waits ', 'en', new Set())).toEqual({ start: 2, end: 12 });
    expect(quoteSpan('', 'en', new Set())).toEqual({ start: 0, end: 0 });
    const endless = Array.from({ length: 90 }, () => 'and').join(' ');
    const { start, end } = quoteSpan(endless, 'en', new Set());
    expect(endless.slice(start, end).split(' ')).toHaveLength(60);
  });
});

describe('praise and complaint', () => {
  it.each([
    ['en', 'The nurses were kind and helpful', 1],
    ['en', 'Rude staff and a long wait', -1],
    ['en', 'The staff were not helpful', -1],
    ['de', 'Sehr freundlich und kompetent', 1],
    ['de', 'Das Essen war nicht gut', -1],
    ['es', 'La espera fue terrible', -1],
    ['ru', 'Врач очень внимательный', 1],
    ['tr', 'Doktor ilgili değil', -1],
    ['ar', 'الانتظار طويل', -1],
    ['zh', '护士很亲切', 1],
    ['zh', '服务不好', -1],
    ['kk', 'дәрігер мейірімді', 1],
    ['kk', 'жақсы емес', -1],
    ['zh', '没有问题', 1],
    ['zh', '没有等待', 1],
    ['zh', '没有什么问题', 1],
    ['tr', 'Kendimi güvensiz hissettim', -1],
    ['tr', 'Çok güven verdi', 1],
    ['tr', 'Oda rahatsız', -1],
    ['fr', 'Une infirmière attentive', 1],
    ['es', 'Enfermeras cariñosas', 1],
    ['de', 'Der Arzt war sorgfältig', 1],
    ['de', 'Alles problemlos', 1],
    ['ru', 'Было больно', -1],
  ])('in %s: %s', (language, text, sign) => {
    expect(Math.sign(polarityOf(text, language) ?? 0)).toBe(sign);
  });

  it.each([
    ['ru', 'Большая больница'],
    ['ru', 'Больной лежал больше недели'],
    ['ru', 'У меня страховка, дорога далеко'],
    ['tr', 'Geçen hafta geldim'],
    ['tr', 'Güvenlik görevlisi'],
    ['es', 'La esperanza en la cara'],
    ['es', 'Deben confirmar y mejorar'],
    ['fr', 'On vient me chercher, bonjour'],
    ['en', 'Lately I came later than usual, please'],
    ['de', 'Laut Arzt wurde es bestellt'],
    ['zh', '好像差不多'],
    ['kk', 'Кеше кешке келдім'],
  ])('say nothing of words that only begin like them, in %s: %s', (language, text) => {
    expect(polarityOf(text, language)).toBeNull();
  });

  it('say nothing of plain words, and of a language without a list', () => {
    expect(polarityOf('The appointment was on Monday', 'en')).toBeNull();
    expect(polarityOf('good', 'sw')).toBeNull();
  });
});

describe('reading by hand', () => {
  it('begins in the middle and goes on with what is farthest from what was read', () => {
    const all = [0, 0.1, 0.2, 1.5, 3].map((angle, row) => ({
      ...{ row, text: `answer ${row}`, place: at(angle) },
    }));
    const order = readingOrder(all);
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(order.slice(0, 3)).toEqual([2, 4, 3]);
    expect(readingOrder([...all].reverse())).toEqual(order);
    const many = Array.from({ length: 200 }, (_, row) => ({
      ...{ row, text: `answer ${row}`, place: at(row) },
    }));
    expect(new Set(readingOrder(many)).size).toBe(200);
  });

  it('is advised below .4', () => {
    expect([0.6, 0.59, 0.4, 0.39].map(steadinessOf)).toEqual([
      ...['steady', 'tentative', 'tentative', 'by-hand'],
    ]);
  });
});
