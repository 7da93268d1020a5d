import { parseArgs } from 'node:util';
import { z } from 'zod';
import { inviteAdministrator } from '../services/people/invite-administrator.server.ts';
import { CommandError, runCommand } from './run-command.ts';

const usage =
  'usage: npm run admin:create -- --email name@example.org --organisation "Name" [--contact address]';

const optionsSchema = z.object({
  email: z.email(),
  organisation: z.string().trim().min(1).max(200),
  contact: z.email().optional(),
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: 'string' },
        organisation: { type: 'string' },
        contact: { type: 'string' },
      },
    });
    return optionsSchema.parse(values);
  } catch {
    throw new CommandError(usage);
  }
}

await runCommand(async () => {
  const { email, organisation, contact = email } = readOptions();
  const { link, isNew } = await inviteAdministrator({ email, organisation, contact });
  const text = [
    isNew ? `Organisation "${organisation}" is created.` : `Organisation "${organisation}" exists.`,
    `Give this link to ${email}. It works once, within 7 days, and is shown only now:`,
    link,
  ];
  process.stdout.write(`${text.join('\n')}\n`);
  return 0;
});
