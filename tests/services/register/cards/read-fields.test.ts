import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptFields, type CardReading } from '#app/services/register/cards/card-reading.ts';
import { readCard } from '#app/services/register/cards/read-card.ts';
import { sectionsSchema } from '#app/services/register/description-schema.ts';

const read = (name: string) => readFileSync(`tests/fixtures/register/${name}`, 'utf8');
const readme = read('hugging-face.md');
const bundle = read('monai-metadata.json');

const textOf = (card: CardReading, path: string) =>
  card.report.flatMap((row) => (row.path === path && row.outcome !== 'empty' ? [row.text] : []));
const outcomeOf = (text: string) => {
  try {
    return readCard(text).format;
  } catch (error) {
    return (error as { reason?: string }).reason;
  }
};

describe('a Hugging Face model card', () => {
  const card = readCard(readme);

  it('brings its name, keywords, data and results in numbers', () => {
    expect(card).toMatchObject({ format: 'hugging-face', name: 'my-cool-model', summary: '' });
    expect(card.sections).toEqual({
      publication: { keywords: ['pytorch', 'image-classification'] },
      data: { developmentData: 'beans' },
    });
    expect(sectionsSchema.parse(card.sections)).toEqual(card.sections);
    expect(card.version.performance).toEqual([
      { metric: 'accuracy', value: 0.9, data: 'Beans' },
      { metric: 'f1', value: 0.66, data: 'Beans, default, test' },
    ]);
  });

  it('keeps word for word what the register has no place for', () => {
    const kept = keptFields(card.report);
    for (const field of [
      { path: 'license', text: 'mit' },
      { path: 'language', text: 'en' },
      { path: 'library_name', text: 'timm' },
      { path: 'model-index/1/results/2/dataset/args/date', text: '20220120' },
    ]) {
      expect(kept).toContainEqual(field);
    }
  });

  it('keeps its text whole, and makes no claim of it', () => {
    const prose = '\r\n# Lung finder\n\nIntended use: **every** clinic.\n---\nVersion: 9\n';
    const long = readCard(`---\nlicense: mit\nbase_model: [a/b, c/d]\n---\r\n${prose}`);
    expect(textOf(long, 'text')).toEqual([prose]);
    expect(keptFields(long.report)).toContainEqual({ path: 'text', text: prose });
    expect(long).toMatchObject({ name: '', sections: {}, version: { version: '' } });
    expect(long.version.foundationModels).toBe('a/b\nc/d');
  });

  it('is read without its text, and says no number that it does not hold', () => {
    const results = '{name: m, results: [{metrics: [{type: wer, value: 12%}, {value: 1}]}]}';
    const alone = readCard(`library_name: timm\ntags:\nmodel-index: [${results}]`);
    expect(alone.version.performance).toEqual([]);
    expect(textOf(alone, 'model-index/1/results/1/metrics/1/value')).toEqual(['12%']);
    expect(alone.report).toContainEqual({ path: 'tags', outcome: 'empty' });
  });

  it('keeps keywords for which the list is too short', () => {
    const tags = Array.from({ length: 203 }, (_, index) => `tag-${index}`);
    const many = readCard(`---\ntags: [${tags.join(', ')}]\n---\n`);
    expect(sectionsSchema.parse(many.sections).publication?.keywords).toHaveLength(200);
    expect(textOf(many, 'tags')).toEqual(tags);
    expect(keptFields(many.report).map(({ text }) => text)).toEqual(tags.slice(200));
  });
});

