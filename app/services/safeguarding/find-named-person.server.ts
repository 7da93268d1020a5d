import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase } from '../../database.server.ts';
import type { Panel } from '../panels/read-panel.server.ts';

type Routed = Pick<Panel, 'safeguardingUserId' | 'safeguardingWithinHours'>;

/**
 * To whom concerns of a panel go, and within how many hours they look; null: nobody is named. Accounts
 * lie outside a transaction's reach, so it is asked before one begins.
 */
export async function findNamedPerson(panel: Routed) {
  if (panel.safeguardingUserId === null) return null;
  const [named] = await listUsers(getDatabase(), { ids: [panel.safeguardingUserId] });
  if (!named) return null;
  const { name, email, language } = named;
  return { name, email, language, hours: panel.safeguardingWithinHours };
}

export type NamedPerson = NonNullable<Awaited<ReturnType<typeof findNamedPerson>>>;
