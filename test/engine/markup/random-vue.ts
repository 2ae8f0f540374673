import fc from 'fast-check';
import { attributes, COMPONENTS, findingOn } from './random-elements';

/** A component of Taro, another one, or the host's element of the same name. */
type Meaning = { readonly kind: 'taro'; readonly tag: string } | { readonly kind: 'other' };

const OTHER: Meaning = { kind: 'other' };

/** How a script declares a name, and which component that is if templates can use it. */
const FORMS = {
  taro: {
    text: (name: string, member: string) => `import { ${member} as ${name} } from '@tarojs/components'`,
    meaning: (member: string): Meaning | undefined => ({ kind: 'taro', tag: member.toLowerCase() }),
  },
  file: { text: (name: string) => `import ${name} from './own.vue'`, meaning: () => OTHER },
  library: {
    text: (name: string, member: string) => `import { ${member} as ${name} } from '@nutui/nutui-taro'`,
    meaning: () => OTHER,
  },
  type: { text: (name: string) => `import type { ${name} } from './types'`, meaning: () => undefined },
  loaded: {
    text: (name: string) => `const ${name} = defineAsyncComponent(() => import('./own.vue'))`,
    meaning: () => OTHER,
  },
} satisfies Record<
  string,
  { text(name: string, member: string): string; meaning(member: string): Meaning | undefined }
>;

const name = fc.constantFrom(...COMPONENTS, 'Chart', 'audio', 'text', 'progress');
const declaration = fc.record({
  form: fc.constantFrom(...(Object.keys(FORMS) as (keyof typeof FORMS)[])),
  name,
  member: fc.constantFrom(...COMPONENTS),
});
const element = fc.record({
  tag: fc.constantFrom(...[...COMPONENTS, 'Chart'].flatMap((one) => [one, one.toLowerCase()])),
  attributes,
  isClosed: fc.boolean(),
});

/** A component with elements in its template, one on a line, and what has to be found on each line. */
export interface Component {
  readonly text: string;
  readonly findings: readonly string[];
}

/** Vue components whose scripts import, declare and register components under the names of the host's. */
export const component: fc.Arbitrary<Component> = fc
  .record({
    declarations: fc.uniqueArray(declaration, { selector: (one) => one.name, maxLength: 4 }),
    registered: fc.uniqueArray(fc.tuple(name, name), {
      selector: ([one]) => one.toLowerCase(),
      maxLength: 2,
    }),
    isSetup: fc.boolean(),
    elements: fc.array(element, { maxLength: 6 }),
  })
  .map(({ declarations, registered, isSetup, elements }) => {
    const declared = (local: string) => {
      const found = declarations.find((one) => one.name === local);
      return found && FORMS[found.form].meaning(found.member);
    };
    const meaningOf = (tag: string): Meaning => {
      const pair = isSetup ? undefined : registered.find(([one]) => one.toLowerCase() === tag);
      if (pair) return declared(pair[1]) ?? OTHER;
      // A variable in lower case is a value, not a component.
      const local = declarations.find((one) => one.name.toLowerCase() === tag && /^[A-Z]/.test(one.name));
      return (local && declared(local.name)) ?? { kind: 'taro', tag };
    };
    const template = elements.map(({ tag, attributes, isClosed }) =>
      isClosed ? `<${tag} ${attributes.write('vue')} />` : `<${tag} ${attributes.write('vue')}>text</${tag}>`,
    );
    const findings = elements.flatMap(({ tag, attributes }, index) => {
      const meaning = meaningOf(tag.toLowerCase());
      const api = findingOn(meaning.kind === 'taro' ? meaning.tag : tag.toLowerCase(), attributes);
      return api ? [`${index + 2} ${api} ${meaning.kind === 'taro' ? 'DEP130' : 'DEP203'}`] : [];
    });
    const registration = registered
      .map(([one, local]) => (one === local ? one : `${one}: ${local}`))
      .join(', ');
    const script = [
      ...declarations.map(({ form, name, member }) => FORMS[form].text(name, member)),
      ...(isSetup ? [] : [`export default { components: { ${registration} } }`]),
    ].join('\n');
    return {
      text: `<template>\n${template.join('\n')}\n</template>\n<script${isSetup ? ' setup' : ''} lang="ts">\n${script}\n</script>\n`,
      findings,
    };
  });
