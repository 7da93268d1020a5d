export const german = `In dieser Befragung geht es darum, was Sie über künstliche Intelligenz (KI) bei Ihrer Arbeit wissen und denken. Sie dauert etwa fünf Minuten. Die Ergebnisse helfen denen, die hier über KI entscheiden.

Die Teilnahme ist freiwillig. Sie dürfen jede Frage auslassen und jederzeit aufhören. Wenn Sie nicht teilnehmen, hat das für Sie keine Folgen.

Ihre Antworten sind anonym. Ihr Name, Ihre E-Mail-Adresse und Ihr Gerät werden nicht mit ihnen gespeichert. Ergebnisse werden nur für Gruppen gezeigt und nie für eine so kleine Gruppe, dass eine Person zu erkennen wäre. Wenn Sie per E-Mail eingeladen wurden, erfahren die Einladenden einige Zeit später, dass Sie fertig sind, aber nicht, was Sie geantwortet haben.

Zu Beginn bekommen Sie einen Code. Damit können Sie später oder auf einem anderen Gerät weitermachen. Sie können Ihre Antworten damit auch zurückziehen, solange sie noch nicht mit denen anderer gemischt sind. Danach kann niemand mehr sagen, welche Antworten Ihre sind. Deshalb können sie dann nicht mehr gelöscht werden.

Soll die Befragung wiederholt werden, bekommen Sie vielleicht auch einen Verknüpfungscode, den nur Sie aufbewahren. Wenn Sie ihn beim nächsten Mal eingeben, verbindet er Ihre Antworten über die Zeit und verrät nicht, wer Sie sind. Sie dürfen ihn weglassen.

Anonyme Antworten werden so lange aufbewahrt, wie es der Löschplan Ihrer Einrichtung vorsieht, und dann gelöscht. Wenn Sie eine Frage haben, schreiben Sie vor dem Beginn an die auf dieser Seite genannte Stelle.`;
