/**
 * Drawings as an app makes them with the old context, beside the same drawings in 2D code written without the
 * runtime. They run in Node and in a browser, so this file imports only types.
 */
import type Taro from '@tarojs/taro';
import type { CanvasModule } from './canvas-pixels';

export type Old = Taro.CanvasContext;
export type New = CanvasRenderingContext2D;

/** The pictures of the app by path, as sources for `drawImage`. */
export type Pictures = Readonly<Record<string, CanvasImageSource>>;

export interface Drawing {
  name: string;
  /** The calls of each `draw`, which keeps what is there if it is not the first. */
  old: readonly ((context: Old) => void)[];
  /** What the app does after the last `draw`. */
  after?: (canvas: CanvasModule) => Promise<unknown>;
  /** @param scale physical pixels per CSS pixel */
  expected(context: New, pictures: Pictures, scale: number): void;
}

/** The size of all drawings, in CSS pixels. */
export const SIZE = 60;
export const PICTURE = '/picture.png';

export function paintPicture(context: New): void {
  context.fillStyle = '#c00';
  context.fillRect(0, 0, 8, 6);
  context.fillStyle = '#0a0';
  context.fillRect(2, 1, 3, 4);
}

const drawings: Drawing[] = [];
const draw = (name: string, old: Drawing['old'][0], expected: Drawing['expected']) =>
  drawings.push({ name, old: [old], expected });
const several = (name: string, old: Drawing['old'], expected: Drawing['expected']) =>
  drawings.push({ name, old, expected });

type Both = Pick<New, 'beginPath' | 'moveTo' | 'lineTo' | 'closePath' | 'rect' | 'fill' | 'stroke'>;
function triangle(c: Both): void {
  c.beginPath();
  c.moveTo(8, 50);
  c.lineTo(30, 8);
  c.lineTo(52, 50);
}
const same = (name: string, calls: (c: New) => void) =>
  draw(name, (old) => calls(old as unknown as New), calls);
function box(
  c: New,
  x: number,
  y: number,
  width: number,
  height: number,
  action: 'fill' | 'stroke' = 'fill',
) {
  c.beginPath();
  c.rect(x, y, width, height);
  c[action]();
}

// One for each method and property

