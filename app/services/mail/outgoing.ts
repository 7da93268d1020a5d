/** A sender that has not finished by then is gone, and its mail is taken again. */
export const silentAfterMs = 10 * 60 * 1000;

export const maximumAttempts = 4;

export const mailsPerPage = 50;
