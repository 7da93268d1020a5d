import { expect, it } from 'vitest';
import { z } from 'zod';
import { csvParameters, importParameters } from '#app/services/intake/api-parameters.ts';
import { batchSchema } from '#app/services/intake/record-schema.ts';
import { uploadSchema } from '#app/services/intake/upload-schema.ts';
import { datasetFields, withDemographics } from '#app/services/register/dataset-schema.ts';
import { sectionsSchema } from '#app/services/register/description-schema.ts';
import { versionFields } from '#app/services/register/register-schema.ts';

it('every version name that can be entered can be sent', () => {
  for (const length of [80, 81]) {
    const version = 'v'.repeat(length);
    const sent = [
      z.object(versionFields).safeParse({ version }),
      csvParameters.safeParse({ deployment: 'ed', model_version: version }),
      importParameters.safeParse({
        ...{ deployment: 'ed', model_version: version },
        ...{ period_start: '2026-01-01', period_end: '2026-02-01' },
      }),
      uploadSchema.safeParse({ format: 'csv', version, file: new File(['a'], 'a.csv') }),
      batchSchema.shape.model_version.safeParse(version),
    ];
    expect(sent.map(({ success }) => success)).toEqual(sent.map(() => length === 80));
  }
});

it('of the people in a data set nothing said is not a no', () => {
  const schema = z.object(datasetFields);
  const form = { name: 'Chest films', 'reported-age': 'yes', 'reported-sex': 'no' };
  const { demographics, name } = withDemographics(schema.parse(form));
  expect({ demographics, name }).toEqual({
    ...{ demographics: { age: 'yes', sex: 'no' }, name: 'Chest films' },
  });
  expect(withDemographics(schema.parse({ name: 'Chest films' })).demographics).toEqual({});
});

it('words of another release spoil nothing else of what is stored', () => {
  const stored = {
    publication: { capability: ['planning', 'clairvoyance'], specialty: 'Emergency' },
    autonomy: { humanLevel: 'sets-the-goal', training: 'Half a day' },
    supplier: { annualCost: 'a lot', supplier: 'Acme' },
  };
  expect(sectionsSchema.parse(stored)).toEqual({
    publication: { capability: ['planning'], specialty: 'Emergency' },
    autonomy: { training: 'Half a day' },
    supplier: { supplier: 'Acme' },
  });
});
