import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { shareCodedTexts, type Coding } from '#db/queries/coding.server.ts';
import { insertQuote } from '#db/queries/quotable-words.server.ts';
import { insertThemeReport, supersedeThemeReports } from '#db/queries/theme-report.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { contentHash } from '../content-hash.server.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { panelSites, type Panel } from '../panels/read-panel.server.ts';
import { changeCoding, readCoding, type CodingIds, type Of } from './coding-access.server.ts';
import { collectInputs } from './collect-inputs.server.ts';
import { describeReport } from './describe-report.server.ts';
import { readPeople } from './read-people.server.ts';
import type { ReportedTheme } from './report-content.ts';
import { hashedInputs, type ReportInputs } from './report-inputs.ts';
import { reportProblems } from './report-problems.ts';
import type { Words } from './theme-words.ts';
import type { DescribedTheme } from './themes-of-report.ts';

const permission = 'panel-reports.publish';

async function quoteAll(tx: Transaction, of: Of, all: readonly Words[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { contributionId, memberId, consentId, start, end } of all) {
    if (consentId === null) continue;
    const { organisationId, panelId } = of;
    const span = { contributionId, memberId, consentId, start, end };
    ids.push(await insertQuote(tx, { organisationId, panelId, ...span }));
  }
  return ids;
}

/** Themes with their words as quotes, which lead to who said them and agreed. */
async function quoteThemes(
  tx: Transaction,
  of: Of,
  described: readonly DescribedTheme[],
): Promise<ReportedTheme[]> {
  const themes: ReportedTheme[] = [];
  for (const { quotes, edge, dissent, ...theme } of described) {
    const quoteIds = await quoteAll(tx, of, quotes);
    const edgeIds = await quoteAll(tx, of, edge);
    themes.push({ ...theme, quoteIds, edgeIds, dissentIds: await quoteAll(tx, of, dissent) });
  }
  return themes;
}

function requireReady(inputs: ReportInputs, context: { coding: Coding; panel: Panel }): void {
  if (reportProblems(inputs, context).length > 0) {
    throw new ServiceError('illegal-state', 'report-not-ready');
  }
}

/** What the report would say now. */
async function describeNow(member: Member, ids: CodingIds) {
  const { coding, panel, inputs } = await readCoding(member, ids, async (tx, reading) => {
    authorise(member, permission, panelSites(reading.panel));
    const found = await collectInputs(tx, reading.of);
    requireReady(found, reading);
    return { panel: reading.panel, inputs: found };
  });
  const of = { organisationId: member.organisationId, panelId: ids.panelId };
  const people = await readPeople(of, coding);
  return { people, ...(await describeReport(inputs, { coding, panel, people })) };
}

/**
 * Publishes the themes of a round as a frozen report. It is refused while anything is open: a flag or a
 * reply without an answer, a theme without words that may be quoted, two readers who differ. What it says is
 * computed before anything is held, and kept only if nothing has changed meanwhile.
 */
export async function publishReport(member: Member, ids: CodingIds): Promise<{ number: number }> {
  const { people, themes, ...described } = await describeNow(member, ids);
  return changeCoding(member, { ...ids, permission }, async (tx, { of, coding, panel }) => {
    const inputs = await collectInputs(tx, of, shareCodedTexts);
    requireReady(inputs, { coding, panel });
    const now = contentHash(hashedInputs(inputs, { coding, panel, people }));
    if (now !== described.inputsHash) throw new ServiceError('conflict', 'report-inputs-changed');
    const content = { ...described, themes: await quoteThemes(tx, of, themes) };
    const on = today();
    await supersedeThemeReports(tx, { ...of, on });
    const number = await insertThemeReport(tx, {
      ...{ ...of, reportId: randomUUID(), content, contentHash: contentHash(content) },
      ...{ publishedOn: on, publishedBy: member.userId },
      contributionIds: inputs.texts.map(({ id }) => id),
    });
    await auditPanel(tx, member, {
      action: 'themes.report-published',
      panelId: ids.panelId,
      detail: { number },
    });
    return { number };
  });
}
