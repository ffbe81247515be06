/** A page of React 19: a field of the page, the ranking that follows it, and the weights of the same rubric. */
import "@yardstick/elements/react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { communities, rubric } from "./rubric";
import "./page.css";

function App() {
  const [late, setLate] = useState(1);
  const [results, setResults] = useState(0);
  const [leader, setLeader] = useState("");
  // New rows at each rendering are fine: data equal to those before are no change.
  const data = communities.map((row, index) => (index === 0 ? { ...row, late } : { ...row }));

  return (
    <main>
      <h1>Late reports</h1>
      <label>
        Late reports of Shuyuan <input type="number" min={0} max={20} value={late} onChange={(event) => setLate(event.target.valueAsNumber || 0)} />
      </label>
      <p>
        In first place: <output id="leader">{leader}</output> (<span id="results">{results}</span> results so far)
      </p>
      <yardstick-results
        id="reports"
        lang="en"
        rubric={rubric}
        data={data}
        onyardstick-result={({ detail }) => {
          setResults((count) => count + 1);
          setLeader(detail.result?.subjects.find(({ rankings }) => rankings["overall"] === 1)?.key ?? "");
        }}
      />
      <yardstick-weights for="reports" lang="en" />
    </main>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
