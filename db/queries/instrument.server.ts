import { and, desc, eq, sql } from 'drizzle-orm';
import type { Instrument } from '#surveys/model/instrument.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import type { Transaction } from '../database.ts';
import { instruments, instrumentVersions } from '../schema/instrument.ts';

type OfInstrument = { organisationId: string; instrumentId: string };
type OfVersion = OfInstrument & { number: number };
type Version = typeof instrumentVersions.$inferSelect;

const ofInstrument = ({ organisationId, instrumentId }: OfInstrument) =>
  and(
    eq(instrumentVersions.organisationId, organisationId),
    eq(instrumentVersions.instrumentId, instrumentId),
  );

const ofVersion = (params: OfVersion) =>
  and(ofInstrument(params), eq(instrumentVersions.number, params.number));

const head = {
  id: instrumentVersions.id,
  number: instrumentVersions.number,
  state: instrumentVersions.state,
  contentHash: instrumentVersions.contentHash,
  equivalence: instrumentVersions.equivalence,
  equivalenceNote: instrumentVersions.equivalenceNote,
  publishedAt: instrumentVersions.publishedAt,
};

/** Every version with its instrument, newest first; documents without their items. */
export async function listVersionHeads(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({
      ...head,
      instrumentId: instruments.id,
      slug: instruments.slug,
      title: sql<LocalText>`${instrumentVersions.document}->'title'`,
      languages: sql<Instrument['versions']>`${instrumentVersions.document}->'versions'`,
      items: sql<number>`jsonb_array_length(${instrumentVersions.document}->'items')`,
    })
    .from(instruments)
    .innerJoin(
      instrumentVersions,
      and(
        eq(instrumentVersions.organisationId, instruments.organisationId),
        eq(instrumentVersions.instrumentId, instruments.id),
      ),
    )
    .where(eq(instruments.organisationId, params.organisationId))
    .orderBy(instruments.slug, desc(instrumentVersions.number));
}

export async function listVersions(tx: Transaction, params: OfInstrument) {
  return tx
    .select(head)
    .from(instrumentVersions)
    .where(ofInstrument(params))
    .orderBy(desc(instrumentVersions.number));
}

export async function findVersion(tx: Transaction, params: OfVersion) {
  const [version] = await tx
    .select({ ...head, document: instrumentVersions.document })
    .from(instrumentVersions)
    .where(ofVersion(params));
  return version;
}

/** Published versions, for whoever plans a study. */
export async function listPublishedVersions(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({
      id: instrumentVersions.id,
      instrumentId: instrumentVersions.instrumentId,
      number: instrumentVersions.number,
      document: instrumentVersions.document,
    })
    .from(instrumentVersions)
    .where(
      and(
        eq(instrumentVersions.organisationId, params.organisationId),
        eq(instrumentVersions.state, 'published'),
      ),
    )
    .orderBy(instrumentVersions.instrumentId, desc(instrumentVersions.number));
}

/** Undefined where the organisation has an instrument of this name. */
export async function insertInstrument(
  tx: Transaction,
  params: { organisationId: string; slug: string },
) {
  const [instrument] = await tx
    .insert(instruments)
    .values(params)
    .onConflictDoNothing()
    .returning({ id: instruments.id });
  return instrument;
}

/** Undefined where somebody else was first with this number. */
export async function insertVersion(
  tx: Transaction,
  params: OfVersion & Pick<Version, 'document' | 'contentHash'>,
) {
  const [version] = await tx
    .insert(instrumentVersions)
    .values(params)
    .onConflictDoNothing()
    .returning({ id: instrumentVersions.id });
  return version;
}

const draftAt = (params: OfVersion & { baseHash: string }) =>
  and(
    ofVersion(params),
    eq(instrumentVersions.state, 'draft'),
    eq(instrumentVersions.contentHash, params.baseHash),
  );

/** Only a draft, and only what the writer had before their eyes. */
export async function updateDraft(
  tx: Transaction,
  params: OfVersion & { baseHash: string } & Pick<Version, 'document' | 'contentHash'>,
) {
  const { document, contentHash } = params;
  const [version] = await tx
    .update(instrumentVersions)
    .set({ document, contentHash })
    .where(draftAt(params))
    .returning({ id: instrumentVersions.id });
  return version;
}

export async function publishDraft(
  tx: Transaction,
  params: OfVersion & { baseHash: string; publishedBy: string } & Pick<
      Version,
      'equivalence' | 'equivalenceNote'
    >,
) {
  const { equivalence, equivalenceNote, publishedBy } = params;
  const [version] = await tx
    .update(instrumentVersions)
    .set({ state: 'published', equivalence, equivalenceNote, publishedBy, publishedAt: new Date() })
    .where(draftAt(params))
    .returning({ id: instrumentVersions.id });
  return version;
}
