import type { Language } from '#surveys/model/languages.ts';
import type { ConsentPurpose } from '#db/schema/panel.ts';

/**
 * What a panel may start from; nothing of it counts before a facilitator has saved it. Each purpose is
 * agreed to by itself. Short sentences, one idea each.
 */
export const defaultConsentTexts: Record<Language, Record<'intro' | ConsentPurpose, string>> = {
  en: {
    intro:
      'Taking part is your choice. You can say no. You can stop at any time, and you need not say why. Your care stays the same.\n\nNobody sees your name beside your words. On our pages you have a number instead.\n\nYou can agree to each point below by itself. You can change your mind later on your own page.',
    read: 'I agree that the panel’s team reads what I write. They take out what shows who I am. Then others who work on this may read it. Without this I cannot take part.',
    quote:
      'I agree that my words may be shown to others as they are, without my name. For example in a report or on a web page.',
    credit:
      'I would like to be thanked for my part. For each report I choose how: with my name, without it, or not at all.',
    recontact: 'I agree that the team may ask me again later, about this or about something else.',
  },
  kk: {
    intro:
      'Қатысу — өз таңдауыңыз. Бас тарта аласыз. Кез келген уақытта тоқтата аласыз, себебін айту міндетті емес. Сізге көрсетілетін көмек өзгермейді.\n\nСөздеріңіздің жанында атыңызды ешкім көрмейді. Беттерімізде оның орнына нөміріңіз тұрады.\n\nТөмендегі әр тармаққа бөлек келісе аласыз. Кейін өз бетіңізде шешіміңізді өзгерте аласыз.',
    read: 'Жазғанымды панель тобы оқитынына келісемін. Олар менің кім екенімді көрсететін нәрсені алып тастайды. Содан кейін осы іспен айналысатын басқа адамдар оқуы мүмкін. Бұған келіспесем, қатыса алмаймын.',
    quote:
      'Сөздерім атымсыз, сол күйінде басқаларға көрсетілуіне келісемін. Мысалы, есепте немесе веб-бетте.',
    credit:
      'Үлесім үшін маған алғыс айтылғанын қалаймын. Әр есеп үшін қалай екенін өзім таңдаймын: атыммен, атымсыз немесе мүлдем айтпау.',
    recontact: 'Топ кейін осы туралы немесе басқа мәселе туралы менен қайта сұрауына келісемін.',
  },
  ru: {
    intro:
      'Участвовать или нет — решаете вы. Можно отказаться. Можно прекратить в любое время и не объяснять почему. На вашем лечении это не отразится.\n\nНикто не увидит ваше имя рядом с вашими словами. Вместо имени на наших страницах стоит номер.\n\nС каждым пунктом ниже можно согласиться отдельно. Позже вы можете изменить решение на своей странице.',
    read: 'Я соглашаюсь с тем, что команда панели читает то, что я пишу. Она уберёт всё, по чему меня можно узнать. После этого мои слова могут прочитать другие люди, которые над этим работают. Без этого согласия участвовать нельзя.',
    quote:
      'Я соглашаюсь с тем, что мои слова можно показать другим как есть, без моего имени. Например, в отчёте или на сайте.',
    credit:
      'Я хочу, чтобы меня поблагодарили за участие. Для каждого отчёта я выберу как: с именем, без имени или никак.',
    recontact:
      'Я соглашаюсь с тем, что команда может снова обратиться ко мне по этому или другому вопросу.',
  },
  de: {
    intro:
      'Sie entscheiden, ob Sie mitmachen. Sie können Nein sagen. Sie können jederzeit aufhören und müssen nicht sagen, warum. Ihre Behandlung bleibt gleich.\n\nNiemand sieht Ihren Namen bei Ihren Worten. Auf unseren Seiten steht stattdessen eine Nummer.\n\nSie können jedem Punkt unten einzeln zustimmen. Später können Sie das auf Ihrer eigenen Seite ändern.',
    read: 'Ich bin einverstanden, dass das Team des Panels liest, was ich schreibe. Es nimmt heraus, woran man mich erkennt. Danach dürfen es andere lesen, die daran arbeiten. Ohne diese Zustimmung kann ich nicht mitmachen.',
    quote:
      'Ich bin einverstanden, dass meine Worte anderen so gezeigt werden, wie sie sind, ohne meinen Namen. Zum Beispiel in einem Bericht oder auf einer Webseite.',
    credit:
      'Ich möchte, dass mir für meinen Beitrag gedankt wird. Für jeden Bericht wähle ich, wie: mit Namen, ohne Namen oder gar nicht.',
    recontact:
      'Ich bin einverstanden, dass das Team mich später wieder fragt, dazu oder zu etwas anderem.',
  },
  es: {
    intro:
      'Usted decide si participa. Puede decir que no. Puede dejarlo en cualquier momento y no tiene que decir por qué. Su atención sanitaria no cambia.\n\nNadie ve su nombre junto a sus palabras. En nuestras páginas aparece un número en su lugar.\n\nPuede aceptar cada punto de abajo por separado. Después puede cambiar de opinión en su propia página.',
    read: 'Acepto que el equipo del panel lea lo que escribo. El equipo quita lo que muestra quién soy. Después pueden leerlo otras personas que trabajan en esto. Sin esto no puedo participar.',
    quote:
      'Acepto que mis palabras se muestren a otras personas tal como son, sin mi nombre. Por ejemplo, en un informe o en una página web.',
    credit:
      'Quiero que se me agradezca mi aportación. Para cada informe elijo cómo: con mi nombre, sin él o de ninguna manera.',
    recontact:
      'Acepto que el equipo me pregunte de nuevo más adelante, sobre esto o sobre otra cosa.',
  },
  ar: {
    intro:
      'المشاركة اختياركم. يمكنكم أن ترفضوا. ويمكنكم أن تتوقفوا في أي وقت دون ذكر السبب. ولن تتغير رعايتكم.\n\nلا يرى أحد اسمكم بجانب كلماتكم. في صفحاتنا يظهر رقم بدلًا منه.\n\nيمكنكم الموافقة على كل نقطة أدناه وحدها. ويمكنكم تغيير رأيكم لاحقًا في صفحتكم.',
    read: 'أوافق على أن يقرأ فريق اللجنة ما أكتبه. يحذف الفريق ما يدل على هويتي. ثم قد يقرؤه آخرون يعملون على هذا الأمر. دون هذه الموافقة لا يمكنني المشاركة.',
    quote:
      'أوافق على عرض كلماتي على الآخرين كما هي، دون اسمي. مثلًا في تقرير أو في صفحة على الإنترنت.',
    credit:
      'أود أن أُشكر على مساهمتي. وأختار لكل تقرير كيف يكون ذلك: باسمي، أو دون اسمي، أو دون شكر.',
    recontact: 'أوافق على أن يسألني الفريق مرة أخرى لاحقًا، عن هذا الأمر أو عن غيره.',
  },
  zh: {
    intro:
      '是否参加由您决定。您可以拒绝。您可以随时停止，不必说明原因。您得到的医疗照护不会改变。\n\n没有人会在您的话旁边看到您的姓名。我们的页面上只显示一个编号。\n\n您可以对下面的每一项分别表示同意。以后您可以在自己的页面上改变决定。',
    read: '我同意小组的工作人员阅读我写的内容。他们会去掉能看出我是谁的内容。然后，参与这项工作的其他人可以阅读。如果不同意这一项，我就不能参加。',
    quote: '我同意把我的话原样给别人看，但不写我的姓名。例如写在报告里或放在网页上。',
    credit: '我希望我的参与得到感谢。每份报告由我选择方式：写姓名、不写姓名，或者不提。',
    recontact: '我同意工作人员以后就这件事或其他事情再次询问我。',
  },
};