same('arc, stroke', (c) => {
  c.arc(30, 30, 20, 0.3, 4.5);
  c.stroke();
});
same('arc, anticlockwise', (c) => {
  c.arc(30, 30, 20, 0.3, 4.5, true);
  c.fill();
});
same('arcTo', (c) => {
  c.moveTo(5, 5);
  c.arcTo(50, 5, 50, 50, 20);
  c.lineTo(50, 55);
  c.stroke();
});
same('bezierCurveTo', (c) => {
  c.moveTo(5, 30);
  c.bezierCurveTo(20, -20, 40, 80, 55, 30);
  c.stroke();
});
same('quadraticCurveTo', (c) => {
  c.moveTo(5, 50);
  c.quadraticCurveTo(30, -30, 55, 50);
  c.stroke();
});
same('moveTo, lineTo, fill', (c) => {
  triangle(c);
  c.fill();
});
same('closePath', (c) => {
  triangle(c);
  c.closePath();
  c.stroke();
});
draw(
  'lineTo without moveTo',
  (old) => {
    old.lineTo(5, 5);
    old.lineTo(50, 40);
    old.stroke();
  },
  (c) => {
    c.moveTo(5, 5);
    c.lineTo(50, 40);
    c.stroke();
  },
);
same('beginPath', (c) => {
  c.rect(5, 5, 20, 20);
  c.beginPath();
  c.rect(30, 30, 20, 20);
  c.fill();
});
same('rect', (c) => {
  c.rect(5.5, 7.25, 30, 20);
  c.fill();
});
draw(
  'fillRect',
  (old) => old.fillRect(5, 6, 30, 20),
  (c) => box(c, 5, 6, 30, 20),
);
draw(
  'strokeRect',
  (old) => old.strokeRect(5, 6, 30, 20),
  (c) => box(c, 5, 6, 30, 20, 'stroke'),
);
draw(
  'rect helpers leave the path alone',
  (old) => {
    old.moveTo(2, 2);
    old.fillRect(20, 20, 10, 10);
    old.lineTo(50, 10);
    old.stroke();
  },
  (c) => {
    box(c, 20, 20, 10, 10);
    c.beginPath();
    c.moveTo(2, 2);
    c.lineTo(50, 10);
    c.stroke();
  },
);
same('clearRect', (c) => {
  c.rect(0, 0, 60, 60);
  c.fill();
  c.clearRect(10, 12, 20.5, 20);
});
same('clip', (c) => {
  c.arc(30, 30, 20, 0, 7);
  c.clip();
  c.beginPath();
  c.rect(0, 0, 30, 60);
  c.fill();
});
draw(
  'fill takes a copy of the path and the transformation of its time',
  (old) => {
    old.translate(50, 50);
    old.moveTo(5, 5);
    old.lineTo(20, 5);
    old.lineTo(20, 20);
    old.setTransform(1, 0, 0, 1, 0, 0);
    old.fill();
    old.translate(25, 25);
    old.fill();
  },
  (c) => {
    for (const at of [0, 25]) {
      c.beginPath();
      c.moveTo(at + 5, at + 5);
      c.lineTo(at + 20, at + 5);
      c.lineTo(at + 20, at + 20);
      c.fill();
    }
  },
);
same('save, restore', (c) => {
  c.save();
  c.fillStyle = '#f00';
  c.translate(20, 0);
  c.restore();
  c.rect(0, 0, 20, 20);
  c.fill();
});
draw(
  'an extra restore does not reach what was before',
  (old) => {
    old.restore();
    old.restore();
    old.setFillStyle('#00f');
    old.fillRect(10, 10, 20, 20);
  },
  (c) => {
    c.fillStyle = '#00f';
    box(c, 10, 10, 20, 20);
  },
);
same('rotate', (c) => {
  c.rotate(0.4);
  c.rect(20, 5, 20, 10);
  c.fill();
});
same('scale', (c) => {
  c.scale(2, 0.5);
  c.rect(5, 20, 20, 40);
  c.fill();
});
same('translate', (c) => {
  c.translate(12.5, 20);
  c.rect(0, 0, 20, 10);
  c.fill();
});
same('transform', (c) => {
  c.translate(4, 4);
  c.transform(1, 0.2, 0.3, 1, 5, 2);
  c.rect(0, 0, 20, 20);
  c.fill();
});
draw(
  'setTransform',
  (old) => {
    old.scale(3, 3);
    old.setTransform(1, 0.2, 0.3, 1.5, 5, 2);
    old.fillRect(0, 0, 20, 20);
  },
  (c) => {
    c.transform(1, 0.2, 0.3, 1.5, 5, 2);
    box(c, 0, 0, 20, 20);
  },
);

const STROKES: [string, (old: Old) => void, (c: New) => void][] = [
  [
    'setStrokeStyle',
    (old) => old.setStrokeStyle('#08f'),
    (c) => {
      c.strokeStyle = '#08f';
    },
  ],
  [
    'strokeStyle',
    (old) => {
      old.strokeStyle = 'rgb(200, 100, 0)';
    },
    (c) => {
      c.strokeStyle = '#c86400';
    },
  ],
  [
    'setLineWidth',
    (old) => old.setLineWidth(7),
    (c) => {
      c.lineWidth = 7;
    },
  ],
  [
    'lineWidth',
    (old) => {
      old.lineWidth = 3;
    },
    (c) => {
      c.lineWidth = 3;
    },
  ],
  [
    'setLineCap',
    (old) => {
      old.setLineWidth(8);
      old.setLineCap('round');
    },
    (c) => {
      c.lineWidth = 8;
      c.lineCap = 'round';
    },
  ],
  [
    'lineCap',
    (old) => {
      old.lineWidth = 8;
      old.lineCap = 'square';
    },
    (c) => {
      c.lineWidth = 8;
      c.lineCap = 'square';
    },
  ],
  [
    'setLineJoin',
    (old) => {
      old.setLineWidth(8);
      old.setLineJoin('round');
    },
    (c) => {
      c.lineWidth = 8;
      c.lineJoin = 'round';
    },
  ],
  [
    'lineJoin',
    (old) => {
      old.lineWidth = 8;
      old.lineJoin = 'bevel';
    },
    (c) => {
      c.lineWidth = 8;
      c.lineJoin = 'bevel';
    },
  ],
  [
    'setMiterLimit',
    (old) => {
      old.setLineWidth(8);
      old.setMiterLimit(1);
    },
    (c) => {
      c.lineWidth = 8;
      c.miterLimit = 1;
    },
  ],
  [
    'miterLimit',
    (old) => {
      old.lineWidth = 8;
      old.miterLimit = 2;
    },
    (c) => {
      c.lineWidth = 8;
      c.miterLimit = 2;
    },
  ],
  ['setLineDash', (old) => old.setLineDash([6, 3], 0), (c) => c.setLineDash([6, 3])],
  [
    'setLineDash with an offset',
    (old) => old.setLineDash([6, 3], 4),
    (c) => {
      c.setLineDash([6, 3]);
      c.lineDashOffset = 4;
    },
  ],
  [
    'setLineDash, none',
    (old) => {
      old.setLineDash([6, 3], 4);
      old.setLineDash([], 0);
    },
    () => {},
  ],
  [
    'lineDashOffset',
    (old) => {
      old.setLineDash([6, 3], 0);
      old.lineDashOffset = 2;
    },
    (c) => {
      c.setLineDash([6, 3]);
      c.lineDashOffset = 2;
    },
  ],
];
for (const [name, old, expected] of STROKES)
  draw(
    name,
    (context) => {
      old(context);
      triangle(context as unknown as New);
      context.stroke();
    },
    (c) => {
      expected(c);
      triangle(c);
      c.stroke();
    },
  );

