import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import {
  contributionOriginals,
  contributions,
  type RedactionSpan,
} from '../schema/contribution.ts';
import type { OfContribution } from './contribution.server.ts';

const one = ({ organisationId, panelId, contributionId }: OfContribution) =>
  and(
    eq(contributionOriginals.organisationId, organisationId),
    eq(contributionOriginals.panelId, panelId),
    eq(contributionOriginals.contributionId, contributionId),
  );

/**
 * The words as they were written, for a redactor, who has no access to anything around them. The contribution
 * is held first, as by everybody who changes one and records it: the trail is waited for last.
 */
export async function findOriginal(tx: Transaction, params: OfContribution) {
  const [row] = await tx
    .select({
      text: contributionOriginals.text,
      names: contributionOriginals.names,
      spans: contributionOriginals.spans,
      language: contributions.language,
      state: contributions.state,
      revision: contributions.revision,
    })
    .from(contributionOriginals)
    .innerJoin(
      contributions,
      and(
        eq(contributions.organisationId, contributionOriginals.organisationId),
        eq(contributions.id, contributionOriginals.contributionId),
      ),
    )
    .where(one(params))
    .for('no key update', { of: contributions });
  return row;
}

export async function saveSpans(
  tx: Transaction,
  params: OfContribution & { spans: RedactionSpan[] },
): Promise<void> {
  await tx.update(contributionOriginals).set({ spans: params.spans }).where(one(params));
}
