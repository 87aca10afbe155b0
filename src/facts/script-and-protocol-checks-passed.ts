import { checksPassed } from './kit/checks.ts';

export default checksPassed({
  question: 'What share of the checks of scripting and outdated protocols passed?',
  means: 'Rules about scripting engines, old versions of network protocols and name resolution that attackers abuse.',
  on: 'devices',
  about:
    /\b(powershell|scripting|script block|windows script host|wscript|smb ?v?1|smbv1|ntlm(v1)?|lm hash|lan manager|llmnr|netbios|wpad|mdns|telnet|rsh|rlogin|ftp|tftp|snmp ?v?[12]c?|ssl ?v?[23]|tls ?v?1[ .]?[01]|ssh protocol|legacy protocols?|insecure protocols?|legacy authentication|basic authentication)\b/i,
});
