import { describe, expect, it } from 'vitest';
import { supportOf } from '../../src/facts/kit/end-of-life.ts';

describe('the end of support that is publicly known', () => {
  it.each<[string, string, string]>([
    ['Microsoft Windows XP Professional', 'Windows XP', '2014-04-08'],
    ['windows vista', 'Windows Vista', '2017-04-11'],
    ['Windows 7 Pro', 'Windows 7', '2020-01-14'],
    ['Windows 8.1', 'Windows 8.1', '2023-01-10'],
    ['Windows 8', 'Windows 8', '2016-01-12'],
    ['Windows 10 Enterprise', 'Windows 10', '2025-10-14'],
    ['Windows Server 2003', 'Windows Server 2003', '2015-07-14'],
    ['Windows Server (R) 2008 R2', 'Windows Server 2008', '2020-01-14'],
    ['Windows Server 2012 R2 Standard', 'Windows Server 2012', '2023-10-10'],
    ['Microsoft Windows Server 2016', 'Windows Server 2016', '2027-01-12'],
    ['Windows Server 2019', 'Windows Server 2019', '2029-01-09'],
    ['Windows Server 2022', 'Windows Server 2022', '2031-10-14'],
    ['Windows Server 2025', 'Windows Server 2025', '2034-11-14'],
    ['Ubuntu 14.04', 'Ubuntu 14.04', '2019-04-30'],
    ['Ubuntu 16.04.7 LTS', 'Ubuntu 16.04', '2021-04-30'],
    ['Ubuntu Linux 18.04', 'Ubuntu 18.04', '2023-05-31'],
    ['ubuntu-20.04', 'Ubuntu 20.04', '2025-05-31'],
    ['Ubuntu 22.04', 'Ubuntu 22.04', '2027-04-30'],
    ['Ubuntu 24.04', 'Ubuntu 24.04', '2029-04-30'],
    ['Debian 8', 'Debian 8', '2020-06-30'],
    ['Debian 9.13', 'Debian 9', '2022-06-30'],
    ['Debian GNU/Linux 10 (buster)', 'Debian 10', '2024-06-30'],
    ['Debian GNU/Linux 11', 'Debian 11', '2026-08-31'],
    ['Debian 12', 'Debian 12', '2028-06-30'],
    ['CentOS 6', 'CentOS 6', '2020-11-30'],
    ['CentOS Linux 7', 'CentOS 7', '2024-06-30'],
    ['CentOS Linux 8', 'CentOS 8', '2021-12-31'],
    ['Windows 10.0.19045', 'Windows 10', '2025-10-14'],
    ['Windows 10.0.17763 Pro', 'Windows 10', '2025-10-14'],
    ['Windows 10.0.19044 Home', 'Windows 10', '2025-10-14'],
    ['Windows 10.0.21999', 'Windows 10', '2025-10-14'],
    ['Windows Server 2022 10.0.20348', 'Windows Server 2022', '2031-10-14'],
    // Without "Windows" the build says nothing.
    ['Ubuntu 22.04 10.0.22631', 'Ubuntu 22.04', '2027-04-30'],
  ])('%s', (os, system, ends) => {
    expect(supportOf(os)).toEqual({ system, ends });
    const [name = '', ...rest] = os.split(' ');
    if (rest.length > 0) expect(supportOf(name, rest.join(' '))).toEqual({ system, ends });
  });

  it.each([
    [undefined],
    ['Windows'],
    ['Windows 70'],
    ['Windows 80'],
    ['Windows 100'],
    ['Windows 11 Pro'],
    ['Windows 10 Enterprise LTSC'],
    ['Windows 10 LTSB 2016'],
    ['Windows 10 IoT'],
    ['Windows 10.0.22000'],
    ['Windows 10.0.22631'],
    ['Windows 10.0.10240'],
    ['Windows 10.0.14393'],
    ['Windows 10.0.17763'],
    ['Windows 10.0.19044'],
    ['Windows 10.0.17763 Professional'],
    ['Windows 10.0.19045 LTSC'],
    ['Windows 10.0.19045 LTSB'],
    ['Windows 10.0.19045 IoT'],
    ['Ubuntu 23.10'],
    ['Debian 80'],
    ['Debian 110'],
    ['Debian 13'],
    ['CentOS 70'],
    ['CentOS Stream 9'],
    ['Ubuntu with a very long name 22.04'],
    ['Debian with a very long name 12'],
    ['Windows Server of a long name 2019'],
    ['macOS 14'],
  ])('%s: not told', (os) => {
    expect(supportOf(os)).toBeUndefined();
  });
});
