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
  const rounds =
    person.state === 'active' ? await withActor(actor, (tx) => listRoundsOf(tx, actor)) : [];
  return {
    number: person.number,
    state: person.state,
    panelState: panel.state,
    about: panel.about,
    open: rounds.filter((round) => takesAnswers(round, day)),
    themes: person.state === 'active' ? await listThemeChecks(reader) : [],
    past: rounds.filter((round) => !takesAnswers(round, day)),
  };
}

export type PanelHome = Awaited<ReturnType<typeof getPanelHome>>;
