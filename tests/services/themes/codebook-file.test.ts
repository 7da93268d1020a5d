import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { codebookXml } from '#app/services/themes/codebook-xml.ts';
import { codebookFaults } from './codebook-faults.ts';

const code = (name: string, themeId: string | null = null) => ({
  ...{ id: randomUUID(), name, description: '', themeId, mergedInto: null, retired: false },
});
const theme = (title: string, summary = '') => ({
  ...{ id: randomUUID(), title: { en: title }, summary: { en: summary } },
});

/** Words that break XML, or that it cannot hold. */
const hard = `"Who" <decides> & why?\u0000\u001f\ud800\n\tsecond line ]]> \u{1f600} كرامة`;

it('a codebook for other programs is what the schema of the format asks for', () => {
  const [waiting, empty] = [theme('Waiting', hard), theme('Nobody’s')];
  const codes = [
    { ...code('Hours', waiting.id), description: hard },
    code(hard, waiting.id),
    code('Alone'),
    { ...code('Old'), retired: true },
  ];
  const xml = codebookXml(codes, [waiting, empty]) ?? '';
  expect(codebookFaults(xml)).toEqual([]);
  expect(xml).not.toContain('Nobody’s');
  expect(xml).not.toContain('Old');
});

it('is none where there is no code, since the schema asks for one', () => {
  expect(codebookXml([{ ...code('Old'), retired: true }], [])).toBeUndefined();
});

it.each([
  ['<CodeBook xmlns="urn:QDA-XML:codebook:1:0"><Codes/></CodeBook>', 'namespace'],
  ['<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>', 'Code × 0'],
  [wrap('<Code guid="1" name="a" isCodable="true"/>'), '@guid="1"'],
  [wrap(`<Code guid="${randomUUID()}" isCodable="true"/>`), '@name missing'],
  [wrap(`<Code guid="${randomUUID()}" name="a" isCodable="yes"/>`), '@isCodable="yes"'],
  [wrap(`<Code guid="${randomUUID()}" name="a" isCodable="1" note="b"/>`), '@note not here'],
  [
    wrap(
      `<Code guid="${randomUUID()}" name="a" isCodable="true"><Code guid="${randomUUID()}" name="b" isCodable="true"/><Description>c</Description></Code>`,
    ),
    'order',
  ],
])('the check finds what is wrong in %s', (xml, fault) => {
  expect(codebookFaults(xml).join()).toContain(fault);
});

function wrap(code: string): string {
  return `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code}</Codes></CodeBook>`;
}
