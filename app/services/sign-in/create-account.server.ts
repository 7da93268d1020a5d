import { auth } from '../../auth.server.ts';
import { ServiceError } from '../../errors.ts';

/** An account with a password; its address counts as proven because a link sent there led here. */
export async function createAccount(input: {
  email: string;
  name: string;
  password: string;
}): Promise<string> {
  const { internalAdapter, password } = await auth().$context;
  const email = input.email.trim().toLowerCase();
  if (await internalAdapter.findUserByEmail(email)) {
    throw new ServiceError('conflict', 'account-exists');
  }
  const hash = await password.hash(input.password);
  const user = await internalAdapter
    .createUser(
      { email, name: input.name.trim(), emailVerified: true },
      { method: 'email-password' },
    )
    .catch(async (error: unknown) => {
      // Of two that arrive at once the database lets one through.
      if (await internalAdapter.findUserByEmail(email)) {
        throw new ServiceError('conflict', 'account-exists');
      }
      throw error;
    });
  await internalAdapter.createAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: hash,
  });
  return user.id;
}

/** Takes back an account that turned out to have nothing to join. */
export async function deleteAccount(userId: string): Promise<void> {
  const { internalAdapter } = await auth().$context;
  await internalAdapter.deleteUser(userId);
}
