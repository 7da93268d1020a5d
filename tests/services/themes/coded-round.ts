import { eq } from 'drizzle-orm';
import { getDatabase } from '#app/database.server.ts';
import { changeCodebook } from '#app/services/themes/change-codebook.server.ts';
import type { CodebookChangeInput } from '#app/services/themes/codebook-change.ts';
import { getCodebookPage } from '#app/services/themes/get-codebook-page.server.ts';
import { startCoding } from '#app/services/themes/start-coding.server.ts';
import type { Member } from '#db/actor.server.ts';
import { codes } from '#db/schema/coding.ts';
import { joinPeople, say, type Person } from '../panel-jobs/words-of-people.ts';
import { openedPanel, openedRound } from '../support/panel-set-up.ts';

export type CodedRound = {
  panelId: string;
  roundId: string;
  codingId: string;
  people: Person[];
  /** Contributions, in the order of the words. */
  said: string[];
};

/** A round in which people said these words in English, with its coding begun. */
export async function codedRound(member: Member, words: readonly string[]): Promise<CodedRound> {
  const { panelId } = await openedPanel(member);
  const round = await openedRound(member, panelId);
  const ofPanel = { organisationId: member.organisationId, panelId };
  const people = await joinPeople(ofPanel, { en: words.length });
  const said: string[] = [];
  for (const [index, text] of words.entries()) {
    const person = people[index];
    if (!person) throw new Error('as many people as words');
    const { roundId, promptId } = round;
    said.push(await say(person, { roundId, promptId }, { text }));
  }
  const { codingId } = await startCoding(member, { panelId, roundId: round.roundId });
  return { panelId, roundId: round.roundId, codingId, people, said };
}

type Change = CodebookChangeInput extends infer One
  ? One extends CodebookChangeInput
    ? Omit<One, 'version'>
    : never
  : never;

/** Changes the codebook as it is now. */
export async function change(
  member: Member,
  { panelId, codingId }: CodedRound,
  input: Change,
): Promise<string> {
  const ids = { panelId, codingId };
  const asked = { from: null, to: null, split: null, hasCurve: false };
  const { coding } = await getCodebookPage(member, ids, asked);
  const whole = { ...input, version: coding.version };
  return (await changeCodebook(member, { ...ids, input: whole })).codeId;
}

export async function addCode(member: Member, round: CodedRound, name: string): Promise<string> {
  return change(member, round, { intent: 'create', name, description: '' });
}

export async function codeNames(codingId: string): Promise<string[]> {
  const rows = await getDatabase()
    .select({ name: codes.name })
    .from(codes)
    .where(eq(codes.codingId, codingId))
    .orderBy(codes.position);
  return rows.map(({ name }) => name);
}
