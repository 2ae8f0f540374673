import { rewritten } from '../../messages/reasons';
import { markupCatalogue } from '../catalogue/markup';
import { type MarkupRule, markupApis } from '../markup';
import { defineMigration } from '../migration';
import { reportedMarkup } from '../report-markup';

const NAME = 'native-attribute-names';

/** The new names of attributes. Values stay as they are. */
const NAMES: Readonly<Record<string, string>> = {
  'input.auto-focus': 'focus',
  'progress.color': 'active-color',
  'slider.color': 'background-color',
  'slider.selected-color': 'active-color',
};

const apiOf = ({ tag, members }: Pick<MarkupRule, 'tag' | 'members'>) => markupApis(tag, members)[0]!;
const { markup, messages } = reportedMarkup(
  NAME,
  markupCatalogue.filter((entry) => apiOf(entry) in NAMES),
);

/** A rule that renames what can be renamed. The others stay reported. */
function renaming(rule: MarkupRule): MarkupRule {
  const to = NAMES[apiOf(rule)]!;
  return {
    ...rule,
    to,
    // Taro has its own lists of attributes, which do not have all names.
    syntaxes: ['wxml'],
    decide(reference) {
      const outcome = rule.decide(reference);
      // `focus` also opens the keyboard when a bound value changes.
      const isSame = to !== 'focus' || reference.found?.constant !== undefined;
      return outcome && reference.isCertain && isSame
        ? { reason: rewritten.attribute(to), changes: [{ kind: 'rename-attribute', to }] }
        : outcome;
    },
  };
}

export default defineMigration({
  name: NAME,
  summary: {
    en: 'new names of attributes in native templates: auto-focus → focus, … (not measured on a device)',
    zh: '原生模板中已改名的属性：auto-focus → focus 等（未经真机测试）',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/component/',
  guide: NAME,
  codePrefix: 'NAT',
  optIn: true,
  apis: {},
  markup: markup.map(renaming),
  messages,
});
