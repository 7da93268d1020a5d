import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { getDatabase } from '#app/database.server.ts';
import { newStart } from '#app/services/answering/ballot.server.ts';
import { sendBallot } from '#app/services/answering/send-ballot.server.ts';
import { applyReceipts } from '#app/services/batches/apply-receipts.server.ts';
import { closeWaveBatches } from '#app/services/batches/close-wave-batches.server.ts';
import type { PanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';
import { startQuestionnaire } from '#app/services/taking-part/start-questionnaire.server.ts';
import type { MemberRole } from '#db/schema/membership.ts';
import { invitations } from '#db/schema/invitation.ts';
import { panelRounds } from '#db/schema/panel-round.ts';
import { pseudonymKeys, responses } from '#db/schema/response.ts';
import { waves } from '#db/schema/study.ts';
import { fillPanel } from '#tests/support/filled-panel.ts';
import { createMember } from '#tests/support/workspace.ts';
import { answerPage, consentTo, fieldStudy, wanted } from '../answering/fielded.ts';

/** A panel whose open round asks for a confidential study's questionnaire. */
export async function askQuestionnaire() {
  const fielded = await fieldStudy({ responseMode: 'confidential' });
  const { organisationId, studyId } = fielded;
  const member = (role: MemberRole) => createMember({ ...fielded, siteNames: [] }, role);
  const { userId } = await member('facilitator');
  const panel = await fillPanel(organisationId, fielded.siteIds[0] ?? '', userId);
  const { roundId } = panel;
  const ofStudy = eq(invitations.studyId, studyId);
  const askIn = (waveId: string) =>
    getDatabase().update(panelRounds).set({ waveId }).where(eq(panelRounds.id, roundId));
  await askIn(fielded.waveId);
  const begin = (reader: PanelPerson, start = newStart()) =>
    startQuestionnaire(reader, { roundId, start, wanted });

  return {
    ...{ fielded, panel, roundId, ofStudy, member, askIn, begin },
    starts: () => getDatabase().select().from(invitations).where(ofStudy),
    keys: () =>
      getDatabase()
        .select({ pseudonymId: pseudonymKeys.pseudonymId, memberId: invitations.panelMemberId })
        .from(pseudonymKeys)
        .innerJoin(invitations, eq(invitations.id, pseudonymKeys.invitationId))
        .where(ofStudy),
    answers: () => getDatabase().select().from(responses).where(eq(responses.studyId, studyId)),

    async answer(reader: PanelPerson, code = '4') {
      const begun = await begin(reader);
      if (!begun) throw new Error('begun before');
      const { ballot, receipt } = begun;
      await consentTo(fielded, ballot);
      await answerPage(ballot, 'everyday-work', { 'nai-1': code });
      await sendBallot({ ballot, completionMode: 'self', receipt });
      return begun;
    },

    async close(waveId = fielded.waveId) {
      await getDatabase().update(waves).set({ state: 'closed' }).where(eq(waves.id, waveId));
      await closeWaveBatches({ organisationId, waveId });
      await applyReceipts();
    },

    async addWave(): Promise<string> {
      const id = randomUUID();
      await getDatabase()
        .insert(waves)
        .values({ organisationId, id, studyId, number: 2, name: '2', state: 'open' });
      return id;
    },
  };
}

export type Asked = Awaited<ReturnType<typeof askQuestionnaire>>;
