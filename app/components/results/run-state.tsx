import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RunFacts } from '../../services/results/present-frame.ts';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { TokenField } from '../token-field.tsx';
import { useRenewal } from './use-renewal.ts';

type RunStateProps = {
  run: RunFacts;
  /** Where cancelling and starting again are posted to. */
  action: string;
  /** Where the reader comes back to. */
  backTo: string;
};

function RunForm(props: {
  run: RunFacts;
  action: string;
  backTo: string;
  intent: 'cancel' | 'again';
}) {
  const { t } = useTranslation('results');
  const { run, action, backTo, intent } = props;
  return (
    <Form method="post" action={action} className="inline">
      <TokenField />
      <input type="hidden" name="run" value={run.id} />
      <input type="hidden" name="to" value={backTo} />
      <Button tone="secondary" name="intent" value={intent}>
        {t(`run.${intent}`)}
      </Button>
    </Form>
  );
}

/** Nothing when the result is there; otherwise how far the computation is, and a way to stop it. */
export function RunState({ run, action, backTo }: RunStateProps) {
  const { t } = useTranslation('results');
  const isUnderWay = run.state === 'queued' || run.state === 'running';
  useRenewal(isUnderWay);
  if (run.state === 'done') return null;
  if (!isUnderWay) {
    const isFailed = run.state === 'failed';
    return (
      <Notice
        tone={isFailed ? 'concern' : 'information'}
        title={t(isFailed ? 'run.failed' : 'run.cancelled')}
      >
        <p>{t(isFailed ? 'run.failedText' : 'run.cancelledText')}</p>
        {run.mayCompute ? (
          <RunForm run={run} action={action} backTo={backTo} intent="again" />
        ) : null}
      </Notice>
    );
  }
  return (
    <Notice title={t('run.title')} live>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <p>{run.state === 'queued' ? t('run.queued') : t('run.running', { percent: run.percent })}</p>
      {run.computedOn === null ? null : <p>{t('run.old', { date: run.computedOn })}</p>}
      {run.mayCompute ? (
        <RunForm run={run} action={action} backTo={backTo} intent="cancel" />
      ) : null}
    </Notice>
  );
}
