const opening = `Esta encuesta pregunta qué sabe y qué piensa usted sobre la inteligencia artificial (IA) en su trabajo. Dura unos cinco minutos. Los resultados ayudan a quienes deciden aquí sobre la IA.

Participar es decisión suya. Puede dejar sin responder cualquier pregunta y parar en cualquier momento. Si no participa, nada cambia para usted.`;

const shown = `Los resultados se muestran solo por grupos, y nunca de un grupo tan pequeño que se pueda reconocer a una persona. Si le invitaron por correo electrónico, quienes le invitaron sabrán algún tiempo después que ha terminado, pero no qué respondió.`;

const kept = `conservan el tiempo que fija el calendario de conservación de su organización y después se borran. Si tiene alguna pregunta, escriba antes de empezar al contacto indicado en esta página.`;

export const spanish = {
  anonymous: `${opening}

Sus respuestas son anónimas. Su nombre, su correo electrónico y su dispositivo no se guardan con ellas. ${shown}

Al empezar recibe un código. Con él puede continuar más tarde o en otro dispositivo. También puede retirar sus respuestas con él mientras no se hayan mezclado con las de otras personas. Después nadie puede saber qué respuestas son suyas y por eso ya no se pueden borrar.

Las respuestas anónimas se ${kept}`,
  'anonymous-linked': `${opening}

Sus respuestas no llevan nombre. Su nombre, su correo electrónico y su dispositivo no se guardan con ellas. Pero sus respuestas de varias rondas de esta encuesta se pueden unir mediante un código que solo usted guarda. ${shown}

Al empezar recibe un código. Con él puede continuar más tarde o en otro dispositivo. También puede retirar sus respuestas con él mientras no se hayan mezclado con las de otras personas. Después ya no se pueden borrar.

Para unir sus respuestas recibe un segundo código, el código de enlace, o escribe el de la última vez. Con sus respuestas se guarda una señal obtenida de él. De las respuestas con la misma señal se sabe que son de una misma persona, y así se ve cómo cambian las respuestas con el tiempo. La señal no revela quién es usted y no existe ninguna lista de códigos y nombres: nadie puede saber su nombre a partir de ella.

De esto se siguen dos cosas. Las respuestas de una persona en varias rondas dicen más juntas que cada una por separado. Y quien conozca su código de enlace y tenga acceso al servidor podría encontrar con él sus respuestas, así que no se lo diga a nadie. Puede dejarlo en blanco: recibirá uno nuevo y nada unirá sus nuevas respuestas con las anteriores.

Las respuestas se ${kept}`,
  confidential: `Este cuestionario pregunta qué sabe y qué piensa usted sobre la inteligencia artificial (IA). Dura unos cinco minutos. Se le pregunta como miembro de un panel. Los resultados ayudan a quienes deciden aquí sobre la IA.

Participar es decisión suya. Puede dejar sin responder cualquier pregunta y parar en cualquier momento. Si no participa, nada cambia para usted en el panel.

Sus respuestas son confidenciales. Su nombre y su correo electrónico no se guardan con ellas. Llevan un seudónimo: una señal al azar que solo le representa en este estudio. Si vuelve a responder, las nuevas respuestas llevan el mismo seudónimo. Así se ve cómo cambian las respuestas con el tiempo.

Una lista cerrada dice qué seudónimo corresponde a qué miembro del panel. Solo la custodia de datos de su organización puede abrir una entrada, y debe dar un motivo. Cada apertura queda registrada.

Los resultados se muestran solo por grupos, y nunca de un grupo tan pequeño que se pueda reconocer a una persona. Quienes preguntan pueden saber que usted ha empezado y terminado, pero no qué respondió.

Al empezar recibe un código. Con él puede continuar más tarde o en otro dispositivo. También puede retirar sus respuestas con él mientras no se hayan juntado con las de otras personas. Después el código ya no puede borrarlas. Si deja el panel, las respuestas enviadas se quedan. Su entrada en la lista cerrada se borra entonces, y nadie puede saber ya por ella qué respuestas son suyas.

Las respuestas y la lista se ${kept}`,
};
