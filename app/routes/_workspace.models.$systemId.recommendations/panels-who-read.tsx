import type { SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getRecommendations } from '../../services/register/get-recommendations.server.ts';

type Panels = NonNullable<Awaited<ReturnType<typeof getRecommendations>>['panels']>;

interface PanelsWhoReadProps {
  panels: Panels;
  mayManage: boolean;
  result: SubmissionResult | null;
}

/** Which panels of patients and public read these recommendations, and since when. */
export function PanelsWhoRead({ panels, mayManage, result }: PanelsWhoReadProps) {
  const { readBy, others } = panels;
  const { t } = useTranslation('models');
  const { text } = useLocal();
  return (
    <section className="card" aria-labelledby="panels">
      <h2 id="panels">{t('readers.title')}</h2>
      <p className="muted">{t('readers.what')}</p>
      {readBy.length === 0 ? (
        <p>{t('readers.none')}</p>
      ) : (
        <ReaderTable readBy={readBy} mayManage={mayManage} />
      )}
      {mayManage && others.length === 0 ? <p className="muted">{t('readers.noOther')}</p> : null}
      {mayManage && others.length > 0 ? (
        <RecordForm
          id="show"
          hidden={{ intent: 'show' }}
          result={result?.initialValue?.['intent'] === 'show' ? result : null}
          submit={t('readers.show')}
          fields={[
            {
              as: 'select',
              name: 'panelId',
              label: t('readers.panel'),
              options: others.map(({ id, title }) => ({ value: id, label: text(title) })),
            },
          ]}
        />
      ) : null}
    </section>
  );
}

function ReaderTable({ readBy, mayManage }: { readBy: Panels['readBy']; mayManage: boolean }) {
  const { t } = useTranslation('models');
  const { text, date } = useLocal();
  return (
    <DataTable
      id="readers"
      caption={t('readers.caption')}
      columns={[
        { key: 'panel', label: t('readers.panel') },
        { key: 'since', label: t('readers.since') },
        ...(mayManage ? [{ key: 'hide', label: t('action') }] : []),
      ]}
      rows={readBy.map(({ id, title, shownOn, by }) => ({
        key: id,
        cells: {
          panel: <bdi>{text(title)}</bdi>,
          since: t('period.by', { day: date(shownOn), by: by ?? t('none') }),
          hide: mayManage ? (
            <Form method="post" className="inline">
              <TokenField />
              <input type="hidden" name="intent" value="hide" />
              <Button tone="secondary" name="panelId" value={id}>
                {t('readers.hide')}
                <span className="visually-hidden">: {text(title)}</span>
              </Button>
            </Form>
          ) : null,
        },
      }))}
    />
  );
}
