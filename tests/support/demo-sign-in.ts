import type { MemberRole } from '#db/schema/membership.ts';
import { createClient, type Client } from './http-client.ts';
import type { ServerProcess } from './server-process.ts';

/** A browser without script in which somebody of the demo organisation is signed in. */
export async function signInToDemo(
  server: ServerProcess,
  role: MemberRole,
  jar = new Map<string, string>(),
): Promise<Client> {
  const password = /password: (\S+)/.exec(server.output())?.[1] ?? '';
  const client = createClient(server.url, jar);
  const fields = new URLSearchParams({ email: `${role}@riverside.example`, password });
  const reply = await client.post('/sign-in', fields.toString());
  if (reply.status !== 302 && reply.status !== 303) throw new Error(`sign-in: ${reply.status}`);
  return client;
}

export async function demoStudyId(client: Client): Promise<string> {
  const { body } = await client.get('/studies');
  const found = /\/studies\/([0-9a-f]{8}-[0-9a-f-]{27})/.exec(body)?.[1];
  if (!found) throw new Error('the demo study is not listed');
  return found;
}
