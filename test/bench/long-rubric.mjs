// A rubric of so many lines, as a large office would write it: sections of items, each with its own fields and lines.

export function longRubric(lines) {
  // An item with its fields takes eight lines, a section of ten of them two more.
  const items = Math.max(1, Math.floor((lines - 6) / 8.2));
  const sections = [];
  for (let first = 0; first < items; first += 10) {
    const own = Array.from({ length: Math.min(10, items - first) }, (_, index) => first + index);
    const text = own.map((item) =>
      [
        `  数据 单位 { 次数${item}: 计数 次; 完成${item}: 数值; 任务${item}: 数值 1 ..; 未办${item}: 是否 }`,
        `  条目 事项${item} 2 分 考核部门 "第${item % 17}科" 依据 "细则 ${item}" {`,
        `    每 次数${item} 少于 4 扣 0.1 分`,
        `    每 次数${item} 超过 9 扣 0.05 分 最多 0.5 分`,
        `    若 未办${item} 扣 0.5 分`,
        `    每 10% 完成${item} / 任务${item} 少于 100% 扣 0.1 分`,
        `    // 每季度核对一次`,
        `  }`,
      ].join("\n"),
    );
    sections.push(`大类 大类${first / 10} ${own.length * 2} 分 {\n${text.join("\n")}\n}`);
  }
  return [
    `考核 "长方案"`,
    `满分 ${items * 2} 分`,
    `数据 单位 { 名称: 文本 主键 }`,
    ...sections,
    `排名 总排名 按 总分`,
    "",
  ].join("\n");
}
