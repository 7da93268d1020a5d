import { I18nextProvider } from 'react-i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { AuditTable } from '#app/routes/_workspace.settings.audit/audit-table.tsx';
import { useAuditWords } from '#app/routes/_workspace.settings.audit/use-audit-words.ts';
import { auditActions, auditMachines } from '#app/services/audit/audit-actions.ts';
import type { AuditEntry } from '#app/services/audit/list-audit.server.ts';
import { languages, type Language } from '#surveys/model/languages.ts';
import { plainText, textsOf } from './components/support/markup.ts';

const entry: AuditEntry = {
  number: 7,
  at: new Date('2026-03-01T10:00:00Z'),
  actor: 'someone',
  actorName: 'Ada',
  action: 'study.opened',
  subjectType: 'study',
  subjectId: 'subject-1',
  subject: 'Ward 5',
  detail: {
    number: 2,
    people: 12,
    rows: 34,
    months: 18,
    role: 'auditor',
    from: 'researcher',
    language: 'kk',
    reason: 'Asked for by the board',
  },
};

async function sentences(language: Language, entries: readonly AuditEntry[]): Promise<string[]> {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={await createI18n(language)}>
      <AuditTable entries={entries} />
    </I18nextProvider>,
  );
  return textsOf(markup, 'p')
    .slice(1)
    .filter((text) => !text.includes('Asked for by the board'));
}

const actions = Object.keys(auditActions);
const everyAction = actions.map((action, index) => ({ ...entry, action, number: index + 1 }));

function ActionLabels() {
  const words = useAuditWords();
  return actions.map((action) => <li key={action}>{words.action(action)}</li>);
}

describe.each(languages)('the audit trail in %s', (language) => {
  it('has a sentence of its own for every action', async () => {
    const said = await sentences(language, everyAction);
    expect(said).toHaveLength(actions.length);
    expect(new Set(said).size).toBe(actions.length);
    for (const sentence of said) expect(sentence).not.toMatch(/\{\{|audit\.did|…/u);
    if (language === 'en') return;
    const english = await sentences('en', everyAction);
    for (const [index, sentence] of said.entries()) expect(sentence).not.toBe(english[index]);
  });

  it('names machines, and says when it has no words for an action', async () => {
    const i18n = await createI18n(language);
    const markup = renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        <AuditTable
          entries={[...auditMachines, 'later-job'].map((actor, number) => ({
            ...entry,
            number,
            actor,
            actorName: null,
            action: 'thing.of-a-later-version',
          }))}
        />
      </I18nextProvider>,
    );
    const actors = textsOf(markup, 'td').filter((_cell, index) => index % 2 === 0);
    for (const machine of auditMachines) expect(actors).not.toContain(machine);
    expect(actors).toContain('later-job');
    expect(plainText(textsOf(markup, 'p').slice(1)[0] ?? '')).toContain('thing.of-a-later-version');
  });
});

it('leaves no holes where an invitation is gone, and shows no empty data', async () => {
  for (const language of languages) {
    const i18n = await createI18n(language);
    const gone = { ...entry, action: 'member.invited', subject: null };
    const [sentence] = await sentences(language, [gone]);
    expect(sentence).not.toContain(i18n.t('settings:audit.gone'));
  }
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={await createI18n('en')}>
      <AuditTable entries={[{ ...entry, detail: {} }]} />
    </I18nextProvider>,
  );
  expect(markup).not.toContain('{}');
});

it('offers actions by what they are, without parts that are open', async () => {
  for (const language of languages) {
    const markup = renderToStaticMarkup(
      <I18nextProvider i18n={await createI18n(language)}>
        <ActionLabels />
      </I18nextProvider>,
    );
    const labels = textsOf(markup, 'li');
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).not.toMatch(/[:：]\s*…\s*[.。]?$/u);
  }
});

it('skips recorded data that are not what a sentence expects', async () => {
  const [sentence] = await sentences('en', [
    { ...entry, action: 'wave.added', detail: { number: 'two' } },
  ]);
  expect(sentence).toBe('Wave … of the study “Ward 5” was planned.');
});
