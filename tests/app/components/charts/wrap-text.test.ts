import { expect, it } from 'vitest';

import { estimateTextWidth, wrapText } from '#app/components/charts/wrap-text.ts';

it.each([
  'I would know what to do when a tool and I disagree',
  'Я знаю, что делать, если инструмент и я расходимся во мнениях',
  '当工具与我的判断不一致时我知道该怎么做',
  'سأعرف ما يجب فعله عندما تختلف أداة مع تقديري',
])('keeps every line of "%s" within its width and loses nothing', (text) => {
  const lines = wrapText(text, 130, 12);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(estimateTextWidth(line, 12)).toBeLessThanOrEqual(130);
  const glue = /[\u4e00-\u9fff]/u.test(text) ? '' : ' ';
  expect(lines.join(glue)).toBe(text);
});

it('leaves a word that is wider than the line whole', () => {
  expect(wrapText('Krankenhausinformationssystem', 40, 12)).toEqual([
    'Krankenhausinformationssystem',
  ]);
});
