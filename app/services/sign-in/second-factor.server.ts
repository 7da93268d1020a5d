import QRCode from 'qrcode';
import { auth } from '../../auth.server.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { sessionCookies } from './session-cookies.server.ts';

export type SecondFactorSetUp = {
  /** SVG of the QR code that an authenticator app scans. */
  picture: string;
  address: string;
  /** For typing in where there is no camera. */
  secret: string;
  backupCodes: string[];
};

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
  const { totpURI, backupCodes } = (await response.json()) as {
    totpURI: string;
    backupCodes: string[];
  };
  return {
    picture: await QRCode.toString(totpURI, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
    address: totpURI,
    secret: new URL(totpURI).searchParams.get('secret') ?? '',
    backupCodes,
  };
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
