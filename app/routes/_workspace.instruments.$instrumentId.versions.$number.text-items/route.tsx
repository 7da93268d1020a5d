import { parseWithZod } from '@conform-to/zod/v4';
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
import { idSchema } from '#surveys/model/identifiers.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { DoneNotice } from '../../components/done-notice.tsx';
import { InstrumentIssues } from '../../components/instrument-issues.tsx';
import { VersionHeader } from '../../components/version-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { getDraft } from '../../services/instruments/get-draft.server.ts';
import { removeTextItem } from '../../services/instruments/remove-text-item.server.ts';
import { saveTextItem } from '../../services/instruments/save-text-item.server.ts';
import { versionParams } from '../../services/instruments/version-params.ts';
import { TextItemForm } from './text-item-form.tsx';
import { TextItemList } from './text-item-list.tsx';
import { textItemFormSchema } from './text-item-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const searchSchema = z.object({ item: idSchema.catch('') });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const address = parseParams(params, versionParams);
  const { document, contentHash } = await respond(() => getDraft(member, address));
  const chosen = searchOf(request, searchSchema).item;
  const i18n = await translate(request);
  return {
    title: i18n.t('instruments:textItem.title'),
    address,
    document,
    baseHash: contentHash,
    item: textItemsOf(document).find(({ id }) => id === chosen) ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'instruments.design');
  const address = parseParams(params, versionParams);
  const submission = parseWithZod(await readForm(request), { schema: textItemFormSchema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), issues: [] }, { status: 400 });
  }
  const { baseHash, ...form } = submission.value;
  const draft = { ...address, baseHash };
  const saved = await attempt(['draft-changed', 'version-published'] as const, () =>
    form.intent === 'save'
      ? saveTextItem(member, { ...draft, form })
      : removeTextItem(member, { ...draft, id: form.id }),
  );
  if (saved.ok && saved.result.ok) {
    const done = form.intent === 'save' ? 'saved' : 'removed';
    const { instrumentId, number } = address;
    return redirect(`/instruments/${instrumentId}/versions/${number}/text-items?done=${done}`, 303);
  }
  const issues = saved.ok && !saved.result.ok ? saved.result.issues : [];
  const formErrors = [saved.ok ? 'text-item-refused' : saved.reason];
  return data(
    { result: submission.reply({ formErrors }), issues },
    { status: saved.ok ? 400 : 409 },
  );
}

export default function TextItemsPage() {
  const { title, address, document, baseHash, item } = useLoaderData<typeof loader>();
  const { t } = useTranslation('instruments');
  const reply = useActionData<typeof action>();
  return (
    <>
      <VersionHeader
        title={title}
        subtitle={t('textItem.subtitle')}
        address={address}
        instrument={document.title}
      />
      <DoneNotice
        words={{ saved: t('textItem.done.saved'), removed: t('textItem.done.removed') }}
      />
      {reply && reply.issues.length > 0 ? <InstrumentIssues issues={reply.issues} /> : null}
      <TextItemList document={document} baseHash={baseHash} />
      <TextItemForm
        key={`${item?.id ?? ''} ${baseHash}`}
        document={document}
        baseHash={baseHash}
        item={item}
        result={reply?.result ?? null}
      />
    </>
  );
}
