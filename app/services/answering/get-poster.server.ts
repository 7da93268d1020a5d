import { findStudyLink } from '#db/queries/study-link.server.ts';
import { listFieldedSites } from '#db/queries/fielded-study.server.ts';
import { withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { drawCode, type DrawnCode } from '../draw-code.server.ts';
import { requireFieldedStudy } from './get-start-page.server.ts';
import { frameOf, type SurveyFrame } from './read-ballot.server.ts';

export type Poster = SurveyFrame & {
  address: string;
  site: string | null;
  code: DrawnCode;
};

/** An open link to be printed for a site, in one language. It shows nothing but the link. */
export async function getPoster(input: {
  code: string;
  wanted: readonly string[];
  asked: string | null;
}): Promise<Poster> {
  const { code, wanted, asked } = input;
  const link = await withActor({ kind: 'public', key: code }, (tx) => findStudyLink(tx, { code }));
  if (!link) throw new ServiceError('not-found', 'survey-not-found');
  const { organisationId, studyId, siteId, language } = link;
  return withActor(
    { kind: 'respondent', organisationId, studyId, ballotHash: null },
    async (tx) => {
      const study = await requireFieldedStudy(tx, link);
      const sites = siteId === null ? [] : await listFieldedSites(tx, link);
      const first = asked === null && language !== null ? [language] : [];
      const frame = frameOf(study, [...first, ...wanted]);
      const address = `${env().publicUrl}/s/${encodeURIComponent(code)}`;
      // A link that is bound to the language printed needs no reminder of it.
      const full = language === frame.language ? address : `${address}?lang=${frame.language}`;
      const site = sites.find(({ id }) => id === siteId)?.name ?? null;
      return { ...frame, address: full, site, code: drawCode(full) };
    },
  );
}
