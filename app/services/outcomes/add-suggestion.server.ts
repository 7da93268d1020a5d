import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import {
  insertQuote,
  listAcceptedContributions,
  type AcceptedContribution,
} from '#db/queries/quotable-words.server.ts';
import {
  insertSuggestion,
  linkContributions,
  type OfPanel,
} from '#db/queries/suggestion.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { findSpan } from './find-span.ts';
import { requireWords } from './require-words.ts';

export type SuggestionInput = {
  panelId: string;
  text: LocalText;
  /** `quote`: words of the contribution as they stand in it; empty: it is not quoted. */
  contributions: readonly { contributionId: string; quote: string }[];
};

async function quoteOf(
  tx: Transaction,
  ofPanel: OfPanel,
  contribution: AcceptedContribution,
  words: string,
): Promise<string | null> {
  if (words.trim() === '') return null;
  const number = contribution.memberNumber ?? '–';
  if (contribution.quoteConsentId === null) {
    throw new ServiceError('invalid', 'quote-not-consented', { number });
  }
  const span = findSpan(contribution.text, words);
  if (!span) throw new ServiceError('invalid', 'quote-not-found', { number });
  return insertQuote(tx, {
    ...ofPanel,
    ...span,
    contributionId: contribution.id,
    memberId: contribution.memberId,
    consentId: contribution.quoteConsentId,
  });
}

/**
 * What the panel asks for, in plain words, built on accepted contributions. A quote is a span of the
 * redacted text, kept only where its author agreed to be quoted.
 */
export async function addSuggestion(
  member: Member,
  { panelId, text, contributions }: SuggestionInput,
): Promise<{ suggestionId: string }> {
  const ofPanel = { organisationId: member.organisationId, panelId };
  const suggestionId = randomUUID();
  const change = {
    panelId,
    permission: 'suggestions.manage',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx, panel) => {
    requireWords(text, panel.languages, 'suggestion-words-missing');
    if (contributions.length === 0) {
      throw new ServiceError('invalid', 'suggestion-contribution-missing');
    }
    const accepted = await listAcceptedContributions(tx, ofPanel);
    const links = [];
    for (const { contributionId, quote } of contributions) {
      const contribution = accepted.find(({ id }) => id === contributionId);
      if (!contribution) throw new ServiceError('conflict', 'contribution-not-accepted');
      const quoteId = await quoteOf(tx, ofPanel, contribution, quote);
      links.push({ contributionId, quoteId });
    }
    const ofSuggestion = { ...ofPanel, suggestionId };
    const number = await insertSuggestion(tx, { ...ofSuggestion, text, raisedOn: today() });
    await linkContributions(tx, { ...ofSuggestion, links });
    await auditPanel(tx, member, {
      action: 'suggestion.added',
      panelId,
      detail: { number, contributions: links.length },
    });
  });
  return { suggestionId };
}
