import { assignCode } from '#app/services/themes/assign-code.server.ts';
import { saveTheme } from '#app/services/themes/save-theme.server.ts';
import type { Member } from '#db/actor.server.ts';
import { addCode, change, codedRound } from './coded-round.ts';

const whole = { span: null, reading: 'first', offered: [] } as const;
const six = ['I waited for hours', 'So long', 'They let me wait', 'Wait', 'Hours', 'It took long'];

export const both = (text: string) => ({ en: text, kk: `${text} (kk)` });

/** Six people who waited, one who did not, one who says nothing and one whom nobody coded. */
export async function themedRound(facilitator: Member) {
  const words = [...six, 'I was seen at once', 'Nothing', 'My bed squeaked'];
  const round = await codedRound(facilitator, words);
  const ids = { panelId: round.panelId, codingId: round.codingId };
  const waiting = await addCode(facilitator, round, 'Waiting');
  const quick = await addCode(facilitator, round, 'Quick');
  const theme = await saveTheme(facilitator, {
    ...{ ...ids, themeId: null, revision: 0 },
    ...{ title: both('Waiting'), summary: both('People wait too long.') },
  });
  const group = { intent: 'group', theme } as const;
  await change(facilitator, round, { ...group, codeId: waiting, against: false });
  await change(facilitator, round, { ...group, codeId: quick, against: true });
  for (const [text, codeId] of [...six.map(() => waiting), quick].entries()) {
    const contributionId = round.said[text] ?? '';
    await assignCode(facilitator, { ...ids, contributionId, codeId, ...whole });
  }
  return { round, theme, waiting };
}
