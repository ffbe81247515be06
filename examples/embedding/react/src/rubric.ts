/** The rubric that the page shows. */
export const rubric = `rubric "Late reports"
total 100 points
data community { name: text key, late: count times, done: number 万元, target: number 万元 1 .. }
section reporting weight 40% within 20% .. 60% {
  item reports 100 points { per late deduct 5 points up to 60 points }
}
section investment weight 60% within 40% .. 80% {
  item investment 100 points { earn in proportion done / target below 60% earns 0 }
}
ranking overall by score ties share
`;

/** The communities, but for the late reports of the first, which the page asks for. */
export const communities = [
  { name: "Shuyuan", late: 1, done: "90", target: 100 },
  { name: "Nanmen", late: 0, done: "80.5", target: 100 },
  { name: "Beiyuan", late: 9, done: "55", target: 100 },
];
