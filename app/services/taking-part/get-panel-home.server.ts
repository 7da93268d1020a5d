import { listRoundsOf } from '#db/queries/panel-rounds-of-person.server.ts';
import { withActor } from '../../database.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** What a person finds when they come: what is open for them, what is over. */
export async function getPanelHome({ actor, panel, person }: PanelPerson) {
  const rounds =
    person.state === 'active' ? await withActor(actor, (tx) => listRoundsOf(tx, actor)) : [];
  return {
    number: person.number,
    state: person.state,
    panelState: panel.state,
    about: panel.about,
    open: rounds.filter(({ state }) => state === 'open'),
    past: rounds.filter(({ state }) => state === 'closed'),
  };
}

export type PanelHome = Awaited<ReturnType<typeof getPanelHome>>;
