import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ContributionState } from '#db/schema/contribution.ts';
import { directionOf } from '#surveys/model/languages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useWriterName } from '../../components/use-writer-name.ts';
import { toLanguage } from '../../i18n/locales.ts';
import type { listContributionsOf } from '../../services/contributions/list-contributions.server.ts';

type Rows = Awaited<ReturnType<typeof listContributionsOf>>['contributions'];

const shownCharacters = 160;

/** The beginning of a text, between whole words. */
function beginning(text: string): string {
  if (text.length <= shownCharacters) return text;
  return `${text.slice(0, shownCharacters).replace(/\S*$/u, '').trimEnd()} …`;
}

interface ContributionTableProps {
  home: string;
  state: ContributionState;
  contributions: Rows;
}

export function ContributionTable({ home, state, contributions }: ContributionTableProps) {
  const { t } = useTranslation('moderation');
  const nameWriter = useWriterName();
  const { number, date, nameOf, text } = useLocal();
  const words = (one: Rows[number]) => {
    if (one.text === null) return t(one.state === 'withdrawn' ? 'list.noWords' : 'list.notYetRead');
    return (
      <span lang={one.language} dir={directionOf(toLanguage(one.language))}>
        {beginning(one.text)}
      </span>
    );
  };
  return (
    <DataTable
      id="contributions"
      caption={t('list.caption', { state: t(`state.${state}`) })}
      captionHidden
      columns={[
        { key: 'who', label: t('list.who') },
        { key: 'prompt', label: t('list.prompt') },
        { key: 'words', label: t('list.words') },
        { key: 'language', label: t('list.language') },
        { key: 'mode', label: t('list.mode') },
        { key: 'sent', label: t('list.sent') },
      ]}
      rows={contributions.map((one) => ({
        key: one.id,
        cells: {
          who: (
            <Link to={`${home}/contributions/${one.id}`}>
              {nameWriter(one.memberNumber)}, {t('round', { number: number(one.roundNumber) })}
            </Link>
          ),
          prompt: text(one.prompt),
          words: words(one),
          language: nameOf(one.language),
          mode: one.source === 'survey' ? t('mode.survey') : t(`mode.${one.mode}`),
          sent: one.source === 'survey' ? t('list.noDay') : date(one.sentOn),
        },
      }))}
    />
  );
}