const FILLS: [string, (old: Old) => void, (c: New, scale: number) => void][] = [
  [
    'setFillStyle',
    (old) => old.setFillStyle('#123456'),
    (c) => {
      c.fillStyle = '#123456';
    },
  ],
  [
    'fillStyle',
    (old) => {
      old.fillStyle = 'teal';
    },
    (c) => {
      c.fillStyle = '#008080';
    },
  ],
  [
    'a color that is not valid is black',
    (old) => {
      old.fillStyle = 'red';
      old.fillStyle = 'no color';
    },
    () => {},
  ],
  [
    'alpha is rounded down',
    (old) => old.setFillStyle('rgba(250, 10, 20, 0.5)'),
    (c) => {
      c.fillStyle = `rgba(250, 10, 20, ${127 / 255})`;
    },
  ],
  [
    'setGlobalAlpha',
    (old) => old.setGlobalAlpha(0.3),
    (c) => {
      c.globalAlpha = 76 / 255;
    },
  ],
  [
    'globalAlpha',
    (old) => {
      old.globalAlpha = 0.7;
    },
    (c) => {
      c.globalAlpha = 178 / 255;
    },
  ],
  [
    'setShadow',
    (old) => old.setShadow(3, 4, 5, '#00f'),
    (c, s) => {
      c.shadowOffsetX = 3 * s;
      c.shadowOffsetY = 4 * s;
      c.shadowBlur = 5 * s;
      c.shadowColor = '#00f';
    },
  ],
  [
    'shadowOffsetX, shadowColor',
    (old) => {
      old.shadowOffsetX = 5;
      old.shadowColor = '#f00' as never;
    },
    (c, s) => {
      c.shadowOffsetX = 5 * s;
      c.shadowColor = '#f00';
    },
  ],
  [
    'shadowOffsetY',
    (old) => {
      old.shadowOffsetY = 5;
      old.shadowColor = '#f00' as never;
    },
    (c, s) => {
      c.shadowOffsetY = 5 * s;
      c.shadowColor = '#f00';
    },
  ],
  [
    'shadowBlur',
    (old) => {
      old.shadowBlur = 6;
      old.shadowColor = '#f00' as never;
    },
    (c, s) => {
      c.shadowBlur = 6 * s;
      c.shadowColor = '#f00';
    },
  ],
  [
    'globalCompositeOperation',
    (old) => {
      old.fillRect(0, 0, 30, 60);
      old.globalCompositeOperation = 'xor';
    },
    (c) => {
      box(c, 0, 0, 30, 60);
      c.globalCompositeOperation = 'xor';
    },
  ],
  [
    'createLinearGradient',
    (old) => {
      const g = old.createLinearGradient(5, 5, 50, 40);
      g.addColorStop(0, '#f00');
      g.addColorStop(1, '#00f');
      old.setFillStyle(g as never);
    },
    (c) => {
      const g = c.createLinearGradient(5, 5, 50, 40);
      g.addColorStop(0, '#f00');
      g.addColorStop(1, '#00f');
      c.fillStyle = g;
    },
  ],
  [
    'createCircularGradient',
    (old) => {
      const g = old.createCircularGradient(30, 30, 20);
      g.addColorStop(0.2, '#ff0');
      g.addColorStop(1, '#0ff');
      old.fillStyle = g as never;
    },
    (c) => {
      const g = c.createRadialGradient(30, 30, 0, 30, 30, 20);
      g.addColorStop(0.2, '#ff0');
      g.addColorStop(1, '#0ff');
      c.fillStyle = g;
    },
  ],
];
for (const [name, old, expected] of FILLS)
  draw(
    name,
    (context) => {
      old(context);
      context.fillRect(8, 8, 40, 35);
    },
    (c, _, scale) => {
      expected(c, scale);
      box(c, 8, 8, 40, 35);
    },
  );

