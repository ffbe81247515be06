export function anchorsOf(text: string): ReadonlySet<string>;
export function titleOf(text: string, lang: "en" | "zh"): string;
export function pageOf(page: {
  readonly source: string;
  readonly text: string;
  readonly lang: "en" | "zh";
  readonly pages: ReadonlyMap<
    string,
    { readonly addresses: Readonly<Partial<Record<"en" | "zh", string>>>; readonly anchors: ReadonlySet<string> }
  >;
  readonly folders: Readonly<Record<string, string>>;
  readonly offer: (file: string) => void;
  readonly report: (source: string, target: string) => void;
}): string;
