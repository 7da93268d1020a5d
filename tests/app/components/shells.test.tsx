import { describe, expect, it } from 'vitest';

import { Breadcrumbs } from '#app/components/breadcrumbs.tsx';
import { LanguageLinks } from '#app/components/language-links.tsx';
import { RespondentShell } from '#app/components/respondent-shell.tsx';
import { TabsNav } from '#app/components/tabs-nav.tsx';
import { tones } from '#app/components/status-icon.tsx';
import { Tag } from '#app/components/tag.tsx';
import { WorkspaceShell } from '#app/components/workspace-shell.tsx';

import { attributesOf, plainText, textsOf } from './support/markup.ts';
import { renderInRouter } from './support/render-in-router.tsx';

const languages = [
  { lang: 'en', dir: 'ltr', label: 'English', href: '/s/x?lang=en', current: true },
  { lang: 'ar', dir: 'rtl', label: 'العربية', href: '/s/x?lang=ar' },
] as const;

describe('the workspace shell', () => {
  const markup = renderInRouter(
    <WorkspaceShell
      brand="Attune"
      brandHref="/"
      skipLabel="Skip to content"
      navigationLabel="Main"
      menuLabel="Menu"
      items={[
        { label: 'Studies', href: '/studies', current: true, count: 2, countLabel: 'drafts' },
        { label: 'Board', href: '/board', count: 0 },
      ]}
      userMenu={<p>Board chair</p>}
    >
      <h1>Studies</h1>
    </WorkspaceShell>,
  );

  it('skips to its main part first', () => {
    expect(attributesOf(markup, 'a', 'href')[0]).toBe('#main');
    expect(attributesOf(markup, 'main', 'id')).toEqual(['main']);
  });

  it('offers the navigation beside the page and folded, the person once', () => {
    expect(textsOf(markup, 'nav')).toHaveLength(2);
    expect(textsOf(markup, 'summary')).toEqual(['Menu']);
    expect(markup.match(/Board chair/gu)).toHaveLength(1);
  });

  it('says where one is and what waits, and is silent about nothing', () => {
    const [first = ''] = textsOf(markup, 'nav');
    expect(first).toBe('Studies2 draftsBoard');
    expect(attributesOf(markup, 'a', 'aria-current')).toEqual(['page', 'page']);
  });
});

describe('the respondent shell', () => {
  it('has one header, main part and footer, and a skip link', () => {
    const markup = renderInRouter(
      <RespondentShell organisation="Riverside" skipLabel="Skip" footer={<p>Anonymous</p>}>
        <h1>Page</h1>
      </RespondentShell>,
    );
    for (const tag of ['header', 'main', 'footer']) expect(textsOf(markup, tag)).toHaveLength(1);
    expect(attributesOf(markup, 'a', 'href')).toEqual(['#main']);
  });
});

describe.each([true, false])('language links, folded: %s', (folded) => {
  const markup = renderInRouter(
    <LanguageLinks label="Language" items={languages} folded={folded} />,
  );

  it('are written in their own language and direction', () => {
    expect(attributesOf(markup, 'a', 'lang')).toEqual(['en', 'ar']);
    expect(attributesOf(markup, 'span', 'dir')).toEqual(['ltr', 'rtl']);
    expect(attributesOf(markup, 'a', 'aria-current')).toEqual(['true']);
  });

  it('say the current language on the fold', () => {
    expect(textsOf(markup, 'summary')).toEqual(folded ? ['Language: English'] : []);
  });
});

it('marks the current tab and leaves breadcrumbs without an address as text', () => {
  const tabs = renderInRouter(
    <TabsNav
      label="Results"
      items={[
        { label: 'Items', href: '/items', current: true },
        { label: 'Sites', href: '/sites' },
      ]}
    />,
  );
  expect(attributesOf(tabs, 'a', 'aria-current')).toEqual(['page']);
  const crumbs = renderInRouter(
    <Breadcrumbs label="Where" items={[{ label: 'Studies', href: '/studies' }, { label: 'X' }]} />,
  );
  expect(textsOf(crumbs, 'a')).toEqual(['Studies']);
  expect(textsOf(crumbs, 'li')).toEqual(['Studies', 'X']);
});

it('gives each status a word and a shape of its own', () => {
  const tags = tones.map((tone) => renderInRouter(<Tag tone={tone} text="status" />));
  expect(tags.map(plainText)).toEqual(tones.map(() => 'status'));
  const shapes = tags.map((tag) => tag.replace(/.*?<svg[^>]*>(.*)<\/svg>.*/u, '$1'));
  expect(new Set(shapes).size).toBe(tones.length);
});
