import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { AnswersHeader } from '../../components/results/answers-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { confirmImport } from '../../services/imports/confirm-import.server.ts';
import { discardImport } from '../../services/imports/discard-import.server.ts';
import { getImport } from '../../services/imports/get-import.server.ts';
import { getImportView } from '../../services/imports/get-import-view.server.ts';
import { importProblems } from '../../services/imports/import-problems.ts';
import { mappingFromForm } from '../../services/imports/mapping-form.ts';
import { saveMapping } from '../../services/imports/save-mapping.server.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { ImportVerdict } from './import-verdict.tsx';
import { MappingForm } from './mapping-form.tsx';
import { RejectedRows } from './rejected-rows.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const intentSchema = z.enum(['check', 'confirm', 'discard']);

const paramsSchema = z.object({ studyId: z.uuid(), draftId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const ids = parseParams(params, paramsSchema);
  const reader = await getReader(request);
  const view = await respond(() => getImportView(member, reader, ids));
  const words = { page: reader.t('import.title'), study: view.study.title };
  return { title: reader.t('pageTitle', words), view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'responses.import');
  const ids = parseParams(params, paramsSchema);
  const form = await readForm(request);
  const intent = intentSchema.safeParse(form.get('intent'));
  if (!intent.success) throw data({ code: 'malformed-form' }, { status: 400 });
  const base = `/studies/${ids.studyId}/import`;
  switch (intent.data) {
    case 'check': {
      const { mapping: former } = await respond(() => getImport(member, ids));
      const mapping = mappingFromForm(form, former);
      if (!mapping) throw data({ code: 'malformed-form' }, { status: 400 });
      const saved = await attempt(importProblems, () => saveMapping(member, { ...ids, mapping }));
      if (!saved.ok) return data({ problem: saved.reason }, { status: 400 });
      return redirect(`${base}/${ids.draftId}#verdict`, 303);
    }
    case 'confirm': {
      const confirmed = await attempt(importProblems, () => confirmImport(member, ids));
      if (!confirmed.ok) return data({ problem: confirmed.reason }, { status: 409 });
      return redirect(`${base}?done=${confirmed.result}`, 303);
    }
    case 'discard':
      await respond(() => discardImport(member, ids.draftId));
      return redirect(base, 303);
  }
}

export default function ImportDraftPage() {
  const { view } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['results', 'common']);
  const problem = useActionData<typeof action>()?.problem;
  const errors = problem
    ? [{ href: '#columns', text: t(`results:import.problem.${problem}`) }]
    : [];
  return (
    <>
      <AnswersHeader {...view.surroundings} />
      <div>
        <h2>{t('results:import.title')}</h2>
        <p className="page-header-subtitle">{view.fileName}</p>
      </div>
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      <ImportVerdict view={view} />
      <MappingForm view={view} />
      <RejectedRows view={view} />
    </>
  );
}
