import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import { datasets } from '../../schema/dataset.ts';
import { datasetStatements, type DocumentationState } from '../../schema/dataset-statement.ts';
import { daysBefore } from '../panel/days.ts';
import type { DemoRegister } from './demo-register.ts';

const said: Record<DocumentationState, string[]> = {
  documented: ['summary', 'purpose', 'access', 'origin', 'consent', 'people', 'labels'],
  partly: ['attributes', 'missing-data'],
  not: ['absent', 'involvement'],
  'not-applicable': ['processing'],
};
const notes: Partial<Record<string, string>> = {
  attributes: 'Ethnicity is written down at one site of three (invented).',
  absent: 'Nothing is said of people who were seen with an interpreter (invented).',
  processing: 'Nothing was changed before it was used (invented).',
};

/** A data set of the demo's own, invented with all that is said of it: of real ones the demo claims nothing. */
export async function insertOwnDataset(tx: Transaction, demo: DemoRegister): Promise<void> {
  const { organisationId, ownerId: recordedBy, today } = demo;
  const datasetId = randomUUID();
  await tx.insert(datasets).values({
    ...{ organisationId, id: datasetId, name: 'Discharge notes of Riverside (demo)' },
    ...{ field: 'Clinical notes', modality: 'Notes in English and Russian', size: '18,000 notes' },
    ...{ people: 12_400, annotations: 'Diagnoses by two coders (invented)', source: 'Riverside' },
    ...{ licence: 'Not given out', access: 'closed', countries: ['KZ'], years: '2023–2025' },
    demographics: { age: 'yes', sex: 'yes', ethnicity: 'no' },
    knownGaps: 'Few notes of people who needed an interpreter (invented).',
    consentBasis: 'Public interest in the quality of care (invented)',
  });
  const rows = Object.entries(said).flatMap(([state, codes]) =>
    codes.map((code) => ({
      ...{ organisationId, datasetId, code, number: 1, recordedBy },
      ...{ state: state as DocumentationState, note: notes[code] ?? '' },
      evidence: state === 'documented' ? 'Synthetic data sheet in the demo’s folder' : '',
      statedOn: daysBefore(today, 60),
    })),
  );
  await tx.insert(datasetStatements).values(rows);
}