describe('the metadata of a MONAI bundle', () => {
  const card = readCard(bundle);

  it('says what the model is, in the register’s terms', () => {
    expect(card).toMatchObject({ format: 'monai', name: 'Lung field segmentation' });
    expect(card.summary).toBe('Outlines both lung fields on a frontal chest radiograph.');
    expect(card.version).toMatchObject({ version: '1.10', modelType: '' });
    expect(card.sections).toEqual({
      supplier: { supplier: 'Imaging group of a made-up hospital' },
      data: { developmentData: 'Made-up radiographs', dataTypes: 'dicom' },
      use: { statement: 'A made-up bundle, not to be used for diagnosis' },
      publication: { references: 'One, A. First paper.\nTwo, B. Second paper.' },
    });
    expect(sectionsSchema.parse(card.sections)).toEqual(card.sections);
    expect(card.version.performance).toEqual([
      { metric: 'mean_dice', value: 0.94 },
      { metric: 'by_site/north', value: 0.9 },
    ]);
  });

  it('loses nothing: each value is in the report', () => {
    const report = card.report.map((row) => (row.outcome === 'empty' ? '' : row.text)).join('\n');
    const valuesOf = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(valuesOf)
        : [value];
    const values = valuesOf(JSON.parse(bundle));
    expect(values.length).toBeGreaterThan(25);
    for (const value of values) expect(report).toContain(String(value));
    const kept = keptFields(card.report);
    expect(kept).toContainEqual({ path: 'eval_metrics/by_site/south', text: 'not measured' });
    expect(kept).toContainEqual({
      path: 'network_data_format/inputs/image/spatial_shape',
      text: '512\n512',
    });
    expect(kept.map(({ path }) => path)).toContain('task');
  });

  it('keeps a description for which the summary is too short', () => {
    const description = 'x'.repeat(351);
    const long = readCard(JSON.stringify({ monai_version: '1.4.0', description }));
    expect(long.summary).toBe('');
    expect(keptFields(long.report)).toContainEqual({ path: 'description', text: description });
  });

  it('is read as the model zoo publishes it', () => {
    const file = '../shared/fixtures/governance/register/monai-breast-density-metadata.json';
    if (!existsSync(file)) {
      process.stdout.write('no bundle of the model zoo is here: none was read\n');
      return;
    }
    const real = readCard(readFileSync(file, 'utf8'));
    expect(real).toMatchObject({ format: 'monai', name: '', version: { version: '0.1.0' } });
    expect(real.version.performance).toEqual([{ metric: 'accuracy', value: 0.96 }]);
    expect(real.sections.supplier?.supplier).toContain('Mayo Clinic');
  });
});

it.each([
  ['mlmodel', '---\nflavors: {sklearn: {}}\nlicense: mit\n'],
  ['card-unknown', '---\nflavors: {sklearn: {}}\n---\n# A text that MLmodel has no place for'],
  ['card-unknown', '---\nlicense: mit\ntask_categories: [image-classification]\n---\n# A data set'],
  ['card-unknown', '---\ntitle: App\nsdk: gradio\nlicense: mit\n---\n'],
  ['card-unknown', 'license: mit\ntags: [a]\nversion: 1.0.0'],
  ['card-unknown', '---\n---\n# Nothing at its head'],
  ['card-unknown', '# A page without a head\n'],
  ['card-unknown', '{"version": "1.0", "dependencies": {}}'],
  ['card-unknown', '[1, 2]'],
  ['card-unknown', '---\nlicense: mit\n---\nnothing \0 readable'],
  ['card-unknown', '{"monai_version": "1.0", "task": "\\u0000"}'],
  ['card-unknown', '{"monai_version": "1.0", "\\ud800": "x"}'],
  ['card-broken', '---\nlicense: [mit\n---\n# text'],
  ['card-broken', '---\nlicense: &a [mit]\ntags: *a\n---\n'],
  ['card-broken', '{"monai_version": "1.0", "monai_version": "1.1"}'],
  ['card-broken', '{"monai_version": "1.0"} and more'],
  ['card-broken', `a: ${'['.repeat(450_000)}${']'.repeat(450_000)}`],
  ['card-broken', `${'- '.repeat(450_000)}x`],
  ['card-broken', `{"monai_version": ${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`],
])('tells kinds apart and refuses what is none: %s', (outcome, text) => {
  expect(outcomeOf(text)).toBe(outcome);
});

it('says the line of a key that stands there twice, among many', { timeout: 90_000 }, () => {
  const keys = Array.from({ length: 30_000 }, (_, index) => `key${index}: ${index}`);
  expect(outcomeOf(['flavors: {}', ...keys].join('\n'))).toBe('mlmodel');
  expect(() => readCard(['flavors: {}', ...keys, 'key7: 1'].join('\n'))).toThrow(
    expect.objectContaining({ reason: 'card-broken', values: { line: 30_002 } }) as Error,
  );
});

it('of more signs than a card has is refused before it is understood', { timeout: 90_000 }, () => {
  const many = {
    keys: Array.from({ length: 60_000 }, (_, index) => `key${index}: v`).join('\n'),
    ends: '\n'.repeat(990_000),
    lines: 'a\n'.repeat(490_000),
  };
  for (const [name, text] of Object.entries(many)) {
    expect(outcomeOf(`---\nlicense: mit\n${text}\n---\nA model.`), name).toBe('card-too-many');
  }
});
