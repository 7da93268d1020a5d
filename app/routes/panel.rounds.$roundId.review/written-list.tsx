import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { RoundPage } from '../../services/taking-part/get-round-page.server.ts';

/** What was written and not sent yet, prompt by prompt, with the way back to each. */
export function WrittenList({ round }: { round: RoundPage }) {
  const { t } = useTranslation('panel');
  const { text, number } = useLocal();
  return (
    <dl className="review">
      {round.prompts.map((prompt, index) => (
        <div key={prompt.id}>
          <dt>
            <bdi>{text(prompt.text)}</bdi>
          </dt>
          <dd className="written">
            {prompt.isSent && t('round.prompt.sent')}
            {!prompt.isSent && !prompt.isBegun && t('review.notWritten')}
            {!prompt.isSent && prompt.value !== null && <p>{number(prompt.value)}</p>}
            {!prompt.isSent && prompt.draft !== '' && (
              <p dir="auto" className="as-written">
                {prompt.draft}
              </p>
            )}
          </dd>
          {!prompt.isSent && (
            <dd>
              <a href={`/panel/rounds/${round.id}/prompts/${index + 1}`}>
                {t('review.change')}
                <span className="visually-hidden">: {text(prompt.text)}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
