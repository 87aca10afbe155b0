import { criticalInstalledWithin } from './kit/patches.ts';

export default criticalInstalledWithin({
  question: 'What share of critical patches was installed within 14 days of its release?',
  means: 'From the vendor’s release to installation. The day on which a tool collected a row is no release.',
  days: () => 14,
});
