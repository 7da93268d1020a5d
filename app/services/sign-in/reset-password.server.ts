import { auth } from '../../auth.server.ts';

/** Whether a reset link still leads anywhere; looking does not use it up. */
export async function isResetToken(token: string): Promise<boolean> {
  const { internalAdapter } = await auth().$context;
  const value = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return value !== null && value.expiresAt > new Date();
}

/** Uses the link up and ends every session of the account. */
export async function resetPassword(input: { token: string; password: string }): Promise<boolean> {
  const response = await auth().api.resetPassword({
    body: { token: input.token, newPassword: input.password },
    asResponse: true,
  });
  return response.ok;
}
