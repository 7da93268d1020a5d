import {
  findContact,
  saveContact,
  saveNeeds,
  updatePerson,
} from '#db/queries/panel-person.server.ts';
import type { AccessNeed } from '#db/schema/panel-member.ts';
import type { Language } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import { isAddress } from './join-input.ts';
import type { Register } from './prompt-wording.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

type Details = {
  language: Language;
  register: Register;
  name: string;
  email: string;
  phone: string;
  needs: AccessNeed[];
  note: string;
};

/** How to write to somebody, how to reach them, what they need. */
export async function saveDetails(reader: PanelPerson, details: Details): Promise<void> {
  const { language, register, name, email, phone, needs, note } = details;
  if (!isAddress(email)) throw new ServiceError('invalid', 'panel-email-invalid');
  const person = idsOf(reader);
  await forPerson(reader, async (tx) => {
    await updatePerson(tx, { ...person, set: { language, register } });
    const agreedBy = (await findContact(tx, person))?.agreedBy ?? '';
    await saveContact(tx, { ...person, contact: { name, email, phone, agreedBy } });
    await saveNeeds(tx, { ...person, needs, note });
  });
}
