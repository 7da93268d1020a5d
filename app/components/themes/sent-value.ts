/** A value of the form that came back; empty where it had none. */
export function sentValue(sent: Record<string, unknown> | null | undefined, name: string): string {
  const value = sent?.[name];
  return typeof value === 'string' ? value : '';
}
