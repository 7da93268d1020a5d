import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { newStart, type Ballot } from '#app/services/answering/ballot.server.ts';
import { getConsentPage } from '#app/services/answering/get-consent-page.server.ts';
import {
  startInvitedBallot,
  startOpenBallot,
} from '#app/services/answering/start-ballot.server.ts';
import { createLink } from '#app/services/invitations/create-link.server.ts';
import { getInvitations } from '#app/services/invitations/get-invitations.server.ts';
import { invitePeople } from '#app/services/invitations/invite-people.server.ts';
import { remindPeople } from '#app/services/invitations/remind-people.server.ts';
import { getQuestionnaire } from '#app/services/taking-part/get-questionnaire.server.ts';
import { requirePanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';
import { resumeQuestionnaire } from '#app/services/taking-part/resume-questionnaire.server.ts';
import { drafts } from '#db/schema/answering.ts';
import { invitations } from '#db/schema/invitation.ts';
import { panelRounds } from '#db/schema/panel-round.ts';
import { panels } from '#db/schema/panel.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { activePerson, join } from '#tests/support/panel-person.ts';
import { invite, setState, wanted } from '../answering/fielded.ts';
import { askQuestionnaire, type Asked } from './asked-questionnaire.ts';

describeOnDatabases('the questionnaire of a round', () => {
  let asked: Asked;
  beforeEach(async () => {
    asked = await askQuestionnaire();
  });

  it('begins once for a double click, and elsewhere goes on by the code', async () => {
    const reader = await activePerson(asked.panel);
    expect(await getQuestionnaire(reader, asked.roundId)).toMatchObject({
      isOpen: true,
      invitationId: null,
    });
    const start = newStart();
    const [first, second] = await Promise.all([
      asked.begin(reader, start),
      asked.begin(reader, start),
    ]);
    expect(first).not.toBeNull();
    expect(second).toEqual(first);
    expect(await asked.begin(reader, start)).toEqual(first);
    expect(await asked.begin(reader)).toBeNull();
    expect(await asked.starts()).toMatchObject([
      { email: '', panelMemberId: reader.actor.memberId, consumed: true, completed: false },
    ]);
    expect(await asked.keys()).toHaveLength(1);
    const own = eq(drafts.studyId, asked.fielded.studyId);
    expect(await getDatabase().select().from(drafts).where(own)).toHaveLength(1);
    const ballot = first?.ballot as Ballot;
    const { code } = await getConsentPage({ ballot, wanted });
    const elsewhere = await resumeQuestionnaire(reader, { roundId: asked.roundId, typed: code });
    expect(elsewhere).toMatchObject({ resumed: { ok: true, step: 'consent' } });
    expect(elsewhere.receipt).toEqual(first?.receipt);
    expect(
      await resumeQuestionnaire(reader, { roundId: asked.roundId, typed: 'AAAA' }),
    ).toMatchObject({
      resumed: { ok: false, problem: 'incomplete' },
      receipt: null,
    });
  });

  it('begins once from two devices at the same moment', async () => {
    const reader = await activePerson(asked.panel);
    const both = await Promise.all([asked.begin(reader), asked.begin(reader)]);
    expect(both.filter((begun) => begun !== null)).toHaveLength(1);
    expect(await asked.starts()).toHaveLength(1);
  });

  it('leads nobody into what somebody else began by the same page', async () => {
    const [one, other] = [await activePerson(asked.panel), await activePerson(asked.panel)];
    const start = newStart();
    const [mine, theirs] = [await asked.begin(one, start), await asked.begin(other, start)];
    expect(mine?.ballot.code).not.toBe(theirs?.ballot.code);
    // A page without its hidden field gets a ballot that nobody can work out.
    expect(await asked.begin(await activePerson(asked.panel), '')).not.toBeNull();
  });

  it('is begun by no link and no mail', async () => {
    const refused = { code: 'illegal-state', reason: 'answers-through-panel' };
    const start = newStart();
    const open = startOpenBallot({ code: asked.fielded.openLink, start, wanted });
    await expect(open).rejects.toMatchObject(refused);
    const token = await invite(asked.fielded);
    await expect(startInvitedBallot({ token, start, wanted })).rejects.toMatchObject(refused);
    const researcher = await asked.member('researcher');
    const { studyId, waveId } = asked.fielded;
    const link = createLink(researcher, { studyId, siteId: null, language: 'zh' });
    await expect(link).rejects.toMatchObject(refused);
    const list = 'someone@example.org';
    const site = asked.fielded.siteIds[0] ?? null;
    const mailed = invitePeople(researcher, {
      studyId,
      waveId,
      list,
      siteId: site,
      language: 'en',
    });
    await expect(mailed).rejects.toMatchObject(refused);
  });

  it('lists nobody, counts people in steps of the minimum, and reminds nobody', async () => {
    const researcher = await asked.member('researcher');
    const { studyId, waveId } = asked.fielded;
    const filter = { studyId, waveId, siteId: null, state: null, page: 1 };
    for (let person = 0; person < 4; person += 1)
      await asked.begin(await activePerson(asked.panel));
    expect(await getInvitations(researcher, filter)).toMatchObject({
      counts: { all: 0, remindable: 0 },
      people: [],
      panels: [{ panelId: asked.panel.panelId, people: { shown: false } }],
    });
    for (let person = 0; person < 2; person += 1)
      await asked.begin(await activePerson(asked.panel));
    expect((await getInvitations(researcher, filter)).panels).toMatchObject([
      { people: { shown: true, n: 5, isAtLeast: true } },
    ]);
    await getDatabase().update(invitations).set({ invitedOn: '2026-01-01' }).where(asked.ofStudy);
    const reminding = remindPeople(researcher, { studyId, waveId });
    await expect(reminding).rejects.toMatchObject({ reason: 'nobody-to-remind' });
  });

  it('asks for the site only where neither panel nor study names one', async () => {
    const begun = await asked.begin(await activePerson(asked.panel));
    const pageOf = (ballot: Ballot | undefined) =>
      getConsentPage({ ballot: ballot as Ballot, wanted });
    expect((await pageOf(begun?.ballot)).sites).toEqual([]);
    await getDatabase()
      .update(panels)
      .set({ siteId: null })
      .where(eq(panels.id, asked.panel.panelId));
    const another = await asked.begin(await activePerson(asked.panel));
    expect((await pageOf(another?.ballot)).sites).toHaveLength(2);
  });

  it('is closed to candidates, in a closed round and in a closed wave', async () => {
    const candidate = await requirePanelPerson((await join(asked.panel)).pass);
    await expect(asked.begin(candidate)).rejects.toMatchObject({ reason: 'panel-not-active' });
    const reader = await activePerson(asked.panel);
    const inRound = eq(panelRounds.id, asked.roundId);
    await getDatabase().update(panelRounds).set({ state: 'closed' }).where(inRound);
    await expect(asked.begin(reader)).rejects.toMatchObject({ reason: 'panel-round-closed' });
    await getDatabase().update(panelRounds).set({ state: 'open' }).where(inRound);
    await setState(asked.fielded, { wave: 'closed' });
    await expect(asked.begin(reader)).rejects.toMatchObject({ reason: 'survey-closed' });
    expect(await asked.starts()).toEqual([]);
  });
});
