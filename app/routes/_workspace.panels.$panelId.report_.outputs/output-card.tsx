import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf, type LocalText } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { toLanguage } from '../../i18n/locales.ts';

interface OutputCardProps {
  output: { id: string; title: LocalText; publishedOn: string | null; thanks: LocalText };
  mayChange: boolean;
}

/** An output with its acknowledgement in each language: as it stands now, or as it was frozen. */
export function OutputCard({ output, mayChange }: OutputCardProps) {
  const { t } = useTranslation('outcomes');
  const { text, date, nameOf } = useLocal();
  const { id, publishedOn } = output;
  return (
    <article className="report-item stack">
      <h3 dir="auto">{text(output.title)}</h3>
      <p className="muted">
        {publishedOn === null
          ? t('output.open')
          : t('output.published', { date: date(publishedOn) })}
      </p>
      <h4>{t('output.thanks')}</h4>
      <dl className="facts">
        {Object.entries(output.thanks).map(([tag, words]) => (
          <div key={tag}>
            <dt>{nameOf(tag)}</dt>
            <dd lang={tag} dir={directionOf(toLanguage(tag))}>
              {words}
            </dd>
          </div>
        ))}
      </dl>
      {mayChange && publishedOn === null ? (
        <>
          <ConfirmDetails summary={t('output.publish')} consequence={t('output.publishText')}>
            <Form method="post">
              <TokenField />
              <input type="hidden" name="outputId" value={id} />
              <Button name="intent" value="publish">
                {t('output.publish')}
              </Button>
            </Form>
          </ConfirmDetails>
          <ConfirmDetails summary={t('output.remove')} consequence={t('output.removeText')}>
            <Form method="post">
              <TokenField />
              <input type="hidden" name="outputId" value={id} />
              <Button tone="danger" name="intent" value="remove">
                {t('output.remove')}
              </Button>
            </Form>
          </ConfirmDetails>
        </>
      ) : null}
    </article>
  );
}
