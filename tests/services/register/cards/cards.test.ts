import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptFields, type CardReading } from '#app/services/register/cards/card-reading.ts';
import { readCard } from '#app/services/register/cards/read-card.ts';
import { writeChai } from '#app/services/register/cards/write-chai.ts';
import { sectionsSchema } from '#app/services/register/description-schema.ts';
import { validateCard } from './validate-xsd.ts';

const read = (name: string) => readFileSync(`tests/fixtures/register/${name}`, 'utf8');
const xsd = read('chai-v0.2-schema.xsd');
const cards = [
  'chai-v0.2-aidoc-ich.xml',
  'chai-v0.2-orbdoc-scribe.xml',
  'chai-v0.2-penguin-llm.xml',
];

const written = (card: CardReading) =>
  writeChai({ ...card, version: card.version, kept: keptFields(card.report) });

const refusal = (text: string) => {
  try {
    readCard(text);
  } catch (error) {
    return (error as { reason: string }).reason;
  }
  return null;
};

/** Every text of a document's leaves, in order. */
const textsOf = (xml: string) =>
  [...xml.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(/<(\w+)[^>]*>([^<]*)<\/\1>/g)]
    .map(([, name, text = '']) => [name, text.replaceAll('&#x200B;', '\u200B').trim()] as const)
    .filter(([, text]) => text !== '');

describe.each(cards)('the card %s', (name) => {
  const xml = read(name);
  const card = readCard(xml);

  it('loses nothing: each text is in the register or kept word for word', () => {
    const said = card.report.flatMap((row) => (row.outcome === 'empty' ? [] : [row.text]));
    const inFile = textsOf(xml).filter(([leaf]) => leaf !== 'Label' && leaf !== 'ValueJson');
    for (const [, text] of inFile) {
      const plain = text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      expect(said).toContain(plain);
    }
    expect(card.name).not.toBe('');
    expect(card.version.version).not.toBe('');
  });

  it('is stored as the register stores it', () => {
    expect(sectionsSchema.parse(card.sections)).toEqual(card.sections);
  });

  it('makes no structured claim of prose', () => {
    expect(card.sections.safety?.riskLevel).toBe(undefined);
    expect(card.sections.sovereignty).toBe(undefined);
    expect(card.sections.autonomy).toBe(undefined);
    expect(card.version.releasedOn).toBe(null);
    const stage = card.report.find(({ path }) => path === 'ReleaseInfo/ReleaseStage');
    expect(stage).toMatchObject({ outcome: 'kept', reason: 'prose' });
  });

  it('is valid before and after, and reads the same once more', () => {
    expect(validateCard(xsd, xml)).toEqual([]);
    const again = written(card);
    expect(validateCard(xsd, again)).toEqual([]);
    const second = readCard(again);
    expect({ ...second, report: [] }).toEqual({ ...card, report: [] });
    expect(keptFields(second.report)).toEqual(keptFields(card.report));
  });
});

describe('the check against the schema', () => {
  const xml = read(cards[0] ?? '');
  it.each([
    ['a field that is missing', xml.replace(/<ModelDeveloper>.*<\/ModelDeveloper>/, '')],
    ['a field that is not known', xml.replace('<Keywords />', '<Keywords /><Mood>x</Mood>')],
    [
      'another order',
      xml.replace(/(<ModelName>.*<\/ModelName>)\s*(<ModelDeveloper>.*<\/ModelDeveloper>)/, '$2$1'),
    ],
    ['another namespace', read('chai-v0.1-aidoc-ich.xml')],
  ])('finds %s', (_, wrong) => {
    expect(wrong).not.toBe(xml);
    expect(validateCard(xsd, wrong)).not.toEqual([]);
  });
});

it('reads numbers that are stated as numbers, with their intervals', () => {
  const { version } = readCard(read('chai-v0.2-aidoc-ich.xml'));
  expect(version.performance[0]).toEqual({
    ...{ metric: 'Sensitivity', value: 96.15, low: 90.44, high: 98.94, level: 95, unit: '%' },
    topic: 'UsefulnessUsabilityEfficacy',
  });
  expect(version.performance).toHaveLength(7);
});

it('reads an MLmodel file, which says little of what it is for', () => {
  const card = readCard(read('MLmodel.yaml'));
  expect(card.version.mlflow).toEqual({ modelUuid: '4d622e7b02614d1eb71f44eeb927be4f' });
  expect(card.sections).toEqual({});
  const kept = keptFields(card.report);
  expect(kept).toContainEqual({ path: 'flavors/sklearn/sklearn_version', text: '1.5.2' });
  expect(kept.length).toBeGreaterThan(8);
});

it.each([
  ['card-other-version', read('chai-v0.1-aidoc-ich.xml')],
  ['card-doctype', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['card-doctype', '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><lolz>&b;</lolz>'],
  ['card-broken', '<AppliedModelCard><BasicInfo></AppliedModelCard>'],
  ['card-broken', '<a>&nbsp;</a>'],
  ['card-broken', '<a/><b/>'],
  ['card-broken', `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`],
  ['card-unknown', '<html/>'],
  ['card-unknown', 'name: something'],
  ['card-unknown', ''],
  ['card-broken', 'flavors: [unclosed'],
  ['card-broken', 'a: &x {b: 1}\nflavors: {c: *x}'],
  ['card-broken', 'flavors: {a: 1}\nflavors: {b: 2}'],
  ['card-too-large', 'x'.repeat(1_000_001)],
])('refuses what is no card it knows: %s', (reason, text) => {
  expect(refusal(text)).toBe(reason);
});

it('writes whatever words hold', () => {
  const card = readCard(read('chai-v0.2-aidoc-ich.xml'));
  const name = 'a < b & c > "d" \u0001 ]]>';
  const xml = written({ ...card, name });
  expect(readCard(xml).name).toBe('a < b & c > "d"  ]]>');
});
