import { checksPassed } from './kit/checks.ts';

export default checksPassed({
  question: 'What share of the checks of marking mail from outside passed?',
  means: 'Rules about a visible warning on mail that comes from outside.',
  about:
    /\bexternal (sender|e ?mail|mail|message|recipient)s?\b.*\b(warn\w*|tag\w*|banner|identif\w*|prepend\w*|mark\w*|callout|implemented|enabled)\b|\b(tag|mark|warn|identif|banner)\w*\b.*\bexternal (sender|e ?mail|mail|message)s?\b|\bexternal in outlook\b/i,
});
