/** Database roles an actor is put into. None may log in, none bypasses row-level security. */
export const databaseRoles = {
  member: 'attune_member',
  respondent: 'attune_respondent',
  public: 'attune_public',
  'panel-member': 'attune_panel_member',
  /** Reads what people wrote before others do. */
  redactor: 'attune_redactor',
  custodian: 'attune_custodian',
  /** A machine that speaks for one deployment. */
  'api-token': 'attune_api_token',
  system: 'attune_system',
} as const;
export type DatabaseRole = keyof typeof databaseRoles;
