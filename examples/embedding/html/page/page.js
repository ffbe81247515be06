// A page without a framework: a field of the page, the ranking that follows it, the weights and the text of the same rubric.

const field = document.querySelector("input");
const reports = document.querySelector("#reports");

const rows = () => [
  { name: "Shuyuan", late: field.valueAsNumber || 0, done: "90", target: 100 },
  { name: "Nanmen", late: 0, done: "80.5", target: 100 },
  { name: "Beiyuan", late: 9, done: "55", target: 100 },
];

let results = 0;
reports.addEventListener("yardstick-result", ({ detail }) => {
  document.querySelector("#results").textContent = String((results += 1));
  document.querySelector("#leader").textContent =
    detail.result?.subjects.find(({ rankings }) => rankings.overall === 1)?.key ?? "";
});
field.addEventListener("input", () => {
  reports.data = rows();
});
reports.data = rows();
