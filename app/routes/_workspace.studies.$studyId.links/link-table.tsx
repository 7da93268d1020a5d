import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getLinks } from '../../services/invitations/get-links.server.ts';

export type LinksPage = Awaited<ReturnType<typeof getLinks>>;

/** Each link with its posters, one for every language it is open in. */
export function LinkTable({ page }: { page: LinksPage }) {
  const { t } = useTranslation('studies');
  const { nameOf } = useLocal();
  const { frame, links, languages, publicUrl, mayManage } = page;
  const columns = [
    { key: 'site', label: t('links.site') },
    { key: 'language', label: t('links.language') },
    { key: 'address', label: t('links.address') },
    ...(frame.state === 'closed' ? [] : [{ key: 'posters', label: t('links.posters') }]),
    ...(mayManage ? [{ key: 'remove', label: t('links.remove') }] : []),
  ];
  return (
    <DataTable
      id="links"
      caption={t('links.caption')}
      captionHidden
      columns={columns}
      rows={links.map((link) => ({
        key: link.id,
        cells: {
          site: link.siteName ?? t('links.allSites'),
          language: link.language ? nameOf(link.language) : t('links.allLanguages'),
          address: (
            <a href={`${publicUrl}/s/${link.code}`} dir="ltr">
              {`${publicUrl}/s/${link.code}`}
            </a>
          ),
          posters: (
            <ul className="inline-list">
              {(link.language ? [link.language] : languages).map((language) => (
                <li key={language}>
                  <a href={`/s/${link.code}/poster?lang=${language}`}>{nameOf(language)}</a>
                </li>
              ))}
            </ul>
          ),
          remove: (
            <ConfirmDetails summary={t('links.remove')} consequence={t('links.removeText')}>
              <Form method="post">
                <TokenField />
                <input type="hidden" name="linkId" value={link.id} />
                <Button tone="danger" name="intent" value="remove">
                  {t('links.removeCode', { code: link.code })}
                </Button>
              </Form>
            </ConfirmDetails>
          ),
        },
      }))}
    />
  );
}
