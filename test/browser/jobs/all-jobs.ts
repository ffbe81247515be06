// The 25 jobs of a clerk and a trainer, in the order of the guide.

import { dataJobs } from "./data-jobs.js";
import type { Job } from "./job.js";
import { projectJobs } from "./project-jobs.js";
import { resultJobs } from "./result-jobs.js";
import { rubricJobs } from "./rubric-jobs.js";
import { stageJobs } from "./stage-jobs.js";

export const jobs: readonly Job[] = [...rubricJobs, ...dataJobs, ...resultJobs, ...projectJobs, ...stageJobs];
