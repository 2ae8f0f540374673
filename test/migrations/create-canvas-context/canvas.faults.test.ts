/** Seeded faults in the canvas runtime, which the models must see. */
import * as fc from 'fast-check';
import ts from 'typescript';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sourceOf } from '../../support/runtime-module';
import { allowUnhandledRejections } from '../../support/unhandled';
import { canvasLives, checkCanvas } from './canvas-lives';
import { checkDrawing, checkOldContext, drawings } from './random-drawings';

const source = sourceOf('canvas');

type Check = (source: string) => Promise<void>;
const check =
  <Input>(inputs: fc.Arbitrary<Input>, one: (input: Input, source: string) => Promise<void>): Check =>
  (faulty) =>
    fc.assert(
      fc.asyncProperty(inputs, (input) => one(input, faulty)),
      { numRuns: 20_000, endOnFailure: true, seed: 1 },
    );
const drawn = check(drawings, checkDrawing);
const old = check(drawings, checkOldContext);
const lived = check(canvasLives, checkCanvas);

/** The text of the runtime, its replacement, and the check that must fail. */
const faults: Record<string, [from: string, to: string, check: Check]> = {
  // Recording
  'a path is not copied': ['add(name, [path.slice()])', 'add(name, [path])', drawn],
  'the path survives a draw': ['    path = [];\n    saved', '    saved', drawn],
  'an extra restore counts': ["name !== 'restore' || saved.length", 'true', drawn],
  'a draw leaves states saved': ["saved.forEach(() => add('restore', []));", '', drawn],
  'save forgets the font': ['[state, font] = saved.pop()!', '[state] = saved.pop()!', drawn],
  'the font of an earlier draw stays': ['    font = FONT;\n', '', drawn],
  'later stops count': ['stops: value.stops.slice()', 'stops: value.stops', drawn],
  'numbers stay texts': ['? +value : value', '? value : value', drawn],
  'a text becomes a number': ['!/Text|Image/.test(name)', 'true', drawn],
  'rectangles belong to the path': [
    "add(rect[1]!, [[['rect', given]]])",
    "path.push(['rect', given])",
    drawn,
  ],
  'an invalid font counts': ['if (!value) return;', '', drawn],
  'numeric weights count': ['/\\b(italic|oblique|bold)\\s/g', '/\\b\\w+\\s/g', drawn],
  'families are not quoted': [`.replace(/^[^'"].*\\s.*/, '"$&"')`, '', drawn],
  'the offset of a dash is lost': ["set('lineDashOffset', offset || 0);", '', drawn],
  'setShadow sets other properties': ['PROPERTIES[index + 2]', 'PROPERTIES[index + 1]', drawn],
  'properties are not remembered': ['state[name] = value;', '', drawn],
  // Repeating
  'alpha is not rounded': ['Math.floor((alpha as number) * 255) / 255', '+(alpha as number)', drawn],
  'shadows are not scaled': ['(value as number) * scale;', 'value as number;', drawn],
  'an invalid color is the one before': ['assign(context, name, BLACK);', '', drawn],
  'the styles are not reset': ['begin.concat(initial, calls,', 'begin.concat(calls,', drawn],
  'setTransform is not scaled': ['(number as number) * scale)', 'number)', drawn],
  'the path is not traced anew': ["call('beginPath');", '', drawn],
  'one failing call ends the draw': ['attempt(() => act(name, given))', 'act(name, given)', drawn],
  'a failed pattern paints': ["return 'transparent';", 'return BLACK;', drawn],
  'normal is given to 2D': ["else if (value === 'normal') own = 'alphabetic';", '', drawn],
  'circles begin elsewhere': ['[x, y, 0, x, y, r]', '[x, y, 1, x, y, r]', drawn],
  'an old context gets rounded alpha': ['else if (images) {', 'else {', old],
  'setters of an old context are not called': ['if (context[setterOf(name)])', 'if (false)', old],
  'the size of a font is lost on an old context': [
    "images && name === 'setFontSize'",
    "name === 'setFontSize'",
    old,
  ],
  'reserve is lost on an old context': ["['draw']!(isReserved,", "['draw']!(true,", old],
  // The bitmap
  'a bitmap may be too large': ['LONGEST / Math.max(width, height)', '9', drawn],
  'nothing is drawn again after a resize': ['sheet.draws.forEach(', '[].forEach(', drawn],
  'cleared draws come back': ['    sheet.draws = [];\n    sheet', '    sheet', drawn],
  'an unreserved draw does not clear': ["context['clearRect']!(0, 0, node.width, node.height);", '', drawn],
  // Jobs
  'two jobs at a time': ['canvas.isBusy = true;', '', lived],
  'the newest job first': ['jobs.shift()!', 'jobs.pop()!', lived],
  'the callback is not called': ["done('ok');\n        // The", '// The', lived],
  'a throwing callback stops the rest': [
    "attempt(() => callback({ errMsg: 'drawCanvas:' + errMsg }))",
    "callback({ errMsg: 'drawCanvas:' + errMsg })",
    lived,
  ],
  'a draw for a closed page is not told': [
    "if (!found) done('fail no canvas');",
    'if (!found) noop();',
    lived,
  ],
  'a stuck image stops the rest': ['once<Picture>(LOAD', 'once<Picture>(LOAD * 99', lived],
  'a failed image is awaited': ['picture.onerror = () => loaded();', '', lived],
  'an unanswered query stops the rest': ['once<Found | null>(ANSWER', 'once<Found | null>(99 * LOAD', lived],
  'a failing query stops the rest': ['} catch (_error) {\n      answer({});', '} catch (_error) {', lived],
  'exports wait for an element': ['job.isExport || (first', '(first', lived],
  'jobs do not wait for each other': ['known[selector] || { id, jobs: [] }', '{ id, jobs: [] }', lived],
  'a hidden element stops the rest': [
    '|| time >= ANSWER)) return tell(found)',
    ')) return tell(found)',
    lived,
  ],
  'the search does not end with the page': ['(job.page && !pages.length) ||', '', lived],
  'another page in front hides the canvas': [
    '[first, job.page].filter(isOpen)',
    '[pageInFront()].filter(isOpen)',
    lived,
  ],
  'pixels are not kept when the size changes': ['sheets.get(node)!.hasPixels = true;', '', drawn],
  'an export is told twice': [
    'told(result as never);\n',
    'told(result as never); told(result as never);\n',
    lived,
  ],
};

describe('seeded faults in the canvas runtime', () => {
  allowUnhandledRejections();
  beforeAll(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it.each(Object.entries(faults))(
    'canvas: a model sees the fault: %s',
    async (_name, [from, to, run]) => {
      expect(source, 'the fault must match the source').toContain(from);
      const faulty = source.replace(from, () => to);
      expect(ts.transpileModule(faulty, { reportDiagnostics: true }).diagnostics).toEqual([]);
      await expect(run(faulty)).rejects.toThrow('Property failed');
    },
    120_000,
  );
});
