import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { instrumentVersions } from '../schema/instrument.ts';
import { organisations, sites } from '../schema/organisation.ts';
import { studies, studySites, waves } from '../schema/study.ts';
import type { OfStudy } from './study.server.ts';

/** A study as its results need it; undefined where the actor may not see it. */
export async function findResultsStudy(tx: Transaction, { organisationId, studyId }: OfStudy) {
  const [study] = await tx
    .select({
      id: studies.id,
      title: studies.title,
      state: studies.state,
      responseMode: studies.responseMode,
      minimumCellSize: studies.minimumCellSize,
      isPilot: studies.isPilot,
      languages: studies.languages,
      covariates: studies.covariates,
      linkingSecret: studies.linkingSecret,
      instrumentId: instrumentVersions.instrumentId,
      instrument: instrumentVersions.document,
      instrumentVersion: instrumentVersions.number,
      organisationOrigin: organisations.origin,
    })
    .from(studies)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.organisationId, studies.organisationId),
        eq(instrumentVersions.id, studies.instrumentVersionId),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, studies.organisationId))
    .where(and(eq(studies.organisationId, organisationId), eq(studies.id, studyId)));
  if (!study) return undefined;
  const studyWaves = await tx
    .select({
      id: waves.id,
      number: waves.number,
      name: waves.name,
      state: waves.state,
      opensOn: waves.opensOn,
      closesOn: waves.closesOn,
      abandoned: waves.abandoned,
    })
    .from(waves)
    .where(and(eq(waves.organisationId, organisationId), eq(waves.studyId, studyId)))
    .orderBy(asc(waves.number));
  const studySiteRows = await tx
    .select({ id: sites.id, name: sites.name })
    .from(studySites)
    .innerJoin(
      sites,
      and(eq(sites.organisationId, studySites.organisationId), eq(sites.id, studySites.siteId)),
    )
    .where(and(eq(studySites.organisationId, organisationId), eq(studySites.studyId, studyId)))
    .orderBy(asc(sites.name));
  return { ...study, waves: studyWaves, sites: studySiteRows };
}

export type ResultsStudy = NonNullable<Awaited<ReturnType<typeof findResultsStudy>>>;
export type ResultsWave = ResultsStudy['waves'][number];

/** Studies that were fielded, newest first: what a board may read about. */
export async function listFieldedStudies(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({ id: studies.id, state: studies.state, openedAt: studies.openedAt })
    .from(studies)
    .where(and(eq(studies.organisationId, params.organisationId), ne(studies.state, 'draft')))
    .orderBy(desc(studies.openedAt), desc(studies.id));
}
