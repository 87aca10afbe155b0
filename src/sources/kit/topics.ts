import { nearest, slug } from '../../kernel/text.ts';
import { isTopic, TOPICS, type Topic } from '../../model/topic.ts';

/** `Incident response plan` and `incident-response-plan` are one topic; any other word is none, and the nearest is named. */
export function topicOf(text: string | undefined): Topic | { readonly reject: string } {
  if (text === undefined) return { reject: 'no topic' };
  const word = slug(text);
  if (isTopic(word)) return word;
  const near = nearest(word, TOPICS);
  return { reject: `no topic is called "${text}"${near === undefined ? '' : `; the nearest is ${near}`}` };
}
