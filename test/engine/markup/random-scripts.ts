import fc from 'fast-check';
import { type Attributes, attributes, COMPONENTS, findingOn } from './random-elements';

/** What a name stands for. */
type Meaning =
  | { readonly kind: 'taro'; readonly tag: string }
  | { readonly kind: 'module' }
  /** Imported from elsewhere, with its name in this file. */
  | { readonly kind: 'import'; readonly name: string }
  | { readonly kind: 'own' };
type Resolve = (name: string) => Meaning;

interface Declaration {
  readonly form: keyof typeof FORMS;
  readonly name: string;
  /** The name from which it is made. */
  readonly from: string;
  /** The exported name. */
  readonly member: string;
}
interface Use {
  readonly name: string;
  readonly member: string | undefined;
  readonly syntax: 'jsx' | 'call';
  readonly creator: string;
  readonly attributes: Attributes;
}
interface Scope {
  readonly declarations: readonly Declaration[];
  readonly uses: readonly Use[];
  readonly inner: readonly Scope[];
  readonly parameter: string | undefined;
}

const OWN: Meaning = { kind: 'own' };
const MODULE: Meaning = { kind: 'module' };
const taro = (member: string): Meaning => ({ kind: 'taro', tag: member.toLowerCase() });
const memberOf = (object: Meaning, member: string) => (object.kind === 'module' ? taro(member) : OWN);
const madeOf = (meaning: Meaning) => (meaning.kind === 'taro' ? meaning : OWN);
const REQUIRED = "require('@tarojs/components')";

/** How names are declared: only imports, or in each scope. */
const FORMS = {
  import: {
    isImport: true,
    text: ({ name, member }: Declaration) => `import { ${member} as ${name} } from '@tarojs/components'`,
    meaning: ({ member }: Declaration) => taro(member),
  },
  namespace: {
    isImport: true,
    text: ({ name }: Declaration) => `import * as ${name} from '@tarojs/components'`,
    meaning: () => MODULE,
  },
  whole: {
    isImport: true,
    text: ({ name }: Declaration) => `import ${name} from '@tarojs/components'`,
    meaning: () => MODULE,
  },
  foreign: {
    isImport: true,
    text: ({ name, member }: Declaration) => `import { ${member} as ${name} } from 'antd'`,
    meaning: ({ name }: Declaration): Meaning => ({ kind: 'import', name }),
  },
  default: {
    isImport: true,
    text: ({ name }: Declaration) => `import ${name} from './parts'`,
    meaning: ({ name }: Declaration): Meaning => ({ kind: 'import', name }),
  },
  required: { text: ({ name }: Declaration) => `const ${name} = ${REQUIRED}`, meaning: () => MODULE },
  compiled: {
    text: ({ name }: Declaration) => `const ${name} = _interopRequireWildcard(${REQUIRED})`,
    meaning: () => MODULE,
  },
  requiredMember: {
    text: ({ name, member }: Declaration) => `const ${name} = ${REQUIRED}.${member}`,
    meaning: ({ member }: Declaration) => taro(member),
  },
  picked: {
    text: ({ name, member }: Declaration) => `const { ${member}: ${name} } = ${REQUIRED}`,
    meaning: ({ member }: Declaration) => taro(member),
  },
  alias: {
    text: ({ name, from }: Declaration) => `const ${name} = ${from}`,
    meaning: ({ from }: Declaration, resolve: Resolve) => resolve(from),
  },
  variable: {
    text: ({ name, from }: Declaration) => `let ${name} = (${from})`,
    meaning: ({ from }: Declaration, resolve: Resolve) => resolve(from),
  },
  changed: {
    text: ({ name, from }: Declaration) => `let ${name} = ${from}; ${name} = null`,
    meaning: () => OWN,
  },
  member: {
    text: ({ name, from, member }: Declaration) => `const ${name} = ${from}.${member}`,
    meaning: ({ from, member }: Declaration, resolve: Resolve) => memberOf(resolve(from), member),
  },
  destructured: {
    text: ({ name, from, member }: Declaration) => `const { ${member}: ${name} } = ${from}`,
    meaning: ({ from, member }: Declaration, resolve: Resolve) => memberOf(resolve(from), member),
  },
  styled: {
    text: ({ name, from }: Declaration) => `const ${name} = styled(${from}).attrs({})\`color: red\``,
    meaning: ({ from }: Declaration, resolve: Resolve) => madeOf(resolve(from)),
  },
  memo: {
    text: ({ name, from }: Declaration) => `const ${name} = memo(${from})`,
    meaning: ({ from }: Declaration, resolve: Resolve) => madeOf(resolve(from)),
  },
  list: { text: ({ name, from }: Declaration) => `const [${name}] = ${from}`, meaning: () => OWN },
  function: { text: ({ name }: Declaration) => `function ${name}() {}`, meaning: () => OWN },
  class: { text: ({ name }: Declaration) => `class ${name} {}`, meaning: () => OWN },
  arrow: { text: ({ name }: Declaration) => `const ${name} = () => null`, meaning: () => OWN },
} satisfies Record<
  string,
  {
    isImport?: boolean;
    text(declaration: Declaration): string;
    meaning(declaration: Declaration, resolve: Resolve): Meaning;
  }
