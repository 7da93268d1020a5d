import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { toLanguage } from '../../i18n/locales.ts';
import type { CodebookPage } from '../../services/themes/get-codebook-page.server.ts';

type Code = CodebookPage['codes'][number];

interface ChangeProps {
  code: Code;
  version: number;
}

function Change(props: ChangeProps & { intent: string; children?: ReactNode; button: string }) {
  const { code, version, intent, children, button } = props;
  const { t } = useTranslation('themes');
  return (
    <Form method="post" noValidate className="stack">
      <TokenField />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="codeId" value={code.id} />
      {children}
      <TextField
        id={`${intent}-${code.id}-reason`}
        name="reason"
        label={t('codebook.reason')}
        required
        maxLength={500}
      />
      <div>
        <Button name="intent" value={intent} tone="secondary">
          {button}
        </Button>
      </div>
    </Form>
  );
}

export function NameFields({ id, code }: { id: string; code?: Code }) {
  const { t } = useTranslation('themes');
  return (
    <>
      <TextField
        id={`${id}-name`}
        name="name"
        label={t('codebook.name')}
        defaultValue={code?.name}
        required
        maxLength={80}
        autoComplete="off"
      />
      <TextField
        id={`${id}-description`}
        name="description"
        label={t('codebook.description')}
        optionalLabel={t('optional')}
        defaultValue={code?.description}
        maxLength={500}
        autoComplete="off"
      />
    </>
  );
}

/** Everything that can be done to one code, folded away until it is wanted. */
export function ChangeForms({
  code,
  codes,
  home,
  version,
}: ChangeProps & { codes: readonly Code[]; home: string }) {
  const { t } = useTranslation('themes');
  const others = codes.filter(
    ({ id, mergedInto, retired }) => id !== code.id && mergedInto === null && !retired,
  );
  if (code.mergedInto !== null) {
    return <Change code={code} version={version} intent="unmerge" button={t('codebook.unmerge')} />;
  }
  if (code.retired) {
    return <Change code={code} version={version} intent="restore" button={t('codebook.restore')} />;
  }
  return (
    <details>
      <summary>{t('codebook.change')}</summary>
      <div className="side-by-side">
        <Change code={code} version={version} intent="rename" button={t('codebook.rename')}>
          <NameFields id={`rename-${code.id}`} code={code} />
        </Change>
        {others.length > 0 ? (
          <Change code={code} version={version} intent="merge" button={t('codebook.merge')}>
            <SelectField
              id={`into-${code.id}`}
              name="into"
              label={t('codebook.into')}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Change>
        ) : null}
        <Change code={code} version={version} intent="retire" button={t('codebook.retire')} />
        {code.texts > 0 ? (
          <p>
            <Link to={`${home}/codebook?split=${code.id}#split`}>{t('codebook.split')}</Link>
          </p>
        ) : null}
      </div>
    </details>
  );
}

interface SplitFormProps extends ChangeProps {
  words: NonNullable<CodebookPage['split']>['words'];
}

/** Which words go to the new code is chosen one by one. */
export function SplitForm({ code, version, words }: SplitFormProps) {
  const { t } = useTranslation('themes');
  return (
    <section id="split" className="stack card" aria-labelledby="split-title">
      <h3 id="split-title">{t('codebook.splitTitle', { name: code.name })}</h3>
      <Change code={code} version={version} intent="split" button={t('codebook.splitButton')}>
        <NameFields id="split" />
        <fieldset className="stack">
          <legend>{t('codebook.splitWords')}</legend>
          {words.map(({ id, text, language }) => (
            <label key={id}>
              <input type="checkbox" name="assignments" value={id} />{' '}
              <span lang={language} dir={directionOf(toLanguage(language))}>
                {text}
              </span>
            </label>
          ))}
        </fieldset>
      </Change>
    </section>
  );
}
