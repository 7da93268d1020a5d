import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { titleText } from '../../i18n/title-text.server.ts';
import { getDossier } from '../../services/evidence/get-dossier.server.ts';
import { removeEvidence } from '../../services/evidence/remove-evidence.server.ts';
import { DossierPart } from './dossier-part.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = z.object({ instrumentId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { instrumentId } = parseParams(params, paramsSchema);
  const dossier = await respond(() => getDossier(member, instrumentId));
  return { pageTitle: await titleText(request, dossier.title), ...dossier };
}

/** Takes one piece of evidence out. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'evidence.manage');
  const { instrumentId } = parseParams(params, paramsSchema);
  const id = z
    .uuid()
    .catch('')
    .parse((await readForm(request)).get('evidence'));
  await respond(() => removeEvidence(member, { instrumentId, id }));
  return redirect(`/instruments/${instrumentId}/evidence?done=removed`, 303);
}

export default function EvidencePage() {
  const { instrumentId, title, parts, mayManage } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['evidence', 'instruments']);
  const { text } = useLocal();
  const home = `/instruments/${instrumentId}`;
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        breadcrumbs={[
          { label: t('instruments:list.title'), href: '/instruments' },
          { label: text(title), href: home },
        ]}
        breadcrumbsLabel={t('instruments:breadcrumbs')}
        action={
          mayManage ? <LinkButton to={`${home}/evidence/new`}>{t('add')}</LinkButton> : undefined
        }
      />
      <DoneNotice words={{ added: t('added'), removed: t('removed') }} />
      {parts.map((part) => (
        <DossierPart
          key={`${part.language} ${part.population}`}
          part={part}
          mayManage={mayManage}
        />
      ))}
    </>
  );
}
