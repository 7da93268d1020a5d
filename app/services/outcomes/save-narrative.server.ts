import type { Member } from '#db/actor.server.ts';
import {
  listNarratives,
  putNarrativeRow,
  saveNarrativeRow,
} from '#db/queries/panel-report.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import {
  narrativeKey,
  reportForms,
  scoreKey,
  selfScores,
  type ReportFormKind,
} from './report-forms.ts';

type Input = {
  panelId: string;
  kind: ReportFormKind;
  item: string;
  text: string;
  /** Of the UK Standards alone. */
  score: string;
  /** 0: nobody had written anything when the form was opened. */
  revision: number;
};

/** Keeps what facilitators write to an item of a reporting form; of two at once, one is told. */
export async function saveNarrative(
  member: Member,
  { panelId, kind, item, text, score, revision }: Input,
): Promise<void> {
  const ofPanel = { organisationId: member.organisationId, panelId, writtenBy: member.userId };
  if (!reportForms[kind].some(({ id }) => id === item)) throw new ServiceError('not-found');
  const key = narrativeKey(kind, item);
  const change = {
    panelId,
    permission: 'panel-reports.publish',
    states: ['draft', 'open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx) => {
    if (!(await saveNarrativeRow(tx, { ...ofPanel, item: key, text, revision }))) {
      const now = (await listNarratives(tx, ofPanel)).find((row) => row.item === key);
      throw new ServiceError('conflict', 'narrative-changed', { revision: now?.revision ?? 0 });
    }
    if (kind === 'uk-standards') {
      const known = selfScores.find((each) => each === score) ?? '';
      await putNarrativeRow(tx, { ...ofPanel, item: scoreKey(kind, item), text: known });
    }
    await auditPanel(tx, member, {
      action: 'panel-narrative.saved',
      panelId,
      detail: { item: key },
    });
  });
}
