import { shareOfAdmins } from './kit/admins.ts';
import { refutes, supports } from './kit/subjects.ts';

export default shareOfAdmins({
  question: 'What share of enabled privileged accounts has a phishing-resistant second factor?',
  means:
    'Security keys, passkeys, certificates and their like; codes by text message, telephone or app can be phished.',
  from: ['mfa-registration'],
  factorOf: (record) => {
    if (record.kind !== 'mfa-registration') return undefined;
    if (record.bypass === true) return refutes(`${record.user}: bypass allowed`);
    if (record.phishingResistant === true) return supports(`${record.user}: phishing-resistant method registered`);
    const told = record.phishingResistant !== undefined || record.registered === false || record.methods !== undefined;
    if (!told) return undefined;
    const methods = record.methods?.length ? `only ${record.methods.join(', ')}` : 'no phishing-resistant method';
    return refutes(`${record.user}: ${methods}`);
  },
});
