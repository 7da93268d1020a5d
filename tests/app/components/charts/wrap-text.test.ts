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

it('breaks a word that is wider than the line, with a hyphen and without losing a letter', () => {
  const lines = wrapText('Krankenhausinformationssystem', 80, 12);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(estimateTextWidth(line, 12)).toBeLessThanOrEqual(80);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/.{3,}-$/u);
  expect(lines.join('').replaceAll('-', '')).toBe('Krankenhausinformationssystem');
});

it('leaves a word of joined letters whole, and makes no line of nothing', () => {
  expect(wrapText('الاصطناعي', 20, 12)).toEqual(['الاصطناعي']);
  expect(wrapText('', 40, 12)).toEqual([]);
});

it('begins no Chinese line with a closing mark', () => {
  const lines = wrapText('人工智能可以帮助我更早发现患者病情恶化。', 12 * 19, 12);
  expect(lines).toEqual(['人工智能可以帮助我更早发现患者病情恶', '化。']);
});

it('gives marks that only set the direction no width', () => {
  expect(estimateTextWidth('\u2068nai-1\u2069', 12)).toBe(estimateTextWidth('nai-1', 12));
});
