import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import { studyPageTitle } from '../../i18n/title-text.server.ts';
import { createLink } from '../../services/invitations/create-link.server.ts';
import { getLinks } from '../../services/invitations/get-links.server.ts';
import { removeLink } from '../../services/invitations/remove-link.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { LinkTable } from './link-table.tsx';
import { NewLinkForm } from './new-link-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('create'),
    siteId: z.uuid().optional(),
    language: languageSchema.optional(),
  }),
  z.object({ intent: z.literal('remove'), linkId: z.uuid() }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getLinks(member, parseParams(params, studyParams)));
  const pageTitle = await studyPageTitle(request, 'links', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'invitations.manage');
  const { studyId } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const form = submission.value;
  const here = `/studies/${studyId}/links`;
  switch (form.intent) {
    case 'create': {
      const { siteId = null, language = null } = form;
      return submit(
        () => createLink(member, { studyId, siteId, language }),
        `${here}?done=created`,
      );
    }
    case 'remove':
      return submit(
        () => removeLink(member, { studyId, linkId: form.linkId }),
        `${here}?done=removed`,
      );
  }
}

export default function StudyLinksPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const { frame, links } = page;
  const isClosed = frame.state === 'closed';
  return (
    <>
      <StudyHeader frame={frame} />
      <DoneNotice words={{ created: t('links.done.created'), removed: t('links.done.removed') }} />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      {frame.comesThroughPanel ? (
        <Notice>{t('throughPanel.links')}</Notice>
      ) : (
        <p className="muted">{t(isClosed ? 'links.closedText' : 'links.text')}</p>
      )}
      {links.length > 0 ? <LinkTable page={page} /> : null}
      {links.length === 0 && !isClosed && !frame.comesThroughPanel ? (
        <EmptyState title={t('links.emptyTitle')} text={t('links.emptyText')} />
      ) : null}
      {page.mayManage && !frame.comesThroughPanel ? <NewLinkForm page={page} /> : null}
    </>
  );
}
