import { findJobReport, listQuotedWords } from '#db/queries/panel-job.server.ts';
import { findPanelBySlug } from '#db/queries/panel.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import type { JobContent } from './job-content.ts';

/** A text that people of a panel have read, for anybody, once the panel's outcomes are published. */
export async function getPublicReview({ slug, reportId }: { slug: string; reportId: string }) {
  const panel = await withActor({ kind: 'public', key: slug }, (tx) =>
    findPanelBySlug(tx, { slug }),
  );
  if (!panel) throw new ServiceError('not-found');
  const { organisationId, id: panelId } = panel;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const report = await findJobReport(tx, { organisationId, panelId, reportId });
    const content = report?.content as JobContent | undefined;
    if (!report || content?.job !== 'review') throw new ServiceError('not-found');
    return {
      ...{ slug, title: panel.title, content },
      languages: panel.languages.map((tag) => languageSchema.parse(tag)),
      ...{ publishedOn: report.publishedOn, supersededOn: report.supersededOn },
      quotes: await listQuotedWords(tx, { organisationId, panelId, quoteIds: content.quoteIds }),
    };
  });
}

export type PublicReview = Awaited<ReturnType<typeof getPublicReview>>;
