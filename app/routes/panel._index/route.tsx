import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { answerSelection } from '../../services/taking-part/answer-selection.server.ts';
import { getPanelHome } from '../../services/taking-part/get-panel-home.server.ts';
import styles from '../../styles/respondent.css?url';
import { RoundList } from './round-list.tsx';
import { ThemeChecks } from './theme-checks.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ seat: z.enum(['active', 'declined']) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('title'));
  return { frame: reader.frame, title, home: await getPanelHome(reader) };
}

export async function action({ request }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const { seat } = submission.value;
  return submit(() => answerSelection(reader, seat), `/panel?done=${seat}`);
}

export default function PanelHomePage() {
  const { frame, home } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  const { text, number } = useLocal();
  return (
    <PanelShell frame={frame} current="home">
      <RefusalSummary refusal={refused?.refusal} />
      <DoneNotice words={{ active: t('home.done.active'), declined: t('home.done.declined') }} />
      <h1 dir="auto">{text(frame.panel)}</h1>
      <p>{t('home.number', { number: number(home.number) })}</p>
      {home.state === 'active' ? (
        <>
          <h2>{t('home.open')}</h2>
          {home.open.length === 0 ? (
            <p>{home.panelState === 'closed' ? t('home.closed') : t('home.nothing')}</p>
          ) : (
            <RoundList rounds={home.open} isOpen />
          )}
          {home.themes.length > 0 && <ThemeChecks checks={home.themes} />}
          {home.past.length > 0 && (
            <>
              <h2>{t('home.past')}</h2>
              <RoundList rounds={home.past} isOpen={false} />
            </>
          )}
        </>
      ) : (
        <p>{t(`home.state.${home.state as 'candidate'}`)}</p>
      )}
      {home.state === 'selected' && (
        <form method="post">
          <TokenField />
          <div className="actions">
            <Button name="seat" value="active">
              {t('home.take')}
            </Button>
            <Button name="seat" value="declined" tone="secondary">
              {t('home.decline')}
            </Button>
          </div>
        </form>
      )}
      {home.readsOfSystems && (
        <p className="link-row">
          <a href="/panel/systems">{t('systems.home')}</a>
        </p>
      )}
      {frame.news > 0 && (
        <p className="link-row">
          <a href="/panel/news">{t('home.news', { count: frame.news })}</a>
        </p>
      )}
    </PanelShell>
  );
}
