import { useTranslation } from 'react-i18next';
import { factSentence } from '../../services/outcomes/fact-sentence.ts';
import { voteFacts } from '../../services/outcomes/vote-facts.ts';
import type { VotedStatement } from '../../services/panels/read-votes.server.ts';
import { useLocal } from '../use-local.ts';

/** What people of a panel think of the statements of a round that is over. */
export function VoteSentences({ votes }: { votes: readonly VotedStatement[] }) {
  const { t } = useTranslation('outcomes');
  const { language } = useLocal();
  if (votes.length === 0) return null;
  return (
    <>
      <h4>{t('votes')}</h4>
      <ul>
        {voteFacts(votes).map((fact, index) => (
          <li key={votes[index]?.statementId} dir="auto">
            {factSentence(t, language, fact)}
          </li>
        ))}
      </ul>
    </>
  );
}
