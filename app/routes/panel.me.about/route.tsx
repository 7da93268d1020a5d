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
import { AboutFields } from '../../components/panel/about-fields.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { getAboutMe } from '../../services/taking-part/get-me.server.ts';
import { bandsSchema } from '../../services/taking-part/join-input.ts';
import { saveAboutMe } from '../../services/taking-part/save-about-me.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ band: bandsSchema, intent: z.enum(['save', 'delete']).default('save') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('about.title'));
  return { frame: reader.frame, title, ...(await getAboutMe(reader)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const { band, intent } = submission.value;
  const bands = intent === 'delete' ? {} : band;
  return submit(() => saveAboutMe(reader, bands), `/panel/me/about?done=${intent}`);
}

export default function AboutPage() {
  const { frame, about, bands } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  const values = Object.fromEntries(bands.map(({ stratumId, band }) => [stratumId, band]));
  return (
    <PanelShell frame={frame} current="me">
      <RefusalSummary refusal={refused?.refusal} />
      <DoneNotice words={{ save: t('me.saved'), delete: t('about.deleted') }} />
      <h1>{t('about.title')}</h1>
      {about === null && <p>{t('about.nothing')}</p>}
      <form method="post">
        <TokenField />
        {about && <AboutFields about={about} values={values} />}
        <div className="actions">
          {about && (
            <Button name="intent" value="save">
              {t('save')}
            </Button>
          )}
          {bands.length > 0 && (
            <Button name="intent" value="delete" tone="secondary">
              {t('about.delete')}
            </Button>
          )}
          <a href="/panel/me">{t('back')}</a>
        </div>
      </form>
    </PanelShell>
  );
}
