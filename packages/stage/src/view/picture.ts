/**
 * A picture as plain data, and its painting as a PNG. Layouts place shapes by measured widths and know nothing of the
 * canvas, so that they can be tested without a browser.
 */

/** Colours by their meaning; each is a token of the theme. */
const colours = ["paper", "ink", "ink-2", "ink-3", "line", "line-2", "hair", "blue", "blue-wash", "red"] as const;
/** A colour of a picture. */
export type Colour = (typeof colours)[number];

/** The font of a text: its size in pixels, and whether it is bold. */
export interface Type {
  readonly size: number;
  readonly isBold?: boolean;
}

/** A shape; lengths in pixels from the top left. `y` of a text is its middle, `x` the edge that it is aligned to. */
export type Shape =
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly type: Type;
      readonly align: "left" | "right" | "center";
      readonly colour: Colour;
    }
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: Colour;
      /** An outline instead of an area. */
      readonly isOutline?: boolean;
    }
  | {
      readonly kind: "curve";
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
      readonly width: number;
      readonly colour: Colour;
      readonly isDashed?: boolean;
    };

/** A picture of shapes on paper. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The width of a text. */
export type Measure = (text: string, type: Type) => number;

/** Pixels of the file per pixel of the picture, as long as the file stays within `MAX_SIDE`. */
const SCALE = 2;
/** The longest side of a canvas in all browsers. */
const MAX_SIDE = 16_000;

/** A text that does not fit into `width` on several lines, broken at spaces and between Chinese characters. */
export function wrapped(text: string, type: Type, width: number, measure: Measure): readonly string[] {
  const pieces = text.match(/[\u2e80-\uffef][，。；：、）”]*|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];
  return inLines(pieces, type, width, measure);
}

/** Pieces of text on lines of at most `width`; no piece is broken. */
export function inLines(pieces: readonly string[], type: Type, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && measure((line + piece).trimEnd(), type) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** Paints pictures in the font and the colours of an element. */
export class Painter {
  readonly #context: CanvasRenderingContext2D;
  readonly #family: string;
  readonly #colours: Readonly<Record<Colour, string>>;

  /** Throws where the browser has no canvas. */
  constructor(element: Element) {
    const style = getComputedStyle(element);
    const context = document.createElement("canvas").getContext("2d");
    if (context === null) throw new Error("no canvas");
    this.#context = context;
    this.#family = style.fontFamily;
    this.#colours = Object.fromEntries(
      colours.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
    ) as Record<Colour, string>;
  }

  readonly measure: Measure = (text, type) => {
    this.#context.font = this.#font(type);
    return this.#context.measureText(text).width;
  };

  #font({ size, isBold = false }: Type): string {
    return `${isBold ? 700 : 400} ${size}px ${this.#family}`;
  }

  /** The picture as a PNG; null where the browser cannot make one of this size. */
  async png({ width, height, shapes }: Picture): Promise<Uint8Array<ArrayBuffer> | null> {
    const context = this.#context;
    const { canvas } = context;
    const scale = Math.min(SCALE, MAX_SIDE / Math.max(width, height));
    [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
    context.scale(scale, scale);
    context.fillStyle = this.#colours.paper;
    context.fillRect(0, 0, width, height);
    for (const shape of shapes) this.#paint(shape);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
  }

  #paint(shape: Shape): void {
    const context = this.#context;
    context.fillStyle = context.strokeStyle = this.#colours[shape.colour];
    switch (shape.kind) {
      case "text":
        context.font = this.#font(shape.type);
        context.textAlign = shape.align;
        context.textBaseline = "middle";
        context.fillText(shape.text, shape.x, shape.y);
        break;
      case "box":
        if (shape.isOutline === true) {
          context.lineWidth = 1;
          context.strokeRect(shape.x + 0.5, shape.y + 0.5, shape.width - 1, shape.height - 1);
        } else context.fillRect(shape.x, shape.y, shape.width, shape.height);
        break;
      case "curve": {
        const [x0, y0] = shape.from;
        const [x1, y1] = shape.to;
        const middle = (x0 + x1) / 2;
        context.lineWidth = shape.width;
        context.setLineDash(shape.isDashed === true ? [6, 5] : []);
        context.beginPath();
        context.moveTo(x0, y0);
        context.bezierCurveTo(middle, y0, middle, y1, x1, y1);
        context.stroke();
        context.setLineDash([]);
      }
    }
  }
}