for (const repetition of ['repeat', 'repeat-x', 'repeat-y', 'no-repeat'] as const)
  draw(
    `createPattern, ${repetition}`,
    (old) => {
      old.fillStyle = old.createPattern(PICTURE, repetition) as never;
      old.fillRect(0, 0, 50, 50);
    },
    (c, pictures) => {
      c.fillStyle = c.createPattern(pictures[PICTURE]!, repetition)!;
      box(c, 0, 0, 50, 50);
    },
  );
const PLACES: number[][] = [
  [5, 6],
  [5, 6, 40, 30],
  [1, 1, 4, 4, 5, 6, 40, 30],
];
for (const place of PLACES)
  draw(
    `drawImage, ${place.length} numbers`,
    (old) => (old.drawImage as (...given: unknown[]) => void)(PICTURE, ...place),
    (c, pictures) => (c.drawImage as (...given: unknown[]) => void)(pictures[PICTURE], ...place),
  );
draw(
  'drawImage, numbers as text',
  (old) => (old.drawImage as (...given: unknown[]) => void)(PICTURE, '5', '6', '40', '30'),
  (c, pictures) => c.drawImage(pictures[PICTURE]!, 5, 6, 40, 30),
);

const TEXTS: [string, (old: Old) => void, string, Partial<Pick<New, 'textAlign' | 'textBaseline'>>?][] = [
  ['fillText', () => {}, '10px sans-serif'],
  ['setFontSize', (old) => old.setFontSize(17), '17px sans-serif'],
  [
    'font',
    (old) => {
      old.font = 'italic bold 14px serif';
    },
    'italic bold 14px serif',
  ],
  [
    'font in rpx',
    (old) => {
      old.font = '18rpx monospace';
    },
    '18px monospace',
  ],
  [
    'a numeric weight means nothing',
    (old) => {
      old.font = '600 16px serif';
    },
    '16px serif',
  ],
  [
    'a font that is not valid changes nothing',
    (old) => {
      old.font = '12.5px serif';
    },
    '10px sans-serif',
  ],
  [
    'setFontSize keeps the family',
    (old) => {
      old.font = 'bold 14px serif';
      old.setFontSize(20);
    },
    'bold 20px serif',
  ],
  [
    'the font of a saved state',
    (old) => {
      old.save();
      old.font = 'bold 14px serif';
      old.restore();
      old.setFontSize(20);
    },
    '20px sans-serif',
  ],
  [
    'a family of several words',
    (old) => {
      old.font = '14px No Such Font, serif';
    },
    '14px "No Such Font", serif',
  ],
  ['setTextAlign', (old) => old.setTextAlign('center'), '10px sans-serif', { textAlign: 'center' }],
  ['setTextBaseline', (old) => old.setTextBaseline('top'), '10px sans-serif', { textBaseline: 'top' }],
  [
    'setTextBaseline, normal',
    (old) => {
      old.setTextBaseline('top');
      old.setTextBaseline('normal');
    },
    '10px sans-serif',
  ],
];
for (const action of ['fillText', 'strokeText'] as const)
  for (const [name, old, font, styles] of TEXTS)
    draw(
      `${action}: ${name}`,
      (context) => {
        old(context);
        context[action]('Ag7', 25, 30);
      },
      (c) => {
        c.font = font;
        Object.assign(c, styles);
        c[action]('Ag7', 25, 30);
      },
    );
