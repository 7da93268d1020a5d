export const spanish = `Esta encuesta pregunta qué sabe y qué piensa usted sobre la inteligencia artificial (IA) en su trabajo. Dura unos cinco minutos. Los resultados ayudan a quienes deciden aquí sobre la IA.

Participar es decisión suya. Puede dejar sin responder cualquier pregunta y parar en cualquier momento. Si no participa, nada cambia para usted.

Sus respuestas son anónimas. Su nombre, su correo electrónico y su dispositivo no se guardan con ellas. Los resultados se muestran solo por grupos, y nunca de un grupo tan pequeño que se pueda reconocer a una persona. Si le invitaron por correo electrónico, quienes le invitaron sabrán algún tiempo después que ha terminado, pero no qué respondió.

Al empezar recibe un código. Con él puede continuar más tarde o en otro dispositivo. También puede retirar sus respuestas con él mientras no se hayan mezclado con las de otras personas. Después nadie puede saber qué respuestas son suyas y por eso ya no se pueden borrar.

Si la encuesta se va a repetir, es posible que reciba también un código de enlace que solo usted guarda. Si lo escribe la próxima vez, une sus respuestas a lo largo del tiempo y no revela quién es usted. Puede dejarlo en blanco.

Las respuestas anónimas se conservan el tiempo que fija el calendario de conservación de su organización y después se borran. Si tiene alguna pregunta, escriba antes de empezar al contacto indicado en esta página.`;
