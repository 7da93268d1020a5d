import { consumeLink, findByLink } from '#db/queries/personal-link.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { isWholeToken, tokenHash } from '../../secrets.server.ts';
import type { PanelPass } from './require-panel-person.server.ts';

/** Whose link it is. Nothing is consumed: scanners of mail open links, too. */
export async function readPersonalLink(token: string) {
  const linkHash = tokenHash(token);
  const member = await withActor({ kind: 'public', key: linkHash }, (tx) =>
    findByLink(tx, { linkHash }),
  );
  if (member && member.state !== 'left') return member;
  throw isWholeToken(token)
    ? new ServiceError('gone', 'panel-link-gone')
    : new ServiceError('not-found', 'panel-link-unknown');
}

/** Uses the link up; answers with the pass of this browser, or with nothing when it was used before. */
export async function openPersonalLink(
  token: string,
): Promise<{ pass: PanelPass; language: string } | null> {
  const { organisationId } = await readPersonalLink(token);
  const linkHash = tokenHash(token);
  const opened = await withActor({ kind: 'system', organisationId }, (tx) =>
    consumeLink(tx, { organisationId, linkHash }),
  );
  if (!opened) return null;
  const { panelId, memberId, linkNumber, language } = opened;
  return { pass: { organisationId, panelId, memberId, linkNumber }, language };
}
