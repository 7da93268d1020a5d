export const english = `This survey asks what you know and think about artificial intelligence (AI) in your work. It takes about five minutes. The results help the people who decide about AI here.

Taking part is your choice. You may leave out any question and stop at any time. Nothing changes for you if you do not take part.

Your answers are anonymous. Your name, your e-mail address and your device are not stored with them. Results are shown for groups only, and never for a group so small that a person could be recognised. If you were invited by e-mail, the people who invited you learn some time later that you have finished, but not what you answered.

At the start you get a code. With it you can go on later or on another device. You can also withdraw your answers with it until they are mixed with those of others. After that nobody can tell which answers are yours, so they cannot be deleted any more.

If the survey is to be repeated, you may also get a linking code that only you keep. If you enter it next time, it joins your answers over time and does not tell who you are. You may leave it out.

Anonymous answers are kept as long as your organisation's retention schedule says, and then deleted. If you have a question, write to the contact named on this page before you begin.`;
