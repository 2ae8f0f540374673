/** Compares what the runtime draws with what 2D code draws. Runs in Node and in a browser. */
import { type Drawing, type New, type Old, PICTURE, paintPicture, SIZE } from './canvas-drawings';
import { type Bitmap, FakeCanvasHost } from './fake-canvas-page';

type Make = (width: number, height: number) => Bitmap;

export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

export interface CanvasModule {
  createCanvasContext(id: string, component?: object): Old;
  canvasToTempFilePath(option: object, component?: object): Promise<{ tempFilePath: string }>;
  canvasGetImageData(option: object, component?: object): Promise<Pixels>;
  canvasPutImageData(option: object, component?: object): Promise<object>;
  canvasType: string;
}

function pixelsOf({ width, height, getContext }: Bitmap, bitmap: Bitmap): Uint8ClampedArray {
  return (getContext.call(bitmap, '2d') as New).getImageData(0, 0, width, height).data;
}

/** @returns the number of bytes that differ, and of those that are not empty */
export async function compare(
  drawing: Drawing,
  pixelRatio: number,
  make: Make,
  load: (host: FakeCanvasHost) => CanvasModule,
): Promise<{ different: number; drawn: number }> {
  const picture = make(8, 6);
  paintPicture(picture.getContext('2d'));
  const host = new FakeCanvasHost({ bitmap: make, pixelRatio, pictures: { [PICTURE]: picture } });
  host.open();
  const { node } = host.add('canvas', { width: SIZE, height: SIZE });
  const canvas = load(host);
  const context = canvas.createCanvasContext('canvas');
  await new Promise((resolve) => {
    let left = drawing.old.length;
    drawing.old.forEach((calls, index) => {
      calls(context);
      context.draw(index > 0, () => {
        left--;
        if (!left) resolve(undefined);
      });
    });
  });
  await drawing.after?.(canvas);
  const side = SIZE * pixelRatio;
  const bitmap = make(side, side);
  const expected = bitmap.getContext('2d');
  expected.scale(pixelRatio, pixelRatio);
  expected.beginPath();
  drawing.expected(expected, { [PICTURE]: picture as never }, pixelRatio);
  const actual = pixelsOf(node!, node!);
  const wanted = pixelsOf(bitmap, bitmap);
  if (actual.length !== wanted.length) return { different: -1, drawn: 0 };
  let different = 0;
  let drawn = 0;
  wanted.forEach((byte, index) => {
    if (byte !== actual[index]) different++;
    if (byte) drawn++;
  });
  return { different, drawn };
}
