import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listPublishedVersions } from '#db/queries/instrument.server.ts';
import { findOrganisationOrigin } from '#db/queries/organisation.server.ts';
import { localText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { contentHash } from '../content-hash.server.ts';
import { storeEvidence } from '../evidence/add-evidence.server.ts';
import { itemsHash } from '../evidence/internal.server.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import type { Job } from './group-jobs.ts';
import type { DebriefingContent } from './job-content.ts';

type Given = Pick<DebriefingContent, 'people' | 'roundNumber' | 'quoteIds'> & {
  findings: readonly DebriefingContent['findings'][number][];
};

async function requireVersion(tx: Transaction, organisationId: string, versionId: string) {
  const versions = await listPublishedVersions(tx, { organisationId });
  const version = versions.find(({ id }) => id === versionId);
  if (!version) throw new ServiceError('conflict', 'instrument-not-published');
  return version;
}

/** What people found in the wording of an instrument, with the version they read. */
export async function describeDebriefing(
  tx: Transaction,
  { organisationId }: Pick<Panel, 'organisationId'>,
  { about, prompts }: Pick<Job, 'about' | 'prompts'>,
  given: Given,
): Promise<DebriefingContent> {
  if (about.kind !== 'item') throw new ServiceError('not-found');
  const { instrumentVersionId } = about;
  const { instrumentId, number, document } = await requireVersion(
    tx,
    organisationId,
    instrumentVersionId,
  );
  const asked = prompts.flatMap((prompt) =>
    prompt.about.kind === 'item' ? [prompt.about.itemId] : [],
  );
  if (given.findings.some(({ itemId }) => !asked.includes(itemId))) {
    throw new ServiceError('invalid', 'job-items-missing');
  }
  return {
    ...{ ...given, findings: [...given.findings], job: 'debriefing', instrumentId },
    ...{ instrumentVersionId, versionNumber: number, versionHash: contentHash(document) },
    title: document.title,
    items: document.items
      .filter(({ id }) => asked.includes(id))
      .map(({ id, stem }) => ({ id, wording: stem })),
  };
}

/** Adds a debriefing to the dossier: for each language in which enough people took part. */
export async function keepDebriefing(
  tx: Transaction,
  member: Member,
  {
    panel,
    content,
    reportId,
    on,
  }: { panel: Panel; content: DebriefingContent; reportId: string; on: string },
): Promise<void> {
  const { organisationId } = member;
  const { instrumentId, instrumentVersionId, people, roundNumber } = content;
  const { document } = await requireVersion(tx, organisationId, instrumentVersionId);
  const organisationOrigin = await findOrganisationOrigin(tx, { organisationId });
  const title = localText(panel.title, 'en', 'en');
  const origin = {
    source: 'panel',
    ...{ reportId, panel: title, round: roundNumber },
    isSynthetic: organisationOrigin === 'synthetic',
  } as const;
  for (const { language, people: n } of people.byLanguage) {
    await storeEvidence(tx, member, {
      instrumentId,
      itemsHash: itemsHash(document, language),
      input: {
        finding: { kind: 'translation', steps: ['cognitive-debriefing'], debriefed: n },
        ...{ origin, language, population: title, n, on },
      },
    });
  }
}
