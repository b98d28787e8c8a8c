import type { WrittenLanguage, WrittenWords } from './words';

/** What a place to type at asks for, in the language of the plan; where nobody types over it, it is a placeholder. */
// biome-ignore format: a row a language
export const hints = {
  /** An open step. */
  openStep: {
    en: ['What will be done'], zh: ['将要做什么'], 'zh-Hant': ['將要做什麼'], ja: ['これから行うこと'], ko: ['앞으로 할 일'],
    es: ['Qué se hará'], pt: ['O que será feito'], fr: ['Ce qui sera fait'], de: ['Was getan wird'], ru: ['Что будет сделано'],
  },
  /** A step, or a record of Progress, that is done. */
  doneStep: {
    en: ['What was done'], zh: ['已做了什么'], 'zh-Hant': ['已做了什麼'], ja: ['行ったこと'], ko: ['한 일'],
    es: ['Qué se hizo'], pt: ['O que foi feito'], fr: ['Ce qui a été fait'], de: ['Was getan wurde'], ru: ['Что было сделано'],
  },
  /** What is done of a step that is partly done. */
  completed: {
    en: ['what is done'], zh: ['已完成的部分'], 'zh-Hant': ['已完成的部分'], ja: ['済んだ部分'], ko: ['끝난 부분'],
    es: ['qué está hecho'], pt: ['o que está feito'], fr: ['ce qui est fait'], de: ['was erledigt ist'], ru: ['что сделано'],
  },
  /** What is left of it. */
  remaining: {
    en: ['what is left'], zh: ['剩下的部分'], 'zh-Hant': ['剩下的部分'], ja: ['残っている部分'], ko: ['남은 부분'],
    es: ['qué queda'], pt: ['o que resta'], fr: ['ce qui reste'], de: ['was übrig ist'], ru: ['что осталось'],
  },
  /** Why a step is given up. */
  whyDropped: {
    en: ['why'], zh: ['为什么'], 'zh-Hant': ['為什麼'], ja: ['その理由'], ko: ['그 이유'],
    es: ['por qué'], pt: ['por quê'], fr: ['pourquoi'], de: ['warum'], ru: ['почему'],
  },
  /** What a step waits for. */
  whyBlocked: {
    en: ['by what, and who can help'], zh: ['因为什么，谁能帮忙'], 'zh-Hant': ['因為什麼，誰能幫忙'], ja: ['何を待ち、誰が助けられるか'],
    ko: ['무엇 때문에, 누가 도울 수 있는지'], es: ['por qué, y quién puede ayudar'], pt: ['por quê, e quem pode ajudar'],
    fr: ['par quoi, et qui peut aider'], de: ['wodurch, und wer helfen kann'], ru: ['чем, и кто может помочь'],
  },
  /** A surprise. */
  found: {
    en: ['What was found, and what it changes'], zh: ['发现了什么，它改变了什么'], 'zh-Hant': ['發現了什麼，它改變了什麼'],
    ja: ['何が分かり、何が変わるか'], ko: ['무엇을 알게 되었고 무엇이 달라지는지'], es: ['Qué se encontró, y qué cambia'],
    pt: ['O que foi encontrado, e o que muda'], fr: ['Ce qui a été trouvé, et ce que cela change'],
    de: ['Was gefunden wurde, und was sich dadurch ändert'], ru: ['Что обнаружено и что это меняет'],
  },
  /** Its evidence. */
  proof: {
    en: ['the file and line, or the short output, that proves it'], zh: ['能证明它的文件和行号，或简短输出'],
    'zh-Hant': ['能證明它的檔案和行號，或簡短輸出'], ja: ['それを示すファイルと行、または短い出力'], ko: ['그것을 증명하는 파일과 줄, 또는 짧은 출력'],
    es: ['el archivo y la línea, o la salida breve, que lo prueba'], pt: ['o arquivo e a linha, ou a saída curta, que o prova'],
    fr: ['le fichier et la ligne, ou la courte sortie, qui le prouve'], de: ['Datei und Zeile, oder die kurze Ausgabe, die es belegt'],
    ru: ['файл и строка или короткий вывод, которые это доказывают'],
  },
  /** A decision. */
  decided: {
    en: ['What was decided'], zh: ['决定了什么'], 'zh-Hant': ['決定了什麼'], ja: ['決めたこと'], ko: ['결정한 것'],
    es: ['Qué se decidió'], pt: ['O que foi decidido'], fr: ['Ce qui a été décidé'], de: ['Was entschieden wurde'], ru: ['Что было решено'],
  },
  /** Its rationale. */
  why: {
    en: ['Why, and what was turned down'], zh: ['为什么，以及放弃了什么方案'], 'zh-Hant': ['為什麼，以及放棄了什麼方案'],
    ja: ['その理由と、採らなかった案'], ko: ['그 이유와 택하지 않은 안'], es: ['Por qué, y qué se descartó'], pt: ['Por quê, e o que foi descartado'],
    fr: ['Pourquoi, et ce qui a été écarté'], de: ['Warum, und was verworfen wurde'], ru: ['Почему и от чего отказались'],
  },
  /** Its author. */
  who: {
    en: ['who decided'], zh: ['谁决定的'], 'zh-Hant': ['誰決定的'], ja: ['決めた人'], ko: ['결정한 사람'],
    es: ['quién decidió'], pt: ['quem decidiu'], fr: ['qui a décidé'], de: ['wer entschieden hat'], ru: ['кто решил'],
  },
  /** An outcome. */
  reached: {
    en: ['What works now, measured against the purpose'], zh: ['对照目的，现在能做到什么'], 'zh-Hant': ['對照目的，現在能做到什麼'],
    ja: ['目的に照らして、いま動くもの'], ko: ['목적에 비추어 지금 되는 것'], es: ['Qué funciona ahora, medido con el propósito'],
    pt: ['O que funciona agora, medido pelo propósito'], fr: ['Ce qui marche maintenant, mesuré au but'],
    de: ['Was jetzt geht, gemessen am Zweck'], ru: ['Что теперь работает, если мерить по цели'],
  },
  /** What is left behind it. */
  learned: {
    en: ['What remains, and what was learned'], zh: ['还剩什么，学到了什么'], 'zh-Hant': ['還剩什麼，學到了什麼'], ja: ['残ったことと、学んだこと'],
    ko: ['남은 것과 배운 것'], es: ['Qué queda, y qué se aprendió'], pt: ['O que resta, e o que se aprendeu'],
    fr: ['Ce qui reste, et ce qui a été appris'], de: ['Was bleibt, und was gelernt wurde'], ru: ['Что осталось и чему научились'],
  },
  /** A record of no role that is known. */
  record: {
    en: ['What to record'], zh: ['要记录什么'], 'zh-Hant': ['要記錄什麼'], ja: ['記録すること'], ko: ['기록할 것'],
    es: ['Qué anotar'], pt: ['O que registrar'], fr: ['Ce qu’il faut noter'], de: ['Was festzuhalten ist'], ru: ['Что записать'],
  },
  /** A note of revision. */
  revised: {
    en: ['what changed in this plan, and why'], zh: ['本计划改了什么，为什么'], 'zh-Hant': ['本計畫改了什麼，為什麼'],
    ja: ['この計画の変更点とその理由'], ko: ['이 계획에서 바뀐 것과 그 이유'], es: ['qué cambió en este plan, y por qué'],
    pt: ['o que mudou neste plano, e por quê'], fr: ['ce qui a changé dans ce plan, et pourquoi'],
    de: ['was sich in diesem Plan geändert hat, und warum'], ru: ['что изменилось в этом плане и почему'],
  },
  /** The title of a milestone. */
  title: {
    en: ['Title'], zh: ['标题'], 'zh-Hant': ['標題'], ja: ['タイトル'], ko: ['제목'],
    es: ['Título'], pt: ['Título'], fr: ['Titre'], de: ['Titel'], ru: ['Название'],
  },
  /** What a milestone brings: a paragraph's first sentence, the value of a key, and words behind a title in a list. */
  milestone: {
    en: ['Say what will exist at the end of this milestone that does not exist now.'], zh: ['写明本里程碑结束时会有什么现在没有的东西。'],
    'zh-Hant': ['寫明本里程碑結束時會有什麼現在沒有的東西。'], ja: ['このマイルストーンの終わりに、いまはない何ができているかを書く。'],
    ko: ['이 마일스톤이 끝나면 지금은 없는 무엇이 생기는지 적는다.'], es: ['Decir qué existirá al final de este hito que ahora no existe.'],
    pt: ['Dizer o que existirá ao fim deste marco que agora não existe.'], fr: ['Dire ce qui existera à la fin de ce jalon et n’existe pas encore.'],
    de: ['Sagen, was es am Ende dieses Meilensteins gibt und jetzt noch nicht.'], ru: ['Сказать, что появится к концу этой вехи и чего сейчас нет.'],
  },
  scope: {
    en: ['What this milestone adds, and what it leaves alone'], zh: ['本里程碑增加什么，不碰什么'], 'zh-Hant': ['本里程碑增加什麼，不碰什麼'],
    ja: ['このマイルストーンで加えるものと、触れないもの'], ko: ['이 마일스톤이 더하는 것과 건드리지 않는 것'], es: ['Qué añade este hito, y qué deja como está'],
    pt: ['O que este marco acrescenta, e o que deixa como está'], fr: ['Ce que ce jalon ajoute, et ce qu’il laisse'],
    de: ['Was dieser Meilenstein hinzufügt, und was er lässt'], ru: ['Что добавляет эта веха и чего не трогает'],
  },
  willExist: {
    en: ['what will exist then'], zh: ['届时会有什么'], 'zh-Hant': ['屆時會有什麼'], ja: ['そのときにあるもの'], ko: ['그때 있을 것'],
    es: ['qué existirá entonces'], pt: ['o que existirá então'], fr: ['ce qui existera alors'], de: ['was es dann gibt'], ru: ['что тогда появится'],
  },
  /** The paragraph's next sentences. */
  work: {
    en: ['Tell the work, naming each file by its path from the repository root.'], zh: ['说明工作内容，每个文件都写出从仓库根目录起的路径。'],
    'zh-Hant': ['說明工作內容，每個檔案都寫出從儲存庫根目錄起的路徑。'], ja: ['作業を書き、各ファイルをリポジトリのルートからのパスで示す。'],
    ko: ['할 일을 적고, 각 파일을 저장소 루트 기준 경로로 밝힌다.'], es: ['Contar el trabajo, con cada archivo por su ruta desde la raíz del repositorio.'],
    pt: ['Contar o trabalho, com cada arquivo pelo caminho a partir da raiz do repositório.'],
    fr: ['Dire le travail, chaque fichier par son chemin depuis la racine du dépôt.'],
    de: ['Die Arbeit beschreiben, jede Datei mit ihrem Pfad ab der Wurzel des Repositorys.'],
    ru: ['Описать работу, указывая каждый файл путём от корня репозитория.'],
  },
  commandAndOutput: {
    en: ['Name the command to run and what it shows when the milestone is reached.'], zh: ['写出要运行的命令，以及达到里程碑时它显示什么。'],
    'zh-Hant': ['寫出要執行的命令，以及達到里程碑時它顯示什麼。'], ja: ['実行するコマンドと、マイルストーンに達したときの表示を書く。'],
    ko: ['실행할 명령과 마일스톤에 이르렀을 때 보이는 것을 적는다.'], es: ['Nombrar la orden que se ejecuta y lo que muestra cuando se alcanza el hito.'],
    pt: ['Nomear o comando a executar e o que ele mostra quando o marco é alcançado.'],
    fr: ['Nommer la commande à lancer et ce qu’elle montre quand le jalon est atteint.'],
    de: ['Den Befehl nennen, und was er zeigt, wenn der Meilenstein erreicht ist.'],
    ru: ['Назвать команду и то, что она показывает, когда веха достигнута.'],
  },
  /** What a plan is about, in its title. */
  planTitle: {
    en: ['Short, action-oriented description'], zh: ['以动词开头的简短描述'], 'zh-Hant': ['以動詞開頭的簡短描述'], ja: ['動作で始まる短い説明'],
    ko: ['무엇을 하는지 짧게'], es: ['Descripción breve que empieza por un verbo'], pt: ['Descrição breve que começa por um verbo'],
    fr: ['Description brève, qui commence par un verbe'], de: ['Kurz, was getan wird'],
    ru: ['Краткое описание, начиная с глагола'],
  },
  /** What a term means. */
  term: {
    en: ['what it stands for'], zh: ['它代表什么'], 'zh-Hant': ['它代表什麼'], ja: ['何を指すか'], ko: ['무엇을 뜻하는지'],
    es: ['qué significa'], pt: ['o que significa'], fr: ['ce que cela désigne'], de: ['wofür es steht'], ru: ['что это значит'],
  },
  /** What can be repeated, and what to do when a step fails. */
  repeatable: {
    en: ['the steps that can run again without harm'], zh: ['可以再次运行而无害的步骤'], 'zh-Hant': ['可以再次執行而無害的步驟'],
    ja: ['もう一度実行しても害のないステップ'], ko: ['다시 실행해도 해가 없는 단계'], es: ['los pasos que pueden volver a ejecutarse sin daño'],
    pt: ['as etapas que podem ser executadas de novo sem dano'], fr: ['les étapes que l’on peut relancer sans dommage'],
    de: ['die Schritte, die ohne Schaden noch einmal laufen können'], ru: ['шаги, которые можно выполнить снова без вреда'],
  },
  halfway: {
    en: ['how to go back, or how to go on'], zh: ['如何退回，或如何继续'], 'zh-Hant': ['如何退回，或如何繼續'], ja: ['戻し方、または続け方'],
    ko: ['되돌리는 방법, 또는 계속하는 방법'], es: ['cómo volver atrás, o cómo seguir'], pt: ['como voltar atrás, ou como continuar'],
    fr: ['comment revenir en arrière, ou comment continuer'], de: ['wie man zurück- oder weiterkommt'], ru: ['как вернуться или как продолжить'],
  },
  /** A deliverable. */
  fileKind: {
    en: ['Kind of file'], zh: ['文件类型'], 'zh-Hant': ['檔案類型'], ja: ['ファイルの種類'], ko: ['파일 종류'],
    es: ['Tipo de archivo'], pt: ['Tipo de arquivo'], fr: ['Type de fichier'], de: ['Art der Datei'], ru: ['Вид файла'],
  },
  /** A command, its output, and both where they are told in words. */
  command: {
    en: ['command'], zh: ['命令'], 'zh-Hant': ['命令'], ja: ['コマンド'], ko: ['명령'],
    es: ['orden'], pt: ['comando'], fr: ['commande'], de: ['Befehl'], ru: ['команда'],
  },
  output: {
    en: ['what the command prints'], zh: ['命令的输出'], 'zh-Hant': ['命令的輸出'], ja: ['コマンドの出力'], ko: ['명령의 출력'],
    es: ['lo que imprime la orden'], pt: ['o que o comando imprime'], fr: ['ce qu’affiche la commande'], de: ['was der Befehl ausgibt'],
    ru: ['что выводит команда'],
  },
  run: {
    en: ['what to run, and what it then shows'], zh: ['运行什么，然后显示什么'], 'zh-Hant': ['執行什麼，然後顯示什麼'],
    ja: ['何を実行し、何が表示されるか'], ko: ['무엇을 실행하고 무엇이 보이는지'], es: ['qué ejecutar, y qué muestra entonces'],
    pt: ['o que executar, e o que mostra então'], fr: ['quoi lancer, et ce que cela montre'], de: ['was zu starten ist, und was es dann zeigt'],
    ru: ['что запустить и что оно тогда покажет'],
  },
} as const satisfies Readonly<Record<string, WrittenWords>>;

export type Hint = keyof typeof hints;

/** What a place asks for in a language. */
export function hintIn(language: WrittenLanguage, hint: Hint): string {
  return hints[hint][language][0];
}
