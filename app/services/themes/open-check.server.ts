import type { Member } from '#db/actor.server.ts';
import { changeCheck } from '#db/queries/coding.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import { findCheckPeople } from './check-people.server.ts';
import { collectInputs } from './collect-inputs.server.ts';
import { checkProblems } from './report-problems.ts';
import { tellOfCheck } from './tell-of-check.server.ts';

/** Asks the people whose words were coded, by mail where that reaches them, whether the themes are right, until a day. */
export async function openCheck(
  member: Member,
  { closesOn, ...ids }: CodingIds & { closesOn: string },
): Promise<void> {
  const change = { ...ids, permission: 'panel-reports.publish' } as const;
  await changeCoding(member, change, async (tx, { of, panel, coding }) => {
    if (coding.source === 'survey') throw new ServiceError('illegal-state', 'check-of-survey');
    if (coding.checkOpenedOn !== null && coding.checkClosedOn === null) {
      throw new ServiceError('conflict', 'check-is-open');
    }
    if (closesOn < today()) throw new ServiceError('invalid', 'check-ends-before');
    const inputs = await collectInputs(tx, of);
    const [problem] = checkProblems(inputs, panel);
    if (problem) throw new ServiceError('illegal-state', 'check-not-ready');
    const set = { checkOpenedOn: today(), checkClosesOn: closesOn, checkClosedOn: null };
    await changeCheck(tx, { ...of, set });
    const people = await findCheckPeople(tx, of, { coding, texts: inputs.texts });
    await tellOfCheck(tx, { ...of, title: panel.title, closesOn }, people);
    await auditPanel(tx, member, { action: 'themes.check-opened', panelId: ids.panelId });
  });
}
