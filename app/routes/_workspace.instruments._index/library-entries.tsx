import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { listInstruments } from '../../services/instruments/list-instruments.server.ts';

type Entries = Awaited<ReturnType<typeof listInstruments>>['library'];

export function LibraryEntries(props: { entries: Entries; mayAdopt: boolean }) {
  const { t } = useTranslation('instruments');
  const { text, languages } = useLocal();
  return (
    <section className="stack" aria-labelledby="library">
      <h2 id="library">{t('library.title')}</h2>
      <p className="muted">{t('library.text')}</p>
      <div className="grid">
        {props.entries.map((entry) => (
          <article key={entry.slug} className="card">
            <h2>{text(entry.title)}</h2>
            <p>{text(entry.description)}</p>
            <p className="muted">
              {t('library.facts', {
                count: entry.items,
                languages: languages(entry.languages),
                licence: entry.licence,
              })}
            </p>
            {props.mayAdopt ? (
              <Form method="post">
                <TokenField />
                <Button name="slug" value={entry.slug}>
                  {t('library.adopt')}
                </Button>
              </Form>
            ) : null}
          </article>
        ))}
      </div>
    </section>
  );
}
