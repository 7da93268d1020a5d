import { expect, it } from 'vitest';
import { DataTable } from '#app/components/data-table.tsx';
import { EmailText } from '#app/components/email-text.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { renderInRouter } from './support/render-in-router.tsx';

it('a title, a breadcrumb and the name of a row keep their own direction', () => {
  const breadcrumbs = [{ label: 'Studies (all)', href: '/studies' }];
  const header = renderInRouter(<PageHeader title="Ready?" breadcrumbs={breadcrumbs} />);
  expect(header).toMatch(/<h1><bdi>Ready\?<\/bdi><\/h1>/);
  expect(header).toMatch(/<bdi><a [^>]*>Studies \(all\)<\/a><\/bdi>/);
  const columns = [
    { key: 'name', label: 'Name' },
    { key: 'wave', label: 'Wave' },
  ];
  const rows = [{ key: 'a', cells: { name: 'Ready?', wave: '2026-09' } }];
  const table = renderInRouter(<DataTable id="t" caption="c" columns={columns} rows={rows} />);
  expect(table).toContain('<bdi>Ready?</bdi>');
});

it('an e-mail address breaks before its marks', () => {
  expect(renderInRouter(<EmailText address="lay-member@riverside.example" />)).toBe(
    '<span dir="ltr">lay-member<wbr/>@riverside<wbr/>.example</span>',
  );
});
