// Compares queries on Spark with the reference evaluator on generated rubrics and data, on a local cluster with two executors. Needs Java;
// Spark comes from PyPI, into a folder of its own. Each pair has its own seed: `--seed N --count 1` repeats a single one.

import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../workspace.mjs";
import { measured, numberOption } from "./measured.mjs";
import { bundledSlice, sliceFolder, sqlPackage } from "./sql-slices.mjs";

const node = join(root, "node_modules", ".bin", "node");
const SPARK = "pyspark==3.5.6";
const CLUSTER = "local-cluster[2,1,1024]";

/** A Python with Spark. */
function python() {
  const folder = join(sliceFolder, "spark");
  const own = join(folder, "bin", "python");
  if (!existsSync(join(folder, "bin", "spark-submit"))) {
    execFileSync("python3", ["-m", "venv", folder], { stdio: "inherit" });
    execFileSync(own, ["-m", "pip", "install", "--quiet", SPARK], { stdio: "inherit" });
  }
  return own;
}

function hasJava() {
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export async function run(args) {
  if (!hasJava()) {
    console.error("Spark needs Java, which is not installed: nothing was compared");
    return 1;
  }
  const count = numberOption(args, "count", 2_000);
  const report = measured("spark");
  const seed = numberOption(args, "seed", report.nextSeed(2_000_000));
  const slice = await bundledSlice("spark-slice");
  const script = join(sqlPackage, "test", "spark-session.py");
  const child = spawn(node, [slice, python(), CLUSTER, script, String(seed), String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, SPARK_LOCAL_IP: "127.0.0.1" },
  });
  let isDifferent = true;
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line);
    if ("version" in answer) {
      console.log(`Spark ${answer.version}, ${answer.executors} executors`);
      if (answer.executors < 2) throw new Error("the cluster has fewer than two executors");
    } else if ("difference" in answer) {
      report.write(seed, answer.seed, answer.seed - seed + 1, "?", "?", `1, seed ${answer.seed}: ${answer.difference}`);
      console.log(`seed ${answer.seed}: ${answer.difference}`);
      child.kill();
      return 1;
    } else {
      const byCode = Object.entries(answer.refused).sort(([, a], [, b]) => b - a);
      report.write(
        seed,
        seed + answer.done - 1,
        answer.done,
        answer.values,
        byCode.map((each) => each.join(" ")).join(", "),
        0,
      );
      console.log(`${answer.done} of ${count}, no difference`);
      isDifferent = answer.done < count;
    }
  }
  return isDifferent ? 1 : 0;
}
