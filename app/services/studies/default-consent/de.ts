const opening = `In dieser Befragung geht es darum, was Sie über künstliche Intelligenz (KI) bei Ihrer Arbeit wissen und denken. Sie dauert etwa fünf Minuten. Die Ergebnisse helfen denen, die hier über KI entscheiden.

Die Teilnahme ist freiwillig. Sie dürfen jede Frage auslassen und jederzeit aufhören. Wenn Sie nicht teilnehmen, hat das für Sie keine Folgen.`;

const shown = `Ergebnisse werden nur für Gruppen gezeigt und nie für eine so kleine Gruppe, dass eine Person zu erkennen wäre. Wenn Sie per E-Mail eingeladen wurden, erfahren die Einladenden einige Zeit später, dass Sie fertig sind, aber nicht, was Sie geantwortet haben.`;

const kept = `so lange aufbewahrt, wie es der Löschplan Ihrer Einrichtung vorsieht, und dann gelöscht. Wenn Sie eine Frage haben, schreiben Sie vor dem Beginn an die auf dieser Seite genannte Stelle.`;

export const german = {
  anonymous: `${opening}

Ihre Antworten sind anonym. Ihr Name, Ihre E-Mail-Adresse und Ihr Gerät werden nicht mit ihnen gespeichert. ${shown}

Zu Beginn bekommen Sie einen Code. Damit können Sie später oder auf einem anderen Gerät weitermachen. Sie können Ihre Antworten damit auch zurückziehen, solange sie noch nicht mit denen anderer gemischt sind. Danach kann niemand mehr sagen, welche Antworten Ihre sind. Deshalb können sie dann nicht mehr gelöscht werden.

Anonyme Antworten werden ${kept}`,
  'anonymous-linked': `${opening}

Ihre Antworten tragen keinen Namen. Ihr Name, Ihre E-Mail-Adresse und Ihr Gerät werden nicht mit ihnen gespeichert. Ihre Antworten aus mehreren Runden dieser Befragung können aber verbunden werden, durch einen Code, den nur Sie aufbewahren. ${shown}

Zu Beginn bekommen Sie einen Code. Damit können Sie später oder auf einem anderen Gerät weitermachen. Sie können Ihre Antworten damit auch zurückziehen, solange sie noch nicht mit denen anderer gemischt sind. Danach können sie nicht mehr gelöscht werden.

Zum Verbinden bekommen Sie einen zweiten Code, den Verknüpfungscode, oder Sie geben den vom letzten Mal ein. Ein daraus gebildetes Zeichen wird mit Ihren Antworten gespeichert. Von Antworten mit demselben Zeichen weiß man, dass sie von einer Person stammen. So lässt sich sehen, wie sich Antworten mit der Zeit ändern. Das Zeichen verrät nicht, wer Sie sind, und es gibt keine Liste von Codes und Namen: Niemand kann Sie daraus benennen.

Daraus folgt zweierlei. Die Antworten einer Person aus mehreren Runden sagen zusammen mehr als jede für sich. Und wer Ihren Verknüpfungscode kennt und Zugang zum Server hat, könnte damit Ihre Antworten finden. Sagen Sie ihn deshalb niemandem. Sie dürfen ihn weglassen: Dann bekommen Sie einen neuen, und nichts verbindet Ihre neuen Antworten mit den früheren.

Die Antworten werden ${kept}`,
  confidential: `In diesem Fragebogen geht es darum, was Sie über künstliche Intelligenz (KI) wissen und denken. Er dauert etwa fünf Minuten. Sie werden als Mitglied eines Panels gefragt. Die Ergebnisse helfen denen, die hier über KI entscheiden.

Die Teilnahme ist freiwillig. Sie dürfen jede Frage auslassen und jederzeit aufhören. Wenn Sie nicht teilnehmen, hat das für Sie im Panel keine Folgen.

Ihre Antworten sind vertraulich. Ihr Name und Ihre E-Mail-Adresse werden nicht mit ihnen gespeichert. Sie tragen ein Pseudonym: ein zufälliges Zeichen, das nur in dieser Studie für Sie steht. Wenn Sie wieder antworten, tragen die neuen Antworten dasselbe Pseudonym. So lässt sich sehen, wie sich Antworten mit der Zeit ändern.

In einer verschlossenen Liste steht, welches Pseudonym zu welchem Mitglied des Panels gehört. Nur die Datentreuhand Ihrer Einrichtung kann einen einzelnen Eintrag öffnen und muss einen Grund angeben. Jedes Öffnen wird festgehalten.

Ergebnisse werden nur für Gruppen gezeigt und nie für eine so kleine Gruppe, dass eine Person zu erkennen wäre. Die Fragenden können erfahren, dass Sie begonnen haben und fertig sind, aber nicht, was Sie geantwortet haben.

Zu Beginn bekommen Sie einen Code. Damit können Sie später oder auf einem anderen Gerät weitermachen. Sie können Ihre Antworten damit auch zurückziehen, solange sie noch nicht zu denen anderer gekommen sind. Danach kann der Code sie nicht mehr löschen. Wenn Sie das Panel verlassen, bleiben gesendete Antworten. Ihr Eintrag in der verschlossenen Liste wird dann gelöscht, und niemand kann aus ihr mehr erfahren, welche Antworten Ihre sind.

Die Antworten und die Liste werden ${kept}`,
};
