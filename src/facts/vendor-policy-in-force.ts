import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'vendor-management',
  question: 'Are there approved and current rules for choosing and watching vendors?',
  means: 'How vendors are rated, bound and reviewed.',
});