>;

/** Names that no scope declares again, so that most names stand for something. */
const GIVEN: readonly Declaration[] = [
  { form: 'namespace', name: 'N', from: '', member: '' },
  { form: 'import', name: 'Chart', from: '', member: 'Canvas' },
  { form: 'import', name: 'Wide', from: '', member: 'Button' },
  { form: 'foreign', name: 'Bar', from: '', member: 'Progress' },
];
const NAMES = [...COMPONENTS, 'A', 'B', 'chart'];
const ownName = fc.constantFrom(...NAMES);
const anyName = fc.constantFrom(...NAMES, ...GIVEN.flatMap(({ name }) => [name, name]));
const member = fc.constantFrom(...COMPONENTS);

const declarations = (forms: (keyof typeof FORMS)[]) =>
  fc.uniqueArray(fc.record({ form: fc.constantFrom(...forms), name: ownName, from: anyName, member }), {
    selector: ({ name }) => name,
    maxLength: 5,
  });

const use: fc.Arbitrary<Use> = fc.record({
  name: anyName,
  member: fc.option(member, { nil: undefined, freq: 3 }),
  syntax: fc.constantFrom('jsx', 'call'),
  creator: fc.constantFrom('React.createElement', 'h', '_jsx', '(0, runtime.jsxs)', 'cloneElement'),
  attributes,
});

const scopeOf = (forms: (keyof typeof FORMS)[], inner: fc.Arbitrary<Scope>): fc.Arbitrary<Scope> =>
  fc.record({
    declarations: declarations(forms),
    uses: fc.array(use, { maxLength: 4 }),
    inner: fc.array(inner, { maxLength: 1, depthIdentifier: 'scope' }),
    parameter: fc.option(ownName, { nil: undefined, freq: 1 }),
  });

const ALL = Object.keys(FORMS) as (keyof typeof FORMS)[];
const { inner } = fc.letrec<{ inner: Scope }>((tie) => ({
  inner: scopeOf(
    ALL.filter((form) => !('isImport' in FORMS[form])),
    tie('inner'),
  ),
}));

/** A script with elements, one on a line, and what has to be found on each line. */
export interface Script {
  readonly text: string;
  readonly findings: readonly string[];
}

/** Scripts whose scopes declare components of Taro, of libraries and of their own under the same names. */
export const script: fc.Arbitrary<Script> = scopeOf(ALL, inner).map((program) => {
  const lines: string[] = [];
  const findings: string[] = [];

  const write = (scope: Scope, outer: Scope[]): void => {
    const chain = [scope, ...outer];
    for (const one of scope.declarations) lines.push(FORMS[one.form].text(one));
    for (const one of scope.uses) {
      lines.push(textOf(one));
      const [api, code] = expected(one, resolve(one.name, chain)) ?? [];
      if (api) findings.push(`${lines.length} ${api} ${code}`);
    }
    for (const one of scope.inner) {
      // Its own scope, because a parameter and a constant of a function cannot have one name.
      lines.push(`function f${lines.length}(${one.parameter ?? ''}) { {`);
      write(
        one,
        one.parameter === undefined ? chain : [scopeWith([parameterNamed(one.parameter)]), ...chain],
      );
      lines.push('} }');
    }
  };
  for (const one of GIVEN) lines.push(FORMS[one.form].text(one));
  write(program, [scopeWith(GIVEN)]);
  return { text: lines.join('\n'), findings };
});

const parameterNamed = (name: string): Declaration => ({ form: 'function', name, from: '', member: '' });
const scopeWith = (declarations: readonly Declaration[]): Scope => ({
  declarations,
  uses: [],
  inner: [],
  parameter: undefined,
});

function resolve(name: string, chain: readonly Scope[], seen: readonly Declaration[] = []): Meaning {
  const at = chain.findIndex(({ declarations }) => declarations.some((one) => one.name === name));
  const declaration = chain[at]?.declarations.find((one) => one.name === name);
  // A constant that is made of itself has no value.
  if (!declaration || seen.includes(declaration)) return OWN;
  return FORMS[declaration.form].meaning(declaration, (from) =>
    resolve(from, chain.slice(at), [...seen, declaration]),
  );
}

function textOf({ name, member, syntax, creator, attributes }: Use): string {
  const component = member ? `${name}.${member}` : name;
  return syntax === 'jsx'
    ? `use(<${component} ${attributes.write('jsx')} />)`
    : `use(${creator}(${component}, ${attributes.write('call')}))`;
}

function expected({ name, member, syntax, attributes }: Use, meaning: Meaning): [string, string] | undefined {
  // JSX reads `<chart />` as an element of the host.
  if (syntax === 'jsx' && !member && !/^[A-Z]/.test(name)) return undefined;
  const of = member ? memberOf(meaning, member) : meaning;
  const tag = of.kind === 'taro' ? of.tag : of.kind === 'import' ? of.name.toLowerCase() : '';
  const api = findingOn(tag, attributes);
  return api === undefined ? undefined : [api, of.kind === 'taro' ? 'DEP130' : 'DEP203'];
}
