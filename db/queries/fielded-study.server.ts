import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { instrumentVersions } from '../schema/instrument.ts';
import { organisations, sites } from '../schema/organisation.ts';
import { consentVersions, studies, studySites, waves } from '../schema/study.ts';
import type { OfStudy } from './study.server.ts';

const studyColumns = {
  title: studies.title,
  languages: studies.languages,
  covariates: studies.covariates,
  responseMode: studies.responseMode,
  state: studies.state,
  linkingSecret: studies.linkingSecret,
  minimumCellSize: studies.minimumCellSize,
  draftRetentionDays: studies.draftRetentionDays,
  retentionMonths: studies.retentionMonths,
  instrumentVersionId: studies.instrumentVersionId,
  contentHash: instrumentVersions.contentHash,
  organisation: organisations.name,
  contact: organisations.contact,
};

const versionOfStudy = and(
  eq(instrumentVersions.organisationId, studies.organisationId),
  eq(instrumentVersions.id, studies.instrumentVersionId),
);

export async function findFieldedStudy(tx: Transaction, { organisationId, studyId }: OfStudy) {
  const [study] = await tx
    .select(studyColumns)
    .from(studies)
    .innerJoin(instrumentVersions, versionOfStudy)
    .innerJoin(organisations, eq(organisations.id, studies.organisationId))
    .where(and(eq(studies.organisationId, organisationId), eq(studies.id, studyId)));
  return study;
}

export type FieldedStudy = NonNullable<Awaited<ReturnType<typeof findFieldedStudy>>>;

export async function listWaveStates(tx: Transaction, { organisationId, studyId }: OfStudy) {
  return tx
    .select({ id: waves.id, state: waves.state })
    .from(waves)
    .where(and(eq(waves.organisationId, organisationId), eq(waves.studyId, studyId)))
    .orderBy(asc(waves.number));
}

export async function findInstrumentDocument(
  tx: Transaction,
  { organisationId, versionId }: { organisationId: string; versionId: string },
) {
  const [version] = await tx
    .select({ document: instrumentVersions.document })
    .from(instrumentVersions)
    .where(
      and(
        eq(instrumentVersions.organisationId, organisationId),
        eq(instrumentVersions.id, versionId),
      ),
    );
  return version?.document;
}

export async function listConsentVersions(tx: Transaction, { organisationId, studyId }: OfStudy) {
  return tx
    .select({
      id: consentVersions.id,
      number: consentVersions.number,
      texts: consentVersions.texts,
      contentHash: consentVersions.contentHash,
    })
    .from(consentVersions)
    .where(
      and(eq(consentVersions.organisationId, organisationId), eq(consentVersions.studyId, studyId)),
    )
    .orderBy(desc(consentVersions.number));
}

export async function listFieldedSites(tx: Transaction, { organisationId, studyId }: OfStudy) {
  return tx
    .select({ id: sites.id, name: sites.name })
    .from(studySites)
    .innerJoin(
      sites,
      and(eq(sites.organisationId, studySites.organisationId), eq(sites.id, studySites.siteId)),
    )
    .where(
      and(
        eq(studySites.organisationId, organisationId),
        eq(studySites.studyId, studyId),
        isNull(sites.archivedOn),
      ),
    )
    .orderBy(asc(sites.name));
}
