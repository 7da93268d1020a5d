import type { Member } from '#db/actor.server.ts';
import { listNamesOfPeople } from '#db/queries/panel-people.server.ts';
import { findIdentifiers } from '#analysis/redaction/find-identifiers.ts';
import { withActor } from '../../database.server.ts';
import { today } from '../../today.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import { findCheckPeople } from './check-people.server.ts';
import { collectInputs } from './collect-inputs.server.ts';
import { checkProblems } from './report-problems.ts';

/** Words with what may tell who somebody is taken out, as a proposal for who prints them. */
function withoutIdentifiers(
  words: string,
  { language, names }: { language: string; names: string[] },
): string {
  const spans = findIdentifiers(words, { language, names, today: today() });
  return [...spans]
    .reverse()
    .reduce((text, { start, end }) => `${text.slice(0, start)}[…]${text.slice(end)}`, words);
}

/** What people said to the themes, and the flags: everything that is answered before publishing. */
export async function getCheckPage(member: Member, ids: CodingIds) {
  const page = await readCoding(member, ids, async (tx, { of, panel, coding }) => {
    const inputs = await collectInputs(tx, of);
    const people = await findCheckPeople(tx, of, { coding, texts: inputs.texts });
    return { inputs, people, problems: checkProblems(inputs, panel) };
  });
  const { inputs, coding } = page;
  const { organisationId } = member;
  // A member need not see who the people are: their names only leave the proposed words.
  const names =
    inputs.replies.length === 0
      ? []
      : await withActor({ kind: 'system', organisationId }, (tx) =>
          listNamesOfPeople(tx, { organisationId, panelId: ids.panelId }),
        );
  const quotedBy = new Set(
    inputs.texts.flatMap((text) => (text.quoteConsentId === null ? [] : [text.memberId])),
  );
  return {
    ...{ frame: page.frame, coding, problems: page.problems, today: today() },
    asked: page.people.byMail.length + page.people.byHand.length,
    byHand: page.people.byHand.length,
    replies: inputs.replies.map(({ words, language, memberId, ...reply }) => ({
      ...{ ...reply, memberId, words, language, mayPrint: quotedBy.has(memberId) },
      proposal: reply.printed ?? withoutIdentifiers(words, { language, names }),
    })),
  };
}

export type CheckPage = Awaited<ReturnType<typeof getCheckPage>>;
