import type { Transaction } from '#db/database.ts';
import { lockReports } from '#db/queries/amended-words.server.ts';
import type { OfContribution } from '#db/queries/contribution.server.ts';
import {
  changeReportContent,
  findCodingOf,
  holdAnswersOf,
  listWordsOf,
} from '#db/queries/held-answer.server.ts';
import { listFlags, listReplies } from '#db/queries/theme-check.server.ts';
import { listThemeReports } from '#db/queries/theme-report.server.ts';
import { repeatsWords } from '#analysis/redaction/repeats-words.ts';
import { contentHash } from '../content-hash.server.ts';
import type { Of } from './coding-access.server.ts';
import type { ThemeReportContent } from './report-content.ts';

type Answer = { id: string | null; replyId?: string; answer: string | null };

/** Writes other answers into all reports of a coding, also those that no longer stand. */
async function changeAnswers(
  tx: Transaction,
  { organisationId, panelId, codingId }: Of,
  answerOf: (one: Answer) => string | null,
): Promise<void> {
  const change = <One extends Answer>(all: One[]) =>
    all.map((one) => ({ ...one, answer: answerOf(one) }));
  for (const report of await listThemeReports(tx, { organisationId, panelId })) {
    if (report.codingId !== codingId) continue;
    const { flags, check, ...rest } = report.content as ThemeReportContent;
    const content: ThemeReportContent = {
      ...{ ...rest, flags: change(flags) },
      check: { ...check, printed: change(check.printed) },
    };
    const hash = contentHash(content);
    if (hash === report.contentHash) continue;
    await changeReportContent(tx, {
      ...{ organisationId, reportId: report.id, content, contentHash: hash },
    });
  }
}

/**
 * Takes out what was answered to flags and replies in words of a contribution that is taken back, while
 * these still stand; the system's transaction. Somebody in charge writes the answer anew.
 */
export async function holdAnswers(
  tx: Transaction,
  { on, ...ofContribution }: OfContribution & { on: string },
): Promise<void> {
  const codingId = await findCodingOf(tx, ofContribution);
  if (codingId === undefined) return;
  const { organisationId, panelId } = ofContribution;
  const of = { organisationId, panelId, codingId };
  await lockReports(tx, of); // before flags and replies, as by whoever answers them
  const said = await listWordsOf(tx, ofContribution);
  const repeats = ({ answer }: { answer: string | null }) =>
    answer !== null && said.some(({ text, language }) => repeatsWords(answer, text, language));
  const flagIds = (await listFlags(tx, of)).filter(repeats).map(({ id }) => id);
  const replyIds = (await listReplies(tx, of)).filter(repeats).map(({ id }) => id);
  await holdAnswersOf(tx, { ...of, flagIds, replyIds, on });
  await changeAnswers(tx, of, (one) => (repeats(one) ? null : one.answer));
}

/** Puts an answer that was written anew where the one before stood; `id` is the flag's or the reply's. */
export async function reviseAnswer(
  tx: Transaction,
  of: Of,
  { id, answer }: { id: string; answer: string },
): Promise<void> {
  await changeAnswers(tx, of, (one) =>
    one.answer === null && (one.replyId ?? one.id) === id ? answer : one.answer,
  );
}
