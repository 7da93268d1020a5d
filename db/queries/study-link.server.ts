import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { studyLinks } from '../schema/invitation.ts';
import { sites } from '../schema/organisation.ts';
import type { OfStudy } from './study.server.ts';

export async function listStudyLinks(tx: Transaction, { organisationId, studyId }: OfStudy) {
  return tx
    .select({
      id: studyLinks.id,
      code: studyLinks.code,
      siteId: studyLinks.siteId,
      siteName: sites.name,
      language: studyLinks.language,
    })
    .from(studyLinks)
    .leftJoin(
      sites,
      and(eq(sites.organisationId, studyLinks.organisationId), eq(sites.id, studyLinks.siteId)),
    )
    .where(and(eq(studyLinks.organisationId, organisationId), eq(studyLinks.studyId, studyId)))
    .orderBy(asc(sites.name), asc(studyLinks.language), asc(studyLinks.code));
}

/** Undefined where the code is taken. */
export async function insertStudyLink(
  tx: Transaction,
  params: OfStudy & { code: string; siteId: string | null; language: string | null },
) {
  const [link] = await tx
    .insert(studyLinks)
    .values(params)
    .onConflictDoNothing()
    .returning({ id: studyLinks.id });
  return link;
}

export async function deleteStudyLink(tx: Transaction, params: OfStudy & { linkId: string }) {
  const [link] = await tx
    .delete(studyLinks)
    .where(
      and(
        eq(studyLinks.organisationId, params.organisationId),
        eq(studyLinks.studyId, params.studyId),
        eq(studyLinks.id, params.linkId),
      ),
    )
    .returning({ code: studyLinks.code });
  return link;
}

/** For the public actor whose key is the code. */
export async function findStudyLink(tx: Transaction, { code }: { code: string }) {
  const [link] = await tx
    .select({
      organisationId: studyLinks.organisationId,
      studyId: studyLinks.studyId,
      siteId: studyLinks.siteId,
      language: studyLinks.language,
    })
    .from(studyLinks)
    .where(eq(studyLinks.code, code));
  return link;
}
