import { findIdentifiers } from '#analysis/redaction/find-identifiers.ts';
import type { Member } from '#db/actor.server.ts';
import { findContribution } from '#db/queries/contribution.server.ts';
import type { RedactionSpan } from '#db/schema/contribution.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';
import { readOriginal, type Original } from './read-original.server.ts';

/** Until somebody has decided what is published, what was taken out can be decided again. */
export const redactableStates = ['received', 'redacted'] as const;

/** Words that others read: more can be taken out of them. */
const openStates = [...redactableStates, 'accepted'] as const;

/** What was taken out before, else what the machine proposes. */
function proposals({ text, names, spans, language, state }: Original): RedactionSpan[] {
  if (state !== 'received') return spans;
  const found = findIdentifiers(text, { language, names, today: today() });
  return found.map((span) => ({ ...span, proposedBy: 'machine' }));
}

/** The words as they were written, with what is proposed to be taken out. Reading them is recorded. */
export async function getRedaction(member: Member, ids: ContributionIds) {
  const page = await readPanel(
    member,
    { panelId: ids.panelId, permission: 'contributions.redact' },
    async (tx) => {
      const organisationId = member.organisationId;
      const contribution = await findContribution(tx, { organisationId, ...ids });
      if (!contribution) throw new ServiceError('not-found');
      if (!openStates.some((state) => state === contribution.state)) {
        throw new ServiceError('illegal-state', 'contribution-decided');
      }
      return { contribution };
    },
  );
  const original = await readOriginal(member, { ...ids, purpose: 'redaction' }, (_tx, read) =>
    Promise.resolve({
      text: read.text,
      names: read.names,
      spans: proposals(read),
      revision: read.revision,
    }),
  );
  return { ...page, original };
}
