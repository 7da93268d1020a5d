import { and, asc, desc, eq, notInArray } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { instrumentVersions } from '../schema/instrument.ts';
import { organisations, sites } from '../schema/organisation.ts';
import { consentVersions, studies, studySites } from '../schema/study.ts';

export type OfStudy = { organisationId: string; studyId: string };
type Study = typeof studies.$inferSelect;
export type StudyDesignRow = Pick<
  Study,
  'title' | 'instrumentVersionId' | 'languages' | 'covariates' | 'responseMode' | 'minimumCellSize'
> & { wordsPanelId?: string | null };

const ofStudy = ({ organisationId, studyId }: OfStudy) =>
  and(eq(studies.organisationId, organisationId), eq(studies.id, studyId));

const versionOfStudy = and(
  eq(instrumentVersions.organisationId, studies.organisationId),
  eq(instrumentVersions.id, studies.instrumentVersionId),
);

/** Newest first. */
export async function listStudies(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({
      id: studies.id,
      title: studies.title,
      state: studies.state,
      isPilot: studies.isPilot,
      languages: studies.languages,
      minimumCellSize: studies.minimumCellSize,
    })
    .from(studies)
    .where(eq(studies.organisationId, params.organisationId))
    .orderBy(desc(studies.createdAt), asc(studies.id));
}

export async function findStudy(tx: Transaction, params: OfStudy) {
  const [study] = await tx
    .select({
      id: studies.id,
      title: studies.title,
      state: studies.state,
      isPilot: studies.isPilot,
      languages: studies.languages,
      covariates: studies.covariates,
      responseMode: studies.responseMode,
      minimumCellSize: studies.minimumCellSize,
      openedAt: studies.openedAt,
      closedAt: studies.closedAt,
      wordsPanelId: studies.wordsPanelId,
      instrumentVersionId: studies.instrumentVersionId,
      instrumentId: instrumentVersions.instrumentId,
      instrumentNumber: instrumentVersions.number,
      instrumentState: instrumentVersions.state,
      instrument: instrumentVersions.document,
      organisation: organisations.name,
      contact: organisations.contact,
    })
    .from(studies)
    .innerJoin(instrumentVersions, versionOfStudy)
    .innerJoin(organisations, eq(organisations.id, studies.organisationId))
    .where(ofStudy(params));
  return study;
}

/**
 * Whoever changes a study holds its row until the end, so that changes come one after another. Keys
 * stay free: respondents who begin meanwhile need not wait.
 */
export async function lockStudy(tx: Transaction, params: OfStudy) {
  const [study] = await tx
    .select({ id: studies.id, state: studies.state })
    .from(studies)
    .where(ofStudy(params))
    .for('no key update');
  return study;
}

/** Returns nothing: a member of some sites sees the study only once it has sites. */
export async function insertStudy(
  tx: Transaction,
  params: OfStudy & StudyDesignRow & { linkingSecret: string },
): Promise<void> {
  const { studyId, ...row } = params;
  await tx.insert(studies).values({ ...row, id: studyId });
}

export async function updateStudyDraft(tx: Transaction, params: OfStudy & StudyDesignRow) {
  const { title, instrumentVersionId, languages, covariates, responseMode, minimumCellSize } =
    params;
  const { wordsPanelId = null } = params;
  const [study] = await tx
    .update(studies)
    .set({
      title,
      instrumentVersionId,
      languages,
      covariates,
      responseMode,
      minimumCellSize,
      wordsPanelId,
    })
    .where(and(ofStudy(params), eq(studies.state, 'draft')))
    .returning({ id: studies.id });
  return study;
}

export async function setStudyOpen(tx: Transaction, params: OfStudy & { isPilot: boolean }) {
  const [study] = await tx
    .update(studies)
    .set({ state: 'open', isPilot: params.isPilot, openedAt: new Date() })
    .where(and(ofStudy(params), eq(studies.state, 'draft')))
    .returning({ id: studies.id });
  return study;
}

export async function setStudyClosed(tx: Transaction, params: OfStudy) {
  const [study] = await tx
    .update(studies)
    .set({ state: 'closed', closedAt: new Date() })
    .where(and(ofStudy(params), eq(studies.state, 'open')))
    .returning({ id: studies.id });
  return study;
}

/** Sites of the study that the actor may see. */
export async function listStudySites(tx: Transaction, params: OfStudy) {
  return tx
    .select({ id: sites.id, name: sites.name })
    .from(studySites)
    .innerJoin(
      sites,
      and(eq(sites.organisationId, studySites.organisationId), eq(sites.id, studySites.siteId)),
    )
    .where(
      and(
        eq(studySites.organisationId, params.organisationId),
        eq(studySites.studyId, params.studyId),
      ),
    )
    .orderBy(asc(sites.name));
}

export async function listSitesOfStudies(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({ studyId: studySites.studyId, siteId: studySites.siteId })
    .from(studySites)
    .where(eq(studySites.organisationId, params.organisationId));
}

/** Adds before it takes away: without a site a member of some sites would lose sight of the study. */
export async function replaceStudySites(
  tx: Transaction,
  params: OfStudy & { siteIds: readonly string[] },
): Promise<void> {
  const { organisationId, studyId } = params;
  const siteIds = [...params.siteIds];
  if (siteIds.length > 0) {
    await tx
      .insert(studySites)
      .values(siteIds.map((siteId) => ({ organisationId, studyId, siteId })))
      .onConflictDoNothing();
  }
  await tx
    .delete(studySites)
    .where(
      and(
        eq(studySites.organisationId, organisationId),
        eq(studySites.studyId, studyId),
        ...(siteIds.length > 0 ? [notInArray(studySites.siteId, siteIds)] : []),
      ),
    );
}

const ofConsent = ({ organisationId, studyId }: OfStudy) =>
  and(eq(consentVersions.organisationId, organisationId), eq(consentVersions.studyId, studyId));

/** The newest consent comes first: it is the one that holds. */
export async function listConsentVersions(tx: Transaction, params: OfStudy) {
  return tx
    .select({
      id: consentVersions.id,
      number: consentVersions.number,
      texts: consentVersions.texts,
      contentHash: consentVersions.contentHash,
      createdAt: consentVersions.createdAt,
    })
    .from(consentVersions)
    .where(ofConsent(params))
    .orderBy(desc(consentVersions.number));
}

export async function insertConsentVersion(
  tx: Transaction,
  params: OfStudy & Pick<typeof consentVersions.$inferInsert, 'number' | 'texts' | 'contentHash'>,
) {
  const [consent] = await tx
    .insert(consentVersions)
    .values(params)
    .onConflictDoNothing()
    .returning({ id: consentVersions.id });
  return consent;
}
