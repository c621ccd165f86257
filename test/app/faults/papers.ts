/** A chain and its key as files, as servers read them. */
export interface Papers {
  readonly chain: string;
  readonly key: string;
}
