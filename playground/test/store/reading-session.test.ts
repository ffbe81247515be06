// Answers, refusals and their undo on the reading of a document; the reading itself is the real one.

import { expect, test, vi } from "vitest";
import { clausesIn, openQuestion, ReadingSession } from "../../src/store/reading-session.js";
import { readingSheet } from "../../src/worker/reading-sheet.js";

const text = `考核细则

一、工作（20分）
1.出差错一次扣1分。
2.受表扬的，每次加1分。
3.产业奖补按附件另行计分。

二、一票否决
1.发生安全生产事故的，一票否决。
2.发生越级群体上访的，一票否决。
`;

async function session() {
  const read = new ReadingSession(
    { text },
    (request) => Promise.resolve(readingSheet(request, "zh")),
    () => {},
  );
  await read.read();
  return read;
}

const states = (of: ReadingSession) => (of.sheet === null ? [] : clausesIn(of.sheet).map(({ state }) => state));
const settled = (of: ReadingSession, wanted: () => boolean) =>
  vi.waitFor(() => expect([wanted(), states(of)]).toEqual([true, states(of)]));

test("the first clause with a question is current, and an answer can be undone and redone", async () => {
  const read = await session();
  const before = states(read);
  const { current } = read;
  expect(current?.state).toBe("asks");
  read.take();
  await settled(read, () => read.current?.state === "read");
  expect(read.decisions).toBe(1);
  read.undo();
  await settled(read, () => read.current?.state === "asks");
  expect(states(read)).toEqual(before);
  expect([read.decisions, read.canUndo, read.canRedo]).toEqual([0, false, true]);
  read.redo();
  await settled(read, () => read.current?.state === "read");
});

test("a question to the document is answered everywhere, and overruled at one clause", async () => {
  const read = await session();
  const vetoes = () => clausesIn(read.sheet!).filter(({ questions }) => questions.some(({ code }) => code !== null));
  const [first, second] = vetoes();
  const question = openQuestion(first!);
  expect(question?.code).not.toBeNull();
  read.answer(first!, question!.id, 0);
  await settled(read, () => vetoes().every((clause) => openQuestion(clause) === null));
  const again = vetoes()[1]!;
  read.answer(again, again.questions[0]!.id, 1);
  await settled(read, () => vetoes()[1]?.questions[0]?.chosen === 1);
  expect(vetoes()[0]?.questions[0]?.chosen).toBe(0);
  expect(second?.number).toBe(again.number);
});

test("a refused clause is taken again, and the filter keeps the current clause in view", async () => {
  const read = await session();
  const clause = clausesIn(read.sheet!).find(({ state }) => state === "read")!;
  read.select(clause.number);
  read.setFilter("read");
  read.refuse(read.current!);
  await settled(read, () => read.current?.reason === "refused");
  expect(read.shown.map(({ number }) => number)).toContain(clause.number);
  read.refuse(read.current!);
  await settled(read, () => read.current?.state === "read");
  expect(read.decisions).toBe(0);
});
