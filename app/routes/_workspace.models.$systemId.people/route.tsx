import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { SystemHeader } from '../../components/models/system-header.tsx';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { systemPageTitle } from '../../i18n/system-title.server.ts';
import { addPerson, personRefusals } from '../../services/register/add-person.server.ts';
import { endPerson } from '../../services/register/end-person.server.ts';
import { getPeople } from '../../services/register/get-people.server.ts';
import { personFields, systemParams } from '../../services/register/register-schema.ts';
import { systemRoles } from '../../services/register/register-words.ts';
import { PeopleTable } from './people-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const endSchema = z.object({
  personId: z.uuid(),
  untilOn: z.iso.date('date-invalid'),
});
const addSchema = z.object(personFields);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getPeople(member, parseParams(params, systemParams)));
  return { pageTitle: await systemPageTitle(request, 'people', page.frame.name), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId } = parseParams(params, systemParams);
  const form = await readForm(request);
  const home = `/models/${systemId}/people?done=saved`;
  if (form.get('intent') === 'end') {
    const submission = parseWithZod(form, { schema: endSchema });
    if (submission.status !== 'success') return replyInvalid(submission);
    const { personId, untilOn } = submission.value;
    return submitForm(submission, () => endPerson(member, { systemId, personId, untilOn }), home);
  }
  const submission = parseWithZod(form, { schema: addSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const add = () => addPerson(member, { systemId, ...submission.value });
  return submitForm(submission, add, home, personRefusals);
}

export default function PeoplePage() {
  const { frame, serving, others, members, day } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['models', 'register']);
  const reply = useActionData<typeof action>();
  return (
    <>
      <SystemHeader frame={frame} />
      <DoneNotice words={{ saved: t('models:done.saved') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <PeopleTable
        id="serving"
        title={t('models:people.serving')}
        people={serving}
        endOn={frame.may.manage ? day : null}
      />
      {others.length === 0 ? null : (
        <PeopleTable id="others" title={t('models:people.others')} people={others} endOn={null} />
      )}
      {frame.may.manage ? (
        <section className="card" aria-labelledby="add">
          <h2 id="add">{t('models:people.add')}</h2>
          <RecordForm
            id="person"
            hidden={{ intent: 'add' }}
            values={{ fromOn: day }}
            result={reply?.result ?? null}
            submit={t('models:people.submit')}
            fields={[
              {
                as: 'select',
                name: 'role',
                label: t('models:people.role'),
                options: optionsOf(systemRoles, (role) => t(`register:role.${role}`)),
              },
              {
                as: 'select',
                name: 'userId',
                label: t('models:people.member'),
                options: [
                  { value: '', label: t('models:people.somebodyElse') },
                  ...members.map(({ id, name }) => ({ value: id, label: name })),
                ],
              },
              {
                as: 'line',
                name: 'name',
                label: t('models:people.name'),
                hint: t('models:people.nameHint'),
              },
              { as: 'date', name: 'fromOn', label: t('models:people.from') },
              { as: 'date', name: 'untilOn', label: t('models:people.until') },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}
