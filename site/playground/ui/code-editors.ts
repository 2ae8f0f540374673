import { html } from '@codemirror/lang-html';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { vue } from '@codemirror/lang-vue';
import { syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { MergeView } from '@codemirror/merge';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { basicSetup } from 'codemirror';

/** Code and result side by side. */
export class CodeEditors {
  readonly #view: MergeView;
  readonly #languages = [new Compartment(), new Compartment()] as const;
  readonly #edited: () => void;
  #isSetting = false;
  #lineBreak = '\n';

  constructor(parent: HTMLElement, labels: { input: string; result: string }, edited: () => void) {
    this.#edited = edited;
    const common = (label: string, language: Compartment): Extension[] => [
      basicSetup,
      syntaxHighlighting(classHighlighter),
      language.of([]),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    ];
    this.#view = new MergeView({
      parent,
      a: {
        extensions: [
          ...common(labels.input, this.#languages[0]),
          lintGutter(),
          EditorView.updateListener.of(({ docChanged }) => {
            if (docChanged && !this.#isSetting) this.#edited();
          }),
        ],
      },
      b: {
        extensions: [
          ...common(labels.result, this.#languages[1]),
          EditorState.readOnly.of(true),
          EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
        ],
      },
      // An exact comparison of a large file would block the page.
      diffConfig: { scanLimit: 500, timeout: 200 },
    });
  }

  /** The code with its original kind of line breaks, of which the editor knows only one. */
  get code(): string {
    return this.#view.a.state.doc.toString().replace(/\n/g, this.#lineBreak);
  }

  /** Shows another file. */
  open(name: string, code: string): void {
    this.#isSetting = true;
    this.#lineBreak = code.includes('\r\n') ? '\r\n' : '\n';
    const language = languageOf(name);
    for (const [index, view] of [this.#view.a, this.#view.b].entries())
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: code },
        effects: this.#languages[index]!.reconfigure(language),
      });
    this.#isSetting = false;
    this.mark([]);
  }

  /** Shows the result of the code. */
  showResult(text: string): void {
    const { b } = this.#view;
    const change = changeBetween(b.state.doc.toString(), text.replace(/\r\n?/g, '\n'));
    if (change) b.dispatch({ changes: change });
  }

  mark(diagnostics: readonly Diagnostic[]): void {
    const { state } = this.#view.a;
    const { length } = state.doc;
    const inside = diagnostics.filter(({ to }) => to <= length);
    this.#view.a.dispatch(setDiagnostics(state, inside));
  }

  /** Moves the cursor, for instance to a finding. */
  select(offset: number): void {
    const { a } = this.#view;
    a.dispatch({ selection: { anchor: Math.min(offset, a.state.doc.length) }, scrollIntoView: true });
    a.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }
}

/** The offset in the editor, where each line break counts as one character, for an offset in a file. */
export function inEditor(code: string, offset: number): number {
  return offset - (code.slice(0, offset).match(/\r\n/g)?.length ?? 0);
}

/** The changed part, so that the comparison only looks there. */
function changeBetween(before: string, after: string) {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

function languageOf(name: string): Extension {
  switch (name.slice(name.lastIndexOf('.') + 1)) {
    case 'vue':
      return vue();
    case 'wxml':
      return html({ autoCloseTags: false });
    case 'json':
      return json();
    default:
      return javascript({ jsx: /x$|js$/.test(name), typescript: /tsx?$/.test(name) });
  }
}
