import QRCode from 'qrcode';
import { auth } from '../../auth.server.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { seal, unseal } from '../../http/sealed-token.server.ts';
import { keyFor } from '../../secrets.server.ts';
import { sessionCookies } from './session-cookies.server.ts';

type Prepared = { userId: string; address: string; backupCodes: string[] };

export type SecondFactorSetUp = {
  /** SVG of the QR code that an authenticator app scans. */
  picture: string;
  address: string;
  /** For typing in where there is no camera. */
  secret: string;
  backupCodes: string[];
  /** Shows all this once more after a mistyped code, to the same person and for a while. */
  sealed: string;
};

const sealedForSeconds = 30 * 60;

async function present(prepared: Prepared): Promise<SecondFactorSetUp> {
  const { address, backupCodes } = prepared;
  return {
    picture: await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
    address,
    secret: new URL(address).searchParams.get('secret') ?? '',
    backupCodes,
    sealed: seal(prepared, keyFor('second-factor-set-up'), sealedForSeconds),
  };
}

/** Prepares an authenticator app; it counts only once a code of it was given. `null`: wrong password. */
export async function startSecondFactor(
  headers: Headers,
  userId: string,
  password: string,
): Promise<SecondFactorSetUp | null> {
  await takePoint('sign-in', `account/${userId}`);
  const response = await auth().api.enableTwoFactor({
    body: { password, method: 'totp' },
    headers,
    asResponse: true,
  });
  if (!response.ok) return null;
  const { totpURI: address, backupCodes } = (await response.json()) as {
    totpURI: string;
    backupCodes: string[];
  };
  return present({ userId, address, backupCodes });
}

/** What was prepared, for a further try. `null`: of somebody else, or too long ago. */
export async function reopenSetUp(
  userId: string,
  sealed: string,
): Promise<SecondFactorSetUp | null> {
  const prepared = unseal(sealed, keyFor('second-factor-set-up')) as Prepared | null;
  return prepared?.userId === userId ? present(prepared) : null;
}

/** From here on the account needs it. `null`: the code is wrong. */
export async function finishSecondFactor(
  headers: Headers,
  userId: string,
  code: string,
): Promise<Headers | null> {
  await takePoint('two-factor', `account/${userId}`);
  const response = await auth().api.verifyTOTP({
    body: { code: code.replace(/\s/g, '') },
    headers,
    asResponse: true,
  });
  return response.ok ? sessionCookies(response) : null;
}

/** `null`: wrong password. */
export async function endSecondFactor(
  headers: Headers,
  userId: string,
  password: string,
): Promise<Headers | null> {
  await takePoint('sign-in', `account/${userId}`);
  const response = await auth().api.disableTwoFactor({
    body: { password },
    headers,
    asResponse: true,
  });
  return response.ok ? sessionCookies(response) : null;
}

/** The earlier codes open nothing any more. `null`: wrong password. */
export async function renewBackupCodes(
  headers: Headers,
  userId: string,
  password: string,
): Promise<string[] | null> {
  await takePoint('sign-in', `account/${userId}`);
  const response = await auth().api.generateBackupCodes({
    body: { password },
    headers,
    asResponse: true,
  });
  if (!response.ok) return null;
  return ((await response.json()) as { backupCodes: string[] }).backupCodes;
}
