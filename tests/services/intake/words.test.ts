import { describe, expect, it } from 'vitest';
import words from '#app/i18n/en/intake.json' with { type: 'json' };
import { batchAnswerSchema } from '#app/services/intake/batch-answer.ts';
import { faultSentences } from '#app/services/intake/fault-sentences.ts';
import { ascertainmentKinds, recordModes } from '#app/services/intake/intake-words.ts';
import { kindByColumn } from '#app/services/intake/csv-columns.ts';
import { openApiDocument } from '#app/services/intake/openapi.ts';
import { hookAnswerSchema } from '#app/services/intake/hook-message.ts';
import { recordKindSchemas } from '#app/services/intake/record-schema.ts';
import { scopeWords, tokenScopes } from '#app/services/intake/token-scopes.ts';
import { uploadFormats } from '#app/services/intake/upload-schema.ts';
import * as batch from '#db/schema/monitoring-batch.ts';
import * as record from '#db/schema/monitoring-record.ts';
import { hookOutcomes } from '#db/schema/registry-hook.ts';
import * as token from '#db/schema/monitoring-token.ts';

const sorted = (values: Iterable<string>) => [...values].sort();

/** Pages may not import tables, so the words stand twice: each list is all of the other. */
describe('the words of the interface', () => {
  it('are those of the tables, none more and none fewer', () => {
    expect(recordModes).toEqual(record.recordModes);
    expect(ascertainmentKinds).toEqual(record.ascertainmentKinds);
    expect(tokenScopes).toEqual(token.tokenScopes);
    expect(uploadFormats).toEqual(batch.uploadFormats);
    expect(hookAnswerSchema.shape.outcome.options).toEqual(hookOutcomes);
    expect(batchAnswerSchema.shape.state.options).toEqual(batch.toldBatchStates);
    expect(sorted(Object.keys(recordKindSchemas))).toEqual(sorted(record.recordKinds));
    expect(sorted(kindByColumn.map(([, kind]) => kind))).toEqual(sorted(record.recordKinds));
    expect(record.monitoringRecords.mode.enumValues).toEqual(recordModes);
    expect(record.monitoringRecords.kind.enumValues).toEqual(record.recordKinds);
  });

  it('are in the document for machines', () => {
    const { Batch } = openApiDocument('http://x').components.schemas;
    const said = JSON.stringify(Batch);
    for (const word of [...record.recordModes, ...record.recordKinds, ...ascertainmentKinds]) {
      expect(said, word).toContain(`"${word}"`);
    }
  });

  it('have a sentence for whoever reads them', () => {
    expect(sorted(Object.keys(words.tokens.scope))).toEqual(sorted(Object.values(scopeWords)));
    expect(sorted(Object.keys(words.batches.is))).toEqual(sorted(batch.toldBatchStates));
    expect(sorted(Object.keys(words.batches.sources))).toEqual(sorted(batch.batchSources));
    expect(sorted(Object.keys(words.upload.formats))).toEqual(sorted(uploadFormats));
    expect(sorted(Object.keys(words.hooks.became))).toEqual(sorted(hookOutcomes));
    expect(sorted(Object.keys(words.quarantine.reason))).toEqual(sorted(batch.quarantineReasons));
    expect(sorted(Object.keys(words.fault))).toEqual(
      sorted(new Set(Object.values(faultSentences))),
    );
  });
});
