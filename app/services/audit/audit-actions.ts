export type AuditSubject =
  | 'organisation'
  | 'instrument'
  | 'study'
  | 'activity'
  | 'panel'
  | 'mail'
  | 'site'
  | 'member-invitation'
  | 'user';

/**
 * Every action that the services record, with the kind of thing it is about. The catalogue
 * `settings:audit.did` has a sentence for each.
 */
export const auditActions = {
  'audit.read': 'organisation',
  'instrument.adopted': 'instrument',
  'instrument.imported': 'instrument',
  'instrument.version-created': 'instrument',
  'instrument.draft-saved': 'instrument',
  'instrument.wording-saved': 'instrument',
  'instrument.published': 'instrument',
  'evidence.added': 'instrument',
  'evidence.removed': 'instrument',
  'study.created': 'study',
  'study.edited': 'study',
  'study.consent-saved': 'study',
  'study.opened': 'study',
  'study.closed': 'study',
  'wave.added': 'study',
  'wave.removed': 'study',
  'wave.dated': 'study',
  'wave.opened': 'study',
  'wave.closed': 'study',
  'link.created': 'study',
  'link.removed': 'study',
  'invitations.sent': 'study',
  'invitations.reminded': 'study',
  'invitation.reissued': 'study',
  'responses.imported': 'study',
  'responses.exported': 'study',
  'responses.export-withheld': 'study',
  'pseudonym.opened': 'study',
  'analysis.reproduced': 'study',
  'comparison.opened': 'study',
  'comparison.locked': 'study',
  'retention.changed': 'study',
  'retention.held': 'study',
  'retention.released': 'study',
  'retention.warned': 'study',
  'retention.deleted': 'study',
  'activity.created': 'activity',
  'activity.edited': 'activity',
  'activity.session-recorded': 'activity',
  'activity.session-removed': 'activity',
  'panel.created': 'panel',
  'panel.edited': 'panel',
  'panel.policy-saved': 'panel',
  'panel.policy-published': 'panel',
  'panel.consent-saved': 'panel',
  'panel.opened': 'panel',
  'panel.closed': 'panel',
  'panel.deleted': 'panel',
  'panel.outcomes-published': 'panel',
  'panel.outcomes-withdrawn': 'panel',
  'panel.job-published': 'panel',
  'round.created': 'panel',
  'round.edited': 'panel',
  'round.deleted': 'panel',
  'round.opened': 'panel',
  'round.asked': 'panel',
  'round.closed': 'panel',
  'panel.channel-opened': 'panel',
  'panel.channel-closed': 'panel',
  'panel.target-saved': 'panel',
  'panel.target-removed': 'panel',
  'panel.bands-expired': 'panel',
  'panel.drawn': 'panel',
  'panel.draw-refused': 'panel',
  'panel.person-added': 'panel',
  'panel.person-changed': 'panel',
  'panel.person-left': 'panel',
  'panel.link-issued': 'panel',
  'panel.payment-offered': 'panel',
  'panel.payment-answered': 'panel',
  'panel.payment-paid': 'panel',
  'panel.payments-exported': 'panel',
  'payment-rate.added': 'organisation',
  'suggestion.added': 'panel',
  'suggestion.edited': 'panel',
  'suggestion.removed': 'panel',
  'suggestion.decided': 'panel',
  'suggestion.changed': 'panel',
  'panel-news.posted': 'panel',
  'panel-output.added': 'panel',
  'panel-output.published': 'panel',
  'panel-output.removed': 'panel',
  'panel-narrative.saved': 'panel',
  'panel-report.published': 'panel',
  'contribution.original-read': 'panel',
  'contribution.redacted': 'panel',
  'contribution.redacted-again': 'panel',
  'contribution.accepted': 'panel',
  'contribution.rejected': 'panel',
  'contribution.appeal-upheld': 'panel',
  'contribution.appeal-refused': 'panel',
  'contribution.entered': 'panel',
  'contribution.withdrawn-for': 'panel',
  'contribution.translated': 'panel',
  'contribution.machine-translated': 'panel',
  'contribution.translation-checked': 'panel',
  'concern.raised': 'panel',
  'concern.seen': 'panel',
  'concern.closed': 'panel',
  'mail.read': 'mail',
  'mail.retried': 'mail',
  'mail.removed': 'mail',
  'site.added': 'site',
  'site.changed': 'site',
  'site.archived': 'site',
  'site.restored': 'site',
  'member.invited': 'member-invitation',
  'member.invitation-revoked': 'member-invitation',
  'member.joined': 'user',
  'member.changed': 'user',
  'member.removed': 'user',
  'member.reset-sent': 'user',
  'member.second-factor-removed': 'user',
} as const satisfies Record<string, AuditSubject>;

export type AuditAction = keyof typeof auditActions;

/** What acts without a person, as it stands in the trail. */
export const auditMachines = [
  'purge-responses',
  'purge-bands',
  'wave-dates',
  'admin:create',
] as const;
export type AuditMachine = (typeof auditMachines)[number];

/** The trail is never rewritten: it may hold actions of versions before or after this one. */
export function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(auditActions, action);
}
