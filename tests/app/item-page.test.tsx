import { expect, it } from 'vitest';
import { LanguageLinks } from '#app/components/language-links.tsx';
import { ballotCookie } from '#app/http/cookies.server.ts';
import { action } from '#app/routes/s.$code.$page/route.tsx';
import { getItemPage } from '#app/services/answering/get-item-page.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { beginAndConsent, fieldStudy, wanted } from '../services/answering/fielded.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

describeOnDatabases('a page of statements', () => {
  it('saves what is ticked when another language is chosen, and stays', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    const code = fielded.openLink;
    const { pageId } = await getItemPage({ ballot, number: 1, wanted });
    const cookie = ballotCookie.set({ ...ballot, link: code, linking: '' }).split(';')[0] ?? '';
    const post = async (query: string) => {
      const response = await action({
        request: new Request(`http://localhost:3000/s/${code}/1${query}`, {
          method: 'POST',
          headers: { Cookie: cookie, Origin: 'http://localhost:3000' },
          body: new URLSearchParams({ page: pageId, 'answer.nai-1': '4', lang: 'ar' }),
        }),
        params: { code, page: '1' },
        context: {},
      });
      return response instanceof Response ? response.headers.get('Location') : null;
    };
    expect(await post('')).toBe(`/s/${code}/1?lang=ar`);
    expect(await post('?lang=zh&change')).toBe(`/s/${code}/1?lang=ar&change=`);
    const { items } = await getItemPage({ ballot, number: 1, wanted });
    expect(items.find(({ id }) => id === 'nai-1')?.value).toBe('4');
  });
});

it('offers the languages as buttons of the form, once there is one', () => {
  const items = [
    { lang: 'en', dir: 'ltr', label: 'English', href: '?lang=en', current: true },
    { lang: 'ar', dir: 'rtl', label: 'العربية', href: '?lang=ar' },
  ] as const;
  const markup = renderInRouter(<LanguageLinks label="Language" items={items} formId="answers" />);
  expect(markup).toMatch(/<button form="answers" name="lang" value="ar" lang="ar">/);
  expect(renderInRouter(<LanguageLinks label="Language" items={items} />)).not.toContain('<button');
});
