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
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { SignInPage } from '../../components/sign-in-page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { newPasswordSchema } from '../../services/sign-in/new-password-schema.ts';
import { isResetToken, resetPassword } from '../../services/sign-in/reset-password.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ password: newPasswordSchema });

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? '';

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await isResetToken(tokenOf(request)))) throw data({ code: 'link-gone' }, { status: 410 });
  const i18n = await translate(request);
  return { title: i18n.t('sign-in:reset.title') };
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply({ hideFields: ['password'] }) }, { status: 400 });
  }
  if (!(await resetPassword({ token: tokenOf(request), ...submission.value }))) {
    throw data({ code: 'link-gone' }, { status: 410 });
  }
  return redirect('/sign-in?reset=1', 303);
}

export default function ResetPasswordPage() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['sign-in', 'common']);
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: 'reset-password',
    lastResult: useActionData<typeof action>()?.result ?? null,
    constraint: getZodConstraint(schema),
  });
  const say = (code: string) => t(`problem.${code as 'password-short'}`);
  return (
    <SignInPage title={title}>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.password], say)} />
      <p>{t('reset.lead')}</p>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <TextField
          {...fieldProps(fields.password, say)}
          type="password"
          autoComplete="new-password"
          label={t('reset.password')}
          hint={t('reset.hint')}
        />
        <Button>{t('reset.submit')}</Button>
      </Form>
    </SignInPage>
  );
}
