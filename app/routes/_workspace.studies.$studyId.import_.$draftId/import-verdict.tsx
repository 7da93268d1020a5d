import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ImportView } from '../../services/imports/present-import.ts';

function Decision({ count }: { count: number }) {
  const { t } = useTranslation('results');
  return (
    <Form method="post" className="inline">
      <TokenField />
      {count > 0 ? (
        <Button name="intent" value="confirm">
          {t('import.confirm', { count })}
        </Button>
      ) : null}
      <Button tone="secondary" name="intent" value="discard">
        {t('import.discard')}
      </Button>
    </Form>
  );
}

/** What would happen now: the file is taken as a whole or not at all. */
export function ImportVerdict({ view }: { view: ImportView }) {
  const { t } = useTranslation('results');
  const { number } = useLocal();
  const { rows, accepted, rejected } = view.counts;
  const isReady = rejected === 0 && accepted > 0;
  return (
    <div id="verdict" className="stack">
      <Facts
        items={[
          { term: t('import.facts.rows'), value: number(rows) },
          { term: t('import.facts.accepted'), value: number(accepted) },
          { term: t('import.facts.rejected'), value: number(rejected) },
          {
            term: t('import.facts.delimiter'),
            value: t(`import.delimiter.${view.delimiter}`),
          },
        ]}
      />
      <Notice
        tone={isReady ? 'good' : 'information'}
        title={t(isReady ? 'import.ready' : 'import.notReady')}
      >
        <p>{isReady ? t('import.readyText', { count: accepted }) : t('import.notReadyText')}</p>
        {view.missingPlaces.map((place) => (
          <p key={place}>
            <a href={`#fixed-${place}`}>{t(`import.missing.${place}`)}</a>
          </p>
        ))}
        <Decision count={isReady ? accepted : 0} />
      </Notice>
    </div>
  );
}
