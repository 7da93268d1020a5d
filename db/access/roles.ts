/** Database roles an actor is put into. None may log in, none bypasses row-level security. */
export const databaseRoles = {
  member: 'attune_member',
  respondent: 'attune_respondent',
  public: 'attune_public',
  custodian: 'attune_custodian',
  system: 'attune_system',
} as const;
export type DatabaseRole = keyof typeof databaseRoles;
