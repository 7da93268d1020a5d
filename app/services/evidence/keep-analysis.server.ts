import { z } from 'zod';
import type { Member } from '#db/actor.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import type { AnalysisRequest } from '../psychometrics/analysis-page.ts';
import { loadAnalysis } from '../psychometrics/get-analysis-page.server.ts';
import type { AnalysisReader } from '../psychometrics/reader.server.ts';
import { storeEvidence } from './add-evidence.server.ts';
import { findingsOfAnalysis } from './findings-of-analysis.ts';
import { itemsHash } from './internal.server.ts';

export const populationSchema = z.string().trim().min(3).max(200);

/** Keeps what an analysis of one language shows in the dossier of the study's instrument. */
export async function keepAnalysis(
  member: Member,
  reader: AnalysisReader,
  request: AnalysisRequest,
  population: string,
): Promise<{ instrumentId: string }> {
  authorise(member, 'evidence.manage');
  const { source } = await loadAnalysis(member, reader, request);
  const found = source ? findingsOfAnalysis(source) : [];
  if (!source || found.length === 0) throw new ServiceError('illegal-state', 'no-evidence');
  const { instrumentId, instrument, runId, on, isSynthetic } = source;
  await withActor(member, async (tx) => {
    for (const { language: of, n, findings } of found) {
      const language = languageSchema.safeParse(of ?? source.specification.language);
      if (!language.success) throw new ServiceError('illegal-state', 'one-language');
      for (const finding of findings) {
        await storeEvidence(tx, member, {
          instrumentId,
          itemsHash: itemsHash(instrument, language.data),
          input: {
            ...{ finding, population, n, on, language: language.data },
            origin: { source: 'computed', runId, isSynthetic },
          },
        });
      }
    }
  });
  return { instrumentId };
}
