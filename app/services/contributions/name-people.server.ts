import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase } from '../../database.server.ts';

/** Names of users by their ids, for pages that say who did something. */
export async function namePeople(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const users = await listUsers(getDatabase(), { ids: known });
  return new Map(users.map(({ id, name }) => [id, name]));
}
