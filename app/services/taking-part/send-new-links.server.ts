import { addMail } from '#db/queries/outbox.server.ts';
import { findAsker } from '#db/queries/panel-joining.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import { listByAddress } from '#db/queries/personal-link.server.ts';
import { withActor } from '../../database.server.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { issuePersonalLink } from './issue-personal-link.server.ts';
import { writeLinkMail } from './write-link-mail.server.ts';

type Found = Awaited<ReturnType<typeof listByAddress>>[number];

async function sendLink(person: Found): Promise<void> {
  const { organisationId, email } = person;
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    const panel = await findPanel(tx, person);
    const asker = await findAsker(tx, { organisationId });
    if (!panel || !asker) return;
    // Whoever knows an address may ask for this: it must not send anybody away from their page.
    const issued = await issuePersonalLink(tx, { ...person, endsPasses: false });
    const mail = await writeLinkMail({ title: panel.title, ...asker, ...issued });
    await addMail(tx, { organisationId, recipient: email, ...mail });
  });
}

/**
 * Sends a new link for each panel to somebody who left this address there. The caller learns nothing
 * of whether anybody did.
 */
export async function sendNewLinks(email: string): Promise<void> {
  await takePoint('panel-link', email);
  const people = await withActor({ kind: 'system', organisationId: null }, (tx) =>
    listByAddress(tx, { email }),
  );
  for (const person of people) await sendLink(person);
  if (people.length > 0) await announceMail();
}
