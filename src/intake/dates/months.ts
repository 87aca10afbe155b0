/** Names and abbreviations by month: English, French, German, Italian, Spanish, Russian (also in the case that follows a day). */
const NAMES: readonly (readonly string[])[] = [
  [
    'january',
    'jan',
    'janvier',
    'janv',
    'januar',
    'jän',
    'jänner',
    'gennaio',
    'gen',
    'enero',
    'ene',
    'январь',
    'января',
    'янв',
  ],
  [
    'february',
    'feb',
    'février',
    'fevrier',
    'févr',
    'fevr',
    'fév',
    'februar',
    'febbraio',
    'febrero',
    'февраль',
    'февраля',
    'фев',
    'февр',
  ],
  ['march', 'mar', 'mars', 'märz', 'maerz', 'mär', 'mrz', 'marzo', 'март', 'марта', 'мар'],
  ['april', 'apr', 'avril', 'avr', 'aprile', 'abril', 'abr', 'апрель', 'апреля', 'апр'],
  ['may', 'mai', 'maggio', 'mag', 'mayo', 'май', 'мая'],
  ['june', 'jun', 'juin', 'juni', 'giugno', 'giu', 'junio', 'июнь', 'июня', 'июн'],
  ['july', 'jul', 'juillet', 'juil', 'juli', 'luglio', 'lug', 'julio', 'июль', 'июля', 'июл'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'ago', 'август', 'августа', 'авг'],
  ['september', 'sep', 'sept', 'septembre', 'settembre', 'set', 'septiembre', 'сентябрь', 'сентября', 'сен', 'сент'],
  ['october', 'oct', 'octobre', 'oktober', 'okt', 'ottobre', 'ott', 'octubre', 'октябрь', 'октября', 'окт'],
  ['november', 'nov', 'novembre', 'noviembre', 'ноябрь', 'ноября', 'ноя', 'нояб'],
  [
    'december',
    'dec',
    'décembre',
    'decembre',
    'déc',
    'dezember',
    'dez',
    'dicembre',
    'dic',
    'diciembre',
    'декабрь',
    'декабря',
    'дек',
  ],
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** 1 to 12, or undefined when the word is no month in any of these languages. */
export function monthNamed(word: string): number | undefined {
  return MONTHS.get(word.toLowerCase().replace(/\.$/, ''));
}

/** Beginnings of the weekdays' names in the same languages. */
const WEEKDAYS =
  /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|die|mit|don|fre|son|gio|sab|dom|mi[eé]|jue|vie|sáb|пон|вто|сре|чет|пят|суб|вос)|^(?:mo|di|mi|do|fr|sa|so|пн|вт|ср|чт|пт|сб|вс)$/i;

export function isWeekday(word: string): boolean {
  return WEEKDAYS.test(word);
}