draw(
  'fillText with the most width',
  (old) => old.fillText('a long text', 2, 30, 40),
  (c) => {
    c.font = '10px sans-serif';
    c.fillText('a long text', 2, 30, 40);
  },
);
draw(
  'measureText',
  (old) => {
    old.setFontSize(20);
    old.fillRect(0, 0, old.measureText('Wide').width, 10);
  },
  (c) => {
    c.font = '20px sans-serif';
    box(c, 0, 0, c.measureText('Wide').width, 10);
  },
);

// Mixed

several(
  'draw with reserve keeps what is there, with default styles',
  [
    (old) => {
      old.setFillStyle('#f00');
      old.translate(10, 10);
      old.fillRect(0, 0, 20, 20);
    },
    (old) => old.fillRect(30, 30, 20, 20),
  ],
  (c) => {
    c.fillStyle = '#f00';
    box(c, 10, 10, 20, 20);
    c.fillStyle = '#000';
    box(c, 30, 30, 20, 20);
  },
);
several(
  'the path of a draw ends with it',
  [
    (old) => old.rect(0, 0, 30, 30),
    (old) => {
      old.rect(30, 30, 20, 20);
      old.fill();
    },
  ],
  (c) => box(c, 30, 30, 20, 20),
);
several(
  'a clip ends with its draw',
  [
    (old) => {
      old.rect(0, 0, 5, 5);
      old.clip();
      old.save();
    },
    (old) => old.fillRect(0, 0, 40, 40),
  ],
  (c) => box(c, 0, 0, 40, 40),
);
several(
  'a signature',
  Array.from({ length: 60 }, (_, index) => (old: Old) => {
    old.setLineWidth(2);
    old.setLineCap('round');
    old.moveTo(index, 30 + 20 * Math.sin(index / 5));
    old.lineTo(index + 1, 30 + 20 * Math.sin((index + 1) / 5));
    old.stroke();
  }),
  (c) => {
    c.lineWidth = 2;
    c.lineCap = 'round';
    for (let index = 0; index < 60; index++) {
      c.beginPath();
      c.moveTo(index, 30 + 20 * Math.sin(index / 5));
      c.lineTo(index + 1, 30 + 20 * Math.sin((index + 1) / 5));
      c.stroke();
    }
  },
);
const VALUES = [12, 40, 25, 33];
draw(
  'bar chart',
  (old) => {
    VALUES.forEach((value, index) => {
      old.setFillStyle(index % 2 ? '#409eff' : '#67c23a');
      old.fillRect(6 + index * 13, 50 - value, 9, value);
      old.setFillStyle('#333');
      old.setFontSize(8);
      old.setTextAlign('center');
      old.fillText(value as never, 10 + index * 13, 58);
    });
  },
  (c) => {
    c.font = '8px sans-serif';
    c.textAlign = 'center';
    VALUES.forEach((value, index) => {
      c.fillStyle = index % 2 ? '#409eff' : '#67c23a';
      box(c, 6 + index * 13, 50 - value, 9, value);
      c.fillStyle = '#333';
      c.fillText(String(value), 10 + index * 13, 58);
    });
  },
);
draw(
  'line chart',
  (old) => {
    old.setStrokeStyle('#409eff');
    old.setLineWidth(2);
    VALUES.forEach((value, index) => {
      old[index ? 'lineTo' : 'moveTo'](8 + index * 14, 50 - value);
    });
    old.stroke();
    old.lineTo(50, 55);
    old.lineTo(8, 55);
    old.closePath();
    old.setGlobalAlpha(0.2);
    old.setFillStyle('#409eff');
    old.fill();
  },
  (c) => {
    c.strokeStyle = c.fillStyle = '#409eff';
    c.lineWidth = 2;
    VALUES.forEach((value, index) => {
      c[index ? 'lineTo' : 'moveTo'](8 + index * 14, 50 - value);
    });
    c.stroke();
    c.lineTo(50, 55);
    c.lineTo(8, 55);
    c.closePath();
    c.globalAlpha = 51 / 255;
    c.fill();
  },
);
const pie = (c: Both & { arc: New['arc'] }, paint: (color: string) => void) => {
  let from = 0;
  VALUES.forEach((value, index) => {
    const to = from + (value / 110) * 2 * Math.PI;
    paint(['#f56c6c', '#e6a23c', '#67c23a', '#409eff'][index]!);
    c.beginPath();
    c.moveTo(30, 30);
    c.arc(30, 30, 25, from, to);
    c.closePath();
    c.fill();
    from = to;
  });
};
draw(
  'pie chart',
  (old) => pie(old as never, (color) => old.setFillStyle(color)),
  (c) =>
    pie(c, (color) => {
      c.fillStyle = color;
    }),
);
draw(
  'progress ring',
  (old) => {
    for (const [color, to] of [
      ['#eee', 7],
      ['#07c160', 4],
    ] as const) {
      old.beginPath();
      old.setLineWidth(6);
      old.setLineCap('round');
      old.setStrokeStyle(color);
      old.arc(30, 30, 22, -1.57, to);
      old.stroke();
    }
  },
  (c) => {
    c.lineWidth = 6;
    c.lineCap = 'round';
    for (const [color, to] of [
      ['#eee', 7],
      ['#07c160', 4],
    ] as const) {
      c.beginPath();
      c.strokeStyle = color;
      c.arc(30, 30, 22, -1.57, to);
      c.stroke();
    }
  },
);
const isDark = (x: number, y: number) => (x * 7 + y * 13 + x * y) % 3 === 0;
draw(
  'QR code',
  (old) => {
    for (let x = 0; x < 15; x++)
      for (let y = 0; y < 15; y++) {
        old.setFillStyle(isDark(x, y) ? '#000000' : '#ffffff');
        old.fillRect(x * 4, y * 4, 4, 4);
      }
  },
  (c) => {
    for (let x = 0; x < 15; x++)
      for (let y = 0; y < 15; y++) {
        c.fillStyle = isDark(x, y) ? '#000000' : '#ffffff';
        box(c, x * 4, y * 4, 4, 4);
      }
  },
);
draw(
  'poster with a round picture',
  (old) => {
    old.setFillStyle('#fff');
    old.fillRect(0, 0, 60, 60);
    old.save();
    old.beginPath();
    old.arc(20, 20, 14, 0, 2 * Math.PI);
    old.clip();
    old.drawImage(PICTURE, 6, 6, 28, 28);
    old.restore();
    old.setFillStyle('#333');
    old.setFontSize(12);
    old.fillText('Poster', 8, 50);
    old.drawImage(PICTURE, 45, 45);
  },
  (c, pictures) => {
    c.fillStyle = '#fff';
    box(c, 0, 0, 60, 60);
    c.save();
    c.beginPath();
    c.arc(20, 20, 14, 0, 2 * Math.PI);
    c.clip();
    c.drawImage(pictures[PICTURE]!, 6, 6, 28, 28);
    c.restore();
    c.fillStyle = '#333';
    c.font = '12px sans-serif';
    c.fillText('Poster', 8, 50);
    c.drawImage(pictures[PICTURE]!, 45, 45);
  },
);
draw(
  'a failed image and its pattern draw nothing, and the rest is drawn',
  (old) => {
    old.fillStyle = old.createPattern('/missing.png', 'repeat') as never;
    old.fillRect(0, 0, 60, 60);
    old.drawImage('/missing.png', 0, 0);
    old.setFillStyle('#a0a');
    old.fillRect(20, 20, 20, 20);
  },
  (c) => {
    c.fillStyle = '#a0a';
    box(c, 20, 20, 20, 20);
  },
);
draw(
  'a rounded card with a shadow and a gradient',
  (old) => {
    const g = old.createLinearGradient(0, 10, 0, 50);
    g.addColorStop(0, 'rgba(255,0,0,0.5)');
    g.addColorStop(1, '#fff');
    old.setShadow(0, 2, 4, '#888');
    old.moveTo(20, 10);
    old.arcTo(50, 10, 50, 50, 8);
    old.arcTo(50, 50, 10, 50, 8);
    old.arcTo(10, 50, 10, 10, 8);
    old.arcTo(10, 10, 50, 10, 8);
    old.setFillStyle(g as never);
    old.fill();
  },
  (c, _, s) => {
    const g = c.createLinearGradient(0, 10, 0, 50);
    g.addColorStop(0, `rgba(255,0,0,${127 / 255})`);
    g.addColorStop(1, '#fff');
    Object.assign(c, { shadowOffsetY: 2 * s, shadowBlur: 4 * s, shadowColor: '#888', fillStyle: g });
    c.moveTo(20, 10);
    c.arcTo(50, 10, 50, 50, 8);
    c.arcTo(50, 50, 10, 50, 8);
    c.arcTo(10, 50, 10, 10, 8);
    c.arcTo(10, 10, 50, 10, 8);
    c.fill();
  },
);
draw(
  'a failing call leaves out only itself',
  (old) => {
    old.arc(30, 30, -5, 0, 7);
    old.rect(5, 5, 20, 20);
    old.fill();
  },
  (c) => box(c, 5, 5, 20, 20),
);
draw(
  'radar with rotated axes',
  (old) => {
    for (let index = 0; index < 6; index++) {
      old.save();
      old.translate(30, 30);
      old.rotate((index * Math.PI) / 3);
      old.beginPath();
      old.moveTo(0, 0);
      old.lineTo(0, -25);
      old.setStrokeStyle(index % 2 ? '#ccc' : '#999');
      old.stroke();
      old.restore();
    }
  },
  (c) => {
    for (let index = 0; index < 6; index++) {
      c.save();
      c.translate(30, 30);
      c.rotate((index * Math.PI) / 3);
      c.strokeStyle = index % 2 ? '#ccc' : '#999';
      c.beginPath();
      c.moveTo(0, 0);
      c.lineTo(0, -25);
      c.stroke();
      c.restore();
    }
  },
);

