import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';

export interface Support {
  readonly system: string;
  /** The last day of the maker's general or long-term support. */
  readonly ends: CivilDate;
}

// Publicly announced ends of support; editions with longer paid support are left out, since an inventory cannot show that it was bought.
// Windows 11 is not here: each of its feature versions ends on a day of its own, so only a date in the inventory decides.
const SYSTEMS: readonly (readonly [RegExp, string, string])[] = [
  [/windows xp/i, 'Windows XP', '2014-04-08'],
  [/windows vista/i, 'Windows Vista', '2017-04-11'],
  [/windows 7\b/i, 'Windows 7', '2020-01-14'],
  [/windows 8\.1/i, 'Windows 8.1', '2023-01-10'],
  [/windows 8\b(?!\.1)/i, 'Windows 8', '2016-01-12'],
  [/windows 10\b(?!.*(ltsc|ltsb|iot))/i, 'Windows 10', '2025-10-14'],
  [/windows server\D{0,12}2003/i, 'Windows Server 2003', '2015-07-14'],
  [/windows server\D{0,12}2008/i, 'Windows Server 2008', '2020-01-14'],
  [/windows server\D{0,12}2012/i, 'Windows Server 2012', '2023-10-10'],
  [/windows server\D{0,12}2016/i, 'Windows Server 2016', '2027-01-12'],
  [/windows server\D{0,12}2019/i, 'Windows Server 2019', '2029-01-09'],
  [/windows server\D{0,12}2022/i, 'Windows Server 2022', '2031-10-14'],
  [/windows server\D{0,12}2025/i, 'Windows Server 2025', '2034-11-14'],
  [/ubuntu\D{0,12}14\.04/i, 'Ubuntu 14.04', '2019-04-30'],
  [/ubuntu\D{0,12}16\.04/i, 'Ubuntu 16.04', '2021-04-30'],
  [/ubuntu\D{0,12}18\.04/i, 'Ubuntu 18.04', '2023-05-31'],
  [/ubuntu\D{0,12}20\.04/i, 'Ubuntu 20.04', '2025-05-31'],
  [/ubuntu\D{0,12}22\.04/i, 'Ubuntu 22.04', '2027-04-30'],
  [/ubuntu\D{0,12}24\.04/i, 'Ubuntu 24.04', '2029-04-30'],
  [/debian\D{0,14}\b8\b/i, 'Debian 8', '2020-06-30'],
  [/debian\D{0,14}\b9\b/i, 'Debian 9', '2022-06-30'],
  [/debian\D{0,14}\b10\b/i, 'Debian 10', '2024-06-30'],
  [/debian\D{0,14}\b11\b/i, 'Debian 11', '2026-08-31'],
  [/debian\D{0,14}\b12\b/i, 'Debian 12', '2028-06-30'],
  [/centos\D{0,14}\b6\b/i, 'CentOS 6', '2020-11-30'],
  [/centos\D{0,14}\b7\b/i, 'CentOS 7', '2024-06-30'],
  [/centos\D{0,14}\b8\b/i, 'CentOS 8', '2021-12-31'],
];

/** What is publicly known of a system's support, by the words of an inventory; undefined when they leave doubt or are not in the table. */
export function supportOf(os: string | undefined, version?: string): Support | undefined {
  if (os === undefined) return undefined;
  const words = clientWords(`${os} ${version ?? ''}`);
  const found = SYSTEMS.find(([pattern]) => pattern.test(words));
  const ends = found && civilDate(found[2]);
  return found && ends ? { system: found[1], ends } : undefined;
}

const FIRST_BUILD_OF_WINDOWS_11 = 22_000;
// Builds of Windows 10 that are also long-term editions, which outlive it by years, or servers: the number alone does not tell which.
const SHARED_BUILDS: ReadonlySet<number> = new Set([10_240, 14_393, 17_763, 19_044]);

/** Windows 11 still calls itself 10.0: of a client's `Windows 10.0.22631` the build decides, never the two first numbers. */
function clientWords(words: string): string {
  const build = /\b10\.0\.(\d{5})\b/.exec(words)?.[1];
  if (build === undefined || !/windows/i.test(words) || /server/i.test(words)) return words;
  if (Number(build) >= FIRST_BUILD_OF_WINDOWS_11) return 'Windows 11';
  if (SHARED_BUILDS.has(Number(build))) return /\b(home|pro)\b/i.test(words) ? 'Windows 10' : '';
  return /ltsc|ltsb|iot/i.test(words) ? words : 'Windows 10';
}
