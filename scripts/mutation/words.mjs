// What the mutation run leaves alone: words for people. A sentence in a remark, a question, a unit judges nothing.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const WORDS = new Set(['question', 'means', 'title', 'one', 'unit', 'silent', 'text', 'remark', 'listed']);
const SENTENCE = /\p{L} \p{L}.*[.:]$/u;

const words = {
  shouldIgnore(path) {
    if (path.isStringLiteral()) return said(path, path.node.value);
    if (path.isTemplateLiteral()) return said(path, path.node.quasis.map(({ value }) => value.raw).join('…'));
    return undefined;
  },
};

function said(path, text) {
  const property = path.parentPath?.isObjectProperty() ? path.parentPath.node.key.name : undefined;
  const isForPeople = WORDS.has(property) || SENTENCE.test(text) || (path.isTemplateLiteral() && text.includes(' '));
  return isForPeople ? 'words for people' : undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words', words)];
