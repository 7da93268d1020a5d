import { auth } from '../../auth.server.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { sessionCookies } from './session-cookies.server.ts';

export async function changeName(headers: Headers, name: string): Promise<Headers> {
  return sessionCookies(
    await auth().api.updateUser({ body: { name: name.trim() }, headers, asResponse: true }),
  );
}

/** Every other session of the account ends. `null`: the current password is wrong. */
export async function changePassword(
  headers: Headers,
  userId: string,
  input: { current: string; next: string },
): Promise<Headers | null> {
  await takePoint('sign-in', `account/${userId}`);
  const response = await auth().api.changePassword({
    body: { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true },
    headers,
    asResponse: true,
  });
  return response.ok ? sessionCookies(response) : null;
}
