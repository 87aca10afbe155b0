export type DateLanguage = 'mdy' | 'dmy' | 'ymd' | 'infer';
const FIELDS = ['host', 'name', 'version', 'installed', 'booted'] as const;
type Field = (typeof FIELDS)[number];

interface Language {
  readonly labels: Readonly<Record<Field, readonly string[]>>;
  /** English is spoken where months come first and where days do. */
  readonly order: DateLanguage;
}

const LANGUAGES: readonly Language[] = [
  {
    labels: {
      host: ['Host Name'],
      name: ['OS Name'],
      version: ['OS Version'],
      installed: ['Original Install Date'],
      // Windows XP and 2003 print for how long it has been up instead, which is no time.
      booted: ['System Boot Time'],
    },
    order: 'infer',
  },
  {
    labels: {
      host: ['Hostname'],
      name: ['Betriebssystemname'],
      version: ['Betriebssystemversion'],
      installed: ['Ursprüngliches Installationsdatum'],
      booted: ['Systemstartzeit'],
    },
    order: 'dmy',
  },
  {
    labels: {
      host: ["Nom de l'hôte", 'Nom de l’hôte'],
      name: ["Nom du système d'exploitation", 'Nom du système d’exploitation'],
      version: ['Version du système'],
      installed: ["Date d'installation originale", 'Date d’installation d’origine'],
      booted: ['Heure de démarrage du système'],
    },
    order: 'dmy',
  },
  {
    labels: {
      host: ['Nome host'],
      name: ['Nome SO'],
      version: ['Versione SO'],
      installed: ['Data di installazione originale'],
      booted: ['Tempo di avvio sistema', 'Ora di avvio sistema'],
    },
    order: 'dmy',
  },
  {
    labels: {
      host: ['Nombre de host'],
      name: ['Nombre del sistema operativo'],
      version: ['Versión del sistema operativo'],
      installed: ['Fecha de instalación original'],
      booted: ['Tiempo de arranque del sistema', 'Hora de arranque del sistema'],
    },
    order: 'dmy',
  },
  {
    labels: {
      host: ['Nome do host'],
      name: ['Nome do sistema operacional'],
      version: ['Versão do sistema operacional'],
      installed: ['Data da instalação original'],
      booted: ['Tempo de Inicialização do Sistema'],
    },
    order: 'dmy',
  },
  {
    labels: {
      host: ['Имя узла'],
      name: ['Название ОС'],
      version: ['Версия ОС'],
      installed: ['Дата установки'],
      booted: ['Время загрузки системы'],
    },
    order: 'dmy',
  },
  {
    labels: {
      host: ['ホスト名'],
      name: ['OS 名'],
      version: ['OS バージョン'],
      installed: ['最初のインストール日付'],
      booted: ['システム起動時間'],
    },
    order: 'ymd',
  },
  {
    labels: {
      host: ['主机名'],
      name: ['OS 名称'],
      version: ['OS 版本'],
      installed: ['初始安装日期'],
      booted: ['系统启动时间'],
    },
    order: 'ymd',
  },
];

const KNOWN: ReadonlyMap<string, { readonly field: Field; readonly order: DateLanguage }> = new Map(
  LANGUAGES.flatMap(({ labels, order }) =>
    FIELDS.flatMap((field) => labels[field].map((label) => [label.toLowerCase(), { field, order }] as const)),
  ),
);

/** What a label of systeminfo is about, in whichever of these languages it is written. */
export function labelOf(label: string): { readonly field: Field; readonly order: DateLanguage } | undefined {
  return KNOWN.get(label.trim().toLowerCase());
}

/** Every name of one column, for the table form, whose headers are the same labels. */
export function labelsOf(field: Field): readonly string[] {
  return LANGUAGES.flatMap(({ labels }) => labels[field]);
}
