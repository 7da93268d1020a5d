import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useSay } from '../../components/use-say.ts';
import type { getDraws } from '../../services/recruitment/get-draws.server.ts';

export type DrawsPage = Awaited<ReturnType<typeof getDraws>>;
type Values = {
  seed: string;
  seats: string;
  quotas: { stratumId: string; band: string; fewest: string; most: string }[];
};

/** Seats, quotas and a seed that was made before anybody drew. */
export function DrawForm({
  page,
  result,
}: {
  page: DrawsPage;
  result: SubmissionResult | undefined;
}) {
  const { t } = useTranslation(['recruitment', 'common']);
  const { text } = useLocal();
  const say = useSay();
  const rows = page.strata.flatMap(({ id, question, bands }) =>
    [...bands, { id: 'not-said', label: null }].map((band) => ({
      ...{ stratumId: id, question: text(question), band: band.id },
      label: band.label === null ? t('recruitment:gap.notSaid') : text(band.label),
    })),
  );
  const [form, fields] = useForm<Values>({
    id: 'draw',
    lastResult: result ?? null,
    defaultValue: {
      seed: page.seed,
      quotas: rows.map(({ stratumId, band }) => ({ stratumId, band, fewest: '', most: '' })),
    },
  });
  const quotas = fields.quotas.getFieldList();
  const bounds = quotas.flatMap((quota) => {
    const { fewest, most } = quota.getFieldset();
    return [fewest, most];
  });
  const groups = page.strata.map(({ id, question }) => ({ id, question: text(question) }));
  return (
    <section className="card stack" aria-labelledby="new-draw">
      <h3 id="new-draw">{t('recruitment:draws.newTitle')}</h3>
      <Form method="post" id={form.id} noValidate className="wide">
        <ErrorSummary
          title={t('common:errorSummary')}
          errors={errorLinks([fields.seats, ...bounds, fields.seed], say)}
        />
        <TokenField />
        <TextField
          {...fieldProps(fields.seats, say)}
          label={t('recruitment:draws.seats')}
          hint={t('recruitment:draws.seatsHint', { minimum: page.minimum })}
          inputMode="numeric"
          autoComplete="off"
        />
        {groups.map((group) => (
          <fieldset key={group.id} className="stack">
            <legend>
              <bdi>{group.question}</bdi>
            </legend>
            <p className="hint">{t('recruitment:draws.quotaHint')}</p>
            {quotas.map((quota, index) => {
              const row = rows[index];
              if (row?.stratumId !== group.id) return null;
              const own = quota.getFieldset();
              return (
                <div key={quota.key} className="form-row">
                  <input type="hidden" name={own.stratumId.name} value={row.stratumId} />
                  <input type="hidden" name={own.band.name} value={row.band} />
                  <TextField
                    {...fieldProps(own.fewest, say)}
                    label={t('recruitment:draws.fewest', { band: row.label })}
                    inputMode="numeric"
                    autoComplete="off"
                  />
                  <TextField
                    {...fieldProps(own.most, say)}
                    label={t('recruitment:draws.most', { band: row.label })}
                    inputMode="numeric"
                    autoComplete="off"
                  />
                </div>
              );
            })}
          </fieldset>
        ))}
        <TextField
          {...fieldProps(fields.seed, say)}
          label={t('recruitment:draws.seed')}
          hint={t('recruitment:draws.seedHint')}
          autoComplete="off"
          dir="ltr"
        />
        <ConfirmDetails
          summary={t('recruitment:draws.draw')}
          consequence={t('recruitment:draws.drawText')}
        >
          <Button name="intent" value="draw">
            {t('recruitment:draws.drawNow')}
          </Button>
        </ConfirmDetails>
      </Form>
    </section>
  );
}
