import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { getRound } from '../../services/panels/get-round.server.ts';

type Round = Awaited<ReturnType<typeof getRound>>['round'];

interface RoundActionsProps {
  round: Round;
  home: string;
  result: SubmissionResult | null;
}

function MoveForm({ round, result }: Omit<RoundActionsProps, 'home'>) {
  const { t } = useTranslation('panels');
  const say = useSay();
  const [form, fields] = useForm<{ closesOn: string }>({
    id: 'move',
    lastResult: result,
    defaultValue: { closesOn: round.closesOn ?? '' },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <TokenField />
      <input type="hidden" name="revision" value={round.revision} readOnly />
      <TextField {...fieldProps(fields.closesOn, say)} type="date" label={t('round.closesOn')} />
      <Button tone="secondary" name="intent" value="move">
        {t('round.move')}
      </Button>
    </Form>
  );
}

/** What can be done with the round now. */
export function RoundActions({ round, home, result }: RoundActionsProps) {
  const { t } = useTranslation('panels');
  if (round.state === 'closed') return null;
  return (
    <section className="stack" aria-labelledby="actions">
      <h3 id="actions">{t('do.title')}</h3>
      {round.state === 'draft' ? (
        <>
          <p className="actions">
            <LinkButton to={`${home}/ask`} tone="primary">
              {t('ask.open')}
            </LinkButton>
            <LinkButton to={`${home}/edit`}>{t('round.edit')}</LinkButton>
          </p>
          <ConfirmDetails summary={t('round.delete')} consequence={t('round.deleteText')}>
            <Form method="post">
              <TokenField />
              <Button tone="danger" name="intent" value="delete">
                {t('round.delete')}
              </Button>
            </Form>
          </ConfirmDetails>
        </>
      ) : (
        <>
          <p className="actions">
            <LinkButton to={`${home}/ask`}>{t('ask.more')}</LinkButton>
            <LinkButton to={`${home}/close`}>{t('close.title')}</LinkButton>
          </p>
          <MoveForm round={round} result={result} />
        </>
      )}
    </section>
  );
}
