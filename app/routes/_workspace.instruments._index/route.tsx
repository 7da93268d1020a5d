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
import { LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { adoptFromLibrary } from '../../services/instruments/adopt-from-library.server.ts';
import { listInstruments } from '../../services/instruments/list-instruments.server.ts';
import { InstrumentTable } from './instrument-table.tsx';
import { LibraryEntries } from './library-entries.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ slug: z.string().max(60) });

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => listInstruments(member));
  const i18n = await translate(request);
  return { title: i18n.t('instruments:list.title'), ...page };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'instruments.design');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  return submit(() => adoptFromLibrary(member, submission.value), '/instruments?done=adopted');
}

export default function InstrumentsPage() {
  const { title, instruments, library, mayDesign } = useLoaderData<typeof loader>();
  const { t } = useTranslation('instruments');
  const refusal = useActionData<typeof action>()?.refusal;
  const importLink = <LinkButton to="/instruments/import">{t('list.import')}</LinkButton>;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('list.subtitle')}
        action={mayDesign ? importLink : undefined}
      />
      <RefusalSummary refusal={refusal} />
      {instruments.length > 0 ? (
        <InstrumentTable instruments={instruments} />
      ) : (
        <EmptyState
          title={t('list.emptyTitle')}
          text={t('list.emptyText')}
          steps={mayDesign ? [t('list.step1'), t('list.step2'), t('list.step3')] : []}
        />
      )}
      {library.length > 0 ? <LibraryEntries entries={library} mayAdopt={mayDesign} /> : null}
    </>
  );
}
