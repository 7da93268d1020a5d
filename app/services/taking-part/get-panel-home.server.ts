import { listSystemsOfPanel } from '#db/queries/panel-system.server.ts';
import { listRoundsOf } from '#db/queries/panel-rounds-of-person.server.ts';
import { withActor } from '../../database.server.ts';
import { today } from '../../today.ts';
import { takesAnswers } from '../panels/takes-answers.ts';
import { listThemeChecks } from './list-theme-checks.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** What a person finds when they come: what is open for them, what is over. */
export async function getPanelHome(reader: PanelPerson) {
  const { actor, panel, person } = reader;
  const day = today();
  const isActive = person.state === 'active';
  const { rounds, systems } = await withActor(actor, async (tx) => ({
    rounds: isActive ? await listRoundsOf(tx, actor) : [],
    systems: isActive ? await listSystemsOfPanel(tx, actor) : [],
  }));
  return {
    number: person.number,
    state: person.state,
    panelState: panel.state,
    about: panel.about,
    open: rounds.filter((round) => takesAnswers(round, day)),
    themes: isActive ? await listThemeChecks(reader) : [],
    readsOfSystems: systems.length > 0,
    past: rounds.filter((round) => !takesAnswers(round, day)),
  };
}

export type PanelHome = Awaited<ReturnType<typeof getPanelHome>>;
