import type { Member } from '#db/actor.server.ts';
import {
  insertReport,
  listNarratives,
  shareStandingContributions,
} from '#db/queries/panel-report.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { contentHash } from '../content-hash.server.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { collectFacts } from './collect-facts.server.ts';
import { reportItems, type ReportContent } from './report-content.ts';
import type { ReportFormKind } from './report-forms.ts';

/** What a report is about and stands on, as the system sees it at one moment. */
async function collect(member: Member, panelId: string, kind: ReportFormKind) {
  const { organisationId } = member;
  const permission = 'panel-reports.publish';
  const { panel } = await readPanel(member, { panelId, permission }, (_tx, found) =>
    Promise.resolve({ panel: found }),
  );
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const ofPanel = { organisationId, panelId };
    const standing = await shareStandingContributions(tx, ofPanel);
    const records = await collectFacts(tx, panel);
    const content: ReportContent = {
      ...{ kind, title: panel.title, minimumGroup: panel.minimumGroup, collectedOn: today() },
      languages: panel.languages.map((tag) => languageSchema.parse(tag)),
      items: reportItems(kind, records, await listNarratives(tx, ofPanel)),
    };
    return { standing, content };
  });
}

/**
 * Freezes a report with the contributions its suggestions stand on: once one of them is withdrawn, the
 * report says so. Words that were taken back between collecting and keeping stop it.
 */
export async function publishReport(
  member: Member,
  { panelId, kind }: { panelId: string; kind: ReportFormKind },
): Promise<{ number: number }> {
  const { standing, content } = await collect(member, panelId, kind);
  const change = {
    panelId,
    permission: 'panel-reports.publish',
    states: ['open', 'closed'],
  } as const;
  const ofPanel = { organisationId: member.organisationId, panelId };
  return changePanel(member, change, async (tx) => {
    const now = await shareStandingContributions(tx, ofPanel);
    if (now.join() !== standing.join()) throw new ServiceError('conflict', 'report-words-changed');
    const hash = contentHash(content);
    const number = await insertReport(
      tx,
      {
        ...{ ...ofPanel, kind, content, contentHash: hash },
        ...{ publishedOn: today(), publishedBy: member.userId },
      },
      standing,
    );
    await auditPanel(tx, member, {
      action: 'panel-report.published',
      panelId,
      detail: { number, kind, contentHash: hash },
    });
    return { number };
  });
}
