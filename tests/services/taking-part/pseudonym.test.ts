import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { getPrivacyPage } from '#app/services/answering/get-privacy-page.server.ts';
import { withdrawBallot } from '#app/services/answering/withdraw-ballot.server.ts';
import { getPanelHome } from '#app/services/taking-part/get-panel-home.server.ts';
import { getQuestionnaire } from '#app/services/taking-part/get-questionnaire.server.ts';
import { leavePanel } from '#app/services/taking-part/leave-panel.server.ts';
import { textOf } from '#db/copy-text.ts';
import { readResponses } from '#db/queries/response.server.ts';
import { invitations } from '#db/schema/invitation.ts';
import { pseudonymKeys, responses } from '#db/schema/response.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { activePerson } from '#tests/support/panel-person.ts';
import { postgresError } from '#tests/support/postgres-error.ts';
import { look, wanted } from '../answering/fielded.ts';
import { askQuestionnaire, type Asked } from './asked-questionnaire.ts';

describeOnDatabases('the pseudonym of answers', () => {
  let asked: Asked;
  beforeEach(async () => {
    asked = await askQuestionnaire();
  });

  it('gives each person one pseudonym, which joins their answers of two waves', async () => {
    const people = [await activePerson(asked.panel), await activePerson(asked.panel)];
    for (const [index, reader] of people.entries()) await asked.answer(reader, String(index + 1));
    await asked.close();
    const next = await asked.addWave();
    await asked.askIn(next);
    for (const [index, reader] of people.entries()) await asked.answer(reader, String(index + 4));
    await asked.close(next);
    const rows = await asked.answers();
    expect(rows).toHaveLength(4);
    const known = await asked.keys();
    expect(known.map(({ memberId }) => memberId).sort()).toEqual(
      people.map(({ actor }) => actor.memberId).sort(),
    );
    const codes = known.map(({ pseudonymId }) =>
      rows
        .filter((row) => row.pseudonymId === pseudonymId)
        .map((row) => [row.waveId === next, row.itemCodes[0]])
        .sort(),
    );
    expect(codes.sort()).toEqual([
      [
        [false, 1],
        [true, 4],
      ],
      [
        [false, 2],
        [true, 5],
      ],
    ]);
    expect(rows.map(({ linkHash, invitationId }) => [linkHash, invitationId])).toEqual(
      Array(4).fill([null, null]),
    );
    const { organisationId, studyId, waveId } = asked.fielded;
    const linkKeys: string[] = [];
    await withActor(await asked.member('researcher'), (tx) =>
      readResponses(
        tx,
        {
          ...{ organisationId, studyId, covariates: [] },
          waveIds: [waveId, next],
          columns: ['linkKey'],
        },
        (row) => linkKeys.push(textOf(row, 0) ?? ''),
      ),
    );
    expect(new Set(linkKeys).size).toBe(2);
  });

  it('marks who has finished, and asks them no more', async () => {
    const reader = await activePerson(asked.panel);
    await asked.answer(reader);
    await asked.close();
    expect(await asked.starts()).toMatchObject([{ completed: true }]);
    expect(await getQuestionnaire(reader, asked.roundId)).toMatchObject({
      isOpen: false,
      isCompleted: true,
    });
  });

  it('tells a person of a round that it is done only when their answers have arrived', async () => {
    const reader = await activePerson(asked.panel);
    const state = async () => {
      const { open } = await getPanelHome(reader);
      return open.find(({ id }) => id === asked.roundId)?.questionnaire;
    };
    expect(await state()).toBe('open');
    await asked.answer(reader);
    expect(await state()).toBe('begun');
    await asked.close();
    expect(await state()).toBe('arrived');
  });

  it('shows no member whose answers are whose', async () => {
    const [reader] = [await activePerson(asked.panel), await activePerson(asked.panel)];
    await asked.answer(reader);
    await asked.close();
    const seenAs = async (role: 'researcher') =>
      withActor(await asked.member(role), async (tx) => ({
        asked: await tx.select().from(invitations).where(asked.ofStudy),
        said: await tx.select().from(responses).where(eq(responses.studyId, asked.fielded.studyId)),
      }));
    const { asked: invited, said } = await seenAs('researcher');
    const [invitation] = invited;
    const [response] = said;
    const { organisationId, studyId, waveId, siteId } = response ?? {};
    const common = [organisationId, studyId, waveId, siteId, reader.person.language, false, null];
    const valuesOf = (row: object = {}) => Object.values(row).map(String);
    const shared = valuesOf(invitation).filter((value) => valuesOf(response).includes(value));
    expect(shared.filter((value) => !common.map(String).includes(value))).toEqual([
      ...(invitation?.invitedOn === response?.day ? [response?.day] : []),
    ]);
    for (const role of ['researcher', 'data-custodian', 'administrator'] as const) {
      const reading = withActor(await asked.member(role), (tx) => tx.select().from(pseudonymKeys));
      const refused = await reading.catch((error: unknown) => postgresError(error));
      expect(refused).toMatchObject({ code: '42501' });
    }
    const system = withActor(
      { kind: 'system', organisationId: asked.fielded.organisationId },
      (tx) => tx.select().from(pseudonymKeys),
    );
    expect(await system.catch((error: unknown) => postgresError(error))).toMatchObject({
      code: '42501',
    });
    const other = await activePerson(asked.panel);
    expect(await withActor(other.actor, (tx) => tx.select().from(pseudonymKeys))).toEqual([]);
    expect(await withActor(reader.actor, (tx) => tx.select().from(pseudonymKeys))).toHaveLength(1);
  });

  it('keeps the answers of who leaves, and nothing that tells whose they are', async () => {
    const [reader, other] = [await activePerson(asked.panel), await activePerson(asked.panel)];
    await asked.answer(reader);
    await asked.answer(other);
    await asked.close();
    await leavePanel(reader, { words: 'keep' });
    expect(await asked.answers()).toHaveLength(2);
    expect(await asked.keys()).toMatchObject([{ memberId: other.actor.memberId }]);
  });

  it('loses what is taken back by the code, and takes no second response', async () => {
    const reader = await activePerson(asked.panel);
    const { ballot } = await asked.answer(reader);
    expect(await withdrawBallot(ballot.code)).toEqual({ ok: true, deleted: 'everything' });
    expect(await asked.begin(reader)).toBeNull();
    await asked.close();
    expect(await asked.answers()).toEqual([]);
  });

  it('is asked in a page that tells of the pseudonym', async () => {
    const begun = await asked.begin(await activePerson(asked.panel));
    const page = await getPrivacyPage({ code: 'my', ballot: begun?.ballot ?? null, wanted });
    expect(page).toMatchObject({ isLinked: false, hasPseudonym: true });
  });

  it('keeps a pseudonym out of everything but the answers, their draft and the key', async () => {
    const reader = await activePerson(asked.panel);
    await asked.answer(reader);
    const [key] = await asked.keys();
    const tables = await look<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public'
          and table_type = 'BASE TABLE'`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const [found] = await look<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(name)} t
            where t::text like ${`%${key?.pseudonymId}%`}`,
      );
      if ((found?.n ?? 0) > 0) holding.push(name);
    }
    expect(holding.sort()).toEqual(['inbox', 'pseudonym_keys']);
    const own = and(asked.ofStudy, eq(invitations.panelMemberId, reader.actor.memberId));
    expect(await getDatabase().select().from(invitations).where(own)).toHaveLength(1);
  });
});
