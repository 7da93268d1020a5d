import { beforeAll, expect, it } from 'vitest';
import { activityFields, sessionFields } from '#app/services/involvement/activity-schema.ts';
import {
  influenceLevels,
  informedThings,
  involvementStages,
} from '#app/services/involvement/activity-words.ts';
import { createActivity } from '#app/services/involvement/create-activity.server.ts';
import { editActivity } from '#app/services/involvement/edit-activity.server.ts';
import { getActivity } from '#app/services/involvement/get-activity.server.ts';
import { listActivities } from '#app/services/involvement/list-activities.server.ts';
import { recordSession } from '#app/services/involvement/record-session.server.ts';
import { removeSession } from '#app/services/involvement/remove-session.server.ts';
import { moneyText, toMinorUnits } from '#app/services/minor-units.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import * as stored from '#db/schema/activity.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { activityDescription } from '../support/panel-set-up.ts';

const session = {
  ...{ heldOn: '2026-02-01', place: 'Ward 5', durationMinutes: 90 },
  ...{ patients: 4, carers: 1, publicMembers: 0, staff: 2 },
  ...{ accessProvided: 'Interpreter', minutes: 'Alerts come too often.' },
  ...{ costMinor: 12050, currency: 'GBP' },
};

it('offers the words that the database holds', () => {
  expect(informedThings).toEqual(stored.informedThings);
  expect(involvementStages).toEqual(stored.involvementStages);
  expect(influenceLevels).toEqual(stored.influenceLevels);
});

it('keeps money in the smallest unit of its currency', () => {
  expect(toMinorUnits(120.5, 'GBP')).toBe(12050);
  expect(toMinorUnits(500, 'JPY')).toBe(500);
  expect(toMinorUnits(1.255, 'KWD')).toBe(1255);
  expect(moneyText(12050, 'GBP', 'en')).toBe('£120.50');
});

it('reads forms as people fill them in', () => {
  expect(activityFields.title.safeParse({ en: ' ' }).success).toBe(false);
  expect(activityFields.title.parse({ en: ' Alerts\r\nhere ', kk: '' })).toEqual({
    en: 'Alerts\nhere',
  });
  expect(sessionFields.cost.parse('99,5')).toBe(99.5);
  expect(sessionFields.cost.safeParse('a lot').success).toBe(false);
  expect(sessionFields.currency.parse('gbp')).toBe('GBP');
});

describeOnDatabases('involvement activities', () => {
  let workspace: Workspace;
  let facilitator: Member;

  beforeAll(async () => {
    workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
  });

  it('say why people are asked, and are changed by one at a time', async () => {
    const { activityId } = await createActivity(facilitator, activityDescription);
    const change = {
      ...activityDescription,
      activityId,
      revision: 1,
      influence: 'involve' as const,
    };
    await editActivity(facilitator, change);
    await expect(editActivity(facilitator, change)).rejects.toMatchObject({
      reason: 'edited-meanwhile',
      values: { revision: 2 },
    });
    const { activity } = await getActivity(facilitator, { activityId });
    expect(activity).toMatchObject({ influence: 'involve', revision: 2 });
  });

  it.each([
    ['title-missing', { title: {} }],
    ['activity-aim-missing', { aim: { en: ' ' } }],
    ['activity-informed-missing', { informedName: '' }],
    ['activity-owner-missing', { outputsOwner: {} }],
    ['activity-scope-missing', { outOfScope: {} }],
    ['activity-dates-order', { endedOn: '2025-12-31' }],
    ['site-unknown', { siteId: '00000000-0000-4000-8000-000000000000' }],
  ])('are refused where something is wrong: %s', async (reason, change) => {
    await expect(
      createActivity(facilitator, { ...activityDescription, ...change }),
    ).rejects.toMatchObject({ code: 'invalid', reason });
  });

  it('keep sessions held in a room, with who recorded them', async () => {
    const { activityId } = await createActivity(facilitator, activityDescription);
    const { sessionId } = await recordSession(facilitator, { activityId, ...session });
    const { sessions } = await getActivity(facilitator, { activityId });
    expect(sessions).toMatchObject([{ ...session, recordedByName: 'facilitator' }]);
    const staffAlone = { activityId, ...session, patients: 0, carers: 0 };
    await expect(recordSession(facilitator, staffAlone)).rejects.toMatchObject({
      reason: 'session-nobody',
    });
    const later = { activityId, ...session, heldOn: '2999-01-01' };
    await expect(recordSession(facilitator, later)).rejects.toMatchObject({
      reason: 'date-in-future',
    });
    expect(today() < '2999-01-01').toBe(true);
    await removeSession(facilitator, { activityId, sessionId });
    expect((await getActivity(facilitator, { activityId })).sessions).toEqual([]);
    const trail = (await listAudit(workspace.organisationId)).map(({ action }) => action);
    expect(trail).toContain('activity.session-removed');
  });

  it('of one site are seen and changed by members of that site alone', async () => {
    const [north = '', south = ''] = workspace.siteIds;
    const { activityId } = await createActivity(facilitator, {
      ...activityDescription,
      siteId: south,
    });
    const northern = await createMember(workspace, 'facilitator', [north]);
    expect((await listActivities(northern)).activities).toEqual([]);
    await expect(getActivity(northern, { activityId })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(recordSession(northern, { activityId, ...session })).rejects.toMatchObject({
      code: 'not-found',
    });
    const southern = await createMember(workspace, 'facilitator', [south]);
    const wider = { ...activityDescription, activityId, revision: 1 };
    await expect(editActivity(southern, wider)).rejects.toMatchObject({
      reason: 'forbidden-sites',
    });
    await recordSession(southern, { activityId, ...session });
    const moderator = await createMember(workspace, 'moderator');
    await expect(recordSession(moderator, { activityId, ...session })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await getActivity(moderator, { activityId })).mayManage).toBe(false);
  });
});
