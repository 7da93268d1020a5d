import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { languageSchema } from '../../i18n/locales.ts';
import { useLocal } from '../../components/use-local.ts';
import { auditMachines, isAuditAction } from '../../services/audit/audit-actions.ts';
import type { AuditEntry } from '../../services/audit/list-audit.server.ts';
import { everybody } from '../../permissions.ts';

const roleSchema = z.enum(everybody);
const machineSchema = z.enum(auditMachines);

/** The parts of the recorded data that sentences mention; what is absent or strange is skipped. */
const detailSchema = z
  .object({
    number: z.number(),
    wave: z.number(),
    people: z.number(),
    rows: z.number(),
    responses: z.number(),
    months: z.number(),
    role: roleSchema,
    from: roleSchema,
    language: languageSchema,
    reason: z.string(),
  })
  .partial()
  .catch({});

const open = '…';
const blanks = {
  name: open,
  number: open,
  people: open,
  rows: open,
  months: open,
  role: open,
  before: open,
  language: open,
};

/** The first sentence, without what it leaves open at its end: “Role before: ….” says nothing. */
function withoutBlanks(sentences: string): string {
  const [first = sentences] = sentences.split(/(?<=[.。])\s*/u);
  return first.replace(/\s*[:：]\s*…(?=[.。]?$)/u, '');
}

/** The trail in the reader's words. */
export function useAuditWords() {
  const { t } = useTranslation(['settings', 'permissions']);
  const { text, number, nameOf } = useLocal();
  const role = (name?: z.infer<typeof roleSchema>) => (name ? t(`permissions:role.${name}`) : open);
  const amount = (value?: number) => (value === undefined ? open : number(value));

  const sayAction = (action: string, values: typeof blanks) =>
    isAuditAction(action)
      ? t(`settings:audit.did.${action}`, values)
      : t('settings:audit.unknown', { action });

  return {
    /** What was done, with everything left open that differs between entries. */
    action: (action: string) => withoutBlanks(sayAction(action, blanks)),
    sentence: ({ action, subject, detail }: Pick<AuditEntry, 'action' | 'subject' | 'detail'>) => {
      const known = detailSchema.parse(detail);
      if (action === 'member.invited' && subject === null) {
        return t('settings:audit.did.member.invited-gone', { role: role(known.role) });
      }
      const name = subject === null ? t('settings:audit.gone') : nameIn(subject, text);
      return sayAction(action, {
        name,
        number: amount(known.number ?? known.wave),
        people: amount(known.people),
        rows: amount(known.rows ?? known.responses),
        months: amount(known.months),
        role: role(known.role),
        before: role(known.from),
        language: known.language ? nameOf(known.language) : open,
      });
    },
    reason: ({ detail }: Pick<AuditEntry, 'detail'>) => {
      const { reason } = detailSchema.parse(detail);
      return reason === undefined ? null : t('settings:audit.reason', { reason });
    },
    who: (actor: string, name: string | null) => {
      if (name !== null) return name;
      const machine = machineSchema.safeParse(actor);
      if (!machine.success) return actor;
      return machine.data === 'admin:create'
        ? t('settings:audit.by.admin-create')
        : t(`settings:audit.by.${machine.data}`);
    },
  };
}

function nameIn(
  subject: NonNullable<AuditEntry['subject']>,
  text: ReturnType<typeof useLocal>['text'],
): string {
  return typeof subject === 'string' ? subject : text(subject);
}
