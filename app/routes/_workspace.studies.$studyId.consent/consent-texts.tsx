import { directionOf } from '#surveys/model/languages.ts';
import { useLocal } from '../../components/use-local.ts';
import type { getConsent } from '../../services/studies/get-consent.server.ts';

type Texts = Awaited<ReturnType<typeof getConsent>>['texts'];

/** As respondents read it. */
export function ConsentTexts({ texts }: { texts: Texts }) {
  const { nameOf } = useLocal();
  return (
    <dl className="definitions">
      {texts
        .filter(({ isSaved }) => isSaved)
        .map(({ language, text }) => (
          <div key={language}>
            <dt>{nameOf(language)}</dt>
            <dd lang={language} dir={directionOf(language)}>
              {text}
            </dd>
          </div>
        ))}
    </dl>
  );
}
