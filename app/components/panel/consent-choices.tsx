import { useTranslation } from 'react-i18next';
import type { ConsentPurpose } from '#db/schema/panel.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { FieldError } from '../field-error.tsx';
import { useLocal } from '../use-local.ts';

interface ConsentChoicesProps {
  purposes: readonly { purpose: ConsentPurpose; text: LocalText }[];
  granted: readonly ConsentPurpose[];
  error?: string | undefined;
}

/** Each by itself; none follows from another one. */
export function ConsentChoices({ purposes, granted, error }: ConsentChoicesProps) {
  const { t } = useTranslation('panel');
  const { text } = useLocal();
  return (
    <fieldset className={error === undefined ? 'choices' : 'choices field-wrong'}>
      <legend>{t('consent.legend')}</legend>
      <p className="field-hint">{t('consent.each')}</p>
      <FieldError id="consents" error={error} />
      <div className="choice-rows">
        {purposes.map((each, index) => (
          <label key={each.purpose} className="choice">
            <input
              type="checkbox"
              id={index === 0 ? 'consents' : `consents-${index + 1}`}
              name="consents"
              value={each.purpose}
              defaultChecked={granted.includes(each.purpose)}
            />
            <span className="choice-text">
              {text(each.text)}
              <span className="choice-hint">{t(`consent.purpose.${each.purpose}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
