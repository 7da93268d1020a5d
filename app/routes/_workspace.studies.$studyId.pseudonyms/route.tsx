import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { StudyHeader } from '../../components/study-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { studyPageTitle } from '../../i18n/title-text.server.ts';
import { getPseudonymsPage } from '../../services/studies/get-pseudonyms-page.server.ts';
import { openPseudonym } from '../../services/studies/open-pseudonym.server.ts';
import { pseudonymSchema } from '../../services/studies/pseudonym-schema.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { OpenedEntry } from './opened-entry.tsx';
import { PersonForm } from './person-form.tsx';
import { PseudonymForm } from './pseudonym-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'pseudonyms.open');
  const page = await respond(() => getPseudonymsPage(member, parseParams(params, studyParams)));
  return { pageTitle: await studyPageTitle(request, 'pseudonyms', page.frame.title), ...page };
}

/** What an entry says is the answer to the form and stands on no page that could be opened again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'pseudonyms.open');
  const { studyId } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request), { schema: pseudonymSchema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), opened: undefined }, { status: 400 });
  }
  const input = submission.value;
  const opened = await respond(() => openPseudonym(member, { studyId, input }));
  return { result: undefined, opened };
}

export default function PseudonymsPage() {
  const { frame, panels } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const reply = useActionData<typeof action>();
  return (
    <>
      <StudyHeader frame={frame} />
      <div>
        <h2>{t('pseudonyms.title')}</h2>
        <p className="page-header-subtitle">{t('pseudonyms.what')}</p>
      </div>
      {reply?.opened === undefined ? null : <OpenedEntry opened={reply.opened} />}
      <p className="muted">{t('pseudonyms.audited')}</p>
      {panels.length === 0 ? (
        <p>{t('pseudonyms.none')}</p>
      ) : (
        <>
          <PersonForm panels={panels} result={reply?.result} />
          <PseudonymForm result={reply?.result} />
        </>
      )}
    </>
  );
}
