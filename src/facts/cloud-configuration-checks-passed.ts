import { checksPassed } from './kit/checks.ts';

export default checksPassed({
  question: 'What share of the checks of cloud services passed?',
  means: 'Rules about the tenant’s directory, mail, files and rented machines.',
  about:
    /\b(entra|azure|aad|m365|microsoft 365|office 365|o365|exchange online|exo|sharepoint|onedrive|teams|power platform|defender for|intune|google workspace|gws|gmail|aws|amazon|s3|ec2|iam|kms|cloudtrail|guardduty|gcp|tenant|conditional access|cloud)\b/i,
  // Agents on devices call a part of themselves by this name.
  notAbout: /\bcloud anti ?malware\b/i,
});
