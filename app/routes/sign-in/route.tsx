import { useForm } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { fieldProps, errorLinks } from '../../components/form-fields.ts';
import { Notice } from '../../components/notice.tsx';
import { SignInPage } from '../../components/sign-in-page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { localPath } from '../../http/local-path.ts';
import { readForm } from '../../http/read-form.server.ts';
import { getUser } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { signIn } from '../../services/sign-in/sign-in.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  email: z.email({
    error: (issue) => (issue.input === undefined ? 'email-missing' : 'email-invalid'),
  }),
  password: z.string({ error: 'password-missing' }),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get('to');
  if (await getUser(request)) throw redirect(localPath(to));
  const i18n = await translate(request);
  return { title: i18n.t('sign-in:title') };
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply({ hideFields: ['password'] }) }, { status: 400 });
  }
  const to = localPath(new URL(request.url).searchParams.get('to'));
  const result = await respond(() => signIn(request.headers, submission.value));
  switch (result.outcome) {
    case 'refused': {
      const reply = { fieldErrors: { email: ['refused'] }, hideFields: ['password'] };
      return data({ result: submission.reply(reply) }, { status: 400 });
    }
    case 'second-factor': {
      const address = `/sign-in/two-factor?${new URLSearchParams({ to }).toString()}`;
      return redirect(address, { status: 303, headers: result.cookies });
    }
    case 'signed-in':
      return redirect(to, { status: 303, headers: result.cookies });
  }
}

export default function SignInFormPage() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['sign-in', 'common']);
  const [search] = useSearchParams();
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: 'sign-in',
    lastResult: useActionData<typeof action>()?.result ?? null,
    constraint: getZodConstraint(schema),
  });
  const say = (code: string) => t(`problem.${code as 'refused'}`);
  const query = search.has('to')
    ? `?${new URLSearchParams({ to: localPath(search.get('to')) })}`
    : '';
  return (
    <SignInPage title={title}>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([fields.email, fields.password], say)}
      />
      {search.has('reset') ? <Notice tone="good">{t('resetDone')}</Notice> : null}
      {search.has('unsaved') ? <Notice tone="concern">{t('notSaved')}</Notice> : null}
      {search.has('ended') ? <Notice>{t('secondFactor.ended')}</Notice> : null}
      {search.has('out') ? <Notice tone="good">{t('signedOut')}</Notice> : null}
      <p>{t('lead')}</p>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <TextField
          {...fieldProps(fields.email, say)}
          type="email"
          autoComplete="username"
          label={t('email')}
        />
        <TextField
          {...fieldProps(fields.password, say)}
          type="password"
          autoComplete="current-password"
          label={t('password')}
        />
        <Button>{t('submit')}</Button>
      </Form>
      <p>
        <Link to="/forgot-password">{t('forgot')}</Link>
      </p>
      <p>
        <Link to={`/sign-in/link${query}`}>{t('byLink')}</Link>
      </p>
    </SignInPage>
  );
}
