import type { Transaction } from '../database.ts';
import { outbox } from '../schema/invitation.ts';

export type Mail = {
  organisationId: string;
  recipient: string;
  subject: string;
  body: string;
  language: string;
};

/** Waits there for the job that sends it, or for an administrator who passes it on. */
export async function addMail(tx: Transaction, mail: Mail): Promise<void> {
  await tx.insert(outbox).values(mail);
}