draw(
  'price chart with a dashed grid',
  (old) => {
    old.save();
    old.setLineDash([3, 2], 1);
    old.setStrokeStyle('#ccc');
    for (const y of [10, 25, 40]) {
      old.beginPath();
      old.moveTo(0, y);
      old.lineTo(60, y);
      old.stroke();
    }
    old.restore();
    VALUES.forEach((value, index) => {
      const x = 8 + index * 14;
      old.beginPath();
      old.moveTo(x, value - 8);
      old.lineTo(x, value + 12);
      old.setStrokeStyle(index % 2 ? '#0a0' : '#e00');
      old.stroke();
      old.strokeRect(x - 4, value, 8, 6);
    });
  },
  (c) => {
    c.setLineDash([3, 2]);
    c.lineDashOffset = 1;
    c.strokeStyle = '#ccc';
    for (const y of [10, 25, 40]) {
      c.beginPath();
      c.moveTo(0, y);
      c.lineTo(60, y);
      c.stroke();
    }
    c.setLineDash([]);
    VALUES.forEach((value, index) => {
      const x = 8 + index * 14;
      c.strokeStyle = index % 2 ? '#0a0' : '#e00';
      c.beginPath();
      c.moveTo(x, value - 8);
      c.lineTo(x, value + 12);
      c.stroke();
      box(c, x - 4, value, 8, 6, 'stroke');
    });
  },
);
draw(
  'turned watermarks under a text',
  (old) => {
    old.setGlobalAlpha(0.25);
    old.setFontSize(9);
    for (const [x, y] of [
      [5, 20],
      [30, 50],
    ] as const) {
      old.save();
      old.translate(x, y);
      old.rotate(-0.5);
      old.fillText('draft', 0, 0);
      old.restore();
    }
    old.setGlobalAlpha(1);
    old.font = 'bold 14px serif';
    old.setTextBaseline('middle');
    old.setTextAlign('right');
    old.fillText('Title', 58, 30);
  },
  (c) => {
    c.globalAlpha = 63 / 255;
    c.font = '9px sans-serif';
    for (const [x, y] of [
      [5, 20],
      [30, 50],
    ] as const) {
      c.save();
      c.translate(x, y);
      c.rotate(-0.5);
      c.fillText('draft', 0, 0);
      c.restore();
    }
    c.globalAlpha = 1;
    c.font = 'bold 14px serif';
    c.textBaseline = 'middle';
    c.textAlign = 'right';
    c.fillText('Title', 58, 30);
  },
);
draw(
  'gauge with a gradient and a hand',
  (old) => {
    const g = old.createLinearGradient(5, 0, 55, 0);
    g.addColorStop(0, '#67c23a');
    g.addColorStop(0.5, '#e6a23c');
    g.addColorStop(1, '#f56c6c');
    old.setLineWidth(8);
    old.setStrokeStyle(g as never);
    old.arc(30, 40, 22, Math.PI, 0);
    old.stroke();
    old.translate(30, 40);
    old.rotate(0.7);
    old.beginPath();
    old.moveTo(-2, 0);
    old.lineTo(0, -20);
    old.lineTo(2, 0);
    old.setFillStyle('#333');
    old.fill();
  },
  (c) => {
    const g = c.createLinearGradient(5, 0, 55, 0);
    g.addColorStop(0, '#67c23a');
    g.addColorStop(0.5, '#e6a23c');
    g.addColorStop(1, '#f56c6c');
    c.lineWidth = 8;
    c.strokeStyle = g;
    c.arc(30, 40, 22, Math.PI, 0);
    c.stroke();
    c.translate(30, 40);
    c.rotate(0.7);
    c.fillStyle = '#333';
    c.beginPath();
    c.moveTo(-2, 0);
    c.lineTo(0, -20);
    c.lineTo(2, 0);
    c.fill();
  },
);
several(
  'scratch card',
  [
    (old) => {
      old.setFillStyle('#aaa');
      old.fillRect(0, 0, 60, 60);
    },
    (old) => {
      old.globalCompositeOperation = 'destination-out';
      old.arc(20, 20, 8, 0, 7);
      old.fill();
    },
    (old) => old.clearRect(30, 30, 12, 12),
  ],
  (c) => {
    c.fillStyle = '#aaa';
    box(c, 0, 0, 60, 60);
    c.globalCompositeOperation = 'destination-out';
    c.fillStyle = '#000';
    c.beginPath();
    c.arc(20, 20, 8, 0, 7);
    c.fill();
    c.clearRect(30, 30, 12, 12);
  },
);
draw(
  'round pictures that overlap',
  (old) => {
    for (const x of [15, 30, 45]) {
      old.save();
      old.beginPath();
      old.arc(x, 30, 12, 0, 7);
      old.setStrokeStyle('#fff');
      old.setLineWidth(4);
      old.stroke();
      old.clip();
      old.drawImage(PICTURE, 0, 0, 8, 6, x - 12, 18, 24, 24);
      old.restore();
    }
  },
  (c, pictures) => {
    for (const x of [15, 30, 45]) {
      c.save();
      c.beginPath();
      c.arc(x, 30, 12, 0, 7);
      c.strokeStyle = '#fff';
      c.lineWidth = 4;
      c.stroke();
      c.clip();
      c.drawImage(pictures[PICTURE]!, 0, 0, 8, 6, x - 12, 18, 24, 24);
      c.restore();
    }
  },
);
several(
  'an animation with a trail',
  [0, 1, 2, 3].map((index) => (old: Old) => {
    old.setFillStyle(old.createPattern(PICTURE, 'repeat') as never);
    old.setGlobalAlpha((index + 1) / 4);
    old.scale(1 + index / 2, 1);
    old.arc(12, 12 + index * 11, 6, 0, 7);
    old.fill();
  }),
  (c, pictures) => {
    for (let index = 0; index < 4; index++) {
      c.save();
      c.fillStyle = c.createPattern(pictures[PICTURE]!, 'repeat')!;
      c.globalAlpha = Math.floor(((index + 1) / 4) * 255) / 255;
      c.scale(1 + index / 2, 1);
      c.beginPath();
      c.arc(12, 12 + index * 11, 6, 0, 7);
      c.fill();
      c.restore();
    }
  },
);
drawings.push({
  name: 'inverted pixels',
  old: [
    (old) => {
      old.setFillStyle('#08f');
      old.fillRect(0, 0, 60, 60);
      old.setFillStyle('#f80');
      old.fillRect(10, 10, 20, 8);
    },
  ],
  async after({ canvasGetImageData, canvasPutImageData }) {
    const place = { canvasId: 'canvas', x: 5, y: 5, width: 40, height: 30 };
    const { data } = await canvasGetImageData(place);
    data.forEach((byte, index) => {
      if (index % 4 < 3) data[index] = 255 - byte;
    });
    await canvasPutImageData({ ...place, data });
  },
  expected(c) {
    c.fillStyle = '#08f';
    c.fillRect(0, 0, 60, 60);
    c.fillStyle = '#f70';
    c.fillRect(5, 5, 40, 30);
    c.fillStyle = '#07f';
    c.fillRect(10, 10, 20, 8);
  },
});

export { drawings };
