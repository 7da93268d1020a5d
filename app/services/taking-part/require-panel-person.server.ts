import type { PanelMember } from '#db/actor.server.ts';
import { findAsker } from '#db/queries/panel-joining.server.ts';
import { countUnseenNews } from '#db/queries/panel-rounds-of-person.server.ts';
import { findPanel, findPanelMember } from '#db/queries/panel.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';

/** What the browser of a person of a panel holds, sealed. */
export type PanelPass = Omit<PanelMember, 'kind'> & { linkNumber: number };

/** The person who holds the pass, as an actor; a pass ends when a new link was made or they left. */
export async function requirePanelPerson(pass: PanelPass) {
  const { organisationId, panelId, memberId } = pass;
  const actor: PanelMember = { kind: 'panel-member', organisationId, panelId, memberId };
  return withActor(actor, async (tx) => {
    const panel = await findPanel(tx, actor);
    const person = await findPanelMember(tx, actor);
    const asker = await findAsker(tx, actor);
    if (!panel || !asker || person?.linkNumber !== pass.linkNumber || person.state === 'left') {
      throw new ServiceError('gone', 'panel-pass-ended');
    }
    return { actor, panel, person, asker, news: await countUnseenNews(tx, actor) };
  });
}

export type PanelPerson = Awaited<ReturnType<typeof requirePanelPerson>>;
