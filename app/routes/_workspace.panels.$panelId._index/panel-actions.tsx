import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonTone } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { getPanelOverview } from '../../services/panels/get-panel-overview.server.ts';

type Panel = Awaited<ReturnType<typeof getPanelOverview>>['panel'];
type Intent = 'open' | 'close' | 'delete' | 'publish' | 'withdraw';

function ActionForm(props: { intent: Intent; panel: Panel; tone: ButtonTone; label: string }) {
  const { intent, panel, tone, label } = props;
  return (
    <Form method="post">
      <TokenField />
      <input type="hidden" name="revision" value={panel.revision} readOnly />
      <Button tone={tone} name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
}

/** What can be done with the panel now; what cannot be undone is asked once more. */
export function PanelActions({ panel, isReady }: { panel: Panel; isReady: boolean }) {
  const { t } = useTranslation('panels');
  const isDraft = panel.state === 'draft';
  const isPublic = panel.outcomesPublishedOn !== null;
  const confirmed = (intent: 'open' | 'close' | 'delete' | 'publish', tone: ButtonTone) => (
    <ConfirmDetails summary={t(`do.${intent}`)} consequence={t(`do.${intent}Text`)}>
      <ActionForm {...{ intent, panel, tone }} label={t(`do.${intent}`)} />
    </ConfirmDetails>
  );
  return (
    <section className="stack" aria-labelledby="actions">
      <h2 id="actions">{t('do.title')}</h2>
      {isDraft && isReady ? confirmed('open', 'primary') : null}
      {!isDraft && !isPublic ? confirmed('publish', 'primary') : null}
      {isPublic ? (
        <ActionForm intent="withdraw" panel={panel} tone="secondary" label={t('do.withdraw')} />
      ) : null}
      {panel.state === 'open' ? confirmed('close', 'danger') : null}
      {isDraft ? confirmed('delete', 'danger') : null}
    </section>
  );
}
