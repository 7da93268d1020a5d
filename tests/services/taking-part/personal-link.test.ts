import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { issuePersonalLink } from '#app/services/taking-part/issue-personal-link.server.ts';
import {
  openPersonalLink,
  readPersonalLink,
} from '#app/services/taking-part/open-personal-link.server.ts';
import { requirePanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';
import { sendNewLinks } from '#app/services/taking-part/send-new-links.server.ts';
import { outbox } from '#db/schema/invitation.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { join, openPanel, tokenOf } from '#tests/support/panel-person.ts';

const linkIn = (body: string | undefined) => /\S+\/panel\/i\/\S+/.exec(body ?? '')?.[0] ?? '';

describeOnDatabases('a personal link', () => {
  it('is not used up by looking at it, and opens once', async () => {
    const { link, pass } = await join(await openPanel());
    const token = tokenOf(link);
    expect(await readPersonalLink(token)).toMatchObject({ linkUsed: false });
    expect(await readPersonalLink(token)).toMatchObject({ linkUsed: false });
    const opened = await Promise.all([openPersonalLink(token), openPersonalLink(token)]);
    expect(opened.filter((one) => one !== null)).toEqual([{ pass, language: 'en' }]);
    expect(await openPersonalLink(token)).toBeNull();
  });

  it('that was broken is unknown, one that was replaced is gone', async () => {
    await expect(readPersonalLink('short')).rejects.toMatchObject({ reason: 'panel-link-unknown' });
    const unknown = readPersonalLink('x'.repeat(43));
    await expect(unknown).rejects.toMatchObject({ code: 'gone', reason: 'panel-link-gone' });
  });

  it('ends the older one and what was opened with it when a new one is issued', async () => {
    const { panel, link, pass } = await join(await openPanel());
    expect(await requirePanelPerson(pass)).toMatchObject({ person: { number: 1002 } });
    const { organisationId, memberId } = pass;
    const member = { kind: 'system', organisationId } as const;
    const issued = await withActor(member, (tx) =>
      issuePersonalLink(tx, { organisationId, memberId }),
    );
    await expect(requirePanelPerson(pass)).rejects.toMatchObject({ reason: 'panel-pass-ended' });
    await expect(readPersonalLink(tokenOf(link))).rejects.toMatchObject({ code: 'gone' });
    const opened = await openPersonalLink(tokenOf(issued.link));
    if (!opened) throw new Error('the new link opens');
    expect(await requirePanelPerson(opened.pass)).toMatchObject({ panel: { id: panel.panelId } });
  });

  it('is sent anew to a known address alone, and sends nobody away who is in', async () => {
    const email = `Ana-${Date.now()}@example.org`;
    const { panel, pass, link } = await join(await openPanel(), { email });
    const mails = () =>
      getDatabase()
        .select()
        .from(outbox)
        .where(and(eq(outbox.organisationId, panel.organisationId), eq(outbox.recipient, email)));
    await sendNewLinks('nobody@example.org');
    expect(await mails()).toHaveLength(1);
    await sendNewLinks(email.toLowerCase());
    const links = (await mails()).map(({ body }) => linkIn(body)).filter((one) => one !== link);
    expect(links).toHaveLength(1);
    expect(await requirePanelPerson(pass)).toBeDefined();
    expect(await openPersonalLink(tokenOf(links[0] ?? ''))).toMatchObject({ pass });
    for (let time = 0; time < 4; time += 1) await sendNewLinks(email);
    await expect(sendNewLinks(email)).rejects.toMatchObject({ code: 'too-many-requests' });
  });
});
