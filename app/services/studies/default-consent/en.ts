const opening = `This survey asks what you know and think about artificial intelligence (AI) in your work. It takes about five minutes. The results help the people who decide about AI here.

Taking part is your choice. You may leave out any question and stop at any time. Nothing changes for you if you do not take part.`;

const shown = `Results are shown for groups only, and never for a group so small that a person could be recognised. If you were invited by e-mail, the people who invited you learn some time later that you have finished, but not what you answered.`;

const kept = `as long as your organisation's retention schedule says, and then deleted. If you have a question, write to the contact named on this page before you begin.`;

export const english = {
  anonymous: `${opening}

Your answers are anonymous. Your name, your e-mail address and your device are not stored with them. ${shown}

At the start you get a code. With it you can go on later or on another device. You can also withdraw your answers with it until they are mixed with those of others. After that nobody can tell which answers are yours, so they cannot be deleted any more.

Anonymous answers are kept ${kept}`,
  'anonymous-linked': `${opening}

Your answers carry no name. Your name, your e-mail address and your device are not stored with them. But your answers of several rounds of this survey can be joined, by a code that only you keep. ${shown}

At the start you get a code. With it you can go on later or on another device. You can also withdraw your answers with it until they are mixed with those of others. After that they can no longer be deleted.

For joining your answers you get a second code, the linking code, or you enter the one from last time. A sign made from it is stored with your answers. Answers that carry the same sign are known to come from one person, so that it can be seen how answers change over time. The sign does not tell who you are, and there is no list of codes and names: nobody can name you from it.

Two things follow. Answers of one person over several rounds say more together than each alone. And whoever knows your linking code and can reach the server could find your answers with it, so tell it to nobody. You may leave it out: you then get a new one, and nothing joins your new answers to the earlier ones.

The answers are kept ${kept}`,
  confidential: `This questionnaire asks what you know and think about artificial intelligence (AI). It takes about five minutes. You are asked as a member of a panel. The results help the people who decide about AI here.

Taking part is your choice. You may leave out any question and stop at any time. Nothing changes for you in the panel if you do not take part.

Your answers are confidential. Your name and your e-mail address are not stored with them. They carry a pseudonym: a random sign for you in this study alone. When you answer again, your new answers carry the same pseudonym. So it can be seen how answers change over time.

A locked list says which pseudonym belongs to which member of the panel. Only a data custodian of your organisation can open one entry of it, and must give a reason. Every opening is recorded.

Results are shown for groups only, and never for a group so small that a person could be recognised. Those who ask may learn that you have begun and finished, but not what you answered.

At the start you get a code. With it you can go on later or on another device. You can also withdraw your answers with it until they are put together with those of others. After that the code cannot delete them any more. If you leave the panel, answers that you have sent stay. Your entry in the locked list is then deleted, and nobody can find out from it any more which answers are yours.

The answers and the list are kept ${kept}`,
};
