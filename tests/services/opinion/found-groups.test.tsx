import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { FoundGroups } from '#app/routes/_workspace.panels.$panelId.rounds_.$roundId.opinion/found-groups.tsx';
import { renderInRouter } from '../../app/components/support/render-in-router.tsx';

async function told(isOfFew: boolean): Promise<string> {
  const none = { groups: [], agreed: [], disagreed: [], divisive: [], apart: [], stability: null };
  const opinion = { ...none, noGroups: 'votes-unrelated', isOfFew } as const;
  return renderInRouter(
    <I18nextProvider i18n={await createI18n('en')}>
      <FoundGroups opinion={opinion} statements={[]} minimum={5} />
    </I18nextProvider>,
  );
}

it('where votes show no pattern, few voters are no sign that there are no camps', async () => {
  expect(await told(false)).toContain('no camps were seen');
  expect(await told(true)).toContain('Too few people voted to tell');
  expect(await told(true)).not.toContain('no camps were seen');
});
