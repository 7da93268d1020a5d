/** After that silence is an answer. */
export const maximumReminders = 3;
